gg.xlsx: Område 1!C3: fel: 1.1: ingenting här, men Saknas i en annan arbetsbok; kom överens om ett av dem [KP139]
le.xlsx: Område 1!C3: anmärkning: den andra är här
le.xlsx: varning: allt har inte en rad i formuläret; det som utvärderingen säger om det står kvar (1: 1#improvements#1) [KP141]
1 fel, 1 varning
