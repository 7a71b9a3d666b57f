provstad-2024.yaml:10:21: fel: '1.2' är besvarad med både 'value' och 'not_applicable'; behåll en [KP064]
   10 |     not_applicable: true
      |                     ^~~~
provstad-2024.yaml:9:12: anmärkning: 'value' står här
    9 |     value: 1
      |            ^
1 fel
