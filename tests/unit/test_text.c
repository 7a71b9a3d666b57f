/* tests/unit/test_text.c - a text in one or several languages, and sentences with arguments. */
#include "support.h"

#include "kompass/lang.h"
#include "kompass/text.h"

static const kp_text nothing = {NULL, 0};
static const kp_text_entry plain_entries[] = {{NULL, "utan språk"}};
static const kp_text plain = {plain_entries, 1};
static const kp_text_entry three_entries[] = {{"nb", "norsk"}, {"sv", "svensk"}, {"en", "English"}};
static const kp_text three = {three_entries, 3};

static void the_language_asked_for_then_the_files_then_the_first(void **state)
{
    static const struct {
        int line;
        const kp_text *text;
        const char *lang, *file_lang, *want;
    } rows[] = {
        {HERE, &three, "sv", NULL, "svensk"},     {HERE, &three, "en", "sv", "English"},
        {HERE, &three, "da", "sv", "svensk"},     {HERE, &three, "da", "fi", "norsk"},
        {HERE, &three, "da", NULL, "norsk"},      {HERE, &three, NULL, "en", "English"},
        {HERE, &three, NULL, NULL, "norsk"},      {HERE, &three, "s", NULL, "norsk"},
        {HERE, &plain, "sv", "sv", "utan språk"}, {HERE, &plain, "en", "sv", "utan språk"},
        {HERE, &plain, NULL, NULL, "utan språk"}, {HERE, &nothing, "sv", "sv", NULL},
        {HERE, &nothing, NULL, NULL, NULL},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_text_at(rows[i].line, kp_text_get(rows[i].text, rows[i].lang, rows[i].file_lang),
                       rows[i].want);
        assert_text_at(rows[i].line, kp_text_or(rows[i].text, rows[i].lang, rows[i].file_lang, "-"),
                       rows[i].want ? rows[i].want : "-");
    }
}

/* A text without a language is in the file's: {title: x, language: sv} answers to sv before others do. */
static void an_entry_without_a_language_has_the_files(void **state)
{
    static const kp_text_entry entries[] = {{"en", "English"}, {NULL, "filens"}};
    static const kp_text text = {entries, 2};

    (void)state;
    assert_text(kp_text_get(&text, "sv", "sv"), "filens");
    assert_text(kp_text_get(&text, "nb", "sv"), "filens");
    assert_text(kp_text_get(&text, "en", "sv"), "English");
    assert_text(kp_text_get(&text, "sv", NULL), "English");
}

static void arguments_are_filled_in(void **state)
{
    static const struct {
        int line;
        const char *sentence;
        const char *args[10];
        const char *want;
    } rows[] = {
        {HERE, "", {NULL}, ""},
        {HERE, "nothing to do", {NULL}, "nothing to do"},
        {HERE, "{1} and {2}", {"a", "b", NULL}, "a and b"},
        {HERE, "{2} before {1}", {"a", "b", NULL}, "b before a"},
        {HERE, "{1}{1}", {"x", NULL}, "xx"},
        {HERE, "'{percent: 80}' {1}", {"x", NULL}, "'{percent: 80}' x"},
        {HERE, "{1}", {"{2}", "never", NULL}, "{2}"}, /* what is filled in is not read again */
        {HERE, "{3}", {"a", NULL}, "?"},
        {HERE, "{2}", {"a", NULL}, "?"},
        {HERE, "{9}{8}", {"1", "2", "3", "4", "5", "6", "7", "8", "9", NULL}, "98"},
        {HERE, "{0} {} {10} {1 {", {"a", NULL}, "{0} {} {10} {1 {"},
        {HERE, "{", {NULL}, "{"},
        {HERE, "{1", {"a", NULL}, "{1"},
        {HERE, "åäö {1}", {"漢", NULL}, "åäö 漢"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line, kp_fill_in(w->arena, rows[i].sentence, rows[i].args), rows[i].want);
}

static void languages_have_tags(void **state)
{
    kp_lang lang = KP_NB;

    (void)state;
    for (int i = 0; i < KP_LANG__COUNT; i++) {
        assert_true(kp_lang_parse(kp_lang_tag((kp_lang)i), &lang));
        assert_int(lang, i);
    }
    lang = KP_NB;
    assert_false(kp_lang_parse("da", &lang));
    assert_false(kp_lang_parse("", &lang));
    assert_false(kp_lang_parse("SV", &lang));
    assert_int(lang, KP_NB);
    assert_text(kp_lang_tag(KP_LANG__COUNT), "en");
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_language_asked_for_then_the_files_then_the_first),
        TEST(an_entry_without_a_language_has_the_files),
        TEST(arguments_are_filled_in),
        TEST(languages_have_tags),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("text", tests, NULL, NULL) != 0;
}
