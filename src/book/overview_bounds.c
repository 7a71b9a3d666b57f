#include "overview_internal.h"

/* The least and the most that points can become while answers are missing (contract, section 3): a column for
 * each in the working table, so that an answer that is filled in moves them; and the sentence that tells
 * them. */

static bool is_open(const kp_result *result)
{
    return !result->hidden && result->unanswered && kp_has_bounds(result) &&
           kp_num_cmp(result->low, result->high) != 0;
}

bool kp_ov_has_open_bounds(const kp_ov *ov)
{
    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        if (ov->rubric->nodes[i]->level < 2 && is_open(&ov->score->results[i]))
            return true;
    return false;
}

/* ---- the working table ---- */

static const char *ref(const kp_ov *ov, const kp_node *node, kp_ov_what what)
{
    return kp_ov_ref(ov, ov->check, node, what);
}

/* Of an answer: its points; of a printed figure all that rounds to it. */
static const char *answered_bound(const kp_ov *ov, const kp_node *node, kp_ov_what what)
{
    const kp_answer *answer = ov->evaluation->by_node[node->index];
    const char *points = ref(ov, node, KP_OV_POINTS), *max = ref(ov, node, KP_OV_MAX), *half;

    if (ov->evaluation->precision != KP_PRINTED || !answer ||
        (answer->kind != KP_POINTS && answer->kind != KP_PERCENT))
        return points;
    half = kp_num_digits(ov->arena, kp_decimal_half_unit(ov->arena, answer->number), 15);
    if (answer->kind == KP_PERCENT)
        half = kp_arena_printf(ov->arena, "%s/100*%s", half, max);
    return what == KP_OV_LOW ? kp_arena_printf(ov->arena, "MAX(0,%s-%s)", points, half)
                             : kp_arena_printf(ov->arena, "MIN(%s,%s+%s)", max, points, half);
}

/* Without an answer: from nothing to everything, or between the evaluators' own values. */
static const char *open_bound(const kp_ov *ov, const kp_node *node, kp_ov_what what)
{
    const kp_answer *answer = ov->evaluation->by_node[node->index];
    const kp_result *result = kp_ov_result(ov, node);

    if (result->unanswered && answer && answer->by_count)
        return kp_num_digits(ov->arena, what == KP_OV_LOW ? result->low : result->high, 15);
    return what == KP_OV_LOW ? "0" : ref(ov, node, KP_OV_MAX);
}

static const char *leaf_bound(const kp_ov *ov, const kp_node *node, kp_ov_what what)
{
    return kp_arena_printf(ov->arena, "=IF(%s+%s=0,\"%s\",IF(%s=0,%s,%s))", ref(ov, node, KP_OV_ANSWERED),
                           ref(ov, node, KP_OV_UNANSWERED), KP_DASH, ref(ov, node, KP_OV_ANSWERED),
                           open_bound(ov, node, what), answered_bound(ov, node, what));
}

/* As with points: those of the children over the maxima of those that count. */
static const char *inner_bound(const kp_ov *ov, const kp_node *node, kp_ov_what what)
{
    const char *base = ref(ov, node, KP_OV_BASE);
    const char *share = kp_num_sign(node->full)
                            ? kp_arena_printf(ov->arena, "%s/%s*%s", kp_ov_sum(ov, ov->check, node, what),
                                              base, ref(ov, node, KP_OV_MAX))
                            : "0";

    return kp_arena_printf(ov->arena, "=IF(%s=0,\"%s\",%s)", base, KP_DASH, share);
}

void kp_ov_put_work_bounds(const kp_ov *ov, const kp_node *node)
{
    const kp_result *result = kp_ov_result(ov, node);

    if (ov->column[KP_OV_LOW] == KP_OV_NONE)
        return;
    for (kp_ov_what what = KP_OV_LOW; what <= KP_OV_HIGH; what++)
        kp_put_either(ov->check, ov->work_row[node->index], ov->column[what],
                      kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, kp_ov_bound_decimals(ov)),
                      kp_ov_is_leaf(ov, node) ? leaf_bound(ov, node, what) : inner_bound(ov, node, what),
                      kp_has_bounds(result), what == KP_OV_LOW ? result->low : result->high, KP_DASH);
}

