plan.xlsx: Handlingsplan!G14: fel: raden säger vem, när eller hur långt, men inte vad som ska göras; skriv en åtgärd eller ett förslag [KP154]
plan.xlsx: Handlingsplan!G15: fel: raden säger vem, när eller hur långt, men inte vad som ska göras; skriv en åtgärd eller ett förslag [KP154]
2 fel
