provstad-2024.yaml:2:1: fel: filen börjar inte med 'kompass: SORT/VERSION'; lägg till det som första rad, till exempel 'kompass: evaluation/1' [KP020]
    2 | Provstad 2024
      | ^~~~~~~~~~~~~
1 fel
