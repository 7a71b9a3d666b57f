#!/bin/sh
# Which files are read: folders, other kinds, what cannot be read, and the look-up of rubrics.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

ids() { "$K" score --format csv "$@" 2>err | tr -d '\r' | awk -F, 'NR > 1 && $5 == "total" { printf "%s ", $1 }'; }

# is EXPECTED GOT LABEL
is() { if [ "$1" = "$2" ]; then pass; else fail "$3: '$2', not '$1'"; fi; }

put() { # PATH [RUBRIC]: an evaluation without answers, id = name
    mkdir -p "$(dirname "$1")"
    evaluation "$(basename "$1" .yaml)" "${2:-kommunkompassen-2010}" >"$1"
}

# ---- folders: every *.yaml below, byte order of the path ----

for path in b a a.b a-b a/z a/b/c e.yaml/in 0 z .hidden .git/x; do put "tree/$path.yaml"; done
for name in upper.YAML other.yml backup.yaml~ plain .yaml; do put tree/x.yaml && mv tree/x.yaml "tree/$name"; done
is "0 a-b a.b a c z b in z " "$(ids tree)" "byte order of the path"
is "0 a-b a.b a c z b in z " "$(ids tree/)" "a slash behind the folder changes nothing"
is "0 a-b a.b a c z b in z " "$(ids ./tree/.)" "nor do dots"
is "b 0 a-b a.b a c z b in z c z " "$(ids tree/b.yaml tree tree/a)" "arguments are taken in their order"
(cd tree && ids . >../got)
is "0 a-b a.b a c z b in z " "$(cat got)" "the present folder"
run score tree --lang en
exits 0
err_is_empty
run check tree
exits 0
err_has "9 files: no problems"
sed -i 's/^id: .*/id: plain/' tree/plain
run check tree/plain tree/0.yaml
exits 0 # a file that is named itself may be called anything
err_has "2 files: no problems"

# ---- other kinds, foreign YAML, nothing at all ----

mkdir mixed
cp evaluations/nacka-2011.yaml rubrics/kommunkompassen-2010.yaml rubrics/sverige-2014.yaml mixed
printf 'kompass: crosswalk/1\nid: cross\nfrom: kommunkompassen-2010\nto: kommunkompassen-2010\nmap:\n- {from: "1", to: "1", relation: same}\n' >mixed/cross.yaml
printf 'kompass: followup/1\nid: follow\nunit: {name: U}\nyear: 2026\n' >mixed/follow.yaml
printf 'version: 3\nservices: {}\n' >mixed/foreign.yaml
printf 'no yaml at all {[' >mixed/readme.txt
run score mixed --format csv
exits 0
is 1 "$(grep -c ',total,' out)" "of mixed kinds the evaluation is scored"
err_has "mixed/foreign.yaml:1:1: note: passed over"
is 1 "$(grep -c '\[KP' err)" "other kinds are passed over quietly"
run check mixed
exits 0
err_has "mixed/foreign.yaml:1:1: note: passed over"
is 1 "$(grep -c '\[KP' err)" "as they are by check"
run export mixed -o mixed.xlsx
exits 0
check "export finds the one evaluation of a folder" test -s mixed.xlsx
run check mixed/foreign.yaml
exits 1
err_has "[KP020]"
printf 'kompass: evaluation/2\nid: x\n' >mixed/next.yaml
run score mixed
exits 1 # a version that the program does not know is no other kind
err_has "mixed/next.yaml:1:10: error: unknown kind of file 'evaluation/2'"
run score rubrics/kommunkompassen-2010.yaml
exits 1
err_has "[KP079]"
out_is_empty
run export rubrics/sverige-2014.yaml
exits 1
err_has "[KP079]"
run new evaluations/nacka-2011.yaml --unit U --year 2020
exits 1
err_has "[KP079]"
out_is_empty

mkdir -p empty/deeper empty2
for command in check score export; do
    run $command empty
    exits 0
    err_has "empty: warning: no "
    run $command empty --strict
    exits 1
done
run score empty mixed empty2
err_has "empty: warning:"
err_has "empty2: warning:"
err_lacks "mixed: warning:"
run score empty --format csv
is 1 "$(wc -l <out)" "csv of an empty folder is its header"

# ---- links ----

