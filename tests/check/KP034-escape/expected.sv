provstad-2024.yaml:7:10: fel: texten innehåller styrtecknet U+0007, skrivet som en escape-sekvens; ta bort det [KP034]
    7 | summary: "Tydliga mål\x07 och uppföljning"
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 fel
