provstad-2024.xlsx: fel: filen har det som någon har fyllt i, och skrivs inte över; importera den och ange sedan --force, eller välj ett annat namn [KP093]
1 fel
