#include <stdlib.h>
#include <string.h>

#include "rules.h"

static int by_place(const void *a, const void *b)
{
    const kp_ynode *x = ((const kp_named *)a)->at, *y = ((const kp_named *)b)->at;

    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

static int by_id_then_place(const void *a, const void *b)
{
    int order = strcmp(((const kp_named *)a)->id, ((const kp_named *)b)->id);

    return order ? order : by_place(a, b);
}

void kp_check_unique(kp_reader *reader, kp_named *names, size_t count)
{
    if (count)
        qsort(names, count, sizeof(*names), by_id_then_place);
    for (size_t i = 1; i < count; i++)
        if (strcmp(names[i].id, names[i - 1].id) == 0)
            names[i].first = names[i - 1].first ? names[i - 1].first : names[i - 1].at;
    /* In the order of the file, so that the sink need not quote what it will drop. */
    if (count)
        qsort(names, count, sizeof(*names), by_place);
    for (size_t i = 0; i < count; i++) {
        kp_diag *diag;
        if (!names[i].first)
            continue;
        diag = kp_report(reader->sink, KP_D_DUPLICATE_ID, kp_reader_place(reader, names[i].at), names[i].id);
        kp_note(diag, KP_N_FIRST_GIVEN, kp_reader_place(reader, names[i].first), NULL);
    }
}

void kp_check_country(kp_reader *reader, const char *country, const kp_ynode *at)
{
    const char *capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    if (country && at && (strlen(country) != 2 || strspn(country, capitals) != 2))
        kp_report(reader->sink, KP_D_COUNTRY, kp_reader_place(reader, at), country);
}
