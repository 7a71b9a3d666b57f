provstad-2024.yaml:5:33: varning: 'Sverige' är inget land med två versaler, som SE eller NO; referenser och jämförelser går efter dem [KP074]
    5 | unit: {name: Provstad, country: Sverige}
      |                                 ^~~~~~~
1 varning
