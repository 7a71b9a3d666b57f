provstad-2024.yaml:1:1: fel: filen är UTF-16 eller UTF-32; spara om den som UTF-8 (i PowerShell: använd -o i stället för >) [KP006]
    1 | ��#
      | ^
1 fel
