provstad-2024.yaml:9:36: fel: det här är inte giltig YAML: det saknas ett kommatecken före detta, eller citattecken runt en text som innehåller ': ' [KP010]
    9 |     partial: [{id: F1, text: Policy: revidera den}]
      |                                    ^
1 fel
