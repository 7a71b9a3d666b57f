provstad-2024.yaml:4:9: fel: bedömningsmallen 'provmall' har fel, så svaren kan inte bedömas; rätta bedömningsmallen först [KP061]
    4 | rubric: provmall
      |         ^~~~~~~~
rubrics/provmall.yaml:2:10: fel: okänd sorts fil 'mall/1'; det här programmet läser rubric/1, evaluation/1, reference/1, crosswalk/1, followup/1 [KP021]
    2 | kompass: mall/1
      |          ^~~~~~
2 fel
