provstad-2024.yaml:7:10: fel: det här är inte giltig YAML: citattecknet som inleder texten här har inget som avslutar den [KP010]
    7 | summary: 'Kommunen styrs väl
      |          ^
1 fel
