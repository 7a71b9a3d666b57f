/* tests/unit/test_evaluation.c - evaluations and references: reading, and the rules that they must keep. */
#include "support.h"

#include <string.h>

#include "kompass/file.h"
#include "kompass/reference.h"

static const char *const rubric_text =
    RUBRIC_HEAD "scales:\n"
                "  grad: [{value: 0, label: Saknas}, {value: 1, label: Delvis}, {value: 2, label: Finns}]\n"
                "  span: {min: 0, max: 100}\n"
                "areas:\n"
                "  - id: \"1\"\n"
                "    title: T\n"
                "    max: 100\n"
                "    questions:\n"
                "      - {id: \"1.1\", title: T, max: 60}\n"
                "      - id: \"1.2\"\n"
                "        title: T\n"
                "        max: 40\n"
                "        questions:\n"
                "          - {id: \"1.2.1\", title: T, scale: grad}\n"
                "          - {id: \"1.2.2\", title: T, scale: grad}\n"
                "          - {id: \"1.2.3\", title: T, scale: span}\n"
                "  - {id: \"2\", title: T, max: 50.5}\n";

static const kp_evaluation *read_with_rubric(world *w, const char *body)
{
    const kp_rubric *rubric = rubric_of(w, rubric_text);

    assert_non_null(rubric);
    return evaluation_of(w, rubric, kp_arena_printf(w->arena, "%s%s", EVALUATION_HEAD, body));
}

/* ---- reading ---- */

static void everything_is_read(void **state)
{
    world *w = *state;
    const kp_evaluation *e =
        evaluation_of(w, rubric_of(w, rubric_text),
                      "kompass: evaluation/1\n"
                      "id: e\n"
                      "rubric: r\n"
                      "language: sv\n"
                      "unit: {name: Eskilstuna kommun, code: \"0484\", country: SE, group: Större städer}\n"
                      "facts:\n"
                      "  - {label: Folkmängd, value: \"95 577\"}\n"
                      "  - {label: {sv: Yta}, value: 1}\n"
                      "year: 2011\n"
                      "visited: 2011-01\n"
                      "date: 2011-05-17\n"
                      "state: final\n"
                      "precision: printed\n"
                      "derived: D\n"
                      "evaluators:\n"
                      "  - {id: LE, name: Lena, organisation: Mark}\n"
                      "  - {id: GG, name: Gunnar}\n"
                      "interviewed: I\n"
                      "summary: S\n"
                      "source: Q\n"
                      "note: N\n");

    assert_codes(w, "");
    assert_non_null(e);
    assert_text(e->id, "e");
    assert_text(e->rubric_id, "r");
    assert_text(e->unit.name, "Eskilstuna kommun");
    assert_text(e->unit.code, "0484");
    assert_text(e->unit.country, "SE");
    assert_text(e->unit.group, "Större städer");
    assert_int(e->fact_count, 2);
    assert_text(kp_text_get(&e->facts[1].label, "sv", NULL), "Yta");
    assert_text(kp_text_get(&e->facts[1].value, "sv", NULL), "1");
    assert_int(e->year, 2011);
    assert_text(e->visited, "2011-01");
    assert_text(e->date, "2011-05-17");
    assert_int(e->state, KP_FINAL);
    assert_int(e->precision, KP_PRINTED);
    assert_int(e->evaluator_count, 2);
    assert_text(kp_evaluator_find(e, "GG")->name, "Gunnar");
    assert_null(kp_evaluator_find(e, "G"));
    assert_text(kp_text_get(&e->derived, NULL, NULL), "D");
    assert_text(kp_text_get(&e->interviewed, NULL, NULL), "I");
    assert_text(kp_text_get(&e->summary, NULL, NULL), "S");
    assert_text(kp_text_get(&e->source_text, NULL, NULL), "Q");
    assert_text(kp_text_get(&e->note, NULL, NULL), "N");
}

