form.xlsx: Område 1!H3: fel: 'kanske' är varken ja eller nej; skriv 'Ja' eller lämna cellen tom [KP134]
1 fel
