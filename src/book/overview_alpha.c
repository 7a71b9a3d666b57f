#include "overview_internal.h"

/* Underlag för alfa: Krippendorff's alpha (kompass/agreement.h) as formulas on the own values of the sheet of
 * agreement. A row a question: the mean rank of each value among those of its area, and of all, on its scale;
 * what its ranks differ by. A row for each scale of each area, and of all: observed and expected
 * disagreement. */

enum { Q_ID, Q_AREA, Q_SCALE, Q_COUNT, Q_FIRST_RANK };
enum {
    S_NAME,
    S_AREA,
    S_SCALE,
    S_COUNT,
    S_OBSERVED,
    S_EXPECTED,
    S_REACH,
    S_OBSERVED_SHARE,
    S_EXPECTED_SHARE,
    S_LAST = S_EXPECTED_SHARE
};
enum { MOST_VALUES = 1500 }; /* each is held against all others */

/* An own value on the sheet of agreement. */
typedef struct own {
    bool given;
    kp_num value;
} own;

typedef struct alphas {
    const kp_ov *ov;
    const kp_agreement *found;
    kp_range values; /* on the sheet of agreement, a row a question */
    uint32_t evaluators;
    own *own;            /* by question, then column */
    uint32_t first_row;  /* of the questions */
    uint32_t left, sets; /* first columns of the two tables */
} alphas;

/* A set of ratings: those of an area (or NULL: all) on one scale. */
typedef struct rating_set {
    const kp_node *area;
    const kp_scale *scale;
} rating_set;

bool kp_ov_wants_alpha(const kp_ov *ov)
{
    const kp_agreement found = kp_agreement_of(ov->arena, ov->score);

    return found.total.has_alpha && found.count * ov->evaluation->evaluator_count <= MOST_VALUES;
}

/* ---- sets ---- */

static uint32_t scale_number(const alphas *a, const kp_scale *scale)
{
    return (uint32_t)(scale - a->ov->rubric->scales) + 1;
}

static const own *own_of(const alphas *a, uint32_t question, uint32_t column)
{
    return &a->own[(size_t)question * a->evaluators + column];
}

static uint32_t given(const alphas *a, uint32_t question)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < a->evaluators; i++)
        count += own_of(a, question, i)->given;
    return count;
}

static bool belongs(const alphas *a, const rating_set *set, uint32_t question)
{
    const kp_node *node = a->found->questions[question].node;

    return node->scale == set->scale && (!set->area || kp_area_of(node) == set->area) &&
           given(a, question) > 1;
}

/* The mean rank of a value: how many of the set are lower, and half of those that are equal. */
static kp_num rank_of(const alphas *a, const rating_set *set, uint32_t question, uint32_t column)
{
    const own *one = own_of(a, question, column);
    int64_t halves = 0;

    if (!one->given || !belongs(a, set, question))
        return kp_num_int(0);
    for (uint32_t i = 0; i < a->found->count; i++)
        for (uint32_t k = 0; belongs(a, set, i) && k < a->evaluators; k++) {
            const own *other = own_of(a, i, k);
            int order = other->given ? kp_num_cmp(other->value, one->value) : 1;
            halves += order < 0 ? 2 : order == 0;
        }
    return kp_num_fraction(a->ov->arena, halves, 2);
}

/* ---- a row a question ---- */

static const char *column_range(const alphas *a, uint32_t first, uint32_t last)
{
    return kp_range_from(a->ov->arena, a->ov->agreement,
                         (kp_range){a->ov->agreement, a->first_row, a->left + first,
                                    a->first_row + a->found->count - 1, a->left + last});
}

static void put(const alphas *a, uint32_t row, uint32_t column, const char *formula, kp_num value)
{
    kp_put_formula(a->ov->agreement, row, column, (kp_style){.role = KP_ROLE_BODY, .align = KP_ALIGN_RIGHT},
                   kp_arena_printf(a->ov->arena, "=%s", formula), value);
}

