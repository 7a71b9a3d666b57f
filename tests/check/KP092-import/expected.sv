form.xlsx: varning: allt har inte en rad i formuläret; det som utvärderingen säger om det står kvar (2: 1.2, 1.10) [KP141]
provstad-2024.yaml: fel: filen finns redan och skrivs inte över; välj ett annat namn eller flytta den [KP092]
provstad-2024.yaml: anmärkning: den säger sådant som de här arbetsböckerna inte säger, och som skulle försvinna (2: 1.2 value, 1.2 note)
provstad-2024.yaml: anmärkning: ska flera formulär läggas ihop, ange alla i samma kommando
provstad-2024.yaml: anmärkning: --dry-run visar vad som skulle ändras och vad som skulle försvinna; --force ersätter filen med det som arbetsböckerna säger
1 fel, 1 varning
