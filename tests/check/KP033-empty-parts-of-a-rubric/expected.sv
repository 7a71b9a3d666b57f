provmall.yaml:6:8: fel: 'grad' saknar värde; skriv en lista med nivåer, eller '{min: ..., max: ...}' [KP033]
    6 |   grad:
      |        ^
provmall.yaml:9:11: fel: 'title' saknar värde; skriv en text [KP033]
    9 |     title:
      |           ^
provmall.yaml:11:16: fel: 'questions' saknar värde; skriv minst en post [KP033]
   11 |     questions: []
      |                ^
provmall.yaml:12:4: fel: en post i listan saknar värde; skriv en tabell (rader med 'nyckel: värde') [KP033]
   12 |   -
      |    ^
4 fel
