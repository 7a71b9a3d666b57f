provmall.yaml:8:10: fel: frågorna i '1' har tillsammans max 90.5 (15 + 20 + 55.5), men '1' har max 100; de ska vara lika [KP046]
    8 |     max: 100
      |          ^~~
1 fel
