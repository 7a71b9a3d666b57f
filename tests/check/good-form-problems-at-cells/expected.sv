form.xlsx: Start!C3: fel: 'År' ska vara ett årtal med fyra siffror, men här står '24' [KP024]
form.xlsx: Område 1!D3: fel: 1,5 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
form.xlsx: Område 1!F3: fel: '1.1' är besvarad med både 'Gemensamt svar' och 'Svar i poäng'; behåll en [KP064]
form.xlsx: Område 1!C3: anmärkning: 'Gemensamt svar' står här
form.xlsx: Område 1!G4: fel: '1.2' är besvarad med både 'Gemensamt svar' och 'Ej tillämplig'; behåll en [KP064]
form.xlsx: Område 1!C4: anmärkning: 'Gemensamt svar' står här
form.xlsx: Område 1!F5: fel: '1.10' är besvarad med både 'Gemensamt svar' och 'Svar i poäng'; behåll en [KP064]
form.xlsx: Område 1!C5: anmärkning: 'Gemensamt svar' står här
form.xlsx: Iakttagelser!E2: fel: id '1.1' för iakttagelsen är id för ett område eller en fråga; välj ett annat, till exempel 'F1.1' [KP076]
form.xlsx: Iakttagelser!G2: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '1.3'; '1' har 1.1, 1.2, 1.10 [KP062]
form.xlsx: Iakttagelser!B3: fel: bedömningsmallen 'provmall' har inget område och ingen fråga '7'; möjliga här: 1 [KP062]
8 fel
