provstad-2024.yaml:1:18: fel: U+000D (CR) bryter raden för YAML men inte för redigeringsprogram; ersätt det med en vanlig radbrytning [KP008]
    1 | # schema: accepts�kompass: evaluation/1�id: provstad-2024�rubric: provmall�unit: {name: Provstads ko...
      |                  ^
1 fel
