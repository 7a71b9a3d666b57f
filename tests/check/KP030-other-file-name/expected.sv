provstad-2024.yaml:3:5: fel: id 'provstad-2023' är inte filens namn; döp filen till 'provstad-2023.yaml' eller skriv 'id: provstad-2024' [KP030]
    3 | id: provstad-2023
      |     ^~~~~~~~~~~~~
1 fel
