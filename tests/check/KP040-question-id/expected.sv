provmall.yaml:11:14: fel: id '1.1' är redan upptaget; ge var och en ett eget [KP040]
   11 |       - {id: "1.1", title: Medborgardialog}
      |              ^~~~~
provmall.yaml:10:14: anmärkning: angavs först här
   10 |       - {id: "1.1", title: Plan för information}
      |              ^~~~~
provmall.yaml:12:10: fel: id '1' är redan upptaget; ge var och en ett eget [KP040]
   12 |   - {id: "1", title: Tillgänglighet, max: 50}
      |          ^~~
provmall.yaml:6:9: anmärkning: angavs först här
    6 |   - id: "1"
      |         ^~~
2 fel
