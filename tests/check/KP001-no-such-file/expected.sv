provstad-2042.yaml: fel: filen kan inte läsas: filen finns inte [KP001]
1 fel
