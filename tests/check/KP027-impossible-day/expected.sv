provstad-2024.yaml:7:7: fel: '2024-02-30' är inget datum; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, en dag som finns [KP027]
    7 | date: 2024-02-30
      |       ^~~~~~~~~~
1 fel
