#!/bin/sh
# `export`: a workbook is written whole or not at all, is the same bytes wherever it is made, and says what went wrong.
# shellcheck disable=SC1091,SC2016,SC2034,SC2086,SC2094,SC2154 # lib.sh is sourced; words and quotes as meant
. "$(dirname "$0")/lib.sh"

E=evaluations/eskilstuna-2011.yaml
N=evaluations/nacka-2011.yaml
"$K" export $E -o whole.xlsx 2>err
"$K" export $N -o nacka.xlsx 2>>err
check "two workbooks to compare with" test -s whole.xlsx -a -s nacka.xlsx
if command -v unzip >/dev/null; then
    check "the workbook is a zip file without faults" unzip -tqq whole.xlsx
fi

no_temporaries() {
    find "${2:-.}" -name '.kompass.*' -o -name '*.tmp' -o -name 'tmp.*' >left
    check "$1: no temporary is left" test ! -s left
    rm -f left
}

# ---- where it goes ----

run export $E
exits 0
out_is_empty
err_has "wrote eskilstuna-2011.xlsx"
check "without -o it is ID.xlsx in the present folder" cmp whole.xlsx eskilstuna-2011.xlsx
mkdir target
(cd target && "$K" export ../$E 2>/dev/null)
check "also from another folder" cmp whole.xlsx target/eskilstuna-2011.xlsx
run export $E -o target/named.xlsx
err_has "wrote target/named.xlsx"
check "with -o it is that file" cmp whole.xlsx target/named.xlsx
run export $E -o "target/with blank å.xlsx"
check "whatever its name" cmp whole.xlsx "target/with blank å.xlsx"
long=$(printf '%0250d' 0).xlsx
run export $E -o "$long"
exits 0
check "or however long" cmp whole.xlsx "$long"
run export $E -o "$(printf '%0252d' 0).xlsx"
exits 3
err_has "cannot write the file: "
umask 027
run export $E -o rights.xlsx
check "a new file has the rights of the umask" test "$(stat -c %a rights.xlsx)" = 640
umask 022
chmod 606 rights.xlsx
run export $N -o rights.xlsx
check "a replaced one keeps those that it had" test "$(stat -c %a rights.xlsx)" = 606
check "and is replaced" cmp nacka.xlsx rights.xlsx

# ---- targets that are refused: 3, and nothing happens to them ----

mkdir folder && mkfifo pipe && ln -s to-itself to-itself && ln -s folder to-folder && ln -s /dev/null to-device
for target in folder folder/ . / pipe /dev/null /dev/full to-itself to-folder to-device missing/x.xlsx nacka.xlsx/x.xlsx; do
    run export $E -o $target
    exits 3
    out_is_empty
    err_has "[KP09"
done
ln -s folder/behind.xlsx to-nothing.xlsx
run export $E -o to-nothing.xlsx
exits 0
check "a link to nothing is followed" test -f folder/behind.xlsx -a -L to-nothing.xlsx
rm folder/behind.xlsx
check "a folder stays empty" sh -c '[ -z "$(ls -A folder)" ]'
for target in $E $N new.yaml folder/x.yml; do
    cp $E before
    run export $E -o $target
    exits 2
    err_has "is the name of a YAML file"
    check "$target is as it was" cmp before $E
done
run export $E -o ""
exits 2
no_temporaries "after refusals"

# ---- links ----

cp nacka.xlsx target/real.xlsx
ln -s target/real.xlsx link.xlsx
ln -s link.xlsx link-to-link.xlsx
run export $E -o link-to-link.xlsx
exits 0
check "a link is followed" cmp whole.xlsx target/real.xlsx
check "and stays a link" test -L link.xlsx -a -L link-to-link.xlsx
no_temporaries "after a link"

# ---- the same bytes ----

same() {
    run_label=$1
    shift
    rm -f again.xlsx
    env "$@" "$K" export $E -o again.xlsx >/dev/null 2>&1
    check "the same bytes $run_label" cmp whole.xlsx again.xlsx
}
same "twice"
for zone in UTC Europe/Stockholm America/Adak Pacific/Kiritimati nonsense; do same "in TZ=$zone" TZ=$zone; done
for locale in C sv_SE.UTF-8 de_DE.UTF-8 nb_NO.UTF-8; do same "in $locale" LC_ALL=$locale LANG=$locale; done
mkdir temporary
same "with another TMPDIR" TMPDIR="$WORK/temporary"
same "with a TMPDIR that is missing" TMPDIR=/nonexistent
same "with another HOME and user" HOME=/nonexistent USER=somebody LOGNAME=somebody
check "nothing is left in TMPDIR" sh -c '[ -z "$(ls -A temporary)" ]'
mkdir -p far/away && cp -R rubrics evaluations far/away
(cd far && "$K" export "$WORK/far/away/$E" -o copy.xlsx 2>/dev/null)
check "the same bytes of a copy elsewhere, by an absolute path" cmp whole.xlsx far/copy.xlsx
sleep 1.1 # the clock moves on
same "a second later"

