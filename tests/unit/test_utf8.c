/* tests/unit/test_utf8.c - UTF-8 text: validity, counting, widths, folding for names. */
#include "support.h"

#include <string.h>

#include "kompass/utf8.h"

static const struct {
    int line;
    const char *bytes;
    size_t length;
    size_t used; /* 0: no UTF-8 */
    uint32_t code;
} decode_rows[] = {
    {HERE, "", 0, 0, 0},
    {HERE, "\0", 1, 1, 0},
    {HERE, "A", 1, 1, 'A'},
    {HERE, "\x7F", 1, 1, 0x7F},
    {HERE, "\xC2\x80", 2, 2, 0x80},
    {HERE, "\xC3\xA5", 2, 2, 0xE5},
    {HERE, "\xC3\xA5\xC3", 3, 2, 0xE5},
    {HERE, "\xDF\xBF", 2, 2, 0x7FF},
    {HERE, "\xE0\xA0\x80", 3, 3, 0x800},
    {HERE, "\xED\x9F\xBF", 3, 3, 0xD7FF},
    {HERE, "\xEE\x80\x80", 3, 3, 0xE000},
    {HERE, "\xEF\xBF\xBD", 3, 3, 0xFFFD},
    {HERE, "\xEF\xBF\xBF", 3, 3, 0xFFFF},
    {HERE, "\xF0\x90\x80\x80", 4, 4, 0x10000},
    {HERE, "\xF4\x8F\xBF\xBF", 4, 4, 0x10FFFF},
    /* a continuation byte alone, or missing, or no continuation */
    {HERE, "\x80", 1, 0, 0},
    {HERE, "\xBF", 1, 0, 0},
    {HERE, "\xC3", 1, 0, 0},
    {HERE, "\xC3(", 2, 0, 0},
    {HERE, "\xE5 r", 3, 0, 0}, /* å in Latin-1 */
    {HERE, "\xE2\x82", 2, 0, 0},
    {HERE, "\xE2\x82(", 3, 0, 0},
    {HERE, "\xF0\x9F\x98", 3, 0, 0},
    {HERE, "\xF0\x9F(\x80", 4, 0, 0},
    /* overlong */
    {HERE, "\xC0\x80", 2, 0, 0},
    {HERE, "\xC0\xAF", 2, 0, 0},
    {HERE, "\xC1\xBF", 2, 0, 0},
    {HERE, "\xE0\x80\xAF", 3, 0, 0},
    {HERE, "\xE0\x9F\xBF", 3, 0, 0},
    {HERE, "\xF0\x80\x80\xAF", 4, 0, 0},
    {HERE, "\xF0\x8F\xBF\xBF", 4, 0, 0},
    /* surrogates, and beyond Unicode */
    {HERE, "\xED\xA0\x80", 3, 0, 0},
    {HERE, "\xED\xBF\xBF", 3, 0, 0},
    {HERE, "\xF4\x90\x80\x80", 4, 0, 0},
    {HERE, "\xF5\x80\x80\x80", 4, 0, 0},
    {HERE, "\xFE", 1, 0, 0},
    {HERE, "\xFF\xFE", 2, 0, 0},
};

static void only_utf8_is_decoded(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(decode_rows); i++) {
        uint32_t code = 0xABCDEF;
        assert_int_at(decode_rows[i].line, kp_utf8_decode(decode_rows[i].bytes, decode_rows[i].length, &code),
                      decode_rows[i].used);
        assert_int_at(decode_rows[i].line, code, decode_rows[i].used ? decode_rows[i].code : 0xABCDEF);
        if (decode_rows[i].used && decode_rows[i].code)
            assert_int_at(decode_rows[i].line, kp_utf8_is_valid(decode_rows[i].bytes),
                          decode_rows[i].used == decode_rows[i].length);
    }
    assert_true(kp_utf8_is_valid(""));
    assert_false(kp_utf8_is_valid("bl\xE5"));
}

static void every_code_point_survives_the_round_trip(void **state)
{
    char bytes[5] = {0};

    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        uint32_t again = 0;
        size_t n;
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        n = kp_utf8_encode(code, bytes);
        bytes[n] = '\0';
        if (kp_utf8_decode(bytes, n, &again) != n || again != code)
            fail_msg("U+%04X", (unsigned)code);
        if (kp_utf8_count(bytes) != 1 || kp_utf8_utf16_units(bytes) != (code >= 0x10000 ? 2u : 1u))
            fail_msg("counts of U+%04X", (unsigned)code);
    }
}

