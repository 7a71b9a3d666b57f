#include "kompass/agreement.h"

#include <stdlib.h>

enum { TENTHS = 10 };

/* ---- alpha ---- */

/* Ratings summed up: how many, their ranks, and the squares of these. */
typedef struct sums {
    int64_t count;
    kp_num ranks, squares;
} sums;

static const sums nothing = {0, {.n = 0, .d = 1}, {.n = 0, .d = 1}};

/* What the ratings on all scales add up to so far. */
typedef struct disagreement {
    kp_arena *arena;
    kp_num observed, expected;
    uint32_t values;
} disagreement;

static int by_scale_and_unit(const void *x, const void *y)
{
    const kp_rating *a = x, *b = y;

    if (a->scale != b->scale)
        return a->scale < b->scale ? -1 : 1;
    return (a->unit > b->unit) - (a->unit < b->unit);
}

static int by_value(const void *x, const void *y)
{
    const kp_rating *a = x, *b = y;

    return kp_num_cmp(a->value, b->value);
}

static size_t end_of_unit(const kp_rating *ratings, size_t count, size_t start)
{
    size_t end = start + 1;

    while (end < count && by_scale_and_unit(&ratings[end], &ratings[start]) == 0)
        end++;
    return end;
}

/* Keep the ratings of units with two or more, the units numbered 0, 1 ...: how many are left. */
static size_t keep_pairable(kp_rating *ratings, size_t count, uint32_t *ret_units)
{
    size_t kept = 0;
    uint32_t units = 0;

    for (size_t i = 0, end; i < count; i = end) {
        end = end_of_unit(ratings, count, i);
        for (size_t k = i; end - i > 1 && k < end; k++) {
            kp_rating rating = ratings[k];
            rating.unit = units;
            ratings[kept++] = rating;
        }
        units += end - i > 1;
    }
    *ret_units = units;
    return kept;
}

static void add_rank(kp_arena *arena, sums *sum, int64_t rank)
{
    kp_num r = kp_num_int(rank);

    sum->count++;
    sum->ranks = kp_num_add(arena, sum->ranks, r);
    sum->squares = kp_num_add(arena, sum->squares, kp_num_mul(arena, r, r));
}

/* The squared differences of all pairs among some values, over one less than there are values: count x sum
 * of squares - square of the sum. */
static kp_num pairs(kp_arena *arena, const sums *sum)
{
    kp_num squared = kp_num_sub(arena, kp_num_mul(arena, kp_num_int(sum->count), sum->squares),
                                kp_num_mul(arena, sum->ranks, sum->ranks));

    return kp_num_div(arena, squared, kp_num_int(sum->count - 1));
}

/* The ratings on one scale. Ranks are twice the mean rank, counted from 0: whole numbers, and only their
 * differences matter, as parts of the greatest. */
static void add_scale(disagreement *d, kp_rating *ratings, size_t count)
{
    uint32_t unit_count;
    size_t kept = keep_pairable(ratings, count, &unit_count);
    sums *units = KP_NEW_ARRAY(d->arena, unit_count, sums), all = nothing;
    kp_num observed = kp_num_int(0), reach;
    int64_t lowest = 0, highest = 0;

    for (uint32_t i = 0; i < unit_count; i++)
        units[i] = nothing;
    if (kept)
        qsort(ratings, kept, sizeof(*ratings), by_value);
    for (size_t i = 0, end; i < kept; i = end) {
        for (end = i + 1; end < kept && kp_num_cmp(ratings[end].value, ratings[i].value) == 0;)
            end++;
        highest = (int64_t)(i + end);
        lowest = i ? lowest : highest;
        for (size_t k = i; k < end; k++) {
            add_rank(d->arena, &units[ratings[k].unit], highest);
            add_rank(d->arena, &all, highest);
        }
    }
    d->values += (uint32_t)kept;
    if (lowest == highest) /* nothing varies */
        return;
    for (uint32_t i = 0; i < unit_count; i++)
        observed = kp_num_add(d->arena, observed, pairs(d->arena, &units[i]));
    reach = kp_num_int(highest - lowest);
    reach = kp_num_mul(d->arena, reach, reach);
    d->observed = kp_num_add(d->arena, d->observed, kp_num_div(d->arena, observed, reach));
    d->expected = kp_num_add(d->arena, d->expected, kp_num_div(d->arena, pairs(d->arena, &all), reach));
}

bool kp_alpha(kp_arena *arena, const kp_rating *ratings, size_t count, kp_num *ret_alpha,
              uint32_t *ret_values)
{
    kp_rating *sorted = KP_NEW_ARRAY(arena, count, kp_rating);
    disagreement d = {.arena = arena, .observed = kp_num_int(0), .expected = kp_num_int(0)};

    for (size_t i = 0; i < count; i++)
        sorted[i] = ratings[i];
    if (count)
        qsort(sorted, count, sizeof(*sorted), by_scale_and_unit);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && sorted[end].scale == sorted[i].scale;)
            end++;
        add_scale(&d, sorted + i, end - i);
    }
    if (ret_values)
        *ret_values = d.values;
    if (kp_num_sign(d.expected) == 0)
        return false;
    *ret_alpha = kp_num_sub(arena, kp_num_int(1), kp_num_div(arena, d.observed, d.expected));
    return true;
}

/* ---- spreads ---- */

uint32_t kp_scale_steps(const kp_scale *scale)
{
    return scale->count ? scale->count - 1 : TENTHS;
}

