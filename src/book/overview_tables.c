#include "overview_internal.h"

#include "kompass/utf8.h"

/* The tables below the check: the working table behind all sums, and what the charts draw. Both carry keys,
 * by which formulas find the strongest and the weakest. */

enum { NAME_IN_CHART = 26, TITLE_UNITS = 90 /* of a reference */ };

/* ---- keys ---- */

/* A key is the percentage (or what it lacks), so that the greatest is looked for. It is taken to a billionth,
 * so that floating point decides nothing, and the place in the rubric makes equal ones differ: from the
 * weakest to the strongest is the same order read backwards, so that nothing stands at both of its ends. */
static const kp_style key_style = {
    .role = KP_ROLE_BODY, .format = KP_FORMAT_FIXED, .decimals = 4, .align = KP_ALIGN_RIGHT};

static kp_num key_of(const kp_ov *ov, const kp_node *node, uint32_t place, bool weakest)
{
    kp_num percent = kp_num_round(ov->arena, kp_percent_of(ov->arena, kp_ov_result(ov, node)), 9);
    kp_num key = kp_num_sub(ov->arena, percent, kp_num_fraction(ov->arena, place, 1000000000000));

    return weakest ? kp_num_sub(ov->arena, kp_num_int(101), key) : kp_num_add(ov->arena, kp_num_int(1), key);
}

/* What is answered only in part has points so far, and is neither strong nor weak yet. */
static bool is_whole(const kp_ov *ov, const kp_node *node)
{
    return kp_ov_result(ov, node)->state == KP_SCORED;
}

/* 0 for what cannot be ranked. @p place: 1 for the first of those that are. */
static void put_keys(const kp_ov *ov, const kp_ov_ranking *ranking, uint32_t row, const kp_node *node,
                     uint32_t place)
{
    const char *cell = kp_ov_ref(ov, ov->check, node, KP_OV_PERCENT);
    const char *state = kp_ov_ref(ov, ov->check, node, KP_OV_STATE);
    const char *whole = kp_formula_text(ov->arena, kp_ov_state_word(ov, KP_SCORED));

    for (int weakest = 0; weakest < 2; weakest++)
        kp_put_formula(ov->check, row, ranking->key[weakest], key_style,
                       kp_arena_printf(ov->arena, "=IF(%s=%s,IF(COUNT(%s)=0,0,%sROUND(%s,9)%s%luE-12),0)",
                                       state, whole, cell, weakest ? "101-" : "1+", cell, weakest ? "+" : "-",
                                       (unsigned long)place),
                       is_whole(ov, node) ? key_of(ov, node, place, weakest) : kp_num_int(0));
}

/* A node that can be picked, with its key. */
typedef struct candidate {
    const kp_node *node;
    kp_num key;
} candidate;

static candidate *candidates_of(const kp_ov *ov, const kp_node *const *nodes, uint32_t count, bool weakest,
                                uint32_t *ret_count)
{
    candidate *candidates = KP_NEW_ARRAY(ov->arena, count, candidate);
    uint32_t whole = 0;

    for (uint32_t i = 0; i < count; i++)
        if (is_whole(ov, nodes[i]))
            candidates[whole++] = (candidate){nodes[i], key_of(ov, nodes[i], i + 1, weakest)};
    *ret_count = whole;
    return candidates;
}

/* The one whose key is the greatest of those below @p bound; its key is the new bound. */
static const kp_node *next_pick(const candidate *candidates, uint32_t count, kp_num *bound)
{
    const candidate *best = NULL;

    for (uint32_t i = 0; i < count; i++)
        if (kp_num_cmp(candidates[i].key, *bound) < 0 &&
            (!best || kp_num_cmp(candidates[i].key, best->key) > 0))
            best = &candidates[i];
    *bound = best ? best->key : kp_num_int(0);
    return best ? best->node : NULL;
}

/* How many are picked at each end: none is both strong and weak. */
static uint32_t picks_of(const kp_ov *ov, const kp_node *const *nodes, uint32_t count, uint32_t most)
{
    uint32_t whole = 0;

    for (uint32_t i = 0; i < count; i++)
        whole += is_whole(ov, nodes[i]);
    return whole / 2 < most ? whole / 2 : most;
}

