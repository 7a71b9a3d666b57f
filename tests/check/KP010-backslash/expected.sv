provstad-2024.yaml:7:12: fel: det här är inte giltig YAML: inom dubbla citattecken inleder ett omvänt snedstreck en escape-sekvens; använd enkla citattecken eller skriv snedstrecket två gånger [KP010]
    7 | source: "C:\Users\Lena\provstad.docx"
      |            ^
1 fel
