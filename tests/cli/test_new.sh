#!/bin/sh
# `new`: what it writes passes `check` as it is, and has every question's text beside its answer.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

# new_passes LABEL ARGUMENT...: the output, under the name that it asks for, passes check without a word.
new_passes() {
    shift
    run new "$@"
    exits 0
    id=$(sed -n 's/^id: "*\([^"]*\)"*$/\1/p' out)
    err_has " $id.yaml: "
    mv out "evaluations/$id.yaml"
    run check --strict "evaluations/$id.yaml"
    exits 0
    err_has "1 file: no problems"
    run score "evaluations/$id.yaml" --format json
    exits 0
    out_has '"complete":false'
    last=evaluations/$id.yaml
}

# ---- every shipped rubric in every language ----

cat >questions.py <<'P'
# Every node's title in the language stands beside its answer (leaves) or above its children (others).
import json, re, sys
path, lang = sys.argv[1], sys.argv[2]
lines = open(path, encoding="utf-8").read().split("\n")
score = json.loads(sys.stdin.read())
one_line = lambda text: " ".join(text.split())
assert score["areas"]
def see(node):
    title = one_line(node["title"])
    if node["questions"]:
        assert f"  # {node['id']} {title}" in lines, (node["id"], title)
    else:
        beside = [x for x in lines if re.match(r'  "?' + re.escape(node["id"]) + r'"?:  *# ', x)]
        assert len(beside) >= 1 and title in beside[0], (node["id"], title, beside)
        assert re.search(r"\[.+\]", beside[0]), beside # and what may be written
    for child in node["questions"]:
        see(child)
for area in score["areas"]:
    see(area)
P
for rubric in rubrics/*.yaml; do
    rubric_id=$(basename "$rubric" .yaml)
    grep -q '^kompass: rubric/1' "$rubric" || continue
    for lang in sv nb en; do
        new_passes "$rubric_id in $lang" "$rubric_id" --unit "Ny kommun $lang" --year 2025 --lang $lang
        "$K" score "$last" --format json --lang $lang >scored 2>err
        check "each question of $rubric_id in $lang stands beside its answer" \
            sh -c "'$PYTHON' questions.py '$last' $lang <scored"
        check "the rubric's hash is noted" grep -q "^rubric_sha256: \"*$(sha256sum "$rubric" | cut -d' ' -f1)" "$last"
    done
    run new "$rubric_id" --unit "Ny kommun" --year 2025
    cp out by-id
    run new "$rubric" --unit "Ny kommun" --year 2025
    check "$rubric by path is the same as by id" cmp by-id out
done
run new kommunkompassen-2010 --unit "Eskilstuna kommun" --year 2025
sed "s/^\(rubric_sha256: \).*/\1.../" out >masked
golden new-2010-sv.txt masked
run new exempel-detaljfragor --unit "Södertälje" --year 2025 --lang en
sed 's/^\(rubric_sha256: \).*/\1.../' out >masked
golden new-detaljfragor-en.txt masked

# ---- units that must be quoted; ids from units ----

named() { # ID UNIT
    new_passes "unit $2" kommunkompassen-2020 --unit "$2" --year 2025 --lang en
    check "the id is made of the unit $2" test "$last" = "evaluations/$1.yaml"
    "$K" score "$last" --format json 2>/dev/null | "$PYTHON" -c \
        'import json, sys; sys.exit(json.load(sys.stdin)["evaluation"]["unit"] != sys.argv[1])' "$2"
    check "the unit $2 is kept as it is" test $? = 0
}
named eskilstuna-2025 "Eskilstuna kommun"
named ovre-eiker-2025 "Øvre Eiker kommune"
named aeroe-2025 "Ærøe"
named a-b-2025 'A "B"'
named a-b-2025 'A\B'
named a-b-2025 'A: B'
named a-b-2025 'A # B'
named a-b-2025 "A 'B'"
named a-b-2025 '{A: [B]}'
named a-b-2025 '- A b'
named a-2025 '%A'
named a-2025 '&A'
named a-2025 '*A'
named a-2025 '!A'
named a-2025 '|A'
named a-2025 '>A'
named a-2025 '@A'
named a-2025 '`A'
named a-2025 '=A'
named no-2025 'no'
named null-2025 'null'
named 1-2025 '1'
named 1-10-2025 '1.10'
named x-2025 '~'
named x-2025 '😀'
named x-2025 '日本'
named a-b-2025 'A
B'
named a-b-2025 "A	B"
named a-b-2025 "$(printf 'A\342\200\250B')" # U+2028, a line separator
named a-b-2025 "$(printf 'A\302\205B')"     # U+0085, next line
named a-2025 "$(printf '\357\273\277A')"    # a byte order mark
named a-2025 "$(printf 'A\r')"
named kommun-2025 'kommun'

