provmatt-2024.yaml:21:3: fel: nyckeln '9' finns två gånger; behåll en [KP018]
   21 |   "9": 11
      |   ^~~
provmatt-2024.yaml:15:3: anmärkning: angavs först här
   15 |   "9": 9
      |   ^~~
1 fel
