#include "form_plan.h"

/* The working sheet: what each node's answer comes to, and all that follows from it by the formulas of the
 * score overview. */

enum { ANSWER_COLUMN = 2 };

/* ---- what the answers come to ---- */

static const char *levels(const kp_fm *fm, const kp_scale *scale, uint32_t column)
{
    return kp_range_from(fm->arena, fm->work, kp_fm_levels(fm, scale, column, false));
}

/* A level by its label; else by its value, as text or number. What is neither is nothing. Equality of texts
 * does not mind case, and knows no wildcards, as COUNTIF and MATCH do. */
static const char *level_formula(const kp_fm *fm, const kp_node *node, const char *cell)
{
    const char *na = kp_formula_text(fm->arena, KP_FM_L(fm, STATE_NOT_APPLICABLE));
    const char *labels = levels(fm, node->scale, KP_FM_L_LABEL),
               *numbers = levels(fm, node->scale, KP_FM_L_NUMBER);
    const char *by_value =
        kp_arena_printf(fm->arena, "(%s=%s)+(%s=%s)+(%s=%s)", levels(fm, node->scale, KP_FM_L_LEVEL), cell,
                        levels(fm, node->scale, KP_FM_L_VALUE), cell, numbers, cell);

    return kp_arena_printf(fm->arena,
                           "=IF(%s=\"\",\"\",IF(%s=%s,%s,IF(SUMPRODUCT((%s=%s)*1)>0,SUMPRODUCT((%s=%s)*%s),"
                           "IF(SUMPRODUCT((%s)*1)>0,SUMPRODUCT(((%s)>0)*%s),\"\"))))",
                           cell, cell, na, na, labels, cell, labels, cell, numbers, by_value, by_value,
                           numbers);
}

/* A number from one cell's to another's. */
static const char *number_formula(const kp_fm *fm, const kp_node *node, const char *cell)
{
    const char *na = kp_formula_text(fm->arena, KP_FM_L(fm, STATE_NOT_APPLICABLE));
    const kp_ov_scale *s = &fm->ov.scales[node->scale - fm->rubric->scales];

    return kp_arena_printf(fm->arena, "=IF(%s=%s,%s,IF(COUNT(%s)=0,\"\",IF(AND(%s>=%s,%s<=%s),%s,\"\")))",
                           cell, na, na, cell, cell, kp_cell_fixed(fm->arena, s->row, ANSWER_COLUMN), cell,
                           kp_cell_fixed(fm->arena, s->row + 1, ANSWER_COLUMN), cell);
}

const char *kp_fm_value_formula(const kp_fm *fm, const kp_node *node, const char *cell)
{
    return node->scale->count ? level_formula(fm, node, cell) : number_formula(fm, node, cell);
}

/* Percent or points, as a percentage; both are none. */
static const char *figure_formula(const kp_fm *fm, const kp_node *node, const char *percent,
                                  const char *points)
{
    const char *full = kp_ov_ref(&fm->ov, fm->work, node, KP_OV_FULL);
    const char *of_points = kp_arena_printf(
        fm->arena, "IF(COUNT(%s)=0,\"\",IF(AND(%s>=0,%s<=%s+1E-9),IF(%s=0,0,%s/%s*100),\"\"))", points,
        points, points, full, full, points, full);

    return kp_arena_printf(fm->arena,
                           "IF(%s=\"\",%s,IF(OR(%s<>\"\",COUNT(%s)=0),\"\",IF(AND(%s>=0,%s<=100),%s,\"\")))",
                           percent, of_points, points, percent, percent, percent, percent);
}

/* Not applicable, or a figure; what is filled in twice counts for nothing, for nobody knows what is meant. */
static const char *whole_formula(const kp_fm *fm, const kp_node *node)
{
    const char *na_cell = kp_fm_filled_cell(fm, node, KP_FM_NA);
    const char *percent = kp_fm_filled_cell(fm, node, KP_FM_PERCENT_IN);
    const char *points = kp_fm_filled_cell(fm, node, KP_FM_POINTS_IN);
    const char *na = kp_formula_text(fm->arena, KP_FM_L(fm, STATE_NOT_APPLICABLE));

    if (!points)
        return kp_arena_printf(fm->arena, "=IF(%s<>\"\",%s,\"\")", na_cell, na);
    return kp_arena_printf(fm->arena, "=IF(%s=\"\",%s,IF(AND(%s=\"\",%s=\"\"),%s,\"\"))", na_cell,
                           figure_formula(fm, node, percent, points), percent, points, na);
}

