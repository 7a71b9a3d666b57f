rubrics/provmatt-2024.yaml:4:9: fel: referensen 'provmatt-2024' gäller bedömningsmallen 'provmall-2030', men utvärderingen använder 'provmall'; siffrorna går inte att jämföra [KP086]
    4 | rubric: provmall-2030
      |         ^~~~~~~~~~~~~
1 fel
