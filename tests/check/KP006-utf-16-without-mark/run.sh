# The schema test could not read such a file's first line.
printf 'k\000o\000m\000p\000a\000s\000s\000:\000' >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
