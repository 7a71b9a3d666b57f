#include "compare_internal.h"

/* Räkneunderlag: a table for each round, in the order of its rubric, that sums the points of Delfrågor by
 * scoring rule 1; and a table for each step, of the nodes that compare like for like. */

enum { MAX_CHAIN = 60, TITLE_UNITS = 38, LAST = KP_CB_WHAT__COUNT - 1 };

/* ---- names ---- */

const char *kp_cb_ref(const kp_cb *cb, const kp_sheet *from, uint32_t round, const kp_node *node,
                      kp_cb_what what)
{
    return kp_cell_from(cb->arena, from, cb->work, cb->node_row[round][node->index], what);
}

const char *kp_cb_step_range(const kp_cb *cb, const kp_sheet *from, uint32_t round, kp_cb_step_what what)
{
    const kp_cb_step_table *t = &cb->step_table[round];

    return kp_range_from(cb->arena, from, (kp_range){cb->work, t->first_row, what, t->last_row, what});
}

/* ---- one yardstick ---- */

const char *kp_cb_at_later_max(const kp_cb *cb, const kp_result *from, const char *points,
                               const char *from_max, const char *to_max)
{
    if (!kp_num_sign(from->max)) /* no points tell the fraction */
        return kp_arena_printf(cb->arena, "%s*%s", kp_num_digits(cb->arena, from->fraction, 15), to_max);
    return kp_arena_printf(cb->arena, "%s/%s*%s", points, from_max, to_max);
}

kp_num kp_cb_change_at_later_max(const kp_cb *cb, const kp_line *line, uint32_t earlier, uint32_t later)
{
    const kp_result *from = line->rounds[earlier].result, *to = line->rounds[later].result;

    return kp_num_mul(cb->arena, kp_num_sub(cb->arena, to->fraction, from->fraction), to->max);
}

/* Under `reduce` a max follows the answers, so it may differ once one is changed. */
static bool may_differ(const kp_cb *cb, const kp_line *line, uint32_t earlier, uint32_t later)
{
    return kp_max_differs(line, earlier, later) || kp_cb_score(cb, earlier)->rubric->na_policy == KP_REDUCE ||
           kp_cb_score(cb, later)->rubric->na_policy == KP_REDUCE;
}

void kp_cb_put_change(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                      uint32_t earlier, uint32_t later)
{
    const kp_line_round *from = &line->rounds[earlier], *to = &line->rounds[later];
    const char *before = kp_cb_points_ref(cb, sheet, line, earlier);
    const char *after = kp_cb_points_ref(cb, sheet, line, later), *at_later_max = before;

    if (may_differ(cb, line, earlier, later))
        at_later_max =
            kp_cb_at_later_max(cb, from->result, before, kp_cb_ref(cb, sheet, earlier, from->node, KP_CB_MAX),
                               kp_cb_ref(cb, sheet, later, to->node, KP_CB_MAX));
    kp_put_formula(sheet, row, column, kp_cb_change_style(cb, KP_ROLE_BODY),
                   kp_arena_printf(cb->arena, "=IF(COUNT(%s,%s)<2,\"%s\",%s-%s)", before, after, KP_DASH,
                                   after, at_later_max),
                   kp_cb_change_at_later_max(cb, line, earlier, later));
}

/* ---- the table of a round ---- */

/* A node of a round, and where it stands. */
typedef struct place {
    const kp_cb *cb;
    uint32_t round;
    const kp_node *node;
    const kp_result *result;
    uint32_t row;
} place;

static const char *ref(const place *p, const kp_node *node, kp_cb_what what)
{
    return kp_cb_ref(p->cb, p->cb->work, p->round, node, what);
}

static const char *own(const place *p, kp_cb_what what)
{
    return ref(p, p->node, what);
}

static bool is_leaf(const place *p)
{
    return kp_cb_is_deepest(kp_cb_score(p->cb, p->round), p->node);
}

static bool counts(const kp_result *result)
{
    return result->state != KP_IS_NOT_APPLICABLE && result->state != KP_UNWEIGHTED;
}

static const char *sum(const place *p, kp_cb_what what)
{
    const kp_children children = {.sheet = p->cb->work,
                                  .rows = p->cb->node_row[p->round],
                                  .node = p->node,
                                  .chain = MAX_CHAIN,
                                  .level_sheet = p->cb->work,
                                  .level_rows = p->cb->node_row[p->round],
                                  .level_column = KP_CB_LEVEL};

    return kp_formula_sum(p->cb->arena, p->cb->work, &children, what);
}

static void put(const place *p, kp_cb_what what, kp_format format, const char *formula, kp_num value)
{
    kp_style style = {.role = KP_ROLE_BODY, .format = (uint8_t)format, .align = KP_ALIGN_RIGHT};

    style.decimals = (uint8_t)(format == KP_FORMAT_FIXED ? p->cb->max_decimals : 0);
    kp_put_formula(p->cb->work, p->row, what, style, kp_arena_printf(p->cb->arena, "=%s", formula), value);
}

