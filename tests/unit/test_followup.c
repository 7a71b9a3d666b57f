/* tests/unit/test_followup.c - follow-ups: periods, words, and what indicators say of their year. */
#include "support.h"

#include <string.h>

#include "kompass/outcome.h"
#include "kompass/tracking.h"

/* ---- periods ---- */

static void a_period_is_a_year_or_month_that_exists(void **state)
{
    world *w = *state;
    static const struct {
        int line;
        const char *text; /* NULL in `shown`: no period */
        const char *shown;
        int first, last;
    } rows[] = {
        {HERE, "2018", "2018", 2018 * 12, 2018 * 12 + 11},
        {HERE, "2018-01", "2018-01", 2018 * 12, 2018 * 12},
        {HERE, "2018-12", "2018-12", 2018 * 12 + 11, 2018 * 12 + 11},
        {HERE, "0001", "0001", 12, 23},
        {HERE, "9999-06", "9999-06", 9999 * 12 + 5, 9999 * 12 + 5},
        {HERE, "0000", NULL, 0, 0},
        {HERE, "2018-00", NULL, 0, 0},
        {HERE, "2018-13", NULL, 0, 0},
        {HERE, "2018-1", NULL, 0, 0},
        {HERE, "2018-06-30", NULL, 0, 0},
        {HERE, "18", NULL, 0, 0},
        {HERE, "", NULL, 0, 0},
        {HERE, "2018/06", NULL, 0, 0},
    };

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_period period = {7, 7};
        const bool is = kp_period_parse(rows[i].text, &period);
        assert_int_equal(is, rows[i].shown != NULL);
        if (!is) {
            assert_int_equal(period.year, 7); /* untouched */
            continue;
        }
        assert_text_at(rows[i].line, kp_period_text(w->arena, period), rows[i].shown);
        assert_int_equal(kp_period_first(period), rows[i].first);
        assert_int_equal(kp_period_last(period), rows[i].last);
    }
}

static void words_and_values_belong_together(void **state)
{
    (void)state;
    assert_text(kp_word_for(kp_statuses, KP_STATUS_DROPPED), "dropped");
    assert_text(kp_word_for(kp_statuses, KP_STATUS_NOT_STATED), "not_stated");
    assert_text(kp_word_for(kp_commitment_kinds, KP_COMMITMENT), "commitment");
    assert_text(kp_word_for(kp_area_assessments, KP_ASSESSED_NEAR), "not_stated");
    assert_text(kp_reported_name(KP_REPORTED_DIRECTIVES), "directives");
    for (int what = 0; what < KP_REPORTED__COUNT; what++)
        for (const kp_word *word = kp_reported_words((kp_reported_what)what); word->word; word++)
            assert_true(word->value > 0 && word->value < KP_REPORTED_TOTAL);
}

/* ---- one indicator of 2018, as JSON words ---- */

static kp_followup *read(world *w, const char *text)
{
    kp_source *source = KP_NEW(w->arena, kp_source);
    kp_reader reader = {w->arena, source, w->sink};
    kp_followup *followup;

    *source = (kp_source){.name = "u.yaml", .text = text, .length = strlen(text)};
    followup = kp_followup_read(&reader, kp_ytree_read(w->arena, source, w->sink));
    kp_check_followup(&reader, followup, NULL);
    return followup;
}

