provstad-2021.yaml: fel: det finns bara en utvärdering att jämföra; en jämförelse behöver minst två [KP107]
1 fel
