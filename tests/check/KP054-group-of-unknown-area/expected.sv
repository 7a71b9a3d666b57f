provmall.yaml:6:52: fel: det finns inget område '1.1'; möjliga här: 1, 2 [KP054]
    6 |   - {id: demokrati, title: Demokrati, areas: ["1", "1.1", "3"]}
      |                                                    ^~~~~
provmall.yaml:6:59: fel: det finns inget område '3'; möjliga här: 1, 2 [KP054]
    6 |   - {id: demokrati, title: Demokrati, areas: ["1", "1.1", "3"]}
      |                                                           ^~~
2 fel
