provstad-uppf-2026.yaml:7:44: fel: målet 'M1' tjänar sig självt: M1, M3, M2, M1; ta bort ett 'parent' [KP165]
    7 |   - {id: M1, title: En god kommun, parent: M3}
      |                                            ^~
provstad-uppf-2026.yaml:11:47: fel: målet 'M5' tjänar sig självt: M5, M5; ta bort ett 'parent' [KP165]
   11 |   - {id: M5, title: Nöjda medborgare, parent: M5}
      |                                               ^~
2 fel
