/* Crosswalks: what is read, which rows are right, between two rubrics and between versions of one. */
#include <string.h>

#include "kompass/crosswalk.h"
#include "kompass/file.h"
#include "support.h"

static const char *const earlier = RUBRIC_HEAD
    "areas:\n"
    "  - {id: \"1\", title: T, max: 100, questions: [{id: \"1.1\", title: T}, {id: \"1.2\", title: T}]}\n"
    "  - {id: \"2\", title: T, max: 50}\n";
static const char *const later = RUBRIC_HEAD
    "areas:\n"
    "  - {id: \"1\", title: T, max: 100, questions: [{id: \"1.1\", title: T}, {id: \"1.3\", title: T}]}\n";

/* A file x.yaml, whose body begins on line 5, between two rubrics. */
static kp_crosswalk *crosswalk_of(world *w, const kp_rubric *from, const kp_rubric *to, const char *to_id,
                                  const char *body)
{
    kp_file *file = KP_NEW(w->arena, kp_file);
    kp_reader reader = {w->arena, &file->source, w->sink};
    const char *text =
        kp_arena_printf(w->arena, "kompass: crosswalk/1\nid: x\nfrom: r\nto: %s\n%s\n", to_id, body);
    kp_crosswalk *crosswalk = NULL;

    if (kp_file_parse(w->arena, (kp_source){.name = "x.yaml", .text = text, .length = strlen(text)}, w->sink,
                      file) &&
        kp_file_require_kind(w->arena, file, w->sink))
        crosswalk = kp_crosswalk_read(&reader, file->root);
    if (crosswalk)
        kp_check_crosswalk(&reader, crosswalk, from, to);
    return crosswalk;
}

static void everything_is_read(void **state)
{
    world *w = *state;
    const kp_rubric *from = rubric_of(w, earlier), *to = rubric_of(w, later);
    const kp_crosswalk *x =
        crosswalk_of(w, from, to, "s",
                     "language: sv\ncaveat: {sv: C, en: D}\nsource: S\nnote: N\n"
                     "map:\n"
                     "- {from: total, to: total, relation: overlap}\n"
                     "- {from: \"1.1\", to: \"1.3\", relation: reworded, note: {sv: A, en: B}}\n"
                     "- {from: 1.2, to: 1.1, relation: narrower}\n");

    assert_codes(w, "");
    assert_text(x->id, "x");
    assert_text(x->from_id, "r");
    assert_text(x->to_id, "s");
    assert_text(kp_text_get(&x->caveat, "en", x->language), "D");
    assert_ptr_equal(x->from, from);
    assert_ptr_equal(x->to, to);
    assert_int(x->row_count, 3);
    assert_int(x->rows[0].relation, KP_REL_OVERLAP);
    assert_ptr_equal(x->rows[0].from_node, from->root);
    assert_ptr_equal(x->rows[0].to_node, to->root);
    assert_int(x->rows[1].relation, KP_REL_REWORDED);
    assert_ptr_equal(x->rows[1].from_node, kp_rubric_find(from, "1.1"));
    assert_ptr_equal(x->rows[1].to_node, kp_rubric_find(to, "1.3"));
    assert_text(kp_text_get(&x->rows[1].note, "en", x->language), "B");
    assert_int(x->rows[2].relation, KP_REL_NARROWER);
    assert_text(x->rows[2].from, "1.2");
}

typedef struct row {
    int line;
    const char *body, *codes; /* the body begins on line 5 */
} row;

static void check_rows(world *w, const row *rows, size_t count, bool versions)
{
    for (size_t i = 0; i < count; i++) {
        const kp_rubric *from, *to;
        world_clear(w);
        from = rubric_of(w, earlier);
        to = versions ? from : rubric_of(w, later);
        crosswalk_of(w, from, to, versions ? "r" : "s", rows[i].body);
        assert_codes_at(rows[i].line, w, rows[i].codes);
    }
}

