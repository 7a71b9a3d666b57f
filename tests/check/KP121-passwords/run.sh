# As Office encrypts a workbook, and as a zip program encrypts a part.
for name in encrypted encrypted-part; do
    [ -f "$WORK/$name.xlsx" ] || "${PYTHON:-/usr/bin/python3}" ../../forms/hostile.py "$name" "$WORK/$name.xlsx" || exit 99
done
cd "$WORK" || exit 99
"$KOMPASS" import *.xlsx --lang "$1"
