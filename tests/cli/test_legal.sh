#!/bin/sh
# Every key of every format in its legal forms (tests/data/legal), and the files that README.md shows: all pass. The schemas
# are held against the same files by tests/schema.
# shellcheck disable=SC1091,SC2034,SC2154 # lib.sh is sourced
. "$(dirname "$0")/lib.sh"

cp -R "$ROOT/tests/data/legal" .
run check --strict legal
exits 0
err_lacks "warning:"
run score legal --format csv
exits 0
err_is_empty
out_has 'hel-2026,Helt,2026,provmall,total,0,Alla nycklar,60,100.5,59.7014925373134,scored'
out_has 'prov-2026,Provstads kommun,2026,provmall,1.10.1,3,Vikt,9.99,30,33.3,scored'
out_has 'prov-2026,Provstads kommun,2026,provmall,~,3,Bara i djupet,1.875,15,12.5,scored'
out_has 'tom-2026,null,2026,provmall,total,0,Alla nycklar,,100.5,,unanswered'

# Each block that begins with `kompass:` goes into the file that its id names.
mkdir -p manual/rubrics
awk '/^```yaml/ { keep = 1; text = ""; next }
     /^```/ { if (keep && name != "") printf "%s", text > ("manual/" folder name ".yaml"); keep = 0; name = ""; next }
     keep { if (text == "") { if ($1 != "kompass:") { keep = 0; next } folder = $2 ~ /^(evaluation|followup)/ ? "" : "rubrics/" }
            if ($1 == "id:") name = name == "" ? $2 : name
            text = text $0 "\n" }' "$ROOT/README.md"
check "the manual shows a file of each kind" test "$(find manual -name '*.yaml' | wc -l)" -ge 5
run check --strict manual
exits 0
err_lacks "warning:"

finish
