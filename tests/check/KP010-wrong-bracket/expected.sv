provstad-2024.yaml:9:41: fel: det här är inte giltig YAML: en lista inom [ ] är inte avslutad, eller så saknas ett kommatecken i den [KP010]
    9 |     partial: [{id: F1, questions: ["1.1"}]
      |                                         ^
provstad-2024.yaml:9:35: anmärkning: klammern öppnas här
    9 |     partial: [{id: F1, questions: ["1.1"}]
      |                                   ^
1 fel
