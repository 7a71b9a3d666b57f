provstad-2024.yaml:7:8: fel: 'state' ska vara något av draft, final, men här står en lista [KP024]
    7 | state: [draft, final]
      |        ^
provstad-2024.yaml:9:36: fel: 'best_practice' ska vara true eller false, men här står en lista [KP024]
    9 |   "1.2": {value: 1, best_practice: [ja]}
      |                                    ^
provstad-2024.yaml:10:10: fel: 'visited' ska vara ett datum (ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD), men här står en tabell (rader med 'nyckel: värde') [KP024]
   10 | visited: {from: 2024-01, to: 2024-02}
      |          ^
3 fel
