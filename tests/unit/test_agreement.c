/* tests/unit/test_agreement.c - how far evaluators agree: published examples, and spreads worked by hand. */
#include "support.h"

#include "kompass/agreement.h"

/* ---- alpha, published ----
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): a row an observer, a character a unit,
 * '.' a missing value.
 */

static size_t ratings_of(const char *const *observers, kp_rating *ret)
{
    size_t count = 0;

    for (; *observers; observers++)
        for (uint32_t unit = 0; (*observers)[unit]; unit++)
            if ((*observers)[unit] != '.')
                ret[count++] = (kp_rating){0, unit, kp_num_int((*observers)[unit] - '0')};
    return count;
}

static void alpha_as_published(void **state)
{
    static const struct {
        int line;
        const char *observers[6];
        const char *shown,
            *exact; /* exact: worked out from the coincidences in fractions, by hand or program */
        uint32_t values;
    } rows[] = {
        /* section A, two observers and two values, where every metric gives the same: 1 - 19*4/(14*6) */
        {HERE, {"0100000010", "1110010000"}, "0.095", "2/21", 20},
        /* section D, four observers, 12 units, missing values; for ordinal data 0.815. Unit 12 has one value
         */
        {HERE,
         {"123321412...", "1233224125.3", ".3332342251.", "12332441251."},
         "0.815",
         "108577/133160",
         40},
        /* chance, and worse than chance */
        {HERE, {"01", "10"}, "-0.500", "-1/2", 4},
        {HERE, {"0011", "0101"}, "0.125", "1/8", 8},
        {HERE, {"012", "012", "012"}, "1.000", "1", 9},
    };

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world *w = *state;
        kp_rating ratings[64];
        kp_num alpha = kp_num_int(9);
        uint32_t values = 0;
        size_t count = ratings_of(rows[i].observers, ratings);
        assert_true_at(rows[i].line, kp_alpha(w->arena, ratings, count, &alpha, &values));
        assert_text_at(rows[i].line, kp_num_fixed(w->arena, alpha, 3), rows[i].shown);
        assert_num_at(rows[i].line, w, alpha, rows[i].exact);
        assert_int_at(rows[i].line, values, rows[i].values);
    }
}

static void alpha_where_there_is_none(void **state)
{
    static const struct {
        int line;
        const char *observers[4];
        uint32_t values;
    } rows[] = {
        {HERE, {NULL}, 0},           {HERE, {"0123"}, 0}, /* one observer */
        {HERE, {"01..", "..23"}, 0},                      /* never the same unit */
        {HERE, {"11", "11"}, 4},                          /* no variation */
        {HERE, {"11.2", "11.."}, 4},                      /* none among what can be paired */
    };

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world *w = *state;
        kp_rating ratings[64];
        kp_num alpha = kp_num_int(9);
        uint32_t values = 9;
        size_t count = ratings_of(rows[i].observers, ratings);
        assert_true_at(rows[i].line, !kp_alpha(w->arena, ratings, count, &alpha, &values));
        assert_num_at(rows[i].line, w, alpha, "9"); /* untouched */
        assert_int_at(rows[i].line, values, rows[i].values);
    }
}

/* ---- an evaluation as text ----
 * "ID LEVELS (SHARE)" a question, furthest apart first; "SET n exact within_one alpha values". */

static void put_set(world *w, const char *name, const kp_agreed *g)
{
    kp_buf_printf(&w->buf, "%s %u %u %u %s %u\n", name, (unsigned)g->n, (unsigned)g->exact,
                  (unsigned)g->within_one, g->has_alpha ? num_text(w->arena, g->alpha) : "-",
                  (unsigned)g->values);
}

