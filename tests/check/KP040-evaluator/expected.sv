provstad-2024.yaml:9:10: fel: id 'AL' är redan upptaget; ge var och en ett eget [KP040]
    9 |   - {id: AL, name: Anders Lund}
      |          ^~
provstad-2024.yaml:8:10: anmärkning: angavs först här
    8 |   - {id: AL, name: Anna Lind}
      |          ^~
1 fel
