provstad-2024.yaml:8:10: fel: '1.1' har ingen skala; svara i points (0 till 60) eller percent: '{percent: 80}' [KP065]
    8 |   "1.1": 2
      |          ^
provstad-2024.yaml:9:10: fel: 'total' har ingen skala; svara i points (0 till 150) eller percent: '{percent: 80}' [KP065]
    9 |   total: 3
      |          ^
2 fel
