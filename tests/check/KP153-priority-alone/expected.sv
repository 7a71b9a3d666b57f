spara texten som provstad-2024-plan.yaml: filens namn ska vara dess id
plan.xlsx: Handlingsplan!F15: anmärkning: en prioritet och inget annat är inget åtagande: utelämnat här och på liknande rader nedanför (2 sammanlagt); för ett sådant, skriv en åtgärd, vem, när eller status [KP153]
1 anmärkning
