provstad-2024.yml:2:5: fel: id 'provstad-2024' är inte filens namn; döp filen till 'provstad-2024.yaml' [KP030]
    2 | id: provstad-2024
      |     ^~~~~~~~~~~~~
1 fel
