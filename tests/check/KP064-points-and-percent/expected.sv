provstad-2024.yaml:8:32: fel: '1.1' är besvarad med både 'points' och 'percent'; behåll en [KP064]
    8 |   "1.1": {points: 51, percent: 85}
      |                                ^~
provstad-2024.yaml:8:19: anmärkning: 'points' står här
    8 |   "1.1": {points: 51, percent: 85}
      |                   ^~
1 fel
