provstad-2024.yaml:9:14: fel: ankare ('&') och alias ('*') används inte i de här filerna; skriv ut värdet (ska en text börja med '&' eller '*', sätt citattecken) [KP011]
    9 |     summary: &kort Kort sammanfattning
      |              ^~~~~
provstad-2024.yaml:11:14: fel: ankare ('&') och alias ('*') används inte i de här filerna; skriv ut värdet (ska en text börja med '&' eller '*', sätt citattecken) [KP011]
   11 |     summary: *kort
      |              ^~~~~
2 fel
