provmatt-2024.yaml:6:4: fel: 'n' ska vara ett heltal, 1 eller mer, men här står 0 [KP031]
    6 | n: 0
      |    ^
provmatt-2024.yaml:7:15: fel: '1' ska vara 0 eller mer, men här står -2 [KP031]
    7 | values: {"1": -2}
      |               ^~
2 fel
