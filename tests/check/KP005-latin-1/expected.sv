provstad-2024.yaml:7:13: fel: filen är inte UTF-8: här ser den ut som Latin-1 eller Windows-1252; spara om den som UTF-8 [KP005]
    7 | summary: Inv�narna f�r svar inom tv� dagar.
      |             ^
1 fel
