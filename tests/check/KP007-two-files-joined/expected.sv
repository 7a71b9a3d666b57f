provstad-2024.yaml:7:1: fel: styrtecknet U+FEFF finns i filen; ta bort det [KP007]
    7 | �note: slutet av en annan fil
      | ^
1 fel
