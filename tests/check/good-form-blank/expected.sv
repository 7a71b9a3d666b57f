form.xlsx: Start!C2: fel: 'Kommun' saknar värde; skriv en text [KP033]
form.xlsx: Start!C3: fel: 'År' saknar värde; skriv ett årtal med fyra siffror [KP033]
2 fel
