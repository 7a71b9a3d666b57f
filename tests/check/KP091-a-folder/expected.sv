rubrics: fel: det här är en mapp, ingen fil som kan ersättas; ange en fil [KP091]
1 fel
