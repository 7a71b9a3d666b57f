provstad-uppf-2026.yaml:6:13: varning: provstad-uppf-2026.yaml har fel, eller är ingen utvärdering, så det som 'follows' anger slås inte upp; rätta den först [KP169]
    6 | evaluation: provstad-uppf-2026
      |             ^~~~~~~~~~~~~~~~~~
1 varning
