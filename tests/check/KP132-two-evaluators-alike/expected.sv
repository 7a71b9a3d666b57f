form.xlsx: Start!C8: fel: 'LE' står här en andra gång; varje utvärderare behöver egna initialer [KP132]
form.xlsx: Start!C7: anmärkning: den andra är här
1 fel
