rubrics/provnyckel.yaml:8:5: fel: totalen kan bara jämföras med totalen; skriv 'total' på båda sidorna eller ingen [KP102]
    8 |   - {from: "2", to: total, relation: wider}
      |     ^
rubrics/provnyckel.yaml:9:5: fel: totalen kan bara jämföras med totalen; skriv 'total' på båda sidorna eller ingen [KP102]
    9 |   - {from: total, to: "1", relation: overlap}
      |     ^
2 fel