/* 1 in the rows of a set. */
static const char *rows_of(const alphas *a, const char *area, const char *scale)
{
    kp_arena *arena = a->ov->arena;
    const char *own_area =
        area ? kp_arena_printf(arena, "(%s=%s)*", column_range(a, Q_AREA, Q_AREA), area) : "";

    return kp_arena_printf(arena, "%s(%s=%s)*(%s>1)", own_area, column_range(a, Q_SCALE, Q_SCALE), scale,
                           column_range(a, Q_COUNT, Q_COUNT));
}

/* The ranks of a question's values in a set, and behind them what they differ by, over one less than there
 * are. */
static void put_ranks(const alphas *a, uint32_t row, uint32_t question, const rating_set *set, uint32_t first)
{
    const kp_ov *ov = a->ov;
    const char *values = kp_range_from(ov->arena, ov->agreement, a->values);
    const char *count = kp_cell_name(ov->arena, row, a->left + Q_COUNT),
               *scale = kp_cell_name(ov->arena, row, a->left + Q_SCALE);
    const char *rows = rows_of(a, set->area ? kp_cell_name(ov->arena, row, a->left + Q_AREA) : NULL, scale);
    const char *ranks = kp_range_from(ov->arena, ov->agreement,
                                      (kp_range){ov->agreement, row, first, row, first + a->evaluators - 1});
    kp_num sum = kp_num_int(0), squares = kp_num_int(0), apart = kp_num_int(0);
    int64_t n = given(a, question);

    for (uint32_t i = 0; i < a->evaluators; i++) {
        const char *cell = kp_cell_from(ov->arena, ov->agreement, ov->agreement,
                                        a->values.first_row + question, a->values.first_column + i);
        kp_num rank = rank_of(a, set, question, i);
        sum = kp_num_add(ov->arena, sum, rank);
        squares = kp_num_add(ov->arena, squares, kp_num_mul(ov->arena, rank, rank));
        put(a, row, first + i,
            kp_arena_printf(ov->arena, "IF(ISNUMBER(%s),IF(%s>1,SUMPRODUCT(%s*((%s<%s)+(%s=%s)/2)),0),0)",
                            cell, count, rows, values, cell, values, cell),
            rank);
    }
    if (n > 1)
        apart = kp_num_div(ov->arena,
                           kp_num_sub(ov->arena, kp_num_mul(ov->arena, kp_num_int(n), squares),
                                      kp_num_mul(ov->arena, sum, sum)),
                           kp_num_int(n - 1));
    put(a, row, first + a->evaluators,
        kp_arena_printf(ov->arena, "IF(%s>1,(%s*SUMPRODUCT(%s,%s)-SUM(%s)^2)/(%s-1),0)", count, count, ranks,
                        ranks, ranks, count),
        apart);
}

static void put_question(const alphas *a, uint32_t question)
{
    const kp_ov *ov = a->ov;
    const kp_node *node = a->found->questions[question].node;
    uint32_t row = a->first_row + question, sheet_row = a->values.first_row + question;
    const char *values = kp_range_from(
        ov->arena, ov->agreement,
        (kp_range){ov->agreement, sheet_row, a->values.first_column, sheet_row, a->values.last_column});

    kp_put_text(ov->agreement, row, a->left + Q_ID, kp_look_id(KP_ROLE_BODY), node->id);
    kp_put_number(ov->agreement, row, a->left + Q_AREA, kp_look(KP_ROLE_BODY),
                  kp_num_int(kp_area_number(node)));
    kp_put_number(ov->agreement, row, a->left + Q_SCALE, kp_look(KP_ROLE_BODY),
                  kp_num_int(scale_number(a, node->scale)));
    put(a, row, a->left + Q_COUNT, kp_arena_printf(ov->arena, "COUNT(%s)", values),
        kp_num_int(given(a, question)));
    put_ranks(a, row, question, &(rating_set){kp_area_of(node), node->scale}, a->left + Q_FIRST_RANK);
    put_ranks(a, row, question, &(rating_set){NULL, node->scale}, a->left + Q_FIRST_RANK + a->evaluators + 1);
}

