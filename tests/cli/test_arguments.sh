#!/bin/sh
# Commands, options, help in three languages, wrong usage, exit codes, choice of language.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

E=evaluations/nacka-2011.yaml

# ---- help: of the program and of each command, in each language ----

commands="check score export compare new explain help version completion manual"
for lang in sv nb en; do
    {
        "$K" help --lang $lang
        for command in $commands; do
            printf '\n---- %s ----\n' "$command"
            "$K" help "$command" --lang $lang
        done
    } >help 2>&1
    golden "help-$lang.txt" help
done
run help
cp out help
exits 0
err_is_empty
for command in $commands; do
    "$K" help "$command" >expected
    [ "$command" = help ] && continue
    for arguments in "$command --help" "$command -h" "--help $command" "$command x y z --help" "$command --help --strict"; do
        run $arguments
        exits 0
        check "$ran shows the command's help" cmp expected out
    done
done
for arguments in "--help" "-h" "help --help" "--lang en help"; do
    run $arguments
    exits 0
    case $arguments in help*) ;; *) check "$ran shows the program's help" cmp help out ;; esac
done
for lang in sv nb en; do
    check "no line of help in $lang is wider than a terminal" "$PYTHON" -c \
        'import sys; sys.exit(max(map(len, open(sys.argv[1], encoding="utf-8").read().split("\n"))) > 80)' \
        "$HERE/golden/help-$lang.txt"
done
run
exits 2
out_is_empty
check "without a command the help stands on stderr" cmp help err

# ---- version ----

run version
exits 0
err_is_empty
check "version is one line with a number and the scoring rule" \
    grep -qE '^kompass [0-9]+\.[0-9]+\.[0-9]+ \(scoring rule 1\)$' out
cp out version
for arguments in "--version" "version --lang en" "--version --lang en"; do
    run $arguments
    exits 0
    check "$ran is the same as version" cmp version out
done

# ---- wrong usage: status 2, one line on stderr that names the help, nothing on stdout ----

wrong() { # TEXT ARGUMENT...
    text=$1
    shift
    run "$@"
    exits 2
    out_is_empty
    err_has "$text"
    err_has "see 'kompass help"
    if [ "$(wc -l <err)" -eq 1 ]; then pass; else fail "$ran: more than one line" err; fi
}

