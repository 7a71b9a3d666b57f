provstad-2024.yaml:9:12: fel: det här är inte giltig YAML: efter '|' eller '>' börjar texten på nästa rad; sätt citattecken runt en text som börjar så [KP010]
    9 |     value: > 80 %
      |            ^
1 fel
