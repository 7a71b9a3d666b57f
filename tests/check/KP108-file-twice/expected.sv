provstad-2021.yaml:3:5: fel: utvärderingen 'provstad-2021' anges två gånger; ange den en gång, eller ge var och en ett eget id [KP108]
    3 | id: provstad-2021
      |     ^~~~~~~~~~~~~
1 fel