/* ---- beside the figures ---- */

static void put_bound(const kp_ov *ov, uint32_t row, uint32_t column, const kp_node *node, kp_ov_what what,
                      kp_style style)
{
    const kp_result *result = kp_ov_result(ov, node);

    if (result->hidden)
        kp_put_text(ov->summary, row, column, style, KP_DASH);
    else
        kp_put_either(ov->summary, row, column, style,
                      kp_arena_printf(ov->arena, "=%s", kp_ov_ref(ov, ov->summary, node, what)),
                      kp_has_bounds(result), what == KP_OV_LOW ? result->low : result->high, KP_DASH);
}

void kp_ov_put_bounds(const kp_ov *ov, uint32_t row, const kp_node *node, kp_role role)
{
    kp_style style = kp_ov_points_style(ov, role);

    if (ov->profile.low == KP_OV_NONE)
        return;
    style.decimals = (uint8_t)kp_ov_bound_decimals(ov);
    put_bound(ov, row, ov->profile.low, node, KP_OV_LOW, style);
    put_bound(ov, row, ov->profile.high, node, KP_OV_HIGH, style);
}

/* ---- in words ---- */

typedef enum count_words { NONE_LEFT, ONE_LEFT, MANY_LEFT } count_words;

static kp_label_id sentence(const kp_ov *ov, count_words count)
{
    const kp_result *total = kp_ov_result(ov, ov->rubric->root);
    const bool bears = kp_num_cmp(total->low, total->high) != 0;
    static const kp_label_id words[][2] = {[NONE_LEFT] = {KP_L_UNANSWERED_NONE, KP_L_UNANSWERED_NONE},
                                           [ONE_LEFT] = {KP_L_UNANSWERED_ONE_FREE, KP_L_UNANSWERED_ONE},
                                           [MANY_LEFT] = {KP_L_UNANSWERED_MANY_FREE, KP_L_UNANSWERED_MANY}};

    return words[count][bears];
}

const char *kp_ov_unanswered_words(const kp_ov *ov)
{
    const kp_result *total = kp_ov_result(ov, ov->rubric->root);
    const unsigned decimals = kp_ov_bound_decimals(ov);

    if (!total->unanswered || !kp_has_bounds(total))
        return NULL;
    return kp_label_with(ov->arena, sentence(ov, total->unanswered == 1 ? ONE_LEFT : MANY_LEFT), ov->lang,
                         kp_ov_count(ov, total->unanswered), kp_ov_number(ov, total->low, decimals),
                         kp_ov_number(ov, total->high, decimals));
}

void kp_ov_put_unanswered_words(const kp_ov *ov, kp_sheet *sheet, uint32_t row, kp_role role)
{
    const kp_node *root = ov->rubric->root;
    const char *count = kp_ov_ref(ov, sheet, root, KP_OV_UNANSWERED), *bounds[2] = {"\"\"", "\"\""};
    const char *formulas[3];

    if (ov->column[KP_OV_LOW] != KP_OV_NONE)
        for (int i = 0; i < 2; i++)
            bounds[i] =
                kp_formula_number(ov->arena, ov->lang, kp_ov_ref(ov, sheet, root, i ? KP_OV_HIGH : KP_OV_LOW),
                                  kp_ov_bound_decimals(ov));
    for (count_words i = NONE_LEFT; i <= MANY_LEFT; i++)
        formulas[i] = kp_formula_sentence(ov->arena, kp_label(sentence(ov, i), ov->lang),
                                          (const char *const[]){count, bounds[0], bounds[1]}) +
                      1; /* without '=' */
    kp_put_text_formula(sheet, row, 0, kp_look_wrapped(role),
                        kp_arena_printf(ov->arena, "=IF(%s=0,%s,IF(%s=1,%s,%s))", count, formulas[NONE_LEFT],
                                        count, formulas[ONE_LEFT], formulas[MANY_LEFT]),
                        kp_ov_unanswered_words(ov));
}
