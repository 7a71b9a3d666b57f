provstad-2024.xlsx: fel: filen har det som någon har fyllt i, och skrivs inte över; importera den först, välj ett annat namn eller ange --force [KP093]
1 fel
