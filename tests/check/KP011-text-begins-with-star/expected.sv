provstad-2024.yaml:7:7: fel: ankare ('&') och alias ('*') används inte i de här filerna; skriv ut värdet (ska en text börja med '&' eller '*', sätt citattecken) [KP011]
    7 | note: *viktigt att följa upp
      |       ^~~~~~~~
1 fel
