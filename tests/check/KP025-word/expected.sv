provstad-2024.yaml:8:20: fel: 'hälften' är inget tal; skriv bara siffror, till exempel 80 eller 12.5 [KP025]
    8 |   "1.1": {percent: hälften}
      |                    ^~~~~~~
1 fel
