rubrics/provmatt-2024.yaml:1:1: fel: referensen 'provmatt-2024' gäller NO, men Provstads kommun ligger i SE; nationella referenser blandas aldrig [KP087]
    1 | # schema: accepts
      | ^
1 fel
