provstad-2024.yaml:7:10: fel: det här är inte giltig YAML: en text som börjar med ',' måste stå inom citattecken [KP010]
    7 | summary: , Tydliga mål
      |          ^
1 fel
