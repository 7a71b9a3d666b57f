provstad-uppf-2026.yaml:7:52: fel: det finns inget mål 'MAL2' i den här uppföljningen; menade du 'MAL1'? [KP164]
    7 |   - {id: MAL1, title: Svar inom två dagar, parent: MAL2}
      |                                                    ^~~~
provstad-uppf-2026.yaml:9:41: fel: det finns inget mål 'MAL11' i den här uppföljningen; menade du 'MAL1'? [KP164]
    9 |   - {id: A1, text: Servicemodell, goal: MAL11}
      |                                         ^~~~~
provstad-uppf-2026.yaml:10:49: fel: det finns inget mål 'A1' i den här uppföljningen; menade du 'MAL1'? [KP164]
   10 |   - {id: A2, text: Riktlinjer för dialog, goal: A1}
      |                                                 ^~
3 fel
