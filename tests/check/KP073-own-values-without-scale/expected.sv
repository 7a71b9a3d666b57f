provstad-2024.yaml:10:24: fel: '1.1' har ingen skala, så utvärderarna kan inte ha egna värden på den; ta bort 'by' [KP073]
   10 |   "1.1": {percent: 80, by: {AL: 80}}
      |                        ^~
1 fel
