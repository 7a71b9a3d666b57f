# A file that is larger than it may be; too large to be kept.
{
    printf 'kompass: evaluation/1\nid: provstad-2024\nnote: |\n'
    yes '  En anteckning som aldrig tar slut.' | head -c 17825792
} >"$WORK/provstad-2024.yaml"
cd "$WORK" && "$KOMPASS" check provstad-2024.yaml --lang "$1"
