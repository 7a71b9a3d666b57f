#!/bin/sh
# `form`: from a rubric or an evaluation, for whom, where it goes, and what is refused.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

E=evaluations/exempelkommunen-2024.yaml
R=rubrics/exempel-detaljfragor.yaml

plan() { # arguments of plan-form: the plan is in the file out
    run plan-form "$@"
    exits 0
}

# ---- where it goes ----

run form $E
exits 0
out_is_empty
err_has "wrote exempelkommunen-2024.xlsx"
mv exempelkommunen-2024.xlsx whole.xlsx
if command -v unzip >/dev/null; then
    check "the form is a zip file without faults" unzip -tqq whole.xlsx
fi
run form $E -o target.xlsx
check "with -o it is that file" cmp whole.xlsx target.xlsx
run form $E -o target.xlsx
exits 0 # a file that is named may be replaced
run form $E
exits 0
run form $E
exits 0 # so may its own, as nobody has filled it in
check "it is the same form" cmp whole.xlsx exempelkommunen-2024.xlsx
"$PYTHON" "$ROOT/tests/forms/hostile.py" encrypted exempelkommunen-2024.xlsx
cp exempelkommunen-2024.xlsx locked
run form $E
exits 3
err_has "[KP093]"
check "what nobody can look into is not replaced" cmp locked exempelkommunen-2024.xlsx
rm exempelkommunen-2024.xlsx
mkdir -p same/a same/b
cp evaluations/nacka-2011.yaml same/a
cp evaluations/nacka-2011.yaml same/b
run form same
exits 3
err_has "[KP092]" # the second of one name
run form exempel-detaljfragor
exits 0
err_has "wrote exempel-detaljfragor.xlsx"
run form $R -o by-file.xlsx
check "a rubric by its id or its file" cmp exempel-detaljfragor.xlsx by-file.xlsx
mkdir two && cp evaluations/nacka-2011.yaml evaluations/grastorp-2014.yaml two && cp -R rubrics two
run form two
exits 0
check "a form for each evaluation of a folder" test -s nacka-2011.xlsx -a -s grastorp-2014.xlsx
run form two -o x.xlsx
exits 2
for target in two /dev/null missing/x.xlsx; do
    run form $E -o $target
    exits 3
done
run form $E -o x.yaml
exits 2

# ---- for whom ----

count() { grep -c "$1" out; }
heads() { grep -E '^1 Demokrati!.*"(AL|BN|CK|Anna Lind|Bengt Norén|Carin Kvist|Utvärderare [0-9]+|Åsa Öberg|Bo)" [{]' out | sed 's/ = \("[^"]*"\).*/ \1/; s/^[^ ]* [^ ]* //' | tr '\n' ' '; }
plan $E
check "columns for the evaluation's evaluators" test "$(heads)" = '"Anna Lind" "Bengt Norén" "Carin Kvist" '
plan exempel-detaljfragor
check "for two where nobody is named" test "$(heads)" = '"Utvärderare 1" "Utvärderare 2" '
plan exempel-detaljfragor --evaluators 4
check "or for as many as asked for" test "$(count '"by:#')" = 32 # on each of eight sheets
plan exempel-detaljfragor --evaluators 'ÅÖ=Åsa Öberg, Bo'
check "or for those named" test "$(heads)" = '"Åsa Öberg" "Bo" '
plan $E --evaluators 'AL=Anna Lind,Bo'
check "beside the evaluation's own" test "$(heads)" = '"Anna Lind" "Bengt Norén" "Carin Kvist" "Bo" '
plan exempel-detaljfragor --evaluators 'Lena Ehrnlund,Lars Ek, LE2=Lotta, Åsa Öberg'
initials() { grep -oE '^Start!C[0-9]+ = "[^"]*" input' out | sed 's/.*= "\(.*\)" input/\1/' | tr '\n' ' '; }
check "initials are made, each its own" test "$(initials)" = 'LE LE3 LE2 ÅÖ '
plan $E --evaluators 'Anna Lind'
check "who is listed is not listed again" test "$(heads)" = '"Anna Lind" "Bengt Norén" "Carin Kvist" '
plan $E --evaluators 2
check "who all stay" test "$(heads)" = '"Anna Lind" "Bengt Norén" "Carin Kvist" '
for wrong in 0 21 999 '' ',' 'A=' '=B' 'A=a,A=b' 'a,,b' "$(seq -s, 21)x"; do
    run form exempel-detaljfragor -o x.xlsx --evaluators "$wrong"
    exits 2
    err_has "--evaluators"
done
run form exempel-detaljfragor -o x.xlsx --evaluators "$(printf 'a\033b')"
exits 2
plan exempel-detaljfragor --unit "Provköping" --year 2026
check "whose form it is" grep -qF '"Provköping 2026 · Exempel med detaljfrågor' out
run form $E --unit X -o x.xlsx
exits 2
run form $E --year 2020 -o x.xlsx
exits 2
run form exempel-detaljfragor --year 20 -o x.xlsx
exits 2

# ---- what cannot become a form ----

run form no-such-rubric
exits 1
run form rubrics/sverige-2021.yaml
exits 1
err_has "[KP0"
run form missing.yaml
exits 3
sed 's/^year:.*/year: never/' $E >broken-2024.yaml
run form broken-2024.yaml
exits 1
check "no form of an evaluation with errors" test ! -e broken-2024.xlsx
check "nothing was written on the way" test ! -e x.xlsx

# ---- what a form is made of does not matter, but for its file ----

mkdir deep && cp $E deep && cp -R rubrics deep
(cd deep && TZ=Asia/Tokyo "$K" form exempelkommunen-2024.yaml -o ../deep.xlsx 2>/dev/null)
check "the same bytes wherever it lies" cmp whole.xlsx deep.xlsx

finish
