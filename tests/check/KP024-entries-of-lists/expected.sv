provstad-2024.yaml:8:5: fel: en post i listan ska vara en tabell (rader med 'nyckel: värde'), men här står '14 200 invånare' [KP024]
    8 |   - 14 200 invånare
      |     ^~~~~~~~~~~~~~~
provstad-2024.yaml:12:9: fel: en post i listan ska vara en text eller en tabell som '{id: F1, text: ...}', men här står en lista [KP024]
   12 |       - [Light-dokument]
      |         ^
2 fel
