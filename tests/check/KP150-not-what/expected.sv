plan.xlsx: Handlingsplan!G14: fel: raden säger vem, när eller hur långt, men inte vad som ska göras; skriv en åtgärd eller ett förslag [KP150]
plan.xlsx: Handlingsplan!G15: fel: raden säger vem, när eller hur långt, men inte vad som ska göras; skriv en åtgärd eller ett förslag [KP150]
2 fel
