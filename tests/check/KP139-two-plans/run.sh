exec sh ../../forms/import.sh "$1" ks sbn
