provstad-2024.yaml:2:10: fel: okänd sorts fil 'utvärdering/1'; det här programmet läser rubric/1, evaluation/1, reference/1, crosswalk/1, followup/1 [KP021]
    2 | kompass: utvärdering/1
      |          ^~~~~~~~~~~~~
1 fel
