form.xlsx: Område 1!B3: fel: 1.1 är lagrat som ett tal här och kan vara 1.1 eller 1.10; formatera cellen som text och skriv om det [KP133]
1 fel