static void defaults_are_those_of_the_contract(void **state)
{
    const kp_evaluation *e = read_with_rubric(*state, "");

    assert_non_null(e);
    assert_int(e->state, KP_DRAFT);
    assert_int(e->precision, KP_EXACT);
    assert_int(e->answer_count, 0);
    assert_null(e->sha256);
}

static void an_answer_may_be_short_or_long(void **state)
{
    static const struct {
        int line;
        const char *answer;
        kp_answer_kind kind;
        int64_t digits;
        unsigned decimals;
    } rows[] = {
        {HERE, "\"1.2.1\": 2", KP_VALUE, 2, 0},
        {HERE, "1.2.1: 2", KP_VALUE, 2, 0}, /* an id is text, quoted or not */
        {HERE, "\"1.2.1\": \"2\"", KP_VALUE, 2, 0},
        {HERE, "\"1.2.1\": 2.0", KP_VALUE, 20, 1},
        {HERE, "\"1.2.1\": {value: 0}", KP_VALUE, 0, 0},
        {HERE, "\"1.2.3\": 33.3", KP_VALUE, 333, 1},
        {HERE, "\"1.2.1\": n/a", KP_NOT_APPLICABLE, 0, 0},
        {HERE, "\"1.2.1\": {not_applicable: true, note: why}", KP_NOT_APPLICABLE, 0, 0},
        {HERE, "\"1.2.1\": {not_applicable: false}", KP_UNANSWERED, 0, 0},
        {HERE, "\"1.2.1\": {value: 1, not_applicable: false}", KP_VALUE, 1, 0},
        {HERE, "\"1.2.1\":", KP_UNANSWERED, 0, 0},
        {HERE, "\"1.2.1\": {}", KP_UNANSWERED, 0, 0},
        {HERE, "\"1.2.1\": {value: }", KP_UNANSWERED, 0, 0},
        {HERE, "\"1.2.1\": {note: x}", KP_UNANSWERED, 0, 0},
        {HERE, "\"1.1\": {points: 59.5}", KP_POINTS, 595, 1},
        {HERE, "\"1.1\": {percent: 80}", KP_PERCENT, 80, 0},
        {HERE, "\"1.2\": {percent: 100}", KP_PERCENT, 100, 0}, /* an inner node, as a whole */
        {HERE, "\"1\": n/a", KP_NOT_APPLICABLE, 0, 0},
        {HERE, "total: {points: 150.5}", KP_POINTS, 1505, 1},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_evaluation *e;
        world_clear(w);
        e = read_with_rubric(w, kp_arena_printf(w->arena, "answers:\n  %s\n", rows[i].answer));
        assert_codes_at(rows[i].line, w, "");
        assert_true_at(rows[i].line, e != NULL && e->answer_count == 1 && e->answers[0].node != NULL);
        assert_true_at(rows[i].line, e->by_node[e->answers[0].node->index] == &e->answers[0]);
        assert_int_at(rows[i].line, e->answers[0].kind, rows[i].kind);
        if (rows[i].kind == KP_VALUE || rows[i].kind == KP_POINTS || rows[i].kind == KP_PERCENT) {
            assert_int_at(rows[i].line, e->answers[0].number.digits, rows[i].digits);
            assert_int_at(rows[i].line, e->answers[0].number.decimals, rows[i].decimals);
        }
    }
}

