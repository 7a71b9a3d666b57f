provstad-2024.yaml:9:1: fel: nyckeln 'state' finns två gånger; behåll en [KP018]
    9 | state: final
      | ^~~~~
provstad-2024.yaml:7:1: anmärkning: angavs först här
    7 | state: draft
      | ^~~~~
1 fel
