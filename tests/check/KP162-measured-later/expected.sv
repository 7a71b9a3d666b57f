provstad-uppf-2026.yaml:9:56: fel: mätt 2026, alltså efter 2025, den period det står under; sätt det under den period då det mättes [KP162]
    9 |       - series: {2024: 91, 2025: {value: 93, measured: 2026}, 2026-03: {value: 94, measured: 2026-04...
      |                                                        ^~~~
provstad-uppf-2026.yaml:9:94: fel: mätt 2026-04, alltså efter 2026-03, den period det står under; sätt det under den period då det mättes [KP162]
    9 | ... measured: 2026}, 2026-03: {value: 94, measured: 2026-04}}
      |                                                     ^~~~~~~
2 fel
