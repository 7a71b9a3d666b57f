#!/bin/sh
# `make install` into a folder of one's own: what lies where, and that the installed program finds its data; shell
# completion and the manual page.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

# ---- the manual page ----

run manual
exits 0
err_is_empty
cp out kompass.1
manual_tried=
if command -v groff >/dev/null && groff -man -ww -z /dev/null 2>/dev/null; then
    groff -man -ww -z kompass.1 >warnings 2>&1
    check "groff has nothing to say of the manual page" test ! -s warnings
    manual_tried=1
fi
if command -v man >/dev/null && man --version >/dev/null 2>&1; then
    MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z kompass.1 2>warnings >/dev/null
    check "man has nothing to say of the manual page" test ! -s warnings
    manual_tried=1
fi
if command -v mandoc >/dev/null; then
    mandoc -T lint -W warning kompass.1 >warnings 2>&1
    check "mandoc has nothing to say of the manual page" test ! -s warnings
fi
[ -n "$manual_tried" ] || echo "not tried here: the manual page (no groff, no man)"
for word in $("$K" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p'); do
    check "the manual has the command $word" grep -q "fBkompass $word" kompass.1
done
for code in $("$K" explain | cut -d' ' -f1); do
    grep -q "^.B $code$" kompass.1 || missing="${missing-} $code"
done
check "the manual has every code; missing:${missing-}" test -z "${missing-}"
for option in --output --format --rubrics --jobs --strict --diagnostics --lang; do
    check "the manual has the option $option" grep -qF "$(echo "$option" | sed 's/-/\\-/g')" kompass.1
done
LC_ALL=sv_SE.UTF-8 "$K" manual >swedish
check "the manual is the same in every locale" cmp kompass.1 swedish

# ---- completion ----

run completion
exits 0
err_is_empty
cp out completion
if command -v bash >/dev/null; then
    check "bash can read the completion" bash -n completion
    cat >complete.bash <<'B'
source ./completion
line=$1                             # the words typed, the last one being completed
read -r -a COMP_WORDS <<<"${line//=/ = }"
[[ $line == *" " ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_kompass
printf '%s ' "${COMPREPLY[@]}"
B
    completes() { # LINE EXPECTED
        got=$(bash complete.bash "$1")
        if [ "$got" = "$2 " ]; then pass; else fail "completion of '$1': '$got', not '$2'"; fi
    }
    completes "kompass " "$("$K" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' | tr '\n' ' ')--help --version"
    completes "kompass sc" "score"
    completes "kompass e" "export explain"
    completes "kompass --v" "--version"
    completes "kompass x" ""
    completes "kompass score --f" "--format"
    completes "kompass score --" "--format --audience --rubrics --jobs --strict --diagnostics --lang --help"
    completes "kompass check --str" "--strict"
    completes "kompass check --f" ""
    completes "kompass score --format " "table csv json"
    completes "kompass score --format j" "json"
    completes "kompass score --format=j" "json"
    completes "kompass score --format=" "table csv json"
    completes "kompass compare --format " "table json"
    completes "kompass export --audience t" "team"
    completes "kompass export --lang " "sv nb en"
    completes "kompass help e" "export explain"
    completes "kompass export evalu" "" # files are left to bash
    completes "kompass export -o evalu" ""
    check "completion is registered, with files as the default" \
        bash -c 'source ./completion; complete -p kompass | grep -q "default.*-F _kompass kompass"'
    # With nounset, and when it is read twice
    check "completion works under set -u" bash -c 'set -u; source ./completion; source ./completion; COMP_WORDS=(kompass sc) COMP_CWORD=1; _kompass; [ "${COMPREPLY[0]}" = score ]'
else
    echo "not tried here: completion (no bash)"
fi

# ---- make install ----

# The place of the data is compiled in: one file is built again, if what is there was built as it is here.
built=${OUT:-build}
case $built in /*) ;; *) built=$ROOT/$built ;; esac
if [ "${VARIANT:-release}" = release ] && [ -d "$built/obj" ]; then
    mkdir build && cp -Rp "$built/obj" build && rm -rf build/obj/unit
fi
make_it() {
    if env -u OUT -u VARIANT -u KOMPASS make -s -j4 -C "$ROOT" OUT="$WORK/build" PREFIX="$WORK/place" \
        "$@" >made 2>&1; then
        pass
    else
        fail "make $*" made
    fi
}
make_it install DESTDIR="$WORK/stage"
(cd stage && find . -type f | sed "s#^\.$WORK/place/##" | sort) >installed
{
    echo bin/kompass
    echo share/bash-completion/completions/kompass
    (cd "$ROOT" && ls rubrics/*.yaml rubrics/schema/*.json) | sed 's#^#share/kompass/#'
    echo share/man/man1/kompass.1
} | sort >expected
check "what is installed is what should be" diff expected installed
check "the installed manual page is the program's" cmp "stage$WORK/place/share/man/man1/kompass.1" kompass.1
check "so is the completion" cmp "stage$WORK/place/share/bash-completion/completions/kompass" completion
check "nothing is installed outside DESTDIR" test ! -e place
make_it install
check "without DESTDIR it lies in PREFIX" test -x place/bin/kompass
check "rights: programs may be run, data be read" sh -c \
    '[ "$(stat -c %a place/bin/kompass)" = 755 ] && [ "$(stat -c %a place/share/kompass/rubrics/kommunkompassen-2010.yaml)" = 644 ]'

# In a folder without rubrics, the installed ones are found; but only after ./rubrics.
mkdir bare
cp evaluations/orebro-2012.yaml bare
K=$WORK/place/bin/kompass
cd bare || exit 1
run check orebro-2012.yaml
exits 0
err_has "no problems"
run new kommunkompassen-2010 --unit "Ny kommun" --year 2025 -o ny-2025.yaml
exits 0
run check ny-2025.yaml
exits 0
run export orebro-2012.yaml --reference sverige-2014
exits 0
check "a workbook against an installed reference" test -s orebro-2012.xlsx
mkdir rubrics
small_rubric kommunkompassen-2010 "Own one" >rubrics/kommunkompassen-2010.yaml
evaluation plain-2025 kommunkompassen-2010 >plain-2025.yaml
run score plain-2025.yaml --lang en
out_has "Own one"
mkdir ../elsewhere && mv ny-2025.yaml ../elsewhere && cd ../elsewhere || exit 1
run score ny-2025.yaml --lang sv
out_has "Kommunkompassen 2010"
cd "$WORK" || exit 1
chmod 000 place/share/kompass/rubrics/kommunkompassen-2010.yaml
if [ "$(id -u)" != 0 ]; then
    (cd elsewhere && "$K" check ny-2025.yaml) >out 2>err
    status=$? ran="check with an unreadable installed rubric"
    exits 3
fi
make_it uninstall
check "uninstall leaves nothing behind" sh -c '[ -z "$(find place -type f)" ] && [ ! -e place/share/kompass ]'

finish
