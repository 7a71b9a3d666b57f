provstad-2024.yaml:8:16: fel: det finns ingen utvärderare 'AL'; räkna upp dem under 'evaluators' [KP072]
    8 |   "1.2": {by: {AL: 1}}
      |                ^~
1 fel
