rubrics/provmatt-2024.yaml:6:10: fel: referensen 'provmatt-2024' gäller NO, men Provstads kommun ligger i SE; nationella referenser blandas aldrig [KP087]
    6 | country: NO
      |          ^~
1 fel