static void rules_are_kept_or_told(void **state)
{
    static const row rows[] = {
        {HERE, "map: []", ""},
        {HERE, "map: [{from: \"2\", to: \"1\", relation: wider}, {from: \"1\", to: \"1\", relation: same}]",
         ""},
        /* shape */
        {HERE, "", "1:1 KP023"},
        {HERE, "map:", "5:5 KP033"},
        {HERE, "map: {}", "5:6 KP024"},
        {HERE, "map: [{from: \"1\", to: \"1\"}]", "5:7 KP023"},
        {HERE, "map: [{from: \"1\", to: \"1\", relation: equal}]", "5:38 KP028"},
        {HERE, "map: [{from: \"1\", relation: same}]", "5:7 KP023"},
        {HERE, "map: [{from: \"\", to: \"1\", relation: same}]", "5:14 KP033"},
        {HERE, "map: [x]", "5:7 KP024"},
        {HERE, "mapp: [{from: \"1\", to: \"1\", relation: same}]", "5:1 KP022"},
        /* ids are those of their own rubric */
        {HERE, "map: [{from: \"1.3\", to: \"1.3\", relation: same}]", "5:14 KP062"},
        {HERE, "map: [{from: \"1.2\", to: \"1.2\", relation: same}]", "5:25 KP062"},
        {HERE, "map: [{from: \"9\", to: \"2\", relation: same}]", "5:14 KP062\n5:23 KP062"},
        /* the total is the whole */
        {HERE, "map: [{from: total, to: \"1\", relation: overlap}]", "5:7 KP102"},
        {HERE, "map: [{from: \"2\", to: total, relation: overlap}]", "5:7 KP102"},
        {HERE, "map: [{from: Total, to: total, relation: overlap}]", "5:14 KP062"},
        /* pairs */
        {HERE,
         "map: [{from: \"1.1\", to: \"1.3\", relation: same}, {from: \"1.1\", to: \"1.3\", relation: wider}]",
         "5:49 KP100"},
        {HERE,
         "map: [{from: \"1.1\", to: \"1.3\", relation: same}, {from: \"1.1\", to: \"1.3\", relation: same}]",
         "5:49 KP100"},
        {HERE,
         "map: [{from: \"1.1\", to: \"1.3\", relation: same}, {from: \"1.1\", to: \"1.1\", relation: same}]",
         "5:56 KP101"},
        {HERE,
         "map: [{from: \"1.1\", to: \"1.3\", relation: same}, {from: \"1.2\", to: \"1.3\", relation: "
         "reworded}]",
         "5:67 KP101"},
        {HERE,
         "map: [{from: \"1.1\", to: \"1.3\", relation: same}, {from: \"1.2\", to: \"1.3\", relation: "
         "narrower}]",
         ""},
    };

    check_rows(*state, rows, LENGTH(rows), false);
}

static void versions_of_one_rubric_may_have_other_questions(void **state)
{
    static const row rows[] = {
        {HERE, "map: [{from: \"1.3\", to: \"1.1\", relation: same}]", ""},
        {HERE, "map: [{from: \"1.1\", to: \"1.9\", relation: same}]", ""},
        {HERE, "map: [{from: \"1.8\", to: \"1.9\", relation: same}]", "5:14 KP103"},
        {HERE, "map: [{from: \"1.8\", to: total, relation: same}]", ""},
    };
    world *w = *state;
    const kp_rubric *from, *to;
    const kp_crosswalk *x;

    check_rows(w, rows, LENGTH(rows), true);
    /* Against two versions a row for a third one is nobody's mistake. */
    world_clear(w);
    from = rubric_of(w, earlier);
    to = rubric_of(w, later);
    x = crosswalk_of(w, from, to, "r",
                     "map: [{from: \"1.2\", to: \"1.3\", relation: same}, {from: a, to: b, relation: same}]");
    assert_codes(w, "");
    assert_ptr_equal(x->rows[0].from_node, kp_rubric_find(from, "1.2"));
    assert_ptr_equal(x->rows[0].to_node, kp_rubric_find(to, "1.3"));
    assert_null(x->rows[1].from_node);
    assert_null(x->rows[1].to_node);
}

static void without_a_rubric_its_rules_stay_silent(void **state)
{
    world *w = *state;
    const kp_crosswalk *x = crosswalk_of(w, rubric_of(w, earlier), NULL, "s",
                                         "map: [{from: \"9\", to: \"9\", relation: same}, {from: \"1\", to: "
                                         "\"7\", relation: same}]");

    assert_codes(w, "5:14 KP062");
    assert_non_null(x->rows[1].from_node);
    assert_null(x->rows[1].to_node);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(everything_is_read),
        TEST(rules_are_kept_or_told),
        TEST(versions_of_one_rubric_may_have_other_questions),
        TEST(without_a_rubric_its_rules_stay_silent),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("crosswalk", tests, NULL, NULL) != 0;
}
