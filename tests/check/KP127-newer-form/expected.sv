form.xlsx: kompass!C2: fel: formuläret är av version 2, och det här programmet läser version 1; använd en nyare version av kompass [KP127]
1 fel
