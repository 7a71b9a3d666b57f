provstad-uppf-2026.yaml:7:42: varning: 'follows' leder ingenstans, eftersom filen inte anger någon utvärdering; lägg till 'evaluation: ID' [KP167]
    7 |   - {id: M1, title: Svar inom två dagar, follows: ["1.1"]}
      |                                          ^~~~~~~
1 varning
