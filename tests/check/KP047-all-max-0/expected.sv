provmall.yaml:6:9: fel: inget i '1' räknas, så det kan aldrig få något resultat; ge minst en fråga max över 0 [KP047]
    6 |   - id: "1"
      |         ^~~
1 fel
