anteckningar.yaml:1:1: anmärkning: hoppades över: filen saknar 'kompass: SORT/VERSION' [KP098]
    1 | # schema: rejects
      | ^
1 anmärkning
