provstad-2024.yaml:10:20: fel: 'Finns' är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
   10 |   "1.2": {by: {AL: Finns}}
      |                    ^~~~~
1 fel
