provstad-2024.yaml:7:21: fel: styrtecknet U+0000 finns i filen; ta bort det [KP007]
    7 | summary: Tydliga mål
      |                     ^
1 fel
