provstad-uppf-2026.yaml:7:49: varning: området 'demokrati' tas inte upp i den här uppföljningen och visas med sitt id; ta upp det under 'areas' för att ge det en rubrik [KP163]
    7 |   - {id: A1, text: Riktlinjer för dialog, area: demokrati, goal: M1}
      |                                                 ^~~~~~~~~
provstad-uppf-2026.yaml:7:66: varning: målet 'M1' tas inte upp i den här uppföljningen och visas med sitt id; ta upp det under 'goals' för att ge det en rubrik [KP164]
    7 |   - {id: A1, text: Riktlinjer för dialog, area: demokrati, goal: M1}
      |                                                                  ^~
2 varningar
