# What else people have, or name .xlsx.
for name in csv docx empty ods old-excel pdf xlsb; do
    [ -f "$WORK/$name.xlsx" ] || "${PYTHON:-/usr/bin/python3}" ../../forms/hostile.py "$name" "$WORK/$name.xlsx" || exit 99
done
cd "$WORK" || exit 99
"$KOMPASS" import *.xlsx --lang "$1"
