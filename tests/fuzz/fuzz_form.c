/* tests/fuzz/fuzz_form.c - any bytes as a workbook that somebody hands back.
 *
 * The first byte chooses: 0 the bytes are a workbook's file; 1 its first sheet, as XML in a sound package; 2
 * the cells of a form (sheets between form feeds, rows between line feeds, cells between tabs; a cell that
 * begins with \1 is a number, \2 a date, \3 a truth value, \4 an error), beside a sound head. With 4 added
 * the form was made from an evaluation. Whatever the bytes are, nothing may crash; and where a form is
 * understood, the YAML that is written for it is read back as the same evaluation.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "kompass/base64.h"
#include "kompass/check.h"
#include "kompass/file.h"
#include "kompass/import.h"
#include "kompass/sha256.h"
#include "kompass/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const rubric_text =
    "kompass: rubric/1\nid: r\ntitle: R\nlanguage: sv\n"
    "scales:\n"
    "  g: [{value: 0, label: Nej}, {value: 1, label: {sv: Delvis, en: Partly}}, {value: 2, label: Finns}]\n"
    "  p: {min: -10, max: 100}\n"
    "areas:\n"
    "  - id: \"1\"\n    title: T\n    max: 100\n    questions:\n"
    "      - {id: \"1.1\", title: T, scale: g}\n"
    "      - {id: \"1.10\", title: T, scale: p}\n"
    "      - {id: \"a\\tb, c\", title: T, scale: g}\n"
    "      - {id: \"1.3\", title: T}\n"
    "  - {id: \"2\", title: T, max: 50}\n";

static const char *const base_text =
    "kompass: evaluation/1\nid: e\nrubric: r\nunit: {name: U}\nyear: 2024\nlanguage: sv\n"
    "evaluators: [{id: A}, {id: B, name: N}]\n"
    "answers:\n"
    "  \"1.1\": {value: 1, by: {A: 2, B: n/a}, comment: {sv: S, en: E}, evidence: [{type: document, text: "
    "x}, {ref: y}]}\n"
    "  \"1.10\": 12.50\n  \"1.3\": n/a\n  \"2\":\n"
    "findings:\n"
    "  \"1\": {summary: Z, strengths: [one, {id: F1, text: two, questions: [\"1.1\", \"1.3\"]}]}\n"
    "published: {\"1\": {points: 51}}\n";

static void demand(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

/* ---- a package with one sheet, stored ---- */

typedef struct package {
    kp_buf bytes, directory;
    uint16_t count;
} package;

static void put(kp_buf *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        kp_buf_putc(out, (char)(value >> (8 * i) & 255));
}

static void add_part(package *p, const char *name, const char *data, size_t length)
{
    uint32_t crc = (uint32_t)crc32(0, (const Bytef *)data, (uInt)length), at = (uint32_t)p->bytes.length;
    kp_buf common = KP_BUF_INIT;

    put(&common, 20, 2);
    put(&common, 0, 4); /* flags, stored */
    put(&common, 0, 4); /* time */
    put(&common, crc, 4);
    put(&common, (uint32_t)length, 4);
    put(&common, (uint32_t)length, 4);
    put(&common, (uint32_t)strlen(name), 2);
    put(&common, 0, 2);
    kp_buf_add(&p->bytes, "PK\3\4", 4);
    kp_buf_add(&p->bytes, kp_buf_text(&common), common.length);
    kp_buf_puts(&p->bytes, name);
    kp_buf_add(&p->bytes, data, length);
    kp_buf_add(&p->directory, "PK\1\2", 4);
    put(&p->directory, 20, 2);
    kp_buf_add(&p->directory, kp_buf_text(&common), common.length);
    put(&p->directory, 0, 4); /* comment, disk */
    put(&p->directory, 0, 2);
    put(&p->directory, 0, 4); /* attributes */
    put(&p->directory, at, 4);
    kp_buf_puts(&p->directory, name);
    p->count++;
    kp_buf_done(&common);
}

