provmall.yaml:11:14: fel: '1.2' har både max och weight; behåll en av dem [KP042]
   11 |       - {id: "1.2", title: Medborgardialog, max: 40, weight: 1}
      |              ^~~~~
1 fel
