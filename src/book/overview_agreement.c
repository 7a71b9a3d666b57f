#include "overview_internal.h"

#include <stdlib.h>

/* Utvärderarnas samstämmighet: how far apart the evaluators' own values are. Only for the team. All cells are
 * formulas on the own values among the details. */

enum { ID, TITLE, AREA, VALUES /* the first evaluator */ }; /* question by question */
enum { COUNT = AREA, EXACT, WITHIN, AREAS_LAST = WITHIN };  /* area by area */

/* One question, and how far apart its values are; in levels, or in tenths of a scale without levels. */
typedef struct judged {
    const kp_node *node;
    const kp_answer *answer;
    bool has_spread;
    kp_num spread, share; /* share: of the scale, to rank scales of different length */
} judged;

typedef struct agreement {
    const kp_ov *ov;
    uint32_t *column; /* by evaluator; KP_OV_NONE for those without own values */
    uint32_t last_value, consensus, spread, last;
    judged *rows;
    uint32_t count, first_row;
} agreement;

static bool is_judged(const kp_ov *ov, uint32_t index)
{
    const kp_answer *answer = ov->evaluation->by_node[index];

    return answer && answer->by_count && !ov->score->results[index].hidden;
}

bool kp_ov_wants_agreement(const kp_ov *ov)
{
    for (uint32_t i = 0; ov->in->audience == KP_TEAM && i < ov->rubric->node_count; i++)
        if (is_judged(ov, i))
            return true;
    return false;
}

/* ---- spreads ---- */

static kp_num low_end(const kp_ov *ov, const kp_scale *scale)
{
    return kp_num_decimal(ov->arena, scale->count ? scale->levels[0].value.value : scale->min.value);
}

static kp_num high_end(const kp_ov *ov, const kp_scale *scale)
{
    return kp_num_decimal(ov->arena,
                          scale->count ? scale->levels[scale->count - 1].value.value : scale->max.value);
}

static int64_t level_of(const kp_ov *ov, const kp_scale *scale, kp_num value)
{
    for (uint32_t i = 0; i < scale->count; i++)
        if (kp_num_cmp(kp_num_decimal(ov->arena, scale->levels[i].value.value), value) == 0)
            return i;
    return 0;
}

static int64_t steps_of(const kp_scale *scale)
{
    return scale->count ? scale->count - 1 : 10;
}

static kp_num spread_between(const kp_ov *ov, const kp_scale *scale, kp_num low, kp_num high)
{
    kp_num range;

    if (scale->count)
        return kp_num_int(level_of(ov, scale, high) - level_of(ov, scale, low));
    range = kp_num_sub(ov->arena, high_end(ov, scale), low_end(ov, scale));
    return kp_num_div(ov->arena, kp_num_mul(ov->arena, kp_num_sub(ov->arena, high, low), kp_num_int(10)),
                      range);
}

static judged judge(const kp_ov *ov, const kp_node *node)
{
    judged j = {.node = node, .answer = ov->evaluation->by_node[node->index]};
    kp_num low = high_end(ov, node->scale), high = low_end(ov, node->scale);
    uint32_t none = 0;

    for (uint32_t i = 0; i < j.answer->by_count; i++) {
        const kp_own_value *own = &j.answer->by[i];
        kp_num value = kp_num_decimal(ov->arena, own->value);
        none += own->not_applicable;
        if (own->not_applicable)
            continue;
        low = kp_num_min(low, value);
        high = kp_num_max(high, value);
    }
    j.has_spread = j.answer->by_count > 1;
    if (none == j.answer->by_count)
        j.spread = kp_num_int(0);
    else if (none)
        j.spread = kp_num_int(steps_of(node->scale));
    else
        j.spread = spread_between(ov, node->scale, low, high);
    j.share = kp_num_div(ov->arena, j.spread, kp_num_int(steps_of(node->scale)));
    return j;
}

static int compare(const void *x, const void *y)
{
    const judged *a = x, *b = y;
    int order;

    if (a->has_spread != b->has_spread)
        return a->has_spread ? -1 : 1;
    order = kp_num_cmp(b->spread, a->spread);
    if (!order)
        order = kp_num_cmp(b->share, a->share);
    if (order)
        return order;
    return a->node->index < b->node->index ? -1 : a->node->index > b->node->index;
}

