# A form that somebody has filled in lies where the next one would be written.
cp -r rubrics "$WORK" && "${PYTHON:-/usr/bin/python3}" ../../forms/xlsx.py form.txt "$WORK/provstad-2024.xlsx" || exit 99
cp provstad-2024.yaml "$WORK"
cd "$WORK" || exit 99
"$KOMPASS" form provstad-2024.yaml -o provstad-2024.xlsx --lang "$1"
