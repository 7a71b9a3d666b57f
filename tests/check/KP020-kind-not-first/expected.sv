provstad-2024.yaml:2:1: fel: filen börjar inte med 'kompass: SORT/VERSION'; lägg till det som första rad, till exempel 'kompass: evaluation/1' [KP020]
    2 | id: provstad-2024
      | ^
provstad-2024.yaml:6:1: anmärkning: 'kompass' står här
    6 | kompass: evaluation/1
      | ^~~~~~~
1 fel
