/* tests/fuzz/fuzz_load.c - any bytes as a file: read, check, audit, score, write.
 *
 * The first byte chooses: what the bytes are (a rubric, an evaluation, a reference, or a rubric and an
 * evaluation with a line ===== between them), whether they are the whole file or what follows its usual first
 * lines, and the language. Whatever the bytes are, nothing may crash, and what comes out must hold together:
 * JSON is JSON, text is UTF-8 that no terminal obeys, and results lie within their bounds.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-c/json.h>

#include "kompass/audit.h"
#include "kompass/check.h"
#include "kompass/file.h"
#include "kompass/overview.h"
#include "kompass/reference.h"
#include "kompass/utf8.h"
#include "kompass/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WHAT = 3, WHOLE_FILE = 4, LANGUAGE = 8 }; /* bits of the first byte */
typedef enum what { A_RUBRIC, AN_EVALUATION, A_REFERENCE, BOTH } what;

static const char *const rubric_head = "kompass: rubric/1\nid: r\ntitle: R\n";
static const char *const evaluation_head =
    "kompass: evaluation/1\nid: e\nrubric: r\nunit: {name: U}\nyear: 2024\nevaluators: [{id: A}, {id: B}]\n";
static const char *const reference_head = "kompass: reference/1\nid: m\nrubric: r\nset: S\n";

/* What evaluations are checked against: every kind of node and scale. */
static const char *const fixed_rubric =
    "kompass: rubric/1\nid: r\ntitle: {sv: S, nb: B, en: E}\nlanguage: sv\nrounding: {points: 1, percent: "
    "2}\n"
    "scales:\n"
    "  g: [{value: 0, label: Nej}, {value: 1, label: {sv: Delvis, en: Partly}, help: H}, {value: 2, label: "
    "Ja}]\n"
    "  p: {min: -10, max: 100}\n"
    "groups: [{id: x, title: X, areas: [\"1\"]}]\n"
    "areas:\n"
    "  - id: \"1\"\n    title: T\n    max: 100\n    help: H\n    questions:\n"
    "      - {id: \"1.1\", title: T, max: 60}\n"
    "      - id: \"1.2\"\n        title: T\n        max: 40\n        questions:\n"
    "          - {id: \"1.2.1\", title: T, weight: 2, scale: g}\n"
    "          - {id: \"1.2.2\", title: T, weight: 0, scale: g}\n"
    "          - {id: \"1.2.3\", title: T, weight: 0.333, scale: p}\n"
    "  - {id: \"2\", title: T, max: 50.5, questions: [{id: \"2.1\", title: T, scale: g}, {id: \"2.2\", "
    "title: T}]}\n"
    "  - {id: \"3\", title: T, max: 0}\n";