static void an_answer_carries_what_belongs_to_it(void **state)
{
    world *w = *state;
    const kp_evaluation *e = read_with_rubric(w, "evaluators: [{id: A}, {id: B}]\n"
                                                 "answers:\n"
                                                 "  \"1.2.1\":\n"
                                                 "    value: 2\n"
                                                 "    by: {B: 1, A: n/a}\n"
                                                 "    note: N\n"
                                                 "    comment: {sv: C}\n"
                                                 "    best_practice: true\n"
                                                 "    evidence:\n"
                                                 "      - {type: document, text: Årsplan, ref: s. 12}\n"
                                                 "      - {type: interview}\n"
                                                 "      - {text: x}\n");
    const kp_answer *answer;

    assert_codes(w, "");
    answer = &e->answers[0];
    assert_int(answer->by_count, 2);
    assert_text(answer->by[0].evaluator, "B");
    assert_int(answer->by[0].value.digits, 1);
    assert_true(answer->by[1].not_applicable);
    assert_true(answer->best_practice);
    assert_text(kp_text_get(&answer->note, NULL, NULL), "N");
    assert_text(kp_text_get(&answer->comment, "sv", NULL), "C");
    assert_int(answer->evidence_count, 3);
    assert_int(answer->evidence[0].type, KP_DOCUMENT);
    assert_text(answer->evidence[0].ref, "s. 12");
    assert_int(answer->evidence[1].type, KP_INTERVIEW);
    assert_int(answer->evidence[2].type, KP_EVIDENCE_OTHER);
}

static void findings_are_texts_or_maps(void **state)
{
    world *w = *state;
    const kp_evaluation *e =
        read_with_rubric(w, "findings:\n"
                            "  \"1\":\n"
                            "    summary: S\n"
                            "    strengths: [plain, {sv: Svensk, en: English}, {text: T}, {sv: Bara}]\n"
                            "    partial: [{id: F1, text: {sv: P}, questions: [\"1.1\", \"2\"]}]\n"
                            "    improvements: []\n"
                            "    examples: [{unit: Tyresö, text: E}]\n"
                            "  \"2\":\n");
    const kp_findings *f;

    assert_codes(w, "");
    f = e->found[kp_rubric_find(e->rubric, "1")->index];
    assert_text(kp_text_get(&f->summary, NULL, NULL), "S");
    assert_int(f->count[KP_STRENGTH], 4);
    assert_text(kp_text_get(&f->items[KP_STRENGTH][3].text, "sv", NULL), "Bara");
    assert_text(kp_text_get(&f->items[KP_STRENGTH][0].text, NULL, NULL), "plain");
    assert_text(kp_text_get(&f->items[KP_STRENGTH][1].text, "en", NULL), "English");
    assert_text(kp_text_get(&f->items[KP_STRENGTH][2].text, NULL, NULL), "T");
    assert_int(f->count[KP_PARTIAL], 1);
    assert_text(f->items[KP_PARTIAL][0].id, "F1");
    assert_int(f->items[KP_PARTIAL][0].question_count, 2);
    assert_text(f->items[KP_PARTIAL][0].nodes[1]->id, "2");
    assert_int(f->count[KP_IMPROVEMENT], 0);
    assert_text(f->items[KP_EXAMPLE][0].unit, "Tyresö");
}

static void printed_figures_are_connected_to_their_nodes(void **state)
{
    world *w = *state;
    const kp_evaluation *e = read_with_rubric(w, "published:\n"
                                                 "  \"1\": {points: 51, max: 100, percent: 51.0}\n"
                                                 "  total: {points: 99}\n"
                                                 "  \"2\":\n");
    const kp_published *p;

    assert_codes(w, "");
    p = e->printed[kp_rubric_find(e->rubric, "1")->index];
    assert_true(p->points.given && p->max.given && p->percent.given);
    assert_int(p->percent.value.decimals, 1);
    assert_false(e->printed[0]->percent.given);
    assert_null(e->printed[kp_rubric_find(e->rubric, "2")->index]);
}

static void the_hash_is_that_of_the_bytes(void **state)
{
    world *w = *state;
    kp_evaluation *e = evaluation_of(w, rubric_of(w, rubric_text), EVALUATION_HEAD);
    char digest[KP_SHA256_TEXT];

    kp_sha256(EVALUATION_HEAD, strlen(EVALUATION_HEAD), digest);
    assert_text(kp_evaluation_hash(w->arena, e), digest);
    assert_text(e->sha256, digest);
}

/* ---- rules ---- */

