provstad-2024.yaml:8:10: fel: ankare ('&') och alias ('*') används inte i de här filerna; skriv ut värdet (ska en text börja med '&' eller '*', sätt citattecken) [KP011]
    8 |   "1.1": &samma {percent: 80}
      |          ^~~~~~
provstad-2024.yaml:9:9: fel: sammanslagningsnycklar ('<<') används inte i de här filerna; skriv ut värdena [KP013]
    9 |   "2": {<<: *samma, note: samma bedömning}
      |         ^~
2 fel
