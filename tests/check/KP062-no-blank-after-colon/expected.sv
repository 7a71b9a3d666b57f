provstad-2024.yaml:7:11: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.2:1'; sätt ett mellanslag efter kolonet [KP062]
    7 | answers: {1.2:1}
      |           ^~~~~
1 fel