static void finish(package *p)
{
    uint32_t at = (uint32_t)p->bytes.length, length = (uint32_t)p->directory.length;

    kp_buf_add(&p->bytes, kp_buf_text(&p->directory), p->directory.length);
    kp_buf_add(&p->bytes, "PK\5\6", 4);
    put(&p->bytes, 0, 4);
    put(&p->bytes, p->count, 2);
    put(&p->bytes, p->count, 2);
    put(&p->bytes, length, 4);
    put(&p->bytes, at, 4);
    put(&p->bytes, 0, 2);
}

#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
static void add_text(package *p, const char *name, const char *text)
{
    add_part(p, name, text, strlen(text));
}

static kp_bytes packed(kp_arena *arena, const uint8_t *data, size_t size)
{
    package p = {KP_BUF_INIT, KP_BUF_INIT, 0};
    kp_bytes bytes;

    add_text(&p, "[Content_Types].xml", "<Types/>");
    add_text(&p, "_rels/.rels",
             RELATIONS "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"w.xml\"/></Relationships>");
    add_text(&p, "_rels/w.xml.rels",
             RELATIONS "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/>"
                       "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></Relationships>");
    add_text(&p, "w.xml",
             "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>");
    add_text(&p, "t.xml",
             "<sst><si><t>kompass:answers</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>");
    add_part(&p, "s.xml", (const char *)data, size);
    finish(&p);
    bytes = (kp_bytes){kp_arena_strndup(arena, kp_buf_text(&p.bytes), p.bytes.length), p.bytes.length};
    kp_buf_done(&p.bytes);
    kp_buf_done(&p.directory);
    return bytes;
}

/* ---- cells ---- */

static kp_read_sheet sheet_of(kp_arena *arena, const char *name, const char *text, size_t length)
{
    kp_read_sheet sheet = {name, KP_NEW_ARRAY(arena, length + 1, kp_read_cell), 0};
    uint32_t row = 0, column = 0;

    for (size_t i = 0, end; i <= length; i = end + 1) {
        kp_read_cell *cell = &sheet.cells[sheet.count];
        for (end = i; end < length && text[end] != '\t' && text[end] != '\n'; end++)
            ;
        *cell = (kp_read_cell){.row = row, .column = column};
        if (end > i && text[i] >= 1 && text[i] <= 4)
            cell->kind = (uint8_t)text[i++];
        cell->text = kp_arena_strndup(arena, text + i, end - i);
        sheet.count += *cell->text != '\0';
        column++;
        if (end < length && text[end] == '\n') {
            row++;
            column = 0;
        }
    }
    return sheet;
}

static void clean(kp_arena *arena, const uint8_t *data, size_t size, char **ret)
{
    char *text = kp_arena_alloc(arena, size + 1);
    size_t length = 0;

    for (size_t i = 0; i < size; i++) /* the reader gives valid text only */
        if (data[i] < 0x80 && (data[i] >= ' ' || strchr("\1\2\3\4\t\n\f", data[i])) && data[i] &&
            data[i] != 0x7F)
            text[length++] = (char)data[i];
    text[length] = '\0';
    *ret = text;
}

static const char *head_of(kp_arena *arena, bool has_base)
{
    char sha256[KP_SHA256_TEXT];

    if (!has_base)
        return "kompass:form\tkey\tvalue\n\tform\t1\n\trubric\tr\n\tlanguage\tsv";
    kp_sha256(base_text, strlen(base_text), sha256);
    return kp_arena_printf(
        arena,
        "kompass:form\tkey\tvalue\n\tform\t1\n\trubric\tr\n\tlanguage\tsv\n\tbase_sha256\t%s\n\tbase:#1\t%s",
        sha256, kp_base64(arena, base_text, strlen(base_text)));
}

