provstad-2024.yaml:7:14: fel: 'interviewed' ska vara en text, eller texter per språk ('{sv: ..., en: ...}'), men här står en lista [KP024]
    7 | interviewed: [Kommunchefen, Ekonomichefen]
      |              ^
1 fel
