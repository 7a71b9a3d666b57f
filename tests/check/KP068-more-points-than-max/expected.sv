provstad-2024.yaml:8:19: fel: '1.1' kan inte ha 61 poäng: dess max är 60 [KP068]
    8 |   "1.1": {points: 61}
      |                   ^~
1 fel