static kp_ov_answer answer_of(const kp_fm *fm, const kp_node *node)
{
    const kp_answer *answer = kp_fm_answer(fm, node);
    kp_ov_answer a = {.text = ""};

    a.formula = node->scale ? kp_fm_value_formula(fm, node, kp_fm_filled_cell(fm, node, KP_FM_VALUE))
                            : whole_formula(fm, node);
    switch (answer ? answer->kind : KP_UNANSWERED) {
    case KP_NOT_APPLICABLE:
        a.text = KP_FM_L(fm, STATE_NOT_APPLICABLE);
        break;
    case KP_VALUE:
    case KP_PERCENT:
        a.is_number = true;
        a.number = kp_num_decimal(fm->arena, answer->number);
        break;
    case KP_POINTS:
        a.is_number = true;
        a.number = kp_num_int(0);
        if (kp_num_sign(node->full))
            a.number = kp_num_div(
                fm->arena, kp_num_mul(fm->arena, kp_num_decimal(fm->arena, answer->number), kp_num_int(100)),
                node->full);
        break;
    case KP_UNANSWERED:
    default:
        break;
    }
    return a;
}

/* ---- results, also of what is hidden elsewhere ---- */

/* Below a node that is answered as a whole a form still has its rows: they are as in an evaluation without
 * answers. */
static const kp_score *score_all(const kp_fm *fm)
{
    kp_score *score = kp_score_evaluation(fm->arena, fm->e);
    kp_evaluation *blank = KP_NEW(fm->arena, kp_evaluation);
    const kp_score *none;

    *blank = *fm->e;
    blank->by_node = KP_NEW_ARRAY(fm->arena, fm->rubric->node_count, const kp_answer *);
    none = kp_score_evaluation(fm->arena, blank);
    for (uint32_t i = 0; i < fm->rubric->node_count; i++)
        if (score->results[i].hidden)
            score->results[i] = none->results[i];
    return score;
}

/* ---- planning ---- */

/* The column behind them. */
static uint32_t plan_columns(kp_ov *ov)
{
    bool weights = false, without_max = false;
    uint32_t next = ANSWER_COLUMN;

    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        const kp_node *node = ov->rubric->nodes[i];
        weights = weights || (node->parent && !node->max.given);
        without_max = without_max || (node->parent && !kp_num_sign(node->parent->full));
    }
    ov->column[KP_OV_ANSWER] = next++;
    ov->column[KP_OV_WEIGHT] = weights || without_max ? next++ : KP_OV_NONE;
    ov->column[KP_OV_POINTS] = next++;
    ov->column[KP_OV_FULL] = ov->column[KP_OV_MAX] = next++;
    if (ov->reduce)
        ov->column[KP_OV_MAX] = next++;
    ov->column[KP_OV_PERCENT] = next++;
    ov->column[KP_OV_LEVEL] = next++;
    ov->column[KP_OV_ANSWERED] = next++;
    ov->column[KP_OV_UNANSWERED] = next++;
    ov->column[KP_OV_BASE] = next++;
    ov->column[KP_OV_COUNTED] = next++;
    ov->column[KP_OV_COUNTED_WEIGHT] = without_max ? next++ : KP_OV_NONE;
    ov->column[KP_OV_STATE] = next++;
    ov->column[KP_OV_LOW] = ov->column[KP_OV_HIGH] = KP_OV_NONE; /* a form shows no bounds */
    ov->label_column = KP_OV_NONE;
    return next;
}

/* The ends of each scale in use, below the nodes: what fractions are taken between. */
static void plan_scales(kp_fm *fm, uint32_t row)
{
    fm->ov.scales = KP_NEW_ARRAY(fm->arena, fm->rubric->scale_count, kp_ov_scale);
    for (uint32_t i = 0; i < fm->rubric->scale_count; i++) {
        fm->ov.scales[i] = (kp_ov_scale){.row = row, .count = 2};
        row += 3;
    }
}

void kp_fm_plan_work(kp_fm *fm)
{
    uint32_t count = fm->rubric->node_count;
    kp_ov *ov = &fm->ov;
    uint32_t *rows = KP_NEW_ARRAY(fm->arena, count, uint32_t);

    *ov = (kp_ov){.arena = fm->arena,
                  .score = score_all(fm),
                  .rubric = fm->rubric,
                  .evaluation = fm->e,
                  .lang = fm->lang,
                  .reduce = fm->rubric->na_policy == KP_REDUCE,
                  .figure = KP_PERCENT,
                  .home = fm->work,
                  .details = fm->work,
                  .check = fm->work,
                  .home_row = rows,
                  .work_row = rows};
    ov->max_decimals = kp_ov_max_decimals(ov, 2);
    ov->deep_max_decimals = kp_ov_max_decimals(ov, UINT32_MAX);
    ov->work_last = kp_fm_plan_filled(fm, plan_columns(ov)) - 1;
    for (uint32_t i = 1; i < count; i++)
        rows[i] = i;
    rows[0] = count;
    plan_scales(fm, count + 2);
}