static agreement judge_all(const kp_ov *ov)
{
    agreement a = {.ov = ov, .rows = KP_NEW_ARRAY(ov->arena, ov->rubric->node_count, judged)};
    uint32_t next = VALUES;

    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        if (is_judged(ov, i))
            a.rows[a.count++] = judge(ov, ov->rubric->nodes[i]);
    qsort(a.rows, a.count, sizeof(*a.rows), compare);
    a.column = KP_NEW_ARRAY(ov->arena, ov->evaluation->evaluator_count, uint32_t);
    for (uint32_t i = 0; i < ov->evaluation->evaluator_count; i++)
        a.column[i] = ov->own_column[i] == KP_OV_NONE ? KP_OV_NONE : next++;
    a.last_value = next - 1;
    a.consensus = next++;
    a.spread = next++;
    a.last = a.spread > AREAS_LAST ? a.spread : AREAS_LAST;
    return a;
}

/* ---- question by question ---- */

static kp_style value_style(uint8_t decimals)
{
    return (kp_style){.role = KP_ROLE_BODY,
                      .format = decimals ? KP_FORMAT_FIXED : KP_FORMAT_GENERAL,
                      .decimals = decimals,
                      .align = KP_ALIGN_RIGHT,
                      .wrap = true};
}

static const kp_own_value *own_value(const agreement *a, const judged *j, uint32_t evaluator)
{
    for (uint32_t i = 0; i < j->answer->by_count; i++)
        if (kp_evaluator_find(a->ov->evaluation, j->answer->by[i].evaluator) ==
            &a->ov->evaluation->evaluators[evaluator])
            return &j->answer->by[i];
    return NULL;
}

static void put_own(const agreement *a, uint32_t row, const judged *j, uint32_t evaluator)
{
    const kp_ov *ov = a->ov;
    const kp_own_value *own = own_value(a, j, evaluator);
    const char *cell = kp_cell_from(ov->arena, ov->agreement, ov->details, ov->home_row[j->node->index],
                                    ov->own_column[evaluator]);
    bool number = own && !own->not_applicable;

    kp_put_either(ov->agreement, row, a->column[evaluator], value_style(0),
                  kp_arena_printf(ov->arena, "=IF(%s=\"\",\"%s\",%s)", cell, KP_DASH, cell), number,
                  number ? kp_num_decimal(ov->arena, own->value) : kp_num_int(0),
                  own ? kp_ov_state_word(ov, KP_IS_NOT_APPLICABLE) : KP_DASH);
}

static void put_consensus(const agreement *a, uint32_t row, const judged *j)
{
    const kp_ov *ov = a->ov;
    const char *cell = kp_ov_ref(ov, ov->agreement, j->node, KP_OV_ANSWER);
    kp_result_state none = j->answer->kind == KP_NOT_APPLICABLE ? KP_IS_NOT_APPLICABLE : KP_NONE_ANSWERED;
    bool number = j->answer->kind == KP_VALUE;

    kp_put_either(ov->agreement, row, a->consensus, value_style(0),
                  kp_arena_printf(ov->arena, "=IF(%s=\"\",%s,%s)", cell,
                                  kp_formula_text(ov->arena, kp_ov_state_word(ov, KP_NONE_ANSWERED)), cell),
                  number, number ? kp_num_decimal(ov->arena, j->answer->number) : kp_num_int(0),
                  kp_ov_state_word(ov, none));
}

/* Levels between the lowest and the highest; the scale's values stand below the answers. */
static const char *spread_formula(const agreement *a, const kp_scale *scale, const char *values)
{
    const kp_ov *ov = a->ov;
    const kp_ov_scale *s = &ov->scales[scale - ov->rubric->scales];
    uint32_t column = ov->column[KP_OV_ANSWER], last = s->row + s->count - 1;
    const char *levels =
        kp_range_from(ov->arena, ov->agreement, (kp_range){ov->home, s->row, column, last, column});
    const char *na = kp_formula_text(ov->arena, kp_ov_state_word(ov, KP_IS_NOT_APPLICABLE)), *apart;

    if (scale->count)
        apart = kp_arena_printf(ov->arena, "MATCH(MAX(%s),%s,0)-MATCH(MIN(%s),%s,0)", values, levels, values,
                                levels);
    else
        apart = kp_arena_printf(ov->arena, "(MAX(%s)-MIN(%s))/(MAX(%s)-MIN(%s))*10", values, values, levels,
                                levels);
    return kp_arena_printf(
        ov->arena, "=IF(COUNT(%s)+COUNTIF(%s,%s)<2,\"%s\",IF(COUNT(%s)=0,0,IF(COUNTIF(%s,%s)>0,%lu,%s)))",
        values, values, na, KP_DASH, values, values, na, (unsigned long)steps_of(scale), apart);
}

