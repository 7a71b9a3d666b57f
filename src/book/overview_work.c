#include "overview_internal.h"

/* The working table of the check sheet (how many answers each node has, and what of it counts above), the
 * scales below the answers, and cells that repeat a figure elsewhere. */

enum { TITLE_UNITS = 34 };

/* ---- the working table ---- */

static bool counts(const kp_result *result)
{
    return result->state != KP_IS_NOT_APPLICABLE && result->state != KP_UNWEIGHTED;
}

/* What the fraction of an inner node is taken over: the maxima of the children that count, or their weights.
 */
static kp_num base_of(const kp_ov *ov, const kp_node *node)
{
    bool by_max = kp_num_sign(node->full) > 0;
    kp_num sum = kp_num_int(0);

    for (const kp_node *child = node->first_child; child; child = child->next)
        if (counts(kp_ov_result(ov, child)))
            sum = kp_num_add(ov->arena, sum, by_max ? kp_ov_result(ov, child)->max : child->share);
    return sum;
}

static void put(const kp_ov *ov, const kp_node *node, kp_ov_what what, const char *formula, kp_num value)
{
    bool points = what == KP_OV_COUNTED || (what == KP_OV_BASE && kp_num_sign(node->full));
    kp_style style = {.role = KP_ROLE_BODY,
                      .format = points ? KP_FORMAT_FIXED : KP_FORMAT_GENERAL,
                      .decimals = (uint8_t)(points ? ov->deep_max_decimals : 0),
                      .align = KP_ALIGN_RIGHT};

    kp_put_formula(ov->check, ov->work_row[node->index], ov->column[what], style,
                   kp_arena_printf(ov->arena, "=%s", formula), value);
}

static const char *ref(const kp_ov *ov, const kp_node *node, kp_ov_what what)
{
    return kp_ov_ref(ov, ov->check, node, what);
}

static void put_leaf(const kp_ov *ov, const kp_node *node)
{
    const kp_result *result = kp_ov_result(ov, node);
    const char *answer = ref(ov, node, KP_OV_ANSWER);

    put(ov, node, KP_OV_ANSWERED, kp_arena_printf(ov->arena, "COUNT(%s)", answer),
        kp_num_int(result->answered));
    put(ov, node, KP_OV_UNANSWERED, kp_arena_printf(ov->arena, "IF(%s=\"\",1,0)", answer),
        kp_num_int(result->unanswered));
}

static void put_inner(const kp_ov *ov, const kp_node *node)
{
    const kp_result *result = kp_ov_result(ov, node);
    kp_ov_what summed = kp_num_sign(node->full) ? KP_OV_COUNTED : KP_OV_COUNTED_WEIGHT;

    const char *itself =
        ov->answers ? kp_arena_printf(ov->arena, "COUNT(%s)", ref(ov, node, KP_OV_ANSWER)) : "";

    put(ov, node, KP_OV_ANSWERED,
        kp_ov_unless_whole(ov, ov->check, node, kp_ov_sum(ov, ov->check, node, KP_OV_ANSWERED), itself),
        kp_num_int(result->answered));
    put(ov, node, KP_OV_UNANSWERED,
        kp_ov_unless_whole(ov, ov->check, node, kp_ov_sum(ov, ov->check, node, KP_OV_UNANSWERED), "0"),
        kp_num_int(result->unanswered));
    put(ov, node, KP_OV_BASE, kp_ov_sum(ov, ov->check, node, summed), base_of(ov, node));
}

/* Whether a node counts above: a leaf that is not "not applicable", an inner node with something to weigh. */
static void put_counted(const kp_ov *ov, const kp_node *node)
{
    const kp_result *result = kp_ov_result(ov, node);
    const char *nothing = kp_ov_is_leaf(ov, node)
                              ? kp_arena_printf(ov->arena, "%s+%s", ref(ov, node, KP_OV_ANSWERED),
                                                ref(ov, node, KP_OV_UNANSWERED))
                              : kp_ov_unless_whole(ov, ov->check, node, ref(ov, node, KP_OV_BASE),
                                                   ref(ov, node, KP_OV_ANSWERED));

    put(ov, node, KP_OV_COUNTED,
        kp_arena_printf(ov->arena, "IF(%s=0,0,%s)", nothing, ref(ov, node, KP_OV_MAX)),
        counts(result) ? result->max : kp_num_int(0));
    if (node->parent && !kp_num_sign(node->parent->full))
        put(ov, node, KP_OV_COUNTED_WEIGHT,
            kp_arena_printf(ov->arena, "IF(%s=0,0,%s)", nothing, ref(ov, node, KP_OV_WEIGHT)),
            counts(result) ? node->share : kp_num_int(0));
}

