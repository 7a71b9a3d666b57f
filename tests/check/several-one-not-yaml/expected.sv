alvsta-2024.yaml:7:18: fel: det här är inte giltig YAML: en text som innehåller ': ' måste stå inom citattecken [KP010]
    7 | summary: Slutsats: bra
      |                  ^
provstad-2024.yaml:8:10: fel: 3 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
    8 |   "1.2": 3
      |          ^
2 fel
