#include "compare_internal.h"

#include <string.h>

#include "kompass/sha256.h"

/* Avstämning: the program's figures beside the workbook's own formulas for them, and what it was all made of.
 */

enum { WHAT, TITLE, OWN, BOOK, APART, AGREES, LAST = AGREES };

typedef struct rows {
    const kp_cb *cb;
    uint32_t row, first;
} rows;

/* ---- program against workbook ---- */

static void put_row(rows *r, const char *what, const char *title, bool has, kp_num own, const char *word,
                    const char *formula)
{
    const kp_cb *cb = r->cb;
    const char *a = kp_cell_name(cb->arena, r->row, OWN), *b = kp_cell_name(cb->arena, r->row, BOOK);
    kp_style style = kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, 4);

    kp_put_text(cb->check, r->row, WHAT, kp_look_wrapped(KP_ROLE_BODY), what);
    kp_put_text(cb->check, r->row, TITLE, kp_look_wrapped(KP_ROLE_BODY), title);
    if (has)
        kp_put_number(cb->check, r->row, OWN, style, own);
    else
        kp_put_text(cb->check, r->row, OWN, style, word);
    kp_put_either(cb->check, r->row, BOOK, style, formula, has, own, word);
    kp_put_either(cb->check, r->row, APART, style, kp_formula_difference(cb->arena, b, a), has, kp_num_int(0),
                  KP_DASH);
    kp_put_text_formula(cb->check, r->row, AGREES, kp_look(KP_ROLE_BODY),
                        kp_arena_printf(cb->arena, "=IF(AND(COUNT(%s)=COUNT(%s),%s),%s,%s)", a, b,
                                        kp_formula_close(cb->arena, a, b),
                                        kp_formula_text(cb->arena, KP_CB_L(cb, YES)),
                                        kp_formula_text(cb->arena, KP_CB_L(cb, NO))),
                        KP_CB_L(cb, YES));
    r->row++;
}

/* For each round and step: a table may go on over several pages. */
static void put_heads(rows *r)
{
    const kp_cb *cb = r->cb;
    const char *const left[] = {KP_CB_L(cb, ROUND), KP_CB_L(cb, FIGURE), NULL};
    const kp_label_id right[] = {KP_L_PROGRAM_SAYS, KP_L_BOOK_SAYS, KP_L_CHECK_APART};

    kp_put_heads(cb->check, r->row, 0, left);
    for (uint32_t i = 0; i < sizeof(right) / sizeof(right[0]); i++)
        kp_cb_put_head(cb->check, r->row, OWN + i, kp_cb_label(cb, right[i]));
    kp_put_text(cb->check, r->row++, AGREES, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, CHECK_AGREES));
}

/* Points of areas and total, round by round. */
static void put_rounds(rows *r)
{
    const kp_cb *cb = r->cb;

    for (uint32_t k = 0; k < cb->rounds; k++) {
        put_heads(r);
        for (uint32_t i = 1; i <= cb->c->line_count; i++) {
            const kp_line *line = cb->c->lines[i < cb->c->line_count ? i : 0];
            const kp_line_round *cell = &line->rounds[k];
            if (line->level > 1 || !cell->node || cell->result->hidden)
                continue;
            put_row(r, kp_round_name(&cb->w, k),
                    line->level
                        ? kp_arena_printf(cb->arena, "%s %s", cell->node->id, kp_line_title(&cb->w, line))
                        : KP_CB_L(cb, TOTAL),
                    kp_has_score(cell->result), cell->result->points,
                    kp_words_state(cell->result->state, cb->lang),
                    kp_arena_printf(cb->arena, "=%s", kp_cb_points_ref(cb, cb->check, line, k)));
        }
    }
}

