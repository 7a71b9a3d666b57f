form.xlsx: Start!C8: fel: utvärderare 2 har egna värden (1 stycken) men inga initialer; fyll i dem på första bladet [KP138]
1 fel
