provmall.yaml:6:3: fel: skalan 'grad' har färre än två nivåer; lägg till nivåer, eller skriv '{min: ..., max: ...}' [KP049]
    6 |   grad: [{value: 1, label: Ja}]
      |   ^~~~
1 fel
