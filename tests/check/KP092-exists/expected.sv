provstad-2024.yaml: fel: filen finns redan och skrivs inte över; välj ett annat namn eller flytta den [KP092]
1 fel
