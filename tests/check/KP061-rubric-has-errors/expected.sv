provstad-2024.yaml:4:9: fel: bedömningsmallen 'provmall' har fel, så svaren kan inte bedömas; rätta bedömningsmallen först [KP061]
    4 | rubric: provmall
      |         ^~~~~~~~
provstad-2025.yaml:4:9: fel: bedömningsmallen 'provmall' har fel, så svaren kan inte bedömas; rätta bedömningsmallen först [KP061]
    4 | rubric: provmall
      |         ^~~~~~~~
rubrics/provmall.yaml:14:10: fel: frågorna i '1' har tillsammans max 90 (50 + 40), men '1' har max 100; de ska vara lika [KP046]
   14 |     max: 100
      |          ^~~
3 fel
