provstad-2024.yaml:3:9: fel: bedömningsmallen 'provmallen-2042' hittades inte; lägg provmallen-2042.yaml i en mapp 'rubrics' bredvid filen eller ovanför, eller ange mappen med --rubrics; möjliga här: exempel-detaljfragor, kommunkompassen-2010, kommunkompassen-2016, kommunkompassen-2020 [KP060]
    3 | rubric: provmallen-2042
      |         ^~~~~~~~~~~~~~~
provstad-2024.yaml:6:3: fel: okänd nyckel 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    6 | ? xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
      |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
2 fel
