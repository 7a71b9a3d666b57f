csv.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): det är text, kanske .csv, där mycket av ett formulär går förlorat; ange själva formuläret [KP120]
docx.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): det är något annat; ange det ifyllda formuläret [KP120]
empty.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): filen är tom [KP120]
ods.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): det är en OpenDocument-fil (.ods); öppna den och spara som .xlsx [KP120]
old-excel.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): det är en .xls från ett äldre Excel; öppna den och spara som .xlsx [KP120]
pdf.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): det är något annat; ange det ifyllda formuläret [KP120]
xlsb.xlsx: fel: det här är ingen Excel-arbetsbok (.xlsx): det är en .xlsb; öppna den och spara som .xlsx [KP120]
7 fel
