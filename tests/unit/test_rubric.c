/* tests/unit/test_rubric.c - rubrics: reading, the rules that they must keep, weights. */
#include "support.h"

#include <string.h>

#include "kompass/file.h"
#include "kompass/os.h"

/* Two areas, three levels, both kinds of scale, groups: what most tests here look at. */
static const char *const sound = RUBRIC_HEAD
    "edition: \"2010\"\n"
    "language: sv\n"
    "source: S\n"
    "note: {sv: N}\n"
    "rounding: {points: 1, percent: 2}\n"
    "not_applicable: reduce\n"
    "scales:\n"
    "  grad: [{value: 0, label: Saknas}, {value: 1, label: {sv: Delvis, en: Partly}}, {value: 2.5}]\n"
    "  span: {min: -10, max: 100}\n"
    "groups:\n"
    "  - {id: g, title: G, areas: [\"2\"]}\n"
    "areas:\n"
    "  - id: \"1\"\n"
    "    title: {sv: Ett, en: One}\n"
    "    short: E\n"
    "    help: H\n"
    "    max: 100\n"
    "    questions:\n"
    "      - {id: \"1.1\", title: T, max: 60, scale: span}\n"
    "      - id: \"1.2\"\n"
    "        title: T\n"
    "        max: 40\n"
    "        questions:\n"
    "          - {id: \"1.2.1\", title: T, weight: 2, scale: grad}\n"
    "          - {id: \"1.2.2\", title: T, weight: 0}\n"
    "          - {id: \"1.2.3\", title: T}\n"
    "  - {id: \"2\", title: T, max: 50.5}\n";

/* ---- reading ---- */

static void everything_is_read(void **state)
{
    world *w = *state;
    const kp_rubric *r = rubric_of(w, sound);

    assert_codes(w, "");
    assert_non_null(r);
    assert_text(r->id, "r");
    assert_text(r->edition, "2010");
    assert_text(r->language, "sv");
    assert_text(kp_text_get(&r->title, "sv", r->language), "R");
    assert_text(kp_text_get(&r->source_text, NULL, NULL), "S");
    assert_text(kp_text_get(&r->note, "sv", NULL), "N");
    assert_int(r->points_decimals, 1);
    assert_int(r->percent_decimals, 2);
    assert_int(r->na_policy, KP_REDUCE);
    assert_int(r->scale_count, 2);
    assert_int(r->group_count, 1);
    assert_int(r->node_count, 8);
    assert_int(strlen(r->sha256), 64);
    assert_text(r->source.name, "r.yaml");
}

static void defaults_are_those_of_the_contract(void **state)
{
    world *w = *state;
    const kp_rubric *r = rubric_of(w, RUBRIC_HEAD "areas: [{id: a, title: A, max: 1}]\n");

    assert_codes(w, "");
    assert_int(r->points_decimals, 0);
    assert_int(r->percent_decimals, 0);
    assert_int(r->na_policy, KP_RESCALE);
    assert_null(r->language);
    assert_null(r->edition);
    assert_int(r->scale_count + r->group_count, 0);
}

/* "id level parent index-subtree_end", a line a node. */
static const char *tree_of_nodes(world *w, const kp_rubric *r)
{
    kp_buf_clear(&w->buf);
    for (uint32_t i = 0; i < r->node_count; i++) {
        const kp_node *n = r->nodes[i];
        kp_buf_printf(&w->buf, "%s %u %s %u-%u children %u\n", n->id, (unsigned)n->level,
                      n->parent ? n->parent->id : "-", (unsigned)n->index, (unsigned)n->subtree_end,
                      (unsigned)n->child_count);
    }
    return kp_buf_text(&w->buf);
}

static void nodes_stand_in_document_order(void **state)
{
    world *w = *state;
    const kp_rubric *r = rubric_of(w, sound);

    assert_text(tree_of_nodes(w, r), "total 0 - 0-8 children 2\n"
                                     "1 1 total 1-7 children 2\n"
                                     "1.1 2 1 2-3 children 0\n"
                                     "1.2 2 1 3-7 children 3\n"
                                     "1.2.1 3 1.2 4-5 children 0\n"
                                     "1.2.2 3 1.2 5-6 children 0\n"
                                     "1.2.3 3 1.2 6-7 children 0\n"
                                     "2 1 total 7-8 children 0\n");
}

