provstad-2024.yaml:3:5: fel: 'årsta-2024' kan inte vara en fils id; använd a-z, 0-9, '-' och '.', till exempel 'arsta-2024' [KP029]
    3 | id: årsta-2024
      |     ^~~~~~~~~~
1 fel
