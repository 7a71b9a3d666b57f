#!/bin/sh
# What `followup` prints: counts, derived facts and what answers what, over hard cases; where evaluations are found.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2154 # lib.sh is sourced; words as meant
. "$(dirname "$0")/lib.sh"

is() { if [ "$1" = "$2" ]; then pass; else fail "$3: '$2', not '$1'"; fi; }

cp -R "$ROOT/tests/data/followup" uppf

# ---- goldens: two years of one municipality, named in the wrong order; see the comments in the files ----

A=uppf/provstad-ks-2025.yaml B=uppf/provstad-ks-2026.yaml
run followup $B $A
exits 0
golden followup-table.txt out
golden followup-notes.txt err
for lang in nb en; do
    run followup $B $A --lang $lang
    golden "followup-$lang.txt" out
done
run followup $B $A --format json
exits 0
golden followup-json.txt out
check "json is one line" test "$(wc -l <out)" = 1
run followup $B $A --format table
check "table is the default" cmp -s out "$HERE/golden/followup-table.txt"
run followup uppf
check "a folder gives the same, its evaluation is passed over" cmp -s out "$HERE/golden/followup-table.txt"
run followup uppf $A ./$B
check "a file that is named twice counts once" cmp -s out "$HERE/golden/followup-table.txt"
run followup $B $A --strict
exits 0 # notes never count
run check uppf
exits 0
err_has "7 notes"

# ---- where the evaluation is found ----

mkdir apart
cp $A apart
run followup apart/provstad-ks-2025.yaml --rubrics uppf/rubrics
exits 0
err_has "[KP168]"
out_lacks "F1"
run followup apart/provstad-ks-2025.yaml uppf/provstad-2024.yaml
exits 0
err_lacks "[KP168]"
out_has "F1"
run followup uppf/provstad-2024.yaml # an evaluation alone is no follow-up
exits 1
err_has "[KP172]"
out_is_empty

# ---- an area and goals that the file does not list, as in an excerpt: warnings, and the ids as written ----

printf '%s\n' 'kompass: followup/1' 'id: utdrag' 'unit: {name: Provstads kommun}' 'year: 2026' 'excerpt: true' \
    'areas: [{id: M1, title: Miljö}]' \
    'goals: [{id: M1, title: Svar inom två dagar, area: processkvalitet, parent: KF3}]' \
    'commitments: [{id: M1, text: Servicemodell, area: miljö, goal: M9}]' >utdrag.yaml
run followup utdrag.yaml -o utdrag.xlsx --lang sv
exits 0
err_has "[KP163]"
err_has "[KP164]"
unzip -p utdrag.xlsx xl/sharedStrings.xml >out
out_has ">processkvalitet<"
out_has "Bidrar till KF3"
out_has ">miljö (tas inte upp)<" # a listed area is called the same
out_has ">M9<"
run followup utdrag.yaml --strict
exits 1

# ---- one bad file of several; kinds; usage ----

printf 'kompass: followup/1\nid: bad\nunit: {name: U}\n' >apart/bad.yaml
run followup apart/bad.yaml $A
exits 1
err_has "[KP023]"
out_has "provstad-ks-2025"
out_lacks "bad"
run followup rubrics/kommunkompassen-2010.yaml $A
exits 1
err_has "[KP079]"
out_has "provstad-ks-2025"
run followup nowhere.yaml $A
exits 3
err_has "[KP001]"
out_has "provstad-ks-2025"
mkdir nothing
run followup nothing
exits 0
err_has "[KP097]"
run followup
exits 2
run followup $A --format csv
exits 2
err_has "table, json"
run score evaluations/nacka-2011.yaml --format csv
exits 0 # the same option, with other choices

# ---- the workbook: beside a table, or alone; the same bytes wherever the files lie ----

run followup $B $A -o one.xlsx
exits 0
out_is_empty
err_has "wrote one.xlsx"
check "it is a workbook" test -s one.xlsx
run followup $B $A -o two.xlsx --format table
exits 0
check "a table beside it" cmp -s out "$HERE/golden/followup-table.txt"
check "the same bytes" cmp one.xlsx two.xlsx
run followup $B -o $B
exits 2
run followup $B -o uppf
exits 3
err_has "[KP091]"
SOURCE_DATE_EPOCH=soon "$K" followup $B -o three.xlsx >out 2>err
is 2 $? "a date that is none"
is 0 "$(ls three.xlsx 2>/dev/null | wc -l)" "and no file"

# ---- reports of several municipalities: each is named, and none is another's year before ----

texts() { unzip -p "$1" xl/sharedStrings.xml >out; }
run followup evaluations/kungsbacka-ks-2016.yaml evaluations/eskilstuna-klk-2018.yaml $A
out_has "flera kommuner"
out_has "Från utvärdering till åtgärd · eskilstuna-2011"
out_has "12 av 53 punkter tas upp"
out_has "Från utvärdering till åtgärd · provstad-2024"
run followup evaluations/kungsbacka-ks-2016.yaml evaluations/eskilstuna-klk-2018.yaml $A -o several.xlsx
exits 0
texts several.xlsx
out_has ">Kungsbacka kommun, Eskilstuna kommun, Provstads kommun · Uppföljning 2016–2025<"
out_has ">2016 Kungsbacka kommun, Kommunstyrelsen<"
out_has ">2018 Eskilstuna kommun, Kommunledningskontoret<"
out_has ">Rapporterna gäller flera kommuner."
out_has ">Eskilstuna kommun 2011: 1 Demokrati<" # areas of two evaluations may be called the same
unzip -p several.xlsx docProps/core.xml >out
out_has "Kungsbacka kommun, Eskilstuna kommun, Provstads kommun"
run followup $B $A
out_lacks "flera kommuner"
sed 's/^id: .*/id: bytt/; s/Provstads kommun/Provstads stad/' $B >uppf/bytt.yaml # another name, the same code
run followup uppf/bytt.yaml $A
out_lacks "flera kommuner"
rm uppf/bytt.yaml

# ---- sheets with nothing to list are left out, and "with charts" is said where there are some ----

run followup evaluations/exempelkommunen-plan-2025.yaml -o plan.xlsx
exits 0
unzip -p plan.xlsx xl/workbook.xml >out
out_has 'name="Åtaganden och uppdrag"'
out_lacks 'name="Mål och indikatorer"'
texts plan.xlsx
out_has ">Exempelkommunen 2024<"
out_lacks "inte upp några mål"
out_has ">Tas inte upp<"
run followup evaluations/kalmar-ks-2019.yaml -o kalmar.xlsx
texts kalmar.xlsx
out_has ">Hela serier, med diagram: Serier<"
unzip -p kalmar.xlsx xl/charts/chart1.xml >out
out_has "Axeln börjar vid 65"
run followup evaluations/eskilstuna-klk-2018.yaml -o klk.xlsx
unzip -p klk.xlsx xl/workbook.xml >out
out_lacks 'name="Serier"' # one value and a missing one need no table
printf '%s\n' 'kompass: followup/1' 'id: kort' 'unit: {name: Provstads kommun}' 'year: 2026' \
    'goals: [{id: M1, title: Svar, indicators: [{title: Svar, series: {2024: 80, 2025: 82, 2026: {missing: true}}}]}]' >kort.yaml
run followup kort.yaml -o kort.xlsx --lang sv
exits 0
texts kort.xlsx
out_has ">Hela serier: Serier<"

# ---- the shipped reports ----

run followup evaluations/eskilstuna-*.yaml --format json
exits 0
out_has '"id":"F20"'
err_lacks "error:"
err_lacks "warning:"

finish
