form.xlsx: Iakttagelser!D2: fel: 'Styrkor' står på en rad som inte hör till någon fråga eller något område; flytta det till en sådan rad, eller ta bort det [KP131]
1 fel
