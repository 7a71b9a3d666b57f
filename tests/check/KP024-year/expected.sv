provstad-2024.yaml:6:7: fel: 'year' ska vara ett årtal med fyra siffror, men här står '2024/25' [KP024]
    6 | year: 2024/25
      |       ^~~~~~~
1 fel
