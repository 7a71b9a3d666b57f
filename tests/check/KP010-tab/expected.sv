provstad-2024.yaml:6:1: fel: det här är inte giltig YAML: här står en tabb; dra in med mellanslag [KP010]
    6 | 	name: Provstads kommun
      | ^
1 fel
