provstad-2024.yaml:8:20: fel: '72,5' är inget tal; skriv 72.5, med decimalpunkt [KP025]
    8 |   "1.1": {percent: "72,5"}
      |                    ^~~~~~
1 fel
