form.xlsx: Start!C2: fel: 'name' saknar värde; skriv en text [KP033]
form.xlsx: Start!C3: fel: 'year' saknar värde; skriv ett årtal med fyra siffror [KP033]
2 fel
