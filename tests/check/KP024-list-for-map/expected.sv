provstad-2024.yaml:8:3: fel: 'answers' ska vara en tabell (rader med 'nyckel: värde'), men här står en lista [KP024]
    8 |   - "1.1": {percent: 80}
      |   ^
1 fel
