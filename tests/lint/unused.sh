#!/bin/sh
# tests/lint/unused.sh - words that nothing says: entries of catalogue.def, labels.def and messages.def that no code names.
set -u
cd "$(dirname "$0")/../.." || exit 1

used=$(mktemp) given=$(mktemp)
trap 'rm -f "$used" "$given"' EXIT

# KP_L_X stands for itself. A file's own macro may paste it together: KP_OV_L(ov, X); its second argument is the name.
sources() { find src include -name '*.[ch]' -exec cat {} +; }
macros=$(sources | sed -nE 's/^#define ([A-Z_]+)\([a-z]+, *id.*KP_L_##id.*/\1/p' | grep -vx LABEL | paste -sd '|')
{
    sources | grep -oE '\bKP_[DNPLM]_[A-Z0-9_]+'
    sources | tr '\n' ' ' | grep -oE "\\b(${macros:-none})\([^(),]*, *[A-Z0-9_]+" | sed -E 's/.*, *([A-Z0-9_]+)/KP_L_\1/'
} | LC_ALL=C sort -u >"$used"

entries() { # macro letter file
    grep -ohE "^ *$1\\([A-Z0-9_]+" "$3" | sed -E "s/.*\\(/KP_$2_/"
}
{
    entries DIAG D include/kompass/catalogue.def
    entries NOTE N include/kompass/catalogue.def
    entries PHRASE P include/kompass/catalogue.def
    entries LABEL L include/kompass/labels.def
    entries MESSAGE M src/cli/messages.def
} | LC_ALL=C sort >"$given"
[ "$(wc -l <"$given")" -gt 300 ] || { echo "the entries were not found: have the files moved?" && exit 1; }

said=$(LC_ALL=C comm -23 "$given" "$used")
[ -z "$said" ] && exit 0
printf '%s    (no code says it)\n' $said
exit 1
