#!/bin/sh
# The commands of README.md and of examples/ run as they stand there, and print what stands there. UPDATE=1 writes the
# real output into the pages.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

cp -R "$ROOT/examples" .
mkdir -p build && ln -s "$K" build/kompass
found=0
for page in "$ROOT"/README.md "$ROOT"/examples/README.md "$ROOT"/examples/*/README.md; do
    [ -f "$page" ] || continue
    found=$((found + 1))
    "$PYTHON" "$HERE/examples.py" "$page" "$WORK" ${UPDATE:+--update} >page 2>&1 || echo "FAILED: $page"
    ok=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1/p' page)
    bad=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\2/p' page)
    passed=$((passed + ${ok:-0})) failed=$((failed + ${bad:-1}))
    [ "${bad:-1}" = 0 ] || cat page
done
check "pages were found" test "$found" -ge 3
run check examples
exits 0

finish
