spara texten som provstads-2024.yaml: filens namn ska vara dess id
form.xlsx: Start!E3: varning: 'bara preliminärt' står där inget läses (och 1 till i kolumnen); flytta det till en cell att fylla i, till exempel 'Arbetsanteckning' (en utvärderare till fyller i en egen kopia av formuläret) [KP155]
form.xlsx: Start!D8: varning: 'KK' står där inget läses; flytta det till en cell att fylla i, till exempel 'Arbetsanteckning' (en utvärderare till fyller i en egen kopia av formuläret) [KP155]
form.xlsx: Område 1!F2: varning: 'Kari' står där inget läses (och 2 till i kolumnen); flytta det till en cell att fylla i, till exempel 'Arbetsanteckning' (en utvärderare till fyller i en egen kopia av formuläret) [KP155]
form.xlsx: Område 1!J3: varning: 'ring Kari' står där inget läses; flytta det till en cell att fylla i, till exempel 'Arbetsanteckning' (en utvärderare till fyller i en egen kopia av formuläret) [KP155]
4 varningar
