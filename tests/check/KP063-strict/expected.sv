provstad-2024.yaml:7:16: varning: bedömningsmallen 'provmall' är inte den fil som utvärderingen påbörjades med; kontrollera att svaren fortfarande stämmer och ta sedan bort raden eller skriv filens nuvarande SHA-256 ccc03d627de09d285ccd4b319ece0e5aba2e5912b62c0367b48ffaf71bd5f134 [KP063]
    7 | rubric_sha256: 7d5f41b1e1b0d0b7c4b7e0c1a2f3948576a1b2c3d4e5f60718293a4b5c6d7e8f
      |                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 varning