static void demand(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

/* ---- what must hold of all output ---- */

static void check_text(const kp_buf *text, bool terminal)
{
    size_t left = text->length, n;
    const char *p = kp_buf_text(text);
    uint32_t code;

    demand(strlen(p) == text->length, "no NUL in output");
    for (; left; p += n, left -= n) {
        n = kp_utf8_decode(p, left, &code);
        demand(n > 0, "output is UTF-8");
        demand(!terminal || (!kp_utf8_is_control(code) && code != '\r' && code != 0x85),
               "nothing for a terminal to obey");
    }
}

/* Every line is an object. */
static void check_json(kp_buf *text)
{
    check_text(text, false);
    demand(!text->length || text->data[text->length - 1] == '\n', "JSON lines end");
    for (char *line = text->data; line && *line; line += strlen(line) + 1) {
        struct json_object *object;
        line[strcspn(line, "\n")] = '\0';
        object = json_tokener_parse(line);
        demand(object && json_object_is_type(object, json_type_object), "JSON can be read");
        json_object_put(object);
    }
}

static void check_problems(const kp_sink *sink)
{
    kp_buf text = KP_BUF_INIT;

    kp_sink_render(sink, KP_DIAG_TEXT, true, &text);
    check_text(&text, true);
    kp_buf_clear(&text);
    kp_sink_render(sink, KP_DIAG_SHORT, false, &text);
    check_text(&text, true);
    kp_buf_clear(&text);
    kp_sink_render(sink, KP_DIAG_JSON, false, &text);
    check_json(&text);
    kp_buf_done(&text);
}

static void check_result(const kp_result *r, const kp_evaluation *e)
{
    if (r->hidden)
        return;
    demand(r->state < KP_RESULT_STATE__COUNT, "a state");
    demand(kp_num_sign(r->max) >= 0, "max >= 0");
    if (!kp_has_bounds(r))
        return;
    demand(kp_num_sign(r->low) >= 0 && kp_num_cmp(r->low, r->high) <= 0, "0 <= low <= high");
    demand(kp_num_cmp(r->high, r->max) <= 0, "high <= max");
    if (!kp_has_score(r))
        return;
    demand(kp_num_sign(r->points) >= 0 && kp_num_cmp(r->points, r->high) <= 0, "0 <= points <= high");
    demand(e->precision == KP_PRINTED || kp_num_cmp(r->points, r->low) <= 0, "points <= low");
}

/* ---- the pipeline ---- */

static void write_overview(kp_arena *arena, const kp_score *score, const kp_audit *audit, const char *lang)
{
    const kp_overview_input input = {.score = score,
                                     .audit = audit,
                                     .audience = lang ? KP_TEAM : KP_BOARD,
                                     .lang = lang ? lang : "sv",
                                     .version = "0",
                                     .evaluation_sha256 = score->evaluation->sha256,
                                     .created = 1};
    kp_buf dump = KP_BUF_INIT;

    kp_write_book_dump(arena, kp_overview_book(arena, &input), &dump);
    check_text(&dump, false);
    kp_buf_done(&dump);
}

static void write_all(kp_arena *arena, kp_evaluation *e, const char *lang)
{
    const kp_score *score = kp_score_evaluation(arena, e);
    const kp_audit audit = kp_audit_evaluation(arena, e);
    const kp_agreement agreement = kp_agreement_of(arena, score);
    kp_buf text = KP_BUF_INIT;

    for (uint32_t i = 0; i < score->rubric->node_count; i++)
        check_result(&score->results[i], e);
    kp_write_score_table(arena, score, &agreement, lang, &text);
    check_text(&text, false);
    kp_buf_clear(&text);
    kp_write_csv_header(&text);
    kp_write_score_csv(arena, score, lang, &text);
    check_text(&text, false);
    kp_buf_clear(&text);
    kp_evaluation_hash(arena, e);
    kp_write_score_json(arena, score, &agreement, lang, &text);
    check_json(&text);
    kp_buf_done(&text);
    write_overview(arena, score, &audit, lang);
}

static kp_file *read_file(kp_arena *arena, kp_sink *sink, const char *name, const char *text, size_t length)
{
    kp_file *file = KP_NEW(arena, kp_file);
    const kp_source source = {.name = name, .text = text, .length = length};

    return kp_file_parse(arena, source, sink, file) && kp_file_require_kind(arena, file, sink) ? file : NULL;
}

static const kp_rubric *read_rubric(kp_arena *arena, kp_sink *sink, const char *text, size_t length)
{
    size_t errors = kp_sink_errors(sink);
    const kp_file *file = read_file(arena, sink, "r.yaml", text, length);
    kp_reader reader = {arena, file ? &file->source : NULL, sink};
    kp_rubric *rubric = file && file->kind == KP_RUBRIC ? kp_rubric_read(&reader, file->root) : NULL;

    if (!rubric)
        return NULL;
    kp_check_rubric(&reader, rubric);
    if (kp_sink_errors(sink) != errors)
        return NULL;
    kp_rubric_weigh(arena, rubric);
    return rubric;
}

static void read_evaluation(kp_arena *arena, kp_sink *sink, const kp_rubric *rubric, const char *text,
                            size_t length, const char *lang)
{
    size_t errors = kp_sink_errors(sink);
    const kp_file *file = read_file(arena, sink, "e.yaml", text, length);
    kp_reader reader = {arena, file ? &file->source : NULL, sink};
    kp_evaluation *e = file && file->kind == KP_EVALUATION ? kp_evaluation_read(&reader, file->root) : NULL;

    if (!e)
        return;
    kp_check_evaluation(&reader, e, rubric);
    if (rubric)
        kp_audit_published(&reader, e);
    if (rubric && kp_sink_errors(sink) == errors)
        write_all(arena, e, lang);
}

static void read_reference(kp_arena *arena, kp_sink *sink, const kp_rubric *rubric, const char *text,
                           size_t length)
{
    const kp_file *file = read_file(arena, sink, "m.yaml", text, length);
    kp_reader reader = {arena, file ? &file->source : NULL, sink};
    kp_reference *reference =
        file && file->kind == KP_REFERENCE ? kp_reference_read(&reader, file->root) : NULL;

    if (reference)
        kp_check_reference(&reader, reference, rubric);
}

/* ---- the bytes ---- */

/* The file that the bytes make: themselves, or what follows a head. */
static const char *with_head(kp_arena *arena, const char *head, const char *bytes, size_t length, bool whole,
                             size_t *ret_length)
{
    kp_buf text = KP_BUF_INIT;
    const char *copy;

    kp_buf_puts(&text, whole ? "" : head);
    kp_buf_add(&text, bytes, length);
    *ret_length = text.length;
    copy = kp_arena_strndup(arena, kp_buf_text(&text), text.length);
    kp_buf_done(&text);
    return copy;
}

static void read_both(kp_arena *arena, kp_sink *sink, const char *bytes, size_t length, bool whole,
                      const char *lang)
{
    static const char border[] = "\n=====\n";
    const char *copy = kp_arena_strndup(arena, bytes, length), *line = strstr(copy, border), *text;
    size_t first = line ? (size_t)(line - copy) + 1 : length,
           behind = line ? first + strlen(border) - 1 : length, size;
    const kp_rubric *rubric;

    text = with_head(arena, rubric_head, bytes, first, whole, &size);
    rubric = read_rubric(arena, sink, text, size);
    text = with_head(arena, evaluation_head, bytes + behind, length - behind, whole && line, &size);
    read_evaluation(arena, sink, rubric, text, size, lang);
}

static void run(kp_arena *arena, kp_sink *sink, unsigned choice, const char *bytes, size_t length,
                const char *lang)
{
    const bool whole = (choice & WHOLE_FILE) != 0;
    const what kind = (what)(choice & WHAT);
    const kp_rubric *rubric;
    const char *text;
    size_t size;

    if (kind == A_RUBRIC || kind == BOTH) {
        read_both(arena, sink, bytes, length, whole, lang);
        return;
    }
    rubric = read_rubric(arena, sink, fixed_rubric, strlen(fixed_rubric));
    demand(rubric != NULL, "the fixed rubric is sound");
    text = with_head(arena, kind == AN_EVALUATION ? evaluation_head : reference_head, bytes, length, whole,
                     &size);
    if (kind == AN_EVALUATION)
        read_evaluation(arena, sink, rubric, text, size, lang);
    else
        read_reference(arena, sink, rubric, text, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const langs[] = {NULL, "sv", "nb", "en"};
    kp_arena *arena;
    kp_sink *sink;
    unsigned lang;

    if (!size)
        return 0;
    lang = data[0] / LANGUAGE % 4;
    arena = kp_arena_new(NULL, NULL);
    sink = kp_sink_new(lang == 2 ? KP_NB : lang == 3 ? KP_EN : KP_SV);
    run(arena, sink, data[0], (const char *)data + 1, size - 1, langs[lang]);
    check_problems(sink);
    kp_sink_free(sink);
    kp_arena_free(arena);
    return 0;
}
