# Visual Basic, and what Excel had before.
for name in macros macro-sheet; do
    [ -f "$WORK/$name.xlsx" ] || "${PYTHON:-/usr/bin/python3}" ../../forms/hostile.py "$name" "$WORK/$name.xlsx" || exit 99
done
cd "$WORK" || exit 99
"$KOMPASS" import *.xlsx --lang "$1"
