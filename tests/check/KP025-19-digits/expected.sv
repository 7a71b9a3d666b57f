provstad-2024.yaml:8:20: fel: '66.66666666666666666' är inget tal; skriv högst 18 siffror [KP025]
    8 |   "1.1": {percent: 66.66666666666666666}
      |                    ^~~~~~~~~~~~~~~~~~~~
1 fel
