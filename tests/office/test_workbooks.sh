#!/bin/sh
# Shipped evaluations (all of them with THOROUGH=1), and random ones, as workbooks: recalculated from scratch by LibreOffice each formula
# gives the stored value, a second reader opens them, their XML is sound, and written twice they are the same bytes.
set -u
cd "$(dirname "$0")/../.." || exit 1
KOMPASS=${KOMPASS:-build/kompass} OUT=${OUT:-build} PYTHON=${PYTHON:-/usr/bin/python3}
if [ -n "${THOROUGH:-}" ]; then
    RANDOM_CASES=${RANDOM_CASES:-50} shipped='evaluations/*.yaml examples/*/*.yaml rubrics/*.yaml'
else # the ones that hold most
    RANDOM_CASES=${RANDOM_CASES:-1} shipped='evaluations/eskilstuna-2011.yaml evaluations/exempelkommunen-2024.yaml
        examples/01*/*.yaml rubrics/kommunkompassen-2010.yaml'
fi
few=${THOROUGH:+no} # without THOROUGH: one language, and none of what takes long
few=${few:-yes}
languages='sv nb en'
[ "$few" = no ] || languages=nb
folder=$OUT/office
passed=0 failed=0

if ! command -v soffice >/dev/null || ! "$PYTHON" -c 'import openpyxl' 2>/dev/null; then
    echo "skipped: needs LibreOffice (libreoffice-calc-nogui) and python3-openpyxl"
    exit 77
fi
rm -rf "$folder"
mkdir -p "$folder/again" "$folder/random"

fail() {
    failed=$((failed + 1))
    echo "$1"
}

# A workbook, and once more elsewhere in the world: the same bytes.
write_twice() { # name command arguments...
    name=$1
    shift
    if ! "$KOMPASS" "$@" -o "$folder/$name.xlsx" 2>"$folder/$name.err"; then
        fail "$name was not written: $(cat "$folder/$name.err")"
        return
    fi
    TZ=Asia/Tokyo LANG=sv_SE.UTF-8 "$KOMPASS" "$@" -o "$folder/again/$name.xlsx" 2>/dev/null
    if cmp -s "$folder/$name.xlsx" "$folder/again/$name.xlsx"; then
        passed=$((passed + 1))
    else
        fail "$name.xlsx written twice differs"
    fi
}

export_one() { # file.yaml name options...
    file=$1 name=$2
    shift 2
    write_twice "$name" export "$file" "$@"
}

form_one() { # file.yaml|rubric name options...
    what=$1 name=$2
    shift 2
    "$KOMPASS" form "$what" -o "$folder/$name.xlsx" "$@" 2>"$folder/$name.err" ||
        fail "no form of $what: $(cat "$folder/$name.err")"
}

for file in $shipped; do
    name=$(basename "$file" .yaml)
    case $(head -n 1 "$file") in
    'kompass: evaluation/1') export_one "$file" "$name" && form_one "$file" "form-$name" ;;
    'kompass: rubric/1') form_one "$file" "form-$name" --evaluators 3 --lang nb ;;
    esac
done
# Follow-ups: the shipped reports, each and together, and hard cases in three languages.
followup_one() { # name files and options...
    name=followup-$1
    shift
    write_twice "$name" followup "$@"
}
reports=$(grep -l '^kompass: followup/1' evaluations/*.yaml)
for file in $reports; do
    [ "$few" = yes ] || followup_one "$(basename "$file" .yaml)" "$file"
done
# shellcheck disable=SC2086 # files without blanks
[ "$few" = yes ] || followup_one all $reports
for lang in $languages; do
    followup_one "hard-$lang" tests/data/followup --lang "$lang"
done
for lang in $languages; do
    export_one evaluations/exempelkommunen-2024.yaml "exempelkommunen-team-$lang" --lang "$lang" --audience team
done
[ "$few" = yes ] || export_one evaluations/vallentuna-2021.yaml vallentuna-reference --reference sverige-2021
"$PYTHON" tests/oracle/gen.py "$folder/random" --count "$RANDOM_CASES" >/dev/null || fail "no random evaluations"
for file in "$folder"/random/*.yaml; do
    export_one "$file" "random-$(basename "$file" .yaml)"
done
for file in "$folder"/random/*[05].yaml; do
    form_one "$file" "form-random-$(basename "$file" .yaml)"
    export_one "$file" "team-random-$(basename "$file" .yaml)" --audience team
done

# Comparisons: the shipped rounds, municipalities side by side, and random rounds over random crosswalks.
compare_some() { # name arguments...
    name=$1
    shift
    write_twice "$name" compare "$@"
}

for lang in $languages; do
    compare_some "compare-exempelstad-$lang" examples/02-three-rounds/*.yaml --lang "$lang"
done
compare_some compare-depths evaluations/eskilstuna-2011.yaml evaluations/orebro-2012.yaml evaluations/nacka-2011.yaml
if [ "$few" = no ]; then
    compare_some compare-orebro evaluations/orebro-*.yaml
    compare_some compare-vallentuna evaluations/vallentuna-*.yaml
    compare_some compare-all evaluations
fi
"$PYTHON" tests/office/make_rounds.py "$folder/rounds" "$RANDOM_CASES" || fail "no random rounds"
while read -r name arguments; do
    # shellcheck disable=SC2086 # arguments are words
    compare_some "compare-$name" $arguments
done <"$folder/rounds/cases"

# The edges: references that lack areas, drafts, only areas, only the total, 600 questions, long names ...
"$PYTHON" tests/office/make_cases.py "$folder/cases" || fail "no cases were made"
while read -r name file options; do
    case $few-$name in
    yes-*-600 | yes-*-13 | yes-*-en | yes-one-area-answered | yes-reference-only-total | yes-draft-*) continue ;;
    esac
    # shellcheck disable=SC2086 # options are words
    export_one "$folder/cases/$file" "case-$name" $options
done <"$folder/cases/cases"

for tool in recalculate inspect_package; do
    "$PYTHON" "tests/office/$tool.py" "$folder"/*.xlsx >"$folder/$tool.log" 2>&1 || {
        grep -E 'FAILED|differs|Error|\.xlsx' "$folder/$tool.log" | head -n 30
    }
    counts=$(grep -oE '[0-9]+ passed, [0-9]+ failed' "$folder/$tool.log" | tail -n 1)
    if [ -z "$counts" ]; then
        fail "$tool.py did not finish: $(tail -n 3 "$folder/$tool.log")"
        continue
    fi
    passed=$((passed + ${counts%% *}))
    bad=${counts#*, }
    failed=$((failed + ${bad%% *}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
