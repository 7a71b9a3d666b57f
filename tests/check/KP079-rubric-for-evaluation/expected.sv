rubrics/provmall.yaml:2:10: fel: det här är en fil av sorten 'rubric/1', men här behöver 'score' en av sorten 'evaluation/1' [KP079]
    2 | kompass: rubric/1
      |          ^~~~~~~~
1 fel