static const struct {
    int line;
    const char *body, *codes; /* the body begins on line 6 */
} rule_rows[] = {
    /* one answer, of the right kind, within its bounds */
    {HERE, "answers: {\"1.1\": {points: 60.1}}", "6:27 KP068"},
    {HERE, "answers: {\"1.1\": {points: -1}}", "6:27 KP031"},
    {HERE, "answers: {\"1.1\": {percent: 100.1}}", "6:28 KP031"},
    {HERE, "answers: {\"1.1\": {percent: -0.1}}", "6:28 KP031"},
    {HERE, "answers: {\"1.1\": {percent: x}}", "6:28 KP025"},
    {HERE, "answers: {\"1.1\": {points: [1]}}", "6:27 KP024"},
    {HERE, "answers: {\"1.1\": 2}", "6:18 KP065"},
    {HERE, "answers: {\"1.1\": {value: 2}}", "6:26 KP065"},
    {HERE, "answers: {\"1.2\": 2}", "6:18 KP065"},
    {HERE, "answers: {\"1.1\": {points: 1, percent: 2}}", "6:39 KP064"},
    {HERE, "answers: {\"1.2.1\": {value: 1, not_applicable: true}}", "6:47 KP064"},
    {HERE, "answers: {\"1.2.1\": {points: 1}}", "6:29 KP066"},
    {HERE, "answers: {\"1.2.1\": {percent: 50}}", "6:30 KP066"},
    {HERE, "answers: {\"1.2.1\": 3}", "6:20 KP067"},
    {HERE, "answers: {\"1.2.1\": 1.5}", "6:20 KP067"},
    {HERE, "answers: {\"1.2.1\": -1}", "6:20 KP067"},
    {HERE, "answers: {\"1.2.1\": Finns}", "6:20 KP067"},
    {HERE, "answers: {\"1.2.1\": n/A}", "6:20 KP067"},
    {HERE, "answers: {\"1.2.1\": 01}", "6:20 KP025"},
    {HERE, "answers: {\"1.2.1\": [1]}", "6:20 KP024"},
    {HERE, "answers: {\"1.2.3\": 100.01}", "6:20 KP067"},
    {HERE, "answers: {\"1.2.1\": {not_applicable: yes}}", "6:37 KP026"},
    {HERE, "answers: {\"1.2.1\": {valeu: 1}}", "6:21 KP022"},
    {HERE, "answers: {total: n/a}", "6:18 KP071"},
    {HERE, "answers: {total: {points: 151}}", "6:27 KP068"},
    {HERE, "answers: [1]", "6:10 KP024"},
    /* of nodes that there are */
    {HERE, "answers: {\"1.3\": 2}", "6:11 KP062"},
    {HERE, "answers: {1.2.: 2}", "6:11 KP062"},
    {HERE, "answers: {\"3\": {percent: x}}", "6:11 KP062"},
    {HERE, "answers: {\"2\": {percent: 1}, \"2\": {percent: 2}}", "6:30 KP018"},
    /* on one level */
    {HERE, "answers: {\"1.2\": {percent: 50}, \"1.2.1\": 1}", "6:33 KP070"},
    {HERE, "answers: {\"1.2.1\": 1, \"1.2\": n/a}", "6:11 KP070"},
    {HERE, "answers: {total: {percent: 50}, \"1.2.1\": 1, \"2\": n/a}", "6:33 KP070"},
    {HERE, "answers: {\"1\": {note: x}, \"1.2.1\": 1}", ""},
    {HERE, "answers: {\"1\": n/a, \"1.2.1\": , \"1.1\": {note: x}}", ""},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1\": n/a, \"1.2.1\": {by: {A: 1}}}", ""},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1\": n/a, \"1.2.1\": {value: 1, by: {A: 1}}}", "7:21 KP070"},
    /* evaluators' own values */
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.2.1\": {by: {A: 1}}}", ""},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.2.1\": {by: {A: n/a}}}", ""},
    {HERE, "answers: {\"1.2.1\": {by: {A: 1}}}", "6:26 KP072"},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.2.1\": {value: 1, by: {B: 1}}}", "7:36 KP072"},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.2.1\": {by: {A: 3}}}", "7:29 KP067"},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.2.1\": {by: {A: x}}}", "7:29 KP067"},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.2.1\": {by: {A: }}}", "7:29 KP033"},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.2.1\": {by: [A]}}", "7:25 KP024"},
    {HERE, "evaluators: [{id: A}]\nanswers: {\"1.1\": {by: {A: 1}}}", "7:19 KP073"},
    {HERE, "evaluators: [{id: A}, {id: A}]", "6:28 KP040"},
    {HERE, "evaluators: [{id: A}, {id: A}, {id: A}]", "6:28 KP040\n6:37 KP040"},
    {HERE, "evaluators: [{id: B}, {id: A}]\nanswers: {\"1.2.1\": {by: {A: 7, B: 8, C: 1}}}",
     "7:29 KP067\n7:35 KP067\n7:38 KP072"},
    /* warnings */
    {HERE, "answers: {\"1.2.1\": {value: 2, best_practice: true}}", "6:11 KP077"},
    {HERE, "answers: {\"1.2.1\": {value: 2, best_practice: true, comment: C}}", ""},
    {HERE, "answers: {\"1.2.1\": {value: 2, best_practice: true, note: N}}", ""},
    {HERE, "rubric_sha256: 0000000000000000000000000000000000000000000000000000000000000000", "6:16 KP063"},
    {HERE, "rubric_sha256: abc", "6:16 KP024"},
    /* evidence */
    {HERE, "answers: {\"1.2.1\": {evidence: [{type: rumour}]}}", "6:39 KP028"},
    {HERE, "answers: {\"1.2.1\": {evidence: [x]}}", "6:32 KP024"},
    {HERE, "answers: {\"1.2.1\": {evidence: x}}", "6:31 KP024"},
    /* findings */
    {HERE, "findings: {\"1\": {strengths: [{x: y}]}}", "6:31 KP022"},
    {HERE,
     "findings: {\"1\": {partial: [{text: a, questions: [\"8\"]}, {text: b, questions: [\"9\", \"7\"]}]}}",
     "6:50 KP062\n6:79 KP062\n6:84 KP062"},
    {HERE, "findings: {\"1\": , \"2\": {summary: S}, \"3\": {summary: T}}", "6:38 KP062"},
    {HERE, "findings: {\"1\": {strengths: [{id: F, text: x}], partial: [{id: F, text: y}]}}", "6:64 KP040"},
    {HERE, "findings: {\"3\": {summary: x}}", "6:12 KP062"},
    {HERE, "findings: {\"1\": {improvements: [{text: x, questions: [\"9\"]}]}}", "6:55 KP062"},
    {HERE, "findings: {\"1\": {partial: [{id: \"1.1\", text: x}]}}", "6:33 KP076"},
    {HERE, "findings: {\"1\": {partial: [{id: F, text: x}]}, \"2\": {examples: [{id: F, text: y}]}}",
     "6:70 KP040"},
    {HERE, "findings: {\"1\": {strengths: x}}", "6:29 KP024"},
    {HERE, "findings: {\"1\": {strengths: [[x]]}}", "6:30 KP024"},
    {HERE, "findings: {\"1\": x}", "6:17 KP024"},
    /* printed figures */
    {HERE, "published: {\"3\": {points: 1}}", "6:13 KP062"},
    {HERE, "published: {\"1\": {points: -1, max: -2, percent: -3}}", "6:27 KP031\n6:36 KP031\n6:49 KP031"},
    {HERE, "published: {\"1\": {poinst: 1}}", "6:19 KP022"},
    /* the head */
    {HERE, "visited: 2011-02-30", "6:10 KP027"},
    {HERE, "state: finished", "6:8 KP028"},
    {HERE, "precision: rounded", "6:12 KP028"},
    {HERE, "facts: [{label: x, vaule: y}]", "6:20 KP022"},
};

