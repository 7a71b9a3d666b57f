rubrics: varning: ingen fil av sorten 'evaluation/1' hittades i den här mappen [KP097]
1 varning
