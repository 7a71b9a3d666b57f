provstad-uppf-2026.yaml:8:52: fel: '1.9' är varken en fråga eller en punkt i utvärderingen 'provstad-2024'; '1' har 1.1, 1.2 [KP166]
    8 |   - {id: M1, title: Svar inom två dagar, follows: ["1.9"]}
      |                                                    ^~~~~
1 fel
