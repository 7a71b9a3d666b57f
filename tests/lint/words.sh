#!/bin/sh
# tests/lint/words.sh - words that must not be in the repository: work left undone, and paths of somebody's machine.
set -u
cd "$(dirname "$0")/../.." || exit 1

files() { # all that is, or would be, committed
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git ls-files --cached --others --exclude-standard
    else
        find . -type f ! -path './build/*' ! -path './.git/*' | sed 's#^\./##'
    fi | while read -r file; do [ -f "$file" ] && echo "$file"; done
}

# Written so that this file does not find itself.
undone='TO''DO|FIX''ME|XX''X'
machine='/(home|Users|root|work|mnt|private)/[A-Za-z0-9_]'

said=$(
    files | xargs -d '\n' grep -InE "\\b($undone)\\b" | sed 's/$/    (work left undone)/'
    files | xargs -d '\n' grep -InE "(^|[^A-Za-z0-9_.:/-])$machine" | sed 's/$/    (a path of one machine)/'
)
[ -z "$said" ] && exit 0
printf "%s\n" "$said" | cut -c1-200
exit 1
