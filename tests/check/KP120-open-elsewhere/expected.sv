.~lock.form.xlsx#: fel: det här är ingen Excel-arbetsbok (.xlsx): den säger bara att 'form.xlsx' är öppen i ett program; spara och stäng den och importera sedan den [KP120]
~$form.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): den säger bara att 'form.xlsx' är öppen i ett program; spara och stäng den och importera sedan den [KP120]
2 fel
