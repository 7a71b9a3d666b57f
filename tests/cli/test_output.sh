#!/bin/sh
# What `score` prints: goldens of shipped files, quoting, numbers; and what happens where nothing can be written.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

is() { if [ "$1" = "$2" ]; then pass; else fail "$3: '$2', not '$1'"; fi; }

# ---- goldens: what a hash is, is tested below; here it would only make every edit of a text a difference ----

for id in eskilstuna-2011 vallentuna-2021 nacka-2011 exempelkommunen-2024; do
    for format in table csv json; do
        run score evaluations/$id.yaml --format $format
        exits 0
        sed 's/"sha256":"[0-9a-f]*"/"sha256":"..."/g' out >masked
        golden "score-$id-$format.txt" masked
    done
    run score evaluations/$id.yaml
    golden "score-$id-table.txt" out
    for lang in nb en; do
        run score evaluations/$id.yaml --lang $lang
        golden "score-$id-$lang.txt" out
    done
done
run score evaluations/eskilstuna-2011.yaml --format json
sha() { sha256sum "$1" | cut -d' ' -f1; }
out_has "\"sha256\":\"$(sha evaluations/eskilstuna-2011.yaml)\""
out_has "\"sha256\":\"$(sha rubrics/kommunkompassen-2010.yaml)\""
out_has '"total":{"points":501.8,"max":800,"percent":62.725,"state":"scored","points_shown":"502","percent_shown":"63"'
check "json is one line" test "$(wc -l <out)" = 1

# Own values: for the team, and for nobody else
for lang in sv nb en; do
    run score evaluations/exempelkommunen-2024.yaml --audience team --lang $lang
    exits 0
    golden "score-exempelkommunen-2024-team-$lang.txt" out
done
run score evaluations/exempelkommunen-2024.yaml --audience team --format json
sed 's/"sha256":"[0-9a-f]*"/"sha256":"..."/g' out >masked
golden score-exempelkommunen-2024-team-json.txt masked
for format in table csv json; do
    for own in "" "--audience board"; do
        run score evaluations/exempelkommunen-2024.yaml --format $format $own
        is 0 "$(grep -ciE 'agreement|samst|alfa' out)" "a board is told of own values ($format)"
    done
done
run score evaluations/eskilstuna-2011.yaml --audience team # nobody has own values
is 0 "$(grep -c 'Alfa' out)" "a table of nothing"

# Two evaluations: a blank line between tables, one header of csv, a line each of json
A=evaluations/nacka-2011.yaml B=evaluations/orebro-2015.yaml
for format in table csv json; do
    "$K" score --format $format $A >one 2>/dev/null
    "$K" score --format $format $B >two 2>/dev/null
    case $format in
    table) { cat one; echo; cat two; } >both ;;
    csv) { cat one; sed 1d two; } >both ;;
    json) cat one two >both ;;
    esac
    run score --format $format $A $B
    check "two evaluations as $format" cmp both out
    run score --format $format evaluations/missing.yaml $A evaluations/missing.yaml $B
    check "two evaluations among bad ones as $format" cmp both out
done

# ---- texts that csv and json must quote, and that a spreadsheet would take for formulas ----

mkdir -p own/rubrics
cat >own/rubrics/odd.yaml <<'Y'
kompass: rubric/1
id: odd
title: "=cmd|' /C calc'!A0"
language: en
rounding: {points: 2, percent: 1}
areas:
  - {id: "1", title: "+x", max: 10}
  - {id: "-1", title: "-x", max: 10}
  - {id: "@2", title: "@x", max: 10}
  - {id: "=3", title: "\tx", max: 10}
  - {id: "4", title: "\rx", max: 10}
  - {id: "5", title: "a, \"b\"; c", max: 10}
  - {id: "6", title: "line\nbreak", max: 10}
  - {id: "7", title: " =blank first", max: 10}
  - {id: "8", title: "'=quoted", max: 10}
  - {id: "9", title: "a=b", max: 10}
  - {id: "10", title: "日本 😀 é", max: 10}
  - {id: "11", title: '""', max: 0.5}
