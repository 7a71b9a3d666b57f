rubrics/provnyckel.yaml:7:40: fel: 'identical' går inte här; välj något av same, reworded, narrower, wider, overlap [KP028]
    7 |   - {from: "1.1", to: "1.1", relation: identical}
      |                                        ^~~~~~~~~
rubrics/provnyckel.yaml:8:40: fel: 'relation' saknar värde; skriv något av same, reworded, narrower, wider, overlap [KP033]
    8 |   - {from: "1.2", to: "1.3", relation: }
      |                                        ^
rubrics/provnyckel.yaml:9:5: fel: 'to' saknas i den här raden [KP023]
    9 |   - {from: "1.2", relation: same}
      |     ^
rubrics/provnyckel.yaml:10:5: fel: en post i listan ska vara en tabell (rader med 'nyckel: värde'), men här står '2 till 2' [KP024]
   10 |   - "2 till 2"
      |     ^~~~~~~~~~
rubrics/provnyckel.yaml:11:26: fel: okänd nyckel 'relations'; menade du 'relation'? [KP022]
   11 |   - {from: "2", to: "2", relations: same}
      |                          ^~~~~~~~~
5 fel
