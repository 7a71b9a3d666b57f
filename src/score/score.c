#include "kompass/score.h"

/* A fraction three times over: the score so far, and its bounds. They are mostly the same number; `spread`
 * says where they are not, so that the usual case is computed once. */
typedef struct triple {
    kp_num now, low, high;
    bool spread;
} triple;

typedef struct scoring {
    kp_arena *arena;
    kp_score *score;
    const kp_evaluation *evaluation;
    triple *fractions; /* by node index */
} scoring;

static const char *const state_names[KP_RESULT_STATE__COUNT] = {
    [KP_SCORED] = "scored",
    [KP_INCOMPLETE] = "incomplete",
    [KP_NONE_ANSWERED] = "unanswered",
    [KP_IS_NOT_APPLICABLE] = "not_applicable",
    [KP_UNWEIGHTED] = "unweighted",
};

const char *kp_result_state_name(kp_result_state state)
{
    return state < KP_RESULT_STATE__COUNT ? state_names[state] : "?";
}

bool kp_has_score(const kp_result *result)
{
    return result->state == KP_SCORED || result->state == KP_INCOMPLETE;
}

bool kp_has_bounds(const kp_result *result)
{
    return kp_has_score(result) || result->state == KP_NONE_ANSWERED;
}

static triple same(kp_num x)
{
    return (triple){x, x, x, false};
}

static triple times(kp_arena *arena, triple t, kp_num factor)
{
    kp_num now = kp_num_mul(arena, t.now, factor);

    if (!t.spread)
        return same(now);
    return (triple){now, kp_num_mul(arena, t.low, factor), kp_num_mul(arena, t.high, factor), true};
}

static triple plus(kp_arena *arena, triple a, triple b)
{
    kp_num now = kp_num_add(arena, a.now, b.now);

    if (!a.spread && !b.spread)
        return same(now);
    return (triple){now, kp_num_add(arena, a.low, b.low), kp_num_add(arena, a.high, b.high), true};
}

static triple over(kp_arena *arena, triple t, kp_num divisor)
{
    return times(arena, t, kp_num_div(arena, kp_num_int(1), divisor));
}

/* ---- leaves, and nodes answered as a whole ---- */

kp_num kp_scale_fraction(kp_arena *arena, const kp_scale *scale, kp_decimal value)
{
    kp_num low = kp_num_decimal(arena, kp_scale_low(scale)),
           high = kp_num_decimal(arena, kp_scale_high(scale));

    return kp_num_div(arena, kp_num_sub(arena, kp_num_decimal(arena, value), low),
                      kp_num_sub(arena, high, low));
}

/* points/max or percent/100; a printed figure stands for the interval that rounds to it. */
static triple figure(const scoring *s, kp_decimal value, kp_num full)
{
    kp_arena *a = s->arena;
    kp_num number = kp_num_decimal(a, value), half;
    triple t = same(number);

    if (s->evaluation->precision == KP_PRINTED) {
        half = kp_decimal_half_unit(a, value);
        t.low = kp_num_max(kp_num_sub(a, number, half), kp_num_int(0));
        t.high = kp_num_min(kp_num_add(a, number, half), full);
        t.spread = true;
    }
    return kp_num_sign(full) ? over(a, t, full) : same(kp_num_int(0));
}

/* Not agreed yet: nothing so far; the bounds are those of the evaluators' own values. */
static triple not_agreed(const scoring *s, const kp_answer *answer)
{
    triple t = {kp_num_int(0), kp_num_int(1), kp_num_int(0), true};

    for (uint32_t i = 0; i < answer->by_count; i++) {
        kp_num own;
        if (answer->by[i].not_applicable)
            return (triple){kp_num_int(0), kp_num_int(0), kp_num_int(1), true};
        own = kp_scale_fraction(s->arena, answer->node->scale, answer->by[i].value);
        t.low = kp_num_min(t.low, own);
        t.high = kp_num_max(t.high, own);
    }
    return t;
}

/* A node that is a leaf of the result: by nature, or because it is answered as a whole. */
static void score_leaf(scoring *s, const kp_node *node, const kp_answer *answer)
{
    kp_result *result = &s->score->results[node->index];
    triple *fraction = &s->fractions[node->index];

    result->max = node->full;
    switch (answer ? answer->kind : KP_UNANSWERED) {
    case KP_NOT_APPLICABLE:
        result->state = KP_IS_NOT_APPLICABLE;
        result->not_applicable = 1;
        return;
    case KP_VALUE:
        *fraction = same(kp_scale_fraction(s->arena, node->scale, answer->number));
        break;
    case KP_POINTS:
        *fraction = figure(s, answer->number, node->full);
        break;
    case KP_PERCENT:
        *fraction = figure(s, answer->number, kp_num_int(100));
        break;
    case KP_UNANSWERED:
    default:
        result->state = KP_NONE_ANSWERED;
        result->unanswered = 1;
        *fraction = (triple){kp_num_int(0), kp_num_int(0), kp_num_int(1), true};
        if (answer && answer->by_count)
            *fraction = not_agreed(s, answer);
        return;
    }
    result->state = KP_SCORED;
    result->answered = 1;
}

/* ---- inner nodes ---- */

static bool applicable(const kp_result *result)
{
    return result->state != KP_IS_NOT_APPLICABLE && result->state != KP_UNWEIGHTED;
}