/* ---- writing ---- */

static void put_heads(const kp_fm *fm)
{
    static const kp_label_id heads[KP_OV_WHAT__COUNT] = {
        [KP_OV_ANSWER] = KP_L_ANSWER,
        [KP_OV_WEIGHT] = KP_L_WEIGHT,
        [KP_OV_POINTS] = KP_L_POINTS,
        [KP_OV_FULL] = KP_L_FULL_MAX,
        [KP_OV_MAX] = KP_L_MAX,
        [KP_OV_PERCENT] = KP_L_PERCENT,
        [KP_OV_LEVEL] = KP_L_LEVEL,
        [KP_OV_ANSWERED] = KP_L_ANSWERED,
        [KP_OV_UNANSWERED] = KP_L_UNANSWERED,
        [KP_OV_BASE] = KP_L_BASE,
        [KP_OV_COUNTED] = KP_L_COUNTED,
        [KP_OV_COUNTED_WEIGHT] = KP_L_COUNTED_WEIGHT,
        [KP_OV_STATE] = KP_L_STATE,
    };

    kp_put_text(fm->work, 0, 0, kp_look(KP_ROLE_HEAD), KP_FM_L(fm, NUMBER));
    kp_put_text(fm->work, 0, 1, kp_look(KP_ROLE_HEAD), KP_FM_L(fm, QUESTION));
    for (int what = 0; what < KP_OV_WHAT__COUNT; what++)
        if (fm->ov.column[what] != KP_OV_NONE)
            kp_put_text(fm->work, 0, fm->ov.column[what], kp_look(KP_ROLE_HEAD),
                        kp_label(heads[what], fm->lang));
    kp_fm_put_filled_heads(fm);
}

static void put_scale_ends(const kp_fm *fm)
{
    for (uint32_t i = 0; i < fm->rubric->scale_count; i++) {
        const kp_scale *scale = &fm->rubric->scales[i];
        uint32_t row = fm->ov.scales[i].row;
        kp_put_text(fm->work, row, 0, kp_look_id(KP_ROLE_BODY), scale->id);
        kp_put_number(fm->work, row, ANSWER_COLUMN, kp_look(KP_ROLE_BODY),
                      kp_num_decimal(fm->arena, kp_scale_low(scale)));
        kp_put_number(fm->work, row + 1, ANSWER_COLUMN, kp_look(KP_ROLE_BODY),
                      kp_num_decimal(fm->arena, kp_scale_high(scale)));
    }
}

void kp_fm_write_work(kp_fm *fm)
{
    uint32_t count = fm->rubric->node_count;
    const kp_ov_answer **answers = KP_NEW_ARRAY(fm->arena, count, const kp_ov_answer *);
    kp_ov_answer *all = KP_NEW_ARRAY(fm->arena, count, kp_ov_answer);

    fm->ov.answers = answers;
    for (uint32_t i = 0; i < count; i++) {
        const kp_node *node = fm->rubric->nodes[i];
        if (!fm->page_of[i])
            continue;
        all[i] = answer_of(fm, node);
        answers[i] = &all[i];
    }
    put_heads(fm);
    for (uint32_t i = 0; i < count; i++) {
        kp_ov_put_work(&fm->ov, fm->rubric->nodes[i]);
        kp_ov_put_home(&fm->ov, fm->rubric->nodes[i], KP_ROLE_BODY);
        if (fm->page_of[i])
            kp_fm_put_filled(fm, fm->rubric->nodes[i]);
    }
    put_scale_ends(fm);
    /* So that it is not taken for a page that has lost its names. */
    kp_put_text(fm->work, 0, fm->ov.work_last + 1, kp_look_id(KP_ROLE_PLAIN), kp_form_marker(KP_FORM_WORK));
    kp_freeze(fm->work, 1, 2);
    kp_repeat_rows(fm->work, 0, 0);
    kp_set_landscape(fm->work);
    kp_set_footer(fm->work, fm->footer);
    kp_fit(fm->work, 6, 40);
}
