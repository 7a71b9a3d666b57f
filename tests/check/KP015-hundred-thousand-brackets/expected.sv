provstad-2024.yaml:3:70: fel: nästlat djupare än 64 nivåer; använd färre och se till att varje klammer avslutas [KP015]
    3 | note: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...
      |                                                                      ^
1 fel
