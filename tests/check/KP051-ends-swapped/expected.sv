provmall.yaml:6:3: fel: skalan 'procent' går från 100 till 0; min ska vara mindre än max [KP051]
    6 |   procent: {min: 100, max: 0}
      |   ^~~~~~~
1 fel
