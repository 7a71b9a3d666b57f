#!/bin/sh
# `kompass compare`: order, tables and JSON, which crosswalk is taken, what is refused.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

# ---- the shipped pair ----

for lang in sv nb en; do
    run compare evaluations/orebro-2010.yaml evaluations/orebro-2012.yaml --lang $lang
    exits 0
    err_is_empty
    golden "compare-orebro-$lang.txt" out
done
run compare evaluations/orebro-2010.yaml evaluations/orebro-2012.yaml --format json
exits 0
golden compare-orebro-json.txt out
cp out json
run compare --format json evaluations/orebro-2012.yaml evaluations/orebro-2010.yaml
check "the order of the files does not matter" cmp json out
run --format json compare evaluations/orebro-2012.yaml evaluations/orebro-2010.yaml
check "nor that of command and options" cmp json out

# ---- three invented rounds over three rubrics ----

mkdir -p three/rubrics/deep three/keys three/other/rubrics
rubric() { # ID TITLE-OF-1.2 ID-OF-THE-THIRD MAX-OF-1.1
    cat <<END
kompass: rubric/1
id: $1
title: Mall
edition: $1
language: sv
scales: {grad: [{value: 0, label: Saknas}, {value: 1, label: Delvis}, {value: 2, label: Finns}]}
areas:
  - id: "1"
    title: Demokrati
    max: 100
    questions:
      - {id: "1.1", title: Plan, max: $4}
      - {id: "1.2", title: $2, max: $((100 - $4)), questions: [{id: a, title: A, scale: grad}, {id: b, title: B, scale: grad}]}
  - {id: "2", title: Service, max: 100, questions: [{id: "$3", title: Webb}, {id: "2.2", title: Telefon}]}
END
}
rubric mall-1 Insyn 2.1 40 >three/rubrics/mall-1.yaml
rubric mall-2 "Insyn och dialog" 2.9 40 >three/rubrics/mall-2.yaml
rubric mall-3 "Insyn och dialog" 2.9 60 >three/rubrics/mall-3.yaml
round() { # ID RUBRIC YEAR ANSWERS
    printf 'kompass: evaluation/1\nid: %s\nrubric: %s\nunit: {name: Provstad, code: "0001", country: SE}\nyear: %s\nstate: final\nanswers: {%s}\n' "$@"
}
round p-2018 mall-1 2018 '"1.1": {points: 20}, a: 1, b: 2, "2.1": {percent: 50}, "2.2": {percent: 30}' >three/p-2018.yaml
round p-2021 mall-2 2021 '"1.1": {points: 30}, a: 2, b: 2, "2.9": {percent: 70}, "2.2": n/a' >three/p-2021.yaml
round p-2024 mall-3 2024 '"1.1": {points: 45}, a: 2, b: n/a, "2.9": {percent: 80}, "2.2": {percent: 40}' >three/p-2024.yaml
crosswalk() { # ID FROM TO ROW...
    printf 'kompass: crosswalk/1\nid: %s\nfrom: %s\nto: %s\nlanguage: sv\ncaveat: Förbehåll %s.\nmap:\n' "$1" "$2" "$3" "$1"
    shift 3
    for row in "$@"; do
        printf -- '  - {from: %s, to: %s, relation: %s}\n' $row
    done
}
crosswalk fram mall-1 mall-2 'total total overlap' '"1" "1" reworded' '"1.1" "1.1" same' '"1.2" "1.2" wider' 'a a same' \
    '"2.1" "2.9" reworded' '"2.2" "2.2" same' >three/rubrics/fram.yaml
# This one leads back: it is read the other way round.
crosswalk bak mall-3 mall-2 '"1" "1" same' '"1.1" "1.1" same' '"1.2" "1.2" narrower' '"2" "2" same' '"2.9" "2.9" same' \
    '"2.2" "2.2" same' '"2.2" "2.9" overlap' >three/rubrics/bak.yaml

