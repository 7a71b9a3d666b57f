#!/bin/sh
# tests/lint/options.sh - every option of src/cli/options.def is in the manual page, and in the help of just the
# commands that take it; every command of src/cli/commands.def is in the manual page and in the overview.
set -u
cd "$(dirname "$0")/../.." || exit 1
OUT=${OUT:-build}
KOMPASS=${KOMPASS:-$OUT/kompass}
[ -x "$KOMPASS" ] || { echo "$KOMPASS is not built"; exit 1; }
LC_ALL=C.UTF-8
export LC_ALL

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$KOMPASS" manual >"$work/manual" || { echo "no manual"; exit 1; }
"$KOMPASS" help >"$work/overview" || { echo "no help"; exit 1; }

# "ID name hidden" and "ID name commands" a line, from tables that may break their lines anywhere.
table() { tr '\n' ' ' <"$1" | sed "s/$2(/\\n$2(/g" | grep "^$2("; }
commands() { table src/cli/commands.def COMMAND | sed -nE 's/^COMMAND\(([A-Z_]+), *"([^"]*)", *"[^"]*", *-?[0-9]+, *-?[0-9]+, *(true|false).*/\1 \2 \3/p'; }
options() {
    table src/cli/options.def OPTION |
        sed -nE "s/^OPTION\\(([A-Z_]+), *('.'|0), *\"([^\"]*)\", *(\"[^\"]*\"|NULL), *([A-Z_ |]+),.*/\\1 \\3 \\5/p"
}

said=$(
    [ "$(commands | wc -l)" -ge 5 ] && [ "$(options | wc -l)" -ge 5 ] || echo "the tables of src/cli cannot be read"
    commands | while read -r _ command hidden; do
        "$KOMPASS" help "$command" >"$work/help-$command" 2>&1 || echo "no help for '$command'"
        [ "$hidden" = true ] && continue
        grep -qE "kompass $command(\\\\fR|\$)" "$work/manual" || echo "'$command' is not in the manual page"
        grep -qE "^ +$command\\b" "$work/overview" || echo "'$command' is not in the overview"
    done
    # An option may have several rows, each with its own choices for some commands.
    options | awk '{ name = $2; $1 = $2 = ""; all[name] = all[name] "|" $0 } END { for (n in all) print n, all[n] }' |
        sort | while read -r option takers; do
        grep -qF -- "\\-\\-$(echo "$option" | sed 's/-/\\-/g')" "$work/manual" || echo "--$option is not in the manual page"
        commands | while read -r id command _; do
            case " $(echo "$takers" | tr '|' ' ') " in *" KP_CMD_$id "* | *" KP_CMD_ALL "*) takes=true ;; *) takes=false ;; esac
            grep -qE -- "(^|[ ,])--$option( |\$)" "$work/help-$command" && shown=true || shown=false
            [ "$takes" = "$shown" ] || echo "--$option: '$command' takes it: $takes, its help shows it: $shown"
        done
    done
)
[ -z "$said" ] && exit 0
printf "%s\n" "$said"
exit 1