# ---- SOURCE_DATE_EPOCH ----

created() { unzip -p "$1" docProps/core.xml | sed -n 's/.*<dcterms:created[^>]*>\([^<]*\)<.*/\1/p'; }
epoch() { # SECONDS CREATED
    SOURCE_DATE_EPOCH=$1 "$K" export $E -o epoch.xlsx 2>/dev/null
    if command -v unzip >/dev/null; then
        check "SOURCE_DATE_EPOCH=$1 gives $2" test "$(created epoch.xlsx)" = "$2"
    fi
}
epoch 1 1970-01-01T00:00:01Z
epoch 1700000000 2023-11-14T22:13:20Z
epoch 253402300799 9999-12-31T23:59:59Z
epoch "" "$(created whole.xlsx)"
for bad in x -1 +1 1.5 " 1" "1 " 1e9 253402300800 9999999999999 0x10; do
    ran="SOURCE_DATE_EPOCH=$bad kompass export"
    rm -f epoch.xlsx
    SOURCE_DATE_EPOCH=$bad "$K" export $E -o epoch.xlsx >out 2>err
    status=$?
    exits 2
    err_has "SOURCE_DATE_EPOCH is '$bad'"
    check "nothing is written then" test ! -e epoch.xlsx
done
for year in 0001 1899 9999; do
    { evaluation year-$year kommunkompassen-2010; } | sed "s/^year: .*/year: $year/" >evaluations/year-$year.yaml
    run export evaluations/year-$year.yaml
    exits 0
done

# ---- an existing workbook survives: failed checks, full disks, killed processes ----

printf 'precious\n' >precious
survives() { # LABEL: precious.xlsx is as it was
    check "$1: the workbook is as it was" cmp precious precious.xlsx
}
cp precious precious.xlsx
{ evaluation wrong kommunkompassen-2010; printf 'answers: {"1.1": {percent: 101}}\n'; } >evaluations/wrong.yaml
for arguments in "evaluations/wrong.yaml" "evaluations/missing.yaml" "$E --reference nowhere" "$E --reference sverige-2021" \
    "$E --lang de" "rubrics/kommunkompassen-2010.yaml" "evaluations" "/dev/null"; do
    run export $arguments -o precious.xlsx
    check "$ran fails" test "$status" != 0
    survives "$ran"
done
no_temporaries "after failed checks"

# Files may not grow (the shell counts in units of 512 or 1024 bytes): wherever it stops, nothing is lost.
for blocks in 0 1 2 8 20 40 60 80 96 110 130 150 200; do
    (
        ulimit -f "$blocks" 2>/dev/null
        "$K" export $E -o precious.xlsx 2>/dev/null
    )
    status=$? ran="export with files of at most $blocks blocks"
    exits 3
    survives "$ran"
done
no_temporaries "after files that may not grow"

