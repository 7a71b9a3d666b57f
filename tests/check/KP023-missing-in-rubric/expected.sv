provmall.yaml:2:1: fel: 'title' saknas i bedömningsmallen [KP023]
    2 | kompass: rubric/1
      | ^
provmall.yaml:5:5: fel: 'id' saknas i det här området eller den här frågan [KP023]
    5 |   - title: Demokrati
      |     ^
provmall.yaml:9:7: fel: 'value' saknas i den här nivån [KP023]
    9 |     - label: Saknas
      |       ^
3 fel