/* The greatest keys; 0 where answers were deleted, so that it would be picked at both ends. @return the row
 * behind them */
static uint32_t put_picks(const kp_ov *ov, kp_ov_ranking *ranking, const kp_node *const *nodes,
                          uint32_t count, uint32_t row)
{
    uint32_t whole = 0;
    kp_num bound[2] = {kp_num_int(1000), kp_num_int(1000)};
    const candidate *candidates[2];

    for (int weakest = 0; weakest < 2; weakest++)
        candidates[weakest] = candidates_of(ov, nodes, count, weakest, &whole);
    ranking->pick_row = row;
    for (uint32_t i = 0; i < ranking->picks; i++, row++) {
        kp_put_text(ov->check, row, 1, kp_look(KP_ROLE_BODY),
                    kp_label_with(ov->arena, KP_L_PICK, ov->lang, kp_ov_count(ov, i + 1)));
        for (int weakest = 0; weakest < 2; weakest++) {
            uint32_t column = ranking->key[weakest];
            const char *keys = kp_range_from(ov->arena, ov->check, kp_ov_keys(ov, ranking, column));
            const char *formula =
                kp_arena_printf(ov->arena, "=IF(COUNTIF(%s,\">0\")<%lu,0,LARGE(%s,%lu))", keys,
                                2 * ((unsigned long)i + 1), keys, (unsigned long)i + 1);
            ranking->picked[weakest][i] = next_pick(candidates[weakest], whole, &bound[weakest]);
            kp_put_formula(ov->check, row, column, key_style, formula, bound[weakest]);
        }
    }
    return row;
}

kp_range kp_ov_keys(const kp_ov *ov, const kp_ov_ranking *ranking, uint32_t column)
{
    return (kp_range){ov->check, ranking->first_row, column, ranking->last_row, column};
}

/* ---- the working table ---- */

static bool is_ranked(const kp_ov *ov, const kp_node *node)
{
    return node->level == 2 && !kp_ov_result(ov, node)->hidden && kp_num_sign(node->full);
}

void kp_ov_plan_work(kp_ov *ov)
{
    bool by_weight = false, by_level = false;
    const bool bounds = kp_ov_has_open_bounds(ov) || kp_ov_has_printed_bounds(ov);
    uint32_t next = 2;

    ov->ranked = KP_NEW_ARRAY(ov->arena, ov->rubric->node_count, const kp_node *);
    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        const kp_node *node = ov->rubric->nodes[i];
        bool inner = !kp_ov_result(ov, node)->hidden && !kp_ov_is_leaf(ov, node);
        by_weight = by_weight || (inner && !kp_num_sign(node->full));
        by_level = by_level || node->child_count > KP_OV_MAX_CHAIN;
        if (is_ranked(ov, node))
            ov->ranked[ov->ranked_count++] = node;
    }
    if (ov->ranked_count > KP_OV_MAX_RANKED)
        ov->ranked_count = 0;
    for (kp_ov_what what = KP_OV_LEVEL; what < KP_OV_WHAT__COUNT; what++) {
        bool absent = (what == KP_OV_COUNTED_WEIGHT && !by_weight) || (what == KP_OV_LEVEL && !by_level) ||
                      (what >= KP_OV_LOW && !bounds);
        ov->column[what] = absent ? KP_OV_NONE : next++;
    }
    ov->work_last = next - 1;
    if (ov->ranked_count < 2)
        return;
    ov->question_ranking.is_wanted = true;
    ov->question_ranking.picks = picks_of(ov, ov->ranked, ov->ranked_count, KP_OV_MAX_PICKS);
    ov->question_ranking.key[0] = next++;
    ov->question_ranking.key[1] = next++;
    ov->work_last = ov->line_column = next;
}

static uint32_t put_heading(const kp_ov *ov, uint32_t row, kp_label_id label, kp_label_id words)
{
    kp_put_wide_text(ov->check, row, 0, ov->check_last, kp_look(KP_ROLE_HEADING), kp_label(label, ov->lang));
    kp_put_wide_text(ov->check, row + 1, 0, ov->check_last, kp_look_wrapped(KP_ROLE_NOTE),
                     kp_label(words, ov->lang));
    return row + 2;
}

