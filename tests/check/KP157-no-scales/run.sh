cp -r rubrics "$WORK" && cd "$WORK" || exit 99
"$KOMPASS" form provmall --evaluators 'Lena Ek, Gun Gran' -o form.xlsx --lang "$1"
