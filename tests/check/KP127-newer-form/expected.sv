form.xlsx: kompass!C2: fel: formuläret är av version 2, och den här kompass läser version 1; använd en nyare kompass [KP127]
1 fel
