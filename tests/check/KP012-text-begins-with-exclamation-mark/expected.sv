provstad-2024.yaml:7:7: fel: taggar som '!obs' används inte i de här filerna; ta bort den (ska en text börja med '!', sätt citattecken) [KP012]
    7 | note: !obs fråga 1.2 diskuteras vidare
      |       ^
1 fel
