/* tests/unit/test_diag.c - problems: the catalogue, what the sink keeps, and how it is shown. */
#include "support.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* ---- helpers ---- */

static const kp_place nowhere = {0};

/* A function, for the macros that report cannot take a compound literal. */
static kp_place place_in(const kp_source *source, uint32_t line, uint32_t column, uint32_t width)
{
    return (kp_place){source, line, column, width};
}

static void report_at(world *w, const kp_source *source, uint32_t line, uint32_t column, uint32_t width)
{
    kp_report(w->sink, KP_D_DUPLICATE_KEY, place_in(source, line, column, width), "k");
}

static const char *rendered(world *w, kp_diag_format format, bool summary)
{
    kp_buf_clear(&w->buf);
    kp_sink_render(w->sink, format, summary, &w->buf);
    return kp_buf_text(&w->buf);
}

/* The two lines under the message: the quoted line and its caret. */
static const char *quote_of(world *w, const char *text, uint32_t line, uint32_t column, uint32_t width)
{
    const char *all;

    report_at(w, source_of(w, "f", text), line, column, width);
    all = rendered(w, KP_DIAG_TEXT, false);
    return strchr(all, '\n') + 1;
}

/* ---- the catalogue ---- */

/* Every message in every language has the same arguments, {1} to some {n}. */
static unsigned arguments_of(const char *message)
{
    unsigned set = 0;

    for (; *message; message++)
        if (message[0] == '{' && message[1] >= '1' && message[1] <= '9' && message[2] == '}')
            set |= 1u << (message[1] - '0');
    return set;
}

static void the_catalogue_is_complete(void **state)
{
    (void)state;
    for (int i = 0; i < KP_DIAG__COUNT; i++) {
        const kp_diag_info *info = kp_diag_info_of((kp_diag_id)i);
        unsigned arguments = arguments_of(info->message[KP_EN]);
        kp_diag_id found = KP_DIAG__COUNT;
        if (strlen(info->code) != 5 || strncmp(info->code, "KP", 2) != 0 ||
            strspn(info->code + 2, "0123456789") != 3)
            fail_msg("'%s' is no code", info->code);
        if (!kp_diag_find(info->code, &found) || found != (kp_diag_id)i)
            fail_msg("%s is given twice", info->code);
        for (int lang = 0; lang < KP_LANG__COUNT; lang++) {
            const char *message = info->message[lang];
            if (!message || !*message || message[strlen(message) - 1] == '.')
                fail_msg("%s: no message, or a full stop (%s)", info->code, kp_lang_tag((kp_lang)lang));
            if (arguments_of(message) != arguments)
                fail_msg("%s: other arguments than in English (%s)", info->code, kp_lang_tag((kp_lang)lang));
        }
        if ((arguments & (arguments + 2)) != 0)
            fail_msg("%s: arguments are not {1} to {n}", info->code);
    }
}

static void codes_are_found(void **state)
{
    static const struct {
        int line;
        const char *code;
        int id; /* -1: none */
    } rows[] = {
        {HERE, "KP010", KP_D_SYNTAX},
        {HERE, "kp010", KP_D_SYNTAX},
        {HERE, "Kp067", KP_D_NOT_ON_SCALE},
        {HERE, "KP01", -1},
        {HERE, "KP0100", -1},
        {HERE, "010", -1},
        {HERE, "", -1},
        {HERE, "KP998", -1},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_diag_id id = KP_DIAG__COUNT;
        assert_int_at(rows[i].line, kp_diag_find(rows[i].code, &id) ? (int)id : -1, rows[i].id);
    }
}

/* ---- what is kept ---- */

static void problems_are_sorted(void **state)
{
    world *w = *state;
    const kp_source *a = source_of(w, "a", "1\n2\n3\n"), *b = source_of(w, "b", "1\n2\n3\n");

    report_at(w, b, 1, 1, 1);
    report_at(w, a, 2, 1, 1);
    report_at(w, a, 1, 2, 1);
    report_at(w, a, 1, 1, 1);
    kp_report(w->sink, KP_D_SYNTAX, place_in(a, 1, 1, 1), "y"); /* at the same place: by code */
    kp_report_file(w->sink, KP_D_UNREADABLE, "a", "x");         /* a file as a whole comes first */
    kp_report_file(w->sink, KP_D_UNREADABLE, "Z", "x");
    assert_text(rendered(w, KP_DIAG_SHORT, false), "Z: error: cannot read the file: x [KP001]\n"
                                                   "a: error: cannot read the file: x [KP001]\n"
                                                   "a:1:1: error: this is not valid YAML: y [KP010]\n"
                                                   "a:1:1: error: duplicate key 'k'; keep one [KP018]\n"
                                                   "a:1:2: error: duplicate key 'k'; keep one [KP018]\n"
                                                   "a:2:1: error: duplicate key 'k'; keep one [KP018]\n"
                                                   "b:1:1: error: duplicate key 'k'; keep one [KP018]\n");
}