static const struct {
    int line;
    const char *indicators, *met, *direction;
} said[] = {
    {HERE, "{series: {2017: 92, 2018: 83}, target: {2018: 93}}", "no", "worse"},
    {HERE, "{series: {2017: 92, 2018: 93}, target: {2018: 93}}", "yes", "better"},
    {HERE, "{series: {2017: 0.1, 2018: 0.10}, target: 0.100}", "yes", "same"},
    {HERE, "{better: lower, series: {2017: 92, 2018: 83}, target: 83}", "yes", "better"},
    {HERE, "{series: {2018: 83}}", "unknown", "unknown"},
    {HERE, "{target: 83}", "unknown", "unknown"},
    /* an earlier year counts for nothing, nor does a later one */
    {HERE, "{series: {2016: 1, 2017: 2, 2019: 3}, target: 1}", "unknown", "unknown"},
    {HERE, "{series: {2018: 83, 2019: 99}, target: {2019: 95}}", "unknown", "unknown"},
    /* not measured: forecasts, gaps; carried on: held against the target only */
    {HERE, "{series: {2017: 92, 2018: {forecast: 99}}, target: 93}", "unknown", "unknown"},
    {HERE, "{series: {2017: 92, 2018: {missing: true}}, target: 93}", "unknown", "unknown"},
    {HERE, "{series: {2017: 92, 2018: }, target: 93}", "unknown", "unknown"},
    {HERE, "{series: {2017: 92, 2018: {value: 92, measured: 2017}}, target: 93}", "no", "unknown"},
    {HERE, "{series: {2016: 90, 2018: {value: 95, measured: 2018-05}}, target: 93}", "yes", "better"},
    /* the latest earlier value, also where it was carried on since */
    {HERE, "{series: {2015: 9, 2017: {value: 1, measured: 2014}, 2018: 5}}", "unknown", "worse"},
    {HERE, "{series: {2016: 9, 2017: {value: 9, measured: 2016}, 2018: 9}}", "unknown", "same"},
    /* months: the last one; against the month before, the target of the year */
    {HERE, "{series: {2018-10: 6, 2018-11: 4, 2018-12: 5}, target: {2018: 5}}", "yes", "better"},
    {HERE, "{series: {2018-12: 5}, target: {2018-11: 6, 2018-12: 5}}", "yes", "unknown"},
    {HERE, "{series: {2018-06: 5}, target: {2018-03: 5, 2018-09: 9}}", "yes", "unknown"},
    {HERE, "{series: {2017: 4, 2018-12: 9, 2018: 5}, target: 5}", "yes", "better"},
    {HERE, "{series: {2017-12: 7, 2017: 4, 2018: 5}}", "unknown", "better"},
    /* a break: from 2018 on, from before both, in the middle of the year */
    {HERE, "{series: {2017: 92, 2018: 83}, break: 2018}", "unknown", "unknown"},
    {HERE, "{series: {2017: 92, 2018: 83}, break: 2017}", "unknown", "worse"},
    {HERE, "{series: {2017: 92, 2018: 83}, break: 2019}", "unknown", "worse"},
    {HERE, "{series: {2017: 92, 2018: 83}, break: 2018-07}", "unknown", "unknown"},
    /* others and parts decide nothing */
    {HERE, "{series: {2018: 1}, target: 2, compare: [{series: {2018: 9}}]}", "no", "unknown"},
    {HERE, "{target: 2, breakdown: [{series: {2017: 1, 2018: 9}}]}", "unknown", "unknown"},
    /* several: key, else all with a target; one missed is no; unknown where they point apart */
    {HERE, "{key: true, series: {2018: 1}, target: 2}, {series: {2018: 3}, target: 2}", "no", "unknown"},
    {HERE, "{key: true, series: {2018: 3}, target: 2}, {series: {2018: 1}, target: 2}", "yes", "unknown"},
    {HERE, "{key: true, series: {2018: 3}}, {series: {2018: 3}, target: 2}", "unknown", "unknown"},
    {HERE, "{series: {2018: 3}, target: 2}, {series: {2018: 1}, target: 2}", "no", "unknown"},
    {HERE, "{series: {2018: 3}, target: 2}, {target: 2}", "unknown", "unknown"},
    {HERE, "{series: {2018: 3}, target: 2}, {series: {2018: 1}}", "yes", "unknown"},
    {HERE, "{series: {2017: 1, 2018: 2}}, {series: {2017: 2, 2018: 1}}", "unknown", "unknown"},
    {HERE, "{series: {2017: 1, 2018: 2}}, {series: {2017: 2, 2018: 2}}", "unknown", "better"},
    {HERE, "{series: {2017: 3, 2018: 2}}, {series: {2017: 2, 2018: 2}}", "unknown", "worse"},
    {HERE, "{series: {2017: 1, 2018: 2}}, {series: {2018: 2}}", "unknown", "unknown"},
};

