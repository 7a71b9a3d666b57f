provstad-2024.yaml:2:1: fel: 'year' saknas i utvärderingen [KP023]
    2 | kompass: evaluation/1
      | ^
1 fel
