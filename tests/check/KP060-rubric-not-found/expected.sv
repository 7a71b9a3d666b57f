provstad-2024.yaml:4:9: fel: bedömningsmallen 'provmallen-2042' hittades inte; lägg provmallen-2042.yaml i en mapp 'rubrics' bredvid filen eller ovanför, eller ange mappen med --rubrics; möjliga här: exempel-detaljfragor, kommunkompassen-2010, kommunkompassen-2016, kommunkompassen-2020 [KP060]
    4 | rubric: provmallen-2042
      |         ^~~~~~~~~~~~~~~
1 fel
