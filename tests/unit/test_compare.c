/* tests/unit/test_compare.c - rounds over the years and units side by side, each case worked by hand. */
#include <string.h>

#include "kompass/compare.h"
#include "support.h"

/* ---- making rounds ---- */

#define TWO_AREAS                                                                                            \
    "areas:\n"                                                                                               \
    "  - {id: \"1\", title: A, max: 100, questions: [{id: \"1.1\", title: B, max: 40}, {id: \"1.2\", "       \
    "title: C, max: "                                                                                        \
    "60}]}\n"                                                                                                \
    "  - {id: \"2\", title: D, max: 100}\n"

enum { MOST = 4 };

/* One round of a case: which rubric, which year, which unit, which answers. NULL ends a list of them. */
typedef struct round {
    const char *rubric_id, *rubric; /* what follows the head */
    int year;
    const char *unit; /* NULL: U */
    const char *answers;
} round;

static const kp_score *score_of(world *w, const round *r)
{
    kp_rubric *rubric = rubric_of(w, kp_arena_printf(w->arena, "%s%s", RUBRIC_HEAD, r->rubric));
    const kp_evaluation *e;

    assert_non_null(rubric);
    rubric->id = r->rubric_id; /* the file is called r.yaml */
    e = evaluation_of(w, rubric,
                      kp_arena_printf(w->arena,
                                      "kompass: evaluation/1\nid: e\nrubric: r\nunit: {name: %s}\nyear: %d\n"
                                      "answers: {%s}\n",
                                      r->unit ? r->unit : "U", r->year, r->answers));
    assert_codes(w, "");
    return kp_score_evaluation(w->arena, e);
}

/* "from to relation", one a line. */
static const kp_crosswalk *crosswalk_of(world *w, const char *rows)
{
    static const char *const words[KP_RELATION__COUNT] = {"same", "reworded", "narrower", "wider", "overlap"};
    kp_crosswalk *x = KP_NEW(w->arena, kp_crosswalk);

    if (!rows)
        return NULL;
    x->rows = KP_NEW_ARRAY(w->arena, strlen(rows), kp_crosswalk_row);
    for (const char *line = rows; *line; line += strcspn(line, "\n") + 1) {
        kp_crosswalk_row *row = &x->rows[x->row_count++];
        size_t from = strcspn(line, " "), to = strcspn(line + from + 1, " ");
        const char *relation = line + from + to + 2;
        row->from = kp_arena_strndup(w->arena, line, from);
        row->to = kp_arena_strndup(w->arena, line + from + 1, to);
        for (int i = 0; i < KP_RELATION__COUNT; i++)
            if (strncmp(relation, words[i], strcspn(relation, "\n")) == 0)
                row->relation = i;
    }
    return x;
}

static const kp_comparison *compare(world *w, const round *given, const char *rows, bool inverted)
{
    const kp_score **scores = KP_NEW_ARRAY(w->arena, MOST, const kp_score *);
    kp_round *rounds = KP_NEW_ARRAY(w->arena, MOST, kp_round);
    uint32_t count = 0;

    while (count < MOST && given[count].rubric) {
        scores[count] = score_of(w, &given[count]);
        count++;
    }
    kp_sort_rounds(scores, count);
    for (uint32_t k = 0; k < count; k++)
        rounds[k] = (kp_round){scores[k], k ? crosswalk_of(w, rows) : NULL, inverted};
    return kp_compare(w->arena, rounds, count);
}

/* ---- a comparison as text ----
 * A line a line: its id in each round ("-" where it has none), then for each step the status, the change in
 * points,
 * "*" where it counts like for like, and like for like in percent. */

static void put_step(world *w, const kp_line_round *cell, kp_buf *out)
{
    const char *name = kp_compared_name(cell->status);

    kp_buf_printf(out, " | %s", name ? name : "-");
    if (cell->has_change)
        kp_buf_printf(out, " %s", num_text(w->arena, cell->change));
    kp_buf_puts(out, cell->counted ? " *" : "");
    if (cell->has_like && cell->node->child_count)
        kp_buf_printf(out, " [%s %s]", num_text(w->arena, cell->like_from),
                      num_text(w->arena, cell->like_to));
}

