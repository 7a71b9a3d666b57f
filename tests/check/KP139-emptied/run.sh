exec sh ../../forms/import.sh "$1" le gg
