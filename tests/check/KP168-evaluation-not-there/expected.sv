provstad-uppf-2026.yaml:6:13: varning: utvärderingen 'provstad-2024' hittades inte, så det som 'follows' anger slås inte upp; lägg provstad-2024.yaml bredvid filen eller ange även den [KP168]
    6 | evaluation: provstad-2024
      |             ^~~~~~~~~~~~~
1 varning
