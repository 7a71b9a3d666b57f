rubrics/provnyckel.yaml:8:12: fel: bedömningsmallen 'provmall-2025' har inget område och ingen fråga '3'; möjliga här: 1, 2 [KP062]
    8 |   - {from: "3", to: "2", relation: overlap}
      |            ^~~
1 fel
