#include "overview_internal.h"

/* Utvärderarnas samstämmighet: how far apart the evaluators' own values are. Only for the team. All cells are
 * formulas on the own values among the details; what alpha takes stands beside them. */

enum { ID, TITLE, AREA, VALUES /* the first evaluator */ };      /* question by question */
enum { COUNT = AREA, EXACT, WITHIN, ALPHA, AREAS_LAST = ALPHA }; /* area by area */

typedef struct agreement {
    const kp_ov *ov;
    kp_agreement found;
    uint32_t *column; /* by evaluator; KP_OV_NONE for those without own values */
    uint32_t last_value, consensus, spread, last;
    uint32_t first_row;
    const char *const *alpha; /* formulas of it, by area, then in all; NULL: the numbers of the program */
    bool by_letter;           /* areas are told apart by upper and lower case */
} agreement;

bool kp_ov_wants_agreement(const kp_ov *ov)
{
    return ov->in->audience == KP_TEAM && kp_agreement_of(ov->arena, ov->score).count > 0;
}

/* Ids that only differ in case are the same to a spreadsheet's "=". */
static bool same_but_for_case(const kp_ov *ov)
{
    for (const kp_node *one = ov->rubric->root->first_child; one; one = one->next)
        for (const kp_node *other = one->next; other; other = other->next)
            if (kp_same_sheet_name(one->id, other->id))
                return true;
    return false;
}

static agreement judge_all(const kp_ov *ov)
{
    agreement a = {.ov = ov, .found = kp_agreement_of(ov->arena, ov->score)};
    uint32_t next = VALUES;

    a.column = KP_NEW_ARRAY(ov->arena, ov->evaluation->evaluator_count, uint32_t);
    for (uint32_t i = 0; i < ov->evaluation->evaluator_count; i++)
        a.column[i] = ov->own_column[i] == KP_OV_NONE ? KP_OV_NONE : next++;
    a.last_value = next - 1;
    a.consensus = next++;
    a.spread = next++;
    a.last = a.spread > AREAS_LAST ? a.spread : AREAS_LAST;
    a.by_letter = same_but_for_case(ov);
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

static const kp_own_value *own_value(const agreement *a, const kp_spread *j, uint32_t evaluator)
{
    for (uint32_t i = 0; i < j->answer->by_count; i++)
        if (kp_evaluator_find(a->ov->evaluation, j->answer->by[i].evaluator) ==
            &a->ov->evaluation->evaluators[evaluator])
            return &j->answer->by[i];
    return NULL;
}

static void put_own(const agreement *a, uint32_t row, const kp_spread *j, uint32_t evaluator)
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

static void put_consensus(const agreement *a, uint32_t row, const kp_spread *j)
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
        values, values, na, KP_DASH, values, values, na, (unsigned long)kp_scale_steps(scale), apart);
}

static void put_question(const agreement *a, uint32_t row, const kp_spread *j)
{
    const kp_ov *ov = a->ov;
    const char *values =
        kp_range_from(ov->arena, ov->agreement, (kp_range){ov->agreement, row, VALUES, row, a->last_value});

    kp_put_link(ov->agreement, row, ID, kp_look_id(KP_ROLE_BODY), j->node->id,
                kp_link_to(ov->arena, ov->home, ov->home_row[j->node->index], 0));
    kp_put_text(ov->agreement, row, TITLE, kp_look_wrapped(KP_ROLE_BODY), kp_ov_title(ov, j->node));
    kp_put_text(ov->agreement, row, AREA, kp_look_id(KP_ROLE_BODY), kp_area_of(j->node)->id);
    for (uint32_t i = 0; i < ov->evaluation->evaluator_count; i++)
        if (a->column[i] != KP_OV_NONE)
            put_own(a, row, j, i);
    put_consensus(a, row, j);
    kp_put_either(ov->agreement, row, a->spread, value_style(j->node->scale->count ? 0 : 1),
                  spread_formula(a, j->node->scale, values), j->compared, j->levels, KP_DASH);
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
    for (uint32_t i = 0; i < a->found.count; i++)
        put_question(a, ++row, &a->found.questions[i]);
    return row + 1;
}

/* ---- area by area ---- */

/* How many questions of an area, or of all, have a spread of at most so much. A dash in its place is more
 * than any number. Only comparisons: Gnumeric takes no ranges in EXACT or ISNUMBER. */
static const char *counted(const agreement *a, const char *area, const char *most)
{
    const kp_ov *ov = a->ov;
    uint32_t first = a->first_row, last = first + a->found.count - 1;
    kp_range areas = {ov->agreement, first, AREA, last, AREA};
    kp_range spreads = {ov->agreement, first, a->spread, last, a->spread};
    const char *spread = kp_range_from(ov->arena, ov->agreement, spreads), *own = "";

    if (area)
        own = kp_arena_printf(ov->arena, a->by_letter ? "EXACT(%s,%s)*" : "(%s=%s)*",
                              kp_range_from(ov->arena, ov->agreement, areas), area);
    return kp_arena_printf(ov->arena, "SUMPRODUCT(%s(%s<=%s)*1)", own, spread, most);
}

