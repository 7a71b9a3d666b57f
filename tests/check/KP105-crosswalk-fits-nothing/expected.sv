rubrics/provnyckel.yaml:4:7: fel: översättningsnyckeln går från 'provmall-2020' till 'provmall-2025', men inga två utvärderingar som jämförs använder dem; utelämna --crosswalk eller ange en annan [KP105]
    4 | from: provmall-2020
      |       ^~~~~~~~~~~~~
1 fel
