form.xlsx: Område 1!E1: fel: två kolumner är 'Gemensamt svar', kanske för att en har kopierats; ta bort en av dem [KP129]
form.xlsx: Område 1!C1: anmärkning: den andra är här
1 fel
