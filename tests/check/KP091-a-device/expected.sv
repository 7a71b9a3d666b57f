/dev/null: fel: det här är en enhet eller ett rör, ingen fil som kan ersättas; ange en fil [KP091]
1 fel
