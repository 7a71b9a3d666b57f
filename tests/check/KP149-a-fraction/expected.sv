spara texten som provstad-2024.yaml: filens namn ska vara dess id
form.xlsx: varning: allt har inte en rad i formuläret; det som utvärderingen säger om det står kvar (1: 1.2) [KP141]
form.xlsx: Område 1!D4: varning: 0,8 läses som 0,8 av 100; om 80 % menas, skriv 80 [KP149]
2 varningar
