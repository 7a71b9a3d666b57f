form.xlsx: Område 1!B4: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '2001-01-01'; kalkylprogrammet har gjort ett datum av numret: formatera cellen som text och skriv numret på nytt [KP062]
1 fel