cd three || exit 1
run compare p-2018.yaml p-2021.yaml p-2024.yaml
exits 0
err_is_empty
golden compare-three-sv.txt "$WORK/out"
run compare p-2024.yaml p-2018.yaml p-2021.yaml --lang en
golden compare-three-en.txt "$WORK/out"
run compare . --format json --lang en
exits 0
err_is_empty
golden compare-three-json.txt "$WORK/out"
"$PYTHON" - "$WORK/out" <<'END' >"$WORK/got" 2>&1 || fail "the JSON of three rounds" "$WORK/got"
import json, sys
c = json.load(open(sys.argv[1], encoding="utf-8"))
nodes = {n["id"]: n for n in c["nodes"]}
assert [r["evaluation"] for r in c["rounds"]] == ["p-2018", "p-2021", "p-2024"]
assert c["total"]["change"] == [None, None, None] and "Förbehåll fram" in c["total"]["caveat"]
assert nodes["1.2"]["status"] == [None, "wider", "wider"], nodes["1.2"]  # narrower, read backwards
assert nodes["2.9"]["ids"] == ["2.1", "2.9", "2.9"] and nodes["2.9"]["change"] == [None, 10, 5]
assert nodes["2.2"]["status"] == [None, "not applicable", "not applicable"]
assert nodes["1.1"]["change"] == [None, 10, 15] and "max 40" in nodes["1.1"]["reason"][2]
assert "2.9" in nodes["2.2"]["reason"][2]
END
pass
run check .
exits 0

# ---- which crosswalk is taken ----

crosswalk egen mall-1 mall-2 '"1" "1" same' >keys/egen.yaml
crosswalk annan mall-1 mall-2 '"1" "1" same' >other/rubrics/annan.yaml
crosswalk djup mall-1 mall-2 '"1" "1" same' >rubrics/deep/djup.yaml
run compare p-2018.yaml p-2021.yaml
out_has "Förbehåll fram"
run compare p-2018.yaml p-2021.yaml --rubrics other/rubrics
out_has "Förbehåll annan"
KOMPASS_RUBRICS=nowhere:other/rubrics run compare p-2018.yaml p-2021.yaml
out_has "Förbehåll annan"
run compare p-2018.yaml p-2021.yaml --crosswalk keys/egen.yaml
exits 0
out_has "Förbehåll egen"
run compare p-2018.yaml p-2021.yaml --crosswalk egen --rubrics keys
out_has "Förbehåll egen"
run compare p-2018.yaml p-2021.yaml p-2024.yaml --crosswalk keys/egen.yaml
out_has "Förbehåll egen"
out_has "Förbehåll bak" # the other steps still find theirs
rm rubrics/fram.yaml
run compare p-2018.yaml p-2021.yaml --lang en
exits 0
err_has "[KP106]"
out_has "No crosswalk says"
run compare p-2018.yaml p-2021.yaml --lang en --strict
exits 0 # a note never matters
printf 'kompass: crosswalk/1\nid: trasig\nfrom: mall-1\nto: mall-2\nmap: [\n' >rubrics/trasig.yaml
run compare p-2018.yaml p-2021.yaml
exits 0 # whether it would lead there cannot be known
err_has "[KP106]"
printf 'kompass: crosswalk/1\nid: fel\nfrom: mall-1\nto: mall-2\nmap: [{from: "9", to: "1", relation: same}]\n' >rubrics/fel.yaml
run compare p-2018.yaml p-2021.yaml
exits 1 # one that leads there has errors: without it the comparison would be another
err_has "rubrics/fel.yaml:5:14: error:"
out_is_empty
run compare p-2018.yaml p-2021.yaml --crosswalk rubrics/mall-1.yaml
exits 1
err_has "[KP079]"
out_is_empty
run compare p-2018.yaml p-2021.yaml --crosswalk keys/none.yaml
exits 3
out_is_empty
run compare p-2018.yaml p-2018.yaml
exits 1
err_has "[KP108]"
out_is_empty
cd .. || exit 1