wrong "unknown command 'scor' (did you mean 'score'?)" scor
wrong "unknown command 'Score' (did you mean 'score'?)" Score
wrong "unknown command 'xyzzy'" xyzzy
wrong "unknown command ''" ""
wrong "unknown command '-'" -
wrong "unknown command 'nope'" nope --help
wrong "unknown command 'exprt' (did you mean 'export'?)" help exprt
wrong "unknown option '--fromat' (did you mean '--format'?); see 'kompass help score'" score --fromat csv $E
wrong "unknown option '--Format' (did you mean '--format'?)" score --Format=csv $E
wrong "unknown option '--zzzzzzzz'" score --zzzzzzzz $E
wrong "unknown option '-V'" -V
wrong "unknown option '-x'" score -x $E
wrong "unknown option '-x'" score -hx
wrong "unknown option '--'" --=x check $E
wrong "'score' needs EVAL..." score
wrong "'check' needs PATH..." check
wrong "'export' needs EVAL" export
wrong "'new' needs RUBRIC" new
wrong "'export' does not take 'b'" export a b
wrong "'new' does not take 'b'" new a b --unit U --year 2020
wrong "'explain' does not take 'KP002'" explain KP001 KP002
wrong "'help' does not take 'score'" help check score
wrong "'version' does not take 'x'; it takes nothing more" version x
wrong "'version' does not take 'x'" --version x
wrong "'completion' does not take 'x'" completion x
wrong "'manual' does not take 'x'" manual x
wrong "'--format' needs a value: table|csv|json" score $E --format
wrong "'xml' is not possible for '--format'; choose one of table, csv, json" score --format xml $E
wrong "'' is not possible for '--format'" score --format= $E
wrong "'CSV' is not possible for '--format'" score --format CSV $E
wrong "'csv|json' is not possible" score --format 'csv|json' $E
wrong "'tab' is not possible" score --format tab $E
wrong "'de' is not possible for '--lang'; choose one of sv, nb, en" score --lang de $E
wrong "'xml' is not possible for '--diagnostics'; choose one of text, short, json" check --diagnostics xml $E
wrong "'all' is not possible for '--audience'; choose one of board, team" export --audience all $E
wrong "'--strict' takes no value" check --strict=yes $E
wrong "'--help' takes no value" check --help=yes $E
wrong "'--output' needs a value: FILE" export $E -o
wrong "'--rubrics' needs a value: DIR" check $E --rubrics
wrong "'--rubrics' needs a folder; 'nowhere' is none" check $E --rubrics nowhere
wrong "'--rubrics' needs a folder; '$E' is none" score $E --rubrics rubrics --rubrics $E
wrong "'--format' cannot be used with 'check'" check --format csv $E
wrong "'--format' cannot be used with 'check'" --format csv check $E
wrong "'--output' cannot be used with 'check'" check -o x $E
wrong "'--output' cannot be used with 'score'" score -ox $E
wrong "'--reference' cannot be used with 'score'" score --reference x $E
wrong "'--unit' cannot be used with 'export'" export --unit x $E
wrong "'--strict' cannot be used with 'version'" version --strict
wrong "'--rubrics' cannot be used with 'explain'" explain --rubrics rubrics
wrong "there is no code 'KP9999'" explain KP9999
wrong "there is no code ''" explain ""
wrong "there is no code '67x'" explain 67x
wrong "'oversikt.XLS': what is written is an Excel workbook; choose a name that ends in .xlsx" export evaluations/nacka-2011.yaml -o oversikt.XLS
wrong "'m.d/blankett.ods': what is written is an Excel workbook" form kommunkompassen-2010 -o m.d/blankett.ods
wrong "'new' needs --unit NAME" new kommunkompassen-2010 --year 2020
wrong "'new' needs --unit NAME" new kommunkompassen-2010 --year 2020 --unit ""
wrong "'new' needs --unit NAME" new kommunkompassen-2010 --year 2020 --unit "   "
wrong "'new' needs --year YEAR" new kommunkompassen-2010 --unit U
for year in 20 20201 0000 -2020 2o20 "2020 " 2020.0 ""; do
    wrong "'$year' is not a year with four digits" new kommunkompassen-2010 --unit U "--year=$year"
done

# In Swedish and Norwegian, too
run --lang sv scor
exits 2
err_has "okänt kommando 'scor' (menade du 'score'?)"
run --lang nb scor
err_has "ukjent kommando 'scor' (mente du 'score'?)"
run --lang sv check --strict=1
err_has "'--strict' tar inget värde"

# ---- options anywhere, in all spellings; the last one counts; -- ends them ----

run score --format csv $E
cp out expected
for arguments in "score $E --format csv" "--format csv score $E" "score --format=csv $E" \
    "score --format json --format csv $E" "score --format csv -- $E" "score --lang sv --format csv $E"; do
    run $arguments
    exits 0
    check "$ran is the same" cmp expected out
done
cp $E ./-nacka.yaml
run check -- -nacka.yaml
exits 1
err_has "-nacka.yaml:2:5: error: the id 'nacka-2011' is not the file's name"
run export $E -oshort.xlsx
exits 0
check "-oFILE writes FILE" test -s short.xlsx

# ---- exit codes: 0, 1, 2, 3, the highest that applies ----

evaluation sound kommunkompassen-2010 >evaluations/sound.yaml
{ evaluation warned kommunkompassen-2010; printf 'answers: {"1.1": {percent: 1, best_practice: true}}\n'; } >evaluations/warned.yaml
{ evaluation wrong kommunkompassen-2010; printf 'answers: {"1.1": {percent: 101}}\n'; } >evaluations/wrong.yaml
mkdir noted && printf 'a: 1\n' >noted/foreign.yaml && cp evaluations/sound.yaml noted

