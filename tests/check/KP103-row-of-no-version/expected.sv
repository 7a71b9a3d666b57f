rubrics/provnyckel.yaml:8:12: varning: bedömningsmallen 'provmall' har varken '1.5' eller '1.6' i den version som hittades; kontrollera att andra versioner har dem [KP103]
    8 |   - {from: "1.5", to: "1.6", relation: same}
      |            ^~~~~
1 varning
