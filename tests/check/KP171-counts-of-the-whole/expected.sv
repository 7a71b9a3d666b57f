provstad-uppf-2026.yaml:6:12: anmärkning: rapportens egen räkning av 'commitments' är inte vad filen tar upp: done 2, upptagna 1 [KP171]
    6 | reported: {commitments: {done: 2}}
      |            ^~~~~~~~~~~
1 anmärkning
