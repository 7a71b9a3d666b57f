provstad-uppf-2026.yaml:10:48: fel: det finns inget område 'tillgänglighet' i den här uppföljningen; menade du 'tillganglighet'? [KP163]
   10 |   - {id: M1, title: Svar inom två dagar, area: tillgänglighet}
      |                                                ^~~~~~~~~~~~~~
provstad-uppf-2026.yaml:12:49: fel: det finns inget område 'styrning' i den här uppföljningen; möjliga här: demokrati, tillganglighet [KP163]
   12 |   - {id: A1, text: Riktlinjer för dialog, area: styrning}
      |                                                 ^~~~~~~~
2 fel
