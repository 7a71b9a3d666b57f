# A file that somebody made to hurt: the tree is built without recursion.
{
    printf 'kompass: evaluation/1\nid: provstad-2024\nnote: '
    head -c 100000 /dev/zero | tr '\000' '['
} >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
