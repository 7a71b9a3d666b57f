provstad-uppf-2026.yaml:7:49: fel: det finns inget område 'demokrati' i den här uppföljningen [KP163]
    7 |   - {id: A1, text: Riktlinjer för dialog, area: demokrati, goal: M1}
      |                                                 ^~~~~~~~~
provstad-uppf-2026.yaml:7:66: fel: det finns inget mål 'M1' i den här uppföljningen [KP164]
    7 |   - {id: A1, text: Riktlinjer för dialog, area: demokrati, goal: M1}
      |                                                                  ^~
2 fel
