provstad-2024.yaml:8:20: fel: '1.2' har skalan 'grad'; svara med något av dess värden: 0 Saknas, 1 Finns delvis, 2 Finns [KP066]
    8 |   "1.2": {percent: 50}
      |                    ^~
1 fel
