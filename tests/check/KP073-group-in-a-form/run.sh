exec sh ../../forms/import.sh "$1" form