static const char *agreement_text(world *w, const char *by)
{
    const kp_rubric *rubric = rubric_of(
        w, RUBRIC_HEAD "scales:\n"
                       "  g: [{value: 0}, {value: 1}, {value: 5}]\n"
                       "  j: [{value: 0}, {value: 1}]\n"
                       "  p: {min: 0, max: 200}\n"
                       "areas:\n"
                       "- id: a\n"
                       "  title: A\n"
                       "  max: 10\n"
                       "  questions: [{id: a1, title: T, scale: g}, {id: a2, title: T, scale: g}]\n"
                       "- id: b\n"
                       "  title: B\n"
                       "  max: 10\n"
                       "  questions: [{id: b1, title: T, scale: p}, {id: b2, title: T, scale: j}]\n");
    const kp_evaluation *e = evaluation_of(
        w, rubric,
        kp_arena_printf(w->arena, EVALUATION_HEAD "evaluators: [{id: X}, {id: Y}, {id: Z}]\nanswers:\n%s",
                        by));
    const kp_agreement g = kp_agreement_of(w->arena, kp_score_evaluation(w->arena, e));

    kp_buf_clear(&w->buf);
    for (uint32_t i = 0; i < g.count; i++)
        kp_buf_printf(&w->buf, "%s %s (%s)\n", g.questions[i].node->id,
                      g.questions[i].compared ? num_text(w->arena, g.questions[i].levels) : "-",
                      num_text(w->arena, g.questions[i].share));
    put_set(w, "total", &g.total);
    for (uint32_t i = 0; i < g.area_count; i++)
        put_set(w, g.areas[i].area->id, &g.areas[i]);
    for (uint32_t i = 0; i < g.scale_count; i++)
        put_set(w, kp_arena_printf(w->arena, "scale %s", g.scales[i].scale->id), &g.scales[i]);
    return kp_buf_text(&w->buf);
}

static void spreads_and_sets(void **state)
{
    static const struct {
        int line;
        const char *answers, *want;
    } rows[] = {
        /* Levels, not values: from 0 to 5 are two. A tenth of a scale without levels is one. Who is alone is
         * not compared. Alpha of a: values 0 5 | 1 1 1, mean ranks 0.5 4.5 | 2.5, so observed (4^2)/1 x (5 -
         * 1) = 64, expected 5 x 39.25 - 12.5^2 = 40. Areas of one scale have one, the total of several has
         * none. */
        {HERE,
         "  a1: {value: 1, by: {X: 0, Y: 5}}\n  a2: {by: {X: 1, Y: 1, Z: 1}}\n"
         "  b1: {by: {X: 100, Z: 130}}\n  b2: {by: {Y: 1}}\n",
         "a1 2 (1)\nb1 3/2 (3/20)\na2 0 (0)\nb2 - (0)\n"
         "total 3 1 1 -3/13 7\na 2 1 1 -3/5 5\nb 1 0 0 0 2\nscale g 2 1 1 -3/5 5\nscale p 1 0 0 0 2\n"},
        /* "not applicable": the whole scale away from a value, missing for alpha; all of them agree. */
        {HERE, "  a1: {by: {X: n/a, Y: 5}}\n  a2: {by: {X: n/a, Y: n/a}}\n  b2: {by: {X: 1, Y: 1, Z: n/a}}\n",
         "a1 2 (1)\nb2 1 (1)\na2 0 (0)\n"
         "total 3 1 2 - 2\na 2 1 1 - 0\nb 1 0 1 - 2\nscale g 2 1 1 - 0\nscale j 1 0 1 - 2\n"},
        /* One scale in all: alpha in all, too. */
        {HERE, "  a1: {by: {X: 0, Y: 0}}\n  a2: {by: {X: 5, Y: 5}}\n",
         "a1 0 (0)\na2 0 (0)\ntotal 2 2 2 1 4\na 2 2 2 1 4\nscale g 2 2 2 1 4\n"},
        {HERE, "  a1: 1\n", "total 0 0 0 - 0\n"}, /* nobody */
    };

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world *w = *state;
        world_clear(w);
        assert_text_at(rows[i].line, agreement_text(w, rows[i].answers), rows[i].want);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(alpha_as_published),
        TEST(alpha_where_there_is_none),
        TEST(spreads_and_sets),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("agreement", tests, NULL, NULL) != 0;
}
