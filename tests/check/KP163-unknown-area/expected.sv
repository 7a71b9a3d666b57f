provstad-uppf-2026.yaml:10:48: varning: området 'tillgänglighet' tas inte upp i den här uppföljningen och visas med sitt id; ta upp det under 'areas' för att ge det en rubrik; menade du 'tillganglighet'? [KP163]
   10 |   - {id: M1, title: Svar inom två dagar, area: tillgänglighet}
      |                                                ^~~~~~~~~~~~~~
provstad-uppf-2026.yaml:12:49: varning: området 'styrning' tas inte upp i den här uppföljningen och visas med sitt id; ta upp det under 'areas' för att ge det en rubrik; möjliga här: demokrati, tillganglighet [KP163]
   12 |   - {id: A1, text: Riktlinjer för dialog, area: styrning}
      |                                                 ^~~~~~~~
2 varningar
