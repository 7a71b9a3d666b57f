provstad-2024.yaml:15:3: fel: nyckeln '1.1' finns två gånger; behåll en [KP018]
   15 |   "1.1": {percent: 50}
      |   ^~~~~
provstad-2024.yaml:12:3: anmärkning: angavs först här
   12 |   "1.1": {percent: 50}
      |   ^~~~~
1 fel
