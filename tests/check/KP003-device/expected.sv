/dev/null: fel: det här är ingen vanlig fil (en enhet eller ett rör); ange en fil [KP003]
1 fel
