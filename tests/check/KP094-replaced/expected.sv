skrev provstad-2024.yaml
form.xlsx: varning: allt har inte en rad i formuläret; det som utvärderingen säger om det står kvar (2: 1.2, 1.10) [KP141]
provstad-2024.yaml: varning: det som den ersatta filen sa och arbetsböckerna inte säger är nu borta (2: 1.2 value, 1.2 note); ange alla formulär i samma kommando för att behålla det som vart och ett säger; '--dry-run' visar sådant innan det sker [KP094]
2 varningar
