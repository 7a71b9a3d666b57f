form.xlsx: Område 1!E3: fel: utvärderare #2 har egna värden men inga initialer; fyll i dem på första bladet [KP138]
1 fel
