sbn.xlsx: Handlingsplan!C10: fel: Läget per: 2025-12-31 här, men 2025-06-30 i en annan arbetsbok; kom överens om ett av dem [KP139]
ks.xlsx: Handlingsplan!C10: anmärkning: den andra är här
sbn.xlsx: Handlingsplan!C11: fel: Nämnd eller förvaltning: Skolnämnden här, men Kommunstyrelsen i en annan arbetsbok; kom överens om ett av dem [KP139]
ks.xlsx: Handlingsplan!C11: anmärkning: den andra är här
2 fel
