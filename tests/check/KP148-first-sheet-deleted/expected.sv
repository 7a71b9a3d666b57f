form.xlsx: fel: 'unit' saknas i utvärderingen [KP023]
form.xlsx: fel: 'year' saknas i utvärderingen [KP023]
form.xlsx: fel: formulärets första blad saknas, med kommunen, året och utvärderarna; gå tillbaka till en tidigare kopia [KP148]
3 fel
