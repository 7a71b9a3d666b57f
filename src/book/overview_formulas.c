#include "overview_internal.h"

#include <string.h>

#include "kompass/buf.h"

/* The arithmetic of scoring rule 1 (contract, section 3) as formulas. One relation carries both policies for
 * what is not applicable: wherever the max is not 0, the fraction of an inner node is the points of its
 * children over the maxima of those that count, for their maxima are as their weights. Only below a max of 0
 * the weights themselves are needed. */

/* ---- names of cells ---- */

static bool in_work_table(kp_ov_what what)
{
    return what >= KP_OV_LEVEL;
}

static kp_sheet *sheet_of(const kp_ov *ov, kp_ov_what what)
{
    return in_work_table(what) ? ov->check : ov->home;
}

static const uint32_t *rows_of(const kp_ov *ov, kp_ov_what what)
{
    return in_work_table(what) ? ov->work_row : ov->home_row;
}

bool kp_ov_is_leaf(const kp_ov *ov, const kp_node *node)
{
    return !node->first_child || (!ov->answers && kp_ov_result(ov, node)->itself);
}

const char *kp_ov_unless_whole(const kp_ov *ov, const kp_sheet *from, const kp_node *node, const char *parts,
                               const char *whole)
{
    if (!ov->answers || !node->first_child || !ov->answers[node->index])
        return parts;
    return kp_arena_printf(ov->arena, "IF(%s=\"\",%s,%s)", kp_ov_ref(ov, from, node, KP_OV_ANSWER), parts,
                           whole);
}

static kp_answer_kind asked_in(const kp_ov *ov, const kp_node *node)
{
    const kp_answer *answer = ov->evaluation->by_node[node->index];

    if (node->scale && !node->first_child)
        return KP_VALUE;
    if (ov->answers)
        return KP_PERCENT;
    if (answer && (answer->kind == KP_POINTS || answer->kind == KP_PERCENT))
        return answer->kind;
    return kp_num_sign(node->full) ? ov->figure : KP_PERCENT; /* no points of a max of 0 */
}

/* Without a column for answers, a figure stands where its table shows it. */
static uint32_t column_of(const kp_ov *ov, const kp_node *node, kp_ov_what what)
{
    kp_answer_kind kind;

    if (what != KP_OV_ANSWER || ov->home == ov->details)
        return ov->column[what];
    kind = asked_in(ov, node);
    return ov->column[kind == KP_VALUE ? KP_OV_ANSWER : kind == KP_POINTS ? KP_OV_POINTS : KP_OV_PERCENT];
}

const char *kp_ov_ref(const kp_ov *ov, const kp_sheet *from, const kp_node *node, kp_ov_what what)
{
    return kp_cell_from(ov->arena, from, sheet_of(ov, what), rows_of(ov, what)[node->index],
                        column_of(ov, node, what));
}

static const char *range(const kp_ov *ov, const kp_sheet *from, kp_ov_what what, uint32_t first,
                         uint32_t last)
{
    uint32_t column = ov->column[what];

    return kp_range_from(ov->arena, from, (kp_range){sheet_of(ov, what), first, column, last, column});
}

/* ---- sums over children ---- */

static bool side_by_side(const uint32_t *rows, const kp_node *node)
{
    for (const kp_node *child = node->first_child; child->next; child = child->next)
        if (rows[child->next->index] != rows[child->index] + 1)
            return false;
    return true;
}

/* Rows of everything below a node that shows. */
static const char *rows_below(const kp_ov *ov, const kp_sheet *from, const kp_node *node, kp_ov_what what)
{
    const uint32_t *rows = rows_of(ov, what);
    uint32_t last = node->subtree_end - 1;

    while (rows[last] == KP_OV_NONE)
        last--;
    return range(ov, from, what, rows[node->first_child->index], rows[last]);
}

/* 1 for the children of a node among all that is below it. */
static const char *children_below(const kp_ov *ov, const kp_sheet *from, const kp_node *node)
{
    return kp_arena_printf(ov->arena, "(%s=%lu)*1", rows_below(ov, from, node, KP_OV_LEVEL),
                           (unsigned long)node->level + 1);
}

const char *kp_ov_sum(const kp_ov *ov, const kp_sheet *from, const kp_node *node, kp_ov_what what)
{
    const kp_children children = {.sheet = sheet_of(ov, what),
                                  .rows = rows_of(ov, what),
                                  .node = node,
                                  .chain = KP_OV_MAX_CHAIN,
                                  .level_sheet = sheet_of(ov, KP_OV_LEVEL),
                                  .level_rows = rows_of(ov, KP_OV_LEVEL),
                                  .level_column = ov->column[KP_OV_LEVEL]};

    return kp_formula_sum(ov->arena, from, &children, ov->column[what]);
}

