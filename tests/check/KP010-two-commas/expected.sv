provstad-2024.yaml:9:30: fel: det här är inte giltig YAML: det saknas en post före detta [KP010]
    9 |     strengths: [Tydliga mål, , Bra dialog]
      |                              ^
1 fel