# ---- the workbook ----

run compare evaluations/orebro-2010.yaml evaluations/orebro-2012.yaml -o orebro.xlsx --lang en
exits 0
out_is_empty
err_has "wrote orebro.xlsx"
check "the workbook is there" test -s orebro.xlsx
run compare evaluations/orebro-2012.yaml evaluations/orebro-2010.yaml -o again.xlsx --format json --lang en
exits 0
check "the order of the files does not matter for it either" cmp orebro.xlsx again.xlsx
if grep -q '"kompass":"compare/1"' out; then pass; else fail "-o and --format give both" out; fi
run compare evaluations/orebro-2010.yaml evaluations/orebro-2012.yaml -o evaluations/orebro-2010.yaml
exits 2
check "an evaluation is not overwritten" grep -q '^kompass: evaluation/1' evaluations/orebro-2010.yaml
run compare evaluations/orebro-2010.yaml evaluations/orebro-2012.yaml -o nowhere/x.xlsx
exits 3
err_has "[KP090]"
run compare evaluations/orebro-2010.yaml evaluations/orebro-2010.yaml -o not.xlsx
exits 1
check "no workbook where nothing is compared" test ! -e not.xlsx
run plan evaluations/orebro-2010.yaml evaluations/orebro-2012.yaml
exits 0
out_has "Jämförelse!A1 = "

# ---- one bad file among many, several municipalities ----

mkdir many
cp evaluations/nacka-2011.yaml evaluations/orebro-2012.yaml many
printf 'kompass: evaluation/1\nid: bad\nrubric: kommunkompassen-2010\nunit: {name: B}\nyear: 2011\nanswers: {"9": 1}\n' >many/bad.yaml
run compare many --lang en
exits 1
err_has "many/bad.yaml:6:11: error:"
out_has "Nacka kommun 2011"
out_has "Difference"
# Side by side municipalities differ; nothing changed over time, on no sheet.
over_time='Förändring|ökningarna|, ökning|minskning|idigare|senare|Omgång|Ändrad |ändrad|Endring|nedgang|idligere|Runde|Changes? |Rises|falls|earlier|Round\b'
for lang in sv nb en; do
    run plan evaluations/orebro-2012.yaml evaluations/eskilstuna-2011.yaml --lang $lang
    exits 0
    grep -oE ' = "[^"]*"|title "[^"]*"' "$WORK/out" | grep -v oförändrad >words
    check "$lang: no word of a change" sh -c "! grep -E '$over_time' words"
done
run plan evaluations/orebro-2012.yaml evaluations/eskilstuna-2011.yaml
out_has 'Störst skillnad Eskilstuna kommun 2011'
out_has 'Högre än Eskilstuna kommun 2011'
# Characters of two columns: the title is cut to the columns that there are, not to as many characters.
mkdir -p wide/rubrics
small_rubric wide Wide | sed "s/title: Area/title: $(printf '日%.0s' $(seq 40))/" >wide/rubrics/wide.yaml
for year in 2019 2020; do
    evaluation wide-$year wide | sed "s/^year: .*/year: $year/" >wide/wide-$year.yaml
    echo 'answers: {"1.1": {points: 5}}' >>wide/wide-$year.yaml
done
run compare wide
exits 0
out_has " $(printf '日%.0s' $(seq 23))…  "

# Sixty side by side: the sheet is wide, its charts are not.
mkdir sixty
for i in $(seq 10 69); do
    sed "s/^id: .*/id: by$i-2021/; s/{name: [^,]*/{name: By $i/; s/code: \"[0-9]*\"/code: \"10$i\"/" evaluations/vallentuna-2021.yaml >"sixty/by$i-2021.yaml"
done
run compare sixty -o sixty.xlsx
exits 0
check "a comparison of sixty municipalities is written" test -s sixty.xlsx

