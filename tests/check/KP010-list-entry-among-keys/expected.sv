provstad-2024.yaml:10:5: fel: det här är inte giltig YAML: en post i en lista ('- ...') står bland rader med 'nyckel: värde' [KP010]
   10 |     - Tydliga mål
      |     ^
provstad-2024.yaml:9:5: anmärkning: de raderna börjar här
    9 |     summary: Kort
      |     ^
1 fel
