python=${PYTHON:-/usr/bin/python3}
cp form.txt "$WORK/form.txt"
"$python" make-base.py "$WORK/base.yaml" || exit 99
cp -r rubrics "$WORK"
cd "$WORK" || exit 99
"$python" "$OLDPWD/../../forms/xlsx.py" form.txt form.xlsx || exit 99
rm base.yaml
exec "$KOMPASS" import form.xlsx --lang "$1"
