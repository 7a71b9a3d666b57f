spara texten som provstads-2024.yaml: filens namn ska vara dess id
form.xlsx: Område 1!I3: anmärkning: texten innehöll osynliga styrtecken, som utelämnades [KP142]
1 anmärkning