static void put_state(const kp_ov *ov, const kp_node *node)
{
    const char *answered = ref(ov, node, KP_OV_ANSWERED), *unanswered = ref(ov, node, KP_OV_UNANSWERED);
    const char *words[KP_RESULT_STATE__COUNT];
    const char *formula = "";

    for (int i = 0; i < KP_RESULT_STATE__COUNT; i++)
        words[i] = kp_formula_text(ov->arena, kp_ov_state_word(ov, (kp_result_state)i));
    if (!kp_ov_is_leaf(ov, node))
        formula = kp_arena_printf(ov->arena, "IF(%s=0,%s,",
                                  kp_ov_unless_whole(ov, ov->check, node, ref(ov, node, KP_OV_BASE), "1"),
                                  words[KP_UNWEIGHTED]);
    formula =
        kp_arena_printf(ov->arena, "=IF(%s+%s=0,%s,%sIF(%s=0,%s,IF(%s=0,%s,%s))%s)", answered, unanswered,
                        words[KP_IS_NOT_APPLICABLE], formula, answered, words[KP_NONE_ANSWERED], unanswered,
                        words[KP_SCORED], words[KP_INCOMPLETE], *formula ? ")" : "");
    kp_put_text_formula(ov->check, ov->work_row[node->index], ov->column[KP_OV_STATE], kp_look(KP_ROLE_BODY),
                        formula, kp_ov_state_word(ov, kp_ov_result(ov, node)->state));
}

void kp_ov_put_work(const kp_ov *ov, const kp_node *node)
{
    uint32_t row = ov->work_row[node->index];
    kp_style indented = kp_look(KP_ROLE_BODY);

    indented.indent = (uint8_t)(node->level < 2 ? 0 : node->level < 8 ? node->level - 1 : 7);
    kp_put_text(ov->check, row, 0, kp_look_id(KP_ROLE_BODY), node->parent ? node->id : "");
    /* Only to find one's way: the whole title stands in the tables that people read. */
    kp_put_text(ov->check, row, 1, indented, kp_cut_units(ov->arena, kp_ov_title(ov, node), TITLE_UNITS));
    for (kp_ov_what what = KP_OV_LEVEL; what < KP_OV_WHAT__COUNT; what++)
        if (ov->column[what] != KP_OV_NONE)
            kp_put_blank(ov->check, row, ov->column[what], kp_look(KP_ROLE_BODY));
    if (ov->column[KP_OV_LEVEL] != KP_OV_NONE)
        kp_put_number(ov->check, row, ov->column[KP_OV_LEVEL], kp_look(KP_ROLE_BODY),
                      kp_num_int(node->level));
    if (kp_ov_is_leaf(ov, node))
        put_leaf(ov, node);
    else
        put_inner(ov, node);
    put_counted(ov, node);
    put_state(ov, node);
    kp_ov_put_work_bounds(ov, node);
}

/* ---- scales ---- */

void kp_ov_plan_scales(kp_ov *ov, uint32_t row)
{
    ov->scales_row = row++;
    for (uint32_t i = 0; i < ov->rubric->scale_count; i++)
        ov->scales[i].row = KP_OV_NONE;
    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        const kp_node *node = ov->rubric->nodes[i];
        kp_ov_scale *scale = node->scale ? &ov->scales[node->scale - ov->rubric->scales] : NULL;
        if (!scale || scale->row != KP_OV_NONE || !kp_ov_is_leaf(ov, node) || ov->home_row[i] == KP_OV_NONE)
            continue;
        scale->row = row + 1; /* below its name */
        scale->count = node->scale->count ? node->scale->count : 2;
        row += scale->count + 2;
    }
}

static void put_level(const kp_ov *ov, uint32_t row, kp_num value, const char *label, const char *help)
{
    kp_style number = {.role = KP_ROLE_BODY, .align = KP_ALIGN_RIGHT};

    kp_put_text(ov->home, row, 1, kp_look_wrapped(KP_ROLE_BODY), help);
    kp_put_number(ov->home, row, ov->column[KP_OV_ANSWER], number, value);
    kp_put_text(ov->home, row, ov->label_column, kp_look_wrapped(KP_ROLE_BODY), label);
}

