plan.xlsx: fel: ett bedömningsformulär och en handlingsplan anges tillsammans; importera dem var för sig [KP147]
1 fel