static kp_num levels_between(kp_arena *arena, const kp_scale *scale, kp_decimal low, kp_decimal high)
{
    if (scale->count)
        return kp_num_int(kp_scale_level(arena, scale, high) - kp_scale_level(arena, scale, low));
    return kp_num_mul(
        arena, kp_num_sub(arena, kp_scale_fraction(arena, scale, high), kp_scale_fraction(arena, scale, low)),
        kp_num_int(TENTHS));
}

static kp_spread spread_of(kp_arena *arena, const kp_node *node, const kp_answer *answer)
{
    kp_spread s = {.node = node, .answer = answer, .compared = answer->by_count > 1};
    kp_decimal low = kp_scale_high(node->scale), high = kp_scale_low(node->scale);
    uint32_t none = 0;

    for (uint32_t i = 0; i < answer->by_count; i++) {
        const kp_own_value *own = &answer->by[i];
        none += own->not_applicable;
        if (own->not_applicable)
            continue;
        if (kp_num_cmp(kp_num_decimal(arena, own->value), kp_num_decimal(arena, low)) < 0)
            low = own->value;
        if (kp_num_cmp(kp_num_decimal(arena, own->value), kp_num_decimal(arena, high)) > 0)
            high = own->value;
    }
    if (none == answer->by_count)
        s.levels = kp_num_int(0);
    else if (none)
        s.levels = kp_num_int(kp_scale_steps(node->scale));
    else
        s.levels = levels_between(arena, node->scale, low, high);
    s.share = kp_num_div(arena, s.levels, kp_num_int(kp_scale_steps(node->scale)));
    return s;
}

static int furthest_first(const void *x, const void *y)
{
    const kp_spread *a = x, *b = y;
    int order;

    if (a->compared != b->compared)
        return a->compared ? -1 : 1;
    order = kp_num_cmp(b->levels, a->levels);
    if (!order)
        order = kp_num_cmp(b->share, a->share);
    if (order)
        return order;
    return (a->node->index > b->node->index) - (a->node->index < b->node->index);
}

/* ---- sets of questions ---- */

typedef struct agreeing {
    kp_arena *arena;
    const kp_rubric *rubric;
    const kp_spread *questions;
    uint32_t count;
    kp_rating *ratings; /* room for those of all questions */
} agreeing;

static bool belongs(const kp_spread *s, const kp_node *area, const kp_scale *scale)
{
    return s->compared && (!area->parent || kp_area_of(s->node) == area) &&
           (!scale || s->node->scale == scale);
}

static size_t add_ratings(agreeing *a, size_t count, const kp_spread *s)
{
    for (uint32_t i = 0; i < s->answer->by_count; i++)
        if (!s->answer->by[i].not_applicable)
            a->ratings[count++] = (kp_rating){.scale = (uint32_t)(s->node->scale - a->rubric->scales),
                                              .unit = s->node->index,
                                              .value = kp_num_decimal(a->arena, s->answer->by[i].value)};
    return count;
}

/* Of the questions in an area (the root: in all), or of those with one scale. */
static kp_agreed agreed(agreeing *a, const kp_node *area, const kp_scale *scale)
{
    kp_agreed g = {.area = area};
    bool mixed = false;
    size_t ratings = 0;

    for (uint32_t i = 0; i < a->count; i++) {
        const kp_spread *s = &a->questions[i];
        if (!belongs(s, area, scale))
            continue;
        g.n++;
        g.exact += kp_num_sign(s->levels) == 0;
        g.within_one += kp_num_cmp(s->levels, kp_num_int(1)) <= 0;
        mixed = mixed || (g.scale && g.scale != s->node->scale);
        g.scale = s->node->scale;
        ratings = add_ratings(a, ratings, s);
    }
    if (mixed)
        g.scale = NULL;
    g.has_alpha = kp_alpha(a->arena, a->ratings, ratings, &g.alpha, &g.values);
    return g;
}

static void sum_up(agreeing *a, kp_agreement *g)
{
    const kp_rubric *rubric = g->score->rubric;
    kp_agreed *areas = KP_NEW_ARRAY(a->arena, rubric->root->child_count, kp_agreed);
    kp_agreed *scales = KP_NEW_ARRAY(a->arena, rubric->scale_count, kp_agreed);

    g->total = agreed(a, rubric->root, NULL);
    for (const kp_node *area = rubric->root->first_child; area; area = area->next) {
        areas[g->area_count] = agreed(a, area, NULL);
        g->area_count += areas[g->area_count].n > 0;
    }
    for (uint32_t i = 0; i < rubric->scale_count; i++) {
        scales[g->scale_count] = agreed(a, rubric->root, &rubric->scales[i]);
        g->scale_count += scales[g->scale_count].n > 0;
    }
    g->areas = areas;
    g->scales = scales;
}

kp_agreement kp_agreement_of(kp_arena *arena, const kp_score *score)
{
    const kp_evaluation *e = score->evaluation;
    kp_spread *questions = KP_NEW_ARRAY(arena, score->rubric->node_count, kp_spread);
    kp_agreement g = {.score = score, .questions = questions};
    agreeing a = {.arena = arena, .rubric = score->rubric, .questions = questions};
    size_t values = 0;

    for (uint32_t i = 0; i < score->rubric->node_count; i++) {
        const kp_answer *answer = e->by_node[i];
        if (!answer || !answer->by_count || score->results[i].hidden)
            continue;
        questions[g.count++] = spread_of(arena, score->rubric->nodes[i], answer);
        values += answer->by_count;
    }
    if (g.count)
        qsort(questions, g.count, sizeof(*questions), furthest_first);
    a.count = g.count;
    a.ratings = KP_NEW_ARRAY(arena, values, kp_rating);
    sum_up(&a, &g);
    return g;
}