static void put_head(const kp_ov *ov, uint32_t row, uint32_t column, kp_label_id label, kp_align align)
{
    if (column != KP_OV_NONE)
        kp_put_text(ov->check, row, column,
                    (kp_style){.role = KP_ROLE_HEAD, .align = (uint8_t)align, .wrap = true},
                    kp_label(label, ov->lang));
}

static uint32_t put_work_heads(const kp_ov *ov, uint32_t row)
{
    static const kp_label_id heads[KP_OV_WHAT__COUNT] = {
        [KP_OV_LEVEL] = KP_L_LEVEL,           [KP_OV_ANSWERED] = KP_L_ANSWERED,
        [KP_OV_UNANSWERED] = KP_L_UNANSWERED, [KP_OV_BASE] = KP_L_BASE,
        [KP_OV_COUNTED] = KP_L_COUNTED,       [KP_OV_COUNTED_WEIGHT] = KP_L_COUNTED_WEIGHT,
        [KP_OV_STATE] = KP_L_STATE,           [KP_OV_LOW] = KP_L_LOWEST,
        [KP_OV_HIGH] = KP_L_HIGHEST};

    row = put_heading(ov, row, KP_L_WORK_TABLE, KP_L_WORK_TABLE_WORDS);
    put_head(ov, row, 0, KP_L_NUMBER, KP_ALIGN_LEFT);
    put_head(ov, row, 1, KP_L_QUESTION, KP_ALIGN_LEFT);
    for (int what = KP_OV_LEVEL; what < KP_OV_WHAT__COUNT; what++)
        put_head(ov, row, ov->column[what], heads[what],
                 what == KP_OV_STATE ? KP_ALIGN_LEFT : KP_ALIGN_RIGHT);
    if (ov->question_ranking.is_wanted) {
        put_head(ov, row, ov->question_ranking.key[0], KP_L_STRONG_KEY, KP_ALIGN_RIGHT);
        put_head(ov, row, ov->question_ranking.key[1], KP_L_WEAK_KEY, KP_ALIGN_RIGHT);
        put_head(ov, row, ov->line_column, KP_L_LINE, KP_ALIGN_RIGHT);
    }
    return row + 1;
}

/* Keys, and where in the score tables the sub-question stands. */
static void put_ranked(const kp_ov *ov)
{
    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        for (uint32_t column = ov->question_ranking.key[0]; column <= ov->line_column; column++)
            if (ov->work_row[i] != KP_OV_NONE)
                kp_put_blank(ov->check, ov->work_row[i], column, key_style);
    for (uint32_t i = 0; i < ov->ranked_count; i++) {
        const kp_node *node = ov->ranked[i];
        uint32_t row = ov->work_row[node->index];
        put_keys(ov, &ov->question_ranking, row, node, i + 1);
        kp_put_number(ov->check, row, ov->line_column, kp_look(KP_ROLE_BODY),
                      kp_num_int(ov->score_row[node->index] - ov->line_row + 1));
    }
}

static void put_work_table(kp_ov *ov, uint32_t row)
{
    row = put_work_heads(ov, row);
    ov->question_ranking.first_row = row;
    for (uint32_t i = 1; i < ov->rubric->node_count; i++)
        if (!ov->score->results[i].hidden)
            ov->work_row[i] = row++;
    ov->question_ranking.last_row = row - 1;
    ov->work_row[0] = row++;
    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        if (ov->work_row[i] != KP_OV_NONE)
            kp_ov_put_work(ov, ov->rubric->nodes[i]);
    if (ov->question_ranking.is_wanted) {
        put_ranked(ov);
        put_picks(ov, &ov->question_ranking, ov->ranked, ov->ranked_count, row);
    }
}

/* ---- what the charts draw ---- */

