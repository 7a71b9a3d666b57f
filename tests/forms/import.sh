#!/bin/sh
# import.sh LANG FORM... - import forms that lie here as FORM.txt (see xlsx.py), beside the folder `rubrics`, in $WORK.
lang=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
cp -r rubrics "$WORK" || exit 99
forms=
for form in "$@"; do
    "${PYTHON:-/usr/bin/python3}" "$here/xlsx.py" "$form.txt" "$WORK/$form.xlsx" || exit 99
    forms="$forms $form.xlsx"
done
cd "$WORK" || exit 99
# shellcheck disable=SC2086 # names without blanks
exec "$KOMPASS" import $forms --lang "$lang"
