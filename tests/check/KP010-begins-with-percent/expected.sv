provstad-2024.yaml:8:35: fel: det här är inte giltig YAML: en text som börjar med '%' måste stå inom citattecken [KP010]
    8 |   - {label: Valdeltagande, value: %}
      |                                   ^
1 fel
