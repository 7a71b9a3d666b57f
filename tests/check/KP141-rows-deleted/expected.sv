spara texten som provstad-2024.yaml: filens namn ska vara dess id
form.xlsx: varning: allt har inte en rad i formuläret; det som utvärderingen säger om det står kvar (2: 1.10, 1#improvements#1) [KP141]
1 varning
