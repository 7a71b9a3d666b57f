provstad-2024.yaml:9:16: fel: det här är inte giltig YAML: en lista börjar på raden under sin nyckel [KP010]
    9 |     strengths: - Tydliga mål
      |                ^
1 fel
