provstad-2024.yaml: fel: filen är större än 16 MiB; dela den, eller lägg långa texter någon annanstans [KP004]
1 fel
