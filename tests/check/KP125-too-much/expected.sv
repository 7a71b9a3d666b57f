bomb-lying.xlsx: fel: arbetsboken är skadad ('xl/worksheets/sheet1.xml'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
long-text.xlsx: fel: arbetsboken innehåller långt mer än ett formulär (högst 32 MiB, 48 MiB uppackad, 400 000 celler); ta bort det som inte hör dit, även tomma rader, eller ange själva formuläret [KP125]
many-parts.xlsx: fel: arbetsboken innehåller långt mer än ett formulär (högst 32 MiB, 48 MiB uppackad, 400 000 celler); ta bort det som inte hör dit, även tomma rader, eller ange själva formuläret [KP125]
million-cells.xlsx: fel: arbetsboken innehåller långt mer än ett formulär (högst 32 MiB, 48 MiB uppackad, 400 000 celler); ta bort det som inte hör dit, även tomma rader, eller ange själva formuläret [KP125]
4 fel
