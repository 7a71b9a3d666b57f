provstad-uppf-2026.yaml:7:52: fel: id 'service' är redan upptaget; ge var och en ett eget [KP040]
    7 | goals: [{id: M1, title: Svar inom två dagar}, {id: service, title: Svar i telefon}]
      |                                                    ^~~~~~~
provstad-uppf-2026.yaml:6:14: anmärkning: angavs först här
    6 | areas: [{id: service, title: Service}]
      |              ^~~~~~~
provstad-uppf-2026.yaml:8:20: fel: id 'M1' är redan upptaget; ge var och en ett eget [KP040]
    8 | commitments: [{id: M1, text: Servicemodell}, {id: M1, text: Mätning}]
      |                    ^~
provstad-uppf-2026.yaml:7:14: anmärkning: angavs först här
    7 | goals: [{id: M1, title: Svar inom två dagar}, {id: service, title: Svar i telefon}]
      |              ^~
provstad-uppf-2026.yaml:8:51: fel: id 'M1' är redan upptaget; ge var och en ett eget [KP040]
    8 | commitments: [{id: M1, text: Servicemodell}, {id: M1, text: Mätning}]
      |                                                   ^~
provstad-uppf-2026.yaml:7:14: anmärkning: angavs först här
    7 | goals: [{id: M1, title: Svar inom två dagar}, {id: service, title: Svar i telefon}]
      |              ^~
3 fel
