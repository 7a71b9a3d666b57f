provstad-uppf-2026.yaml:10:17: fel: siffran för 2022 ska säga en sak; skriv ett tal, {value: ..., measured: ...}, {missing: true} eller {forecast: ...} [KP161]
   10 |           2022: {}
      |                 ^
provstad-uppf-2026.yaml:11:17: fel: siffran för 2023 ska säga en sak; skriv ett tal, {value: ..., measured: ...}, {missing: true} eller {forecast: ...} [KP161]
   11 |           2023: {value: 81, forecast: 82}
      |                 ^
provstad-uppf-2026.yaml:12:17: fel: siffran för 2024 ska säga en sak; skriv ett tal, {value: ..., measured: ...}, {missing: true} eller {forecast: ...} [KP161]
   12 |           2024: {missing: false}
      |                 ^
provstad-uppf-2026.yaml:13:17: fel: siffran för 2025 ska säga en sak; skriv ett tal, {value: ..., measured: ...}, {missing: true} eller {forecast: ...} [KP161]
   13 |           2025: {forecast: 84, measured: 2024}
      |                 ^
provstad-uppf-2026.yaml:14:17: fel: siffran för 2026 ska säga en sak; skriv ett tal, {value: ..., measured: ...}, {missing: true} eller {forecast: ...} [KP161]
   14 |           2026: {value: 85, missing: true}
      |                 ^
5 fel