static const char *word(const place *p, kp_result_state state)
{
    return kp_formula_text(p->cb->arena, kp_words_state(state, p->cb->lang));
}

/* Words pass through; what was emptied is not assessed. */
static const char *leaf_points(const place *p)
{
    const kp_line *line = kp_line_of(p->cb->c, p->round, p->node);
    const char *cell = kp_cb_points_ref(p->cb, p->cb->work, line, p->round);

    return kp_arena_printf(p->cb->arena, "=IF(%s=\"\",%s,%s)", cell, word(p, KP_NONE_ANSWERED), cell);
}

static const char *inner_points(const place *p)
{
    const char *points = "0"; /* of a max of 0 */

    if (kp_num_sign(p->node->full))
        points = kp_arena_printf(p->cb->arena, "%s/%s*%s", sum(p, KP_CB_POINTS), own(p, KP_CB_BASE),
                                 own(p, KP_CB_MAX));
    return kp_arena_printf(p->cb->arena, "=IF(%s=0,%s,IF(%s=0,%s,IF(%s=0,%s,%s)))", own(p, KP_CB_APPLICABLE),
                           word(p, KP_IS_NOT_APPLICABLE), own(p, KP_CB_BASE), word(p, KP_UNWEIGHTED),
                           own(p, KP_CB_ANSWERED), word(p, KP_NONE_ANSWERED), points);
}

static void put_points(const place *p)
{
    kp_put_either(p->cb->work, p->row, KP_CB_POINTS,
                  kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, p->cb->max_decimals),
                  is_leaf(p) ? leaf_points(p) : inner_points(p), kp_has_score(p->result), p->result->points,
                  kp_words_state(p->result->state, p->cb->lang));
}

static kp_num base_of(const place *p)
{
    const kp_score *score = kp_cb_score(p->cb, p->round);
    kp_num base = kp_num_int(0);

    for (const kp_node *child = p->node->first_child; child; child = child->next)
        if (counts(kp_result_of(score, child)))
            base = kp_num_add(p->cb->arena, base,
                              kp_num_sign(p->node->full) ? kp_result_of(score, child)->max : child->share);
    return base;
}

/* Below a max of 0 no max tells what counts: there the weights that do are noted as a number. */
static void put_base(const place *p)
{
    if (kp_num_sign(p->node->full))
        put(p, KP_CB_BASE, KP_FORMAT_FIXED, sum(p, KP_CB_COUNTED), base_of(p));
    else
        kp_put_number(p->cb->work, p->row, KP_CB_BASE, kp_look(KP_ROLE_BODY), base_of(p));
}

static void put_leaf(const place *p)
{
    kp_arena *a = p->cb->arena;
    const char *points = own(p, KP_CB_POINTS);
    bool na = p->result->state == KP_IS_NOT_APPLICABLE;

    put(p, KP_CB_MAX, KP_FORMAT_FIXED, own(p, KP_CB_FULL), p->result->max);
    put(p, KP_CB_APPLICABLE, KP_FORMAT_GENERAL,
        kp_arena_printf(a, "IF(%s=%s,0,1)", points, word(p, KP_IS_NOT_APPLICABLE)), kp_num_int(!na));
    put(p, KP_CB_ANSWERED, KP_FORMAT_GENERAL, kp_arena_printf(a, "COUNT(%s)", points),
        kp_num_int(p->result->answered));
    kp_put_blank(p->cb->work, p->row, KP_CB_BASE, kp_look(KP_ROLE_BODY));
    put(p, KP_CB_COUNTED, KP_FORMAT_FIXED,
        kp_arena_printf(a, "IF(%s=0,0,%s)", own(p, KP_CB_APPLICABLE), own(p, KP_CB_MAX)),
        na ? kp_num_int(0) : p->result->max);
}

static void put_inner(const place *p)
{
    const kp_score *score = kp_cb_score(p->cb, p->round);
    kp_arena *a = p->cb->arena;
    const char *full = own(p, KP_CB_FULL), *base = own(p, KP_CB_BASE);
    bool reduce = score->rubric->na_policy == KP_REDUCE && kp_num_sign(p->node->full);
    uint32_t applicable = p->result->answered + p->result->unanswered;

    put(p, KP_CB_MAX, KP_FORMAT_FIXED, reduce ? kp_arena_printf(a, "IF(%s=0,%s,%s)", base, full, base) : full,
        p->result->max);
    put(p, KP_CB_APPLICABLE, KP_FORMAT_GENERAL, sum(p, KP_CB_APPLICABLE), kp_num_int(applicable));
    put(p, KP_CB_ANSWERED, KP_FORMAT_GENERAL, sum(p, KP_CB_ANSWERED), kp_num_int(p->result->answered));
    put_base(p);
    put(p, KP_CB_COUNTED, KP_FORMAT_FIXED,
        kp_arena_printf(a, "IF(OR(%s=0,%s=0),0,%s)", own(p, KP_CB_APPLICABLE), base, own(p, KP_CB_MAX)),
        counts(p->result) ? p->result->max : kp_num_int(0));
}

