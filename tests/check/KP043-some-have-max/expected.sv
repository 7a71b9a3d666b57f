provmall.yaml:12:14: fel: '1.3' har inget max, men '1.1' bredvid har det; ge max åt alla eller ingen [KP043]
   12 |       - {id: "1.3", title: Etik}
      |              ^~~~~
provmall.yaml:10:55: anmärkning: 'max' står här
   10 |       - {id: "1.1", title: Plan för information, max: 60}
      |                                                       ^~
1 fel
