provstad-2024.yaml:8:31: fel: taggar som '!!str' används inte i de här filerna; ta bort den (ska en text börja med '!', sätt citattecken) [KP012]
    8 |   - {label: Folkmängd, value: !!str 14200}
      |                               ^
1 fel
