# 10,000 areas pass; one more does not.
areas() { # count
    printf 'kompass: rubric/1\nid: provmall\ntitle: Provmall\nareas:\n'
    i=0
    while [ "$i" -lt "$1" ]; do
        i=$((i + 1))
        echo "- {id: a$i, title: t, max: 1}"
    done
}
areas 10000 >"$WORK/provmall.yaml"
cd "$WORK" && "$KOMPASS" check provmall.yaml --lang "$1" || exit
areas 10001 >"$WORK/provmall.yaml"
"$KOMPASS" check provmall.yaml --lang "$1"
