provstad-2024.yaml:5:14: fel: 'name' saknar värde; skriv en text [KP033]
    5 | unit: {name: ""}
      |              ^~
provstad-2024.yaml:6:6: fel: 'year' saknar värde; skriv ett årtal med fyra siffror [KP033]
    6 | year:
      |      ^
2 fel
