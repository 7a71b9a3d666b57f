form.xlsx: Område 1!B6: fel: '1.1' står här en andra gång; behåll en av raderna [KP132]
form.xlsx: Område 1!B3: anmärkning: den andra är här
1 fel
