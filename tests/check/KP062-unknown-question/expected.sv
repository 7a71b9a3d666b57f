provstad-2024.yaml:8:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.3'; '1' har 1.1, 1.2 [KP062]
    8 |   "1.3": {percent: 80}
      |   ^~~~~
provstad-2024.yaml:9:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '3'; möjliga här: 1, 2 [KP062]
    9 |   "3": {percent: 50}
      |   ^~~
provstad-2024.yaml:10:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1,1'; menade du '1.1'? [KP062]
   10 |   1,1: {percent: 70}
      |   ^~~
provstad-2024.yaml:13:63: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '2.7'; möjliga här: 1, 2 [KP062]
   13 |     improvements: [{id: F1, text: Light-dokument, questions: ["2.7"]}]
      |                                                               ^~~~~
provstad-2024.yaml:14:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga 'Demokrati'; möjliga här: 1, 2 [KP062]
   14 |   Demokrati:
      |   ^~~~~~~~~
provstad-2024.yaml:16:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga 'totalt'; menade du 'total'? [KP062]
   16 |   totalt: {points: 90}
      |   ^~~~~~
6 fel