uint32_t kp_ov_drawn(const kp_ov *ov, const kp_reference **ret_drawn, uint32_t *ret_columns)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < ov->in->reference_count && count < KP_OV_MAX_DRAWN; i++) {
        const kp_reference *reference = ov->in->references[i];
        bool any = false;
        for (uint32_t j = 0; j < ov->area_count && !any; j++)
            any = kp_ov_mean_of(ov, reference, ov->areas[j]) != NULL;
        if (!any)
            continue;
        ret_drawn[count] = reference;
        ret_columns[count++] = ov->profile.mean[i];
    }
    return count;
}

/* A long name would leave no room for the chart itself; with the number it stays one of its own. */
static const char *name_in_chart(const kp_ov *ov, const kp_node *area)
{
    const char *name = kp_ov_short_title(ov, area);

    if (kp_utf8_width(name) <= NAME_IN_CHART)
        return name;
    return kp_cut_units(ov->arena, kp_arena_printf(ov->arena, "%s %s", area->id, name), NAME_IN_CHART);
}

static void put_drawn_percent(const kp_ov *ov, uint32_t row, uint32_t column, const kp_node *area)
{
    const char *cell = kp_ov_ref(ov, ov->check, area, KP_OV_PERCENT);
    const kp_result *result = kp_ov_result(ov, area);
    const bool has = kp_has_score(result);

    kp_put_either(ov->check, row, column, kp_ov_percent_style(ov, KP_ROLE_BODY),
                  kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,\"\",%s)", cell, cell), has,
                  has ? kp_percent_of(ov->arena, result) : kp_num_int(0), "");
}

/* "Demokrati (2/5)": how many questions are assessed, where not all are. */
static void put_bar_name(const kp_ov *ov, uint32_t row, const kp_node *area)
{
    const kp_result *result = kp_ov_result(ov, area);
    const char *name = name_in_chart(ov, area);
    const char *answered = kp_ov_ref(ov, ov->check, area, KP_OV_ANSWERED);
    const char *unanswered = kp_ov_ref(ov, ov->check, area, KP_OV_UNANSWERED);

    kp_put_text_formula(
        ov->check, row, ov->bar_name, kp_look(KP_ROLE_BODY),
        kp_arena_printf(ov->arena, "=%s&IF(%s=0,\"\",\" (\"&%s&\"/\"&(%s+%s)&\")\")",
                        kp_cell_name(ov->arena, row, KP_OV_AREA_NAME), unanswered, answered, answered,
                        unanswered),
        result->unanswered ? kp_arena_printf(ov->arena, "%s (%lu/%lu)", name, (unsigned long)result->answered,
                                             (unsigned long)result->answered + result->unanswered)
                           : name);
}

/* A line draws a cell without anything as a gap, but a text as 0. So where there is no figure now, the radar
 * has no formula either; bars have, for 0 draws none. */
static void put_drawn(const kp_ov *ov, uint32_t row, const kp_node *area)
{
    kp_put_text(ov->check, row, KP_OV_AREA_NAME, kp_look(KP_ROLE_BODY), name_in_chart(ov, area));
    if (kp_has_score(kp_ov_result(ov, area)))
        put_drawn_percent(ov, row, KP_OV_AREA_PERCENT, area);
    else
        kp_put_blank(ov->check, row, KP_OV_AREA_PERCENT, kp_look(KP_ROLE_BODY));
    if (!ov->has_gaps)
        return;
    put_bar_name(ov, row, area);
    put_drawn_percent(ov, row, ov->bar_percent, area);
}

static void put_drawn_mean(const kp_ov *ov, uint32_t row, uint32_t column, const kp_node *area,
                           const kp_reference *reference, uint32_t profile_column)
{
    const kp_reference_value *value = kp_reference_value_of(reference, area);
    const char *points;

    if (!value || !kp_num_sign(area->full)) {
        kp_put_blank(ov->check, row, column, kp_look(KP_ROLE_BODY));
        return;
    }
    points = kp_cell_from(ov->arena, ov->check, ov->summary, ov->profile_row[area->index], profile_column);
    kp_put_formula(
        ov->check, row, column, kp_ov_percent_style(ov, KP_ROLE_BODY),
        kp_arena_printf(ov->arena, "=%s/%s*100", points, kp_ov_ref(ov, ov->check, area, KP_OV_FULL)),
        kp_ov_mean_percent(ov, value, area));
}

