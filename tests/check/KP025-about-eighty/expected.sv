form.xlsx: Område 1!C5: fel: 'ca 80' är inget tal; möjliga här: 0–100, eller 'Ej tillämplig'; lämna cellen tom om frågan inte är bedömd [KP025]
form.xlsx: Område 1!D5: fel: 'over 80 %' är inget tal; möjliga här: 0–100, eller 'Ej tillämplig'; lämna cellen tom om frågan inte är bedömd [KP025]
2 fel