static void rules_are_kept_or_told(void **state)
{
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rule_rows); i++) {
        world_clear(w);
        read_with_rubric(w, kp_arena_printf(w->arena, "%s\n", rule_rows[i].body));
        assert_codes_at(rule_rows[i].line, w, rule_rows[i].codes);
    }
}

static void the_file_must_have_what_it_needs(void **state)
{
    static const struct {
        int line;
        const char *text, *codes;
    } rows[] = {
        {HERE, "kompass: evaluation/1\nrubric: r\nunit: {name: U}\nyear: 2024\n", "1:1 KP023"},
        {HERE, "kompass: evaluation/1\nid: e\nunit: {name: U}\nyear: 2024\n", "1:1 KP023"},
        {HERE, "kompass: evaluation/1\nid: e\nrubric: r\nyear: 2024\n", "1:1 KP023"},
        {HERE, "kompass: evaluation/1\nid: e\nrubric: r\nunit: {code: x}\nyear: 2024\n", "4:7 KP023"},
        {HERE, "kompass: evaluation/1\nid: e\nrubric: r\nunit: U\nyear: 2024\n", "4:7 KP024"},
        {HERE, "kompass: evaluation/1\nid: e\nrubric: r\nunit: {name: U}\n", "1:1 KP023"},
        {HERE, "kompass: evaluation/1\nid: e\nrubric: r\nunit: {name: U}\nyear: 24\n", "5:7 KP024"},
        {HERE, "kompass: evaluation/1\nid: E\nrubric: r\nunit: {name: U}\nyear: 2024\n", "2:5 KP029"},
        {HERE, "kompass: evaluation/1\nid: f\nrubric: r\nunit: {name: U}\nyear: 2024\n", "2:5 KP030"},
        {HERE, "kompass: evaluation/1\n", "1:1 KP023\n1:1 KP023\n1:1 KP023\n1:1 KP023"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_clear(w);
        evaluation_of(w, rubric_of(w, rubric_text), rows[i].text);
        assert_codes_at(rows[i].line, w, rows[i].codes);
    }
}

/* Where the rubric cannot be had, that is told once, by others; what needs no rubric is still checked. */
static void without_a_rubric_its_rules_stay_silent(void **state)
{
    world *w = *state;

    evaluation_of(w, NULL,
                  EVALUATION_HEAD "answers: {\"9.9\": 7, \"1.1\": {points: 1000}}\n"
                                  "findings: {x: {partial: [{id: F, text: t}, {id: F, text: u}]}}\n"
                                  "published: {y: {points: -1}}\n"
                                  "evaluators: [{id: A}, {id: A}]\n");
    assert_codes(w, "7:49 KP040\n9:28 KP040");
}

static void duplicates_point_at_the_first(void **state)
{
    world *w = *state;

    read_with_rubric(w, "evaluators: [{id: A}, {id: A}, {id: A}]\n");
    kp_sink_render(w->sink, KP_DIAG_TEXT, false, &w->buf);
    assert_null(strstr(kp_buf_text(&w->buf), "e.yaml:6:28: note"));
    assert_non_null(strstr(strstr(kp_buf_text(&w->buf), "e.yaml:6:37"), "e.yaml:6:19: note"));
}

static void a_value_off_the_scale_is_told_its_levels(void **state)
{
    world *w = *state;

    read_with_rubric(w, "answers: {\"1.2.1\": 3}\n");
    assert_told(w, "3 is no value of the scale 'grad'; its values are 0 Saknas, 1 Delvis, 2 Finns");
}

/* ---- references ---- */

static kp_reference *reference_of(world *w, const kp_rubric *rubric, const char *body)
{
    kp_source *source = KP_NEW(w->arena, kp_source);
    kp_reader reader = {w->arena, source, w->sink};
    kp_file *file = KP_NEW(w->arena, kp_file);
    kp_reference *reference = NULL;

    source->name = "m.yaml";
    source->text = kp_arena_printf(w->arena, "kompass: reference/1\nid: m\nrubric: r\nset: S\n%s", body);
    source->length = strlen(source->text);
    if (kp_file_parse(w->arena, *source, w->sink, file) && kp_file_require_kind(w->arena, file, w->sink))
        reference = kp_reference_read(&reader, file->root);
    if (reference)
        kp_check_reference(&reader, reference, rubric);
    return reference;
}

static void a_reference_gives_means(void **state)
{
    world *w = *state;
    const kp_rubric *r = rubric_of(w, rubric_text);
    const kp_reference *m =
        reference_of(w, r,
                     "title: {sv: Sverige, en: Sweden}\ncountry: SE\nn: 19\ndate: 2021-04\n"
                     "values: {\"1\": 63.5, total: 100, \"2\": }\n");

    assert_codes(w, "");
    assert_text(m->country, "SE");
    assert_int(m->n.value.digits, 19);
    assert_text(kp_reference_title(m, "en"), "Sweden");
    assert_int(kp_reference_value_of(m, kp_rubric_find(r, "1"))->points.value.digits, 635);
    assert_int(kp_reference_value_of(m, r->root)->points.value.digits, 100);
    assert_null(kp_reference_value_of(m, kp_rubric_find(r, "1.1")));
    assert_text(kp_reference_title(reference_of(w, r, "values: {\"1\": 1}\n"), "en"), "m");
}

static void rules_of_references_are_kept_or_told(void **state)
{
    static const struct {
        int line;
        const char *body, *codes; /* the body begins on line 5 */
    } rows[] = {
        {HERE, "values: {\"1\": 100, \"2\": 50.5}", ""},
        {HERE, "values: {\"1\": 0, \"2\": 0.0}\nn: 1", ""},
        {HERE, "values: {\"1\": 101, \"2\": 51}", "5:15 KP068\n5:25 KP068"},
        {HERE, "values: {\"1\": 100.1}", "5:15 KP068"},
        {HERE, "values: {\"1\": -1}", "5:15 KP031"},
        {HERE, "values: {\"9\": 1}", "5:10 KP062"},
        {HERE, "values: {\"1\": x}", "5:15 KP025"},
        {HERE, "values: {\"1\": [1]}", "5:15 KP024"},
        {HERE, "values: [1]", "5:9 KP024"},
        {HERE, "values:", "5:8 KP033"},
        {HERE, "", "1:1 KP023"},
        {HERE, "values: {\"1\": 1}\nn: 0", "6:4 KP031"},
        {HERE, "values: {\"1\": 1}\nn: 1.5", "6:4 KP031"},
        {HERE, "values: {\"1\": 1}\ndate: 2021-13", "6:7 KP027"},
        {HERE, "values: {\"1\": 1}\nvalue: 1", "6:1 KP022"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_clear(w);
        reference_of(w, rubric_of(w, rubric_text), rows[i].body);
        assert_codes_at(rows[i].line, w, rows[i].codes);
    }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(everything_is_read),
        TEST(defaults_are_those_of_the_contract),
        TEST(an_answer_may_be_short_or_long),
        TEST(an_answer_carries_what_belongs_to_it),
        TEST(findings_are_texts_or_maps),
        TEST(printed_figures_are_connected_to_their_nodes),
        TEST(the_hash_is_that_of_the_bytes),
        TEST(rules_are_kept_or_told),
        TEST(the_file_must_have_what_it_needs),
        TEST(without_a_rubric_its_rules_stay_silent),
        TEST(duplicates_point_at_the_first),
        TEST(a_value_off_the_scale_is_told_its_levels),
        TEST(a_reference_gives_means),
        TEST(rules_of_references_are_kept_or_told),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("evaluation", tests, NULL, NULL) != 0;
}
