provstad-2024.yaml:7:8: fel: 'facts' ska vara en lista, men här står '14 200 invånare' [KP024]
    7 | facts: 14 200 invånare
      |        ^~~~~~~~~~~~~~~
1 fel
