provstad-2011.xls: fel: det här är en äldre Excel- eller Wordfil, inte en YAML-fil; ange i stället .yaml-filen med utvärderingen, mallen eller jämförelsevärdena [KP180]
provstad-2024.xlsx: fel: det här är en Excelarbetsbok, inte en YAML-fil; ange i stället .yaml-filen med utvärderingen, mallen eller jämförelsevärdena [KP180]
rapport.pdf: fel: det här är ett PDF-dokument, inte en YAML-fil; ange i stället .yaml-filen med utvärderingen, mallen eller jämförelsevärdena [KP180]
renamed.yaml: fel: det här är en Excelarbetsbok, inte en YAML-fil; ange i stället .yaml-filen med utvärderingen, mallen eller jämförelsevärdena [KP180]
underlag.zip: fel: det här är en packad fil (zip), inte en YAML-fil; ange i stället .yaml-filen med utvärderingen, mallen eller jämförelsevärdena [KP180]
5 fel