for command in check score; do
    run $command evaluations/sound.yaml; exits 0
    run $command --strict evaluations/sound.yaml; exits 0
    run $command evaluations/warned.yaml; exits 0; err_has "[KP077]"
    run $command --strict evaluations/warned.yaml; exits 1
    run $command noted; exits 0; err_has "[KP098]"
    run $command noted --strict; exits 0 # a note is never an error
    run $command evaluations/wrong.yaml; exits 1
    run $command evaluations/wrong.yaml --strict; exits 1
    run $command missing.yaml; exits 3
    run $command missing.yaml evaluations/wrong.yaml evaluations/warned.yaml --strict; exits 3
    run $command evaluations/wrong.yaml missing.yaml --nope; exits 2
    for code in 031 031 001; do err_lacks "[KP$code]"; done
done
run check evaluations/sound.yaml
err_has "1 file: no problems"
run check evaluations/sound.yaml $E
err_has "2 files: no problems"
run check evaluations/sound.yaml --lang sv
err_has "1 fil utan problem"
run export evaluations/wrong.yaml
exits 1
check "a workbook of a wrong evaluation is not written" test ! -e wrong.xlsx
run export --strict evaluations/warned.yaml -o warned.xlsx
exits 1
check "with a warning it is, also under --strict" test -s warned.xlsx

# ---- results on stdout, diagnostics on stderr; one bad file among many ----

run score --format csv $E evaluations/wrong.yaml missing.yaml evaluations/sound.yaml
exits 3
cp out together
err_has "evaluations/wrong.yaml:6:28: error:"
err_has "missing.yaml: error: cannot read the file"
err_has "2 errors"
err_lacks "nacka-2011,"
run score --format csv $E evaluations/sound.yaml
exits 0
err_is_empty
check "the good ones are printed as without the bad ones" cmp together out
for bad in 'kompass: evaluation/1' '[' '' 'kompass: nothing/1' 'kompass: rubric/1'; do
    printf '%s\n' "$bad" >evaluations/bad.yaml
    run score --format csv $E evaluations/bad.yaml evaluations/sound.yaml
    exits 1
    check "'$bad' does not keep the others from being printed" cmp together out
done
rm evaluations/bad.yaml

# ---- --diagnostics ----

run check --diagnostics text evaluations/wrong.yaml evaluations/warned.yaml missing.yaml
cp err text
run check evaluations/wrong.yaml evaluations/warned.yaml missing.yaml
check "text is the default" cmp text err
golden diagnostics-text.txt err
run check --diagnostics short evaluations/wrong.yaml evaluations/warned.yaml missing.yaml
exits 3
golden diagnostics-short.txt err
grep -E '\[KP[0-9]+\]$' text >firsts
check "short is the first lines only" cmp firsts err
run check --diagnostics json evaluations/wrong.yaml evaluations/warned.yaml missing.yaml
exits 3
out_is_empty
golden diagnostics-json.txt err
cat >lines.py <<'P'
import json, sys
keys = ["file", "line", "column", "severity", "code", "message", "notes"]
short = open(sys.argv[2], encoding="utf-8").read().splitlines()
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
assert len(lines) == len(short), (len(lines), len(short))
for line, text in zip(lines, short):
    assert list(line) == keys, list(line)
    place = line["file"] + (f":{line['line']}:{line['column']}" if line["line"] else "")
    assert text == f"{place}: {line['severity']}: {line['message']} [{line['code']}]", text
    assert all(list(note) == ["file", "line", "column", "message"] for note in line["notes"])
P
check "each line of json says what short says" "$PYTHON" lines.py err firsts
run check --diagnostics json evaluations/wrong.yaml --lang sv
cp err json
run check --diagnostics short evaluations/wrong.yaml --lang sv
check "json is in the language of the messages, its words are English" \
    "$PYTHON" -c 'import json,sys; d=json.loads(open("json").read()); s=open("err").read(); assert d["severity"]=="error" and d["message"] in s and " fel: " in s'