static const kp_node *area_of(const kp_node *node)
{
    while (node->level > 1)
        node = node->parent;
    return node;
}

static void put_question(const agreement *a, uint32_t row, const judged *j)
{
    const kp_ov *ov = a->ov;
    const char *values =
        kp_range_from(ov->arena, ov->agreement, (kp_range){ov->agreement, row, VALUES, row, a->last_value});

    kp_put_link(ov->agreement, row, ID, kp_look_id(KP_ROLE_BODY), j->node->id,
                kp_link_to(ov->arena, ov->home, ov->home_row[j->node->index], 0));
    kp_put_text(ov->agreement, row, TITLE, kp_look_wrapped(KP_ROLE_BODY), kp_ov_title(ov, j->node));
    kp_put_text(ov->agreement, row, AREA, kp_look_id(KP_ROLE_BODY), area_of(j->node)->id);
    for (uint32_t i = 0; i < ov->evaluation->evaluator_count; i++)
        if (a->column[i] != KP_OV_NONE)
            put_own(a, row, j, i);
    put_consensus(a, row, j);
    kp_put_either(ov->agreement, row, a->spread, value_style(j->node->scale->count ? 0 : 1),
                  spread_formula(a, j->node->scale, values), j->has_spread, j->spread, KP_DASH);
}

static void put_head(const kp_ov *ov, uint32_t row, uint32_t column, const char *text)
{
    kp_put_text(ov->agreement, row, column,
                (kp_style){.role = KP_ROLE_HEAD,
                           .align = (uint8_t)(column < AREA ? KP_ALIGN_LEFT : KP_ALIGN_RIGHT),
                           .wrap = true},
                text);
}

static uint32_t put_questions(const agreement *a, uint32_t row)
{
    const kp_ov *ov = a->ov;
    const kp_evaluation *e = ov->evaluation;

    kp_put_wide_text(ov->agreement, row++, 0, a->last, kp_look(KP_ROLE_HEADING),
                     KP_OV_L(ov, AGREEMENT_BY_QUESTION));
    put_head(ov, row, ID, KP_OV_L(ov, NUMBER));
    put_head(ov, row, TITLE, KP_OV_L(ov, QUESTION));
    put_head(ov, row, AREA, KP_OV_L(ov, AREA));
    for (uint32_t i = 0; i < e->evaluator_count; i++)
        if (a->column[i] != KP_OV_NONE)
            put_head(ov, row, a->column[i],
                     e->evaluators[i].name ? e->evaluators[i].name : e->evaluators[i].id);
    put_head(ov, row, a->consensus, KP_OV_L(ov, CONSENSUS));
    put_head(ov, row, a->spread, KP_OV_L(ov, SPREAD));
    kp_repeat_rows(ov->agreement, row, row);
    for (uint32_t i = 0; i < a->count; i++)
        put_question(a, ++row, &a->rows[i]);
    return row + 1;
}

/* ---- area by area ---- */

/* How many questions of an area, or of all, have a spread that a test holds for. */
static const char *counted(const agreement *a, const char *area, const char *test)
{
    const kp_ov *ov = a->ov;
    uint32_t first = a->first_row, last = first + a->count - 1;
    kp_range areas = {ov->agreement, first, AREA, last, AREA};
    kp_range spreads = {ov->agreement, first, a->spread, last, a->spread};
    const char *spread = kp_range_from(ov->arena, ov->agreement, spreads), *own = "";

    if (area)
        own =
            kp_arena_printf(ov->arena, "EXACT(%s,%s)*", kp_range_from(ov->arena, ov->agreement, areas), area);
    if (!test)
        return kp_arena_printf(ov->arena, "SUMPRODUCT(%sISNUMBER(%s))", *own ? own : "1*", spread);
    return kp_arena_printf(ov->arena, "SUMPRODUCT(%sISNUMBER(%s)*(%s<=%s))", own, spread, spread, test);
}

