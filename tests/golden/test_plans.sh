#!/bin/sh
# The plans of workbooks, as text, against goldens that a person can read. UPDATE=1 rewrites them.
set -u
cd "$(dirname "$0")/../.." || exit 1
KOMPASS=${KOMPASS:-build/kompass} OUT=${OUT:-build}
passed=0 failed=0
mkdir -p "$OUT/golden"

plan() { # name arguments...
    show plan "$@"
}

form() { # name arguments...
    show plan-form "$@"
}

show() { # command name arguments...
    command=$1 name=$2
    shift 2
    golden=tests/golden/$name.plan
    # The program's version stands in every workbook; goldens outlive versions.
    "$KOMPASS" "$command" "$@" 2>"$OUT/golden/$name.err" | sed 's/kompass [0-9]*\.[0-9]*\.[0-9]*/kompass VERSION/' >"$OUT/golden/$name"
    if [ "${UPDATE:-}" = 1 ]; then
        cp "$OUT/golden/$name" "$golden"
    fi
    if [ -s "$OUT/golden/$name" ] && diff -u "$golden" "$OUT/golden/$name" >"$OUT/golden/$name.diff"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "the plan of $name differs from $golden:"
        head -n 40 "$OUT/golden/$name.diff" "$OUT/golden/$name.err"
    fi
}

plan minkommun-2025.sv examples/01-first-evaluation/minkommun-2025.yaml
plan minkommun-2025.en examples/01-first-evaluation/minkommun-2025.yaml --lang en
plan vallentuna-2021.sv evaluations/vallentuna-2021.yaml --reference sverige-2021
plan nacka-2011.nb evaluations/nacka-2011.yaml --lang nb
plan followup.sv tests/data/followup
plan followup-2025.en tests/data/followup/provstad-ks-2025.yaml --lang en
plan followup-2025.nb tests/data/followup/provstad-ks-2025.yaml --lang nb
plan orebro-2010-2012.sv evaluations/orebro-2012.yaml evaluations/orebro-2010.yaml
plan vallentuna-2017-2021.nb evaluations/vallentuna-2017.yaml evaluations/vallentuna-2019.yaml evaluations/vallentuna-2021.yaml --lang nb
form form-minkommun-2025.sv examples/01-first-evaluation/minkommun-2025.yaml
form form-minkommun-2025.en examples/01-first-evaluation/minkommun-2025.yaml --lang en
form form-kommunkompassen-2016.nb kommunkompassen-2016 --lang nb --unit Prøve --year 2016 --evaluators 'AB=Anna Berg'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
