provstad-2025.yaml:4:9: anmärkning: Provstads kommun 2021 använder bedömningsmallen 'provmall' och Provstads kommun 2025 'provmall-2025', och ingen översättningsnyckel går mellan dem, så varken totaler eller områden går att jämföra; skriv en i en mapp 'rubrics' eller ange den med --crosswalk [KP106]
    4 | rubric: provmall-2025
      |         ^~~~~~~~~~~~~
1 anmärkning
