# 300,000 keys that there are not.
{
    printf 'kompass: evaluation/1\nid: provstad-2024\nrubric: provmallen-2042\nunit: {name: P}\nyear: 2024\n'
    awk 'BEGIN { for (i = 0; i < 300000; i++) print "k" i ": 1" }'
} >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
