macro-sheet.xlsx: fel: arbetsboken har makron, och det har inget av våra formulär; spara den som .xlsx, utan makron [KP122]
macros.xlsx: fel: arbetsboken har makron, och det har inget av våra formulär; spara den som .xlsx, utan makron [KP122]
2 fel
