provstad-2024.yaml:11:33: fel: det finns ingen utvärderare 'CK'; möjliga här: AL, BN; räkna upp dem under 'evaluators' [KP072]
   11 |   "1.2": {value: 1, by: {AL: 1, CK: 2}}
      |                                 ^~
1 fel
