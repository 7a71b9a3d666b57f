provstad-2024.yaml:8:39: fel: 'dokument' går inte här; välj något av interview, document, website, intranet, other [KP028]
    8 |   "1.2": {value: 1, evidence: [{type: dokument, text: Årsplan 2024}]}
      |                                       ^~~~~~~~
1 fel