/* The sum of weight x percent. */
static const char *weighted_sum(const kp_ov *ov, const kp_sheet *from, const kp_node *node)
{
    const char *list = "";

    if (side_by_side(ov->home_row, node) && side_by_side(ov->work_row, node))
        return kp_arena_printf(ov->arena, "SUMPRODUCT(%s,%s)",
                               range(ov, from, KP_OV_COUNTED_WEIGHT, ov->work_row[node->first_child->index],
                                     ov->work_row[node->last_child->index]),
                               range(ov, from, KP_OV_PERCENT, ov->home_row[node->first_child->index],
                                     ov->home_row[node->last_child->index]));
    if (node->child_count > KP_OV_MAX_CHAIN)
        return kp_arena_printf(ov->arena, "SUMPRODUCT(%s,%s,%s)", children_below(ov, from, node),
                               rows_below(ov, from, node, KP_OV_COUNTED_WEIGHT),
                               rows_below(ov, from, node, KP_OV_PERCENT));
    for (const kp_node *child = node->first_child; child; child = child->next)
        list = kp_arena_printf(ov->arena, "%s%s%s*SUM(%s)", list, *list ? "+" : "",
                               kp_ov_ref(ov, from, child, KP_OV_COUNTED_WEIGHT),
                               kp_ov_ref(ov, from, child, KP_OV_PERCENT));
    return kp_arena_printf(ov->arena, "(%s)", list);
}

/* ---- the home row of a node ---- */

/* What stands in the place of points that there are none of: why; among details, where that is said already,
 * a dash. */
static const char *no_points(const kp_ov *ov, const kp_node *node)
{
    return ov->home == ov->details ? kp_formula_text(ov->arena, KP_DASH)
                                   : kp_ov_ref(ov, ov->home, node, KP_OV_STATE);
}

static const char *no_points_text(const kp_ov *ov, const kp_node *node)
{
    return ov->home == ov->details ? KP_DASH : kp_ov_state_word(ov, kp_ov_result(ov, node)->state);
}

static const char *scale_cell(const kp_ov *ov, const kp_scale *scale, uint32_t place)
{
    const kp_ov_scale *s = &ov->scales[scale - ov->rubric->scales];

    return kp_cell_fixed(ov->arena, s->row + place, ov->column[KP_OV_ANSWER]);
}

static const char *leaf_percent(const kp_ov *ov, const kp_node *node, kp_answer_kind kind)
{
    const char *answer = kp_ov_ref(ov, ov->home, node, KP_OV_ANSWER), *share = answer;

    if (kind == KP_VALUE) {
        const char *low = scale_cell(ov, node->scale, 0);
        const char *high =
            scale_cell(ov, node->scale, ov->scales[node->scale - ov->rubric->scales].count - 1);
        share = kp_arena_printf(ov->arena, "(%s-%s)/(%s-%s)*100", answer, low, high, low);
    } else if (kind == KP_POINTS) {
        const char *max = kp_ov_ref(ov, ov->home, node, KP_OV_FULL);
        share = kp_arena_printf(ov->arena, "IF(%s=0,0,%s/%s*100)", max, answer, max);
    }
    return kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,\"%s\",%s)", answer, KP_DASH, share);
}

static const char *inner_percent(const kp_ov *ov, const kp_node *node)
{
    const char *base = kp_ov_ref(ov, ov->home, node, KP_OV_BASE);
    const char *share =
        kp_num_sign(node->full)
            ? kp_arena_printf(ov->arena, "%s/%s*100", kp_ov_sum(ov, ov->home, node, KP_OV_POINTS), base)
            : kp_arena_printf(ov->arena, "%s/%s", weighted_sum(ov, ov->home, node), base);
    const char *parts = kp_arena_printf(ov->arena, "IF(OR(%s=0,%s=0),\"%s\",%s)",
                                        kp_ov_ref(ov, ov->home, node, KP_OV_ANSWERED), base, KP_DASH, share);
    const char *answer = ov->answers ? kp_ov_ref(ov, ov->home, node, KP_OV_ANSWER) : "";
    const char *whole = kp_arena_printf(ov->arena, "IF(COUNT(%s)=0,\"%s\",%s)", answer, KP_DASH, answer);

    return kp_arena_printf(ov->arena, "=%s", kp_ov_unless_whole(ov, ov->home, node, parts, whole));
}

