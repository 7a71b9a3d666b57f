form.xlsx: Iakttagelser!D2: fel: 'Styrkor' står på en rad som inte hör till någon fråga eller något område; välj en i kolumnen 'Nr', eller ta bort raden [KP131]
1 fel
