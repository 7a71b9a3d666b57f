provstad-2024.yaml:8:11: fel: okänd nyckel 'poäng'; möjliga här: value, points, percent, not_applicable, by, note, comment, best_practice, evidence [KP022]
    8 |   "1.2": {poäng: 2}
      |           ^~~~~
1 fel
