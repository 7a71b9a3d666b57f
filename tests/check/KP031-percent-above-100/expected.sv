provstad-2024.yaml:8:20: fel: 'percent' ska vara från 0 till 100, men här står 110 [KP031]
    8 |   "1.1": {percent: 110}
      |                    ^~~
provstad-2024.yaml:9:17: fel: 'points' ska vara 0 eller mer, men här står -5 [KP031]
    9 |   "2": {points: -5}
      |                 ^~
2 fel
