#!/bin/sh
# tests/lint/headers-alone.sh - every header compiles alone, twice over, without a warning, with each compiler.
set -u
cd "$(dirname "$0")/../.." || exit 1

# The Makefile's own warnings, so that there is one list of them.
warnings=$(make -pnq 2>/dev/null | sed -n 's/^WARNINGS :\{0,1\}= //p' | head -n 1)
[ -n "$warnings" ] || { echo "no WARNINGS in the Makefile"; exit 1; }
bad=0 found=false
for compiler in gcc clang; do
    command -v "$compiler" >/dev/null || continue
    found=true
    for header in include/kompass/*.h src/*/*.h tests/unit/*.h; do
        # shellcheck disable=SC2086 # they are words
        if ! printf '#include "%s"\n#include "%s"\nint nothing(void);\n' "$header" "$header" |
            "$compiler" -std=c11 -D_XOPEN_SOURCE=700 -I. -Iinclude $warnings -Werror -fsyntax-only -x c -; then
            echo "$header does not compile alone ($compiler)"
            bad=$((bad + 1))
        fi
    done
done
$found || echo "neither gcc nor clang is installed"
$found && [ "$bad" -eq 0 ]
