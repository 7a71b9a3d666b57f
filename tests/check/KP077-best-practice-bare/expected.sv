provstad-2024.yaml:8:3: varning: '1.2' är märkt som gott exempel, men inget säger på vad; lägg till 'comment' eller 'note' [KP077]
    8 |   "1.2": {value: 2, best_practice: true}
      |   ^~~~~
1 varning
