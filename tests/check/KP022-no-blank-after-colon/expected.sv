provstad-2024.yaml:8:11: fel: okänd nyckel 'value:2'; sätt ett mellanslag efter kolonet [KP022]
    8 |   "1.2": {value:2}
      |           ^~~~~~~
1 fel
