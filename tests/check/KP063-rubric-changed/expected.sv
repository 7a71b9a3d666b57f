provstad-2024.yaml:7:16: varning: bedömningsmallen 'provmall' är inte den fil som utvärderingen påbörjades med; kontrollera att svaren fortfarande stämmer och ta sedan bort raden eller skriv filens nuvarande SHA-256 ccc03d627de09d285ccd4b319ece0e5aba2e5912b62c0367b48ffaf71bd5f134 [KP063]
    7 | rubric_sha256: 7D5F41B1E1B0D0B7C4B7E0C1A2F3948576A1B2C3D4E5F60718293A4B5C6D7E8F
      |                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 varning
