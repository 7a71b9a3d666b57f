provstad-uppf-2026.yaml:8:3: anmärkning: rapportens egen räkning av 'goals' är inte vad filen tar upp: reached 10, upptagna 1; total 29, upptagna 1; filen är ett utdrag [KP171]
    8 |   goals: {reached: 10, near: 0, total: 29}
      |   ^~~~~
provstad-uppf-2026.yaml:9:3: anmärkning: rapportens egen räkning av 'assignments' är inte vad filen tar upp: total 6, upptagna 1; filen är ett utdrag [KP171]
    9 |   assignments: {total: 6}
      |   ^~~~~~~~~~~
2 anmärkningar