static const char *comparison_text(world *w, const kp_comparison *c)
{
    kp_buf_clear(&w->buf);
    for (uint32_t i = 0; i < c->line_count; i++) {
        for (uint32_t k = 0; k < c->round_count; k++)
            kp_buf_printf(&w->buf, "%s%s", k ? " " : "",
                          c->lines[i]->rounds[k].node ? c->lines[i]->rounds[k].node->id : "-");
        for (uint32_t k = 1; k < c->round_count; k++)
            put_step(w, &c->lines[i]->rounds[k], &w->buf);
        kp_buf_putc(&w->buf, '\n');
    }
    for (uint32_t k = 1; k < c->round_count; k++) {
        const kp_step *step = &c->steps[k - 1];
        kp_buf_printf(&w->buf, "%u of %u, %s, %s\n", (unsigned)step->counted, (unsigned)step->deepest,
                      num_text(w->arena, step->points_from), num_text(w->arena, step->points_to));
    }
    return kp_buf_text(&w->buf);
}

typedef struct row {
    int line;
    round rounds[MOST];
    const char *crosswalk;
    bool inverted;
    const char *want;
} row;

static void check_rows(world *w, const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        world_clear(w);
        assert_text_at(rows[i].line,
                       comparison_text(w, compare(w, rows[i].rounds, rows[i].crosswalk, rows[i].inverted)),
                       rows[i].want);
    }
}

/* ---- one rubric ---- */

#define A(year, answers)                                                                                     \
    {                                                                                                        \
        "r", TWO_AREAS, year, NULL, answers                                                                  \
    }

static const row of_one_rubric[] = {
    /* 100 of 200 and 135 of 200; area 1: 50 and 75 of 100. */
    {HERE,
     {A(2020, "\"1.1\": {points: 20}, \"1.2\": {points: 30}, \"2\": {points: 50}"),
      A(2022, "\"1.1\": {points: 30}, \"1.2\": {points: 45}, \"2\": {points: 60}")},
     NULL,
     false,
     "total total | same 35 [50 135/2]\n"
     "1 1 | same 25 [50 75]\n"
     "1.1 1.1 | same 10 *\n"
     "1.2 1.2 | same 15 *\n"
     "2 2 | same 10 *\n"
     "3 of 3, 1, 1\n"},
    /* 1.2 does not apply in 2020: area 1 is 20/40 of 100. Like for like without it: 1.1 alone, 50 and 75
     * %; in all (20 + 50)/140 and (30 + 60)/140. */
    {HERE,
     {A(2020, "\"1.1\": {points: 20}, \"1.2\": n/a, \"2\": {points: 50}"),
      A(2022, "\"1.1\": {points: 30}, \"1.2\": {points: 45}, \"2\": {points: 60}")},
     NULL,
     false,
     "total total | same 35 [50 450/7]\n"
     "1 1 | same 25 [50 75]\n"
     "1.1 1.1 | same 10 *\n"
     "1.2 1.2 | not applicable\n"
     "2 2 | same 10 *\n"
     "2 of 3, 7/10, 7/10\n"},
    /* 1.2 is not answered in 2020: area 1 has 20 so far. */
    {HERE,
     {A(2020, "\"1.1\": {points: 20}, \"2\": {points: 50}"),
      A(2022, "\"1.1\": {points: 30}, \"1.2\": {points: 45}, \"2\": {points: 60}")},
     NULL,
     false,
     "total total | same 65 [50 450/7]\n"
     "1 1 | same 55 [50 75]\n"
     "1.1 1.1 | same 10 *\n"
     "1.2 1.2 | not answered\n"
     "2 2 | same 10 *\n"
     "2 of 3, 7/10, 7/10\n"},
    /* Area 1 is known as a whole in 2020: it counts itself. */
    {HERE,
     {A(2020, "\"1\": {points: 60}, \"2\": {points: 50}"),
      A(2022, "\"1.1\": {points: 30}, \"1.2\": {points: 45}, \"2\": {points: 60}")},
     NULL,
     false,
     "total total | same 25 [55 135/2]\n"
     "1 1 | same 15 * [60 75]\n"
     "1.1 1.1 | not answered\n"
     "1.2 1.2 | not answered\n"
     "2 2 | same 10 *\n"
     "2 of 4, 1, 1\n"},
    /* Only the total is known in both, and nothing below it is shown. */
    {HERE,
     {A(2020, "total: {points: 90}"), A(2022, "total: {percent: 50}")},
     NULL,
     false,
     "total total | same 10 * [45 50]\n"
     "1 of 1, 1, 1\n"},
    /* Nothing is answered in 2022. */
    {HERE,
     {A(2020, "total: {points: 90}"), A(2022, "")},
     NULL,
     false,
     "total total | not answered\n"
     "1 1 | not answered\n"
     "1.1 1.1 | not answered\n"
     "1.2 1.2 | not answered\n"
     "2 2 | not answered\n"
     "0 of 4, 0, 0\n"},
};

