rubrics/provnyckel.yaml:9:5: fel: '1.1' till '1.1' står på två rader; behåll en [KP100]
    9 |   - {from: "1.1", to: "1.1", relation: reworded}
      |     ^
rubrics/provnyckel.yaml:7:5: anmärkning: angavs först här
    7 |   - {from: "1.1", to: "1.1", relation: same}
      |     ^
1 fel