Y
evaluation formula odd '"=1+1"' >own/formula.yaml
printf 'answers:\n  "1": {points: 3.335}\n  "5": {percent: 12.25}\n  "10": {points: 10}\n' >>own/formula.yaml
run score own/formula.yaml --format csv
exits 0
golden score-formula-csv.txt out
cat >csv_test.py <<'P'
import csv, io
raw = open("out", "rb").read()
text = raw.decode("utf-8")
assert text.endswith("\r\n") and not text.startswith("\ufeff")
rows = list(csv.reader(io.StringIO(text, newline="")))
assert rows[0] == "evaluation,unit,year,rubric,node,level,title,points,max,percent,state".split(",")
assert all(len(row) == 11 for row in rows), rows
for row in rows[1:]:
    for cell in row[:7] + row[10:]:
        assert cell[:1] not in tuple("=+-@\t\r"), cell
    for cell in row[7:10]:
        assert cell == "" or float(cell) >= 0 and not cell.startswith("-"), cell
titles = {row[4]: row[6] for row in rows[1:]}
expected = {"total": "'=cmd|' /C calc'!A0", "1": "'+x", "'-1": "'-x", "'@2": "'@x", "'=3": "'\tx", "4": "'\rx",
            "5": 'a, "b"; c', "6": "line\nbreak", "7": " =blank first", "8": "'=quoted", "9": "a=b",
            "10": "日本 😀 é", "11": '""'}
assert titles == expected, titles
assert all(row[1] == "'=1+1" for row in rows[1:])
# RFC 4180: records end in CRLF, and whatever holds a quote, comma or line break is quoted.
assert b"\"a, \"\"b\"\"; c\"" in raw and b"\"line\nbreak\"" in raw and b'""""""' in raw
P
check "csv is RFC 4180, and text stays text" "$PYTHON" csv_test.py
run score own/formula.yaml --format json
exits 0
check "json parses, and texts are as given" "$PYTHON" -c '
import json
d = json.loads(open("out", encoding="utf-8").read())
assert d["evaluation"]["unit"] == "=1+1"
assert [a["title"] for a in d["areas"]][:7] == ["+x", "-x", "@x", "\tx", "\rx", "a, \"b\"; c", "line\nbreak"]
assert d["areas"][0]["points"] == 3.335 and d["areas"][0]["points_shown"] == "3.34"'
run score own/formula.yaml
exits 0
golden score-formula-table.txt out
check "a title is one line of the table" test "$(wc -l <out)" = 17
check "no carriage return reaches the terminal" sh -c "! grep -q '$(printf '\r')' out"

# ---- numbers: 15 significant digits, no -0, decimal comma ----

cat >own/rubrics/thirds.yaml <<'Y'
kompass: rubric/1
id: thirds
title: Thirds
language: sv
rounding: {points: 3, percent: 2}
scales:
  zero: {min: -0.5, max: 1}
  steps: [{value: 0}, {value: 1}, {value: 2}, {value: 3}]
areas:
  - {id: "1", title: A, max: 100, scale: zero}
  - {id: "2", title: B, max: 100, scale: steps}
  - {id: "3", title: C, max: 123456789012345678, scale: steps}
  - {id: "4", title: D, max: 0.00000000000000003, scale: steps}
  - {id: "5", title: E, max: 0, scale: steps}
  - {id: "6", title: F, max: 1, scale: steps}
  - {id: "7", title: G, max: 1, scale: steps}
