provstad-2024.yaml:8:3: fel: det här är inte giltig YAML: raden är indragen längre än de rader som den hör ihop med [KP010]
    8 |   language: sv
      |   ^
1 fel
