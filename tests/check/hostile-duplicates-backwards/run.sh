# 240,000 keys, each twice, in descending order: none may be quoted in vain.
{
    printf 'kompass: evaluation/1\nid: provstad-2024\nrubric: provmallen-2042\nunit: {name: P}\nyear: 2024\nanswers:\n'
    awk 'BEGIN { for (t = 0; t < 2; t++) for (i = 240000; i > 0; i--) printf "  k%06d: 1\n", i }'
} >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
