provmatt-2024.yaml:6:19: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '9'; möjliga här: 1, 2 [KP062]
    6 | values: {"1": 63, "9": 61, "8":}
      |                   ^~~
provmatt-2024.yaml:6:28: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '8'; möjliga här: 1, 2 [KP062]
    6 | values: {"1": 63, "9": 61, "8":}
      |                            ^~~
2 fel