/* ---- a row a set ---- */

typedef struct set_sums {
    int64_t count;
    kp_num observed, expected, reach;
} set_sums;

static kp_num observed_of(const alphas *a, const rating_set *set, uint32_t question)
{
    kp_num sum = kp_num_int(0), squares = kp_num_int(0);
    int64_t n = given(a, question);

    for (uint32_t i = 0; i < a->evaluators; i++) {
        kp_num rank = rank_of(a, set, question, i);
        sum = kp_num_add(a->ov->arena, sum, rank);
        squares = kp_num_add(a->ov->arena, squares, kp_num_mul(a->ov->arena, rank, rank));
    }
    return kp_num_div(a->ov->arena,
                      kp_num_sub(a->ov->arena, kp_num_mul(a->ov->arena, kp_num_int(n), squares),
                                 kp_num_mul(a->ov->arena, sum, sum)),
                      kp_num_int(n - 1));
}

static set_sums sum_up(const alphas *a, const rating_set *set)
{
    kp_arena *arena = a->ov->arena;
    set_sums s = {0, kp_num_int(0), kp_num_int(0), kp_num_int(0)};
    kp_num sum = kp_num_int(0), squares = kp_num_int(0), low = kp_num_int(0), high = kp_num_int(0);

    for (uint32_t i = 0; i < a->found->count; i++) {
        if (!belongs(a, set, i))
            continue;
        s.observed = kp_num_add(arena, s.observed, observed_of(a, set, i));
        for (uint32_t k = 0; k < a->evaluators; k++) {
            kp_num rank = rank_of(a, set, i, k);
            if (!own_of(a, i, k)->given)
                continue;
            low = s.count ? kp_num_min(low, rank) : rank;
            high = kp_num_max(high, rank);
            s.count++;
            sum = kp_num_add(arena, sum, rank);
            squares = kp_num_add(arena, squares, kp_num_mul(arena, rank, rank));
        }
    }
    s.reach = kp_num_sub(arena, high, low);
    if (s.count > 1)
        s.expected = kp_num_div(
            arena,
            kp_num_sub(arena, kp_num_mul(arena, kp_num_int(s.count), squares), kp_num_mul(arena, sum, sum)),
            kp_num_int(s.count - 1));
    return s;
}

static void put_share(const alphas *a, uint32_t row, uint32_t column, uint32_t of, kp_num value, kp_num reach)
{
    kp_arena *arena = a->ov->arena;
    const char *cell = kp_cell_name(arena, row, a->sets + of),
               *reach_cell = kp_cell_name(arena, row, a->sets + S_REACH);

    put(a, row, a->sets + column, kp_arena_printf(arena, "IF(%s=0,0,%s/%s^2)", reach_cell, cell, reach_cell),
        kp_num_sign(reach) ? kp_num_div(arena, value, kp_num_mul(arena, reach, reach)) : kp_num_int(0));
}

