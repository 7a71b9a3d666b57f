provstad-2024.yaml:7:1: fel: texten innehåller styrtecknet U+001B, skrivet som en escape-sekvens; ta bort det [KP034]
    7 | "\e[2Jsumary": x
      | ^~~~~~~~~~~~~
provstad-2024.yaml:8:1: fel: okänd nyckel 'en nyckel'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    8 | "en\nnyckel": x
      | ^~~~~~~~~~~~
provstad-2024.yaml:9:1: fel: okänd nyckel '�abc'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    9 | "�abc": x
      | ^~~~~~
3 fel
