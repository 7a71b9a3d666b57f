provstad-2024.yaml:8:3: varning: fråga 1.1 anger 66 poäng, mer än möjliga 60 [KP082]
    8 |   "1.1": {points: 66, percent: 100}
      |   ^~~~~
provstad-2024.yaml:9:3: varning: område 2 anger 120 %, mer än möjliga 100 % [KP082]
    9 |   "2": {points: 50, percent: 120}
      |   ^~~
provstad-2024.yaml:10:3: varning: fråga 1.2 anger 12 poäng, mer än möjliga 10 [KP082]
   10 |   "1.2": {points: 12, max: 10}
      |   ^~~~~
3 varningar
