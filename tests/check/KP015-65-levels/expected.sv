provstad-2024.yaml:7:70: fel: nästlat djupare än 64 nivåer; använd färre och se till att varje klammer avslutas [KP015]
    7 | note: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]...
      |                                                                      ^
1 fel
