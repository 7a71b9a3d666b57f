provstad-uppf-2026.yaml:7:52: varning: målet 'MAL2' tas inte upp i den här uppföljningen och visas med sitt id; ta upp det under 'goals' för att ge det en rubrik; menade du 'MAL1'? [KP164]
    7 |   - {id: MAL1, title: Svar inom två dagar, parent: MAL2}
      |                                                    ^~~~
provstad-uppf-2026.yaml:9:41: varning: målet 'MAL11' tas inte upp i den här uppföljningen och visas med sitt id; ta upp det under 'goals' för att ge det en rubrik; menade du 'MAL1'? [KP164]
    9 |   - {id: A1, text: Servicemodell, goal: MAL11}
      |                                         ^~~~~
provstad-uppf-2026.yaml:10:49: varning: målet 'A1' tas inte upp i den här uppföljningen och visas med sitt id; ta upp det under 'goals' för att ge det en rubrik; menade du 'MAL1'? [KP164]
   10 |   - {id: A2, text: Riktlinjer för dialog, goal: A1}
      |                                                 ^~
3 varningar
