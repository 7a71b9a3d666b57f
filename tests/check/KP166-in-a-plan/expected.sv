plan.xlsx: Handlingsplan!B16: fel: 'f1' är varken en fråga eller en punkt i utvärderingen 'provstad-2024'; menade du 'F1'? [KP166]
plan.xlsx: Handlingsplan!B17: fel: 'X' är varken en fråga eller en punkt i utvärderingen 'provstad-2024'; möjliga här: F1, F2, F10 [KP166]
2 fel
