/* tests/unit/test_audit.c - do a printed report's figures fit together? (contract, section 4, `published`) */
#include "support.h"

#include <string.h>

#include "kompass/audit.h"

/* ---- findings as text ----
 * "ID pair|sum|above OWN_LOW..OWN_HIGH OTHER_LOW..OTHER_HIGH of MAX", a line a finding.
 */

static const char *interval_text(world *w, kp_num low, kp_num high)
{
    return kp_arena_printf(w->arena, "%s..%s", num_text(w->arena, low), num_text(w->arena, high));
}

static const char *audit_text(world *w, const kp_evaluation *e)
{
    const kp_audit audit = kp_audit_evaluation(w->arena, e);

    kp_buf_clear(&w->buf);
    for (uint32_t i = 0; i < audit.count; i++) {
        const kp_audit_finding *f = &audit.findings[i];
        kp_buf_printf(&w->buf, "%s %s", f->node->id, f->above_max ? "above" : f->is_sum ? "sum" : "pair");
        if (!f->above_max)
            kp_buf_printf(&w->buf, " %s %s", interval_text(w, f->own_low, f->own_high),
                          interval_text(w, f->other_low, f->other_high));
        kp_buf_printf(&w->buf, " of %s\n", num_text(w->arena, f->max));
    }
    return kp_buf_text(&w->buf);
}

typedef struct row {
    int line;
    const char *policy, *areas, *body, *want;
} row;

static void check_rows(world *w, const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const kp_rubric *rubric;
        const kp_evaluation *e;
        world_clear(w);
        rubric = rubric_of(w, kp_arena_printf(w->arena, "%snot_applicable: %s\nareas:\n%s", RUBRIC_HEAD,
                                              rows[i].policy, rows[i].areas));
        e = rubric
                ? evaluation_of(w, rubric, kp_arena_printf(w->arena, "%s%s\n", EVALUATION_HEAD, rows[i].body))
                : NULL;
        assert_codes_at(rows[i].line, w, "");
        assert_true_at(rows[i].line, e != NULL);
        assert_text_at(rows[i].line, audit_text(w, e), rows[i].want);
    }
}

#define KEEP "rescale"
#define REDUCE "reduce"
#define LEAF "- {id: a, title: T, max: 20}\n"
#define TWO                                                                                                  \
    "- id: a\n  title: T\n  max: 30\n  questions:\n  - {id: b, title: T, max: 20}\n"                         \
    "  - {id: c, title: T, max: 10}\n"
#define TWO_AREAS TWO "- {id: e, title: T, max: 70}\n"

/* ---- points and percent of one node ---- */

