provstad-2024.yaml:7:10: fel: '15/3 2024' är inget datum; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, en dag som finns [KP027]
    7 | visited: 15/3 2024
      |          ^~~~~~~~~
provstad-2024.yaml:8:7: fel: '20240524' är inget datum; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, en dag som finns [KP027]
    8 | date: 20240524
      |       ^~~~~~~~
2 fel
