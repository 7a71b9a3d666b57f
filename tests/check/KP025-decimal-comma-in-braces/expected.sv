provstad-2024.yaml:8:20: fel: '72,5' är inget tal; skriv 72.5, med decimalpunkt [KP025]
    8 |   "1.1": {percent: 72,5}
      |                    ^~~~
provstad-2024.yaml:9:17: fel: '20,25' är inget tal; skriv 20.25, med decimalpunkt [KP025]
    9 |   "2": {points: 20,25, note: räknat ur tabellen}
      |                 ^~~~~
2 fel
