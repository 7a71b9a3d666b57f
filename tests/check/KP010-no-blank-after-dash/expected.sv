provstad-2024.yaml:11:7: fel: det här är inte giltig YAML: det saknas ett mellanslag efter '-' [KP010]
   11 |       -Bra dialog
      |       ^
1 fel
