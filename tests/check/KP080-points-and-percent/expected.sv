provstad-2024.yaml:8:3: varning: fråga 1.1 anger 22 av 60 poäng och 33 %; 33 % är 19.5 till 20.1 poäng [KP080]
    8 |   "1.1": {points: 22, max: 60, percent: 33}
      |   ^~~~~
1 varning
