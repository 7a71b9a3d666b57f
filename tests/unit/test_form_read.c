/* tests/unit/test_form_read.c - filled-in forms, from cells to an evaluation. */
#include "support.h"

#include <string.h>

#include "kompass/base64.h"
#include "kompass/file.h"
#include "kompass/import.h"
#include "kompass/sha256.h"
#include "kompass/write.h"

static const char *const rubric_text = "kompass: rubric/1\nid: r\ntitle: R\nlanguage: sv\n"
                                       "scales:\n"
                                       "  g: [{value: 0, label: Saknas}, {value: 1, label: {sv: Finns "
                                       "delvis, en: Partly}}, {value: 2, label: Finns}]\n"
                                       "  p: {min: 0, max: 100}\n"
                                       "areas:\n"
                                       "  - id: \"1\"\n    title: T\n    max: 100\n    questions:\n"
                                       "      - {id: \"1.1\", title: T, scale: g}\n"
                                       "      - {id: \"1.2\", title: T, scale: p}\n"
                                       "      - {id: \"1.10\", title: T}\n";

static const char *const base_text =
    "kompass: evaluation/1\nid: e\nrubric: r\nunit: {name: U}\nyear: 2024\nlanguage: sv\n"
    "facts: [{label: F, value: \"1\"}]\n"
    "evaluators: [{id: A}, {id: B}]\n"
    "answers:\n"
    "  \"1.1\": {value: 1, by: {A: 2, B: n/a}, comment: {sv: \"S\\tT\\r\\n\", en: E}, evidence: [{text: x}, "
    "{ref: y}]}\n"
    "  \"1.2\": 12.50\n"
    "findings:\n"
    "  \"1\": {summary: Z, strengths: [ett, {id: F1, text: två, questions: [\"1.1\", \"1.2\"]}]}\n";

/* Sheets between form feeds, rows between line feeds, cells between tabs; "n:", "d:", "b:" and "e:" before a
 * cell say its kind, "p:" a number shown as percent; "\\n" is a line break. */
static kp_read_sheet sheet_of(kp_arena *arena, const char *name, const char *text, size_t length)
{
    static const char kinds[] = "tndbe";
    kp_read_sheet sheet = {name, KP_NEW_ARRAY(arena, length + 1, kp_read_cell), 0};
    uint32_t row = 0, column = 0;

    for (size_t i = 0, end; i <= length; i = end + 1, column++) {
        kp_read_cell *cell = &sheet.cells[sheet.count];
        char *copy, *at;
        for (end = i; end < length && !strchr("\t\n", text[end]); end++)
            ;
        *cell = (kp_read_cell){.row = row, .column = column};
        if (end > i + 1 && text[i + 1] == ':' && strchr("tndbep", text[i])) {
            cell->is_percent = text[i] == 'p';
            cell->kind = cell->is_percent ? KP_HOLDS_NUMBER : (uint8_t)(strchr(kinds, text[i]) - kinds);
            i += 2;
        }
        cell->text = copy = kp_arena_strndup(arena, text + i, end - i);
        while ((at = strstr(copy, "\\n")) != NULL) {
            *at = '\n';
            memmove(at + 1, at + 2, strlen(at + 2) + 1);
        }
        sheet.count += *copy != '\0';
        if (end < length && text[end] == '\n') {
            row++;
            column = UINT32_MAX;
        }
    }
    return sheet;
}

