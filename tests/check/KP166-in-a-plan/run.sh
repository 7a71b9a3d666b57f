# The evaluation lies beside the plan; "F2, X" are two items.
cp provstad-2024.yaml "$WORK" && exec sh ../../forms/import.sh "$1" plan
