form.xlsx: Område 1!I3: fel: cellen visar felet #NAME?: det står en formel i den; skriv själva värdet [KP136]
1 fel
