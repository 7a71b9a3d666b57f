provmall.yaml:6:38: fel: alla områden har max 0, så det kan aldrig bli någon total; ge minst ett område max över 0 [KP057]
    6 |   - {id: "1", title: Demokrati, max: 0}
      |                                      ^
1 fel
