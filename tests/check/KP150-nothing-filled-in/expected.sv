plan.xlsx: fel: inget är ifyllt i handlingsplanen; fyll i dess gula celler (av en poängöversikt läses inget annat tillbaka; bedömningsformulär skapas med 'kompass form') [KP150]
1 fel
