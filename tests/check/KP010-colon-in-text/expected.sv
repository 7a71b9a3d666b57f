provstad-2024.yaml:7:18: fel: det här är inte giltig YAML: en text som innehåller ': ' måste stå inom citattecken [KP010]
    7 | summary: Slutsats: kommunen styrs väl
      |                  ^
1 fel
