#!/bin/sh
# Every diagnostic: each folder here is an input with what `kompass` says about it, in English and Swedish.
#
#   cmd                       arguments of kompass, run in the folder; or
#   run.sh LANG               a script, for what cannot be kept as a file: it works in $WORK
#   expected.en, expected.sv  standard error, byte for byte
#   status                    exit status
#
# UPDATE=1 writes the expected files anew; read the difference. Each code of catalogue.def has a folder (named
# CODE-what), and each such folder shows its code. KOMPASS and OUT as in tests/run. Arguments are folders to run alone.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
KOMPASS=${KOMPASS:-$root/build/kompass}
case $KOMPASS in /*) ;; *) KOMPASS=$PWD/$KOMPASS ;; esac
OUT=${OUT:-$root/build}
case $OUT in /*) ;; *) OUT=$PWD/$OUT ;; esac
export KOMPASS
LC_ALL=C.UTF-8
export LC_ALL
unset KOMPASS_RUBRICS SOURCE_DATE_EPOCH

work=$OUT/check-work
rm -rf "$work"
mkdir -p "$work" || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

fail() { # folder what
    echo "$1: $2"
    failed=$((failed + 1))
}

run() { # folder language: standard error to $work/err, the status to $status
    WORK=$work/files
    export WORK
    if [ -f "$here/$1/run.sh" ]; then
        rm -rf "$WORK"
        mkdir -p "$WORK"
        (cd "$here/$1" && timeout 60 sh ./run.sh "$2") >"$work/out" 2>"$work/err"
    else
        # shellcheck disable=SC2046 # the arguments are words
        (cd "$here/$1" && timeout 60 "$KOMPASS" $(cat cmd) --lang "$2") >"$work/out" 2>"$work/err" </dev/null
    fi
    status=$?
}

# A place is missing where a quoted line follows; and nothing but places comes before a severity.
no_place() { # file
    awk '/^ +[0-9]+ \| / && before !~ /^[^ :]([^:]*):[0-9]+:[0-9]+: / { print; found = 1 }
         !/^ +[0-9]* \| / { before = $0 }
         END { exit !found }' "$1"
}

compare() { # folder language
    folder=$1 expected=$here/$1/expected.$2
    run "$folder" "$2"
    if [ "${UPDATE:-}" = 1 ]; then
        cp "$work/err" "$expected"
        echo "$status" >"$here/$folder/status"
    fi
    if [ ! -f "$expected" ] || [ ! -f "$here/$folder/status" ]; then
        fail "$folder" "expected.$2 or status is missing; UPDATE=1 writes them"
    elif ! diff -u "$expected" "$work/err"; then
        fail "$folder" "says something else in '$2'"
    elif [ "$status" != "$(cat "$here/$folder/status")" ]; then
        fail "$folder" "exit status $status in '$2', not $(cat "$here/$folder/status")"
    elif no_place "$work/err"; then
        fail "$folder" "quotes a line without saying where it is"
    else
        passed=$((passed + 1))
    fi
}

# ---- every folder ----
for path in "$here"/*/; do
    folder=$(basename "$path")
    if [ $# -gt 0 ]; then
        case " $* " in *" $folder "*) ;; *) continue ;; esac
    fi
    compare "$folder" en
    compare "$folder" sv
    code=${folder%%-*}
    case $code in
    KP[0-9]*)
        for lang in en sv; do
            grep -q "\[$code\]" "$here/$folder/expected.$lang" || fail "$folder" "expected.$lang does not show $code"
        done
        ;;
    esac
done

# ---- every code ----
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2013 # codes are words
    for code in $(sed -n 's/^DIAG([A-Z0-9_]*, "\(KP[0-9]*\)".*/\1/p' "$root/include/kompass/catalogue.def"); do
        if ls -d "$here/$code"-*/ >/dev/null 2>&1; then
            passed=$((passed + 1))
        else
            fail "$code" "has no folder with a failing input"
        fi
    done
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
