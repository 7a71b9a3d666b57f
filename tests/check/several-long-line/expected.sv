provstad-2024.yaml:7:10: fel: texten innehåller styrtecknet U+0007, skrivet som en escape-sekvens; ta bort det [KP034]
    7 | summary: "Kommunen styrs väl och följer upp sina mål. Kommunen styrs väl och följer upp sina mål. Ko...
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
provstad-2024.yaml:8:264: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.9'; '1' har 1.1, 1.2 [KP062]
    8 | ... alla. , partial: [{id: F1, text: a, questions: ["1.9"]}]}}
      |                                                     ^~~~~
2 fel
