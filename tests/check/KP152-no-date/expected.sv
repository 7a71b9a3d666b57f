spara texten som provstad-2024-plan.yaml: filens namn ska vara dess id
plan.xlsx: Handlingsplan!C10: varning: inget datum säger när planen såg ut så här, så den räknas till 2024, utvärderingens år; skriv det här, som 2027-06-30 [KP152]
1 varning
