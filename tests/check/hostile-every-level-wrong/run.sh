# A scale of 300,000 levels, as many evaluators, and an answer by each: no list may be searched for each of another.
mkdir -p "$WORK/rubrics"
{
    printf 'kompass: rubric/1\nid: provmall\ntitle: Provmall\nscales:\n  s:\n'
    awk 'BEGIN { for (i = 0; i < 300000; i++) print "    - {value: " i "}" }'
    printf 'areas:\n  - {id: a, title: t, max: 1, scale: s}\n'
} >"$WORK/rubrics/provmall.yaml"
{
    printf 'kompass: evaluation/1\nid: provstad-2024\nrubric: provmall\nunit: {name: P}\nyear: 2024\nevaluators:\n'
    awk 'BEGIN { for (i = 0; i < 150000; i++) print "  - {id: e" i "}" }'
    printf 'answers:\n  a:\n    value: -1\n    by:\n'
    awk 'BEGIN { for (i = 0; i < 150000; i++) print "      e" i ": " 2 * i }'
} >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
