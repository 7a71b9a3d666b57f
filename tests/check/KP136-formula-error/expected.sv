form.xlsx: Område 1!I3: fel: det står en formel i cellen, och den ger #NAME?; skriv själva värdet [KP136]
1 fel
