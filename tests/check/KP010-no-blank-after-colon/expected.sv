provstad-2024.yaml:6:1: fel: det här är inte giltig YAML: det saknas ett mellanslag efter kolonet [KP010]
    6 | year:2024
      | ^~~~~
1 fel
