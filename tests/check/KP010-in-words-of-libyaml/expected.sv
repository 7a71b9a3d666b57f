provstad-2024.yaml:7:10: fel: det här är inte giltig YAML: mapping keys are not allowed in this context [KP010]
    7 | summary: ? Tydliga mål
      |          ^
1 fel
