form.xlsx: Start!C4: fel: 'Klart' är inget läge; möjliga här: 'Utkast', 'Slutlig' [KP135]
form.xlsx: Iakttagelser!D2: fel: 'Brist' är inget slags iakttagelse; möjliga här: 'Styrkor', 'Finns delar, men kan bli bättre', 'Förbättringsmöjligheter', 'Exempel att lära av' [KP135]
form.xlsx: Underlag!D2: fel: 'Foto' är inget slags underlag; möjliga här: 'Övrigt', 'Intervju', 'Dokument', 'Webbplats', 'Intranät' [KP135]
3 fel
