form.xlsx: Område 1!A1: fel: bladet 'Område 1' har tappat sin dolda rad eller kolumn, så det som är ifyllt där går inte att läsa; gå tillbaka till en tidigare kopia, eller kopiera svaren till ett nytt formulär [KP147]
form.xlsx: Område 2!A1: fel: bladet 'Område 2' har tappat sin dolda rad eller kolumn, så det som är ifyllt där går inte att läsa; gå tillbaka till en tidigare kopia, eller kopiera svaren till ett nytt formulär [KP147]
2 fel
