provstad-2024.yaml:8:10: fel: 101 är inget värde på skalan 'grad'; värdena är 0–100 [KP067]
    8 |   "1.2": 101
      |          ^~~
1 fel
