# A line of 15 MiB, and a key as long.
{
    printf 'kompass: evaluation/1\nid: provstad-2024\nrubric: provmallen-2042\nunit: {name: P}\nyear: 2024\n? '
    head -c 15000000 /dev/zero | tr '\000' 'x'
    printf '\n: 1\n'
} >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
