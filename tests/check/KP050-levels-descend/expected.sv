provmall.yaml:8:15: fel: nivån 1 kommer inte efter 2; räkna upp nivåerna med det lägsta värdet först, varje värde en gång [KP050]
    8 |     - {value: 1, label: Finns delvis}
      |               ^
provmall.yaml:9:15: fel: nivån 1.0 kommer inte efter 1; räkna upp nivåerna med det lägsta värdet först, varje värde en gång [KP050]
    9 |     - {value: 1.0, label: Saknas}
      |               ^~~
2 fel