static void points_and_percent_must_have_a_value_in_common(void **state)
{
    static const row rows[] = {
        {HERE, KEEP, LEAF, "published: {a: {points: 9, percent: 45}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 9, percent: 37}}",
         "a pair 73/10..15/2 17/2..19/2 of 20\n"},
        /* closed intervals: they may meet in one point (42.5 % is 8.5) */
        {HERE, KEEP, LEAF, "published: {a: {points: 9, percent: 42}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 9, percent: 48}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 9, percent: 41}}",
         "a pair 81/10..83/10 17/2..19/2 of 20\n"},
        {HERE, KEEP, LEAF, "published: {a: {points: 9, percent: 49}}",
         "a pair 97/10..99/10 17/2..19/2 of 20\n"},
        /* half a unit of the last decimal that is printed */
        {HERE, KEEP, LEAF, "published: {a: {points: 9.0, percent: 45}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 9.0, percent: 42}}",
         "a pair 83/10..17/2 179/20..181/20 of 20\n"},
        {HERE, KEEP, LEAF, "published: {a: {points: 9, percent: 42.4}}",
         "a pair 847/100..849/100 17/2..19/2 of 20\n"},
        /* one figure alone, or none, says nothing against itself */
        {HERE, KEEP, LEAF, "published: {a: {points: 9}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {percent: 37}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {max: 50}}", ""},
        {HERE, KEEP, LEAF, "", ""},
        /* the printed max counts, not the rubric's */
        {HERE, KEEP, LEAF, "published: {a: {points: 9, max: 10, percent: 90}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 9, max: 10, percent: 45}}",
         "a pair 89/20..91/20 17/2..19/2 of 10\n"},
        /* printed figures are held against one another, never against the answers */
        {HERE, KEEP, LEAF, "answers: {a: {percent: 10}}\npublished: {a: {points: 18, percent: 90}}", ""},
        /* 0 and the max bound what a figure may stand for */
        {HERE, KEEP, LEAF, "published: {a: {points: 20, percent: 100}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 0, percent: 0}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 20, percent: 96}}",
         "a pair 191/10..193/10 39/2..20 of 20\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

static void nothing_is_above_its_max(void **state)
{
    static const row rows[] = {
        {HERE, KEEP, LEAF, "published: {a: {points: 21}}", "a above of 20\n"},
        {HERE, KEEP, LEAF, "published: {a: {points: 20.1}}", "a above of 20\n"},
        {HERE, KEEP, LEAF, "published: {a: {points: 20.0}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {percent: 101}}", "a above of 20\n"},
        {HERE, KEEP, LEAF, "published: {a: {percent: 100.1}}", "a above of 20\n"},
        {HERE, KEEP, LEAF, "published: {a: {points: 30, max: 30}}", ""},
        {HERE, KEEP, LEAF, "published: {a: {points: 11, max: 10}}", "a above of 10\n"},
        {HERE, KEEP, LEAF, "published: {a: {points: 21, percent: 50}}", "a above of 20\n"},
        /* half a point more than the max may have been rounded up from it */
        {HERE, KEEP, "- {id: a, title: T, max: 20.5}\n", "published: {a: {points: 21}}", ""},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- sums ---- */

static void a_node_must_be_a_sum_of_its_parts(void **state)
{
    static const row rows[] = {
        /* b 8.5 to 9.5 and c 3.5 to 4.5: together 12 to 14 */
        {HERE, KEEP, TWO, "published: {a: {points: 13}, b: {points: 9}, c: {points: 4}}", ""},
        {HERE, KEEP, TWO, "published: {a: {points: 14}, b: {points: 9}, c: {points: 4}}", ""}, /* 9.5 + 4.5 */
        {HERE, KEEP, TWO, "published: {a: {points: 12}, b: {points: 9}, c: {points: 4}}", ""},
        {HERE, KEEP, TWO, "published: {a: {points: 15}, b: {points: 9}, c: {points: 4}}",
         "a sum 29/2..31/2 12..14 of 30\n"},
        {HERE, KEEP, TWO, "published: {a: {points: 11}, b: {points: 9}, c: {points: 4}}",
         "a sum 21/2..23/2 12..14 of 30\n"},
        /* a percentage is as good as points */
        {HERE, KEEP, TWO, "published: {a: {percent: 50}, b: {points: 9}, c: {percent: 40}}",
         "a sum 297/20..303/20 249/20..271/20 of 30\n"},
        /* points and percent of a part together say more than each alone: b is 8.9 to 9.1 */
        {HERE, KEEP, TWO, "published: {a: {points: 14}, b: {points: 9, percent: 45}, c: {points: 4}}", ""},
        {HERE, KEEP, TWO, "published: {a: {points: 13.7}, b: {points: 9, percent: 45}, c: {points: 4}}",
         "a sum 273/20..55/4 62/5..68/5 of 30\n"},
        /* what is not printed may be anything from 0 to its max: a 23.5 and more is too much for b's 20 and
           c's 4 */
        {HERE, KEEP, TWO, "published: {a: {points: 24}, c: {points: 4}}", ""},
        {HERE, KEEP, TWO, "published: {a: {points: 25}, c: {points: 4}}", ""}, /* 24.5 = 20 + 4.5 */
        {HERE, KEEP, TWO, "published: {a: {points: 26}, c: {points: 4}}",
         "a sum 51/2..53/2 7/2..49/2 of 30\n"},
        {HERE, KEEP, TWO, "published: {a: {points: 3}, c: {points: 4}}", ""}, /* 3.5 = 0 + 3.5 */
        {HERE, KEEP, TWO, "published: {a: {points: 2}, c: {points: 4}}", "a sum 3/2..5/2 7/2..49/2 of 30\n"},
        {HERE, KEEP, TWO, "published: {a: {points: 25}}", ""},
        /* a node that is not printed passes on what is below it */
        {HERE, KEEP, TWO_AREAS, "published: {total: {points: 20}, b: {points: 20}, c: {points: 10}}",
         "total sum 39/2..41/2 29..100 of 100\n"},
        {HERE, KEEP, TWO_AREAS, "published: {total: {points: 30}, b: {points: 20}, c: {points: 10}}", ""},
        {HERE, KEEP, TWO_AREAS, "published: {total: {percent: 50}, a: {points: 10}, e: {points: 40}}", ""},
        {HERE, KEEP, TWO_AREAS, "published: {total: {percent: 60}, a: {points: 10}, e: {points: 40}}",
         "total sum 119/2..121/2 49..51 of 100\n"},
        /* figures that contradict one another only through others: a by itself would allow 58, but b and c
         * make it 19.95 at least, and e adds 38.5 */
        {HERE, KEEP, TWO_AREAS,
         "published: {total: {points: 58.4}, a: {points: 20}, b: {points: 13}, c: {points: 7.5}, e: {points: "
         "39}}",
         ""},
        {HERE, KEEP, TWO_AREAS,
         "published: {total: {points: 58.3}, a: {points: 20}, b: {points: 13}, c: {points: 7.5}, e: {points: "
         "39}}",
         "total sum 233/4..1167/20 1169/20..60 of 100\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* A figure that is reported enters sums with all that its figures allow, so that one mistake is told once. */
static void what_is_reported_enters_sums_with_its_hull(void **state)
{
    static const row rows[] = {
        /* b: 7.3 to 7.5, or 8.5 to 9.5; together with c (4.5 to 5.5) 11.8 to 15 */
        {HERE, KEEP, TWO, "published: {a: {points: 12}, b: {points: 9, percent: 37}, c: {points: 5}}",
         "b pair 73/10..15/2 17/2..19/2 of 20\n"},
        {HERE, KEEP, TWO, "published: {a: {points: 15}, b: {points: 9, percent: 37}, c: {points: 5}}",
         "b pair 73/10..15/2 17/2..19/2 of 20\n"},
        {HERE, KEEP, TWO, "published: {a: {points: 13}, b: {points: 9, percent: 37}, c: {points: 5}}",
         "b pair 73/10..15/2 17/2..19/2 of 20\n"},
        {HERE, KEEP, TWO, "published: {a: {points: 16}, b: {points: 9, percent: 37}, c: {points: 5}}",
         "a sum 31/2..33/2 59/5..15 of 30\n"
         "b pair 73/10..15/2 17/2..19/2 of 20\n"},
        /* a wrong sum is told where it is, and not again above: 10 (or 19 to 21) and 40 */
        {HERE, KEEP, TWO_AREAS,
         "published: {total: {points: 50}, a: {points: 10}, b: {points: 15}, c: {points: 5}, e: {points: "
         "40}}",
         "a sum 19/2..21/2 19..21 of 30\n"},
        {HERE, KEEP, TWO_AREAS,
         "published: {total: {points: 60}, a: {points: 10}, b: {points: 15}, c: {points: 5}, e: {points: "
         "40}}",
         "a sum 19/2..21/2 19..21 of 30\n"},
        {HERE, KEEP, TWO_AREAS,
         "published: {total: {points: 70}, a: {points: 10}, b: {points: 15}, c: {points: 5}, e: {points: "
         "40}}",
         "total sum 139/2..141/2 49..123/2 of 100\n"
         "a sum 19/2..21/2 19..21 of 30\n"},
        /* both of a pair and a sum may be wrong */
        {HERE, KEEP, TWO, "published: {a: {points: 20, percent: 90}, b: {points: 5}, c: {points: 5}}",
         "a pair 537/20..543/20 39/2..41/2 of 30\n"
         "a sum 39/2..543/20 9..11 of 30\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- not applicable ---- */

static void what_is_not_applicable_is_in_no_sum(void **state)
{
    static const row rows[] = {
        /* rescale: the others count for it, so points do not add up; the max stays */
        {HERE, KEEP, TWO, "answers: {c: n/a}\npublished: {a: {points: 30, percent: 100}, b: {points: 20}}",
         ""},
        {HERE, KEEP, TWO, "answers: {c: n/a}\npublished: {a: {points: 20, percent: 100}, b: {points: 20}}",
         "a pair 597/20..30 39/2..41/2 of 30\n"},
        /* reduce: they add up without it, and the max is what is left */
        {HERE, REDUCE, TWO, "answers: {c: n/a}\npublished: {a: {points: 20, percent: 100}, b: {points: 20}}",
         ""},
        {HERE, REDUCE, TWO, "answers: {c: n/a}\npublished: {a: {points: 10}, b: {points: 20}}",
         "a sum 19/2..21/2 39/2..20 of 20\n"},
        {HERE, REDUCE, TWO, "answers: {c: n/a}\npublished: {a: {points: 30}, b: {points: 20}}",
         "a above of 20\n"},
        {HERE, REDUCE, TWO_AREAS, "answers: {c: n/a}\npublished: {total: {points: 45, percent: 50}}", ""},
        {HERE, REDUCE, TWO_AREAS, "answers: {a: n/a}\npublished: {total: {points: 35, percent: 50}}", ""},
        {HERE, REDUCE, TWO_AREAS, "answers: {b: n/a, c: n/a}\npublished: {total: {points: 35, percent: 50}}",
         ""},
        {HERE, REDUCE, TWO_AREAS,
         "answers: {c: n/a}\npublished: {total: {points: 45, max: 100, percent: 45}}", ""},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- telling ---- */

static void findings_are_warnings_at_the_figure(void **state)
{
    world *w = *state;
    const kp_rubric *rubric = rubric_of(w, RUBRIC_HEAD "areas:\n" TWO_AREAS);
    kp_evaluation *e = evaluation_of(w, rubric,
                                     EVALUATION_HEAD "published:\n"
                                                     "  b: {points: 9, percent: 37}\n"
                                                     "  a: {points: 25}\n"
                                                     "  c: {points: 11}\n"
                                                     "  total: {percent: 101}\n"
                                                     "  e: {points: 3}\n");
    kp_reader reader = {w->arena, NULL, w->sink};

    assert_non_null(e);
    reader.source = &e->source;
    kp_audit_published(&reader, e);
    assert_codes(w, "7:3 KP080\n8:3 KP081\n9:3 KP082\n10:3 KP082");
    assert_int(kp_sink_errors(w->sink), 0);
    assert_told(w, "area a prints 25 points");
    assert_told(w, "the total prints 101 %");
    assert_told(w, "question b prints 9 of 20 points and 37 %; 37 % is 7.3 to 7.5 points");
}

static void a_finding_names_all_that_is_printed(void **state)
{
    static const struct {
        int line;
        const char *printed, *words;
    } rows[] = {
        {HERE, "a: {points: 25}, b: {points: 5}, c: {points: 5}",
         "area a prints 25 points, which means 24.5 to 25.5 points"},
        {HERE, "a: {percent: 80}, b: {points: 5}, c: {points: 5}",
         "area a prints 80 %, which means 23.85 to 24.15 points"},
        {HERE, "a: {points: 24, percent: 80}, b: {points: 5}, c: {points: 5}",
         "area a prints 24 points and 80 %, which"},
        {HERE, "b: {percent: 130}", "question b prints 130 %, more than"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_evaluation *e;
        kp_reader reader;
        world_clear(w);
        e = evaluation_of(w, rubric_of(w, RUBRIC_HEAD "areas:\n" TWO_AREAS),
                          kp_arena_printf(w->arena, "%spublished: {%s}\n", EVALUATION_HEAD, rows[i].printed));
        assert_non_null(e);
        reader = (kp_reader){w->arena, &e->source, w->sink};
        kp_audit_published(&reader, e);
        assert_told_at(rows[i].line, w, rows[i].words);
    }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(points_and_percent_must_have_a_value_in_common),
        TEST(nothing_is_above_its_max),
        TEST(a_node_must_be_a_sum_of_its_parts),
        TEST(what_is_reported_enters_sums_with_its_hull),
        TEST(what_is_not_applicable_is_in_no_sum),
        TEST(findings_are_warnings_at_the_figure),
        TEST(a_finding_names_all_that_is_printed),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("audit", tests, NULL, NULL) != 0;
}
