#!/bin/sh
# -j N: the output is the same for every N, problems and results alike.
# shellcheck disable=SC1091,SC2154 # lib.sh is sourced
. "$(dirname "$0")/lib.sh"

mkdir bad
cp evaluations/eskilstuna-2011.yaml bad/a.yaml
printf 'kompass: evaluation/1\nid: b\n' >bad/b.yaml
printf 'kompass: [\n' >bad/c.yaml
cp -R rubrics bad/rubrics
sed -i.orig 's/max: 15/max: 16/' bad/rubrics/kommunkompassen-2010.yaml

for arguments in "score --format json evaluations" "score --format csv evaluations bad" "score evaluations bad" \
    "check bad evaluations rubrics" "check --diagnostics json bad evaluations bad"; do
    # shellcheck disable=SC2086 # the arguments are words
    run $arguments --lang en
    first=$status
    cp out out.1
    cp err err.1
    for threads in 2 3 8 256; do
        # shellcheck disable=SC2086
        run $arguments --lang en -j $threads
        check "status of $arguments -j $threads" test "$first" = "$status"
        check "results of $arguments -j $threads" cmp out out.1
        check "problems of $arguments -j $threads" cmp err err.1
    done
done
for wrong in 0 257 -1 1.5 two ''; do
    run score evaluations -j "$wrong"
    exits 2
done

finish
