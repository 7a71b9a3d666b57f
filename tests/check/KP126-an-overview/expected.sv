form.xlsx: fel: den här arbetsboken är varken ett bedömningsformulär eller en översikt med handlingsplan; 'kompass form' och 'kompass export' skapar sådana [KP126]
1 fel