kp_num kp_ov_mean_percent(const kp_ov *ov, const kp_reference_value *value, const kp_node *node)
{
    kp_num points = kp_num_decimal(ov->arena, value->points.value);

    return kp_num_div(ov->arena, kp_num_mul(ov->arena, points, kp_num_int(100)), node->full);
}

static void put_area_heads(const kp_ov *ov, uint32_t row, const kp_reference *const *drawn, uint32_t count)
{
    put_head(ov, row, 0, KP_L_NUMBER, KP_ALIGN_LEFT);
    put_head(ov, row, KP_OV_AREA_NAME, KP_L_AREA, KP_ALIGN_LEFT);
    put_head(ov, row, KP_OV_AREA_PERCENT, KP_L_PERCENT, KP_ALIGN_RIGHT);
    for (uint32_t i = 0; i < count; i++)
        kp_put_text(ov->check, row, KP_OV_AREA_MEANS + i,
                    (kp_style){.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true},
                    kp_cut_units(ov->arena, kp_reference_title(drawn[i], ov->lang), TITLE_UNITS));
    put_head(ov, row, ov->area_ranking.key[0], KP_L_STRONG_KEY, KP_ALIGN_RIGHT);
    put_head(ov, row, ov->area_ranking.key[1], KP_L_WEAK_KEY, KP_ALIGN_RIGHT);
    if (!ov->has_gaps)
        return;
    put_head(ov, row, ov->bar_name, KP_L_BAR_AREA, KP_ALIGN_LEFT);
    put_head(ov, row, ov->bar_percent, KP_L_BAR_PERCENT, KP_ALIGN_RIGHT);
}

/* How many rows it takes: heading, note, heads, areas, the picks, and a blank one. */
static uint32_t plan_area_table(kp_ov *ov)
{
    if (!ov->area_count || kp_ov_result(ov, ov->areas[0])->hidden)
        return 0;
    ov->has_area_table = true;
    ov->area_ranking.is_wanted = ov->area_count > 1;
    ov->area_ranking.picks = picks_of(ov, ov->areas, ov->area_count, 1);
    return 4 + ov->area_count + ov->area_ranking.picks;
}

static void put_area_table(kp_ov *ov, uint32_t row)
{
    const kp_reference *drawn[KP_OV_MAX_DRAWN];
    uint32_t columns[KP_OV_MAX_DRAWN], count = kp_ov_drawn(ov, drawn, columns);
    kp_ov_ranking *ranking = &ov->area_ranking;

    ranking->key[0] = KP_OV_AREA_MEANS + count;
    ranking->key[1] = ranking->key[0] + 1;
    ov->bar_name = ov->has_gaps ? ranking->key[1] + 1 : KP_OV_AREA_NAME;
    ov->bar_percent = ov->has_gaps ? ranking->key[1] + 2 : KP_OV_AREA_PERCENT;
    row = put_heading(ov, row, KP_L_AREA_TABLE, KP_L_AREA_TABLE_WORDS);
    put_area_heads(ov, row++, drawn, count);
    ranking->first_row = row;
    ranking->last_row = row + ov->area_count - 1;
    for (uint32_t i = 0; i < ov->area_count; i++, row++) {
        kp_put_text(ov->check, row, 0, kp_look_id(KP_ROLE_BODY), ov->areas[i]->id);
        put_drawn(ov, row, ov->areas[i]);
        for (uint32_t j = 0; j < count; j++)
            put_drawn_mean(ov, row, KP_OV_AREA_MEANS + j, ov->areas[i], drawn[j], columns[j]);
        put_keys(ov, ranking, row, ov->areas[i], i + 1);
    }
    put_picks(ov, ranking, ov->areas, ov->area_count, row);
}

void kp_ov_put_tables(kp_ov *ov, uint32_t row)
{
    uint32_t rows = plan_area_table(ov);

    put_work_table(ov, row + rows); /* whose cells the other one names */
    if (rows)
        put_area_table(ov, row);
}