run check --diagnostics json evaluations/sound.yaml
err_is_empty
run check --diagnostics short evaluations/sound.yaml
err_is_empty

# ---- explain ----

"$K" explain KP067 --lang en >whole
"$K" explain 67 --lang en >number
check "a code's number is enough" cmp whole number

run explain
exits 0
err_is_empty
check "explain lists every code once, in order" sh -c "cut -d' ' -f1 out | sort -u | cmp -s - - && cut -d' ' -f1 out >codes && sort -u codes | cmp codes -"
check "a list line is a code and a message" sh -c "! grep -vE '^KP[0-9]{3}  .+' out"
for lang in sv nb en; do
    missing=
    while read -r code; do
        run explain "$code" --lang $lang
        [ "$status" = 0 ] && [ ! -s err ] && head -n 1 out | grep -q "^$code (" && sed -n 4p out | grep -q . ||
            missing="$missing $code"
    done <codes
    check "every code is explained in $lang; missing:$missing" test -z "$missing"
done
run explain KP067
cp out expected
run explain kp067
check "codes may be written in lower case" cmp expected out
out_has "Wrong:"
out_has "Right:"
run explain KP067 --lang sv
out_has "Fel:"
out_has "Rätt:"

# ---- the language of messages: --lang, else LC_ALL, LC_MESSAGES, LANG; Swedish or English ----

said() { # TEXT, VARIABLES... of the environment
    text=$1
    shift
    ran="env $* kompass"
    env -u LC_ALL -u LANG -u LC_MESSAGES "$@" "$K" check missing.yaml >out 2>err
    err_has "missing.yaml: $text: "
}
said error
said error LANG=
said fel LANG=sv_SE.UTF-8
said fel LANG=sv
said fel LANG=sv_FI
said error LANG=nb_NO.UTF-8
said error LANG=en_GB.UTF-8
said error LANG=C
said error LANG=nonsense
said fel LC_MESSAGES=sv_SE.UTF-8 LANG=en_GB.UTF-8
said error LC_MESSAGES=en_GB.UTF-8 LANG=sv_SE.UTF-8
said fel LC_ALL=sv_SE.UTF-8 LC_MESSAGES=en_GB LANG=en_GB
said error LC_ALL=C LC_MESSAGES=sv_SE LANG=sv_SE
said fel LC_ALL= LC_MESSAGES= LANG=sv_SE.UTF-8
for lang in sv:fel nb:feil en:error; do
    LANG=sv_SE.UTF-8 LC_ALL=sv_SE.UTF-8 "$K" check missing.yaml --lang "${lang%:*}" >out 2>err
    ran="kompass check --lang ${lang%:*}"
    err_has "missing.yaml: ${lang#*:}: "
done
# What is written speaks the rubric's language, whatever the locale.
run score $E
cp out expected
out_has "Totalt"
for locale in sv_SE.UTF-8 en_US.UTF-8 de_DE.UTF-8; do
    LC_ALL=$locale "$K" score $E >out 2>err
    check "the same in $locale" cmp expected out
done
run score $E --lang en
out_has "Total  "
run score $E --lang nb
out_has "Oppnådd"

# ---- ID|FILE: what ends in .yaml or has a slash is a file, and a missing one is 3 ----

mkdir kommunkompassen-2010
run new kommunkompassen-2010 --unit U --year 2026
exits 0
for given in missing.yaml missing.yml in/missing; do
    for command in "new $given --unit U --year 2026" "export $E -o none.xlsx --reference $given" "form $given" \
        "compare $E evaluations/orebro-2012.yaml --crosswalk $given"; do
        run $command
        exits 3
        err_has "$given: error: cannot read the file: there is no such file [KP001]"
    done
done
run export $E -o none.xlsx --reference missing
exits 1
err_has "put missing.yaml into a folder"

# ---- an option that is meant is one of the command's own ----

run score $E --fromat csv
exits 2
err_has "did you mean '--format'?"
run score $E --forse
exits 2
err_lacks "--force"

finish
