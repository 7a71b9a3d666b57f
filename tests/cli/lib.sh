# tests/cli/lib.sh - what the suites of the command line share; sourced, in a POSIX shell.
#
# Each suite works in a new folder $WORK with copies of the shipped files, so that all paths in goldens are short and
# the same everywhere. $K is the program. UPDATE=1 writes the goldens anew instead of comparing with them.

ROOT=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
HERE=$ROOT/tests/cli
K=${KOMPASS:-build/kompass}
case $K in /*) ;; *) K=$ROOT/$K ;; esac
PYTHON=${PYTHON:-/usr/bin/python3}
UPDATE=${UPDATE:-}
[ -x "$K" ] || { echo "no program at $K: run make"; exit 1; }

LC_ALL=C.UTF-8
export LC_ALL
unset KOMPASS_RUBRICS SOURCE_DATE_EPOCH LANG LC_MESSAGES LANGUAGE MAKEFLAGS MAKELEVEL MFLAGS
WORK=$(mktemp -d "${TMPDIR:-/tmp}/kompass-cli.XXXXXX") || exit 1
chmod 755 "$WORK"
MOUNTED=
clean_up() {
    cd / || exit 1
    [ -z "$MOUNTED" ] || umount "$MOUNTED"
    chmod -R u+rwx "$WORK" 2>/dev/null
    rm -rf "$WORK"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM
cd "$WORK" || exit 1
cp -R "$ROOT/rubrics" "$ROOT/evaluations" .

passed=0
failed=0

# pass LABEL | fail LABEL [FILE...]: count, and on failure show the files.
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "FAILED: $1"
    shift
    for shown in "$@"; do
        sed "s/^/    $(basename "$shown"): /" "$shown" | head -n 30
    done
}

# check LABEL COMMAND...: the command succeeds.
check() {
    label=$1
    shift
    if "$@" >"$WORK/.checked" 2>&1; then pass; else fail "$label: $*" "$WORK/.checked"; fi
}

# refuse LABEL COMMAND...: it does not.
refuse() {
    label=$1
    shift
    if "$@" >/dev/null 2>&1; then fail "$label: $* succeeded"; else pass; fi
}

# run ARGUMENT...: the program; sets $status, and the files out and err in $WORK.
run() {
    ran="kompass $*"
    "$K" "$@" >"$WORK/out" 2>"$WORK/err" </dev/null
    status=$?
}

# exits STATUS: of the last run.
exits() {
    if [ "$status" = "$1" ]; then pass; else fail "$ran: status $status, not $1" "$WORK/out" "$WORK/err"; fi
}

# out_has TEXT, err_has TEXT: the last run printed this, on one line. out_lacks, err_lacks: it did not.
out_has() { if grep -qF -- "$1" "$WORK/out"; then pass; else fail "$ran: no '$1' on stdout" "$WORK/out" "$WORK/err"; fi; }
err_has() { if grep -qF -- "$1" "$WORK/err"; then pass; else fail "$ran: no '$1' on stderr" "$WORK/err"; fi; }
out_lacks() { if grep -qF -- "$1" "$WORK/out"; then fail "$ran: '$1' on stdout" "$WORK/out"; else pass; fi; }
err_lacks() { if grep -qF -- "$1" "$WORK/err"; then fail "$ran: '$1' on stderr" "$WORK/err"; else pass; fi; }
out_is_empty() { if [ -s "$WORK/out" ]; then fail "$ran: something on stdout" "$WORK/out"; else pass; fi; }
err_is_empty() { if [ -s "$WORK/err" ]; then fail "$ran: something on stderr" "$WORK/err"; else pass; fi; }

# golden NAME FILE: the file is as golden/NAME has it.
golden() {
    if [ -n "$UPDATE" ]; then
        cp "$2" "$HERE/golden/$1"
        pass
    elif diff "$HERE/golden/$1" "$2" >"$WORK/.diff" 2>&1; then
        pass
    else
        fail "golden/$1 differs (UPDATE=1 accepts)" "$WORK/.diff"
    fi
}

# evaluation ID RUBRIC [UNIT]: the head of an evaluation, on stdout.
evaluation() {
    printf 'kompass: evaluation/1\nid: %s\nrubric: %s\nunit: {name: %s}\nyear: 2020\n' "$1" "$2" "${3:-Unit}"
}

# small_rubric ID TITLE: a rubric of one area and one question, on stdout.
small_rubric() {
    printf 'kompass: rubric/1\nid: %s\ntitle: %s\nlanguage: en\nareas:\n' "$1" "$2"
    printf '  - {id: "1", title: Area, max: 10, questions: [{id: "1.1", title: Question, max: 10}]}\n'
}

# As somebody who is not root, for what root may always do. Not possible everywhere: see can_drop.
cp "$K" "$WORK/.kompass" 2>/dev/null && chmod 755 "$WORK/.kompass"
as_user() {
    if [ "$(id -u)" != 0 ]; then
        "$@"
    else
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    fi
}
can_drop() { as_user "$WORK/.kompass" version >/dev/null 2>&1; }
run_as_user() {
    ran="kompass $* (not as root)"
    as_user "$WORK/.kompass" "$@" >"$WORK/out" 2>"$WORK/err" </dev/null
    status=$?
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}
