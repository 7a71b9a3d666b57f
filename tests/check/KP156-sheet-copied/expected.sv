form.xlsx: Område 1 (2)!A1: fel: bladet 'Område 1 (2)' är en kopia av 'Område 1', så allt på det står där två gånger; behåll ett av dem [KP156]
form.xlsx: Område 1!A1: anmärkning: den andra är här
1 fel
