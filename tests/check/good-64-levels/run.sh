# The deepest file that passes, by way of the deepest rubric: a list and a map a level.
{
    printf 'kompass: rubric/1\nid: provmall\ntitle: Provmall\nareas:\n'
    indent="" i=0
    while [ "$i" -lt 31 ]; do
        printf '%s- id: n%s\n%s  title: t\n' "$indent" "$i" "$indent"
        [ "$i" -eq 0 ] && printf '  max: 1\n'
        [ "$i" -lt 30 ] && printf '%s  questions:\n' "$indent"
        indent="$indent  " i=$((i + 1))
    done
} >"$WORK/provmall.yaml"
cd "$WORK" && "$KOMPASS" check provmall.yaml --lang "$1"
