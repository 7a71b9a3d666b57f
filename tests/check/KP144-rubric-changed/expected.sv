spara texten som provstads-2024.yaml: filens namn ska vara dess id
form.xlsx: kompass!C5: varning: bedömningsmallen 'provmall' är inte den fil som formuläret skapades ur; kontrollera att frågorna fortfarande är desamma [KP144]
1 varning