Y
evaluation third thirds >own/third.yaml
printf 'answers: {"1": -0, "2": 2, "3": 1, "4": 1, "5": 3, "6": 0, "7": n/a}\n' >>own/third.yaml
run score own/third.yaml --format json
exits 0
out_has '"points":33.3333333333333,"max":100,"percent":33.3333333333333,'
out_has '"points":66.6666666666667,"max":100,"percent":66.6666666666667,"state":"scored","points_shown":"66.667","percent_shown":"66.67"'
out_has '"points":41152263004115200,"max":123456789012346000,'
out_has '"points":0.00000000000000001,"max":0.00000000000000003,"percent":33.3333333333333,"state":"scored","points_shown":"0.000"'
out_has '"id":"7","title":"G","points":null,"max":1,"percent":null,"state":"not_applicable","points_shown":"–","percent_shown":"–","low":null,"high":null'
for bad in '":-0' '"-0' 'NaN' 'inf' 'e+' 'e-'; do out_lacks "$bad"; done
run score own/third.yaml --format csv
out_has 'third,Unit,2020,thirds,2,1,B,66.6666666666667,100,66.6666666666667,scored'
out_has 'third,Unit,2020,thirds,7,1,G,,1,,not_applicable'
run score own/third.yaml
out_has "66,667 "
out_has "66,67 %"
out_has "–       1        –  Ej tillämplig"
out_has " 41152263004115226,000  123456789012346000  33,33 %"
out_lacks "66.67"
run score own/third.yaml --lang nb
out_has "66,67 %"
run score own/third.yaml --lang en
out_has "66.67 %"
out_lacks "66,67"
out_lacks "-0"

# ---- where nothing can be written: status 3, and a message ----

if [ -c /dev/full ]; then
    for arguments in "score $A" "score $A --format csv" "score $A --format json" "score evaluations --format csv" help version \
        explain "explain KP067" completion manual "help score" "new kommunkompassen-2010 --unit U --year 2020"; do
        "$K" $arguments >/dev/full 2>err
        status=$? ran="kompass $arguments >/dev/full"
        exits 3
        err_has "kompass: the result could not be written: No space left on device"
        "$K" $arguments >&- 2>err
        status=$? ran="kompass $arguments >&-"
        exits 3
        err_has "kompass: the result could not be written: Bad file descriptor"
    done
    "$K" score missing.yaml >/dev/full 2>err
    status=$? ran="score of nothing"
    exits 3
    "$K" score "$A" --lang sv >/dev/full 2>err
    err_has "kompass: resultatet kunde inte skrivas: "
    "$K" check own/missing.yaml 2>/dev/full
    status=$? ran="check 2>/dev/full"
    exits 3
else
    echo "skipped here: no /dev/full"
fi
for closed in '0<&-' '2>&-' '0<&- 2>&-' '0<&- 1>&- 2>&-'; do
    eval "\"\$K\" export $A -o closed.xlsx >err 2>&1 $closed"
    status=$? ran="export with $closed"
    exits 0
    mv closed.xlsx kept.xlsx
    "$K" export $A -o open.xlsx 2>/dev/null
    check "the workbook is whole with $closed" cmp open.xlsx kept.xlsx
done
# A reader that goes away ends the program, as it does others.
run_piped() { "$K" score --format csv evaluations evaluations evaluations evaluations 2>/dev/null | head -n 1; }
is "evaluation,unit,year,rubric,node,level,title,points,max,percent,state" "$(run_piped | tr -d '\r')" "score | head"

# ---- values that agree, but are not yet agreed ----

cat >own/rubrics/scaled.yaml <<'Y'
kompass: rubric/1
id: scaled
title: Scaled
scales: {s: [{value: 0}, {value: 1}, {value: 2}]}
areas: [{id: "1", title: A, max: 20, scale: s}, {id: "2", title: B, max: 20, scale: s}]
Y
{
    evaluation apart scaled
    echo 'evaluators: [{id: A}, {id: B}]'
    echo 'answers: {"1": {by: {A: 1, B: 1}}, "2": {by: {A: 1, B: 2}}}'
} >own/apart.yaml
run score own/apart.yaml --lang sv
out_has "–      20        –  10,0          Ej bedömd"
out_has "–      20        –  10,0–20,0     Ej bedömd"

finish
