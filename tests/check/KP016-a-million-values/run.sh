# One value more than a file may have.
{
    printf 'kompass: evaluation/1\nid: provstad-2024\nfacts:\n'
    awk 'BEGIN { for (i = 0; i < 1000000; i++) print "- {}" }'
} >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