static void put_node(const kp_cb *cb, uint32_t round, const kp_node *node)
{
    const kp_score *score = kp_cb_score(cb, round);
    const place p = {cb, round, node, kp_result_of(score, node), cb->node_row[round][node->index]};
    const char *title = node->parent ? kp_text_or(&node->title, cb->w.lang, score->rubric->language, node->id)
                                     : KP_CB_L(cb, TOTAL);

    kp_put_text(cb->work, p.row, KP_CB_ID, kp_look_id(KP_ROLE_BODY), node->parent ? node->id : "");
    kp_put_text(cb->work, p.row, KP_CB_TITLE, kp_look(KP_ROLE_BODY),
                kp_cut_units(cb->arena, title, TITLE_UNITS));
    kp_put_number(cb->work, p.row, KP_CB_LEVEL, kp_look(KP_ROLE_BODY), kp_num_int(node->level));
    kp_put_number(cb->work, p.row, KP_CB_FULL,
                  kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, cb->max_decimals), node->full);
    put_points(&p);
    if (is_leaf(&p))
        put_leaf(&p);
    else
        put_inner(&p);
}

static uint32_t put_round(kp_cb *cb, uint32_t round, uint32_t row)
{
    static const kp_label_id heads[KP_CB_WHAT__COUNT] = {
        [KP_CB_ID] = KP_L_NUMBER,
        [KP_CB_TITLE] = KP_L_QUESTION,
        [KP_CB_LEVEL] = KP_L_LEVEL,
        [KP_CB_POINTS] = KP_L_POINTS,
        [KP_CB_FULL] = KP_L_FULL_MAX,
        [KP_CB_MAX] = KP_L_MAX,
        [KP_CB_APPLICABLE] = KP_L_APPLICABLE,
        [KP_CB_ANSWERED] = KP_L_ANSWERED,

        [KP_CB_BASE] = KP_L_BASE,
        [KP_CB_COUNTED] = KP_L_COUNTED,
    };
    const kp_score *score = kp_cb_score(cb, round);
    uint32_t *rows = cb->node_row[round];

    row = kp_put_section(
        cb->work, row, LAST,
        KP_CB_WITH(cb, WORK_OF_ROUND, kp_round_name(&cb->w, round), kp_round_rubric(&cb->w, round)));
    for (uint32_t what = 0; what < KP_CB_WHAT__COUNT; what++) {
        kp_style style = {
            .role = KP_ROLE_HEAD, .align = what < KP_CB_LEVEL ? KP_ALIGN_LEFT : KP_ALIGN_RIGHT, .wrap = true};
        kp_put_text(cb->work, row, what, style, kp_cb_label(cb, heads[what]));
    }
    row++;
    for (uint32_t i = 1; i < score->rubric->node_count; i++)
        rows[i] = score->results[i].hidden ? KP_CB_NONE : row++;
    rows[0] = row++;
    return row + 1;
}

/* ---- the table of a step ---- */

static void put_amount(const kp_cb *cb, uint32_t row, kp_cb_step_what what, const char *formula, kp_num value)
{
    kp_put_formula(
        cb->work, row, what, kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, cb->max_decimals),
        kp_arena_printf(cb->arena, "=IF(%s=0,0,%s)", kp_cell_name(cb->arena, row, KP_CB_S_WITH), formula),
        value);
}

