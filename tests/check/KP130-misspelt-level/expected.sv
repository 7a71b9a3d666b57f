form.xlsx: Område 1!C3: fel: 'Fins' är ingen nivå på skalan grad; menade du 'Finns'? [KP130]
form.xlsx: Område 1!C4: fel: 'Utmärkt' är ingen nivå på skalan grad; möjliga här: 0 Saknas, 1 Finns delvis, 2 Finns, eller 'Ej tillämplig'; lämna cellen tom om frågan inte är bedömd [KP130]
form.xlsx: Område 1!E4: fel: 3 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
3 fel
