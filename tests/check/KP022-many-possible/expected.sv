provstad-2024.yaml:7:1: fel: okänd nyckel 'kommentar'; möjliga här: kompass, id, rubric, rubric_sha256, unit, facts, year, visited, date, state, precision, derived, evaluators, interviewed, summary, answers, findings, published, language, source, note [KP022]
    7 | kommentar: Inte klart
      | ^~~~~~~~~
1 fel
