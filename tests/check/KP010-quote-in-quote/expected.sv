provstad-2024.yaml:7:31: fel: det här är inte giltig YAML: texten inom citattecken slutar före detta; sätt citattecken runt hela texten, av den andra sorten ('...' eller "...") om den har citattecken i sig [KP010]
    7 | summary: 'Kommunens motto är 'öppet för alla''
      |                               ^
1 fel
