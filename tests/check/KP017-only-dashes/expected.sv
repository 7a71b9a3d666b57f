provstad-2024.yaml:1:1: fel: filen har inget innehåll; den ska börja med 'kompass: SORT/VERSION', till exempel 'kompass: evaluation/1' [KP017]
    1 | # schema: rejects
      | ^
1 fel
