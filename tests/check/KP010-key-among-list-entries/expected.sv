provstad-2024.yaml:11:7: fel: det här är inte giltig YAML: raden börjar inte med '- ', men det gör de andra i listan [KP010]
   11 |       partial: []
      |       ^
provstad-2024.yaml:10:7: anmärkning: listan börjar här
   10 |       - Tydliga mål
      |       ^
1 fel