static kp_workbook book_of(world *w, const char *path, const char *base, const char *text)
{
    kp_workbook book = {path, KP_NEW_ARRAY(w->arena, 8, kp_read_sheet), 0};
    char sha256[KP_SHA256_TEXT];
    const char *head = "kompass:form\tkey\tvalue\n\tform\t1\n\trubric\tr\n\tlanguage\tsv";

    if (base) {
        kp_sha256(base, strlen(base), sha256);
        head = kp_arena_printf(w->arena, "%s\n\tbase:#1\t%s\n\tbase_sha256\t%s", head,
                               kp_base64(w->arena, base, strlen(base)), sha256);
    }
    book.sheets[book.sheet_count++] = sheet_of(w->arena, "kompass", head, strlen(head));
    for (size_t n;; text += n + 1) {
        const char *name = kp_arena_printf(w->arena, "S%u", (unsigned)book.sheet_count);
        n = strcspn(text, "\f");
        book.sheets[book.sheet_count++] = sheet_of(w->arena, name, text, n);
        if (!text[n])
            return book;
    }
}

/* Import forms (a second one may be NULL): the tree, or NULL. */
static kp_ynode *import_two(world *w, const char *base, const char *one, const char *two)
{
    kp_forms *forms = kp_forms_new(w->arena, w->sink, 2);
    const kp_rubric *rubric = rubric_of(w, rubric_text);
    kp_workbook books[] = {book_of(w, "a.xlsx", base, one), book_of(w, "b.xlsx", base, two ? two : "")};
    kp_form *form;

    assert_non_null(rubric);
    for (size_t i = 0; i < (two ? 2 : 1); i++) {
        form = kp_forms_add(forms, &books[i]);
        if (!form)
            return NULL;
        kp_form_read(form, rubric);
    }
    return kp_forms_merge(forms, rubric);
}

static const char *written(world *w, const kp_ynode *node)
{
    kp_buf_clear(&w->buf);
    if (node)
        kp_write_yaml_line(node, &w->buf);
    return node ? kp_buf_text(&w->buf) : NULL;
}

static const kp_ynode *base_tree(world *w)
{
    kp_file *file = KP_NEW(w->arena, kp_file);
    kp_source source = {.name = "e.yaml", .text = base_text, .length = strlen(base_text)};

    assert_true(kp_file_parse(w->arena, source, w->sink, file));
    return file->root;
}

#define ANSWERS                                                                                              \
    "kompass:answers\tid\tvalue\tby:#1\tby:#2\tpoints\tpercent\tnot_applicable\tbest_"                       \
    "practice\tcomment\tnote\n"
#define EVALUATORS "kompass:evaluators\tslot\tevaluator\n\t#1\tA\n\t#2\tB\f"