static void put_percent(const kp_ov *ov, const kp_node *node, kp_role role)
{
    const kp_result *result = kp_ov_result(ov, node);
    bool leaf = kp_ov_is_leaf(ov, node);
    kp_answer_kind kind = leaf ? asked_in(ov, node) : KP_UNANSWERED;

    kp_put_either(ov->home, ov->home_row[node->index], ov->column[KP_OV_PERCENT],
                  kp_ov_percent_style(ov, role),
                  leaf ? leaf_percent(ov, node, kind) : inner_percent(ov, node), kp_has_score(result),
                  kp_has_score(result) ? kp_percent_of(ov->arena, result) : kp_num_int(0), KP_DASH);
}

static void put_points(const kp_ov *ov, const kp_node *node, kp_role role)
{
    const kp_result *result = kp_ov_result(ov, node);
    const char *answer = NULL, *percent, *formula;

    if (kp_ov_is_leaf(ov, node) && asked_in(ov, node) == KP_POINTS)
        answer = kp_ov_ref(ov, ov->home, node, KP_OV_ANSWER);
    percent = kp_ov_ref(ov, ov->home, node, KP_OV_PERCENT);
    if (answer)
        formula = kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,%s,%s)", answer, no_points(ov, node), answer);
    else
        formula = kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,%s,%s/100*%s)", percent, no_points(ov, node),
                                  percent, kp_ov_ref(ov, ov->home, node, KP_OV_MAX));
    kp_put_either(ov->home, ov->home_row[node->index], ov->column[KP_OV_POINTS], kp_ov_points_style(ov, role),
                  formula, kp_has_score(result), result->points, no_points_text(ov, node));
}

static void put_full(const kp_ov *ov, const kp_node *node, kp_role role)
{
    uint32_t row = ov->home_row[node->index], column = ov->column[KP_OV_FULL];
    kp_style style = kp_ov_home_max_style(ov, role);

    if (node->parent ? node->max.given : kp_ov_is_leaf(ov, node))
        kp_put_number(ov->home, row, column, style, node->full);
    else if (!node->parent)
        kp_put_formula(ov->home, row, column, style,
                       kp_arena_printf(ov->arena, "=%s", kp_ov_sum(ov, ov->home, node, KP_OV_FULL)),
                       node->full);
    else
        kp_put_formula(ov->home, row, column, style,
                       kp_arena_printf(ov->arena, "=%s*%s/%s",
                                       kp_ov_ref(ov, ov->home, node->parent, KP_OV_FULL),
                                       kp_ov_ref(ov, ov->home, node, KP_OV_WEIGHT),
                                       kp_ov_sum(ov, ov->home, node->parent, KP_OV_WEIGHT)),
                       node->full);
}

static void put_reduced_max(const kp_ov *ov, const kp_node *node, kp_role role)
{
    const char *full = kp_ov_ref(ov, ov->home, node, KP_OV_FULL), *formula;

    if (kp_ov_is_leaf(ov, node) || !kp_num_sign(node->full)) {
        formula = kp_arena_printf(ov->arena, "=%s", full);
    } else {
        const char *base = kp_ov_ref(ov, ov->home, node, KP_OV_BASE);
        formula = kp_arena_printf(ov->arena, "IF(%s=0,%s,%s)", base, full, base);
        formula = kp_arena_printf(ov->arena, "=%s", kp_ov_unless_whole(ov, ov->home, node, formula, full));
    }
    kp_put_formula(ov->home, ov->home_row[node->index], ov->column[KP_OV_MAX], kp_ov_home_max_style(ov, role),
                   formula, kp_ov_result(ov, node)->max);
}

static kp_style answer_style(const kp_ov *ov, kp_answer_kind kind, const kp_answer *answer)
{
    unsigned written = answer && answer->kind == kind ? answer->number.decimals : 0, shown = 0;
    kp_style style = {.role = KP_ROLE_INPUT, .format = KP_FORMAT_GENERAL, .align = KP_ALIGN_RIGHT};

    if (kind == KP_VALUE)
        return style;
    if (ov->home == ov->scores) /* among figures that are shown so */
        shown = (unsigned)(kind == KP_POINTS ? ov->rubric->points_decimals : ov->rubric->percent_decimals);
    style.format = kind == KP_POINTS ? KP_FORMAT_FIXED : KP_FORMAT_PERCENT;
    style.decimals = (uint8_t)(written > shown ? (written < 9 ? written : 9) : shown);
    return style;
}