static void nodes_are_found_by_id(void **state)
{
    static const char *const none[] = {"", "3", "1.", "1.3", "1.2.", "Total", "1.20", " 1"};
    world *w = *state;
    const kp_rubric *r = rubric_of(w, sound);
    const char *const *ids = kp_rubric_ids(w->arena, r);

    for (uint32_t i = 0; i < r->node_count; i++) {
        assert_ptr_equal(kp_rubric_find(r, r->nodes[i]->id), r->nodes[i]);
        assert_text(ids[i], r->nodes[i]->id);
    }
    assert_null(ids[r->node_count]);
    assert_ptr_equal(kp_rubric_find(r, "total"), r->root);
    for (size_t i = 0; i < LENGTH(none); i++)
        assert_null(kp_rubric_find(r, none[i]));
}

static void areas_may_belong_to_a_group(void **state)
{
    world *w = *state;
    const kp_rubric *r = rubric_of(w, sound);

    assert_null(kp_rubric_group_of(r, kp_rubric_find(r, "1")));
    assert_text(kp_rubric_group_of(r, kp_rubric_find(r, "2"))->id, "g");
}

static void ids_are_texts_exactly_as_written(void **state)
{
    world *w = *state;
    const kp_rubric *r = rubric_of(w, RUBRIC_HEAD "areas:\n"
                                                  "  - {id: 1.1, title: T, max: 1}\n"
                                                  "  - {id: 1.10, title: T, max: 1}\n"
                                                  "  - {id: no, title: no, max: 1}\n"
                                                  "  - {id: 01, title: T, max: 1}\n"
                                                  "  - {id: ~, title: T, max: 1}\n"
                                                  "  - {id: å b, title: T, max: 1}\n");

    assert_codes(w, "");
    assert_int(r->node_count, 7);
    assert_non_null(kp_rubric_find(r, "1.1"));
    assert_non_null(kp_rubric_find(r, "1.10"));
    assert_non_null(kp_rubric_find(r, "no"));
    assert_non_null(kp_rubric_find(r, "01"));
    assert_non_null(kp_rubric_find(r, "~"));
    assert_non_null(kp_rubric_find(r, "å b"));
}

/* ---- scales ---- */

static void scales_know_their_values(void **state)
{
    static const struct {
        int line;
        const char *node, *value;
        bool on_scale;
        const char *label;
    } rows[] = {
        {HERE, "1.2.1", "0", true, "Saknas"},
        {HERE, "1.2.1", "0.0", true, "Saknas"},
        {HERE, "1.2.1", "1", true, "Delvis"},
        {HERE, "1.2.1", "2.50", true, ""},
        {HERE, "1.2.1", "0.5", false, NULL},
        {HERE, "1.2.1", "2", false, NULL},
        {HERE, "1.2.1", "-1", false, NULL},
        {HERE, "1.2.1", "3", false, NULL},
        {HERE, "1.1", "-10", true, NULL},
        {HERE, "1.1", "-10.01", false, NULL},
        {HERE, "1.1", "0.123456789", true, NULL},
        {HERE, "1.1", "100.0", true, NULL},
        {HERE, "1.1", "100.000000001", false, NULL},
    };
    world *w = *state;
    const kp_rubric *r = rubric_of(w, sound);

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_scale *scale = kp_rubric_find(r, rows[i].node)->scale;
        const kp_level *level;
        kp_decimal value = {0, 0};
        assert_int(kp_decimal_parse(rows[i].value, &value), KP_DECIMAL_OK);
        level = kp_scale_level(w->arena, scale, value);
        assert_int_at(rows[i].line, kp_scale_has(w->arena, scale, value), rows[i].on_scale);
        assert_text_at(rows[i].line, level ? kp_text_or(&level->label, "sv", r->language, "") : NULL,
                       rows[i].label);
    }
    assert_null(kp_rubric_find(r, "1.2.2")->scale);
}

