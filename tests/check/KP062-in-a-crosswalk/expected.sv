rubrics/provnyckel.yaml:7:12: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.3'; '1' har 1.1, 1.2 [KP062]
    7 |   - {from: "1.3", to: "1.3", relation: same}
      |            ^~~~~
rubrics/provnyckel.yaml:8:23: fel: bedömningsmallen 'provmall-2025' har inget område och ingen fråga '1.2'; '1' har 1.1, 1.3 [KP062]
    8 |   - {from: "1.2", to: "1.2", relation: reworded}
      |                       ^~~~~
rubrics/provnyckel.yaml:9:12: fel: bedömningsmallen 'provmall' har inget område och ingen fråga 'totalt'; menade du 'total'? [KP062]
    9 |   - {from: totalt, to: total, relation: overlap}
      |            ^~~~~~
3 fel
