provstad-2024.yaml:7:16: fel: 'rubric_sha256' ska vara 64 hexadecimala siffror, men här står '8d5f41' [KP024]
    7 | rubric_sha256: 8d5f41
      |                ^~~~~~
1 fel
