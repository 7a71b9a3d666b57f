#include "followup_internal.h"

#include <string.h>

/* On the summary: how many items of each area the evaluations asked for, how many of them nothing answers,
 * and how many each report answers. Counted over the rows of "Från utvärdering till åtgärd". */

/* An area, and how many of its items have each property. */
typedef struct area {
    const char *title;
    uint32_t items, open;
    uint32_t *answered; /* by report */
} area;

static area *find_area(const kp_fu *fu, area *list, uint32_t *count, const char *title)
{
    area *next = &list[*count];

    for (uint32_t i = 0; i < *count; i++)
        if (kp_same_sheet_name(list[i].title,
                               title)) /* formulas take them for the same, whatever their case */
            return &list[i];
    *next = (area){.title = title, .answered = KP_NEW_ARRAY(fu->arena, fu->t->year_count, uint32_t)};
    (*count)++;
    return next;
}

/* The areas of an evaluation that have items, in their order, and behind them the total. */
static area *count_areas(const kp_fu *fu, const kp_evaluation *e, uint32_t *ret_count)
{
    area *list = KP_NEW_ARRAY(fu->arena, (size_t)fu->t->item_count + 1, area);
    area total = {.title = KP_FU_L(fu, TOTAL),
                  .answered = KP_NEW_ARRAY(fu->arena, fu->t->year_count, uint32_t)};

    *ret_count = 0;
    for (uint32_t i = 0; i < fu->t->item_count; i++) {
        const kp_tracked_item *item = &fu->t->items[i];
        area *own;
        if (item->evaluation != e)
            continue;
        own = find_area(fu, list, ret_count, kp_fu_item_area(fu, item));
        own->items++;
        own->open += !item->answer_count;
        total.items++;
        total.open += !item->answer_count;
        for (uint32_t k = 0; k < item->answer_count; k++) {
            const uint32_t year = item->answers[k].year;
            if (k && item->answers[k - 1].year == year) /* they stand in the order of the reports */
                continue;
            own->answered[year]++;
            total.answered[year]++;
        }
    }
    list[*ret_count] = total;
    return list;
}

/* ---- the table ---- */

static void put_heads(const kp_fu_grid *t, uint32_t row)
{
    const kp_fu *fu = t->fu;
    const kp_fu_head counts[] = {
        {KP_FU_L(fu, ITEMS), 0, true}, {KP_FU_L(fu, HAS_NO_ANSWER), 0, true}, {NULL, 0, false}};

    kp_put_wide_text(t->sheet, row, KP_FU_NAME, t->name_last - 2, kp_look_wrapped(KP_ROLE_HEAD),
                     KP_FU_L(fu, AREA));
    kp_fu_put_heads(t->sheet, row, t->name_last - 1, counts);
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        kp_fu_put_over(t, row, i, KP_ROLE_HEAD, fu->heads[i]);
}

/* How many rows of the area in this row have a word in a column; NULL: have anything there. */
static const char *rows_with(const kp_fu_grid *t, uint32_t row, uint32_t column, const char *word)
{
    const kp_fu *fu = t->fu;
    const char *cells = kp_fu_column(fu, t->sheet, fu->answers, fu->item_rows, column);
    const char *condition = word
                                ? kp_arena_printf(fu->arena, "%s=%s", cells, kp_formula_text(fu->arena, word))
                                : kp_arena_printf(fu->arena, "LEN(%s)>0", cells);

    return kp_arena_printf(fu->arena, "SUMPRODUCT((%s=%s)*(%s))",
                           kp_fu_column(fu, t->sheet, fu->answers, fu->item_rows, fu->item_area),
                           kp_cell_name(fu->arena, row, KP_FU_NAME), condition);
}

/* A row of the table, of an area or the total. */
typedef struct line {
    uint32_t row, first; /* of the table: the total is the sum from there on */
    bool is_total;
    const kp_evaluation *evaluation;
    const area *area;
} line;

/* Only totals have a line in the check. */
static void put_count(const kp_fu_grid *t, const line *l, uint32_t column, const char *formula, uint32_t own,
                      const char *what, const char *report)
{
    kp_fu *fu = t->fu;
    const char *sum = kp_arena_printf(fu->arena, "SUM(%s:%s)", kp_cell_name(fu->arena, l->first, column),
                                      kp_cell_name(fu->arena, l->row - 1, column));

    if (l->is_total)
        kp_fu_put_count(fu, t->sheet, l->row, column, KP_ROLE_TOTAL, sum, own, what, report);
    else
        kp_put_formula(t->sheet, l->row, column, kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, 0),
                       kp_arena_printf(fu->arena, "=%s", formula), kp_num_int(own));
}

