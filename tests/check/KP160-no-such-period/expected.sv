provstad-uppf-2026.yaml:10:28: fel: '2025-13' är varken ett år eller en månad; skriv ÅÅÅÅ eller ÅÅÅÅ-MM, en som finns [KP160]
   10 |         series: {2024: 81, 2025-13: 84, 25: 85, 2026: {value: 86, measured: maj}}
      |                            ^~~~~~~
provstad-uppf-2026.yaml:10:41: fel: '25' är varken ett år eller en månad; skriv ÅÅÅÅ eller ÅÅÅÅ-MM, en som finns [KP160]
   10 |         series: {2024: 81, 2025-13: 84, 25: 85, 2026: {value: 86, measured: maj}}
      |                                         ^~
provstad-uppf-2026.yaml:10:77: fel: 'maj' är varken ett år eller en månad; skriv ÅÅÅÅ eller ÅÅÅÅ-MM, en som finns [KP160]
   10 |         series: {2024: 81, 2025-13: 84, 25: 85, 2026: {value: 86, measured: maj}}
      |                                                                             ^~~
provstad-uppf-2026.yaml:11:16: fel: '2025-00' är varken ett år eller en månad; skriv ÅÅÅÅ eller ÅÅÅÅ-MM, en som finns [KP160]
   11 |         break: 2025-00
      |                ^~~~~~~
provstad-uppf-2026.yaml:12:18: fel: '2026-6' är varken ett år eller en månad; skriv ÅÅÅÅ eller ÅÅÅÅ-MM, en som finns [KP160]
   12 |         target: {2026-6: 90}
      |                  ^~~~~~
provstad-uppf-2026.yaml:13:43: fel: '0000' är varken ett år eller en månad; skriv ÅÅÅÅ eller ÅÅÅÅ-MM, en som finns [KP160]
   13 |         compare: [{title: Riket, series: {"0000": 70}}]
      |                                           ^~~~~~
6 fel
