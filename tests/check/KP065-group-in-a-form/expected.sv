form.xlsx: Område 1!C3: fel: '1.1' har ingen skala; den är en grupp, och dess resultat följer av det som står under den; besvara i stället 1.1.1, 1.1.2 [KP065]
form.xlsx: Område 1!H4: varning: '1.1.1' är märkt som gott exempel, men inget säger på vad; lägg till 'Kommentar' eller 'Arbetsanteckning' [KP077]
1 fel, 1 varning
