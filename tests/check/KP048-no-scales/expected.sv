provmall.yaml:10:57: fel: det finns ingen skala 'grad'; ange den under 'scales' [KP048]
   10 |       - {id: "1.1", title: Plan för information, scale: grad}
      |                                                         ^~~~
1 fel
