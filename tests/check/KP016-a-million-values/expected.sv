provstad-2024.yaml:999997:3: fel: fler än 1 000 000 värden i en fil; dela den [KP016]
999997 | - {}
      |   ^
1 fel