static void put_answer(const kp_ov *ov, const kp_node *node)
{
    const kp_answer *answer = ov->evaluation->by_node[node->index];
    kp_style style = answer_style(ov, asked_in(ov, node), answer);
    uint32_t row = ov->home_row[node->index], column = column_of(ov, node, KP_OV_ANSWER);

    switch (answer ? answer->kind : KP_UNANSWERED) {
    case KP_VALUE:
    case KP_POINTS:
    case KP_PERCENT:
        kp_put_number(ov->home, row, column, style, kp_num_decimal(ov->arena, answer->number));
        break;
    case KP_NOT_APPLICABLE:
        style.wrap = true;
        kp_put_text(ov->home, row, column, style, kp_ov_state_word(ov, KP_IS_NOT_APPLICABLE));
        break;
    case KP_UNANSWERED:
    default:
        kp_put_blank(ov->home, row, column, style);
    }
}

/* ---- what a value means ---- */

static const char *level_label(const kp_ov *ov, const kp_level *level)
{
    return kp_text_or(&level->label, ov->lang, ov->rubric->language,
                      kp_decimal_text(ov->arena, level->value.value));
}

static void put_label(const kp_ov *ov, const kp_node *node, kp_role role)
{
    const kp_result *result = kp_ov_result(ov, node);
    const kp_answer *answer = ov->evaluation->by_node[node->index];
    const char *state = kp_ov_ref(ov, ov->home, node, KP_OV_STATE), *scored = kp_ov_state_word(ov, KP_SCORED);
    const char *value = result->state == KP_SCORED ? "" : kp_ov_state_word(ov, result->state), *formula;

    formula =
        kp_arena_printf(ov->arena, "=IF(%s=%s,\"\",%s)", state, kp_formula_text(ov->arena, scored), state);
    if (node->scale && node->scale->count && kp_ov_is_leaf(ov, node)) {
        const kp_ov_scale *s = &ov->scales[node->scale - ov->rubric->scales];
        const char *cell = kp_ov_ref(ov, ov->home, node, KP_OV_ANSWER);
        const char *values = range(ov, ov->home, KP_OV_ANSWER, s->row, s->row + s->count);
        const char *labels = kp_range_from(
            ov->arena, ov->home,
            (kp_range){ov->home, s->row, ov->label_column, s->row + s->count, ov->label_column});
        formula = kp_arena_printf(
            ov->arena, "=IF(%s=\"\",%s,IF(COUNTIF(%s,%s)=0,%s,INDEX(%s,MATCH(%s,%s,0))))", cell,
            kp_formula_text(ov->arena, kp_ov_state_word(ov, KP_NONE_ANSWERED)), values, cell,
            kp_formula_text(ov->arena, KP_OV_L(ov, NOT_ON_SCALE)), labels, cell, values);
        if (answer && answer->kind == KP_VALUE)
            value = level_label(ov, kp_scale_level(ov->arena, node->scale, answer->number));
    }
    kp_put_text_formula(ov->home, ov->home_row[node->index], ov->label_column, kp_look_wrapped(role), formula,
                        value);
}

/* A form is answered on other sheets: here stands what they come to. */
static void put_answer_formula(const kp_ov *ov, const kp_node *node)
{
    const kp_ov_answer *answer = ov->answers[node->index];

    kp_put_either(ov->home, ov->home_row[node->index], ov->column[KP_OV_ANSWER], kp_look(KP_ROLE_BODY),
                  answer->formula, answer->is_number, answer->number, answer->text);
}

void kp_ov_put_home(const kp_ov *ov, const kp_node *node, kp_role role)
{
    uint32_t row = ov->home_row[node->index], answer = KP_OV_NONE;

    if (ov->answers && ov->answers[node->index]) {
        put_answer_formula(ov, node);
    } else if (kp_ov_is_leaf(ov, node)) {
        put_answer(ov, node);
        answer = column_of(ov, node, KP_OV_ANSWER);
    } else if (ov->column[KP_OV_ANSWER] != KP_OV_NONE) {
        kp_put_blank(ov->home, row, ov->column[KP_OV_ANSWER], kp_look(role));
    }
    if (ov->label_column != KP_OV_NONE)
        put_label(ov, node, role);
    if (ov->column[KP_OV_WEIGHT] != KP_OV_NONE) {
        if (node->parent && !node->max.given)
            kp_put_number(ov->home, row, ov->column[KP_OV_WEIGHT], kp_look(role), node->share);
        else
            kp_put_blank(ov->home, row, ov->column[KP_OV_WEIGHT], kp_look(role));
    }
    if (answer != ov->column[KP_OV_POINTS])
        put_points(ov, node, role);
    if (answer != ov->column[KP_OV_PERCENT])
        put_percent(ov, node, role);
    put_full(ov, node, role);
    if (ov->reduce)
        put_reduced_max(ov, node, role);
}
