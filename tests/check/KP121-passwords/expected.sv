encrypted-part.xlsx: fel: arbetsboken är krypterad med lösenord; öppna den, ta bort lösenordet och spara [KP121]
encrypted.xlsx: fel: arbetsboken är krypterad med lösenord; öppna den, ta bort lösenordet och spara [KP121]
2 fel
