doctype.xlsx: fel: inget kalkylprogram har skapat den här arbetsboken: 'xl/worksheets/sheet1.xml' har en dokumenttyp, som kan nå andra filer; öppna den inte [KP124]
external-entity.xlsx: fel: inget kalkylprogram har skapat den här arbetsboken: 'xl/worksheets/sheet1.xml' har en dokumenttyp, som kan nå andra filer; öppna den inte [KP124]
2 fel
