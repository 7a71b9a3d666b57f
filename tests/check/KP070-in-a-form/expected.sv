form.xlsx: Område 1!C4: fel: '1.1.1' är besvarad, men det är också '1.1' ovanför, som gäller för allt under; behåll en nivå [KP070]
form.xlsx: Område 1!G3: anmärkning: '1.1' står här
1 fel
