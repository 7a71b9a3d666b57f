provstad-2024.yaml:9:3: fel: '1.1' är besvarad, men det är också '1' ovanför, som gäller för allt under; behåll en nivå [KP070]
    9 |   "1.1": {percent: 80}
      |   ^~~~~
provstad-2024.yaml:8:3: anmärkning: '1' står här
    8 |   "1": {percent: 51}
      |   ^~~
1 fel
