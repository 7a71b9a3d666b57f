/* tests/unit/test_score.c - scoring rule 1: each clause of the contract's section 3, worked by hand. */
#include "support.h"

#include <string.h>

/* ---- a score as text ----
 * "ID STATE POINTS of MAX (PERCENT %) [LOW..HIGH] ANSWERED/UNANSWERED/NOT APPLICABLE", a line a node that is
 * not hidden. A dash where there is no score; bounds only where they differ from the points; "complete"
 * behind the total.
 */

static void put_bounds(world *w, const kp_result *r, kp_buf *out)
{
    bool same = kp_has_score(r) && kp_num_cmp(r->low, r->points) == 0 && kp_num_cmp(r->high, r->points) == 0;

    if (kp_has_bounds(r) && !same)
        kp_buf_printf(out, " [%s..%s]", num_text(w->arena, r->low), num_text(w->arena, r->high));
}

static void put_result(world *w, const kp_node *node, const kp_result *r, kp_buf *out)
{
    const char *max = num_text(w->arena, r->max);

    kp_buf_printf(out, "%s %s ", node->id, kp_result_state_name(r->state));
    if (kp_has_score(r))
        kp_buf_printf(out, "%s of %s (%s %%)", num_text(w->arena, r->points), max,
                      num_text(w->arena, kp_percent_of(w->arena, r)));
    else
        kp_buf_printf(out, "- of %s", max);
    put_bounds(w, r, out);
    kp_buf_printf(out, " %u/%u/%u", (unsigned)r->answered, (unsigned)r->unanswered,
                  (unsigned)r->not_applicable);
}

static const char *score_text(world *w, const kp_score *score)
{
    kp_buf_clear(&w->buf);
    for (uint32_t i = 0; i < score->rubric->node_count; i++) {
        if (score->results[i].hidden)
            continue;
        put_result(w, score->rubric->nodes[i], &score->results[i], &w->buf);
        kp_buf_puts(&w->buf, i == 0 && score->complete ? " complete\n" : "\n");
    }
    return kp_buf_text(&w->buf);
}

static const kp_score *score_of(world *w, const char *policy, const char *areas, const char *body)
{
    static const char *const scales = "scales:\n"
                                      "  g: [{value: 0}, {value: 1}, {value: 2}]\n"
                                      "  odd: [{value: -1}, {value: 1}, {value: 4}]\n"
                                      "  p: {min: 0, max: 100}\n"
                                      "  n: {min: -10, max: 30}\n";
    const kp_rubric *rubric = rubric_of(w, kp_arena_printf(w->arena, "%snot_applicable: %s\n%sareas:\n%s",
                                                           RUBRIC_HEAD, policy, scales, areas));
    const kp_evaluation *e =
        rubric ? evaluation_of(w, rubric, kp_arena_printf(w->arena, "%s%s\n", EVALUATION_HEAD, body)) : NULL;

    return e ? kp_score_evaluation(w->arena, e) : NULL;
}

typedef struct row {
    int line;
    const char *policy, *areas, *body, *want;
} row;

static void check_rows(world *w, const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const kp_score *score;
        world_clear(w);
        score = score_of(w, rows[i].policy, rows[i].areas, rows[i].body);
        assert_codes_at(rows[i].line, w, "");
        assert_true_at(rows[i].line, score != NULL);
        assert_text_at(rows[i].line, score_text(w, score), rows[i].want);
    }
}

#define KEEP "rescale"
#define REDUCE "reduce"

/* ---- leaves ---- */