static void scales_are_put_into_words(void **state)
{
    world *w = *state;
    const kp_rubric *r = rubric_of(w, sound);
    const kp_scale *grad = kp_rubric_find(r, "1.2.1")->scale, *span = kp_rubric_find(r, "1.1")->scale;

    assert_text(kp_scale_values(w->arena, grad, "sv", r->language), "0 Saknas, 1 Delvis, 2.5");
    assert_text(kp_scale_values(w->arena, grad, "en", r->language), "0 Saknas, 1 Partly, 2.5");
    assert_text(kp_scale_values(w->arena, span, "sv", r->language), "-10\xE2\x80\x93"
                                                                    "100");
    assert_int(kp_scale_low(grad).digits, 0);
    assert_int(kp_scale_high(grad).digits, 25);
    assert_int(kp_scale_low(span).digits, -10);
    assert_int(kp_scale_high(span).digits, 100);
}

/* ---- rules ---- */

static const struct {
    int line;
    const char *body, *codes; /* the body begins on line 4 */
} rule_rows[] = {
    {HERE, "", "1:1 KP023"},
    {HERE, "areas:\n", "4:7 KP033"},
    {HERE, "areas: []\n", "4:8 KP033"},
    {HERE, "areas: {a: 1}\n", "4:8 KP024"},
    {HERE, "areas: [a]\n", "4:9 KP024"},
    /* ids and titles */
    {HERE, "areas: [{title: T, max: 1}]\n", "4:9 KP023"},
    {HERE, "areas: [{id: a, max: 1}]\n", "4:9 KP023"},
    {HERE, "areas: [{id: '', title: T, max: 1}]\n", "4:14 KP033"},
    {HERE, "areas: [{id: total, title: T, max: 1}]\n", "4:14 KP041"},
    {HERE, "areas:\n  - {id: a, title: T, max: 1}\n  - {id: a, title: T, max: 1}\n", "6:10 KP040"},
    {HERE, "areas: [{id: a, title: T, max: 1, questions: [{id: a, title: T}]}]\n", "4:52 KP040"},
    /* max and weight */
    {HERE, "areas: [{id: a, title: T}]\n", "4:14 KP044"},
    {HERE, "areas: [{id: a, title: T, weight: 1}]\n", "4:14 KP044"},
    {HERE, "areas: [{id: a, title: T, max: 0}]\n", "4:32 KP057"},
    {HERE, "areas: [{id: a, title: T, max: 0}, {id: b, title: T, max: 1}]\n", ""},
    {HERE, "areas: [{id: a, title: T, max: -1}]\n", "4:32 KP031"},
    {HERE, "areas: [{id: a, title: T, max: 1, weight: 1}]\n", "4:14 KP042"},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 10\n  questions:\n  - {id: b, title: T, max: 4}\n"
     "  - {id: c, title: T, max: 6}\n",
     ""},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 10\n  questions:\n  - {id: b, title: T, max: 4}\n"
     "  - {id: c, title: T, max: 5}\n",
     "7:8 KP046"},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 0.3\n  questions:\n  - {id: b, title: T, max: 0.1}\n"
     "  - {id: c, title: T, max: 0.2}\n",
     ""}, /* not so in binary fractions */
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 10\n  questions:\n  - {id: b, title: T, max: 4}\n"
     "  - {id: c, title: T}\n",
     "10:10 KP043"},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 10\n  questions:\n  - {id: b, title: T, max: 4}\n"
     "  - {id: c, title: T, weight: 1}\n",
     "10:10 KP043"},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 1\n  questions:\n  - id: b\n    title: T\n    weight: 1\n"
     "    questions: [{id: c, title: T, max: 1}]\n",
     "12:40 KP045"},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 1\n  questions:\n  - {id: b, title: T, weight: 0}\n"
     "  - {id: c, title: T, weight: 0.0}\n",
     "5:7 KP047"},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 1\n  questions:\n  - {id: b, title: T, weight: 0}\n"
     "  - {id: c, title: T}\n",
     ""},
    {HERE,
     "areas:\n- id: a\n  title: T\n  max: 0\n  questions: [{id: b, title: T, max: 0}]\n"
     "- {id: c, title: T, max: 1}\n",
     "5:7 KP047"},
    {HERE, "areas: [{id: a, title: T, max: 3,5}]\n", "4:32 KP025"},
    {HERE, "areas:\n- id: a\n  title: T\n  max: 3,5\n", "7:8 KP025"},
    {HERE, "areas:\n- id: a\n  title: T\n  max: x\n  questions: [{id: b, title: T, max: 3}]\n", "7:8 KP025"},
    /* scales */
    {HERE, "areas: [{id: a, title: T, max: 1, scale: s}]\n", "4:42 KP048"},
    {HERE,
     "scales: {s: [{value: 0}, {value: 1}]}\n"
     "areas: [{id: a, title: T, max: 1, scale: s}]\n",
     ""},
    {HERE,
     "scales: {s: [{value: 0}, {value: 1}]}\n"
     "areas: [{id: a, title: T, max: 1, scale: s, questions: [{id: b, title: T}]}]\n",
     "5:42 KP053"},
    {HERE, "scales: {s: [{value: 0}]}\nareas: [{id: a, title: T, max: 1}]\n", "4:10 KP049"},
    {HERE, "scales: {s: []}\nareas: [{id: a, title: T, max: 1}]\n", "4:10 KP049"},
    {HERE, "scales: {s: [{value: 1}, {value: 1.0}]}\nareas: [{id: a, title: T, max: 1}]\n", "4:34 KP050"},
    {HERE, "scales: {s: [{value: 2}, {value: 1}, {value: 3}]}\nareas: [{id: a, title: T, max: 1}]\n",
     "4:34 KP050"},
    {HERE, "scales: {s: [{value: -1}, {value: -0.5}, {value: 0}]}\nareas: [{id: a, title: T, max: 1}]\n", ""},
    {HERE, "scales: {s: [{label: x}, {value: 1}]}\nareas: [{id: a, title: T, max: 1}]\n", "4:14 KP023"},
    {HERE, "scales: {s: [0, 1]}\nareas: [{id: a, title: T, max: 1}]\n", "4:14 KP024\n4:17 KP024"},
    {HERE, "scales: {s: {min: 0, max: 0}}\nareas: [{id: a, title: T, max: 1}]\n", "4:10 KP051"},
    {HERE, "scales: {s: {min: 1, max: 0.5}}\nareas: [{id: a, title: T, max: 1}]\n", "4:10 KP051"},
    {HERE, "scales: {s: {min: 0}}\nareas: [{id: a, title: T, max: 1}]\n", "4:13 KP023"},
    {HERE, "scales: {s: x}\nareas: [{id: a, title: T, max: 1}]\n", "4:13 KP024"},
    {HERE, "scales: [s]\nareas: [{id: a, title: T, max: 1}]\n", "4:9 KP024"},
    /* groups */
    {HERE, "groups: [{id: g, title: G, areas: [a]}]\nareas: [{id: a, title: T, max: 1}]\n", ""},
    {HERE, "groups: [{id: g, title: G, areas: [b]}]\nareas: [{id: a, title: T, max: 1}]\n", "4:36 KP054"},
    {HERE,
     "groups: [{id: g, title: G, areas: [b]}]\n"
     "areas: [{id: a, title: T, max: 1, questions: [{id: b, title: T}]}]\n",
     "4:36 KP054"},
    {HERE, "groups: [{id: g, title: G, areas: [total]}]\nareas: [{id: a, title: T, max: 1}]\n", "4:36 KP054"},
    {HERE, "groups: [{id: g, title: G, areas: [a, a]}]\nareas: [{id: a, title: T, max: 1}]\n", "4:39 KP055"},
    {HERE, "groups: [{id: g, areas: [a]}, {id: h, areas: [a]}]\nareas: [{id: a, title: T, max: 1}]\n",
     "4:47 KP055"},
    {HERE, "groups: [{id: g, areas: [x]}]\nareas: [{title: T, max: 1}]\n",
     "5:9 KP023"}, /* it may be that one */
    /* the rest */
    {HERE, "rounding: {points: 10}\nareas: [{id: a, title: T, max: 1}]\n", "4:20 KP031"},
    {HERE, "rounding: {points: 1.5}\nareas: [{id: a, title: T, max: 1}]\n", "4:20 KP031"},
    {HERE, "rounding: {percent: -1}\nareas: [{id: a, title: T, max: 1}]\n", "4:21 KP031"},
    {HERE, "rounding: {points: 9, percent: 0}\nareas: [{id: a, title: T, max: 1}]\n", ""},
    {HERE, "not_applicable: ignore\nareas: [{id: a, title: T, max: 1}]\n", "4:17 KP028"},
    {HERE, "language: svenska\nareas: [{id: a, title: T, max: 1}]\n", "4:11 KP032"},
    {HERE, "area: []\nareas: [{id: a, title: T, max: 1}]\n", "4:1 KP022"},
    {HERE, "areas: [{id: a, title: T, max: 1, wieght: 2}]\n", "4:35 KP022"},
    /* several at once: all are told */
    {HERE, "areas:\n- {id: total, title: T, max: -1}\n- {id: b, title: T, max: 1, scale: x}\n",
     "5:8 KP041\n5:30 KP031\n6:36 KP048"},
};

