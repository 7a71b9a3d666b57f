provstad-2024.yaml:6:7: fel: 'year' ska vara ett årtal med fyra siffror, men här står 'tjugofyra' [KP024]
    6 | year: tjugofyra
      |       ^~~~~~~~~
provstad-2024.yaml:7:10: fel: '2024-13' är inget datum; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, en dag som finns [KP027]
    7 | visited: 2024-13
      |          ^~~~~~~
provstad-2024.yaml:8:8: fel: 'klar' går inte här; välj något av draft, final [KP028]
    8 | state: klar
      |        ^~~~
provstad-2024.yaml:11:1: fel: okänd nyckel 'sumary'; menade du 'summary'? [KP022]
   11 | sumary: Kommunen styrs väl.
      | ^~~~~~
provstad-2024.yaml:13:20: fel: '72,5' är inget tal; skriv 72.5, med decimalpunkt [KP025]
   13 |   "1.1": {percent: 72,5}
      |                    ^~~~
provstad-2024.yaml:14:3: varning: '1.2' är märkt som gott exempel, men inget säger på vad; lägg till 'comment' eller 'note' [KP077]
   14 |   "1.2": {value: 4, by: {XX: 1}, best_practice: true}
      |   ^~~~~
provstad-2024.yaml:14:18: fel: 4 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
   14 |   "1.2": {value: 4, by: {XX: 1}, best_practice: true}
      |                  ^
provstad-2024.yaml:14:26: fel: det finns ingen utvärderare 'XX'; möjliga här: AL; räkna upp dem under 'evaluators' [KP072]
   14 |   "1.2": {value: 4, by: {XX: 1}, best_practice: true}
      |                          ^~
provstad-2024.yaml:15:3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.4'; '1' har 1.1, 1.2 [KP062]
   15 |   "1.4": {points: 3}
      |   ^~~~~
provstad-2024.yaml:16:17: fel: '2' kan inte ha 60 poäng: dess max är 50 [KP068]
   16 |   "2": {points: 60}
      |                 ^~
provstad-2024.yaml:18:3: varning: område 2 anger 10 av 50 poäng och 90 %; 90 % är 44.75 till 45.25 poäng [KP080]
   18 |   "2": {points: 10, percent: 90}
      |   ^~~
9 fel, 2 varningar
