provstad-2024.yaml:8:10: fel: 3 är inget värde på skalan 'grad'; värdena är 0 Saknas, 1 Finns delvis, 2 Finns [KP067]
provstad-2024.yaml:9:3: fel: nyckeln '1.2' finns två gånger; behåll en [KP018]
