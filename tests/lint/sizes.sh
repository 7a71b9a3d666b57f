#!/bin/sh
# tests/lint/sizes.sh - no line over 110 columns, no function over 60 lines, no file over 600.
#
# What is longer is listed and fails, unless tests/lint/long names it with a reason:
#   PATH            reason      a file
#   PATH:FUNCTION   reason      a function
set -u
cd "$(dirname "$0")/../.." || exit 1
COLUMNS_MOST=110 FUNCTION_MOST=60 FILE_MOST=600
list=tests/lint/long

files() { ls src/*/*.[ch] include/kompass/*.h tests/unit/*.[ch] tests/fuzz/*.c tests/bench/*.c 2>/dev/null; }

is_named() { # PATH or PATH:FUNCTION
    awk -v name="$1" '$1 == name && NF > 1 { found = 1 } END { exit !found }' "$list"
}

# "PATH:FUNCTION lines": our style puts a function's braces into the first column, and nothing else's but those of
# types and tables, which end in "};" or "} name;".
functions() {
    # shellcheck disable=SC2046 # names without blanks
    awk '
        FNR == 1 { start = 0; name = "" }
        /^[A-Za-z_].*\(/ && !/;$/ { line = $0; sub(/\(.*/, "", line); sub(/.*[ *]/, "", line); name = line }
        /^\{$/ { start = FNR }
        /^\}$/ && start { print FILENAME ":" name, FNR - start - 1; start = 0 }
    ' $(files)
}

said=$(
    # Columns are characters, which awk cannot count everywhere; grep can.
    files | LC_ALL=C.UTF-8 xargs grep -nE "^.{$((COLUMNS_MOST + 1)),}\$" | cut -c1-120 |
        sed "s/\$/ ... (over $COLUMNS_MOST columns)/"
    functions | while read -r function lines; do
        [ "$lines" -le "$FUNCTION_MOST" ] || is_named "$function" ||
            echo "$function: a function of $lines lines (over $FUNCTION_MOST)"
    done
    files | while read -r file; do
        lines=$(wc -l <"$file")
        [ "$lines" -le "$FILE_MOST" ] || is_named "$file" || echo "$file: $lines lines (over $FILE_MOST)"
    done
    grep -vE '^(#|$)' "$list" | while read -r name reason; do
        [ -f "${name%%:*}" ] || echo "$list: there is no ${name%%:*}"
        [ -n "$reason" ] || echo "$list: no reason for $name"
    done
)
[ -z "$said" ] && exit 0
printf "%s\n" "$said"
exit 1
