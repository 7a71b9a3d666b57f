provstad-2024.yaml:7:9: fel: det här är inte giltig YAML: en text som börjar med '@' måste stå inom citattecken [KP010]
    7 | source: @provstad på webben
      |         ^
1 fel
