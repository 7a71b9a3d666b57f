form.xlsx: fel: det som är dolt i arbetsboken har ändrats, så det går inte att veta vad som fyllts i och vad som stod där förut; gå tillbaka till en tidigare kopia [KP128]
1 fel
