# A shell's *.xlsx also names what Excel lays beside a workbook that is open.
cp -r rubrics "$WORK" && "${PYTHON:-/usr/bin/python3}" ../../forms/xlsx.py form.txt "$WORK/form.xlsx" || exit 99
cd "$WORK" || exit 99
printf 'Lena' >'~$form.xlsx'
printf 'Lena' >'.~lock.form.xlsx#'
"$KOMPASS" import *.xlsx '.~lock.form.xlsx#' --lang "$1"
