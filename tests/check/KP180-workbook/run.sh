# What people also keep evaluations in, by its first bytes; also where somebody renamed it.
cd "$WORK" || exit 1
printf 'PK\003\004\024\000 [Content_Types].xml PK\001\002 xl/workbook.xml' >provstad-2024.xlsx
cp provstad-2024.xlsx renamed.yaml
printf '\320\317\021\340\241\261\032\341\000\000' >provstad-2011.xls
printf 'PK\003\004\024\000 anteckningar.txt xl/worksheet' >underlag.zip
printf '%%PDF-1.4\n%%\342\343\317\323\n' >rapport.pdf
"$KOMPASS" check provstad-2024.xlsx provstad-2011.xls renamed.yaml underlag.zip rapport.pdf --lang "$1"
