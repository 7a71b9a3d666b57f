provstad-2024.yaml:8:17: fel: 'points' ska vara 0 eller mer, men här står -51 [KP031]
    8 |   "1": {points: -51, max: 100, percent: 51}
      |                 ^~~
provstad-2024.yaml:9:18: fel: 'percent' ska vara 0 eller mer, men här står -3 [KP031]
    9 |   "2": {percent: -3}
      |                  ^~
2 fel
