rubrics/provnyckel.yaml:8:12: varning: '1.1' är same eller reworded på två rader, så dess poäng skulle räknas två gånger; behåll den som frågar samma sak och kalla den andra overlap, narrower eller wider [KP101]
    8 |   - {from: "1.1", to: "1.3", relation: reworded}
      |            ^~~~~
rubrics/provnyckel.yaml:7:12: anmärkning: angavs först här
    7 |   - {from: "1.1", to: "1.1", relation: same}
      |            ^~~~~
rubrics/provnyckel.yaml:9:23: varning: '1.3' är same eller reworded på två rader, så dess poäng skulle räknas två gånger; behåll den som frågar samma sak och kalla den andra overlap, narrower eller wider [KP101]
    9 |   - {from: "1.2", to: "1.3", relation: reworded}
      |                       ^~~~~
rubrics/provnyckel.yaml:8:23: anmärkning: angavs först här
    8 |   - {from: "1.1", to: "1.3", relation: reworded}
      |                       ^~~~~
2 varningar
