provstad-2024.yaml:7:1: fel: här börjar ett andra YAML-dokument; ha ett dokument per fil [KP014]
    7 | ---
      | ^~~
1 fel
