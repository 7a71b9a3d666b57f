provstad-2024.yaml:150009:12: fel: -1 är inget värde på skalan 's'; värdena är 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ..., 299999 [KP067]
150009 |     value: -1
      |            ^~
1 fel