static void rules_are_kept_or_told(void **state)
{
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rule_rows); i++) {
        const kp_rubric *rubric;
        world_clear(w);
        rubric = rubric_of(w, kp_arena_printf(w->arena, "%s%s", RUBRIC_HEAD, rule_rows[i].body));
        assert_codes_at(rule_rows[i].line, w, rule_rows[i].codes);
        assert_int_at(rule_rows[i].line, rubric != NULL, !*rule_rows[i].codes);
    }
}

static void a_wrong_sum_is_shown_with_its_parts(void **state)
{
    world *w = *state;

    rubric_of(w, RUBRIC_HEAD "areas:\n- id: a\n  title: T\n  max: 60\n  questions:\n"
                             "  - {id: b, title: T, max: 15}\n  - {id: c, title: T, max: 20}\n"
                             "  - {id: d, title: T, max: 25.5}\n");
    assert_told(w, "60.5 together (15 + 20 + 25.5)");
    assert_told(w, "max 60");
}

static void what_there_is_is_listed(void **state)
{
    world *w = *state;

    rubric_of(w, RUBRIC_HEAD "scales: {one: {min: 0, max: 1}, two: {min: 0, max: 1}}\n"
                             "groups: [{id: g, areas: [c]}]\n"
                             "areas: [{id: a, title: T, max: 1, scale: x}, {id: b, title: T, max: 1}]\n");
    assert_told(w, "'x'; possible here: one, two");
    assert_told(w, "'c'; possible here: a, b");
}

