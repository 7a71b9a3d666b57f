provstad-2024.yaml:8:10: fel: '1.2' ska vara ett värde, n/a eller en tabell som '{value: 2, note: ...}', men här står en lista [KP024]
    8 |   "1.2": [1, 2]
      |          ^
1 fel
