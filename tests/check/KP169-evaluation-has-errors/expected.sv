provstad-2024.yaml:9:75: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.4'; '1' har 1.1, 1.2 [KP062]
    9 |     partial: [{id: F1, text: Revidera policy för information, questions: ["1.4"]}]
      |                                                                           ^~~~~
provstad-uppf-2026.yaml:6:13: varning: provstad-2024.yaml har fel, eller är ingen utvärdering, så det som 'follows' anger slås inte upp; rätta den först [KP169]
    6 | evaluation: provstad-2024
      |             ^~~~~~~~~~~~~
1 fel, 1 varning