/* Change of the total, like for like, and how much compares: step by step. */
static void put_steps(rows *r)
{
    const kp_cb *cb = r->cb;
    const kp_line *total = cb->c->lines[0];

    put_heads(r);
    for (uint32_t k = 1; k < cb->rounds; k++) {
        const kp_step *step = kp_cb_step(cb, k);
        const kp_line_round *cell = &total->rounds[k];
        const char *name = kp_step_name(&cb->w, step),
                   *max = kp_cb_step_range(cb, cb->check, k, KP_CB_S_TO_MAX);
        put_row(
            r, name, KP_CB_L(cb, CHANGE_OF_TOTAL), cell->has_change, cell->change, KP_DASH,
            kp_arena_printf(cb->arena, "=%s",
                            kp_cell_from(cb->arena, cb->check, cb->questions, cb->row[0], cb->change[k])));
        for (uint32_t later = 0; later < 2 && cell->has_like; later++)
            put_row(r, name, KP_CB_WITH(cb, LIKE_IN_ROUND, kp_round_name(&cb->w, later ? k : step->from)),
                    true, later ? cell->like_to : cell->like_from, KP_DASH,
                    kp_arena_printf(cb->arena, "=SUM(%s)/SUM(%s)*100",
                                    kp_cb_step_range(cb, cb->check, k, later ? KP_CB_S_TO : KP_CB_S_FROM),
                                    max));
        for (uint32_t later = 0; later < 2 && step->counted; later++) {
            uint32_t of = later ? k : step->from;
            const char *whole = kp_cb_ref(cb, cb->check, of, total->rounds[of].node, KP_CB_MAX);
            put_row(
                r, name, kp_cb_share_label(cb, later), true,
                kp_num_mul(cb->arena, later ? step->points_to : step->points_from, kp_num_int(100)), KP_DASH,
                kp_arena_printf(cb->arena, "=IF(%s=0,0,SUM(%s)/%s*100)", whole,
                                kp_cb_step_range(cb, cb->check, k, later ? KP_CB_S_TO_MAX : KP_CB_S_FROM_MAX),
                                whole));
        }
    }
}

static uint32_t put_comparisons(const kp_cb *cb, uint32_t row)
{
    rows r = {cb, row + 2, row + 2};

    put_rounds(&r);
    put_steps(&r);
    kp_put_verdict(cb->check, row, LAST, (kp_range){cb->check, r.first, AGREES, r.row - 1, AGREES}, cb->lang);
    return r.row + 1;
}

/* ---- inputs ---- */

static bool is_first_of(const kp_cb *cb, uint32_t round, const kp_source *source, bool crosswalk)
{
    for (uint32_t k = crosswalk ? 1 : 0; k < round; k++) {
        const kp_crosswalk *x = k ? kp_cb_step(cb, k)->crosswalk : NULL;
        const kp_source *other = crosswalk ? (x ? &x->source : NULL) : &kp_cb_score(cb, k)->rubric->source;
        if (other && strcmp(other->name, source->name) == 0)
            return false;
    }
    return true;
}

static uint32_t put_inputs(const kp_cb *cb, uint32_t row)
{
    row = kp_put_section(cb->check, row, LAST, KP_CB_L(cb, INPUTS));
    row = kp_put_inputs_head(cb->check, row, LAST, cb->lang);
    for (uint32_t k = 0; k < cb->rounds; k++) {
        const kp_evaluation *e = kp_cb_score(cb, k)->evaluation;
        row = kp_put_input(cb->check, row, LAST, KP_CB_L(cb, EVALUATION), &e->source, e->sha256);
    }
    for (uint32_t k = 0; k < cb->rounds; k++) {
        const kp_rubric *rubric = kp_cb_score(cb, k)->rubric;
        if (is_first_of(cb, k, &rubric->source, false))
            row = kp_put_input(cb->check, row, LAST, KP_CB_L(cb, RUBRIC), &rubric->source, rubric->sha256);
    }
    for (uint32_t k = 1; k < cb->rounds; k++) {
        const kp_crosswalk *x = kp_cb_step(cb, k)->crosswalk;
        char *sha256;
        if (!x || !is_first_of(cb, k, &x->source, true))
            continue;
        sha256 = kp_arena_alloc(cb->arena, KP_SHA256_TEXT);
        kp_sha256(x->source.text, x->source.length, sha256);
        row = kp_put_input(cb->check, row, LAST, KP_CB_L(cb, CROSSWALK), &x->source, sha256);
    }
    return row + 1;
}

/* ---- rules, caveats, sources ---- */

static uint32_t put_fact(const kp_cb *cb, uint32_t row, const char *label, const char *value)
{
    return kp_put_fact(cb->check, row, LAST, label, value);
}

