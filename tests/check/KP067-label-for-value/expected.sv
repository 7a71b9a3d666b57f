provstad-2024.yaml:8:10: fel: 'Finns delvis' är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
    8 |   "1.2": Finns delvis
      |          ^~~~~~~~~~~~
1 fel
