#include "form_plan.h"

#include <stdlib.h>

/* What is filled in on the pages, read on the working sheet: rows are found by their ids, never by their
 * place, for people sort. All formulas of the scoring go by these cells. */

#define UNEQUAL "\xE2\x89\xA0"
#define UNKNOWN "?"

/* What of a node's row is read, beside own values. */
static const kp_fm_what answers[] = {KP_FM_VALUE, KP_FM_NA, KP_FM_PERCENT_IN, KP_FM_POINTS_IN};

enum { ANSWERS = sizeof(answers) / sizeof(answers[0]) };

/* ---- what cells show ---- */

/* A value of a scale, as drop-downs show it; or not applicable; or nothing. */
static kp_ov_answer shown_value(const kp_fm *fm, const kp_scale *scale, bool given, bool not_applicable,
                                kp_decimal value)
{
    kp_ov_answer shown = {.text = ""};

    if (!given)
        return shown;
    if (not_applicable)
        shown.text = KP_FM_L(fm, STATE_NOT_APPLICABLE);
    else if (scale->count)
        shown.text = kp_form_level_label(fm->arena, scale, kp_scale_level(fm->arena, scale, value), fm->lang,
                                         fm->rubric->language);
    else
        shown = (kp_ov_answer){.is_number = true, .number = kp_num_decimal(fm->arena, value)};
    return shown;
}

static const kp_own_value *own_value(const kp_fm *fm, const kp_node *node, uint32_t slot)
{
    const kp_answer *answer = kp_fm_answer(fm, node);

    for (uint32_t k = 0; answer && slot < fm->e->evaluator_count && k < answer->by_count; k++)
        if (kp_evaluator_find(fm->e, answer->by[k].evaluator) == &fm->e->evaluators[slot])
            return &answer->by[k];
    return NULL;
}

kp_ov_answer kp_fm_shown_own(const kp_fm *fm, const kp_node *node, uint32_t slot)
{
    const kp_own_value *own = own_value(fm, node, slot);

    return shown_value(fm, node->scale, own, own && own->not_applicable,
                       own ? own->value : (kp_decimal){0, 0});
}

static kp_ov_answer shown_figure(const kp_fm *fm, const kp_answer *answer, kp_answer_kind kind)
{
    if (answer->kind != kind)
        return (kp_ov_answer){.text = ""};
    return (kp_ov_answer){.is_number = true, .number = kp_num_decimal(fm->arena, answer->number)};
}

kp_ov_answer kp_fm_shown(const kp_fm *fm, const kp_node *node, kp_fm_what what)
{
    const kp_answer *answer = kp_fm_answer(fm, node);
    bool is_value = answer && answer->kind == KP_VALUE;
    bool is_na = answer && answer->kind == KP_NOT_APPLICABLE;

    if (!answer)
        return (kp_ov_answer){.text = ""};
    switch (what) {
    case KP_FM_VALUE:
        return shown_value(fm, node->scale, is_value || is_na, is_na, answer->number);
    case KP_FM_POINTS_IN:
        return shown_figure(fm, answer, KP_POINTS);
    case KP_FM_PERCENT_IN:
        return shown_figure(fm, answer, KP_PERCENT);
    case KP_FM_NA:
        return (kp_ov_answer){.text = is_na ? KP_FM_L(fm, YES) : ""};
    default:
        return (kp_ov_answer){.text = ""};
    }
}

/* ---- planning ---- */

enum { MOST_LIKES = 8 }; /* a formula has an end */

static int compare_ids(const void *a, const void *b)
{
    return kp_compare_folded((*(const kp_node *const *)a)->id, (*(const kp_node *const *)b)->id);
}

/* How many ids of a page are the same but for their case. */
static void count_likes(const kp_fm *fm, const kp_fm_page *page)
{
    uint32_t count = page->end - page->first;
    const kp_node **nodes = KP_NEW_ARRAY(fm->arena, count + (size_t)1, const kp_node *);

    for (uint32_t i = 0; i < count; i++)
        nodes[i] = fm->rubric->nodes[page->first + i];
    if (fm->page_of[0] == page)
        nodes[count++] = fm->rubric->root;
    qsort(nodes, count, sizeof(*nodes), compare_ids);
    for (uint32_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && compare_ids(&nodes[i], &nodes[end]) == 0;)
            end++;
        for (uint32_t k = i; k < end; k++)
            fm->filled.likes[nodes[k]->index] = (uint8_t)(end - i < MOST_LIKES ? end - i : MOST_LIKES);
    }
}