static void put_scale(const kp_ov *ov, const kp_scale *scale, uint32_t row)
{
    const char *lang = ov->rubric->language;
    kp_style word = {.role = KP_ROLE_BODY, .align = KP_ALIGN_RIGHT, .wrap = true};

    kp_put_wide_text(ov->home, row - 1, 0, 1, kp_look_id(KP_ROLE_LABEL),
                     kp_words_scale(ov->arena, ov->lang, ov->rubric, scale));
    kp_put_text(ov->home, row - 1, ov->label_column, kp_look_id(KP_ROLE_NOTE),
                kp_arena_printf(ov->arena, "(%s)", scale->id));
    for (uint32_t i = 0; i < scale->count; i++) {
        const kp_level *level = &scale->levels[i];
        put_level(ov, row++, kp_num_decimal(ov->arena, level->value.value),
                  kp_text_or(&level->label, ov->lang, lang, kp_decimal_text(ov->arena, level->value.value)),
                  kp_text_or(&level->help, ov->lang, lang, ""));
    }
    if (!scale->count) {
        put_level(ov, row++, kp_num_decimal(ov->arena, scale->min.value), KP_OV_L(ov, LOWEST), "");
        put_level(ov, row++, kp_num_decimal(ov->arena, scale->max.value), KP_OV_L(ov, HIGHEST), "");
    }
    kp_put_text(ov->home, row, 1, kp_look(KP_ROLE_BODY), "");
    kp_put_text(ov->home, row, ov->column[KP_OV_ANSWER], word, kp_ov_state_word(ov, KP_IS_NOT_APPLICABLE));
    kp_put_text(ov->home, row, ov->label_column, kp_look_wrapped(KP_ROLE_BODY),
                kp_ov_state_word(ov, KP_IS_NOT_APPLICABLE));
}

/* One list for rows that follow one another on the same scale. */
static void put_choices(const kp_ov *ov)
{
    uint32_t column = ov->column[KP_OV_ANSWER], count = ov->rubric->node_count;

    for (uint32_t i = 1, end; i < count; i = end) {
        const kp_scale *scale = ov->rubric->nodes[i]->scale;
        const kp_ov_scale *s = scale ? &ov->scales[scale - ov->rubric->scales] : NULL;
        uint32_t first = ov->home_row[i];
        end = i + 1;
        if (!scale || !scale->count || first == KP_OV_NONE || ov->rubric->nodes[i]->first_child)
            continue;
        while (end < count && ov->rubric->nodes[end]->scale == scale &&
               !ov->rubric->nodes[end]->first_child && ov->home_row[end] == first + (end - i))
            end++;
        kp_add_choice(ov->home,
                      &(kp_choice){.cells = {ov->home, first, column, first + (end - i) - 1, column},
                                   .values = {ov->home, s->row, column, s->row + s->count, column},
                                   .title = KP_OV_L(ov, ANSWER)});
    }
}

void kp_ov_put_scales(const kp_ov *ov)
{
    bool any = false;

    for (uint32_t i = 0; i < ov->rubric->scale_count; i++) {
        if (ov->scales[i].row == KP_OV_NONE)
            continue;
        any = true;
        put_scale(ov, &ov->rubric->scales[i], ov->scales[i].row);
    }
    if (!any)
        return;
    kp_put_wide_text(ov->home, ov->scales_row, 0, ov->label_column, kp_look(KP_ROLE_HEADING),
                     KP_OV_L(ov, SCALES));
    put_choices(ov);
}

/* ---- figures repeated on other sheets ---- */

/* The answer itself may be a cell without anything, which a plain reference would turn into 0. */
static const char *repeated(const kp_ov *ov, const char *cell, const char *otherwise)
{
    return kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,%s,%s)", cell, otherwise, cell);
}

void kp_ov_put_points(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                      kp_style style)
{
    const kp_result *result = kp_ov_result(ov, node);

    kp_put_either(
        sheet, row, column, style,
        repeated(ov, kp_ov_ref(ov, sheet, node, KP_OV_POINTS), kp_ov_ref(ov, sheet, node, KP_OV_STATE)),
        kp_has_score(result), result->points, kp_ov_state_word(ov, result->state));
}

void kp_ov_put_max(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                   kp_style style)
{
    kp_put_formula(sheet, row, column, style,
                   kp_arena_printf(ov->arena, "=%s", kp_ov_ref(ov, sheet, node, KP_OV_MAX)),
                   kp_ov_result(ov, node)->max);
}

void kp_ov_put_percent(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                       kp_style style)
{
    const kp_result *result = kp_ov_result(ov, node);
    bool has = kp_has_score(result);

    kp_put_either(
        sheet, row, column, style,
        repeated(ov, kp_ov_ref(ov, sheet, node, KP_OV_PERCENT), kp_formula_text(ov->arena, KP_DASH)), has,
        has ? kp_percent_of(ov->arena, result) : kp_num_int(0), KP_DASH);
}

void kp_ov_put_figures(const kp_ov *ov, kp_sheet *sheet, uint32_t row, const uint32_t columns[3],
                       const kp_node *node, kp_role role)
{
    kp_ov_put_points(ov, sheet, row, columns[0], node, kp_ov_points_style(ov, role));
    kp_ov_put_max(ov, sheet, row, columns[1], node, kp_ov_max_style(ov, role));
    kp_ov_put_percent(ov, sheet, row, columns[2], node, kp_ov_percent_style(ov, role));
}
