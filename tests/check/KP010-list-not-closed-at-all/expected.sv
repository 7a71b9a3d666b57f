provstad-2024.yaml:9:16: fel: det här är inte giltig YAML: en lista inom [ ] är inte avslutad, eller så saknas ett kommatecken i den [KP010]
    9 |     strengths: [Tydliga mål, Bra dialog
      |                ^
1 fel