static kp_workbook workbook_of(kp_arena *arena, const uint8_t *data, size_t size, bool has_base)
{
    kp_workbook book = {"f.xlsx", KP_NEW_ARRAY(arena, size + 2, kp_read_sheet), 0};
    const char *head = head_of(arena, has_base);
    char *text;

    clean(arena, data, size, &text);
    book.sheets[book.sheet_count++] = sheet_of(arena, "kompass", head, strlen(head));
    for (size_t n; book.sheet_count < 5; text += n + 1) {
        n = strcspn(text, "\f");
        book.sheets[book.sheet_count++] = sheet_of(arena, "S", text, n);
        if (!text[n])
            break;
    }
    return book;
}

/* ---- what must hold ---- */

static const kp_rubric *rubric_of(kp_arena *arena, kp_sink *sink)
{
    kp_file *file = KP_NEW(arena, kp_file);
    kp_source source = {.name = "r.yaml", .text = rubric_text, .length = strlen(rubric_text)};
    kp_reader reader = {arena, &file->source, sink};
    kp_rubric *rubric;

    demand(kp_file_parse(arena, source, sink, file), "the rubric has a tree");
    rubric = kp_rubric_read(&reader, file->root);
    kp_check_rubric(&reader, rubric);
    demand(kp_sink_errors(sink) == 0, "the rubric is sound");
    kp_rubric_weigh(arena, rubric);
    return rubric;
}

static void check_written(kp_arena *arena, kp_sink *sink, const kp_rubric *rubric, kp_forms *forms,
                          kp_ynode *root, bool is_plan)
{
    kp_reader reader = {arena, &forms->source, sink};
    kp_file *file = KP_NEW(arena, kp_file);
    kp_evaluation *evaluation;
    kp_followup *followup;
    kp_buf out = KP_BUF_INIT;
    kp_source source;

    kp_import_set_id(arena, root, "f");
    if (is_plan) {
        followup = kp_followup_read(&reader, root);
        demand(followup != NULL, "a follow-up");
        kp_check_followup(&reader, followup, NULL);
    } else {
        evaluation = kp_evaluation_read(&reader, root);
        demand(evaluation != NULL, "an evaluation");
        kp_check_evaluation(&reader, evaluation, rubric);
    }
    if (kp_sink_errors(sink) == 0) {
        kp_write_yaml(root, &out);
        source = (kp_source){.name = "f.yaml", .text = kp_buf_text(&out), .length = out.length};
        demand(kp_file_parse(arena, source, sink, file) && !kp_sink_errors(sink), "what is written is YAML");
        demand(kp_ynode_equal(file->root, root), "what is written is read back");
    }
    kp_buf_done(&out);
}

static void import(kp_arena *arena, kp_sink *sink, const kp_workbook *book)
{
    kp_forms *forms = kp_forms_new(arena, sink, 2);
    const kp_rubric *rubric = rubric_of(arena, sink);
    kp_form *form = kp_forms_add(forms, book);
    kp_ynode *root;

    if (!form)
        return;
    if (kp_form_is_plan(form)) {
        root = kp_forms_plan(forms, rubric, NULL);
    } else {
        kp_form_read(form, rubric);
        root = kp_forms_merge(forms, rubric);
    }
    if (root)
        check_written(arena, sink, rubric, forms, root, kp_form_is_plan(form));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_sink *sink = kp_sink_new(KP_EN);
    kp_buf shown = KP_BUF_INIT;
    kp_workbook book;
    bool read = false;

    if (size == 0 || (data[0] & 3) == 3) {
        /* nothing */
    } else if ((data[0] & 3) == 2) {
        book = workbook_of(arena, data + 1, size - 1, data[0] & 4);
        read = true;
    } else {
        kp_bytes bytes =
            (data[0] & 3) == 1
                ? packed(arena, data + 1, size - 1)
                : (kp_bytes){kp_arena_strndup(arena, (const char *)data + 1, size - 1), size - 1};
        read = kp_workbook_parse(arena, "f.xlsx", bytes, sink, &book);
        demand(read == (kp_sink_errors(sink) == 0), "what is refused is told");
    }
    if (read)
        import(arena, sink, &book);
    kp_sink_render(sink, KP_DIAG_TEXT, true, &shown);
    kp_buf_done(&shown);
    kp_sink_free(sink);
    kp_arena_free(arena);
    return 0;
}
