form.xlsx: Område 1!I3: fel: texten är längre än en cell rymmer, så bara dess början står här, och den har ändrats; ändra den i YAML-filen [KP137]
1 fel
