provmall.yaml:7:43: fel: området '2' finns i två grupper; ha det i en [KP055]
    7 |   - {id: service, title: Service, areas: ["2"]}
      |                                           ^~~
provmall.yaml:6:52: anmärkning: angavs först här
    6 |   - {id: demokrati, title: Demokrati, areas: ["1", "2"]}
      |                                                    ^~~
1 fel