static void what_indicators_say_of_their_year(void **state)
{
    world *w = *state;
    for (size_t i = 0; i < LENGTH(said); i++) {
        kp_year_facts year;
        world_clear(w);
        year = kp_track_year(
            w->arena, read(w, kp_arena_printf(w->arena,
                                              "kompass: followup/1\nid: u\nunit: {name: U}\nyear: 2018\n"
                                              "goals: [{id: G, indicators: [%s]}]\n",
                                              said[i].indicators)));
        assert_int_equal(kp_sink_errors(w->sink), 0);
        assert_text_at(said[i].line, kp_target_met_name(year.goal_facts[0].met), said[i].met);
        assert_text_at(said[i].line, kp_direction_name(year.goal_facts[0].direction), said[i].direction);
    }
}

/* ---- counts, labels, order ---- */

static void counts_are_of_what_is_listed(void **state)
{
    world *w = *state;
    const kp_followup *f = read(w, "kompass: followup/1\nid: u\nlanguage: sv\nunit: {name: U}\nyear: 2018\n"
                                   "labels: {near: gul, done: {sv: klart, en: finished}}\n"
                                   "reported: {goals: {near: 1, total: 3}, assignments: {done: 2}}\n"
                                   "goals: [{assessment: near}, {assessment: near}, {id: G}]\n"
                                   "commitments: [{kind: assignment, status: done}, {status: done}, {}]\n");
    const kp_year_facts year = kp_track_year(w->arena, f);

    assert_int_equal(kp_listed(&year, KP_REPORTED_GOALS, KP_ASSESSED_NEAR), 2);
    assert_int_equal(kp_listed(&year, KP_REPORTED_GOALS, KP_ASSESSED_NOT_STATED), 1);
    assert_int_equal(kp_listed(&year, KP_REPORTED_GOALS, KP_REPORTED_TOTAL), 3);
    assert_int_equal(kp_listed(&year, KP_REPORTED_COMMITMENTS, KP_STATUS_DONE), 2);
    assert_int_equal(kp_listed(&year, KP_REPORTED_ASSIGNMENTS, KP_STATUS_DONE), 1);
    assert_int_equal(kp_listed(&year, KP_REPORTED_ASSIGNMENTS, KP_REPORTED_TOTAL), 1);
    assert_int_equal(kp_listed(&year, KP_REPORTED_DIRECTIVES, KP_REPORTED_TOTAL), 0);
    assert_true(kp_count_differs(&year, KP_REPORTED_GOALS));
    assert_true(kp_count_differs(&year, KP_REPORTED_ASSIGNMENTS));
    assert_false(kp_count_differs(&year, KP_REPORTED_COMMITMENTS));
    assert_text(kp_followup_label(f, "near", "en"), "gul");
    assert_text(kp_followup_label(f, "done", "en"), "finished");
    assert_text(kp_followup_label(f, "done", "nb"), "klart");
    assert_null(kp_followup_label(f, "reached", "sv"));
}

static const kp_followup *dated(world *w, const char *id, const char *as_of, int year)
{
    kp_followup *f = KP_NEW(w->arena, kp_followup);

    *f = (kp_followup){.id = id, .as_of = as_of, .year = year};
    return f;
}

/* A date that is not whole means the end of its year or month; then the id decides. */
static void follow_ups_come_in_the_order_of_their_dates(void **state)
{
    world *w = *state;
    const kp_followup *list[] = {
        dated(w, "f", NULL, 2018),         dated(w, "e", "2018-12-30", 2018), dated(w, "d", "2018-06", 2018),
        dated(w, "c", "2018-06-30", 2018), dated(w, "b", "2019-01-15", 2018), dated(w, "a", "2018", 2018),
    };
    const kp_tracking *t = kp_track(w->arena, list, LENGTH(list));
    const char *order = "";

    for (uint32_t i = 0; i < t->year_count; i++)
        order = kp_arena_printf(w->arena, "%s%s", order, t->years[i].followup->id);
    assert_text(order, "cdeafb");
    assert_int_equal(t->item_count, 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(a_period_is_a_year_or_month_that_exists),     TEST(words_and_values_belong_together),
        TEST(what_indicators_say_of_their_year),           TEST(counts_are_of_what_is_listed),
        TEST(follow_ups_come_in_the_order_of_their_dates),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("followup", tests, NULL, NULL) != 0;
}
