saknas/x.xlsx: fel: filen kan inte skrivas: mappen finns inte; det som fanns där är orört [KP090]
1 fel