static void the_same_rubric_compares_as_deep_as_both_go(void **state)
{
    check_rows(*state, of_one_rubric, LENGTH(of_one_rubric));
}

static void each_round_is_compared_with_the_one_before(void **state)
{
    static const row rows[] = {
        {HERE,
         {A(2022, "\"1\": {points: 70}, \"2\": {points: 30}"),
          A(2018, "\"1\": {points: 10}, \"2\": {points: 30}"), A(2020, "\"1\": {points: 40}")},
         NULL,
         false,
         "total total total | same 0 [10 40] | same 60 [40 70]\n"
         "1 1 1 | same 30 * [10 40] | same 30 * [40 70]\n"
         "2 2 2 | not answered | not answered\n"
         "1 of 2, 1/2, 1/2\n"
         "1 of 2, 1/2, 1/2\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

/* ---- versions of one rubric ---- */

#define SCALED(areas) "language: sv\nscales: {g: [{value: 0, label: N}, {value: 1, label: J}]}\n" areas
#define ONE(question) SCALED("areas: [{id: \"1\", title: A, max: 10, questions: [" question "]}]\n")
#define V(year, question, answer)                                                                            \
    {                                                                                                        \
        "r", ONE(question), year, NULL, "\"1.1\": " answer                                                   \
    }
#define PLAIN "{id: \"1.1\", title: B, max: 10}"

static const row of_versions[] = {
    /* The title; a change of the language that is not the rubric's own; the help. */
    {HERE,
     {V(2020, PLAIN, "{points: 2}"), V(2022, "{id: \"1.1\", title: Bb, max: 10}", "{points: 5}")},
     NULL,
     false,
     "total total | same 3\n1 1 | same 3\n1.1 1.1 | text changed\n0 of 1, 0, 0\n"},
    {HERE,
     {V(2020, PLAIN, "{points: 2}"), V(2022, "{id: \"1.1\", title: {sv: B, en: X}, max: 10}", "{points: 5}")},
     NULL,
     false,
     "total total | same 3 [20 50]\n1 1 | same 3 [20 50]\n1.1 1.1 | same 3 *\n1 of 1, 1, 1\n"},
    {HERE,
     {V(2020, PLAIN, "{points: 2}"), V(2022, "{id: \"1.1\", title: B, max: 10, help: H}", "{points: 5}")},
     NULL,
     false,
     "total total | same 3\n1 1 | same 3\n1.1 1.1 | text changed\n0 of 1, 0, 0\n"},
    /* From points to a scale. */
    {HERE,
     {V(2020, PLAIN, "{points: 2}"), V(2022, "{id: \"1.1\", title: B, max: 10, scale: g}", "1")},
     NULL,
     false,
     "total total | same 8\n1 1 | same 8\n1.1 1.1 | scale changed\n0 of 1, 0, 0\n"},
    /* Another max: the percentages compare, weighted by the later one. 1.2 is new, 1.1 has 4 of 10 and 3
       of 6. */
    {HERE,
     {V(2020, PLAIN, "{points: 4}"),
      V(2022, "{id: \"1.1\", title: B, max: 6}, {id: \"1.2\", title: C, max: 4}",
        "{points: 3}, \"1.2\": {points: 4}")},
     NULL,
     false,
     "total total | same 3 [40 50]\n1 1 | same 3 [40 50]\n1.1 1.1 | max changed *\n- 1.2 | new\n"
     "1 of 2, 1, 3/5\n"},
    /* A crosswalk from the rubric to itself says that it compares all the same. */
    {HERE,
     {V(2020, PLAIN, "{points: 2}"), V(2022, "{id: \"1.1\", title: Bb, max: 10}", "{points: 5}")},
     "1.1 1.1 reworded\n",
     false,
     "total total | same 3 [20 50]\n1 1 | same 3 [20 50]\n1.1 1.1 | reworded 3 *\n1 of 1, 1, 1\n"},
    /* Removed. */
    {HERE,
     {V(2020, "{id: \"1.1\", title: B, max: 6}, {id: \"1.2\", title: C, max: 4}",
        "{points: 3}, \"1.2\": {points: 4}"),
      V(2022, "{id: \"1.1\", title: B, max: 10}", "{points: 5}")},
     NULL,
     false,
     "total total | same -2 [50 50]\n1 1 | same -2 [50 50]\n1.1 1.1 | max changed *\n1.2 - | removed\n"
     "1 of 2, 3/5, 1\n"},
    /* Weight 0 in one of them: asked, and no part of any sum. */
    {HERE,
     {V(2020, "{id: \"1.1\", title: B}, {id: \"1.2\", title: C, weight: 0}",
        "{percent: 50}, \"1.2\": {percent: 10}"),
      V(2022, "{id: \"1.1\", title: B}, {id: \"1.2\", title: C, weight: 0}",
        "{percent: 60}, \"1.2\": {percent: 90}")},
     NULL,
     false,
     "total total | same 1 [50 60]\n1 1 | same 1 [50 60]\n1.1 1.1 | same 1 *\n1.2 1.2 | same 0 *\n"
     "2 of 2, 1, 1\n"},
};

static void what_changed_in_a_rubric_is_not_compared_silently(void **state)
{
    check_rows(*state, of_versions, LENGTH(of_versions));
}

/* ---- two rubrics ---- */

#define B_AREAS                                                                                              \
    "areas:\n"                                                                                               \
    "  - {id: \"1\", title: A, max: 100, questions: [{id: \"1.1\", title: B, max: 40}, {id: \"1.5\", "       \
    "title: N, max: "                                                                                        \
    "60}]}\n"                                                                                                \
    "  - {id: \"3\", title: E, max: 100, questions: [{id: \"3.1\", title: C, max: 50}, {id: \"3.2\", "       \
    "title: C, max: "                                                                                        \
    "50}]}\n"
#define B(year, answers)                                                                                     \
    {                                                                                                        \
        "s", B_AREAS, year, NULL, answers                                                                    \
    }
#define BEFORE A(2020, "\"1.1\": {points: 20}, \"1.2\": {points: 30}, \"2\": {points: 50}")
#define AFTER                                                                                                \
    B(2022, "\"1.1\": {points: 30}, \"1.5\": {points: 60}, \"3.1\": {points: 40}, \"3.2\": {points: 25}")

static const row of_two_rubrics[] = {
    /* The same numbers mean nothing. */
    {HERE,
     {BEFORE, AFTER},
     NULL,
     false,
     "total total | overlap\n- 1 | new\n- 1.1 | new\n- 1.5 | new\n- 3 | new\n- 3.1 | new\n- 3.2 | new\n"
     "1 - | removed\n1.1 - | removed\n1.2 - | removed\n2 - | removed\n0 of 7, 0, 0\n"},
    /* 1.2 moved to 3.1: 30 of 60 and 40 of 50. Area 3 grew out of area 2; what stays on no row is new. In
     * all (20/40 x 40 + 30/60 x 50)/90 and (30 + 40)/90; they are 100 and 90 of the two 200. */
    {HERE,
     {BEFORE, AFTER},
     "1.1 1.1 same\n1.2 3.1 reworded\n1 1 overlap\n2 3 narrower\n",
     false,
     "total total | overlap [50 700/9]\n"
     "1 1 | overlap [50 75]\n1.1 1.1 | same 10 *\n- 1.5 | new\n"
     "2 3 | narrower [50 80]\n1.2 3.1 | reworded 10 *\n- 3.2 | new\n"
     "2 of 5, 1/2, 9/20\n"},
    /* 1.2 was split: both parts lead back to it, and neither compares. Without rows of their own the
     * areas above overlap, and have lines apart. */
    {HERE,
     {BEFORE, AFTER},
     "1.2 3.1 narrower\n1.2 3.2 narrower\n",
     false,
     "total total | overlap\n- 1 | new\n- 1.1 | new\n- 1.5 | new\n- 3 | overlap\n"
     "1.2 3.1 | narrower\n1.2 3.2 | narrower\n1 - | overlap\n1.1 - | removed\n2 - | removed\n0 of 6, 0, "
     "0\n"},
    /* 1.1 and 1.2 were merged into 3.1, whose first row counts; the other has a line of its own. */
    {HERE,
     {BEFORE, AFTER},
     "1.1 3.1 same\n1.2 3.1 overlap\n",
     false,
     "total total | overlap [50 80]\n- 1 | new\n- 1.1 | new\n- 1.5 | new\n- 3 | overlap [50 80]\n"
     "1.1 3.1 | same 20 *\n- 3.2 | new\n1 - | overlap\n1.2 - | overlap\n2 - | removed\n1 of 6, 1/5, "
     "1/4\n"},
    /* What is said to be the same as two counts once. */
    {HERE,
     {BEFORE, AFTER},
     "1.1 3.1 same\n1.1 3.2 same\ntotal total same\n",
     false,
     "total total | same 55 [50 80]\n- 1 | new\n- 1.1 | new\n- 1.5 | new\n- 3 | overlap [50 80]\n"
     "1.1 3.1 | same 20 *\n1.1 3.2 | same 5\n1 - | overlap\n1.2 - | removed\n2 - | removed\n"
     "1 of 6, 1/5, 1/4\n"},
    /* Read the other way round: narrower is wider. */
    {HERE,
     {BEFORE, AFTER},
     "3 2 narrower\n3.1 1.2 wider\n1.1 1.1 same\n",
     true,
     "total total | overlap [50 75]\n- 1 | overlap [50 75]\n1.1 1.1 | same 10 *\n- 1.5 | new\n"
     "2 3 | wider\n1.2 3.1 | narrower\n- 3.2 | new\n1 - | overlap\n1 of 5, 1/5, 1/5\n"},
    /* The max is another, but the crosswalk says that the points compare. Rows with ids that there are
     * not are nobody's. */
    {HERE,
     {BEFORE, AFTER},
     "1.1 1.5 same\n9 3.1 same\n1.2 9 same\n",
     false,
     "total total | overlap [50 100]\n- 1 | overlap [50 100]\n- 1.1 | new\n1.1 1.5 | same 40 *\n- 3 | "
     "overlap\n"
     "- 3.1 | new\n- 3.2 | new\n1 - | overlap\n1.2 - | removed\n2 - | removed\n1 of 6, 1/5, 3/10\n"},
};

static void between_rubrics_only_a_crosswalk_compares(void **state)
{
    check_rows(*state, of_two_rubrics, LENGTH(of_two_rubrics));
}

/* ---- units ---- */

static void units_stand_side_by_side(void **state)
{
    static const row rows[] = {
        {HERE,
         {{"r", TWO_AREAS, 2022, "B", "\"1\": {points: 40}, \"2\": {points: 50}"},
          {"r", TWO_AREAS, 2022, "C", "\"1\": {points: 90}, \"2\": n/a"},
          {"r", TWO_AREAS, 2023, "A", "\"1\": {points: 70}, \"2\": {points: 10}"}},
         NULL,
         false,
         "total total total | same 10 [40 45] | same 100 [70 90]\n"
         "1 1 1 | same -30 * [70 40] | same 20 * [70 90]\n"
         "2 2 2 | same 40 * | not applicable\n"
         "2 of 2, 1, 1\n"
         "1 of 2, 1/2, 1/2\n"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

static void one_unit_is_one_country_and_code_or_one_name(void **state)
{
    static const struct {
        int line;
        kp_unit a, b;
        bool one;
    } rows[] = {
        {HERE, {"A", "1", "SE", NULL, NULL}, {"A kommun", "1", "SE", NULL, NULL}, true},
        {HERE, {"A", "1", "SE", NULL, NULL}, {"A", "2", "SE", NULL, NULL}, false},
        {HERE, {"A", "1", "SE", NULL, NULL}, {"A", "1", "NO", NULL, NULL}, false},
        {HERE, {"A", "1", "SE", NULL, NULL}, {"A", NULL, "SE", NULL, NULL}, true},
        {HERE, {"A", "1", "SE", NULL, NULL}, {"B", "1", NULL, NULL, NULL}, false},
        {HERE, {"A", NULL, NULL, NULL, NULL}, {"A", NULL, NULL, NULL, NULL}, true},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_evaluation a = {.unit = rows[i].a}, b = {.unit = rows[i].b};
        const kp_score x = {.evaluation = &a}, y = {.evaluation = &b};
        const kp_score *const scores[] = {&x, &y};
        assert_true_at(rows[i].line, kp_is_one_unit(scores, 2) == rows[i].one);
    }
}

static void rounds_have_one_order(void **state)
{
    /* Of one unit: by year, then date (none first), then id, then file. */
    static const kp_evaluation e[] = {
        {.id = "b", .unit = {.name = "U"}, .year = 2018, .date = "2018-05-01", .source = {.name = "1"}},
        {.id = "c", .unit = {.name = "U"}, .year = 2020, .source = {.name = "1"}},
        {.id = "a", .unit = {.name = "U"}, .year = 2020, .date = "2020-01", .source = {.name = "1"}},
        {.id = "b", .unit = {.name = "U"}, .year = 2020, .date = "2020-01", .source = {.name = "1"}},
        {.id = "b", .unit = {.name = "U"}, .year = 2020, .date = "2020-01", .source = {.name = "2"}},
    };
    static const int orders[][5] = {{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}, {3, 4, 0, 2, 1}};
    kp_score scores[5];
    const kp_score *list[5];

    (void)state;
    for (size_t i = 0; i < 5; i++)
        scores[i] = (kp_score){.evaluation = &e[i]};
    for (size_t order = 0; order < LENGTH(orders); order++) {
        for (size_t i = 0; i < 5; i++)
            list[i] = &scores[orders[order][i]];
        kp_sort_rounds(list, 5);
        for (size_t i = 0; i < 5; i++)
            assert_ptr_equal(list[i], &scores[i]);
    }
}

static void every_node_is_on_some_line(void **state)
{
    static const round rounds[MOST] = {BEFORE, AFTER};
    world *w = *state;
    const kp_comparison *c = compare(w, rounds, "1.2 3.1 narrower\n1.2 3.2 narrower\n", false);

    for (uint32_t k = 0; k < c->round_count; k++)
        for (uint32_t i = 0; i < c->rounds[k].score->rubric->node_count; i++) {
            const kp_node *node = c->rounds[k].score->rubric->nodes[i];
            const kp_line *line = kp_line_of(c, k, node);
            assert_non_null(line);
            assert_ptr_equal(line->rounds[k].node, node);
            assert_ptr_equal(c->lines[line->index], line);
            assert_true(line->index == 0 ? !line->parent : line->parent->index < line->index);
        }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_same_rubric_compares_as_deep_as_both_go),
        TEST(each_round_is_compared_with_the_one_before),
        TEST(what_changed_in_a_rubric_is_not_compared_silently),
        TEST(between_rubrics_only_a_crosswalk_compares),
        TEST(units_stand_side_by_side),
        TEST(one_unit_is_one_country_and_code_or_one_name),
        TEST(rounds_have_one_order),
        TEST(every_node_is_on_some_line),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("compare", tests, NULL, NULL) != 0;
}
