spara texten som provstads-2024.yaml: filens namn ska vara dess id
gg.xlsx: Område 1!I3: anmärkning: 1.1 Kommentar: formulären har olika texter, som sattes under varandra [KP143]
le.xlsx: Område 1!I3: anmärkning: den andra är här
1 anmärkning
