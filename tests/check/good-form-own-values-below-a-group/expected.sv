spara texten som provstads-2024.yaml: filens namn ska vara dess id
