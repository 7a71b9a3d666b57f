provstad-2024.yaml:7:8: fel: 'slutlig' går inte här; välj något av draft, final [KP028]
    7 | state: slutlig
      |        ^~~~~~~
1 fel