static void the_same_problem_is_told_once(void **state)
{
    world *w = *state;
    const kp_source *source = source_of(w, "a", "x\n");
    kp_place place = {source, 1, 1, 1};

    assert_non_null(kp_report(w->sink, KP_D_SYNTAX, place, "one"));
    assert_non_null(kp_report(w->sink, KP_D_SYNTAX, place, "two"));
    assert_non_null(kp_report(w->sink, KP_D_SYNTAX, place, "three"));
    assert_null(kp_report(w->sink, KP_D_SYNTAX, place, "one"));
    assert_null(kp_report(w->sink, KP_D_SYNTAX, place_in(source, 1, 1, 7), "two"));
    assert_non_null(kp_report(w->sink, KP_D_SYNTAX, place_in(source, 1, 2, 1), "one"));
    kp_report_file(w->sink, KP_D_UNREADABLE, "b", "x");
    assert_null(kp_report_file(w->sink, KP_D_UNREADABLE, "b", "x"));
    assert_int(kp_sink_count(w->sink, KP_ERROR), 4);
    assert_int(kp_sink_count(w->sink, KP_FAILURE), 1);
    assert_codes(w, "1:1 KP010\n1:1 KP010\n1:1 KP010\n1:2 KP010\nfile KP001");
}

static void moved_problems_are_as_if_reported_there(void **state)
{
    world *w = *state;
    kp_sink *other = kp_sink_new(KP_EN);
    const kp_source *source = source_of(w, "a", "x\ny\nz\n");

    report_at(w, source, 2, 1, 1);
    kp_report_file(w->sink, KP_D_UNREADABLE, "b", "x");
    for (uint32_t line = 1; line <= 3; line++)
        kp_report(other, KP_D_DUPLICATE_KEY, place_in(source, line, 1, 1), "k");
    kp_report_file(other, KP_D_UNREADABLE, "b", "x");
    kp_report(other, KP_D_BEST_PRACTICE_BARE, place_in(source, 1, 1, 1), "q", "comment", "note");
    kp_sink_move(w->sink, other);
    assert_codes(w, "1:1 KP018\n1:1 KP077\n2:1 KP018\n3:1 KP018\nfile KP001");
    assert_int(kp_sink_count(w->sink, KP_ERROR), 3); /* what both told counts once */
    assert_int(kp_sink_count(w->sink, KP_FAILURE), 1);
    assert_int(kp_sink_count(w->sink, KP_WARNING), 1);
    assert_int(kp_sink_errors(w->sink), 6); /* but every error says that its file is not sound */
    for (int i = 0; i < KP_SEVERITY__COUNT; i++)
        assert_int(kp_sink_count(other, (kp_severity)i), 0);
    assert_int(kp_sink_errors(other), 0);
    kp_sink_move(w->sink, other); /* nothing is left in it */
    assert_int(kp_sink_errors(w->sink), 6);
    kp_sink_free(other);
}

static void of_moved_problems_too_a_hundred_are_kept(void **state)
{
    world *w = *state;
    const kp_source *source = source_of(w, "a", "");

    for (uint32_t part = 4; part-- > 0;) {
        kp_sink *other = kp_sink_new(KP_EN);
        for (uint32_t i = 1; i <= 60; i++)
            kp_report(other, KP_D_DUPLICATE_KEY, place_in(source, 60 * part + i, 1, 1), "k");
        kp_sink_move(w->sink, other);
        kp_sink_free(other);
    }
    assert_int(kp_sink_count(w->sink, KP_ERROR), 240);
    assert_non_null(strstr(rendered(w, KP_DIAG_SHORT, false), "a:100:1: error"));
    assert_null(strstr(kp_buf_text(&w->buf), "a:101:1: error"));
    assert_non_null(strstr(kp_buf_text(&w->buf), "140 more"));
}

