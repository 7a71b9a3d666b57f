provstad-2024.yaml:8:24: varning: iakttagelsen har ingen text; skriv vad som iakttogs, eller ta bort den [KP075]
    8 |   "1": {improvements: [{id: F2, questions: ["1.2"]}]}
      |                        ^
1 varning
