/* tests/unit/test_decode.c - from the YAML tree to C structs, by tables of fields. */
#include "support.h"

#include <string.h>

/* ---- a shape of our own, with a field of each type ---- */

typedef struct thing {
    const char *name, *date, *lang;
    kp_text title;
    kp_maybe_decimal number;
    bool flag;
    int year, word;
    kp_text list[8];
    uint32_t count;
} thing;

static void read_item(kp_reader *reader, kp_ynode *item, void *context)
{
    thing *t = context;
    static const kp_field text_field = {"item", kp_read_text, 0, 0, NULL, KP_P_A_TEXT};

    kp_read_text(reader, &text_field, NULL, item, &t->list[t->count]);
    t->count++;
}

static void read_list(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    (void)field;
    kp_read_items(reader, key, value, read_item, target);
}

static const kp_word words[] = {{"draft", 1}, {"final", 2}, {0}};

static const kp_field fields[] = {
    {"name", kp_read_string, offsetof(thing, name), KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"date", kp_read_date, offsetof(thing, date), 0, NULL, KP_P_A_TEXT},
    {"lang", kp_read_lang, offsetof(thing, lang), 0, NULL, KP_P_A_TEXT},
    {"title", kp_read_text, offsetof(thing, title), 0, NULL, KP_P_A_TEXT},
    {"number", kp_read_decimal, offsetof(thing, number), 0, NULL, KP_P_A_NUMBER},
    {"flag", kp_read_bool, offsetof(thing, flag), 0, NULL, KP_P_A_TEXT},
    {"year", kp_read_year, offsetof(thing, year), 0, NULL, KP_P_A_YEAR},
    {"word", kp_read_word, offsetof(thing, word), 0, words, KP_P_A_TEXT},
    {"list", read_list, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape shape = {KP_P_THE_UNIT, fields};

static bool read_thing(world *w, const char *text, thing *ret)
{
    kp_source *source = KP_NEW(w->arena, kp_source);
    kp_reader reader = {w->arena, source, w->sink};
    kp_ynode *root;

    *source = (kp_source){.name = "t.yaml", .text = text, .length = strlen(text)};
    *ret = (thing){.year = -1, .word = -1};
    root = kp_ytree_read(w->arena, source, w->sink);
    return root && kp_read_map(&reader, &shape, NULL, root, ret);
}

/* A thing as text: what it holds, in the order of its fields. */
static const char *thing_text(world *w, const thing *t)
{
    kp_buf *out = &w->buf;

    kp_buf_clear(out);
    kp_buf_printf(out, "%s", t->name ? t->name : "-");
    if (t->date)
        kp_buf_printf(out, " date=%s", t->date);
    if (t->lang)
        kp_buf_printf(out, " lang=%s", t->lang);
    for (uint32_t i = 0; i < t->title.count; i++)
        kp_buf_printf(out, " title(%s)=%s", t->title.entries[i].lang ? t->title.entries[i].lang : "",
                      t->title.entries[i].text);
    if (t->number.given)
        kp_buf_printf(out, " number=%s", kp_decimal_text(w->arena, t->number.value));
    if (t->flag)
        kp_buf_puts(out, " flag");
    if (t->year != -1)
        kp_buf_printf(out, " year=%d", t->year);
    if (t->word != -1)
        kp_buf_printf(out, " word=%d", t->word);
    for (uint32_t i = 0; i < t->count; i++)
        kp_buf_printf(out, " [%s]", kp_text_or(&t->list[i], "sv", NULL, "-"));
    return kp_buf_text(out);
}

typedef struct row {
    int line;
    const char *text, *codes, *thing;
} row;

static void check_rows(world *w, const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        thing t;
        world_clear(w);
        read_thing(w, kp_arena_printf(w->arena, "name: N\n%s\n", rows[i].text), &t);
        assert_codes_at(rows[i].line, w, rows[i].codes);
        assert_text_at(rows[i].line, thing_text(w, &t), rows[i].thing);
    }
}

/* ---- values ---- */

static void every_type_is_read(void **state)
{
    static const row rows[] = {
        {HERE, "date: 2011-05-17", "", "N date=2011-05-17"},
        {HERE, "lang: sv", "", "N lang=sv"},
        {HERE, "title: T", "", "N title()=T"},
        {HERE, "title: {sv: S, nb: B}", "", "N title(sv)=S title(nb)=B"},
        {HERE, "number: 3.50", "", "N number=3.50"},
        {HERE, "flag: true", "", "N flag"},
        {HERE, "flag: false", "", "N"},
        {HERE, "year: 2011", "", "N year=2011"},
        {HERE, "word: final", "", "N word=2"},
        {HERE, "list: [a, {sv: b}]", "", "N [a] [b]"},
        {HERE, "list: []", "", "N"},
        /* quotes never matter */
        {HERE, "number: \"3.5\"", "", "N number=3.5"},
        {HERE, "flag: 'true'", "", "N flag"},
        {HERE, "year: '2011'", "", "N year=2011"},
        {HERE, "title: no", "", "N title()=no"},
        {HERE, "title: 010", "", "N title()=010"},
        /* nothing behind the colon: as if the key were not there */
        {HERE, "date:\nlang:\ntitle:\nnumber:\nflag:\nyear:\nword:\nlist:", "", "N"},
        {HERE, "date: ''\nlang: ''\ntitle: ''\nnumber: ''\nflag: ''\nyear: ''\nword: ''", "", "N"},
        {HERE, "title: ~", "", "N title()=~"},
    };

    check_rows(*state, rows, LENGTH(rows));
}

static const row misfits[] = {
    /* dates are real */
    {HERE, "date: 2011", "", "N date=2011"},
    {HERE, "date: 2011-12", "", "N date=2011-12"},
    {HERE, "date: 2012-02-29", "", "N date=2012-02-29"},
    {HERE, "date: 2000-02-29", "", "N date=2000-02-29"},
    {HERE, "date: 2011-02-29", "2:7 KP027", "N"},
    {HERE, "date: 1900-02-29", "2:7 KP027", "N"},
    {HERE, "date: 2011-13", "2:7 KP027", "N"},
    {HERE, "date: 2011-00", "2:7 KP027", "N"},
    {HERE, "date: 2011-04-31", "2:7 KP027", "N"},
    {HERE, "date: 2011-04-00", "2:7 KP027", "N"},
    {HERE, "date: 2011-4-1", "2:7 KP027", "N"},
    {HERE, "date: 20110401", "2:7 KP027", "N"},
    {HERE, "date: 2011-04-01T12:00", "2:7 KP027", "N"},
    {HERE, "date: 2011-04-1", "2:7 KP027", "N"},
    {HERE, "date: 2011-", "2:7 KP027", "N"},
    {HERE, "date: 17.5.2011", "2:7 KP027", "N"},
    {HERE, "date: 2O11", "2:7 KP027", "N"},
    {HERE, "date: '201:'", "2:7 KP027", "N"},
    {HERE, "date: 2011/05", "2:7 KP027", "N"},
    {HERE, "date: 2011-05/17", "2:7 KP027", "N"},
    {HERE, "date: 2011-0a", "2:7 KP027", "N"},
    {HERE, "date: 2011-05-1x", "2:7 KP027", "N"},
    {HERE, "date: 2011-05-17x", "2:7 KP027", "N"},
    {HERE, "date: 0000", "2:7 KP027", "N"},
    {HERE, "date: [2011]", "2:7 KP024", "N"},
    /* languages */
    {HERE, "lang: nb-NO", "", "N lang=nb-NO"},
    {HERE, "lang: sme", "", "N lang=sme"},
    {HERE, "lang: svenska", "2:7 KP032", "N"},
    {HERE, "lang: SV", "2:7 KP032", "N"},
    {HERE, "lang: sv_SE", "2:7 KP032", "N"},
    {HERE, "lang: s", "2:7 KP032", "N"},
    {HERE, "lang: sv-", "2:7 KP032", "N"},
    {HERE, "title: {svenska: S, en: E}", "2:9 KP032", "N title(en)=E"},
    {HERE, "title: {sv: [S], en: E}", "2:13 KP024", "N title(en)=E"},
    {HERE, "title: {sv: , en: E}", "2:13 KP033", "N title(en)=E"},
    {HERE, "title: {}", "2:8 KP024", "N"},
    {HERE, "title: [a]", "2:8 KP024", "N"},
    {HERE, "title: {sv: a, sv: b}", "2:16 KP018", "N title(sv)=a"},
    /* numbers */
    {HERE, "number: 3,5", "2:9 KP025", "N"},
    {HERE, "number: 010", "2:9 KP025", "N"},
    {HERE, "number: 1e3", "2:9 KP025", "N"},
    {HERE, "number: 1234567890123456789", "2:9 KP025", "N"},
    {HERE, "number: [1]", "2:9 KP024", "N"},
    {HERE, "number: {a: 1}", "2:9 KP024", "N"},
    /* truth */
    {HERE, "flag: yes", "2:7 KP026", "N"},
    {HERE, "flag: True", "2:7 KP026", "N"},
    {HERE, "flag: ja", "2:7 KP026", "N"},
    {HERE, "flag: 1", "2:7 KP026", "N"},
    {HERE, "flag: []", "2:7 KP024", "N"},
    /* years and words */
    {HERE, "year: 11", "2:7 KP024", "N"},
    {HERE, "year: 2011-01", "2:7 KP024", "N"},
    {HERE, "year: 0000", "2:7 KP024", "N"},
    {HERE, "year: 02011", "2:7 KP024", "N"},
    {HERE, "word: done", "2:7 KP028", "N"},
    {HERE, "word: Final", "2:7 KP028", "N"},
    {HERE, "word: {a: 1}", "2:7 KP024", "N"},
    /* lists */
    {HERE, "list: a", "2:7 KP024", "N"},
    {HERE, "list: {a: 1}", "2:7 KP024", "N"},
    {HERE, "list: [a, [b], c]", "2:11 KP024", "N [a] [-] [c]"},
    /* what has been told already is not told again */
    {HERE, "title: *x", "2:8 KP011", "N"},
    {HERE, "number: *x", "2:9 KP011", "N"},
    {HERE, "flag: *x", "2:7 KP011", "N"},
    {HERE, "list: *x", "2:7 KP011", "N"},
    {HERE, "list: [*x, a]", "2:8 KP011", "N [a]"},
    {HERE, "title: {sv: *x}", "2:13 KP011", "N"},
    {HERE, "title: {*x : a, en: E}", "2:9 KP011", "N title(en)=E"},
    {HERE, "? [a]\n: b", "2:3 KP019", "N"},
    {HERE, "date: 2011\ndate: x", "3:1 KP018", "N date=2011"},
};

static void what_does_not_fit_is_reported_and_left_out(void **state)
{
    check_rows(*state, misfits, LENGTH(misfits));
}

static void keys_must_be_known_and_required_ones_there(void **state)
{
    static const struct {
        int line;
        const char *text, *codes;
    } rows[] = {
        {HERE, "name: N\n", ""},
        {HERE, "name:\n", "1:6 KP033"},
        {HERE, "name: ''\n", "1:7 KP033"},
        {HERE, "year: 2011\n", "1:1 KP023"},
        {HERE, "{}", "1:1 KP023"},
        {HERE, "name: *x\n", "1:7 KP011"},                                     /* it is there, though wrong */
        {HERE, "{*x : a, z: b, name: }", "1:2 KP011\n1:10 KP022\n1:22 KP033"}, /* what follows is read */
        {HERE, "name: [a]\n", "1:7 KP024"},
        {HERE, "name: N\nnam: M\nx: 1\n", "2:1 KP022\n3:1 KP022"},
        {HERE, "name: N\n{a: 1}: 2\n", "2:1 KP019"},
        {HERE, "[a]", "1:1 KP024"},
        {HERE, "text", "1:1 KP024"},
        {HERE, "''", "1:1 KP017"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        thing t;
        world_clear(w);
        read_thing(w, rows[i].text, &t);
        assert_codes_at(rows[i].line, w, rows[i].codes);
    }
}

static void an_unknown_key_is_told_what_was_meant(void **state)
{
    static const struct {
        int line;
        const char *text, *hint;
    } rows[] = {
        {HERE, "nmae: x", "'nmae'; did you mean 'name'?"},
        {HERE, "titel: x", "'titel'; did you mean 'title'?"},
        {HERE, "{name: N, year:2011: }", "; put a blank after the colon"},
        {HERE, "zzzzzzzz: x", "; possible here: name, date, lang, title, number, flag, year, word, list"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        thing t;
        world_clear(w);
        read_thing(w, rows[i].text, &t);
        assert_told_at(rows[i].line, w, rows[i].hint);
    }
}

static void a_comma_in_a_number_is_told_how_to_write_it(void **state)
{
    world *w = *state;
    thing t;

    read_thing(w, "name: N\nnumber: 3,5\n", &t);
    assert_told(w, "3.5");
}

/* Nobody reads hints that are not shown, and working them out for a million keys would take minutes. */
static void no_hints_are_worked_out_for_problems_beyond_the_last(void **state)
{
    static const char *const names[] = {"abc", NULL};
    world *w = *state;
    kp_source source = {.name = "t", .text = ""};
    kp_reader reader = {w->arena, &source, w->sink};

    assert_text(kp_hint(&reader, "abd", names), "; did you mean 'abc'?");
    for (uint32_t i = 0; i < 101; i++) {
        kp_place place = {&source, i + 1, 1, 1};
        kp_report(w->sink, KP_D_SYNTAX, place, "x");
    }
    assert_text(kp_hint(&reader, "abd", names), "");
}

static void names_are_listed_up_to_twelve(void **state)
{
    static const char *const names[] = {"1", "2",  "3",  "4",  "5",  "6",  "7", "8",
                                        "9", "10", "11", "12", "13", "14", NULL};
    world *w = *state;
    kp_reader reader = reader_of(w, "");

    assert_text(kp_name_list(&reader, names + 14), "");
    assert_text(kp_name_list(&reader, names + 13), "14");
    assert_text(kp_name_list(&reader, names + 2), "3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14");
    assert_text(kp_name_list(&reader, names + 1), "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 1 more");
    assert_text(kp_name_list(&reader, names), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more");
}

static void a_number_knows_where_it_stands_even_when_it_is_none(void **state)
{
    world *w = *state;
    thing t;

    read_thing(w, "name: N\nnumber: 7\n", &t);
    assert_true(t.number.given && t.number.at && t.number.at->column == 9);
    read_thing(w, "name: N\nnumber: x\n", &t);
    assert_true(!t.number.given && t.number.at && t.number.at->column == 9);
    read_thing(w, "name: N\nnumber:\n", &t);
    assert_true(!t.number.given && !t.number.at);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(every_type_is_read),
        TEST(what_does_not_fit_is_reported_and_left_out),
        TEST(keys_must_be_known_and_required_ones_there),
        TEST(an_unknown_key_is_told_what_was_meant),
        TEST(a_comma_in_a_number_is_told_how_to_write_it),
        TEST(no_hints_are_worked_out_for_problems_beyond_the_last),
        TEST(names_are_listed_up_to_twelve),
        TEST(a_number_knows_where_it_stands_even_when_it_is_none),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("decode", tests, NULL, NULL) != 0;
}