static void put_set(const alphas *a, uint32_t row, const rating_set *set)
{
    const kp_ov *ov = a->ov;
    const set_sums s = sum_up(a, set);
    uint32_t rank = Q_FIRST_RANK + (set->area ? 0 : a->evaluators + 1);
    const char *ranks = column_range(a, rank, rank + a->evaluators - 1);
    const char *apart = column_range(a, rank + a->evaluators, rank + a->evaluators);
    const char *rows = rows_of(a, set->area ? kp_cell_name(ov->arena, row, a->sets + S_AREA) : NULL,
                               kp_cell_name(ov->arena, row, a->sets + S_SCALE));
    const char *n = kp_cell_name(ov->arena, row, a->sets + S_COUNT);

    kp_put_text(ov->agreement, row, a->sets + S_NAME, kp_look_id(KP_ROLE_BODY),
                set->area ? set->area->id : KP_OV_L(ov, TOTAL));
    if (set->area)
        kp_put_number(ov->agreement, row, a->sets + S_AREA, kp_look(KP_ROLE_BODY),
                      kp_num_int(kp_area_number(set->area)));
    else
        kp_put_blank(ov->agreement, row, a->sets + S_AREA, kp_look(KP_ROLE_BODY));
    kp_put_number(ov->agreement, row, a->sets + S_SCALE, kp_look(KP_ROLE_BODY),
                  kp_num_int(scale_number(a, set->scale)));
    put(a, row, a->sets + S_COUNT,
        kp_arena_printf(ov->arena, "SUMPRODUCT(%s*%s)", rows, column_range(a, Q_COUNT, Q_COUNT)),
        kp_num_int(s.count));
    put(a, row, a->sets + S_OBSERVED, kp_arena_printf(ov->arena, "SUMPRODUCT(%s*%s)", rows, apart),
        s.observed);
    put(a, row, a->sets + S_EXPECTED,
        kp_arena_printf(ov->arena, "IF(%s<2,0,(%s*SUMPRODUCT(%s*%s*%s)-SUMPRODUCT(%s*%s)^2)/(%s-1))", n, n,
                        rows, ranks, ranks, rows, ranks, n),
        s.expected);
    /* The greatest rank, less the least: ranks are above 0, and 0 is no rank. */
    put(a, row, a->sets + S_REACH,
        kp_arena_printf(ov->arena,
                        "IF(%s=0,0,SUMPRODUCT(LARGE(%s*%s,1))-%s+SUMPRODUCT(LARGE(%s*(%s>0)*(%s-%s),1)))", n,
                        rows, ranks, n, rows, ranks, n, ranks),
        s.reach);
    put_share(a, row, S_OBSERVED_SHARE, S_OBSERVED, s.observed, s.reach);
    put_share(a, row, S_EXPECTED_SHARE, S_EXPECTED, s.expected, s.reach);
}

static bool is_used(const alphas *a, const rating_set *set)
{
    for (uint32_t i = 0; i < a->found->count; i++)
        if (belongs(a, set, i))
            return true;
    return false;
}

/* The rows of a set's scales from @p row on, and the formula of its alpha; returns the row behind them. */
static uint32_t put_sets(const alphas *a, uint32_t row, const kp_node *area, const char **ret_formula)
{
    kp_arena *arena = a->ov->arena;
    uint32_t first = row;
    const char *observed, *expected;

    for (uint32_t i = 0; i < a->ov->rubric->scale_count; i++) {
        const rating_set set = {area, &a->ov->rubric->scales[i]};
        if (is_used(a, &set))
            put_set(a, row++, &set);
    }
    *ret_formula = NULL;
    if (row == first)
        return row;
    observed = kp_range_from(
        arena, a->ov->agreement,
        (kp_range){a->ov->agreement, first, a->sets + S_OBSERVED_SHARE, row - 1, a->sets + S_OBSERVED_SHARE});
    expected = kp_range_from(
        arena, a->ov->agreement,
        (kp_range){a->ov->agreement, first, a->sets + S_EXPECTED_SHARE, row - 1, a->sets + S_EXPECTED_SHARE});
    *ret_formula = kp_arena_printf(arena, "=IF(SUM(%s)=0,\"%s\",1-SUM(%s)/SUM(%s))", expected, KP_DASH,
                                   observed, expected);
    return row;
}

/* ---- the sheet ---- */

