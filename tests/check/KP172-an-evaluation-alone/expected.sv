provstad-2024.yaml: fel: ingen av filerna är en uppföljning; ange en av sorten 'followup/1' [KP172]
1 fel
