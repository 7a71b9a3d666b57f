cell-nowhere.xlsx: fel: arbetsboken är skadad ('Start'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
cell-twice.xlsx: fel: arbetsboken är skadad ('Start'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
no-xml.xlsx: fel: arbetsboken är skadad ('xl/worksheets/sheet1.xml'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
part-missing.xlsx: fel: arbetsboken är skadad ('Start'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
part-twice.xlsx: fel: arbetsboken är skadad ('XL/Workbook.xml'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
string-nowhere.xlsx: fel: arbetsboken är skadad ('Start'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
truncated.xlsx: fel: arbetsboken är skadad; hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
wrong-checksum.xlsx: fel: arbetsboken är skadad ('xl/workbook.xml'); hämta den en gång till, eller öppna den och spara under ett annat namn [KP123]
8 fel
