provstad-2024.yaml: fel: referensen 'snitt-2042' hittades inte; lägg snitt-2042.yaml i en mapp 'rubrics' bredvid filen eller ovanför, eller ange filens sökväg [KP085]
1 fel
