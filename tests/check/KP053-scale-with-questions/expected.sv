provmall.yaml:14:12: fel: '1' har frågor under sig och kan därför inte ha en skala; ta bort det ena [KP053]
   14 |     scale: grad
      |            ^~~~
1 fel
