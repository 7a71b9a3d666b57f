Provstad 2024.yaml:3:5: fel: id 'provstad-2024' är inte filens namn; döp filen till 'provstad-2024.yaml' [KP030]
    3 | id: provstad-2024
      |     ^~~~~~~~~~~~~
1 fel
