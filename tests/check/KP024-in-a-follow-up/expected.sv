provstad-uppf-2026.yaml:6:8: fel: 'areas' ska vara en lista, men här står en tabell (rader med 'nyckel: värde') [KP024]
    6 | areas: {id: service}
      |        ^
provstad-uppf-2026.yaml:9:17: fel: 'series' ska vara siffror per år eller månad ('{2017: 92, 2018: 83}'), men här står en lista [KP024]
    9 |       - series: [81, 82]
      |                 ^
provstad-uppf-2026.yaml:10:17: fel: 'target' ska vara ett tal, eller tal per år eller månad ('{2018: 93}'), men här står en lista [KP024]
   10 |         target: [90]
      |                 ^
provstad-uppf-2026.yaml:11:30: fel: '90 procent' är inget tal; skriv bara siffror, till exempel 80 eller 12.5 [KP025]
   11 |         final_target: {2026: 90 procent}
      |                              ^~~~~~~~~~
provstad-uppf-2026.yaml:12:25: fel: 'hög' är inget tal; skriv bara siffror, till exempel 80 eller 12.5 [KP025]
   12 |       - {series: {2025: hög, 2026: [1]}}
      |                         ^~~
provstad-uppf-2026.yaml:12:36: fel: '2026' ska vara ett tal, eller en tabell som '{missing: true}', men här står en lista [KP024]
   12 |       - {series: {2025: hög, 2026: [1]}}
      |                                    ^
provstad-uppf-2026.yaml:13:47: fel: 'measured' ska vara ett år eller en månad (ÅÅÅÅ eller ÅÅÅÅ-MM), men här står en tabell (rader med 'nyckel: värde') [KP024]
   13 |       - {series: {2025: {value: 81, measured: {år: 2025}}}}
      |                                               ^
provstad-uppf-2026.yaml:14:25: fel: 'follows' ska vara en lista, men här står 'F1' [KP024]
   14 | commitments: [{follows: F1}, {owners: [[KS]], follows: [{id: F1}]}]
      |                         ^~
provstad-uppf-2026.yaml:14:40: fel: en post i listan ska vara en text, men här står en lista [KP024]
   14 | commitments: [{follows: F1}, {owners: [[KS]], follows: [{id: F1}]}]
      |                                        ^
provstad-uppf-2026.yaml:14:57: fel: en post i listan ska vara en text, men här står en tabell (rader med 'nyckel: värde') [KP024]
   14 | commitments: [{follows: F1}, {owners: [[KS]], follows: [{id: F1}]}]
      |                                                         ^
10 fel