uint32_t kp_fm_plan_filled(kp_fm *fm, uint32_t next)
{
    kp_fm_filled *f = &fm->filled;

    f->likes = KP_NEW_ARRAY(fm->arena, fm->rubric->node_count, uint8_t);
    for (uint32_t i = 0; i < fm->page_count; i++)
        count_likes(fm, &fm->pages[i]);
    f->place = next++;
    for (int what = 0; what < KP_FM_WHAT__COUNT; what++)
        f->raw[what] = KP_OV_NONE;
    for (size_t i = 0; i < ANSWERS; i++)
        if (fm->column[answers[i]] != KP_OV_NONE)
            f->raw[answers[i]] = next++;
    f->own = f->differ = KP_OV_NONE;
    if (fm->column[KP_FM_OWN] == KP_OV_NONE || fm->slots < 2)
        return next; /* there is nothing to compare */
    f->raw[KP_FM_OWN] = next;
    f->own = next + fm->slots;
    f->differ = f->own + fm->slots;
    return f->differ + 1;
}

/* ---- formulas ---- */

static uint32_t row_of(const kp_fm *fm, const kp_node *node)
{
    return fm->ov.home_row[node->index];
}

const char *kp_fm_filled_cell(const kp_fm *fm, const kp_node *node, kp_fm_what what)
{
    uint32_t column = fm->filled.raw[what];

    return column == KP_OV_NONE ? NULL : kp_cell_name(fm->arena, row_of(fm, node), column);
}

/* A column of a page: the rows that questions have, or had before somebody sorted them. Two at least:
 * Gnumeric finds nothing in a single cell. */
static const char *page_column(const kp_fm *fm, const kp_fm_page *page, uint32_t column)
{
    const uint32_t first = fm->row[page->first], last = kp_fm_last_row(fm, page);

    return kp_range_from(fm->arena, fm->work,
                         (kp_range){page->sheet, first, column, last > first ? last : first + 1, column});
}

/* The number of the row, from 1, with an id that "=" takes for this one; 0 where there is none. Of several
 * the last, the last but one ... Gnumeric compares a range with "=" alone, not with EXACT. */
static const char *like_id(const kp_fm *fm, const kp_fm_page *page, const char *ids, const char *id,
                           unsigned which)
{
    const char *first =
        kp_cell_from(fm->arena, fm->work, page->sheet, fm->row[page->first], fm->column[KP_FM_ID]);

    return kp_arena_printf(fm->arena, "SUMPRODUCT(LARGE((%s=%s)*(ROW(%s)-ROW(%s)+1),%u))", ids, id, ids,
                           first, which);
}

/* That row, if it is the only one that can be meant; else the one whose id is the same to the letter. */
static const char *find_id(const kp_fm *fm, const kp_node *node, const char *ids, const char *id)
{
    const kp_fm_page *page = fm->page_of[node->index];
    unsigned likes = fm->filled.likes[node->index];
    const char *found = "0";

    if (likes < 2)
        return like_id(fm, page, ids, id, 1);
    for (unsigned which = likes; which > 0; which--) {
        const char *like = like_id(fm, page, ids, id, which);
        found =
            kp_arena_printf(fm->arena, "IF(EXACT(INDEX(%s,MAX(1,%s)),%s),%s,%s)", ids, like, id, like, found);
    }
    return found;
}

/* Which row of the page has the node's id; 0 where none has. First it is looked for where it was: to compare
 * all ids with all is too much where there are thousands. */
static void put_place(const kp_fm *fm, const kp_node *node)
{
    const kp_fm_page *page = fm->page_of[node->index];
    uint32_t place = fm->row[node->index] - fm->row[page->first] + 1;
    const char *ids = page_column(fm, page, fm->column[KP_FM_ID]);
    const char *id =
        node->parent ? kp_cell_name(fm->arena, row_of(fm, node), 0) : kp_formula_text(fm->arena, node->id);
    const char *there = kp_arena_printf(fm->arena, "MIN(%lu,ROWS(%s))", (unsigned long)place, ids);

    kp_put_formula(fm->work, row_of(fm, node), fm->filled.place, kp_look(KP_ROLE_BODY),
                   kp_arena_printf(fm->arena, "=IF(EXACT(INDEX(%s,%s),%s),%s,%s)", ids, there, id, there,
                                   find_id(fm, node, ids, id)),
                   kp_num_int(place));
}

/* What is in a column of the node's row; nothing where it has no row any more. */
static void put_raw(const kp_fm *fm, const kp_node *node, uint32_t column, uint32_t page_at,
                    kp_ov_answer shown)
{
    uint32_t row = row_of(fm, node);
    const char *place = kp_cell_name(fm->arena, row, fm->filled.place);
    const char *cell =
        kp_arena_printf(fm->arena, "INDEX(%s,%s)", page_column(fm, fm->page_of[node->index], page_at), place);

    kp_put_either(fm->work, row, column, kp_look(KP_ROLE_BODY),
                  kp_arena_printf(fm->arena, "=IF(%s=0,\"\",IF(%s=\"\",\"\",%s))", place, cell, cell),
                  shown.is_number, shown.number, shown.text);
}

