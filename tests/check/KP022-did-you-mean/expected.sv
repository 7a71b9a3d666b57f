provstad-2024.yaml:7:1: fel: okänd nyckel 'sumary'; menade du 'summary'? [KP022]
    7 | sumary: Kommunen styrs väl.
      | ^~~~~~
1 fel