static void put_share(const agreement *a, uint32_t row, const kp_agreed *g, uint32_t column, kp_role role)
{
    const kp_ov *ov = a->ov;
    const char *id = g->area->parent ? kp_cell_name(ov->arena, row, ID) : NULL;
    const char *n = kp_cell_name(ov->arena, row, COUNT), *test = column == EXACT ? "1E-9" : "1+1E-9";
    uint32_t part = column == EXACT ? g->exact : g->within_one;

    kp_put_either(
        ov->agreement, row, column, kp_ov_percent_style(ov, role),
        kp_arena_printf(ov->arena, "=IF(%s=0,\"%s\",%s/%s*100)", n, KP_DASH, counted(a, id, test), n),
        g->n > 0, g->n ? kp_num_fraction(ov->arena, 100 * (int64_t)part, g->n) : kp_num_int(0), KP_DASH);
}

static void put_alpha(const agreement *a, uint32_t row, const kp_agreed *g, kp_role role)
{
    uint32_t place = g->area->parent ? (uint32_t)(g - a->found.areas) : a->found.area_count;
    kp_style style = kp_look_number(role, KP_FORMAT_FIXED, 2);

    if (a->alpha && a->alpha[place])
        kp_put_either(a->ov->agreement, row, ALPHA, style, a->alpha[place], g->has_alpha, g->alpha, KP_DASH);
    else if (g->has_alpha)
        kp_put_number(a->ov->agreement, row, ALPHA, style, g->alpha);
    else
        kp_put_text(a->ov->agreement, row, ALPHA, style, KP_DASH);
}

static void put_area(const agreement *a, uint32_t row, const kp_agreed *g)
{
    const kp_ov *ov = a->ov;
    kp_role role = g->area->parent ? KP_ROLE_BODY : KP_ROLE_TOTAL;
    const char *id = g->area->parent ? kp_cell_name(ov->arena, row, ID) : NULL;
    kp_style number = kp_ov_max_style(ov, role);

    number.decimals = 0;
    kp_put_text(ov->agreement, row, ID, kp_look_id(role), g->area->parent ? g->area->id : "");
    kp_put_text(ov->agreement, row, TITLE, kp_look_wrapped(role), kp_ov_title(ov, g->area));
    kp_put_formula(ov->agreement, row, COUNT, number,
                   kp_arena_printf(ov->arena, "=%s", counted(a, id, "1E+9")), kp_num_int(g->n));
    put_share(a, row, g, EXACT, role);
    put_share(a, row, g, WITHIN, role);
    put_alpha(a, row, g, role);
}

static uint32_t put_areas(const agreement *a, uint32_t row)
{
    const kp_ov *ov = a->ov;

    kp_put_wide_text(ov->agreement, row++, 0, AREAS_LAST, kp_look(KP_ROLE_HEADING),
                     KP_OV_L(ov, AGREEMENT_BY_AREA));
    put_head(ov, row, ID, KP_OV_L(ov, NUMBER));
    put_head(ov, row, TITLE, KP_OV_L(ov, AREA));
    put_head(ov, row, COUNT, KP_OV_L(ov, COUNT_OF_QUESTIONS));
    put_head(ov, row, EXACT, KP_OV_L(ov, EXACT_SHARE));
    put_head(ov, row, WITHIN, KP_OV_L(ov, WITHIN_ONE_SHARE));
    put_head(ov, row, ALPHA, KP_OV_L(ov, ALPHA));
    for (uint32_t i = 0; i < a->found.area_count; i++)
        put_area(a, ++row, &a->found.areas[i]);
    put_area(a, ++row, &a->found.total);
    return row + 2;
}

void kp_ov_write_agreement(const kp_ov *ov)
{
    agreement a = judge_all(ov);
    uint32_t row = kp_ov_head_row(ov);
    bool live = kp_ov_wants_alpha(ov);

    kp_ov_begin_sheet(ov, ov->agreement, KP_OV_L(ov, SHEET_AGREEMENT), a.last);
    kp_put_wide_text(ov->agreement, row, 0, a.last, kp_look_wrapped(KP_ROLE_NOTE),
                     KP_OV_L(ov, AGREEMENT_WORDS));
    kp_put_wide_text(ov->agreement, ++row, 0, a.last, kp_look_wrapped(KP_ROLE_NOTE),
                     kp_arena_printf(ov->arena, "%s %s", KP_OV_L(ov, ALPHA_WORDS),
                                     live ? KP_OV_L(ov, ALPHA_BESIDE) : KP_OV_L(ov, ALPHA_STORED)));
    row += 2;
    a.first_row = row + a.found.area_count + 6; /* heading, head, areas, total, blank, heading, head */
    if (live)
        a.alpha = kp_ov_write_alpha(
            ov, &a.found,
            (kp_range){ov->agreement, a.first_row, VALUES, a.first_row + a.found.count - 1, a.last_value},
            a.column, a.last + 2);
    row = put_areas(&a, row);
    put_questions(&a, row);
    kp_set_width(ov->agreement, ID, 8);
    kp_set_width(ov->agreement, TITLE, 58);
    for (uint32_t column = AREA; column <= a.last; column++)
        kp_set_width(ov->agreement, column, 13);
    kp_freeze(ov->agreement, 1, 0);
    kp_print_to(ov->agreement, a.last);
    kp_fit(ov->agreement, 6, 60);
    kp_break_pages(ov->agreement);
}
