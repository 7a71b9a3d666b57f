provstad-2024.yaml:8:3: fel: en nyckel ska vara en enkel text, inte en lista eller en tabell; sätt citattecken om den börjar med '[' eller '{' [KP019]
    8 |   [1.1]: {percent: 80}
      |   ^
1 fel
