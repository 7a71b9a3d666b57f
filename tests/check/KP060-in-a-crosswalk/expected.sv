rubrics/provnyckel.yaml:5:5: fel: bedömningsmallen 'provmall-2026' hittades inte; lägg provmall-2026.yaml i en mapp 'rubrics' bredvid filen eller ovanför, eller ange mappen med --rubrics; menade du 'provmall-2025'? [KP060]
    5 | to: provmall-2026
      |     ^~~~~~~~~~~~~
rubrics/provnyckel.yaml:7:12: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '9'; möjliga här: 1, 2 [KP062]
    7 |   - {from: "9", to: "9", relation: same}
      |            ^~~
2 fel