bad_unit() {
    run new kommunkompassen-2020 --unit "$1" --year 2025
    exits 2
    out_is_empty
    err_has "the value of '--unit' holds control characters or is not UTF-8"
}
bad_unit "$(printf 'A\033[31mB')"
bad_unit "$(printf 'A\001')"
bad_unit "$(printf 'A\177')"
bad_unit "$(printf 'A\302\200')"
bad_unit "$(printf 'A\345')" # Latin-1
bad_unit "$(printf 'A\303')"
bad_unit "$(printf '\355\240\200')" # a surrogate

# ---- a rubric with ids and titles of all sorts ----

mkdir -p own/rubrics
cat >own/rubrics/odd.yaml <<'Y'
kompass: rubric/1
id: odd
title: Odd
scales:
  s: [{value: 0, label: "a\nb"}, {value: 1, label: "c # d"}]
areas:
  - id: "a\nb"
    title: "Two\nlines"
    max: 1
    questions:
      - {id: "c: d", title: "x: y # z", scale: s}
      - {id: "e\\\"f", title: "tab\there", scale: s}
      - {id: "\"", title: "\u2028odd\u0085line\u2029breaks", scale: s}
      - {id: "no", title: "a\r\nb"}
  - {id: "- g", title: "{h", max: 1}
  - {id: "?", title: "*", max: 1}
  - {id: " blank ", title: "&a", max: 1}
  - {id: "日", title: "😀", max: 1}
Y
run check own/rubrics/odd.yaml
exits 0
cp own/rubrics/odd.yaml rubrics
new_passes "odd ids and titles" odd --unit U --year 2025 --lang en
golden new-odd.txt "$last"

# ---- -o ----

run new kommunkompassen-2010 --unit "Min kommun" --year 2025 -o evaluations/egen-2025.yaml
exits 0
out_is_empty
err_has "wrote evaluations/egen-2025.yaml"
run check --strict evaluations/egen-2025.yaml
exits 0
check "the id is the name of the file" grep -q '^id: "*egen-2025"*$' evaluations/egen-2025.yaml
cp evaluations/egen-2025.yaml before
run new kommunkompassen-2010 --unit "En annan" --year 2024 -o evaluations/egen-2025.yaml
exits 3
err_has "the file exists and is not overwritten"
check "an existing file is kept" cmp before evaluations/egen-2025.yaml
ln -s egna.yaml evaluations/to-nothing.yaml && ln -s to-itself.yaml to-itself.yaml
run new kommunkompassen-2010 --unit U --year 2024 -o evaluations/to-nothing.yaml
exits 0
check "a link to nothing is followed: the file is where it leads" test -f evaluations/egna.yaml -a -L evaluations/to-nothing.yaml
for target in to-itself.yaml missing/x.yaml; do
    run new kommunkompassen-2010 --unit U --year 2024 -o $target
    exits 3
    out_is_empty
    err_has "[KP090]"
done
for target in text.txt yaml x.yml /dev/null/ ""; do
    run new kommunkompassen-2010 --unit U --year 2024 --output="$target"
    exits 2
    err_has "does not end in .yaml"
done
mkdir folder.yaml && mkfifo pipe.yaml
for target in folder.yaml pipe.yaml; do
    run new kommunkompassen-2010 --unit U --year 2024 -o $target
    exits 3
    err_has "[KP091]"
done
for target in Egen.yaml min_kommun.yaml -egen.yaml .yaml "egen 2025.yaml" å.yaml; do
    run new kommunkompassen-2010 --unit U --year 2024 --output="$target"
    exits 2
    err_has "will not do as a file name"
done
check "no temporary is left" sh -c '[ -z "$(find . -name ".kompass.*")" ]'

# ---- a rubric that is missing or wrong ----

run new nosuch --unit U --year 2025
exits 1
out_is_empty
err_has "no rubric 'nosuch' was found"
run new rubrics/nosuch.yaml --unit U --year 2025
exits 3
printf 'kompass: rubric/1\nid: half\ntitle: T\n' >rubrics/half.yaml
run new half --unit U --year 2025
exits 1
out_is_empty
err_has "'areas' is missing"
run new half --unit U --year 2025 -o evaluations/half-2025.yaml
exits 1
check "nothing is written of a wrong rubric" test ! -e evaluations/half-2025.yaml

finish
