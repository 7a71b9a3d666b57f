provstad-2024.yaml:5:7: fel: 'name' saknas i 'unit' [KP023]
    5 | unit: {code: "9999"}
      |       ^
1 fel