static uint32_t put_rules(const kp_cb *cb, uint32_t row)
{
    bool reduce = false, rescale = false;

    for (uint32_t k = 0; k < cb->rounds; k++) {
        reduce = reduce || kp_cb_score(cb, k)->rubric->na_policy == KP_REDUCE;
        rescale = rescale || kp_cb_score(cb, k)->rubric->na_policy == KP_RESCALE;
    }
    row = kp_put_section(cb->check, row, LAST, KP_CB_L(cb, HOW_COMPUTED));
    row = put_fact(cb, row, KP_CB_L(cb, PROGRAM), kp_arena_printf(cb->arena, "kompass %s", cb->in->version));
    row = put_fact(cb, row, KP_CB_L(cb, SCORING_RULE),
                   KP_CB_WITH(cb, SCORING_RULE_WORDS, kp_words_count(cb->arena, KP_SCORING_RULE)));
    if (rescale)
        row = put_fact(cb, row, KP_CB_L(cb, NA_POLICY), KP_CB_L(cb, RESCALE_WORDS));
    if (reduce)
        row = put_fact(cb, row, KP_CB_L(cb, NA_POLICY), KP_CB_L(cb, REDUCE_WORDS));
    row = put_fact(cb, row, KP_CB_L(cb, ROUNDING), KP_CB_L(cb, ROUNDING_WORDS));
    return put_fact(cb, row, KP_CB_L(cb, AUDIENCE), KP_CB_L(cb, AUDIENCE_BOARD)) + 1;
}

static uint32_t put_caveats(const kp_cb *cb, uint32_t row)
{
    const kp_caveats rounds = kp_round_caveats(&cb->w);
    uint32_t heading = row;

    row = kp_put_section(cb->check, row, LAST, KP_CB_L(cb, CAVEATS));
    for (uint32_t k = 1; k < cb->rounds; k++) {
        const kp_caveats list = kp_step_caveats(&cb->w, kp_cb_step(cb, k));
        row = kp_cb_put_sentences(cb, cb->check, row, LAST, KP_ROLE_PLAIN, &list);
    }
    row = kp_cb_put_sentences(cb, cb->check, row, LAST, KP_ROLE_PLAIN, &rounds);
    if (row == heading + 1)
        row = kp_put_sentence(cb->check, row, LAST, KP_ROLE_PLAIN, KP_CB_L(cb, NO_CAVEATS));
    return row + 1;
}

static uint32_t put_audit(const kp_cb *cb, uint32_t row)
{
    uint32_t heading = row++;

    for (uint32_t k = 0; k < cb->rounds; k++)
        for (uint32_t i = 0; i < cb->in->audits[k].count; i++)
            row = kp_put_sentence(cb->check, row, LAST, KP_ROLE_PLAIN,
                                  kp_arena_printf(cb->arena, "%s: %s", kp_round_name(&cb->w, k),
                                                  kp_words_audit(cb->arena, cb->lang, cb->max_decimals,
                                                                 &cb->in->audits[k].findings[i])));
    if (row == heading + 1)
        return heading;
    kp_put_section(cb->check, heading, LAST, KP_CB_L(cb, AUDIT));
    return row + 1;
}

static uint32_t put_sources(const kp_cb *cb, uint32_t row)
{
    uint32_t heading = row++;

    for (uint32_t k = 0; k < cb->rounds; k++) {
        const kp_evaluation *e = kp_cb_score(cb, k)->evaluation;
        row = put_fact(cb, row, kp_round_name(&cb->w, k),
                       kp_text_get(&e->source_text, cb->w.lang, e->language));
    }
    for (uint32_t k = 0; k < cb->rounds; k++) {
        const kp_rubric *rubric = kp_cb_score(cb, k)->rubric;
        if (is_first_of(cb, k, &rubric->source, false))
            row = put_fact(cb, row,
                           kp_arena_printf(cb->arena, "%s (%s)", kp_round_rubric(&cb->w, k), rubric->id),
                           kp_text_get(&rubric->source_text, cb->w.lang, rubric->language));
    }
    if (row == heading + 1)
        return heading;
    kp_put_section(cb->check, heading, LAST, KP_CB_L(cb, SOURCES));
    return row + 1;
}

void kp_cb_write_check(const kp_cb *cb)
{
    uint32_t row = kp_cb_begin_sheet(cb, cb->check, KP_CB_L(cb, SHEET_CHECK), LAST) + 1;

    row = put_comparisons(cb, row);
    row = put_inputs(cb, row);
    row = put_rules(cb, row);
    row = put_caveats(cb, row);
    row = put_audit(cb, row);
    put_sources(cb, row);
    kp_set_width(cb->check, WHAT, cb->several ? 30 : 20); /* names of two municipalities */
    kp_set_width(cb->check, TITLE, 38);
    for (uint32_t column = OWN; column <= LAST; column++)
        kp_set_width(cb->check, column, 17); /* a SHA-256 stands over four of them */
    kp_freeze(cb->check, 1, 0);
    kp_repeat_rows(cb->check, 0, 0);
    kp_fit(cb->check, 6, 60);
    kp_break_pages(cb->check);
}
