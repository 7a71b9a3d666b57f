provmall.yaml:8:10: fel: id 'a' är redan upptaget; ge var och en ett eget [KP040]
    8 |   - {id: a, title: B, areas: ["2"]}
      |          ^
provmall.yaml:7:10: anmärkning: angavs först här
    7 |   - {id: a, title: A, areas: ["1"]}
      |          ^
1 fel
