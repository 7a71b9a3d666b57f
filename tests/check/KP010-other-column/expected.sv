provstad-2024.yaml:7:3: fel: det här är inte giltig YAML: raden börjar inte i samma kolumn som de rader som den hör ihop med [KP010]
    7 |   code: "9999"
      |   ^
1 fel
