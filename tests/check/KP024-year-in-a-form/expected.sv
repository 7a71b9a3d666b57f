form.xlsx: Start!C3: fel: 'År' ska vara ett årtal med fyra siffror, men här står 'år 2026' [KP024]
1 fel
