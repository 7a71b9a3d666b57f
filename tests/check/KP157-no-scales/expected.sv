skrev form.xlsx
form.xlsx: anmärkning: ingen fråga i bedömningsmallen 'provmall' har en skala, så formuläret har inga kolumner för utvärderarnas egna värden; varje fråga har ett svar i poäng eller procent [KP157]
1 anmärkning
