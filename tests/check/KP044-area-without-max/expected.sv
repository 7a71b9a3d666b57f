provmall.yaml:6:9: fel: området '1' har inget max; varje område behöver ett [KP044]
    6 |   - id: "1"
      |         ^~~
1 fel
