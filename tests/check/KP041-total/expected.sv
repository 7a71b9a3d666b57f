provmall.yaml:7:10: fel: 'total' är id för helheten; välj ett annat [KP041]
    7 |   - {id: total, title: Totalt, max: 100}
      |          ^~~~~
1 fel
