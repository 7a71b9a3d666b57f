provstad-2024.yaml:11:57: fel: id 'F1' är redan upptaget; ge var och en ett eget [KP040]
   11 |     improvements: [{id: F2, text: Servicegaranti}, {id: F1, text: Öppettider}]
      |                                                         ^~
provstad-2024.yaml:9:20: anmärkning: angavs först här
    9 |     partial: [{id: F1, text: Revidera policy}]
      |                    ^~
1 fel
