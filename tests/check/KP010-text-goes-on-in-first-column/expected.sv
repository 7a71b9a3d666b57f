provstad-2024.yaml:8:1: fel: det här är inte giltig YAML: raden är ingen 'nyckel: värde'; dra in en text som fortsätter längre än dess nyckel [KP010]
    8 | och har tydliga mål.
      | ^
1 fel