static void long_scales_are_put_into_few_words(void **state)
{
    world *w = *state;

    for (int count = 12; count <= 13; count++) {
        const kp_rubric *r;
        kp_buf_clear(&w->buf);
        kp_buf_puts(&w->buf, RUBRIC_HEAD "areas: [{id: a, title: T, max: 1, scale: s}]\nscales:\n  s:\n");
        for (int i = 1; i <= count; i++)
            kp_buf_printf(&w->buf, "  - {value: %d}\n", i);
        r = rubric_of(w, kp_arena_strdup(w->arena, kp_buf_text(&w->buf)));
        assert_non_null(r);
        assert_text(kp_scale_values(w->arena, &r->scales[0], NULL, NULL),
                    count == 12 ? "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"
                                : "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ..., 13");
    }
}

/* ---- files ---- */

static void files_are_read_from_disk(void **state)
{
    world *w = *state;
    const char *path = kp_arena_printf(w->arena, "%s/r.yaml", world_folder(w)), *why = NULL;
    kp_file file;

    assert_int(kp_os_write(w->arena, path, sound, strlen(sound), &why), KP_FILE_OK);
    assert_false(kp_file_read(w->arena, "/nowhere/r.yaml", w->sink, &file));
    assert_false(kp_file_read(w->arena, "/", w->sink, &file));
    assert_false(kp_file_read(w->arena, "/dev/null", w->sink, &file));
    assert_codes(w, "file KP002\nfile KP003\nfile KP001");
    assert_true(kp_file_read(w->arena, path, w->sink, &file));
    assert_int(file.kind, KP_RUBRIC);
    assert_true(file.has_key);
    assert_text(file.source.name, path);
    assert_text(file.source.text, sound);
    assert_true(kp_file_require_kind(w->arena, &file, w->sink));
    assert_int(kp_sink_errors(w->sink), 3); /* as before */
}

static void kinds_have_names(void **state)
{
    (void)state;
    assert_text(kp_kind_name(KP_RUBRIC), "rubric/1");
    assert_text(kp_kind_name(KP_EVALUATION), "evaluation/1");
    assert_text(kp_kind_name(KP_NO_KIND), "?");
}

