provstad-2024.yaml:7:11: fel: 'Svenska' är inget språk; skriv kortformen, till exempel sv, nb eller en [KP032]
    7 | language: Svenska
      |           ^~~~~~~
provstad-2024.yaml:8:11: fel: 'svenska' är inget språk; skriv kortformen, till exempel sv, nb eller en [KP032]
    8 | summary: {svenska: Kommunen styrs väl., en: Well governed.}
      |           ^~~~~~~
2 fel
