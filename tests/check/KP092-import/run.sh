# A form that says less than the file that is there.
cp -r rubrics "$WORK" && "${PYTHON:-/usr/bin/python3}" ../../forms/xlsx.py form.txt "$WORK/form.xlsx" || exit 99
cp provstad-2024.yaml "$WORK"
cd "$WORK" || exit 99
"$KOMPASS" import form.xlsx -o provstad-2024.yaml --lang "$1"
