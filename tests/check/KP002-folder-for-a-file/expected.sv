./rubrics: fel: det här är en mapp; ange en fil [KP002]
1 fel