/* What a value cell may hold, and what it means. */
static void values_in_every_way(void **state)
{
    static const struct {
        int line;
        const char *cells, *want, *codes;
    } rows[] = {
        {HERE, "1.1\tFinns", "2", ""},
        {HERE, "1.1\t finns  DELVIS ", "1", ""},
        {HERE, "1.1\tPARTLY", "1", ""},
        {HERE, "1.1\t2", "2", ""},
        {HERE, "1.1\tn:2", "2", ""},
        {HERE, "1.1\t2 Finns", "2", ""},
        {HERE, "1.1\tFinns (2)", "2", ""},
        {HERE, "1.1\tEj tillämplig", "{not_applicable: true}", ""},
        {HERE, "1.1\tN/A", "{not_applicable: true}", ""},
        {HERE, "1.1\t\t\t\t\t\tx", "{not_applicable: true}", ""},
        {HERE, "1.1\t\t\t\t\t\tb:true", "{not_applicable: true}", ""},
        {HERE, "1.1\t\t\t\t\t\tNej", NULL, ""},
        {HERE, "1.2\t12,5", "12.5", ""},
        {HERE,
         "1.2\t 1\xC2\xA0"
         "0 ",
         "10", ""},
        {HERE, "1.2\t80 %", "80", ""},
        {HERE, "1.2\tp:0.825", "82.5", ""},
        {HERE, "1.10\t\t\t\t50", "{points: 50}", ""},
        {HERE, "1.10\t\t\t\t\t80 %", "{percent: 80}", ""},
        {HERE, "1.10\t\t\t\t\tp:0.8", "{percent: 80}", ""},
        {HERE, "1.10\t\t\t\t\tn:80", "{percent: 80}", ""},
        {HERE, "1.1\tFins", NULL, "2:3 KP130"},
        {HERE, "1.1\tn:2\n\t1.1\tn:2", NULL, "3:3 KP132"},
        {HERE, "n:1.1\tFinns", NULL, "2:2 KP133"},
        {HERE, "n:1.2\tn:5", "5", ""},
        {HERE, "1.1\te:#REF!", NULL, "2:3 KP136"},
        {HERE, "\tFinns", NULL, "2:3 KP131"},
        {HERE, "1.1\t\tFinns", NULL, "2:4 KP138"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_ynode *root, *answers;
        world_clear(w);
        root = import_two(w, NULL, kp_arena_printf(w->arena, ANSWERS "\t%s", rows[i].cells), NULL);
        answers = root ? kp_ynode_get(root, "answers") : NULL;
        if (rows[i].want && (!answers || answers->count != 1))
            fail_msg("line %d: %s", rows[i].line, written(w, answers));
        if (rows[i].want && answers->first->value->kind == KP_YMAP && *rows[i].want != '{')
            fail_msg("line %d: %s", rows[i].line, written(w, answers->first->value));
        if (rows[i].want && strcmp(rows[i].want, "{not_applicable: true}") == 0)
            assert_text_at(rows[i].line, written(w, answers->first->value), "n/a");
        else if (rows[i].want)
            assert_text_at(rows[i].line, written(w, answers->first->value), rows[i].want);
        else if (!*rows[i].codes)
            assert_int_at(rows[i].line, answers->count, 0);
        if (*rows[i].codes)
            assert_told_at(rows[i].line, w, strrchr(rows[i].codes, ' ') + 1);
    }
}

/* A form that shows all that the base says, as cells show it, changes nothing: not a tab, a line break,
 * another language, a decimal. */
static void what_cells_still_show_is_no_change(void **state)
{
    world *w = *state;
    kp_ynode *root =
        import_two(w, base_text,
                   EVALUATORS ANSWERS
                   "\t1.1\tFinns delvis\tFinns\tEj tillämplig\t\t\t\t\tS T\n\t1.2\tn:12.5\n\t1.10"
                   "\fkompass:evidence\tid\titem\tevidence.type\tevidence.text\tevidence.ref\n"
                   "\t1.1\t1.1#evidence#2\tÖvrigt\t\ty\n\t1.1\t1.1#evidence#1\t\tx"
                   "\fkompass:summaries\tid\tsummary\n\t1\tZ"
                   "\fkompass:findings\tquestions\tid\titem\tkind\tfinding\ttext\n"
                   "\t1.1; 1.2\t1\t1#strengths#2\tStyrkor\tF1\ttvå\n\t\t1\t1#strengths#1\tstrengths\t\tett",
                   NULL);

    assert_codes(w, "");
    assert_non_null(root);
    kp_ynode_remove(root, "rubric_sha256");
    if (!kp_ynode_equal(root, base_tree(w))) {
        kp_buf_clear(&w->buf);
        kp_write_yaml_changes(w->arena, base_tree(w), root, &w->buf);
        fail_msg("%s", kp_buf_text(&w->buf));
    }
}

static void only_what_was_changed_changes(void **state)
{
    world *w = *state;
    kp_ynode *root = import_two(
        w, base_text,
        EVALUATORS ANSWERS
        "\t1.1\tFinns\tFinns\tn:0\t\t\t\tja\tNy\\ntext\n\t1.2\n\t1.10\t\t\t\t7"
        "\fkompass:evidence\tid\titem\tevidence.type\tevidence.text\tevidence.ref\n"
        "\t1.1\t1.1#evidence#1\tIntervju\tx\n\t1.1\t1.1#evidence#2\n\t1.2\t\t\tz"
        "\fkompass:findings\tid\titem\tkind\tfinding\ttext\tquestions\n"
        "\t1\t1#strengths#1\tFörbättringsmöjligheter\t\tett\n\t1\t1#strengths#2\tStyrkor\tF1\tTVÅ\t1.1, 1.2",
        NULL);

    assert_codes(w, "");
    kp_buf_clear(&w->buf);
    kp_ynode_remove(root, "rubric_sha256");
    kp_write_yaml_changes(w->arena, base_tree(w), root, &w->buf);
    assert_text(kp_buf_text(&w->buf), "1.1 value: 1 → 2\n"
                                      "1.1 by B: n/a → 0\n"
                                      "1.1 comment sv: \"S\\u0009T\\u000D\\n\" → \"Ny\\ntext\"\n"
                                      "1.1 best_practice: – → true\n"
                                      "1.1 evidence[1] type: – → interview\n"
                                      "1.2 evidence[1] text: – → \"z\"\n"
                                      "1.10 points: – → 7\n"
                                      "findings 1 strengths[F1] text: två → \"TVÅ\"\n"
                                      "findings 1 improvements[1]: – → ett\n"
                                      "1.1 evidence[2] ref: y → –\n"
                                      "1.2 value: 12.50 → –\n"
                                      "findings 1 strengths[1]: ett → –\n");
}

/* Two swap their initials, and somebody new takes those that another gives up. */
static void evaluators_may_change_places(void **state)
{
    static const struct {
        int line;
        const char *who, *by;
    } rows[] = {
        {HERE, "\t#1\tB\n\t#2\tA", "{B: 2, A: n/a}"},
        {HERE, "\t#1\tB\n\t#2\tCC", "{B: 2, CC: n/a}"},
        {HERE, "\t#1\tCC\n\t#2\tA", "{CC: 2, A: n/a}"},
        {HERE, "\t#1\tCC\n\t#2\tB\n\t#3\tA", "{CC: 2, B: n/a, A: 0}"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *form =
            kp_arena_printf(w->arena,
                            "kompass:evaluators\tslot\tevaluator\n%s\fkompass:answers\tid\tby:#1"
                            "\tby:#2\tby:#3\n\t1.1\tn:2\tn/a\t%s\n\t1.2\n\t1.10",
                            rows[i].who, strstr(rows[i].who, "#3") ? "n:0" : "");
        kp_ynode *root = import_two(w, base_text, form, NULL), *answer;
        assert_non_null(root);
        answer = kp_ynode_get(kp_ynode_get(root, "answers"), "1.1");
        check_text(written(w, kp_ynode_get(answer, "by")), rows[i].by, __FILE__, rows[i].line);
    }
}

/* A finding without its text is none any more; a row that was copied is one more. */
static void findings_taken_out_and_copied(void **state)
{
    static const char head[] = "kompass:findings\tid\titem\tkind\tfinding\ttext\tquestions\n";
    static const struct {
        int line;
        const char *rows, *strengths;
    } rows[] = {
        {HERE, "\t1\t1#strengths#1\tStyrkor\t\tett\n\t1\t1#strengths#2\tStyrkor\tF1\t\t1.1, 1.2", "[ett]"},
        {HERE, "\t1\t1#strengths#1\tStyrkor\n\t1\t1#strengths#2\tStyrkor\tF1\ttvå\t1.1, 1.2",
         "[{id: F1, text: två, questions: [\"1.1\", \"1.2\"]}]"},
        {HERE,
         "\t1\t1#strengths#1\tStyrkor\t\tett\n\t1\t1#strengths#1\tStyrkor\t\ttre\n"
         "\t1\t1#strengths#2\tStyrkor\tF1\ttvå\t1.1, 1.2",
         "[ett, {id: F1, text: två, questions: [\"1.1\", \"1.2\"]}, \"tre\"]"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_ynode *root =
            import_two(w, base_text,
                       kp_arena_printf(w->arena, "%s%s\f" ANSWERS "\t1.1\tn:1\n\t1.2\tn:12.5\n\t1.10", head,
                                       rows[i].rows),
                       NULL);
        assert_non_null(root);
        check_text(written(w, kp_ynode_get(kp_ynode_get(kp_ynode_get(root, "findings"), "1"), "strengths")),
                   rows[i].strengths, __FILE__, rows[i].line);
    }
}

static void a_renamed_evaluator_keeps_the_own_values(void **state)
{
    world *w = *state;
    kp_ynode *root = import_two(w, base_text,
                                "kompass:evaluators\tslot\tevaluator\n\t#1\tAA\n\t#2\tB\f" ANSWERS
                                "\t1.1\tn:1\tn:2\tn/a\t\t\t\t\tS T\n\t1.2\tn:12.5\n\t1.10",
                                NULL);

    assert_non_null(root);
    assert_text(written(w, kp_ynode_get(kp_ynode_get(root, "answers")->first->value, "by")),
                "{AA: 2, B: n/a}");
    assert_text(written(w, kp_ynode_get(root, "evaluators")), "[{id: \"AA\"}, {id: B}]");
}

static void two_forms_are_merged(void **state)
{
    world *w = *state;
    kp_ynode *root = import_two(w, NULL,
                                "kompass:evaluators\tslot\tevaluator\n\t#1\tLE\f" ANSWERS
                                "\t1.1\tFinns\tFinns\t\t\t\t\tx\tA\n\t1.2\t\tn:5",
                                "kompass:evaluators\tslot\tevaluator\n\t#1\tGG\f" ANSWERS
                                "\t1.2\tn:7\tn:9\n\t1.1\tn:2\tn:0\t\t\t\t\t\tB");

    assert_non_null(root);
    assert_text(written(w, kp_ynode_get(root, "answers")),
                "{\"1.1\": {value: 2, by: {LE: 2, GG: 0}, comment: \"A\\n\\nB\", best_practice: true}, "
                "\"1.2\": {value: 7, by: {LE: 5, GG: 9}}}");
    assert_text(written(w, kp_ynode_get(root, "evaluators")), "[{id: \"LE\"}, {id: \"GG\"}]");
    assert_told(w, "KP143");
}

static void what_two_forms_contradict_is_told(void **state)
{
    world *w = *state;

    assert_null(import_two(w, base_text, ANSWERS "\t1.1\tFinns\t\t\t\t\t\t\tA\n\t1.2\tn:12.5\n\t1.10",
                           ANSWERS "\t1.1\tSaknas\t\t\t\t\t\t\tB\n\t1.2\tn:12.5\n\t1.10"));
    assert_told(w, "1.1: Saknas here, but Finns in another workbook");
    assert_told(w, "1.1 Kommentar:");
}

/* Sorted, the row of names not on top, columns moved, one without a name among them. */
static void order_does_not_matter(void **state)
{
    world *w = *state;
    kp_ynode *root = import_two(w, NULL,
                                "A\t\t1.1\t\tFinns\nKommentar\tx\tNr\t-\tVärde\n\tB\t1.10\t\t\t\t50\n"
                                "comment\tmine\tid\tkompass:answers\tvalue\tnote\tpoints\n"
                                "C\tprivat\t1.2\t\tn:3\tD",
                                NULL);

    assert_non_null(root);
    assert_text(written(w, kp_ynode_get(root, "answers")),
                "{\"1.1\": {value: 2, comment: \"A\"}, \"1.2\": {value: 3, note: \"D\", comment: \"C\"}, "
                "\"1.10\": {points: 50}}");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(values_in_every_way),           TEST(what_cells_still_show_is_no_change),
        TEST(only_what_was_changed_changes), TEST(a_renamed_evaluator_keeps_the_own_values),
        TEST(evaluators_may_change_places),  TEST(findings_taken_out_and_copied),
        TEST(two_forms_are_merged),          TEST(what_two_forms_contradict_is_told),
        TEST(order_does_not_matter),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("form_read", tests, NULL, NULL) != 0;
}