static void a_note_to_nothing_is_allowed(void **state)
{
    world *w = *state;

    kp_note(NULL, KP_N_FIRST_GIVEN, nowhere, NULL);
    assert_codes(w, "");
}

/* The first hundred in the order of the files, however they are reported; the rest are counted. */
static void a_hundred_are_kept(void **state)
{
    world *w = *state;
    const kp_source *source = source_of(w, "a", "");
    const char *text;

    for (uint32_t i = 1000; i >= 1; i--)
        report_at(w, source, 1 + (i * 7) % 1000, 1, 1);
    assert_int(kp_sink_count(w->sink, KP_ERROR), 1000);
    assert_true(kp_sink_is_full(w->sink));
    text = rendered(w, KP_DIAG_SHORT, true);
    for (unsigned i = 1; i <= 100; i++) {
        char line[80];
        snprintf(line, sizeof(line), "a:%u:1: error: duplicate key 'k'; keep one [KP018]\n", i);
        if (strncmp(text, line, strlen(line)) != 0)
            fail_msg("line %u is not %s", i, line);
        text += strlen(line);
    }
    assert_text(text, "kompass: note: 900 more, not shown; mend these first [KP099]\n");
}

static void a_hundred_is_not_too_many(void **state)
{
    world *w = *state;
    const kp_source *source = source_of(w, "a", "");

    for (uint32_t i = 1; i <= 100; i++)
        report_at(w, source, i, 1, 1);
    assert_false(kp_sink_is_full(w->sink));
    assert_null(strstr(rendered(w, KP_DIAG_SHORT, false), "KP099"));
    report_at(w, source, 101, 1, 1);
    assert_true(kp_sink_is_full(w->sink));
    assert_non_null(strstr(rendered(w, KP_DIAG_SHORT, false), "kompass: note: 1 more"));
}

/* The file may be forgotten: what is shown was copied. */
static void what_is_quoted_is_copied(void **state)
{
    world *w = *state;
    char text[] = "abc: 1\n", name[] = "f.yaml", argument[] = "abc";
    kp_source source = {.name = name, .text = text, .length = strlen(text)};

    kp_note(kp_report(w->sink, KP_D_DUPLICATE_KEY, place_in(&source, 1, 1, 3), argument), KP_N_FIRST_GIVEN,
            place_in(&source, 1, 6, 1), NULL);
    memset(text, 'x', sizeof(text) - 1);
    memset(name, 'x', sizeof(name) - 1);
    memset(argument, 'x', sizeof(argument) - 1);
    assert_problems(w, "f.yaml:1:1: error: duplicate key 'abc'; keep one [KP018]\n"
                       "    1 | abc: 1\n"
                       "      | ^~~\n"
                       "f.yaml:1:6: note: first given here\n"
                       "    1 | abc: 1\n"
                       "      |      ^\n");
}

/* ---- how it is shown ---- */