/* Own values, then what each comes to; columns that have none stay empty. */
static void put_own(const kp_fm *fm, const kp_node *node)
{
    const kp_fm_filled *f = &fm->filled;
    uint32_t row = row_of(fm, node);

    for (uint32_t i = 0; i < fm->slots; i++) {
        uint32_t raw = f->raw[KP_FM_OWN] + i;
        const kp_own_value *own = own_value(fm, node, i);
        put_raw(fm, node, raw, fm->column[KP_FM_OWN] + i, kp_fm_shown_own(fm, node, i));
        kp_put_either(fm->work, row, f->own + i, kp_look(KP_ROLE_BODY),
                      kp_fm_value_formula(fm, node, kp_cell_name(fm->arena, row, raw)),
                      own && !own->not_applicable,
                      own ? kp_num_decimal(fm->arena, own->value) : kp_num_int(0),
                      own ? KP_FM_L(fm, STATE_NOT_APPLICABLE) : "");
    }
}

/* Whether two evaluators mean different things: what their values come to counts, not how it is written. */
static bool differ(const kp_fm *fm, const kp_answer *answer)
{
    bool found = false;

    for (uint32_t k = 1; answer && k < answer->by_count; k++) {
        const kp_own_value *one = &answer->by[0], *other = &answer->by[k];
        found = found || one->not_applicable != other->not_applicable ||
                (!one->not_applicable && kp_num_cmp(kp_num_decimal(fm->arena, one->value),
                                                    kp_num_decimal(fm->arena, other->value)) != 0);
    }
    return found;
}

const char *kp_fm_difference(const kp_fm *fm, const kp_node *node)
{
    return differ(fm, kp_fm_answer(fm, node)) ? UNEQUAL : "";
}

static void put_differ(const kp_fm *fm, const kp_node *node)
{
    const kp_fm_filled *f = &fm->filled;
    uint32_t row = row_of(fm, node), raw = f->raw[KP_FM_OWN], last = fm->slots - 1;
    const char *typed = kp_range_from(fm->arena, fm->work, (kp_range){fm->work, row, raw, row, raw + last});
    const char *values =
        kp_range_from(fm->arena, fm->work, (kp_range){fm->work, row, f->own, row, f->own + last});
    const char *na = kp_formula_text(fm->arena, KP_FM_L(fm, STATE_NOT_APPLICABLE));

    kp_put_text_formula(
        fm->work, row, f->differ, kp_look(KP_ROLE_BODY),
        kp_arena_printf(fm->arena,
                        "=IF(SUMPRODUCT((%s<>\"\")*(%s=\"\"))>0,\"" UNKNOWN "\","
                        "IF(OR(MAX(%s)<>MIN(%s),AND(COUNT(%s)>0,SUMPRODUCT((%s=%s)*1)>0)),\"" UNEQUAL
                        "\",\"\"))",
                        typed, values, values, values, values, values, na),
        kp_fm_difference(fm, node));
}

/* ---- writing ---- */

void kp_fm_put_filled(const kp_fm *fm, const kp_node *node)
{
    put_place(fm, node);
    for (size_t i = 0; i < ANSWERS; i++)
        if (fm->filled.raw[answers[i]] != KP_OV_NONE && (answers[i] == KP_FM_VALUE) == (node->scale != NULL))
            put_raw(fm, node, fm->filled.raw[answers[i]], fm->column[answers[i]],
                    kp_fm_shown(fm, node, answers[i]));
    if (node->scale && fm->filled.own != KP_OV_NONE) {
        put_own(fm, node);
        put_differ(fm, node);
    }
}

void kp_fm_put_filled_heads(const kp_fm *fm)
{
    static const kp_label_id heads[KP_FM_WHAT__COUNT] = {
        [KP_FM_VALUE] = KP_L_CONSENSUS,
        [KP_FM_NA] = KP_L_STATE_NOT_APPLICABLE,
        [KP_FM_PERCENT_IN] = KP_L_FORM_IN_PERCENT,
        [KP_FM_POINTS_IN] = KP_L_FORM_IN_POINTS,
    };
    const kp_fm_filled *f = &fm->filled;
    const kp_style style = kp_look(KP_ROLE_HEAD);

    kp_put_text(fm->work, 0, f->place, style, KP_FM_L(fm, FORM_PLACE));
    for (size_t i = 0; i < ANSWERS; i++)
        if (f->raw[answers[i]] != KP_OV_NONE)
            kp_put_text(fm->work, 0, f->raw[answers[i]], style, kp_label(heads[answers[i]], fm->lang));
    if (f->own == KP_OV_NONE)
        return;
    for (uint32_t i = 0; i < fm->slots; i++) {
        const char *name =
            kp_label_with(fm->arena, KP_L_FORM_EVALUATOR, fm->lang, kp_words_count(fm->arena, i + 1));
        kp_put_text(fm->work, 0, f->raw[KP_FM_OWN] + i, style, name);
        kp_put_text(
            fm->work, 0, f->own + i, style,
            kp_label_with(fm->arena, KP_L_FORM_OWN_VALUE, fm->lang, kp_words_count(fm->arena, i + 1)));
    }
    kp_put_text(fm->work, 0, f->differ, style, KP_FM_L(fm, FORM_DIFFER));
}
