#!/bin/sh
# tests/lint/layers.sh - folders of src/ are layers: a file includes its own layer or one below, never above.
#
# Also: each library has one home; only the command line prints, exits and asks the environment; nothing is a
# mutable global. The last two are read from the object files ($OUT/obj), where no macro hides anything.
set -u
cd "$(dirname "$0")/../.." || exit 1
OUT=${OUT:-build}

# From the lowest to the highest.
layers="base diag yaml model check score book write read cli"

# The folder that implements each header of include/kompass.
home_of() { # header
    case $1 in
    arena.h | base64.h | buf.h | json.h | lang.h | num.h | os.h | sha256.h | text.h | utf8.h) echo base ;;
    catalogue.def | explanations.def | diag.h | source.h) echo diag ;;
    decode.h | ytree.h) echo yaml ;;
    crosswalk.h | evaluation.h | file.h | followup.h | reference.h | rubric.h) echo model ;;
    check.h) echo check ;;
    agreement.h | audit.h | benchmark.h | compare.h | score.h | sensitivity.h | tracking.h) echo score ;;
    book.h | compare_book.h | compare_words.h | form.h | form_book.h | labels.def | labels.h | outcome.h | overview.h) echo book ;;
    write.h) echo write ;;
    import.h | workbook.h) echo read ;;
    *) ;;
    esac
}

# Who may include the header of a library: a pattern of paths.
users_of() { # library header
    case $1 in
    yaml.h) echo 'src/yaml/*' ;;
    xlsxwriter.h | xlsxwriter/*) echo 'src/write/xlsx*' ;;
    gmp.h) echo 'src/base/num.c' ;;
    nettle/*) echo 'src/base/*[0-9].c' ;;
    json-c/*) echo 'src/base/json.c' ;;
    minizip/zip.h) echo 'src/write/xlsx_parts.c' ;;
    minizip/*) echo 'src/read/package.c' ;;
    dlfcn.h | locale.h) echo 'src/base/*_posix.c' ;;
    expat.h) echo 'src/read/xml.c' ;;
    getopt.h | time.h | sys/time.h) echo 'src/cli/*' ;;
    pthread.h | signal.h | unistd.h | fcntl.h | dirent.h | sys/*) echo 'src/base/*_posix.c' ;;
    *) echo '*' ;;
    esac
}

# What only src/cli may refer to. One exception: the arena, where memory is exhausted.
outside='exit|_exit|_Exit|quick_exit|abort|atexit|getenv|secure_getenv|setlocale|system|popen'
outside="$outside|time|clock|gettimeofday|clock_gettime|timespec_get|localtime|gmtime|localtime_r|gmtime_r|mktime|strftime"
outside="$outside|rand|srand|random|printf|vprintf|puts|putchar|perror|stdin|stdout|stderr"
# What is of POSIX or the linker, and so belongs in src/base/*_posix.c.
system='open|close|read|write|stat|fstat|lstat|fileno|fdopen|realpath|mkstemp|fopencookie|fmemopen|open_memstream|dlsym|dlopen|newlocale'
system="$system|uselocale|freelocale|pthread_.*|sigaction|sigprocmask|isatty|fsync|posix_fallocate|opendir|readdir|mmap"
excepted() { # object symbol
    case "$1 $2" in "base/arena.o stderr" | "base/arena.o _Exit") return 0 ;; esac
    return 1
}

bad=0
complain() {
    echo "$1"
    bad=$((bad + 1))
}

rank() { # layer -> 1, 2 ...; nothing where there is no such layer
    position=0
    for layer in $layers; do
        position=$((position + 1))
        [ "$layer" = "$1" ] && echo "$position"
    done
}

check_ours() { # file its-layer included
    home=$(home_of "${3#kompass/}")
    if [ -z "$home" ]; then
        complain "$1: say in tests/lint/layers.sh which folder implements $3"
    elif [ "$(rank "$home")" -gt "$(rank "$2")" ]; then
        complain "$1: $2 must not include $3, which belongs to $home above it"
    fi
}

check_library() { # file included
    pattern=$(users_of "$2")
    # shellcheck disable=SC2254 # it is a pattern
    case $1 in $pattern) ;; *) complain "$1: <$2> belongs in $pattern" ;; esac
}

check_includes() { # file its-layer
    sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*([<"][^>"]*[>"]).*/\1/p' "$1" | while read -r included; do
        name=${included#?}
        name=${name%?}
        case $included in
        '"kompass/'*) check_ours "$1" "$2" "$name" ;;
        '"'*) [ -f "$(dirname "$1")/$name" ] || complain "$1: $included is no header of its own folder" ;;
        *) check_library "$1" "$name" ;;
        esac
    done
}

check_object() { # object
    name=${1#"$OUT"/obj/}
    case $name in
    cli/*) ;;
    *)
        for symbol in $(nm -u "$1" | awk '{ print $NF }' | sed 's/@.*//' | grep -xE "$outside"); do
            excepted "$name" "$symbol" || complain "src/${name%.o}.c: $symbol belongs in src/cli"
        done
        ;;
    esac
    case $name in
    base/*_posix.o) ;;
    *)
        for symbol in $(nm -u "$1" | awk '{ print $NF }' | sed 's/@.*//' | grep -xE "$system"); do
            complain "src/${name%.o}.c: $symbol belongs in src/base/*_posix.c"
        done
        ;;
    esac
    # Constant tables of pointers lie in .data.rel.ro; all other data can be changed.
    for symbol in $(nm --format=sysv "$1" |
        awk -F'|' '$3 ~ /[BbCDdGgSs]/ && $7 !~ /\.data\.rel\.ro/ { gsub(/ /, "", $1); print $1 }'); do
        complain "src/${name%.o}.c: '$symbol' is a mutable global; make it const"
    done
}

# Subshells count for themselves: what they say is what counts.
said=$(
    for folder in src/*/; do
        layer=$(basename "$folder")
        [ -n "$(rank "$layer")" ] || complain "src/$layer: no such layer; name it in tests/lint/layers.sh"
        for file in "$folder"*.[ch]; do
            check_includes "$file" "$layer"
        done
    done
    for header in include/kompass/*.h; do
        name=${header#include/kompass/}
        home=$(home_of "$name")
        [ -n "$home" ] || complain "$header: say in tests/lint/layers.sh which folder implements it"
        check_includes "$header" "${home:-cli}"
    done
    found=false
    for file in src/*/*.c; do
        object=$OUT/obj/${file#src/}
        object=${object%.c}.o
        [ -f "$object" ] || continue
        found=true
        check_object "$object"
    done
    $found || complain "no objects in $OUT/obj; build first"
)
[ -z "$said" ] && exit 0
printf "%s\n" "$said"
exit 1
