form.xlsx: fel: den här arbetsboken är varken ett bedömningsformulär eller en översikt med handlingsplan; 'kompass form' och 'kompass export' skapar sådana (en översikt utan förbättringsmöjligheter har ingen handlingsplan) [KP126]
1 fel
