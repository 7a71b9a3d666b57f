plan.xlsx: fel: ett bedömningsformulär och en handlingsplan anges tillsammans; importera dem var för sig [KP151]
1 fel
