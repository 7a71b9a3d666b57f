1 fil utan problem
provmall.yaml:10005:8: fel: fler än 10 000 områden och frågor i en bedömningsmall [KP056]
10005 | - {id: a10001, title: t, max: 1}
      |        ^~~~~~
1 fel
