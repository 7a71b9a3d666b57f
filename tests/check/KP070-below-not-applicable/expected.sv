provstad-2024.yaml:8:3: fel: '1.2' är besvarad, men det är också '1' ovanför, som gäller för allt under; behåll en nivå [KP070]
    8 |   "1.2": 2
      |   ^~~~~
provstad-2024.yaml:9:3: anmärkning: '1' står här
    9 |   "1": n/a
      |   ^~~
1 fel
