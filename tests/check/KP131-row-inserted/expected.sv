form.xlsx: Område 1!C6: fel: 'Finns' står på en rad som inte hör till någon fråga eller något område; flytta det till en sådan rad, eller ta bort det [KP131]
form.xlsx: Område 1!I7: fel: 'Kolla detta!' står på en rad som inte hör till någon fråga eller något område; flytta det till en sådan rad, eller ta bort det [KP131]
2 fel