static void read_own(alphas *a, const uint32_t *column)
{
    const kp_evaluation *e = a->ov->evaluation;

    a->own = KP_NEW_ARRAY(a->ov->arena, a->found->count * (size_t)a->evaluators, own);
    for (uint32_t i = 0; i < a->found->count; i++)
        for (uint32_t k = 0; k < a->found->questions[i].answer->by_count; k++) {
            const kp_own_value *value = &a->found->questions[i].answer->by[k];
            uint32_t at = column[kp_evaluator_find(e, value->evaluator) - e->evaluators];
            if (!value->not_applicable)
                a->own[(size_t)i * a->evaluators + at - a->values.first_column] =
                    (own){true, kp_num_decimal(a->ov->arena, value->value)};
        }
}

static void put_question_heads(const alphas *a)
{
    const kp_ov *ov = a->ov;
    const char *const heads[] = {KP_OV_L(ov, NUMBER), KP_OV_L(ov, AREA), KP_OV_L(ov, FORM_SCALE),
                                 KP_OV_L(ov, ALPHA_VALUES), NULL};

    kp_put_heads(ov->agreement, a->first_row - 1, a->left, heads);
    for (uint32_t i = 0; i < 2 * (a->evaluators + 1); i++) {
        bool in_all = i > a->evaluators, apart = i % (a->evaluators + 1) == a->evaluators;
        kp_put_text(ov->agreement, a->first_row - 1, a->left + Q_FIRST_RANK + i,
                    kp_look_wrapped(KP_ROLE_HEAD),
                    apart    ? KP_OV_L(ov, ALPHA_APART)
                    : in_all ? KP_OV_L(ov, ALPHA_RANK_IN_ALL)
                             : KP_OV_L(ov, ALPHA_RANK_IN_AREA));
    }
}

const char *const *kp_ov_write_alpha(const kp_ov *ov, const kp_agreement *found, kp_range values,
                                     const uint32_t *column, uint32_t left)
{
    alphas a = {.ov = ov,
                .found = found,
                .values = values,
                .evaluators = values.last_column - values.first_column + 1,
                .first_row = values.first_row,
                .left = left};
    const char **formulas = KP_NEW_ARRAY(ov->arena, found->area_count + (size_t)1, const char *);
    const char *const heads[] = {KP_OV_L(ov, NUMBER),
                                 KP_OV_L(ov, AREA),
                                 KP_OV_L(ov, FORM_SCALE),
                                 KP_OV_L(ov, ALPHA_VALUES),
                                 KP_OV_L(ov, ALPHA_OBSERVED),
                                 KP_OV_L(ov, ALPHA_EXPECTED),
                                 KP_OV_L(ov, ALPHA_REACH),
                                 KP_OV_L(ov, ALPHA_OBSERVED_SHARE),
                                 KP_OV_L(ov, ALPHA_EXPECTED_SHARE),
                                 NULL};
    uint32_t row = a.first_row;

    read_own(&a, column);
    a.sets = left + Q_FIRST_RANK + 2 * (a.evaluators + 1) + 1;
    kp_put_wide_text(ov->agreement, a.first_row - 2, left, a.sets + S_LAST, kp_look(KP_ROLE_HEADING),
                     KP_OV_L(ov, BEHIND_ALPHA));
    kp_put_wide_text(ov->agreement, kp_ov_head_row(ov), left, a.sets + S_LAST, kp_look_wrapped(KP_ROLE_NOTE),
                     KP_OV_L(ov, ALPHA_TABLE_WORDS));
    put_question_heads(&a);
    kp_put_heads(ov->agreement, a.first_row - 1, a.sets, heads);
    for (uint32_t i = 0; i < found->area_count; i++)
        row = put_sets(&a, row, found->areas[i].area, &formulas[i]);
    put_sets(&a, row, NULL, &formulas[found->area_count]);
    for (uint32_t i = 0; i < found->count; i++)
        put_question(&a, i);
    for (uint32_t i = left; i <= a.sets + S_LAST; i++)
        kp_set_width(ov->agreement, i, 12);
    return formulas;
}
