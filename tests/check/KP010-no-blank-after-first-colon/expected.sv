provstad-2024.yaml:2:1: fel: det här är inte giltig YAML: det saknas ett mellanslag efter kolonet [KP010]
    2 | kompass:evaluation/1
      | ^~~~~~~~
1 fel
