provstad-uppf-2026.yaml:8:63: fel: '1.7' är varken en fråga eller en punkt i utvärderingen 'provstad-2024'; '1' har 1.1, 1.2 [KP166]
    8 |   - {id: M1, title: Svar inom två dagar, follows: [F1, "1.1", "1.7", total]}
      |                                                               ^~~~~
provstad-uppf-2026.yaml:8:70: fel: 'total' är varken en fråga eller en punkt i utvärderingen 'provstad-2024'; möjliga här: F1, F2 [KP166]
    8 |   - {id: M1, title: Svar inom två dagar, follows: [F1, "1.1", "1.7", total]}
      |                                                                      ^~~~~
provstad-uppf-2026.yaml:10:53: fel: 'F11' är varken en fråga eller en punkt i utvärderingen 'provstad-2024'; menade du 'F1'? [KP166]
   10 |   - {id: A1, text: Riktlinjer för dialog, follows: [F11, webb]}
      |                                                     ^~~
provstad-uppf-2026.yaml:10:58: fel: 'webb' är varken en fråga eller en punkt i utvärderingen 'provstad-2024'; möjliga här: F1, F2 [KP166]
   10 |   - {id: A1, text: Riktlinjer för dialog, follows: [F11, webb]}
      |                                                          ^~~~
4 fel