static void the_fraction_of_a_leaf(void **state)
{
    static const row rows[] = {
        /* (value - low) / (high - low), on levels that need not be even, or begin at 0 */
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: odd}\n", "answers: {a: 1}",
         "total scored 4 of 10 (40 %) 1/0/0 complete\n"
         "a scored 4 of 10 (40 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: odd}\n", "answers: {a: -1}",
         "total scored 0 of 10 (0 %) 1/0/0 complete\n"
         "a scored 0 of 10 (0 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: odd}\n", "answers: {a: 4.0}",
         "total scored 10 of 10 (100 %) 1/0/0 complete\n"
         "a scored 10 of 10 (100 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 30, scale: p}\n", "answers: {a: 12.5}",
         "total scored 15/4 of 30 (25/2 %) 1/0/0 complete\n"
         "a scored 15/4 of 30 (25/2 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 30, scale: n}\n", "answers: {a: 0}",
         "total scored 15/2 of 30 (25 %) 1/0/0 complete\n"
         "a scored 15/2 of 30 (25 %) 1/0/0\n"},
        /* points / max, percent / 100 */
        {HERE, KEEP, "- {id: a, title: T, max: 12}\n", "answers: {a: {points: 7}}",
         "total scored 7 of 12 (175/3 %) 1/0/0 complete\n"
         "a scored 7 of 12 (175/3 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 12}\n", "answers: {a: {percent: 62.5}}",
         "total scored 15/2 of 12 (125/2 %) 1/0/0 complete\n"
         "a scored 15/2 of 12 (125/2 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 0}\n- {id: b, title: T, max: 10}\n",
         "answers: {a: {points: 0}, b: {percent: 70}}",
         "total scored 7 of 10 (70 %) 2/0/0 complete\n"
         "a scored 0 of 0 (0 %) 1/0/0\n"
         "b scored 7 of 10 (70 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 0}\n- {id: b, title: T, max: 10}\n",
         "answers: {a: {percent: 30}, b: {percent: 70}}",
         "total scored 7 of 10 (70 %) 2/0/0 complete\n"
         "a scored 0 of 0 (30 %) 1/0/0\n"
         "b scored 7 of 10 (70 %) 1/0/0\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- means ---- */

#define BY_MAX                                                                                               \
    "- id: a\n  title: T\n  max: 100\n  questions:\n"                                                        \
    "  - {id: b, title: T, max: 60}\n  - {id: c, title: T, max: 40}\n"
#define BY_WEIGHT                                                                                            \
    "- id: a\n  title: T\n  max: 25\n  questions:\n"                                                         \
    "  - {id: b, title: T, weight: 2, scale: g}\n"                                                           \
    "  - {id: c, title: T, weight: 1, scale: g}\n  - {id: d, title: T, weight: 2, scale: g}\n"
#define WITH_ZERO                                                                                            \
    "- id: a\n  title: T\n  max: 10\n  questions:\n"                                                         \
    "  - {id: b, title: T, weight: 1, scale: g}\n"                                                           \
    "  - {id: c, title: T, weight: 0, scale: g}\n  - {id: d, title: T, scale: g}\n"
#define NESTED                                                                                               \
    "- id: a\n  title: T\n  max: 10\n  questions:\n"                                                         \
    "  - {id: b, title: T, weight: 1, scale: g}\n"                                                           \
    "  - id: c\n    title: T\n    weight: 2\n    questions:\n"                                               \
    "    - {id: d, title: T, weight: 1, scale: g}\n    - {id: e, title: T, weight: 3, scale: g}\n"
#define THIRDS                                                                                               \
    "- id: a\n  title: T\n  max: 10\n  questions:\n"                                                         \
    "  - {id: b, title: T, scale: g}\n  - {id: c, title: T, scale: g}\n  - {id: d, title: T, scale: g}\n"

static const row mean_rows[] = {
    {HERE, KEEP, BY_MAX, "answers: {b: {percent: 50}, c: {percent: 75}}",
     "total scored 60 of 100 (60 %) 2/0/0 complete\n"
     "a scored 60 of 100 (60 %) 2/0/0\n"
     "b scored 30 of 60 (50 %) 1/0/0\n"
     "c scored 30 of 40 (75 %) 1/0/0\n"},
    {HERE, KEEP, BY_WEIGHT, "answers: {b: 2, c: 1, d: 0}",
     "total scored 25/2 of 25 (50 %) 3/0/0 complete\n"
     "a scored 25/2 of 25 (50 %) 3/0/0\n"
     "b scored 10 of 10 (100 %) 1/0/0\n"
     "c scored 5/2 of 5 (50 %) 1/0/0\n"
     "d scored 0 of 10 (0 %) 1/0/0\n"},
    /* weight 0 stays 0; a node with neither max nor weight has weight 1 */
    {HERE, KEEP, WITH_ZERO, "answers: {b: 1, c: 2, d: 2}",
     "total scored 15/2 of 10 (75 %) 3/0/0 complete\n"
     "a scored 15/2 of 10 (75 %) 3/0/0\n"
     "b scored 5/2 of 5 (50 %) 1/0/0\n"
     "c scored 0 of 0 (100 %) 1/0/0\n"
     "d scored 5 of 5 (100 %) 1/0/0\n"},
    /* the max of a child that gives a weight is its share of its parent's, on every level */
    {HERE, KEEP, NESTED, "answers: {b: 2, d: 1, e: 2}",
     "total scored 55/6 of 10 (275/3 %) 3/0/0 complete\n"
     "a scored 55/6 of 10 (275/3 %) 3/0/0\n"
     "b scored 10/3 of 10/3 (100 %) 1/0/0\n"
     "c scored 35/6 of 20/3 (175/2 %) 2/0/0\n"
     "d scored 5/6 of 5/3 (50 %) 1/0/0\n"
     "e scored 5 of 5 (100 %) 1/0/0\n"},
    /* three thirds are a whole */
    {HERE, KEEP, THIRDS, "answers: {b: 2, c: 2, d: 2}",
     "total scored 10 of 10 (100 %) 3/0/0 complete\n"
     "a scored 10 of 10 (100 %) 3/0/0\n"
     "b scored 10/3 of 10/3 (100 %) 1/0/0\n"
     "c scored 10/3 of 10/3 (100 %) 1/0/0\n"
     "d scored 10/3 of 10/3 (100 %) 1/0/0\n"},
    /* the total: areas, weighted by max */
    {HERE, KEEP, "- {id: a, title: T, max: 30}\n- {id: b, title: T, max: 70}\n",
     "answers: {a: {percent: 50}, b: {percent: 10}}",
     "total scored 22 of 100 (22 %) 2/0/0 complete\n"
     "a scored 15 of 30 (50 %) 1/0/0\n"
     "b scored 7 of 70 (10 %) 1/0/0\n"},
    /* an area of max 0 has a percentage by its weights */
    {HERE, KEEP,
     "- id: a\n  title: T\n  max: 0\n  questions:\n  - {id: b, title: T, scale: g}\n"
     "  - {id: c, title: T, weight: 3, scale: g}\n- {id: e, title: T, max: 10}\n",
     "answers: {b: 2, c: 0, e: {percent: 50}}",
     "total scored 5 of 10 (50 %) 3/0/0 complete\n"
     "a scored 0 of 0 (25 %) 2/0/0\n"
     "b scored 0 of 0 (100 %) 1/0/0\n"
     "c scored 0 of 0 (0 %) 1/0/0\n"
     "e scored 5 of 10 (50 %) 1/0/0\n"},
    {HERE, REDUCE,
     "- id: a\n  title: T\n  max: 0\n  questions:\n  - {id: b, title: T, scale: g}\n"
     "  - {id: c, title: T, weight: 3, scale: g}\n- {id: e, title: T, max: 10}\n",
     "answers: {b: 2, c: 0, e: {percent: 50}}",
     "total scored 5 of 10 (50 %) 3/0/0 complete\n"
     "a scored 0 of 0 (25 %) 2/0/0\n"
     "b scored 0 of 0 (100 %) 1/0/0\n"
     "c scored 0 of 0 (0 %) 1/0/0\n"
     "e scored 5 of 10 (50 %) 1/0/0\n"},
};

static void the_fraction_of_an_inner_node_is_a_weighted_mean(void **state)
{
    check_rows(*state, mean_rows, LENGTH(mean_rows));
}

/* ---- not applicable ---- */

#define THREE_BY_MAX                                                                                         \
    "- id: a\n  title: T\n  max: 100\n  questions:\n  - {id: b, title: T, max: 50}\n"                        \
    "  - {id: c, title: T, max: 30}\n  - {id: d, title: T, max: 20}\n"
#define INNER_AND_AREA                                                                                       \
    "- id: a\n  title: T\n  max: 40\n  questions:\n"                                                         \
    "  - {id: b, title: T, max: 30, questions: [{id: b1, title: T}, {id: b2, title: T}]}\n"                  \
    "  - {id: c, title: T, max: 10}\n- {id: e, title: T, max: 60}\n"
#define TWO_AND_AREA                                                                                         \
    "- id: a\n  title: T\n  max: 40\n  questions:\n"                                                         \
    "  - {id: b, title: T, scale: g}\n  - {id: c, title: T, scale: g}\n- {id: e, title: T, max: 60}\n"
#define DEEP_BY_MAX                                                                                          \
    "- id: a\n  title: T\n  max: 100\n  questions:\n"                                                        \
    "  - {id: b, title: T, max: 60, questions: [{id: b1, title: T, max: 20}, {id: b2, title: T, max: "       \
    "40}]}\n"                                                                                                \
    "  - {id: c, title: T, max: 40}\n"

static const row not_applicable_rows[] = {
    /* rescale: the nodes above keep their max */
    {HERE, KEEP, THREE_BY_MAX, "answers: {b: n/a, c: {percent: 100}, d: {percent: 0}}",
     "total scored 60 of 100 (60 %) 2/0/1 complete\n"
     "a scored 60 of 100 (60 %) 2/0/1\n"
     "b not_applicable - of 50 0/0/1\n"
     "c scored 30 of 30 (100 %) 1/0/0\n"
     "d scored 0 of 20 (0 %) 1/0/0\n"},
    /* reduce: its max is taken off every node above it */
    {HERE, REDUCE, THREE_BY_MAX, "answers: {b: n/a, c: {percent: 100}, d: {percent: 0}}",
     "total scored 30 of 50 (60 %) 2/0/1 complete\n"
     "a scored 30 of 50 (60 %) 2/0/1\n"
     "b not_applicable - of 50 0/0/1\n"
     "c scored 30 of 30 (100 %) 1/0/0\n"
     "d scored 0 of 20 (0 %) 1/0/0\n"},
    /* the two policies differ in more than the max: what is left of b weighs 40, or still 60 */
    {HERE, KEEP, DEEP_BY_MAX, "answers: {b1: n/a, b2: {percent: 50}, c: {percent: 100}}",
     "total scored 70 of 100 (70 %) 2/0/1 complete\n"
     "a scored 70 of 100 (70 %) 2/0/1\n"
     "b scored 30 of 60 (50 %) 1/0/1\n"
     "b1 not_applicable - of 20 0/0/1\n"
     "b2 scored 20 of 40 (50 %) 1/0/0\n"
     "c scored 40 of 40 (100 %) 1/0/0\n"},
    {HERE, REDUCE, DEEP_BY_MAX, "answers: {b1: n/a, b2: {percent: 50}, c: {percent: 100}}",
     "total scored 60 of 80 (75 %) 2/0/1 complete\n"
     "a scored 60 of 80 (75 %) 2/0/1\n"
     "b scored 20 of 40 (50 %) 1/0/1\n"
     "b1 not_applicable - of 20 0/0/1\n"
     "b2 scored 20 of 40 (50 %) 1/0/0\n"
     "c scored 40 of 40 (100 %) 1/0/0\n"},
    /* so too with weights */
    {HERE, REDUCE, TWO_AND_AREA, "answers: {b: n/a, c: 1, e: {percent: 50}}",
     "total scored 40 of 80 (50 %) 2/0/1 complete\n"
     "a scored 10 of 20 (50 %) 1/0/1\n"
     "b not_applicable - of 20 0/0/1\n"
     "c scored 10 of 20 (50 %) 1/0/0\n"
     "e scored 30 of 60 (50 %) 1/0/0\n"},
    /* an inner node counts once, and what is below it is hidden */
    {HERE, KEEP, INNER_AND_AREA, "answers: {b: n/a, c: {percent: 50}, e: {percent: 100}}",
     "total scored 80 of 100 (80 %) 2/0/1 complete\n"
     "a scored 20 of 40 (50 %) 1/0/1\n"
     "b not_applicable - of 30 0/0/1\n"
     "c scored 5 of 10 (50 %) 1/0/0\n"
     "e scored 60 of 60 (100 %) 1/0/0\n"},
    {HERE, REDUCE, INNER_AND_AREA, "answers: {b: n/a, c: {percent: 50}, e: {percent: 100}}",
     "total scored 65 of 70 (650/7 %) 2/0/1 complete\n"
     "a scored 5 of 10 (50 %) 1/0/1\n"
     "b not_applicable - of 30 0/0/1\n"
     "c scored 5 of 10 (50 %) 1/0/0\n"
     "e scored 60 of 60 (100 %) 1/0/0\n"},
    /* a node whose children are all not applicable is itself not applicable */
    {HERE, KEEP, TWO_AND_AREA, "answers: {b: n/a, c: n/a, e: {percent: 50}}",
     "total scored 50 of 100 (50 %) 1/0/2 complete\n"
     "a not_applicable - of 40 0/0/2\n"
     "b not_applicable - of 20 0/0/1\n"
     "c not_applicable - of 20 0/0/1\n"
     "e scored 30 of 60 (50 %) 1/0/0\n"},
    {HERE, REDUCE, TWO_AND_AREA, "answers: {b: n/a, c: n/a, e: {percent: 50}}",
     "total scored 30 of 60 (50 %) 1/0/2 complete\n"
     "a not_applicable - of 40 0/0/2\n"
     "b not_applicable - of 20 0/0/1\n"
     "c not_applicable - of 20 0/0/1\n"
     "e scored 30 of 60 (50 %) 1/0/0\n"},
    /* an area; then all of them: never 0, 100 % or an error */
    {HERE, KEEP, TWO_AND_AREA, "answers: {a: n/a, e: {percent: 50}}",
     "total scored 50 of 100 (50 %) 1/0/1 complete\n"
     "a not_applicable - of 40 0/0/1\n"
     "e scored 30 of 60 (50 %) 1/0/0\n"},
    {HERE, KEEP, TWO_AND_AREA, "answers: {a: n/a, e: n/a}",
     "total not_applicable - of 100 0/0/2 complete\n"
     "a not_applicable - of 40 0/0/1\n"
     "e not_applicable - of 60 0/0/1\n"},
    {HERE, REDUCE, TWO_AND_AREA, "answers: {b: n/a, c: n/a, e: n/a}",
     "total not_applicable - of 100 0/0/3 complete\n"
     "a not_applicable - of 40 0/0/2\n"
     "b not_applicable - of 20 0/0/1\n"
     "c not_applicable - of 20 0/0/1\n"
     "e not_applicable - of 60 0/0/1\n"},
};

static void not_applicable_leaves_every_denominator(void **state)
{
    check_rows(*state, not_applicable_rows, LENGTH(not_applicable_rows));
}

#define ONE_OF_WEIGHT_0                                                                                      \
    "- id: a\n  title: T\n  max: 40\n  questions:\n  - {id: b, title: T, scale: g}\n"                        \
    "  - {id: c, title: T, weight: 0, scale: g}\n- {id: e, title: T, max: 60}\n"

static void where_only_weight_0_is_left_there_is_no_score(void **state)
{
    static const row rows[] = {
        {HERE, KEEP, ONE_OF_WEIGHT_0, "answers: {b: n/a, c: 2, e: {percent: 50}}",
         "total scored 50 of 100 (50 %) 2/0/1 complete\n"
         "a unweighted - of 40 1/0/1\n"
         "b not_applicable - of 40 0/0/1\n"
         "c scored 0 of 0 (100 %) 1/0/0\n"
         "e scored 30 of 60 (50 %) 1/0/0\n"},
        {HERE, REDUCE, ONE_OF_WEIGHT_0, "answers: {b: n/a, c: 2, e: {percent: 50}}",
         "total scored 30 of 60 (50 %) 2/0/1 complete\n"
         "a unweighted - of 40 1/0/1\n"
         "b not_applicable - of 40 0/0/1\n"
         "c scored 0 of 0 (100 %) 1/0/0\n"
         "e scored 30 of 60 (50 %) 1/0/0\n"},
        /* what is left unanswered there bears on nothing */
        {HERE, KEEP, ONE_OF_WEIGHT_0, "answers: {b: n/a, e: {percent: 50}}",
         "total incomplete 50 of 100 (50 %) 1/1/1 complete\n"
         "a unweighted - of 40 0/1/1\n"
         "b not_applicable - of 40 0/0/1\n"
         "c unanswered - of 0 [0..0] 0/1/0\n"
         "e scored 30 of 60 (50 %) 1/0/0\n"},
        /* the whole of it */
        {HERE, KEEP, "- {id: a, title: T, max: 0}\n- {id: b, title: T, max: 10}\n",
         "answers: {a: {percent: 50}, b: n/a}",
         "total unweighted - of 10 1/0/1 complete\n"
         "a scored 0 of 0 (50 %) 1/0/0\n"
         "b not_applicable - of 10 0/0/1\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- unanswered ---- */

#define TWO                                                                                                  \
    "- id: a\n  title: T\n  max: 10\n  questions:\n  - {id: b, title: T, scale: g}\n  - {id: c, title: T, "  \
    "scale: g}\n"

static void unanswered_counts_at_the_bottom_and_has_bounds(void **state)
{
    static const row rows[] = {
        {HERE, KEEP, TWO, "answers: {b: 2}",
         "total incomplete 5 of 10 (50 %) [5..10] 1/1/0\n"
         "a incomplete 5 of 10 (50 %) [5..10] 1/1/0\n"
         "b scored 5 of 5 (100 %) 1/0/0\n"
         "c unanswered - of 5 [0..5] 0/1/0\n"},
        {HERE, KEEP, TWO, "answers: {b: 2, c: {note: not yet}}",
         "total incomplete 5 of 10 (50 %) [5..10] 1/1/0\n"
         "a incomplete 5 of 10 (50 %) [5..10] 1/1/0\n"
         "b scored 5 of 5 (100 %) 1/0/0\n"
         "c unanswered - of 5 [0..5] 0/1/0\n"},
        /* without one answer below it a node has no score of its own */
        {HERE, KEEP, TWO, "",
         "total unanswered - of 10 [0..10] 0/2/0\n"
         "a unanswered - of 10 [0..10] 0/2/0\n"
         "b unanswered - of 5 [0..5] 0/1/0\n"
         "c unanswered - of 5 [0..5] 0/1/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: odd}\n- {id: e, title: T, max: 30}\n",
         "answers: {e: {percent: 50}}",
         "total incomplete 15 of 40 (75/2 %) [15..25] 1/1/0\n"
         "a unanswered - of 10 [0..10] 0/1/0\n"
         "e scored 15 of 30 (50 %) 1/0/0\n"},
        /* it is not "not applicable" */
        {HERE, KEEP, THIRDS, "answers: {b: n/a, c: 2}",
         "total incomplete 5 of 10 (50 %) [5..10] 1/1/1\n"
         "a incomplete 5 of 10 (50 %) [5..10] 1/1/1\n"
         "b not_applicable - of 10/3 0/0/1\n"
         "c scored 10/3 of 10/3 (100 %) 1/0/0\n"
         "d unanswered - of 10/3 [0..10/3] 0/1/0\n"},
        {HERE, REDUCE, THIRDS, "answers: {b: n/a, c: 2}",
         "total incomplete 10/3 of 20/3 (50 %) [10/3..20/3] 1/1/1\n"
         "a incomplete 10/3 of 20/3 (50 %) [10/3..20/3] 1/1/1\n"
         "b not_applicable - of 10/3 0/0/1\n"
         "c scored 10/3 of 10/3 (100 %) 1/0/0\n"
         "d unanswered - of 10/3 [0..10/3] 0/1/0\n"},
        /* what weighs nothing does not keep a result from being complete */
        {HERE, KEEP, WITH_ZERO, "answers: {b: 1, d: 2}",
         "total incomplete 15/2 of 10 (75 %) 2/1/0 complete\n"
         "a incomplete 15/2 of 10 (75 %) 2/1/0\n"
         "b scored 5/2 of 5 (50 %) 1/0/0\n"
         "c unanswered - of 0 [0..0] 0/1/0\n"
         "d scored 5 of 5 (100 %) 1/0/0\n"},
        {HERE, KEEP, WITH_ZERO, "answers: {c: 2}",
         "total incomplete 0 of 10 (0 %) [0..10] 1/2/0\n"
         "a incomplete 0 of 10 (0 %) [0..10] 1/2/0\n"
         "b unanswered - of 5 [0..5] 0/1/0\n"
         "c scored 0 of 0 (100 %) 1/0/0\n"
         "d unanswered - of 5 [0..5] 0/1/0\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

static void own_values_bound_what_is_not_agreed(void **state)
{
    static const row rows[] = {
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: g}\n",
         "evaluators: [{id: A}, {id: B}]\nanswers: {a: {by: {A: 2, B: 1}}}",
         "total unanswered - of 10 [5..10] 0/1/0\n"
         "a unanswered - of 10 [5..10] 0/1/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: odd}\n",
         "evaluators: [{id: A}, {id: B}, {id: C}]\nanswers: {a: {by: {A: 1, B: -1, C: 1}}}",
         "total unanswered - of 10 [0..4] 0/1/0\n"
         "a unanswered - of 10 [0..4] 0/1/0\n"},
        /* an n/a among them: anything is possible */
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: g}\n",
         "evaluators: [{id: A}, {id: B}]\nanswers: {a: {by: {A: 1, B: n/a}}}",
         "total unanswered - of 10 [0..10] 0/1/0\n"
         "a unanswered - of 10 [0..10] 0/1/0\n"},
        /* agreed: only the agreed value counts */
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: g}\n",
         "evaluators: [{id: A}, {id: B}]\nanswers: {a: {value: 1, by: {A: 2, B: n/a}}}",
         "total scored 5 of 10 (50 %) 1/0/0 complete\n"
         "a scored 5 of 10 (50 %) 1/0/0\n"},
        /* so far it counts at the bottom, though nobody thinks that low of it */
        {HERE, KEEP, TWO, "evaluators: [{id: A}]\nanswers: {b: 2, c: {by: {A: 1}}}",
         "total incomplete 5 of 10 (50 %) [15/2..15/2] 1/1/0\n"
         "a incomplete 5 of 10 (50 %) [15/2..15/2] 1/1/0\n"
         "b scored 5 of 5 (100 %) 1/0/0\n"
         "c unanswered - of 5 [5/2..5/2] 0/1/0\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- answered as a whole ---- */

static void a_node_may_be_answered_itself(void **state)
{
    static const row rows[] = {
        {HERE, KEEP, INNER_AND_AREA, "answers: {b: {percent: 50}, c: {points: 10}, e: {points: 7.5}}",
         "total scored 65/2 of 100 (65/2 %) 3/0/0 complete\n"
         "a scored 25 of 40 (125/2 %) 2/0/0\n"
         "b scored 15 of 30 (50 %) 1/0/0\n"
         "c scored 10 of 10 (100 %) 1/0/0\n"
         "e scored 15/2 of 60 (25/2 %) 1/0/0\n"},
        {HERE, KEEP, INNER_AND_AREA, "answers: {total: {points: 33}}",
         "total scored 33 of 100 (33 %) 1/0/0 complete\n"},
        {HERE, REDUCE, INNER_AND_AREA, "answers: {total: {percent: 33}}",
         "total scored 33 of 100 (33 %) 1/0/0 complete\n"},
        {HERE, KEEP, INNER_AND_AREA, "answers: {a: {percent: 25}}",
         "total incomplete 10 of 100 (10 %) [10..70] 1/1/0\n"
         "a scored 10 of 40 (25 %) 1/0/0\n"
         "e unanswered - of 60 [0..60] 0/1/0\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- printed figures ---- */

static void a_printed_figure_is_an_interval(void **state)
{
    static const row rows[] = {
        {HERE, KEEP, "- {id: a, title: T, max: 15}\n", "precision: printed\nanswers: {a: {percent: 80}}",
         "total scored 12 of 15 (80 %) [477/40..483/40] 1/0/0 complete\n"
         "a scored 12 of 15 (80 %) [477/40..483/40] 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 20}\n", "precision: printed\nanswers: {a: {points: 9}}",
         "total scored 9 of 20 (45 %) [17/2..19/2] 1/0/0 complete\n"
         "a scored 9 of 20 (45 %) [17/2..19/2] 1/0/0\n"},
        /* the last decimal as it was printed */
        {HERE, KEEP, "- {id: a, title: T, max: 20}\n", "precision: printed\nanswers: {a: {points: 9.50}}",
         "total scored 19/2 of 20 (95/2 %) [1899/200..1901/200] 1/0/0 complete\n"
         "a scored 19/2 of 20 (95/2 %) [1899/200..1901/200] 1/0/0\n"},
        /* never below 0, never above the max */
        {HERE, KEEP,
         "- {id: a, title: T, max: 20}\n- {id: b, title: T, max: 20}\n- {id: c, title: T, max: 10}\n",
         "precision: printed\nanswers: {a: {points: 20}, b: {points: 0}, c: {percent: 100}}",
         "total scored 30 of 50 (60 %) [589/20..61/2] 3/0/0 complete\n"
         "a scored 20 of 20 (100 %) [39/2..20] 1/0/0\n"
         "b scored 0 of 20 (0 %) [0..1/2] 1/0/0\n"
         "c scored 10 of 10 (100 %) [199/20..10] 1/0/0\n"},
        /* a value of a scale was chosen, not rounded */
        {HERE, KEEP, "- {id: a, title: T, max: 10, scale: g}\n", "precision: printed\nanswers: {a: 1}",
         "total scored 5 of 10 (50 %) 1/0/0 complete\n"
         "a scored 5 of 10 (50 %) 1/0/0\n"},
        /* what is exact has no bounds beside it */
        {HERE, KEEP, "- {id: a, title: T, max: 15}\n", "precision: exact\nanswers: {a: {percent: 80}}",
         "total scored 12 of 15 (80 %) 1/0/0 complete\n"
         "a scored 12 of 15 (80 %) 1/0/0\n"},
        {HERE, KEEP, "- {id: a, title: T, max: 20}\n- {id: b, title: T, max: 10}\n",
         "precision: printed\nanswers: {a: {points: 9}}",
         "total incomplete 9 of 30 (30 %) [17/2..39/2] 1/1/0\n"
         "a scored 9 of 20 (45 %) [17/2..19/2] 1/0/0\n"
         "b unanswered - of 10 [0..10] 0/1/0\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- what is shown ---- */

static void results_are_rounded_once_for_display(void **state)
{
    static const struct {
        int line;
        const char *rounding, *max, *answer, *points, *percent;
    } rows[] = {
        {HERE, "{}", "100", "{percent: 53.75}", "54", "54"},
        {HERE, "{}", "1", "{percent: 50}", "1", "50"},
        {HERE, "{}", "1", "{percent: 49.9}", "0", "50"},
        {HERE, "{points: 1}", "8", "{percent: 62.725}", "5.0", "63"},
        {HERE, "{points: 2, percent: 1}", "3", "{points: 1}", "1.00", "33.3"},
        {HERE, "{points: 0, percent: 9}", "3", "{points: 2}", "2", "66.666666667"},
        {HERE, "{points: 1}", "10", "{points: 0.05}", "0.1", "1"},
        {HERE, "{}", "10", "n/a", "\xE2\x80\x93", "\xE2\x80\x93"},
        {HERE, "{}", "10", "", "\xE2\x80\x93", "\xE2\x80\x93"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_rubric *rubric;
        const kp_score *score;
        world_clear(w);
        rubric =
            rubric_of(w, kp_arena_printf(w->arena, "%srounding: %s\nareas: [{id: a, title: T, max: %s}]\n",
                                         RUBRIC_HEAD, rows[i].rounding, rows[i].max));
        score =
            kp_score_evaluation(w->arena, evaluation_of(w, rubric,
                                                        kp_arena_printf(w->arena, "%sanswers: {a: %s}\n",
                                                                        EVALUATION_HEAD, rows[i].answer)));
        assert_text_at(rows[i].line, kp_points_shown(w->arena, score, &score->results[1]), rows[i].points);
        assert_text_at(rows[i].line, kp_percent_shown(w->arena, score, &score->results[1]), rows[i].percent);
    }
}

static void shown_parts_need_not_add_up(void **state)
{
    static const struct {
        int line;
        const char *areas, *body, *node;
        bool differ;
    } rows[] = {
        /* as in area 2 of Eskilstuna 2011: 14, 6, 9, 8, 10 and 8 are 55, and the area shows 54 */
        {HERE,
         "- id: a\n  title: T\n  max: 100\n  questions:\n"
         "  - {id: q1, title: T, max: 20}\n  - {id: q2, title: T, max: 15}\n  - {id: q3, title: T, max: 15}\n"
         "  - {id: q4, title: T, max: 15}\n  - {id: q5, title: T, max: 20}\n  - {id: q6, title: T, max: "
         "15}\n",
         "answers: {q1: {percent: 70}, q2: {percent: 37}, q3: {percent: 60}, q4: {percent: 50}, q5: "
         "{percent: 50}, "
         "q6: {percent: 50}}",
         "a", true},
        {HERE, TWO, "answers: {b: 1, c: 1}", "a", true}, /* 2.5 + 2.5 = 5, shown as 3 + 3 and 5 */
        {HERE, TWO, "answers: {b: 2, c: 0}", "a", false},
        {HERE, TWO, "answers: {b: 2, c: 0}", "total", false},
        {HERE, TWO, "answers: {b: 1}", "a", false},             /* 2.5 and a dash: 3 and 3 */
        {HERE, TWO, "", "a", false},                            /* nothing is shown */
        {HERE, TWO, "answers: {a: {points: 2.5}}", "a", false}, /* no parts are shown */
        {HERE, TWO, "answers: {a: {points: 2.5}}", "b", false},
        {HERE, TWO, "answers: {b: 1, c: 1}", "b", false}, /* a leaf has no parts */
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_score *score;
        world_clear(w);
        score = score_of(w, KEEP, rows[i].areas, rows[i].body);
        assert_int_at(rows[i].line,
                      kp_shown_parts_differ(w->arena, score, kp_rubric_find(score->rubric, rows[i].node)),
                      rows[i].differ);
    }
}

static void states_have_names(void **state)
{
    (void)state;
    assert_text(kp_result_state_name(KP_SCORED), "scored");
    assert_text(kp_result_state_name(KP_INCOMPLETE), "incomplete");
    assert_text(kp_result_state_name(KP_NONE_ANSWERED), "unanswered");
    assert_text(kp_result_state_name(KP_IS_NOT_APPLICABLE), "not_applicable");
    assert_text(kp_result_state_name(KP_UNWEIGHTED), "unweighted");
    assert_text(kp_result_state_name(KP_RESULT_STATE__COUNT), "?");
}

/* Whatever is answered, 0 <= low <= points and high <= max, on every node. */
static void results_stay_within_their_bounds(void **state)
{
    static const char *const answers[] = {"", "0", "1", "2", "n/a", "{by: {A: 1}}", "{by: {A: n/a}}"};
    enum { COUNT = sizeof(answers) / sizeof(answers[0]) };
    world *w = *state;

    for (size_t n = 0; n < COUNT * COUNT * COUNT * 2; n++) {
        const kp_score *score;
        world_clear(w);
        score = score_of(w, n % 2 ? KEEP : REDUCE, NESTED,
                         kp_arena_printf(w->arena, "evaluators: [{id: A}]\nanswers: {b: %s, d: %s, e: %s}",
                                         answers[n / 2 % COUNT], answers[n / 2 / COUNT % COUNT],
                                         answers[n / 2 / COUNT / COUNT]));
        assert_non_null(score);
        for (uint32_t i = 0; i < score->rubric->node_count; i++) {
            const kp_result *r = &score->results[i];
            if (!kp_has_bounds(r))
                continue;
            assert_true(kp_num_sign(r->low) >= 0 && kp_num_cmp(r->low, r->high) <= 0);
            assert_true(kp_num_cmp(r->high, r->max) <= 0);
            assert_true(!kp_has_score(r) ||
                        (kp_num_sign(r->points) >= 0 && kp_num_cmp(r->points, r->low) <= 0));
        }
    }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_fraction_of_a_leaf),
        TEST(the_fraction_of_an_inner_node_is_a_weighted_mean),
        TEST(not_applicable_leaves_every_denominator),
        TEST(where_only_weight_0_is_left_there_is_no_score),
        TEST(unanswered_counts_at_the_bottom_and_has_bounds),
        TEST(own_values_bound_what_is_not_agreed),
        TEST(a_node_may_be_answered_itself),
        TEST(a_printed_figure_is_an_interval),
        TEST(results_are_rounded_once_for_display),
        TEST(shown_parts_need_not_add_up),
        TEST(states_have_names),
        TEST(results_stay_within_their_bounds),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("score", tests, NULL, NULL) != 0;
}
