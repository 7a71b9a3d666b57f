provstad-2024.yaml:7:22: fel: det här är inte giltig YAML: texten inom citattecken slutar före detta; sätt citattecken runt hela texten, av den andra sorten ('...' eller "...") om den har citattecken i sig [KP010]
    7 | summary: "Öppet hus" hålls varje år
      |                      ^
1 fel
