.: fel: det finns bara en utvärdering att jämföra; en jämförelse behöver minst två [KP107]
provstad-2025.yaml:10:17: fel: '2' kan inte ha 60 poäng: dess max är 50 [KP068]
   10 |   "2": {points: 60}
      |                 ^~
2 fel