/* The mean of the applicable children's fractions, weighted by their declared shares. */
static triple mean_by_share(const scoring *s, const kp_node *node, kp_num shares)
{
    triple sum = same(kp_num_int(0));

    for (const kp_node *child = node->first_child; child; child = child->next)
        if (applicable(&s->score->results[child->index]))
            sum = plus(s->arena, sum, times(s->arena, s->fractions[child->index], child->share));
    return over(s->arena, sum, shares);
}

/* Under `reduce` points and maxima of the applicable children add up. */
static triple mean_by_reduced_max(const scoring *s, const kp_node *node, kp_num *ret_max)
{
    triple sum = same(kp_num_int(0));
    kp_num max = kp_num_int(0);

    for (const kp_node *child = node->first_child; child; child = child->next) {
        const kp_result *result = &s->score->results[child->index];
        if (!applicable(result))
            continue;
        sum = plus(s->arena, sum, times(s->arena, s->fractions[child->index], result->max));
        max = kp_num_add(s->arena, max, result->max);
    }
    *ret_max = max;
    return kp_num_sign(max) ? over(s->arena, sum, max) : sum;
}

static void count_children(const scoring *s, const kp_node *node, kp_result *result, kp_num *ret_shares,
                           uint32_t *ret_na)
{
    kp_num shares = kp_num_int(0);

    *ret_na = 0;
    for (const kp_node *child = node->first_child; child; child = child->next) {
        const kp_result *r = &s->score->results[child->index];
        result->answered += r->answered;
        result->unanswered += r->unanswered;
        result->not_applicable += r->not_applicable;
        if (applicable(r))
            shares = kp_num_add(s->arena, shares, child->share);
        *ret_na += r->state == KP_IS_NOT_APPLICABLE;
    }
    *ret_shares = shares;
}

static void score_inner(scoring *s, const kp_node *node)
{
    kp_result *result = &s->score->results[node->index];
    triple *fraction = &s->fractions[node->index];
    kp_num shares, reduced;
    uint32_t na;

    result->max = node->full;
    count_children(s, node, result, &shares, &na);
    if (na == node->child_count) {
        result->state = KP_IS_NOT_APPLICABLE;
        return;
    }
    if (kp_num_sign(shares) == 0) {
        result->state = KP_UNWEIGHTED;
        return;
    }
    result->state = result->unanswered == 0 ? KP_SCORED : result->answered ? KP_INCOMPLETE : KP_NONE_ANSWERED;
    if (s->score->rubric->na_policy == KP_REDUCE) {
        *fraction = mean_by_reduced_max(s, node, &reduced);
        result->max = reduced;
        if (kp_num_sign(reduced))
            return;
    }
    *fraction = mean_by_share(s, node, shares);
}

/* ---- all nodes ---- */

static void finish(const scoring *s, const kp_node *node)
{
    kp_result *result = &s->score->results[node->index];
    const triple *fraction = &s->fractions[node->index];

    if (!kp_has_bounds(result))
        return;
    result->fraction = fraction->now;
    result->points = kp_num_mul(s->arena, fraction->now, result->max);
    result->low = result->high = result->points;
    if (fraction->spread) {
        result->low = kp_num_mul(s->arena, fraction->low, result->max);
        result->high = kp_num_mul(s->arena, fraction->high, result->max);
    }
}

static bool answers_as_a_whole(const kp_node *node, const kp_answer *answer)
{
    return answer && node->child_count &&
           (answer->kind == KP_POINTS || answer->kind == KP_PERCENT || answer->kind == KP_NOT_APPLICABLE);
}

/* Parents first: what is hidden below a node answered as a whole, and which leaves bear on the total. */
static void mark(scoring *s)
{
    const kp_rubric *rubric = s->score->rubric;
    bool *bears = KP_NEW_ARRAY(s->arena, rubric->node_count, bool);

    s->score->complete = true;
    for (uint32_t i = 0; i < rubric->node_count; i++) {
        const kp_node *node = rubric->nodes[i];
        const kp_answer *answer = s->evaluation->by_node[i];
        kp_result *result = &s->score->results[i];
        if (node->parent) {
            const kp_result *above = &s->score->results[node->parent->index];
            result->hidden = above->hidden || above->itself;
        }
        result->itself = answers_as_a_whole(node, answer);
        bears[i] = !result->hidden &&
                   (!node->parent || (bears[node->parent->index] && kp_num_sign(node->share) > 0));
        if (bears[i] && !node->child_count && (!answer || answer->kind == KP_UNANSWERED))
            s->score->complete = false;
    }
}

kp_score *kp_score_evaluation(kp_arena *arena, const kp_evaluation *evaluation)
{
    const kp_rubric *rubric = evaluation->rubric;
    scoring s = {.arena = arena, .evaluation = evaluation};

    s.score = KP_NEW(arena, kp_score);
    s.score->evaluation = evaluation;
    s.score->rubric = rubric;
    s.score->results = KP_NEW_ARRAY(arena, rubric->node_count, kp_result);
    s.fractions = KP_NEW_ARRAY(arena, rubric->node_count, triple);
    mark(&s);
    /* Children stand behind their parents, so backwards every child is ready before its parent. */
    for (uint32_t i = rubric->node_count; i-- > 0;) {
        const kp_node *node = rubric->nodes[i];
        const kp_result *result = &s.score->results[i];
        if (result->hidden)
            continue;
        if (node->child_count && !result->itself)
            score_inner(&s, node);
        else
            score_leaf(&s, node, evaluation->by_node[i]);
        finish(&s, node);
    }
    return s.score;
}
