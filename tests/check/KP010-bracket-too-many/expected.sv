provstad-2024.yaml:8:23: fel: det här är inte giltig YAML: den här klammern avslutar ingenting [KP010]
    8 |   "1.1": {percent: 80}}
      |                       ^
1 fel