static void carets_stand_under_their_place(void **state)
{
    static const struct {
        int line;
        const char *text;
        uint32_t at_line, column, width;
        const char *want;
    } rows[] = {
        {HERE, "key: value\n", 1, 1, 3, "    1 | key: value\n      | ^~~\n"},
        {HERE, "key: value\n", 1, 6, 5, "    1 | key: value\n      |      ^~~~~\n"},
        {HERE, "key: value\n", 1, 6, 0, "    1 | key: value\n      |      ^\n"},
        {HERE, "key: value\n", 1, 6, 1, "    1 | key: value\n      |      ^\n"},
        {HERE, "key: value\n", 1, 10, 9,
         "    1 | key: value\n      |          ^\n"}, /* not beyond the line */
        {HERE, "key: value\n", 1, 11, 1, "    1 | key: value\n      |           ^\n"}, /* just behind it */
        {HERE, "key: value\n", 1, 99, 1, "    1 | ...\n      |    ^\n"},               /* far behind it */
        {HERE, "\n", 1, 1, 1, "    1 | \n      | ^\n"},
        {HERE, "", 1, 1, 1, "    1 | \n      | ^\n"},
        {HERE, "a\nb\n", 9, 1, 1, "    9 | \n      | ^\n"},
        {HERE, "a\r\nb\r\n", 2, 1, 1, "    2 | b\n      | ^\n"},
        /* tabs are kept, so that both lines are indented alike */
        {HERE, "\tkey: 1\n", 1, 2, 3, "    1 | \tkey: 1\n      | \t^~~\n"},
        {HERE, "a\tb\tc\n", 1, 5, 1, "    1 | a\tb\tc\n      |  \t \t^\n"},
        /* columns are characters, whatever their bytes and widths */
        {HERE, "åäö: fel\n", 1, 1, 3, "    1 | åäö: fel\n      | ^~~\n"},
        {HERE, "åäö: fel\n", 1, 6, 3, "    1 | åäö: fel\n      |      ^~~\n"},
        {HERE, "漢字: 1\n", 1, 1, 2, "    1 | 漢字: 1\n      | ^~~~\n"},
        {HERE, "漢字: 1\n", 1, 5, 1, "    1 | 漢字: 1\n      |       ^\n"},
        {HERE, "a\xCC\x8A: 1\n", 1, 5, 1,
         "    1 | a\xCC\x8A: 1\n      |    ^\n"}, /* an accent has no column */
        {HERE, "\xF0\x9F\x98\x80 x\n", 1, 3, 1, "    1 | \xF0\x9F\x98\x80 x\n      |    ^\n"},
        {HERE,
         "\xEF\xBB\xBF"
         "abc\n",
         1, 2, 1, "    1 | abc\n      |  ^\n"},
        /* what a terminal would obey, and what is no character, is replaced */
        {HERE, "a\x1B[31m\n", 1, 2, 1, "    1 | a\xEF\xBF\xBD[31m\n      |  ^\n"},
        {HERE, "a\xC2\x9B\xC2\x85z\n", 1, 4, 1, "    1 | a\xEF\xBF\xBD\xEF\xBF\xBDz\n      |    ^\n"},
        {HERE, "a\xE2\x80\xAEz\n", 1, 3, 1, "    1 | a\xEF\xBF\xBDz\n      |   ^\n"},
        {HERE, "a\rb\n", 1, 2, 1,
         "    1 | a\xEF\xBF\xBD"
         "b\n      |  ^\n"},
        {HERE, "bl\xE5 f\xE4rg\n", 1, 6, 3, "    1 | bl\xEF\xBF\xBD f\xEF\xBF\xBDrg\n      |      ^~~\n"},
        {HERE, "\xC3\n", 1, 1, 1, "    1 | \xEF\xBF\xBD\n      | ^\n"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        world_clear(w);
        assert_text_at(rows[i].line,
                       quote_of(w, rows[i].text, rows[i].at_line, rows[i].column, rows[i].width),
                       rows[i].want);
    }
}

/* "0123456789" over and over, with `marked` in the place of one digit. */
static const char *long_line(world *w, size_t length, size_t at, char marked)
{
    char *text = kp_arena_alloc(w->arena, length + 2);

    for (size_t i = 0; i < length; i++)
        text[i] = (char)('0' + i % 10);
    text[at] = marked;
    text[length] = '\n';
    return text;
}

/* Of a long line a hundred characters are shown, and the caret is under its character. */
static void long_lines_are_cut(void **state)
{
    static const struct {
        int line;
        size_t length, at; /* from 0 */
        bool left, right;
    } rows[] = {
        {HERE, 100, 50, false, false},      {HERE, 101, 50, false, true},
        {HERE, 100, 79, false, false},      {HERE, 200, 79, false, true},
        {HERE, 200, 80, true, true},        {HERE, 200, 148, true, true},
        {HERE, 200, 149, true, false},      {HERE, 200, 199, true, false},
        {HERE, 5000, 4200, true, true},     {HERE, 100000, 0, false, true},
        {HERE, 100000, 99999, true, false}, {HERE, 1000000, 500000, true, true},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *quote, *end, *mark, *caret;
        world_clear(w);
        quote = quote_of(w, long_line(w, rows[i].length, rows[i].at, '@'), 1, (uint32_t)rows[i].at + 1, 1);
        end = strchr(quote, '\n');
        mark = strchr(quote, '@');
        caret = strchr(end, '^');
        assert_true_at(rows[i].line, mark && mark < end && caret);
        assert_int_at(rows[i].line, caret - end - 1, mark - quote);
        assert_true_at(rows[i].line, end - quote <= 8 + 3 + 100 + 3);
        assert_int_at(rows[i].line, strncmp(quote + 8, "...", 3) == 0, rows[i].left);
        assert_int_at(rows[i].line, strncmp(end - 3, "...", 3) == 0, rows[i].right);
    }
}

static void a_long_line_is_cut_between_characters(void **state)
{
    world *w = *state;
    const char *quote;

    for (int i = 0; i < 3000; i++)
        kp_buf_puts(&w->buf, "å");
    quote = quote_of(w, kp_arena_strdup(w->arena, kp_buf_text(&w->buf)), 1, 2500, 3);
    assert_null(strstr(quote, "\xEF\xBF\xBD"));
    assert_int(strncmp(quote, "    1 | ...å", 13), 0);
    assert_non_null(strstr(quote, "å...\n"));
}

static void an_underline_is_not_endless(void **state)
{
    world *w = *state;
    const char *quote = quote_of(w, long_line(w, 300, 0, 'x'), 1, 1, 300), *caret = strchr(quote, '^');

    assert_int(strspn(caret + 1, "~"), 59);
}

static void line_numbers_of_any_length_keep_the_gutter(void **state)
{
    world *w = *state;

    for (int i = 1; i < 12345; i++)
        kp_buf_putc(&w->buf, '\n');
    kp_buf_puts(&w->buf, "here\n");
    assert_text(quote_of(w, kp_arena_strdup(w->arena, kp_buf_text(&w->buf)), 12345, 1, 4),
                "12345 | here\n      | ^~~~\n");
}

/* A key may hold escapes and line breaks; a message is one line, and no terminal obeys it. */
static void messages_and_names_are_one_harmless_line(void **state)
{
    world *w = *state;
    const kp_source *source = source_of(w, "a\n\x1B]0;b", "x\n");

    kp_report(w->sink, KP_D_DUPLICATE_KEY, place_in(source, 1, 1, 1), "one\ntwo\x1B[31m\tthree");
    assert_text(
        rendered(w, KP_DIAG_SHORT, false),
        "a \xEF\xBF\xBD]0;b:1:1: error: duplicate key 'one two\xEF\xBF\xBD[31m three'; keep one [KP018]\n");
}

static void an_argument_of_any_length_is_cut(void **state)
{
    world *w = *state;
    const char *message;

    kp_buf_putc(&w->buf, 'x');
    for (int i = 0; i < 100000; i++)
        kp_buf_puts(&w->buf, "å");
    message = kp_arena_strdup(w->arena, kp_buf_text(&w->buf));
    kp_report(w->sink, KP_D_DUPLICATE_KEY, place_in(source_of(w, "f", "x"), 1, 1, 1), message);
    message = rendered(w, KP_DIAG_SHORT, false);
    assert_true(strlen(message) < 700);
    assert_non_null(strstr(message, "åå\xE2\x80\xA6'; keep one [KP018]\n"));
    assert_null(strstr(message, "\xEF\xBF\xBD"));
}

static void a_note_without_a_place_stands_at_the_problems(void **state)
{
    world *w = *state;
    const kp_source *source = source_of(w, "f", "x: 1\n");

    kp_note(kp_report(w->sink, KP_D_SYNTAX, place_in(source, 1, 1, 1), "why"), KP_N_CONTEXT, nowhere,
            "rubrics");
    assert_problems(w, "f:1:1: error: this is not valid YAML: why [KP010]\n"
                       "    1 | x: 1\n"
                       "      | ^\n"
                       "f:1:1: note: rubrics\n");
}

static void short_is_a_line_each_and_json_an_object_each(void **state)
{
    world *w = *state;
    const kp_source *source = source_of(w, "d/f.yaml", "a: 1\na: \"2\"\n");
    kp_diag *diag = kp_report(w->sink, KP_D_DUPLICATE_KEY, place_in(source, 2, 1, 1), "a");

    kp_note(diag, KP_N_FIRST_GIVEN, place_in(source, 1, 1, 1), NULL);
    kp_note(diag, KP_N_CONTEXT, nowhere, "\"x\"");
    kp_report_file(w->sink, KP_D_UNREADABLE, "b\xE5.yaml", "gone");
    assert_text(rendered(w, KP_DIAG_SHORT, true),
                "b\xEF\xBF\xBD.yaml: error: cannot read the file: gone [KP001]\n"
                "d/f.yaml:2:1: error: duplicate key 'a'; keep one [KP018]\n");
    assert_text(
        rendered(w, KP_DIAG_JSON, true),
        "{\"file\":\"b\xEF\xBF\xBD.yaml\",\"line\":0,\"column\":0,\"severity\":\"error\",\"code\":\"KP001\","
        "\"message\":\"cannot read the file: gone\",\"notes\":[]}\n"
        "{\"file\":\"d/f.yaml\",\"line\":2,\"column\":1,\"severity\":\"error\",\"code\":\"KP018\","
        "\"message\":\"duplicate key 'a'; keep one\",\"notes\":["
        "{\"file\":\"d/f.yaml\",\"line\":1,\"column\":1,\"message\":\"first given here\"},"
        "{\"file\":\"d/f.yaml\",\"line\":2,\"column\":1,\"message\":\"\\\"x\\\"\"}]}\n");
}

static void three_languages_are_spoken(void **state)
{
    static const struct {
        int line;
        kp_lang lang;
        const char *want;
    } rows[] = {
        {HERE, KP_EN,
         "f:1:1: error: duplicate key 'a'; keep one [KP018]\n"
         "f:1:1: note: first given here\n"
         "f:2:1: warning: '1' is marked as a good example, but nothing says of what; add 'comment' or "
         "'note' [KP077]\n"
         "1 error, 1 warning\n"},
        {HERE, KP_SV,
         "f:1:1: fel: nyckeln 'a' finns två gånger; behåll en [KP018]\n"
         "f:1:1: anmärkning: angavs först här\n"
         "f:2:1: varning: '1' är märkt som gott exempel, men inget säger på vad; lägg till 'comment' eller "
         "'note' [KP077]\n"
         "1 fel, 1 varning\n"},
        {HERE, KP_NB,
         "f:1:1: feil: nøkkelen 'a' finnes to ganger; behold én [KP018]\n"
         "f:1:1: merknad: først oppgitt her\n"
         "f:2:1: advarsel: '1' er merket som godt eksempel, men ingenting sier på hva; legg til 'comment' "
         "eller 'note' [KP077]\n"
         "1 feil, 1 advarsel\n"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_source source = {.name = "f", .text = "", .length = 0};
        kp_buf_clear(&w->buf);
        kp_sink_free(w->sink);
        w->sink = kp_sink_new(rows[i].lang);
        kp_note(kp_report(w->sink, KP_D_DUPLICATE_KEY, place_in(&source, 1, 1, 1), "a"), KP_N_FIRST_GIVEN,
                nowhere, NULL);
        kp_report(w->sink, KP_D_BEST_PRACTICE_BARE, place_in(&source, 2, 1, 1), "1", "comment", "note");
        kp_sink_render(w->sink, KP_DIAG_TEXT, true, &w->buf);
        /* without the quotes: the text is empty */
        for (char *quote; (quote = strstr(w->buf.data, "    1 | \n      | ^\n")) ||
                          (quote = strstr(w->buf.data, "    2 | \n      | ^\n"));)
            memmove(quote, quote + 19, strlen(quote + 19) + 1);
        assert_text_at(rows[i].line, w->buf.data, rows[i].want);
        assert_text_at(rows[i].line, kp_phrase(w->sink, w->arena, KP_P_POINTS_FIGURE, "7"),
                       rows[i].lang == KP_EN   ? "7 points"
                       : rows[i].lang == KP_SV ? "7 poäng"
                                               : "7 poeng");
    }
}

static void reasons_of_the_system_are_translated(void **state)
{
    static const struct {
        int line;
        kp_lang lang;
        int error;
        const char *want;
    } rows[] = {
        {HERE, KP_EN, ENOENT, "f: error: cannot read the file: there is no such file [KP001]\n"},
        {HERE, KP_SV, ENOENT, "f: fel: filen kan inte läsas: filen finns inte [KP001]\n"},
        {HERE, KP_SV, EACCES, "f: fel: filen kan inte läsas: behörighet saknas [KP001]\n"},
        {HERE, KP_SV, ENAMETOOLONG, NULL},
        {HERE, KP_NB, EROFS, "f: feil: filen kan ikke leses: filsystemet er skrivebeskyttet [KP001]\n"},
        {HERE, KP_SV, ESRCH,
         "f: fel: filen kan inte läsas: No such process [KP001]\n"}, /* the system's own */
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_sink_free(w->sink);
        w->sink = kp_sink_new(rows[i].lang);
        kp_report_file(w->sink, KP_D_UNREADABLE, "f", strerror(rows[i].error));
        if (rows[i].want)
            assert_text_at(rows[i].line, rendered(w, KP_DIAG_SHORT, false), rows[i].want);
        else
            assert_null(strstr(rendered(w, KP_DIAG_SHORT, false), strerror(rows[i].error)));
    }
}

static void severities_have_words(void **state)
{
    (void)state;
    assert_text(kp_severity_word(KP_ERROR, KP_EN), "error");
    assert_text(kp_severity_word(KP_FAILURE, KP_SV), "fel");
    assert_text(kp_severity_word(KP_WARNING, KP_NB), "advarsel");
    assert_text(kp_severity_word(KP_NOTE, KP_SV), "anmärkning");
}

static void the_summary_counts_each_severity(void **state)
{
    static const struct {
        int line;
        unsigned failures, errors, warnings, notes;
        kp_lang lang;
        const char *want;
    } rows[] = {
        {HERE, 0, 0, 0, 0, KP_EN, ""},
        {HERE, 0, 1, 0, 0, KP_EN, "1 error\n"},
        {HERE, 0, 2, 1, 0, KP_EN, "2 errors, 1 warning\n"},
        {HERE, 1, 1, 0, 1, KP_EN, "2 errors, 1 note\n"},
        {HERE, 0, 0, 2, 2, KP_EN, "2 warnings, 2 notes\n"},
        {HERE, 0, 2, 2, 1, KP_SV, "2 fel, 2 varningar, 1 anmärkning\n"},
        {HERE, 0, 2, 2, 2, KP_NB, "2 feil, 2 advarsler, 2 merknader\n"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_source source = {.name = "f", .text = "", .length = 0};
        const char *text, *last;
        kp_sink_free(w->sink);
        w->sink = kp_sink_new(rows[i].lang);
        for (uint32_t k = 0; k < rows[i].failures; k++)
            kp_report_file(w->sink, KP_D_UNREADABLE, "f", "x");
        for (uint32_t k = 0; k < rows[i].errors; k++)
            kp_report(w->sink, KP_D_SYNTAX, place_in(&source, k + 1, 1, 1), "x");
        for (uint32_t k = 0; k < rows[i].warnings; k++)
            kp_report(w->sink, KP_D_BEST_PRACTICE_BARE, place_in(&source, k + 1, 1, 1), "x", "comment",
                      "note");
        for (uint32_t k = 0; k < rows[i].notes; k++)
            kp_report(w->sink, KP_D_PASSED_OVER, place_in(&source, k + 1, 1, 1), NULL);
        text = rendered(w, KP_DIAG_TEXT, true);
        for (last = text + strlen(text); last > text && (last[-1] != '\n' || !*last); last--)
            ;
        assert_text_at(rows[i].line, last, rows[i].want);
        assert_int_at(rows[i].line, kp_sink_errors(w->sink), rows[i].errors + rows[i].failures);
    }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_catalogue_is_complete),
        TEST(codes_are_found),
        TEST(problems_are_sorted),
        TEST(the_same_problem_is_told_once),
        TEST(moved_problems_are_as_if_reported_there),
        TEST(of_moved_problems_too_a_hundred_are_kept),
        TEST(a_note_to_nothing_is_allowed),
        TEST(a_hundred_are_kept),
        TEST(a_hundred_is_not_too_many),
        TEST(what_is_quoted_is_copied),
        TEST(carets_stand_under_their_place),
        TEST(long_lines_are_cut),
        TEST(a_long_line_is_cut_between_characters),
        TEST(an_underline_is_not_endless),
        TEST(line_numbers_of_any_length_keep_the_gutter),
        TEST(messages_and_names_are_one_harmless_line),
        TEST(an_argument_of_any_length_is_cut),
        TEST(a_note_without_a_place_stands_at_the_problems),
        TEST(short_is_a_line_each_and_json_an_object_each),
        TEST(three_languages_are_spoken),
        TEST(reasons_of_the_system_are_translated),
        TEST(severities_have_words),
        TEST(the_summary_counts_each_severity),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL) != 0;
}
