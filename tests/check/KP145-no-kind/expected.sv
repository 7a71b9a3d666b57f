form.xlsx: Iakttagelser!D2: fel: ange vad det är för slags iakttagelse: välj ur cellens lista [KP145]
1 fel
