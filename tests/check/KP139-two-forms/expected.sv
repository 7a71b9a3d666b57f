gg.xlsx: Start!C2: fel: Kommun: "Provstad" här, men "Provstads kommun" i en annan arbetsbok; kom överens om ett av dem [KP139]
le.xlsx: Start!C2: anmärkning: den andra är här
gg.xlsx: Område 1!C3: fel: 1.1: Saknas här, men Finns i en annan arbetsbok; kom överens om ett av dem [KP139]
le.xlsx: Område 1!C3: anmärkning: den andra är här
gg.xlsx: Område 1!C4: fel: 1.2: Finns här, men Ej tillämplig i en annan arbetsbok; kom överens om ett av dem [KP139]
le.xlsx: Område 1!G4: anmärkning: den andra är här
3 fel
