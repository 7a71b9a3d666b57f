#!/bin/sh
# `kompass explain`: every code of catalogue.def is explained in all three languages; what is no code is refused.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
KOMPASS=${KOMPASS:-$root/build/kompass}
case $KOMPASS in /*) ;; *) KOMPASS=$PWD/$KOMPASS ;; esac
OUT=${OUT:-$root/build}
catalogue=$root/include/kompass/catalogue.def
explanations=$root/include/kompass/explanations.def
work=$OUT/explain-work
mkdir -p "$work" || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

check() { # what command...
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        echo "$what"
        failed=$((failed + 1))
    fi
}

# The explanation is what stands between the second line, the message, and the examples.
explanation() { # file
    sed -n '3,$p' "$1" | sed -n '/^\(Wrong\|Right\|Fel\|Rätt\|Feil\|Riktig\):$/q;p' | tr -d '\n'
}

explains() { # code language
    "$KOMPASS" explain "$1" --lang "$2" >"$work/$2" 2>"$work/err" || return 1
    [ ! -s "$work/err" ] && head -n 1 "$work/$2" | grep -q "^$1 (" && [ -n "$(explanation "$work/$2")" ]
}

# Norwegian is near to Swedish, but a text that is the same in both was not translated.
differ() { # language language
    [ "$(explanation "$work/$1")" != "$(explanation "$work/$2")" ]
}

# Of two to about five sentences.
is_short() { # language
    length=$(explanation "$work/$1" | wc -m)
    [ "$length" -ge 80 ] && [ "$length" -le 640 ]
}

# Either both examples or none.
has_pair() {
    [ "$(grep -c '^Wrong:$' "$work/en")" = "$(grep -c '^Right:$' "$work/en")" ]
}

# shellcheck disable=SC2013 # codes are words
for code in $(sed -n 's/^DIAG([A-Z0-9_]*, "\(KP[0-9]*\)".*/\1/p' "$catalogue"); do
    check "$code: no explanation in English" explains "$code" en
    check "$code: no explanation in Swedish" explains "$code" sv
    check "$code: no explanation in Norwegian" explains "$code" nb
    check "$code: the explanations are the same in English and Swedish" differ en sv
    check "$code: the explanations are the same in Norwegian and Swedish" differ nb sv
    check "$code: the explanations are the same in Norwegian and English" differ nb en
    check "$code: the English explanation is too short or too long" is_short en
    check "$code: the Swedish explanation is too short or too long" is_short sv
    check "$code: the Norwegian explanation is too short or too long" is_short nb
    check "$code: an example lacks its other half" has_pair
done

# Both tables name the same diagnostics, in the same order.
names() { # macro file
    sed -n "s/^$1(\([A-Z0-9_]*\),.*/\1/p" "$2"
}
names DIAG "$catalogue" >"$work/catalogue"
names EXPLAIN "$explanations" >"$work/explanations"
check "the explanations are not those of the catalogue, or in another order" \
    diff -u "$work/catalogue" "$work/explanations"

refuses() { # argument
    "$KOMPASS" explain "$1" >"$work/out" 2>"$work/err"
    [ $? -eq 2 ] && [ ! -s "$work/out" ] && [ -s "$work/err" ]
}
check "KP000 is explained" refuses KP000
check "KP052, a code that there is not, is explained" refuses KP052
check "an empty code is explained" refuses ""
check "a code with more behind it is explained" refuses KP0101
check "a word is explained" refuses syntax

lower() {
    "$KOMPASS" explain kp067 --lang en 2>&1 | grep -q '^KP067 '
}
check "codes are not found in lower case" lower

lists_all() {
    [ "$("$KOMPASS" explain --lang sv | grep -c '^KP[0-9]* ')" -eq "$(wc -l <"$work/catalogue")" ]
}
check "explain alone does not list all codes" lists_all

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
