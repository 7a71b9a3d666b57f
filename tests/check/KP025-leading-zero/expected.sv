provstad-2024.yaml:8:20: fel: '072' är inget tal; utelämna nollorna före [KP025]
    8 |   "1.1": {percent: 072}
      |                    ^~~
1 fel
