provmall.yaml:5:20: fel: 'points' ska vara ett heltal från 0 till 9, men här står 12 [KP031]
    5 | rounding: {points: 12, percent: 0.5}
      |                    ^~
provmall.yaml:5:33: fel: 'percent' ska vara ett heltal från 0 till 9, men här står 0.5 [KP031]
    5 | rounding: {points: 12, percent: 0.5}
      |                                 ^~~
provmall.yaml:9:10: fel: 'max' ska vara 0 eller mer, men här står -100 [KP031]
    9 |     max: -100
      |          ^~~~
provmall.yaml:11:42: fel: 'weight' ska vara 0 eller mer, men här står -1 [KP031]
   11 |       - {id: "1.1", title: Plan, weight: -1}
      |                                          ^~
4 fel
