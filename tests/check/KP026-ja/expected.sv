provstad-2024.yaml:8:36: fel: 'ja' är varken true eller false; skriv true eller false [KP026]
    8 |   "1.2": {value: 2, best_practice: ja, comment: Öppna nämndmöten}
      |                                    ^~
1 fel
