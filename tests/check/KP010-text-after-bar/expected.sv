provstad-2024.yaml:7:10: fel: det här är inte giltig YAML: efter '|' eller '>' börjar texten på nästa rad; sätt citattecken runt en text som börjar så [KP010]
    7 | summary: | Kommunen styrs väl
      |          ^
1 fel
