provstad-2024.yaml:7:16: fel: U+2028 (LINE SEPARATOR) bryter raden för YAML men inte för redigeringsprogram; ersätt det med en vanlig radbrytning [KP008]
    7 | summary: Första�andra
      |                ^
provstad-2024.yaml:8:14: fel: U+2029 (PARAGRAPH SEPARATOR) bryter raden för YAML men inte för redigeringsprogram; ersätt det med en vanlig radbrytning [KP008]
    8 | note: "Tredje�fjärde"
      |              ^
provstad-2024.yaml:9:15: fel: U+0085 (NEXT LINE) bryter raden för YAML men inte för redigeringsprogram; ersätt det med en vanlig radbrytning [KP008]
    9 | source: "Femte�sjätte"
      |               ^
3 fel
