provstad-2024.yaml:8:10: fel: det här är inte giltig YAML: en tabell inom { } är inte avslutad, eller så saknas ett kommatecken i den [KP010]
    8 |   "1.1": {percent: 80
      |          ^
provstad-2024.yaml:9:8: anmärkning: det märks här
    9 |   "1.2": 1
      |        ^
1 fel