# A disk that is full, where this shell may mount one
mkdir disk
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=64k,mode=777 none disk 2>/dev/null; then
    MOUNTED=$WORK/disk
    for free in 0 4 16 32 44 52; do
        rm -f disk/*
        cp precious disk/precious.xlsx
        dd if=/dev/zero of=disk/filler bs=1024 count=$((56 - free)) 2>/dev/null
        TMPDIR=$WORK/temporary "$K" export $E -o disk/precious.xlsx 2>err
        status=$? ran="export to a disk with $free KiB left"
        exits 3
        err_has "[KP090]"
        check "$ran: the workbook is as it was" cmp precious disk/precious.xlsx
        no_temporaries "$ran" disk
    done
    rm -f disk/*
    umount disk && mount -t tmpfs -o size=4m,mode=777 none disk
    run export $E -o disk/new.xlsx
    exits 0
    check "with room enough it is written" cmp whole.xlsx disk/new.xlsx
    mount -o remount,ro disk
    run export $N -o disk/new.xlsx
    exits 3
    check "a disk that is read only keeps its file" cmp whole.xlsx disk/new.xlsx
    umount disk
    MOUNTED=
else
    echo "not tried here: a full disk (no right to mount one)"
fi

if can_drop; then
    mkdir closed && cp precious closed/precious.xlsx && chmod 666 closed/precious.xlsx && chmod 555 closed
    run_as_user export $E -o closed/precious.xlsx
    exits 3
    check "a folder that may not be written keeps its file" cmp precious closed/precious.xlsx
    mkdir open && chmod 777 open && cp precious open/precious.xlsx && chmod 444 open/precious.xlsx
    run_as_user export $E -o open/precious.xlsx
    exits 3
    check "a file that may not be written is not replaced" cmp precious open/precious.xlsx
    no_temporaries "after closed folders"
    chmod 755 closed
else
    echo "skipped here: folders that may not be written (no way to be another user than root)"
fi

# Killed at some moment or other: the old workbook or the new one, and nothing between. A signal that can be caught
# takes the temporary along.
old=0 new=0
for signal in KILL TERM INT HUP; do
    for moment in 0.001 0.002 0.003 0.004 0.005 0.006 0.007 0.008 0.009 0.010 0.011 0.012 0.013 0.014 0.016 0.018 0.020 0.025; do
        cp precious precious.xlsx
        timeout -s $signal $moment "$K" export $E -o precious.xlsx >/dev/null 2>&1
        if cmp -s precious precious.xlsx; then
            old=$((old + 1))
        elif cmp -s whole.xlsx precious.xlsx; then
            new=$((new + 1))
        else
            fail "killed by $signal after $moment s: neither the old nor the new workbook"
        fi
    done
    [ $signal = KILL ] && rm -f .kompass.* tmp.*
done
check "every killed export left one of the two workbooks ($old old, $new new)" test $((old + new)) = 72
no_temporaries "after signals"
if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
    ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 # which does not work under strace
    export ASAN_OPTIONS
    for call in fsync rename; do
        for signal in KILL TERM; do
            cp precious precious.xlsx
            strace -o /dev/null -e inject=$call:signal=$signal:when=1 "$K" export $E -o precious.xlsx >/dev/null 2>&1
            if cmp -s precious precious.xlsx || cmp -s whole.xlsx precious.xlsx; then pass; else fail "$signal at $call"; fi
            [ $signal = KILL ] && rm -f .kompass.* tmp.*
            no_temporaries "$signal at $call"
        done
        for error in EIO ENOSPC EDQUOT; do
            cp precious precious.xlsx
            ran="$call says $error"
            strace -o /dev/null -e inject=$call:error=$error:when=1 "$K" export $E -o precious.xlsx >/dev/null 2>err
            status=$?
            exits 3
            survives "$ran"
            no_temporaries "$ran"
        done
    done
    # The library packs its parts without asking whether they were written. So they are none of the disk's, and every
    # single write that fails is noticed.
    strace -o calls -e openat,write "$K" export $E -o precious.xlsx >/dev/null 2>&1
    check "parts of a workbook do not pass through files" sh -c '! grep -q "\"[^\"]*tmp\.[^\"]*\", *O_RDWR" calls'
    writes=$(grep -c '^write(' calls)
    check "there are writes to fail ($writes)" test "$writes" -gt 5
    for n in $(seq "$writes"); do
        cp precious precious.xlsx
        ran="write $n says ENOSPC"
        strace -o /dev/null -e inject=write:error=ENOSPC:when="$n" "$K" export $E -o precious.xlsx >/dev/null 2>err
        status=$?
        if cmp -s whole.xlsx precious.xlsx; then
            pass # it was a message that could not be written
        else
            exits 3
            survives "$ran"
        fi
        check "$ran: the library's own words are not shown" sh -c '! grep -E "\[(ERROR|WARNING)\]" err'
        no_temporaries "$ran"
    done
    unset ASAN_OPTIONS
fi

# ---- several evaluations ----

mkdir -p many/a many/b && cp evaluations/nacka-2011.yaml many/a && cp evaluations/orebro-2015.yaml many/b
printf 'kompass: evaluation/1\nid: bad\n' >many/bad.yaml
run export many
exits 1
check "of a folder each good one is exported" test -s nacka-2011.xlsx -a -s orebro-2015.xlsx -a ! -e bad.xlsx
rm nacka-2011.xlsx orebro-2015.xlsx many/bad.yaml
cp precious precious.xlsx
run export many -o precious.xlsx
exits 2
err_has "'-o' cannot be used when the folder holds several evaluations"
survives "several evaluations for one file"
cp evaluations/nacka-2011.yaml many/b
run export many
exits 3
err_has "nacka-2011.xlsx: error: the file exists and is not overwritten"
check "the first of two with one id is kept" cmp nacka.xlsx nacka-2011.xlsx
rm many/b/orebro-2015.yaml many/b/nacka-2011.yaml
cp rubrics/kommunkompassen-2010.yaml many/b
run export many -o one.xlsx
exits 0
check "one evaluation among other kinds may have -o" cmp nacka.xlsx one.xlsx

finish
