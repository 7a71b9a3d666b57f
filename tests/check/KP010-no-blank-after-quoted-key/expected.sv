provstad-2024.yaml:8:8: fel: det här är inte giltig YAML: det saknas ett mellanslag efter kolonet [KP010]
    8 |   "1.1":2
      |        ^
1 fel
