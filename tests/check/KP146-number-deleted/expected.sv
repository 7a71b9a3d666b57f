form.xlsx: Område 1!A1: fel: kolumnen 'Nr' saknas på bladet, så ingen kan säga vad raderna gäller; ångra det, eller gå tillbaka till en tidigare kopia [KP146]
1 fel