static void the_file_must_be_what_it_says(void **state)
{
    static const struct {
        int line;
        const char *text, *codes;
    } rows[] = {
        {HERE, "kompass: rubric/1\nid: r\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", ""},
        {HERE, "kompass: rubric/1\nid: other\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", "2:5 KP030"},
        {HERE, "kompass: rubric/1\nid: R\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", "2:5 KP029"},
        {HERE, "kompass: rubric/1\nid: a b\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", "2:5 KP029"},
        {HERE, "kompass: rubric/1\nid: -r\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", "2:5 KP029"},
        {HERE, "kompass: rubric/1\nid: ../r\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", "2:5 KP029"},
        {HERE, "kompass: rubric/1\nid: rå\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", "2:5 KP029"},
        {HERE, "kompass: rubric/1\ntitle: T\nareas: [{id: a, title: T, max: 1}]\n", "1:1 KP023"},
        {HERE, "kompass: rubric/1\nid: r\nareas: [{id: a, title: T, max: 1}]\n", "1:1 KP023"},
        {HERE, "kompass: rubric/2\nid: r\n", "1:10 KP021"},
        {HERE, "kompass: rubric\nid: r\n", "1:10 KP021"},
        {HERE, "kompass: [rubric/1]\nid: r\n", "1:10 KP024"},
        {HERE, "kompass:\nid: r\n", "1:9 KP033"},
        {HERE, "id: r\nkompass: rubric/1\n", "1:1 KP020"}, /* it is the first key */
        {HERE, "id: r\n", "1:1 KP020"},
        {HERE, "[kompass]", "1:1 KP020"},
        {HERE, "kompass", "1:1 KP020"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_clear(w);
        rubric_of(w, rows[i].text);
        assert_codes_at(rows[i].line, w, rows[i].codes);
    }
}

/* ---- limits ---- */

static void ten_thousand_nodes_are_enough(void **state)
{
    world *w = *state;

    for (int too_many = 0; too_many <= 1; too_many++) {
        world_clear(w);
        kp_buf_puts(&w->buf, RUBRIC_HEAD "areas:\n- id: a\n  title: T\n  max: 1\n  questions:\n");
        for (int i = 0; i < 9999 + too_many; i++)
            kp_buf_printf(&w->buf, "  - {id: q%d, title: T}\n", i);
        assert_int(rubric_of(w, kp_arena_strdup(w->arena, kp_buf_text(&w->buf))) != NULL, !too_many);
        assert_codes(w, too_many ? "10008:10 KP056" : "");
    }
}

/* ---- weights ---- */

static void shares_and_maxima_are_exact(void **state)
{
    static const struct {
        int line;
        const char *id, *share, *full;
    } rows[] = {
        {HERE, "total", "1", "150.5"}, {HERE, "1", "100", "100"},    {HERE, "1.1", "60", "60"},
        {HERE, "1.2", "40", "40"},     {HERE, "1.2.1", "2", "80/3"}, {HERE, "1.2.2", "0", "0"},
        {HERE, "1.2.3", "1", "40/3"},  {HERE, "2", "50.5", "50.5"},
    };
    world *w = *state;
    const kp_rubric *r = rubric_of(w, sound);

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_node *node = kp_rubric_find(r, rows[i].id);
        assert_num_at(rows[i].line, w, node->share, rows[i].share);
        assert_num_at(rows[i].line, w, node->full, rows[i].full);
    }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(everything_is_read),
        TEST(defaults_are_those_of_the_contract),
        TEST(nodes_stand_in_document_order),
        TEST(nodes_are_found_by_id),
        TEST(areas_may_belong_to_a_group),
        TEST(ids_are_texts_exactly_as_written),
        TEST(scales_know_their_values),
        TEST(scales_are_put_into_words),
        TEST(rules_are_kept_or_told),
        TEST(a_wrong_sum_is_shown_with_its_parts),
        TEST(what_there_is_is_listed),
        TEST(long_scales_are_put_into_few_words),
        TEST(files_are_read_from_disk),
        TEST(kinds_have_names),
        TEST(the_file_must_be_what_it_says),
        TEST(ten_thousand_nodes_are_enough),
        TEST(shares_and_maxima_are_exact),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("rubric", tests, NULL, NULL) != 0;
}
