provstad-2024.yaml:9:3: fel: det här är inte giltig YAML: det står ingen nyckel före kolonet [KP010]
    9 |   : 2
      |   ^
1 fel
