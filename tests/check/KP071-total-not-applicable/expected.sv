provstad-2024.yaml:8:10: fel: totalen kan inte vara 'ej tillämplig'; lämna den obesvarad [KP071]
    8 |   total: n/a
      |          ^~~
1 fel
