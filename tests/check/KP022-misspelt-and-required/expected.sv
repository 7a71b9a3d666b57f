provstad-2024.yaml:6:1: fel: okänd nyckel 'yaer'; menade du 'year'? [KP022]
    6 | yaer: 2024
      | ^~~~
1 fel
