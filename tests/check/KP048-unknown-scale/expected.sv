provmall.yaml:15:57: fel: det finns ingen skala 'gradd'; möjliga här: grad, procent [KP048]
   15 |       - {id: "1.1", title: Plan för information, scale: gradd}
      |                                                         ^~~~~
1 fel
