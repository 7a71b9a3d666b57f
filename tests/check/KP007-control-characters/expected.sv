provstad-2024.yaml:7:17: fel: styrtecknet U+0007 finns i filen; ta bort det [KP007]
    7 | summary: Tydliga� mål,� bra� uppföljning
      |                 ^
provstad-2024.yaml:7:23: fel: styrtecknet U+001B finns i filen; ta bort det [KP007]
    7 | summary: Tydliga� mål,� bra� uppföljning
      |                       ^
provstad-2024.yaml:7:28: fel: styrtecknet U+007F finns i filen; ta bort det [KP007]
    7 | summary: Tydliga� mål,� bra� uppföljning
      |                            ^
provstad-2024.yaml:8:7: fel: styrtecknet U+0093 finns i filen; ta bort det [KP007]
    8 | note: �Bra� service
      |       ^
provstad-2024.yaml:8:11: fel: styrtecknet U+0094 finns i filen; ta bort det [KP007]
    8 | note: �Bra� service
      |           ^
5 fel