static void texts_are_counted_three_ways(void **state)
{
    static const struct {
        int line;
        const char *text;
        size_t count, units, width;
    } rows[] = {
        {HERE, "", 0, 0, 0},
        {HERE, "abc", 3, 3, 3},
        {HERE, "åäö", 3, 3, 3},
        {HERE, "\x61\xCC\x8A", 2, 2, 1}, /* a and a ring */
        {HERE, "漢字", 2, 2, 4},
        {HERE, "한국", 2, 2, 4},
        {HERE, "Ａ", 1, 1, 2},                       /* full width */
        {HERE, "ｱ", 1, 1, 1},                        /* half width */
        {HERE, "\xF0\x9F\x98\x80", 1, 2, 2},         /* a grinning face */
        {HERE, "x\xE2\x80\x8By", 3, 3, 2},           /* a blank of no width */
        {HERE, "\xE2\x80\x93\xE2\x80\xA6", 2, 2, 2}, /* dash, ellipsis */
        {HERE, "\xF0\xA0\x80\x80", 1, 2, 2},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_int_at(rows[i].line, kp_utf8_count(rows[i].text), rows[i].count);
        assert_int_at(rows[i].line, kp_utf8_utf16_units(rows[i].text), rows[i].units);
        assert_int_at(rows[i].line, kp_utf8_width(rows[i].text), rows[i].width);
    }
}

static void control_characters_are_known(void **state)
{
    static const struct {
        int line;
        uint32_t code;
        bool control;
    } rows[] = {
        {HERE, 0x00, true},     {HERE, 0x08, true},    {HERE, '\t', false},  {HERE, '\n', false},
        {HERE, 0x0B, true},     {HERE, '\r', false},   {HERE, 0x1B, true},   {HERE, 0x1F, true},
        {HERE, ' ', false},     {HERE, 0x7E, false},   {HERE, 0x7F, true},   {HERE, 0x80, true},
        {HERE, 0x85, false},    {HERE, 0x9B, true},    {HERE, 0x9F, true},   {HERE, 0xA0, false},
        {HERE, 0xFEFF, false},  {HERE, 0xFFFD, false}, {HERE, 0xFFFE, true}, {HERE, 0xFFFF, true},
        {HERE, 0x10000, false},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_int_at(rows[i].line, kp_utf8_is_control(rows[i].code), rows[i].control);
}

static void names_become_ascii(void **state)
{
    static const struct {
        int line;
        const char *text, *slug;
    } rows[] = {
        {HERE, "Södertälje kommun", "sodertalje-kommun"},
        {HERE, "Övre Eiker", "ovre-eiker"},
        {HERE, "Ærø", "aero"},
        {HERE, "Ås", "as"},
        {HERE, "AZaz09", "azaz09"},
        {HERE, "Straße", "strasse"},
        {HERE, "Þórshöfn", "thorshofn"},
        {HERE, "Łódź", "lodz"},
        {HERE, "Deatnu – Tana", "deatnu-tana"},
        {HERE, "Guovdageaidnu/Kautokeino", "guovdageaidnu-kautokeino"},
        {HERE, "  Nacka  ", "nacka"},
        {HERE, "A.B--C", "a-b-c"},
        {HERE, "2011", "2011"},
        {HERE, "", "x"},
        {HERE, "---", "x"},
        {HERE, "漢字", "x"},
        {HERE, "漢字 7", "7"},
        {HERE, "\x61\xCC\x8A\x61\xCC\x88\x6F\xCC\x88",
         "aao"}, /* åäö as macOS names files: letter and accent apart */
        {HERE, "Å\xCC\x81", "a"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line, kp_utf8_slug(w->arena, rows[i].text), rows[i].slug);
}

static void a_text_becomes_one_line(void **state)
{
    static const struct {
        int line;
        const char *text, *one_line;
    } rows[] = {
        {HERE, "", ""},
        {HERE, "a", "a"},
        {HERE, "a b", "a b"},
        {HERE, "  a \t b\r\nc\n", "a b c"},
        {HERE, " \n\t ", ""},
        {HERE, "å\nä", "å ä"},
        {HERE, "a\xC2\xA0 b", "a\xC2\xA0 b"}, /* a no-break space is no blank */
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line, kp_utf8_one_line(w->arena, rows[i].text), rows[i].one_line);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(only_utf8_is_decoded),         TEST(every_code_point_survives_the_round_trip),
        TEST(texts_are_counted_three_ways), TEST(control_characters_are_known),
        TEST(names_become_ascii),           TEST(a_text_becomes_one_line),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL) != 0;
}
