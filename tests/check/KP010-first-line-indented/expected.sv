provstad-2024.yaml:3:1: fel: det här är inte giltig YAML: filens innehåll har tagit slut ovanför; låt filens alla nycklar börja i första kolumnen [KP010]
    3 | id: provstad-2024
      | ^
1 fel
