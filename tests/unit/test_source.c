/* tests/unit/test_source.c - lines and places of a text. */
#include "support.h"

#include <string.h>

static void lines_come_without_their_breaks(void **state)
{
    static const struct {
        int line;
        const char *text;
        uint32_t number;
        const char *want;
    } rows[] = {
        {HERE, "", 1, ""},
        {HERE, "", 2, ""},
        {HERE, "one", 1, "one"},
        {HERE, "one", 2, ""},
        {HERE, "one\ntwo\n", 1, "one"},
        {HERE, "one\ntwo\n", 2, "two"},
        {HERE, "one\ntwo\n", 3, ""},
        {HERE, "one\ntwo\n", 4, ""},
        {HERE, "one\ntwo\n", 4000000000u, ""},
        {HERE, "\n\nthree", 2, ""},
        {HERE, "\n\nthree", 3, "three"},
        {HERE, "one\r\ntwo\r\n", 1, "one"},
        {HERE, "one\r\ntwo\r\n", 2, "two"},
        {HERE, "one\r\ntwo\r\n", 3, ""},
        {HERE, "\r\n", 1, ""},
        {HERE, "a\rb", 1, "a\rb"},
        {HERE, "\xEF\xBB\xBFone\ntwo", 1, "one"}, /* a byte order mark is no part of the line */
        {HERE, "\xEF\xBB\xBFone\ntwo", 2, "two"},
        {HERE, "\xEF\xBB\xBF", 1, ""},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        size_t length = 77;
        const char *found = kp_source_line(source_of(w, "x", rows[i].text), rows[i].number, &length);
        assert_int_at(rows[i].line, length, strlen(rows[i].want));
        assert_text_at(rows[i].line, kp_arena_strndup(w->arena, found, length), rows[i].want);
    }
}

/* Counted from the start or found by the index: the same, on every line and behind the last. */
static void an_index_changes_nothing_but_the_time(void **state)
{
    static const char *const begins[] = {"", "\xEF\xBB\xBF"}, *const ends[] = {"", "\n", "end", "\r\n"};
    world *w = *state;

    for (unsigned lines = 0; lines < 200; lines++) {
        kp_source plain, indexed;
        kp_buf_clear(&w->buf);
        kp_buf_puts(&w->buf, begins[lines % 2]);
        for (unsigned i = 1; i <= lines; i++)
            kp_buf_printf(&w->buf, i % 5 ? "%u\n" : "%u\r\n", i);
        kp_buf_puts(&w->buf, ends[lines % 4]);
        plain = indexed = (kp_source){.name = "x", .text = kp_buf_text(&w->buf), .length = w->buf.length};
        kp_source_index(w->arena, &indexed);
        for (uint32_t line = 1; line < lines + 70; line++) {
            size_t one, two;
            assert_ptr_equal(kp_source_line(&indexed, line, &two), kp_source_line(&plain, line, &one));
            assert_int(two, one);
        }
        assert_ptr_equal(kp_source_line(&indexed, UINT32_MAX, &(size_t){0}), plain.text + plain.length);
    }
}

static void places_count_code_points(void **state)
{
    static const struct {
        int line;
        const char *text;
        size_t offset;
        uint32_t at_line, at_column;
    } rows[] = {
        {HERE, "", 0, 1, 1},
        {HERE, "", 7, 1, 1},
        {HERE, "abc", 0, 1, 1},
        {HERE, "abc", 2, 1, 3},
        {HERE, "abc", 3, 1, 4},
        {HERE, "abc", 99, 1, 4},
        {HERE, "å=1", 2, 1, 2},
        {HERE, "漢=1", 3, 1, 2},
        {HERE, "a\nb", 1, 1, 2},
        {HERE, "a\nb", 2, 2, 1},
        {HERE, "a\r\nb", 3, 2, 1},
        {HERE, "\n\n", 2, 3, 1},
        {HERE, "\ta", 1, 1, 2},
        {HERE,
         "\xEF\xBB\xBF"
         "ab",
         3, 1, 1},
        {HERE,
         "\xEF\xBB\xBF"
         "ab",
         4, 1, 2},
        {HERE,
         "\xEF\xBB\xBF"
         "ab",
         0, 1, 1},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const kp_source *source = source_of(w, "x", rows[i].text);
        kp_place place = kp_source_place(source, rows[i].offset, 5);
        assert_true_at(rows[i].line, place.source == source);
        assert_int_at(rows[i].line, place.line, rows[i].at_line);
        assert_int_at(rows[i].line, place.column, rows[i].at_column);
        assert_int_at(rows[i].line, place.width, 5);
    }
}

static void the_whole_file_is_its_beginning(void **state)
{
    const kp_source *source = source_of(*state, "x", "text");
    kp_place place = kp_whole_file(source);

    assert_ptr_equal(place.source, source);
    assert_int(place.line, 1);
    assert_int(place.column, 1);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(lines_come_without_their_breaks),
        TEST(an_index_changes_nothing_but_the_time),
        TEST(places_count_code_points),
        TEST(the_whole_file_is_its_beginning),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("source", tests, NULL, NULL) != 0;
}