# Each column of differences names what it is held against.
run plan evaluations/orebro-2012.yaml evaluations/eskilstuna-2011.yaml evaluations/grastorp-2014.yaml
check "two columns say against whom" test "$(grep -c '^Jämförelse!.*= "Skillnad mot Eskilstuna kommun 2011"' out)" = 2

# ---- known as a whole only; two countries ----

run compare evaluations/orebro-2012.yaml evaluations/orebro-2015.yaml --lang sv
out_has "Ej redovisad: en av omgångarna är bara känd som helhet"
out_lacks "Ej bedömd"
run plan evaluations/orebro-2012.yaml evaluations/orebro-2015.yaml --lang sv
check "the areas were not left unanswered" sh -c "grep -q '= \"Ej redovisad\"' out && ! grep -q 'Ej bedömd\" ' out"
run compare evaluations/roros-2021.yaml evaluations/vallentuna-2021.yaml --lang en
out_has "The municipalities lie in different countries (NO and SE)"
run compare evaluations/roros-2021.yaml evaluations/vallentuna-2021.yaml --lang en --format json
out_has '"caveat":"The municipalities lie in different countries (NO and SE)'
run plan evaluations/roros-2021.yaml evaluations/vallentuna-2021.yaml --lang sv
out_has 'Jämförelse!A5 = "Kommunerna ligger i olika länder'
out_has '"Olika länder'
# What a line's break says to those who see it, its alternative text says, too.
run plan evaluations/vallentuna-2017.yaml evaluations/vallentuna-2019.yaml evaluations/vallentuna-2021.yaml --lang sv
out_has 'Totalt 2017 69 %, 2019 75 %; därefter, inte jämförbart: 2021 81 %.'

# ---- a max that was changed ----

mkdir -p max/rubrics
for edition in 1 2; do
    cat >max/rubrics/mall-$edition.yaml <<END
kompass: rubric/1
id: mall-$edition
title: Mall
areas:
  - id: "1"
    title: Ett
    max: $((40 + 20 * edition))
    questions: [{id: "1.1", title: A, max: $((20 + 20 * edition))}, {id: "1.2", title: B, max: 20}]
END
    cat >max/e$edition.yaml <<END
kompass: evaluation/1
id: e$edition
rubric: mall-$edition
unit: {name: Provstad}
year: 202$edition
state: final
answers: {"1.1": {percent: 50}, "1.2": {percent: $((30 + 10 * edition))}}
END
done
cat >max/rubrics/mall.yaml <<'END'
kompass: crosswalk/1
id: mall
from: mall-1
to: mall-2
map:
  - {from: total, to: total, relation: same}
  - {from: "1", to: "1", relation: same}
  - {from: "1.1", to: "1.1", relation: same}
  - {from: "1.2", to: "1.2", relation: same}
END
run compare max/e1.yaml max/e2.yaml --lang en
out_has "the rounds have different maxima: 1 max 60 → 80; Total max 60 → 80."
run compare max/e1.yaml max/e2.yaml --format json
"$PYTHON" - "$WORK/out" <<'END' >"$WORK/got" 2>&1 || fail "the change is in points all the same" "$WORK/got"
import json, sys
line = json.load(open(sys.argv[1], encoding="utf-8"))["nodes"][1]
assert line["id"] == "1.1" and line["change"] == [None, 10] and line["percent"] == [50, 50], line
assert line["status"] == [None, "same"] and line["reason"] == [None, "max 40 → 60"], line
END
pass
run plan max/e1.yaml max/e2.yaml --lang en
check "the same share is no rise" sh -c "grep -q '^Comparison!.*= \"1\\.2\"' out && ! grep -q '^Comparison!.*= \"1\\.1\"' out"
out_has "Percent"
out_has '"max 40 → 60"'

run compare evaluations/nacka-2011.yaml --lang en
exits 1
err_has "[KP107]"
run compare
exits 2

finish
