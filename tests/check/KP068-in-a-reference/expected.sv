provmatt-2024.yaml:6:15: fel: '2' kan inte ha 63 poäng: dess max är 50 [KP068]
    6 | values: {"2": 63, total: 150}
      |               ^~
1 fel
