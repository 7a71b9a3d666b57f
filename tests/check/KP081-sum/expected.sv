provstad-2024.yaml:8:3: varning: totalen anger 50 %, det vill säga 74.25 till 75.75 poäng, men det som anges därunder blir tillsammans 83.75 till 95.75 [KP081]
    8 |   total: {percent: 50}
      |   ^~~~~
provstad-2024.yaml:9:3: varning: område 1 anger 70 poäng och 70 %, det vill säga 69.5 till 70.5 poäng, men det som anges därunder blir tillsammans 59 till 61 [KP081]
    9 |   "1": {points: 70, percent: 70}
      |   ^~~
2 varningar
