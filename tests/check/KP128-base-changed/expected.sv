form.xlsx: fel: formulärets dolda blad har ändrats, så det går inte att veta vad som fyllts i och vad som stod där förut; gå tillbaka till en tidigare kopia [KP128]
1 fel