mkdir links links/inner
put links/inner/one.yaml
ln -s ../inner links/inner/loop
ln -s .. links/inner/up
ln -s self links/self
ln -s inner links/alias
put outside/two.yaml
ln -s ../outside/two.yaml links/two.yaml
is "one two " "$(ids links)" "links to files are read, links to folders are not followed"
run score links
exits 0
is "one " "$(ids links/alias)" "a link that is named itself is followed"
ln -s nowhere.yaml links/broken.yaml
run score links --format csv
exits 3
err_has "links/broken.yaml: error: cannot read the file: there is no such file"
is 2 "$(grep -c ',total,' out)" "the others are scored"
ln -s round.yaml links/round.yaml
run check links/round.yaml
exits 3
err_has "cannot read the file"
rm links/broken.yaml links/round.yaml

# ---- what is no ordinary file, or cannot be read ----

mkfifo pipe.yaml
run check pipe.yaml
exits 3
err_has "pipe.yaml: error: this is no ordinary file"
run check /dev/null
exits 3
run score missing.yaml
exits 3
err_has "missing.yaml: error: cannot read the file: there is no such file [KP001]"
run score missing/deep.yaml
exits 3
run score evaluations/nacka-2011.yaml/x
exits 3
run check ""
exits 3
run check "$(printf '%0300d' 0).yaml"
exits 3
mkdir fifos && mkfifo fifos/a.yaml && put fifos/b.yaml
run score fifos --format csv
exits 3
err_has "fifos/a.yaml: error: this is no ordinary file"
is 1 "$(grep -c ',total,' out)" "a pipe in a folder does not keep the others from being scored"

if can_drop; then
    chmod 644 evaluations/* rubrics/*.yaml
    mkdir shut shut/closed shut/blind
    for path in a closed/b blind/c z; do put shut/$path.yaml; done
    chmod 000 shut/a.yaml shut/closed
    chmod 444 shut/blind
    run_as_user score shut --format csv
    exits 3
    err_has "shut/a.yaml: error: cannot read the file: "
    err_has "shut/closed/.: error: cannot read the file: "
    err_has "shut/blind/.: error: cannot read the file: "
    out_has "z,"
    is 1 "$(grep -c ',total,' out)" "what can be read is scored"
    run_as_user score shut/closed
    exits 3
    err_has "shut/closed: error: cannot read the file: "
    run_as_user check shut/closed/b.yaml
    exits 3
    chmod 000 rubrics
    run_as_user score shut/z.yaml
    exits 1
    err_has "no rubric 'kommunkompassen-2010' was found"
    chmod 755 rubrics shut/closed shut/blind
else
    echo "skipped here: unreadable files and folders (no way to be another user than root)"
fi

# ---- names of files ----

for name in "with blank" "quote'd" 'double"d' '$dollar' 'semi;colon' 'new
line' '-dash' 'percent%s%n' 'å' '*'; do
    put "names/x.yaml" && mv "names/x.yaml" "names/$name.yaml"
done
run check names
exits 1
is 10 "$(grep -c 'KP030' err)" "every name is dealt with"
err_has "names/percent%s%n.yaml:2:5: error:"
run check --diagnostics json names
check "json stays one line each" "$PYTHON" -c 'import json; [json.loads(x) for x in open("err")]'
is 10 "$(wc -l <err)" "a line break in a name is no line break of json"

# ---- the order of look-up: --rubrics, $KOMPASS_RUBRICS, rubrics/ upwards, ./rubrics, installed data ----

mkdir -p look/up/here/rubrics look/up/rubrics look/rubrics opt1 opt2 env1 env2 present/rubrics
put look/up/here/r-1.yaml looked
for place in opt1 opt2 env1 env2 look/up/here/rubrics look/up/rubrics look/rubrics present/rubrics; do
    small_rubric looked "Rubric of $place" >$place/looked.yaml
done
from() { # EXPECTED ARGUMENT... (run in present/)
    expected=$1
    shift
    (cd present && "$K" score ../look/up/here/r-1.yaml "$@" >../out 2>../err)
    ran="look-up with $*, \$KOMPASS_RUBRICS=${KOMPASS_RUBRICS-}"
    err_is_empty
    out_has "· Rubric of $expected ·"
}
export KOMPASS_RUBRICS=../env1:../env2
from opt1 --rubrics ../opt1 --rubrics ../opt2
from opt2 --rubrics ../opt2 --rubrics ../opt1
from opt2 --rubrics ../empty --rubrics ../opt2
from env1
from env1 --rubrics ../empty
KOMPASS_RUBRICS=../env2:../env1 from env2
KOMPASS_RUBRICS=::../nowhere:../env2: from env2
rm env1/looked.yaml
from env2
rm env2/looked.yaml
from look/up/here/rubrics
export KOMPASS_RUBRICS=
from look/up/here/rubrics
unset KOMPASS_RUBRICS
rm look/up/here/rubrics/looked.yaml
from look/up/rubrics
rmdir look/up/here/rubrics
from look/up/rubrics
rm look/up/rubrics/looked.yaml
from look/rubrics
rm look/rubrics/looked.yaml
from present/rubrics
rm present/rubrics/looked.yaml
(cd present && "$K" score ../look/up/here/r-1.yaml >../out 2>../err)
ran="look-up of nothing"
err_has "r-1.yaml:3:9: error: no rubric 'looked' was found"

# Beside a link lies what lies beside the link, not beside its target.
mkdir -p linked/rubrics
small_rubric looked "Rubric of linked" >linked/rubrics/looked.yaml
ln -s ../look/up/here/r-1.yaml linked/r-1.yaml
run score linked/r-1.yaml
out_has "Rubric of linked"

# Two evaluations with one rubric id, each with its own rubrics folder
mkdir -p own1/rubrics own2/rubrics
for n in 1 2; do
    small_rubric looked "Rubric of own$n" >own$n/rubrics/looked.yaml
    put own$n/e-$n.yaml looked
done
run score own1 own2 own1
is "own1 own2 own1 " "$(sed -n 's/.*Rubric of \([a-z0-9]*\) .*/\1/p' out | tr '\n' ' ')" "each evaluation has its own rubric"

