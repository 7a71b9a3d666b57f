provstad-2025.yaml: fel: översättningsnyckeln 'provnyckel' hittades inte; lägg provnyckel.yaml i en mapp 'rubrics' bredvid filen eller ovanför, eller ange filens sökväg [KP104]
1 fel