static uint32_t count_of(const agreement *a, const kp_node *area, int64_t most)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < a->count; i++)
        count += a->rows[i].has_spread && (!area->parent || area_of(a->rows[i].node) == area) &&
                 (most < 0 || kp_num_cmp(a->rows[i].spread, kp_num_int(most)) <= 0);
    return count;
}

static void put_share(const agreement *a, uint32_t row, const kp_node *area, uint32_t column, kp_role role)
{
    const kp_ov *ov = a->ov;
    int64_t most = column - EXACT;
    const char *id = area->parent ? kp_cell_name(ov->arena, row, ID) : NULL;
    const char *n = kp_cell_name(ov->arena, row, COUNT), *test = most ? "1+1E-9" : "1E-9";
    uint32_t all = count_of(a, area, -1);

    kp_put_either(
        ov->agreement, row, column, kp_ov_percent_style(ov, role),
        kp_arena_printf(ov->arena, "=IF(%s=0,\"%s\",%s/%s*100)", n, KP_DASH, counted(a, id, test), n),
        all > 0,
        all ? kp_num_fraction(ov->arena, 100 * (int64_t)count_of(a, area, most), all) : kp_num_int(0),
        KP_DASH);
}

static void put_area(const agreement *a, uint32_t row, const kp_node *area)
{
    const kp_ov *ov = a->ov;
    kp_role role = area->parent ? KP_ROLE_BODY : KP_ROLE_TOTAL;
    const char *id = area->parent ? kp_cell_name(ov->arena, row, ID) : NULL;
    kp_style number = kp_ov_max_style(ov, role);

    number.decimals = 0;
    kp_put_text(ov->agreement, row, ID, kp_look_id(role), area->parent ? area->id : "");
    kp_put_text(ov->agreement, row, TITLE, kp_look_wrapped(role), kp_ov_title(ov, area));
    kp_put_formula(ov->agreement, row, COUNT, number, kp_arena_printf(ov->arena, "=%s", counted(a, id, NULL)),
                   kp_num_int(count_of(a, area, -1)));
    put_share(a, row, area, EXACT, role);
    put_share(a, row, area, WITHIN, role);
}

static uint32_t put_areas(const agreement *a, uint32_t row, const kp_node *const *areas, uint32_t count)
{
    const kp_ov *ov = a->ov;

    kp_put_wide_text(ov->agreement, row++, 0, a->last, kp_look(KP_ROLE_HEADING),
                     KP_OV_L(ov, AGREEMENT_BY_AREA));
    put_head(ov, row, ID, KP_OV_L(ov, NUMBER));
    put_head(ov, row, TITLE, KP_OV_L(ov, AREA));
    put_head(ov, row, COUNT, KP_OV_L(ov, COUNT_OF_QUESTIONS));
    put_head(ov, row, EXACT, KP_OV_L(ov, EXACT_SHARE));
    put_head(ov, row, WITHIN, KP_OV_L(ov, WITHIN_ONE_SHARE));
    for (uint32_t i = 0; i < count; i++)
        put_area(a, ++row, areas[i]);
    put_area(a, ++row, ov->rubric->root);
    return row + 2;
}

void kp_ov_write_agreement(const kp_ov *ov)
{
    agreement a = judge_all(ov);
    const kp_node **areas = KP_NEW_ARRAY(ov->arena, ov->rubric->root->child_count, const kp_node *);
    uint32_t row = kp_ov_head_row(ov), count = 0;

    for (const kp_node *area = ov->rubric->root->first_child; area; area = area->next)
        if (count_of(&a, area, -1))
            areas[count++] = area;
    kp_ov_begin_sheet(ov, ov->agreement, KP_OV_L(ov, SHEET_AGREEMENT), a.last);
    kp_put_wide_text(ov->agreement, row, 0, a.last, kp_look_wrapped(KP_ROLE_NOTE),
                     KP_OV_L(ov, AGREEMENT_WORDS));
    row += 2;
    a.first_row = row + count + 6; /* heading, head, areas, total, blank, heading, head */
    row = put_areas(&a, row, areas, count);
    put_questions(&a, row);
    kp_set_width(ov->agreement, ID, 8);
    kp_set_width(ov->agreement, TITLE, 58);
    for (uint32_t column = AREA; column <= a.last; column++)
        kp_set_width(ov->agreement, column, 13);
    kp_fit(ov->agreement, 6, 60);
    kp_break_pages(ov->agreement);
}
