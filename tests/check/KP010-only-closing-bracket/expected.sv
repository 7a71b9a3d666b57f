provstad-2024.yaml:7:8: fel: det här är inte giltig YAML: den här klammern avslutar ingenting [KP010]
    7 | facts: ]
      |        ^
1 fel
