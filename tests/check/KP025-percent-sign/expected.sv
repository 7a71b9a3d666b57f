provstad-2024.yaml:8:20: fel: '80 %' är inget tal; skriv bara siffror, till exempel 80 eller 12.5 [KP025]
    8 |   "1.1": {percent: 80 %}
      |                    ^~~~
provstad-2024.yaml:9:17: fel: '12 p' är inget tal; skriv bara siffror, till exempel 80 eller 12.5 [KP025]
    9 |   "2": {points: 12 p}
      |                 ^~~~
2 fel
