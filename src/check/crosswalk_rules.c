#include "rules.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/file.h"

typedef struct checker {
    kp_reader *reader;
    kp_crosswalk *crosswalk;
    const kp_rubric *from, *to; /* NULL: not to be had, which was told */
} checker;

static kp_place place(const checker *c, const kp_ynode *at)
{
    return kp_reader_place(c->reader, at);
}

/* ---- one row ---- */

static kp_node *find(const kp_rubric *rubric, const char *id)
{
    return rubric && id ? kp_rubric_find(rubric, id) : NULL;
}

static void report_unknown(const checker *c, const kp_rubric *rubric, const char *id, const kp_ynode *at)
{
    if (rubric && id)
        kp_report_unknown_node(&(kp_checking){c->reader, NULL, rubric, NULL, 0, false, NULL}, at);
}

/* Between versions of one rubric a row may name what only one of them has; and where there are three, a row
 * may be about the other two. */
static void check_versions_row(const checker *c, const kp_crosswalk_row *row)
{
    const bool one_file = c->from == c->to;

    if (!one_file || !c->from || !row->from || !row->to || row->from_node || row->to_node)
        return;
    kp_report(c->reader->sink, KP_D_ROW_OF_NO_VERSION, place(c, row->from_at), c->from->id, row->from,
              row->to);
}

static void check_row(const checker *c, kp_crosswalk_row *row)
{
    row->from_node = find(c->from, row->from);
    row->to_node = find(c->to, row->to);
    if (c->crosswalk->from_id && c->crosswalk->to_id &&
        strcmp(c->crosswalk->from_id, c->crosswalk->to_id) == 0) {
        check_versions_row(c, row);
    } else {
        if (!row->from_node)
            report_unknown(c, c->from, row->from, row->from_at);
        if (!row->to_node)
            report_unknown(c, c->to, row->to, row->to_at);
    }
    if (row->from_node && row->to_node && !row->from_node->parent != !row->to_node->parent)
        kp_report(c->reader->sink, KP_D_TOTAL_MAPPED_TO_PART, place(c, row->at), NULL);
}

/* ---- rows that go together ---- */

static int by_line(const kp_crosswalk_row *a, const kp_crosswalk_row *b)
{
    if (a->at->line != b->at->line)
        return a->at->line < b->at->line ? -1 : 1;
    return (a->at->column > b->at->column) - (a->at->column < b->at->column);
}

static int by_pair(const void *a, const void *b)
{
    const kp_crosswalk_row *x = *(const kp_crosswalk_row *const *)a, *y = *(const kp_crosswalk_row *const *)b;
    int order = strcmp(x->from, y->from);

    order = order ? order : strcmp(x->to, y->to);
    return order ? order : by_line(x, y);
}

static int by_from(const void *a, const void *b)
{
    const kp_crosswalk_row *x = *(const kp_crosswalk_row *const *)a, *y = *(const kp_crosswalk_row *const *)b;
    int order = strcmp(x->from, y->from);

    return order ? order : by_line(x, y);
}

static int by_to(const void *a, const void *b)
{
    const kp_crosswalk_row *x = *(const kp_crosswalk_row *const *)a, *y = *(const kp_crosswalk_row *const *)b;
    int order = strcmp(x->to, y->to);

    return order ? order : by_line(x, y);
}

/* Sorted, in @p rows: those that could be read whole and, if @p alike, only same and reworded ones. */
static size_t collect(const checker *c, const kp_crosswalk_row **rows, bool alike)
{
    size_t count = 0;

    for (uint32_t i = 0; i < c->crosswalk->row_count; i++) {
        const kp_crosswalk_row *row = &c->crosswalk->rows[i];
        if (row->from && row->to && (!alike || row->relation <= KP_REL_REWORDED))
            rows[count++] = row;
    }
    return count;
}

static void check_pairs(const checker *c, const kp_crosswalk_row **rows)
{
    const size_t count = collect(c, rows, false);
    const kp_crosswalk_row *first = NULL;

    if (count)
        qsort(rows, count, sizeof(rows[0]), by_pair);
    for (size_t i = 0; i < count; i++) {
        kp_diag *diag;
        if (!first || strcmp(first->from, rows[i]->from) != 0 || strcmp(first->to, rows[i]->to) != 0) {
            first = rows[i];
            continue;
        }
        diag =
            kp_report(c->reader->sink, KP_D_PAIR_MAPPED_TWICE, place(c, rows[i]->at), first->from, first->to);
        kp_note(diag, KP_N_FIRST_GIVEN, place(c, first->at), NULL);
    }
}

/* What is the same as two things can hardly be the same as either. */
static void check_alike(const checker *c, const kp_crosswalk_row **rows, bool by_earlier)
{
    const size_t count = collect(c, rows, true);
    const kp_crosswalk_row *first = NULL;

    if (count)
        qsort(rows, count, sizeof(rows[0]), by_earlier ? by_from : by_to);
    for (size_t i = 0; i < count; i++) {
        const char *id = by_earlier ? rows[i]->from : rows[i]->to, *other;
        kp_diag *diag;
        if (!first || strcmp(id, by_earlier ? first->from : first->to) != 0) {
            first = rows[i];
            continue;
        }
        other = by_earlier ? rows[i]->to : rows[i]->from;
        if (strcmp(other, by_earlier ? first->to : first->from) == 0)
            continue; /* the same pair twice is told as an error */
        diag = kp_report(c->reader->sink, KP_D_ALIKE_TWICE,
                         place(c, by_earlier ? rows[i]->from_at : rows[i]->to_at), id);
        kp_note(diag, KP_N_FIRST_GIVEN, place(c, by_earlier ? first->from_at : first->to_at), NULL);
    }
}

void kp_check_crosswalk(kp_reader *reader, kp_crosswalk *crosswalk, const kp_rubric *from,
                        const kp_rubric *to)
{
    const checker c = {reader, crosswalk, from, to};
    const kp_crosswalk_row **rows =
        KP_NEW_ARRAY(reader->arena, crosswalk->row_count, const kp_crosswalk_row *);

    kp_check_file_id(reader, crosswalk->id, crosswalk->id_at);
    crosswalk->from = from;
    crosswalk->to = to;
    for (uint32_t i = 0; i < crosswalk->row_count; i++)
        check_row(&c, &crosswalk->rows[i]);
    check_pairs(&c, rows);
    check_alike(&c, rows, true);
    check_alike(&c, rows, false);
}
