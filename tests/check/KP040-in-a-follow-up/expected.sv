provstad-uppf-2026.yaml:7:69: fel: id 'service' är redan upptaget; ge var och en ett eget [KP040]
    7 | areas: [{id: service, title: Service}, {id: M1, title: Miljö}, {id: service, title: Bemötande}]
      |                                                                     ^~~~~~~
provstad-uppf-2026.yaml:7:14: anmärkning: angavs först här
    7 | areas: [{id: service, title: Service}, {id: M1, title: Miljö}, {id: service, title: Bemötande}]
      |              ^~~~~~~
provstad-uppf-2026.yaml:8:90: fel: id 'M1' är redan upptaget; ge var och en ett eget [KP040]
    8 | ...gar}, {id: service, title: Svar i telefon}, {id: M1, title: Mätning}]
      |                                                     ^~
provstad-uppf-2026.yaml:8:14: anmärkning: angavs först här
    8 | goals: [{id: M1, title: Svar inom två dagar}, {id: service, title: Svar i telefon}, {id: M1, title: ...
      |              ^~
provstad-uppf-2026.yaml:9:96: fel: id 'M1' är redan upptaget; ge var och en ett eget [KP040]
    9 | ...ea: M1, goal: M1}, {id: A1, text: Mätning}, {id: M1, text: Rutin}]
      |                                                     ^~
provstad-uppf-2026.yaml:9:20: anmärkning: angavs först här
    9 | commitments: [{id: M1, text: Servicemodell, area: M1, goal: M1}, {id: A1, text: Mätning}, {id: M1, t...
      |                    ^~
3 fel
