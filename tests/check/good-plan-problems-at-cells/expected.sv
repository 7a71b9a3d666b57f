plan.xlsx: Handlingsplan!C10: fel: '2025-02-30' är inget datum; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, en dag som finns, eller lämna cellen tom [KP027]
plan.xlsx: Handlingsplan!I14: fel: 'våren 2026' är inget datum; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, en dag som finns, eller lämna cellen tom och skriv det under 'Åtgärd' [KP027]
plan.xlsx: Handlingsplan!J14: fel: 'Pågar' är ingen status; menade du 'Pågår'? [KP135]
plan.xlsx: Handlingsplan!G15: fel: det står en formel i cellen, och den ger #NAME?; skriv själva värdet [KP136]
4 fel
