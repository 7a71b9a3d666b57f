provmall.yaml:14:45: fel: '1.1.1' anger max, men inte '1.1' ovanför; ange weight här eller max där [KP045]
   14 |           - {id: "1.1.1", title: Plan, max: 10}
      |                                             ^~
1 fel
