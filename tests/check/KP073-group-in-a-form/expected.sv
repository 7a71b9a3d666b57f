form.xlsx: Område 1!D3: fel: '1.1' har ingen skala, så utvärderarna kan inte ha egna värden på den; den är en grupp, och dess resultat följer av det som står under den; besvara i stället 1.1.1, 1.1.2 [KP073]
1 fel