# A rubric with errors is told once, and is not passed over for another one further up.
mkdir -p broken/rubrics broken/sub
printf 'kompass: rubric/1\nid: looked\ntitle: T\n' >broken/rubrics/looked.yaml
put broken/a.yaml looked
put broken/b.yaml looked
run score broken/a.yaml broken/b.yaml
exits 1
is 1 "$(grep -c "'areas' is missing" err)" "a broken rubric is told once"
is 2 "$(grep -c 'KP061' err)" "and named at each evaluation"
err_has "broken/rubrics/looked.yaml:"
# An id is a name and never leads to another folder.
evaluation e-1 ../rubrics/kommunkompassen-2010 >own1/e-1.yaml
run check own1/e-1.yaml
exits 1
err_has "[KP060]"
evaluation e-1 "$WORK/rubrics/kommunkompassen-2010" >own1/e-1.yaml
run check own1/e-1.yaml
exits 1
evaluation e-1 .. >own1/e-1.yaml
run check own1/e-1.yaml
exits 1
# A folder of the rubric's name is no rubric.
mkdir -p odd/rubrics/looked.yaml
put odd/e.yaml looked
run check odd/e.yaml
exits 3
err_has "looked.yaml: error: this is a folder"

# References by id are looked for in the same places, and by path.
run export evaluations/orebro-2012.yaml --reference sverige-2014 -o r1.xlsx
exits 0
run export evaluations/orebro-2012.yaml --reference rubrics/sverige-2014.yaml -o r2.xlsx
exits 0
check "a reference by path is the same" cmp r1.xlsx r2.xlsx
run export evaluations/orebro-2012.yaml --reference nowhere -o r3.xlsx
exits 1
err_has "no reference 'nowhere' was found"
run export evaluations/orebro-2012.yaml --reference no/where.yaml -o r3.xlsx
exits 3
run export evaluations/orebro-2012.yaml --reference sverige-2021 -o r3.xlsx
exits 1
err_has "[KP086]"
run export evaluations/orebro-2012.yaml --reference kommunkompassen-2010 -o r3.xlsx
exits 1
err_has "[KP079]"
run export evaluations/orebro-2012.yaml --reference "" -o r3.xlsx
exits 1
check "no workbook without its reference" test ! -e r3.xlsx

finish
