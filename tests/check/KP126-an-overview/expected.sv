form.xlsx: fel: den här arbetsboken är inget bedömningsformulär; 'kompass form' skapar ett [KP126]
1 fel
