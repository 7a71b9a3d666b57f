provstad-2024.yaml:8:3: varning: totalen anger 46 poäng, det vill säga 45.5 till 46.5 poäng, men det som anges därunder blir tillsammans 69.25 till 70.75 [KP081]
    8 |   total: {points: 46}
      |   ^~~~~
provstad-2024.yaml:10:3: varning: fråga 1.1 anger 42 av 60 poäng och 60 %; 60 % är 35.7 till 36.3 poäng [KP080]
   10 |   "1.1": {points: 42, percent: 60}
      |   ^~~~~
2 varningar
