alvsta-2024.yaml:6:7: fel: 'year' ska vara ett årtal med fyra siffror, men här står 'nästa' [KP024]
    6 | year: nästa
      |       ^~~~~
provstad-2024.yaml:8:10: fel: 3 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
    8 |   "1.2": 3
      |          ^
2 fel