static void put_compared(const kp_cb *cb, uint32_t round, uint32_t row, const kp_line *line)
{
    const uint32_t earlier = kp_cb_step(cb, round)->from;
    const kp_line_round *from = &line->rounds[earlier], *to = &line->rounds[round];
    kp_arena *a = cb->arena;
    const char *from_points = kp_cb_ref(cb, cb->work, earlier, from->node, KP_CB_POINTS);
    const char *from_max = kp_cb_ref(cb, cb->work, earlier, from->node, KP_CB_MAX);
    const char *to_points = kp_cb_ref(cb, cb->work, round, to->node, KP_CB_POINTS);
    const char *to_max = kp_cb_ref(cb, cb->work, round, to->node, KP_CB_MAX);
    kp_num at_later_max = kp_num_mul(a, from->result->fraction, to->result->max);

    kp_put_text(cb->work, row, KP_CB_S_ID, kp_look_id(KP_ROLE_BODY), line->level ? to->node->id : "");
    kp_put_text(cb->work, row, KP_CB_S_TITLE, kp_look(KP_ROLE_BODY),
                kp_cut_units(a, kp_line_title(&cb->w, line), TITLE_UNITS));
    kp_put_number(cb->work, row, KP_CB_S_AREA, kp_look(KP_ROLE_BODY), kp_num_int(kp_area_number(to->node)));
    kp_put_formula(cb->work, row, KP_CB_S_WITH, kp_look(KP_ROLE_BODY),
                   kp_arena_printf(a, "=IF(COUNT(%s,%s)<2,0,1)", from_points, to_points), kp_num_int(1));
    put_amount(cb, row, KP_CB_S_FROM_MAX, from_max, from->result->max);
    put_amount(cb, row, KP_CB_S_TO_MAX, to_max, to->result->max);
    put_amount(cb, row, KP_CB_S_FROM, kp_cb_at_later_max(cb, from->result, from_points, from_max, to_max),
               at_later_max);
    put_amount(cb, row, KP_CB_S_TO, to_points, to->result->points);
}

static uint32_t put_step(kp_cb *cb, uint32_t round, uint32_t row)
{
    static const kp_label_id heads[KP_CB_S__COUNT] = {
        [KP_CB_S_ID] = KP_L_NUMBER,         [KP_CB_S_TITLE] = KP_L_QUESTION,
        [KP_CB_S_AREA] = KP_L_AREA_PLACE,   [KP_CB_S_WITH] = KP_L_INCLUDED,
        [KP_CB_S_FROM_MAX] = KP_L_FROM_MAX, [KP_CB_S_TO_MAX] = KP_L_TO_MAX,
        [KP_CB_S_FROM] = KP_L_FROM_POINTS,  [KP_CB_S_TO] = KP_L_TO_POINTS,
    };
    kp_cb_step_table *t = &cb->step_table[round];

    row = kp_put_section(cb->work, row, LAST,
                         KP_CB_WITH(cb, WORK_OF_STEP, kp_step_name(&cb->w, kp_cb_step(cb, round))));
    for (uint32_t what = 0; what < KP_CB_S__COUNT; what++) {
        kp_style style = {.role = KP_ROLE_HEAD,
                          .align = what < KP_CB_S_AREA ? KP_ALIGN_LEFT : KP_ALIGN_RIGHT,
                          .wrap = true};
        kp_put_text(cb->work, row, what, style, kp_cb_label(cb, heads[what]));
    }
    t->first_row = ++row;
    for (uint32_t i = 0; i < cb->c->line_count; i++)
        if (cb->c->lines[i]->rounds[round].counted)
            put_compared(cb, round, row++, cb->c->lines[i]);
    t->last_row = row - 1;
    if (t->last_row < t->first_row)
        kp_put_text(cb->work, row++, KP_CB_S_TITLE, kp_look(KP_ROLE_BODY), KP_CB_L(cb, NOTHING_COMPARES));
    return row + 1;
}

/* ---- the sheet ---- */

void kp_cb_write_work(kp_cb *cb)
{
    uint32_t row = kp_cb_begin_sheet(cb, cb->work, KP_CB_L(cb, WORK_TABLE), LAST);

    row = kp_put_sentence(cb->work, row, LAST, KP_ROLE_NOTE, KP_CB_L(cb, WORK_WORDS));
    kp_print_nothing(cb->work, row++);
    cb->node_row = KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t *);
    cb->step_table = KP_NEW_ARRAY(cb->arena, cb->rounds, kp_cb_step_table);
    for (uint32_t k = 0; k < cb->rounds; k++) {
        cb->node_row[k] = KP_NEW_ARRAY(cb->arena, kp_cb_score(cb, k)->rubric->node_count, uint32_t);
        row = put_round(cb, k, row);
    }
    for (uint32_t k = 0; k < cb->rounds; k++)
        for (uint32_t i = 0; i < kp_cb_score(cb, k)->rubric->node_count; i++)
            if (cb->node_row[k][i] != KP_CB_NONE)
                put_node(cb, k, kp_cb_score(cb, k)->rubric->nodes[i]);
    for (uint32_t k = 1; k < cb->rounds; k++)
        row = put_step(cb, k, row);
    row = kp_cb_put_ranking(cb, row);
    kp_cb_put_chart_table(cb, row);
    kp_set_width(cb->work, KP_CB_ID, 9);
    kp_set_width(cb->work, KP_CB_TITLE, 44);
    for (uint32_t column = KP_CB_LEVEL; column <= LAST; column++)
        kp_set_width(cb->work, column, 11);
    kp_freeze(cb->work, 1, 0);
    kp_repeat_rows(cb->work, 0, 0);
    kp_fit(cb->work, 6, 60);
}