/* A report that follows up another evaluation has a dash. */
static void put_reports(const kp_fu_grid *t, const line *l)
{
    const kp_fu *fu = t->fu;

    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_evaluation *e = fu->t->years[i].followup->evaluation;
        const bool follows = e && strcmp(e->id, l->evaluation->id) == 0;
        const uint32_t column = fu->answer_columns[i];
        kp_fu_put_over(t, l->row, i, l->is_total ? KP_ROLE_TOTAL : KP_ROLE_BODY, follows ? "" : KP_DASH);
        if (follows)
            put_count(t, l, t->first[i], column == KP_FU_NONE ? "0" : rows_with(t, l->row, column, NULL),
                      l->area->answered[i], KP_FU_L(fu, HAS_ANSWER), fu->heads[i]);
    }
}

static void put_line(const kp_fu_grid *t, const line *l)
{
    const kp_fu *fu = t->fu;
    const char *none = KP_FU_L(fu, HAS_NO_ANSWER), *source = KP_FU_L(fu, SHEET_ANSWERS);

    kp_put_wide_text(t->sheet, l->row, KP_FU_NAME, t->name_last - 2,
                     kp_look_wrapped(l->is_total ? KP_ROLE_TOTAL : KP_ROLE_BODY), l->area->title);
    put_count(t, l, t->name_last - 1, rows_with(t, l->row, fu->item_state, NULL), l->area->items,
              KP_FU_L(fu, ITEMS), source);
    put_count(t, l, t->name_last, rows_with(t, l->row, fu->item_state, none), l->area->open, none, source);
    put_reports(t, l);
}

/* "20 of 53 items ...": over the total's cells. */
static void put_words(const kp_fu_grid *t, uint32_t row, uint32_t total, const area *all)
{
    kp_arena *a = t->fu->arena;
    const char *items = kp_cell_name(a, total, t->name_last - 1),
               *open = kp_cell_name(a, total, t->name_last);
    const char *expressions[] = {kp_arena_printf(a, "(%s-%s)", items, open), items, open};
    const char *sentence = KP_FU_L(t->fu, ANSWERED_OF);

    kp_put_wide_text(t->sheet, row, KP_FU_NAME, t->last, kp_look_wrapped(KP_ROLE_PLAIN), "");
    kp_put_text_formula(t->sheet, row, KP_FU_NAME, kp_look_wrapped(KP_ROLE_PLAIN),
                        kp_formula_sentence(a, sentence, expressions),
                        kp_label_with(a, KP_L_ANSWERED_OF, t->fu->lang,
                                      kp_words_count(a, all->items - all->open),
                                      kp_words_count(a, all->items), kp_words_count(a, all->open)));
}

/* One evaluation: a sentence, then its areas. */
static uint32_t put_evaluation(const kp_fu_grid *t, uint32_t row, const kp_evaluation *e)
{
    const kp_fu *fu = t->fu;
    uint32_t count;
    const area *areas = count_areas(fu, e, &count);
    const uint32_t first = row + 3;

    kp_put_section(t->sheet, row, t->last,
                   kp_arena_printf(fu->arena, "%s " KP_DASH " %s %s", KP_FU_L(fu, SHEET_ANSWERS),
                                   KP_FU_L(fu, EVALUATION), kp_fu_evaluation(fu, e)));
    put_words(t, row + 1, first + count, &areas[count]);
    put_heads(t, row + 2);
    for (uint32_t i = 0; i <= count; i++)
        put_line(t, &(line){first + i, first, i == count, e, &areas[i]});
    row = kp_put_sentence(t->sheet, first + count + 1, t->last, KP_ROLE_NOTE, KP_FU_L(fu, ANSWERED_WORDS));
    kp_put_link(t->sheet, row, KP_FU_NAME, kp_look(KP_ROLE_LINK), KP_FU_L(fu, SHEET_ANSWERS),
                kp_link_to(fu->arena, fu->answers, 0, 0));
    return row + 2;
}

uint32_t kp_fu_put_asked(const kp_fu_grid *t, uint32_t row)
{
    const kp_tracking *k = t->fu->t;

    for (uint32_t i = 0; i < k->item_count; i++)
        if (!i || k->items[i].evaluation != k->items[i - 1].evaluation)
            row = put_evaluation(t, row, k->items[i].evaluation);
    return row;
}
