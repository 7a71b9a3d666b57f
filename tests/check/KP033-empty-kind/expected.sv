provstad-2024.yaml:2:9: fel: 'kompass' saknar värde; skriv något av rubric/1, evaluation/1, reference/1, crosswalk/1, followup/1 [KP033]
    2 | kompass:
      |         ^
1 fel
