provstad-2024.yaml:8:5: fel: en nyckel ska vara en enkel text, inte en lista eller en tabell; sätt citattecken om den börjar med '[' eller '{' [KP019]
    8 |   ? {fråga: 1.1}
      |     ^
1 fel
