provstad-uppf-2026.yaml:7:20: fel: 'reached' ska vara ett heltal, 0 eller mer, men här står 2.5 [KP031]
    7 |   goals: {reached: 2.5, total: -1, klara: 3}
      |                    ^~~
provstad-uppf-2026.yaml:7:32: fel: 'total' ska vara ett heltal, 0 eller mer, men här står -1 [KP031]
    7 |   goals: {reached: 2.5, total: -1, klara: 3}
      |                                ^~
provstad-uppf-2026.yaml:7:36: fel: okänd nyckel 'klara'; möjliga här: reached, near, not_reached, not_measured, total [KP022]
    7 |   goals: {reached: 2.5, total: -1, klara: 3}
      |                                    ^~~~~
provstad-uppf-2026.yaml:8:3: fel: okänd nyckel 'uppdrag'; möjliga här: goals, commitments, areas, activities, assignments, directives [KP022]
    8 |   uppdrag: {total: 6}
      |   ^~~~~~~
provstad-uppf-2026.yaml:9:10: fel: okänd nyckel 'nära'; möjliga här: reached, near, partly, not_reached, not_measured, up, same, down, done, ongoing, delayed, not_started, dropped, commitment, activity, assignment, directive [KP022]
    9 | labels: {nära: nära målet, done: klart}
      |          ^~~~
provstad-uppf-2026.yaml:11:26: fel: 'partly' går inte här; välj något av reached, near, not_reached, not_measured [KP028]
   11 |   - {id: M1, assessment: partly, indicators: [{serie: {2024: 1}, better: högre}]}
      |                          ^~~~~~
provstad-uppf-2026.yaml:11:48: fel: okänd nyckel 'serie'; menade du 'series'? [KP022]
   11 |   - {id: M1, assessment: partly, indicators: [{serie: {2024: 1}, better: högre}]}
      |                                                ^~~~~
provstad-uppf-2026.yaml:11:74: fel: 'högre' går inte här; välj något av higher, lower [KP028]
   11 |   - {id: M1, assessment: partly, indicators: [{serie: {2024: 1}, better: högre}]}
      |                                                                          ^~~~~
provstad-uppf-2026.yaml:13:20: fel: 'åtagande' går inte här; välj något av commitment, activity, assignment, directive [KP028]
   13 |   - {id: A1, kind: åtagande, status: klar, expected: ongoing, progress: 120, due: 2026-13, owners: K...
      |                    ^~~~~~~~
provstad-uppf-2026.yaml:13:38: fel: 'klar' går inte här; välj något av done, partly, ongoing, delayed, not_started, dropped [KP028]
   13 |   - {id: A1, kind: åtagande, status: klar, expected: ongoing, progress: 120, due: 2026-13, owners: K...
      |                                      ^~~~
provstad-uppf-2026.yaml:13:54: fel: 'ongoing' går inte här; välj något av done, delayed [KP028]
   13 |   - {id: A1, kind: åtagande, status: klar, expected: ongoing, progress: 120, due: 2026-13, owners: K...
      |                                                      ^~~~~~~
provstad-uppf-2026.yaml:13:73: fel: 'progress' ska vara från 0 till 100, men här står 120 [KP031]
   13 |   - {id: A1, kind: åtagande, status: klar, expected: ongoing, progress: 120, due: 2026-13, owners: K...
      |                                                                         ^~~
provstad-uppf-2026.yaml:13:83: fel: '2026-13' är inget datum; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, en dag som finns [KP027]
   13 | ...us: klar, expected: ongoing, progress: 120, due: 2026-13, owners: KS}
      |                                                     ^~~~~~~
provstad-uppf-2026.yaml:13:100: fel: 'owners' ska vara en lista, men här står 'KS' [KP024]
   13 | ...d: ongoing, progress: 120, due: 2026-13, owners: KS}
      |                                                     ^~
14 fel
