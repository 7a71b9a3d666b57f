provstad-2024.yaml:9:25: fel: id '1.1' för iakttagelsen är id för ett område eller en fråga; välj ett annat, till exempel 'F1.1' [KP076]
    9 |     improvements: [{id: "1.1", text: Revidera policy för information}]
      |                         ^~~~~
1 fel
