gg.xlsx: fel: arbetsboken är inte skapad ur samma utvärdering och mall som le.xlsx; importera dem var för sig [KP140]
1 fel
