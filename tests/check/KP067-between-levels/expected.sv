provstad-2024.yaml:11:18: fel: 1.5 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
   11 |   "1.2": {value: 1.5, by: {AL: 1, BN: 7}}
      |                  ^~~
provstad-2024.yaml:11:39: fel: 7 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
   11 |   "1.2": {value: 1.5, by: {AL: 1, BN: 7}}
      |                                       ^
2 fel
