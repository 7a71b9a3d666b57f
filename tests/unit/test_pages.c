/* tests/unit/test_pages.c - where printed pages end: src/book/pages.c on sheets of rows of 15 points, of
 * which an upright page holds 48. */
#include "support.h"

#include <string.h>

#include "../../src/book/parts.h"

enum { ROWS = 48, WIDTH = 60 };

static kp_sheet *sheet_of(world *w)
{
    kp_book *book = kp_book_new(w->arena, (kp_book_info){.title = "T", .lang = "sv", .created = 1});
    kp_sheet *sheet = kp_book_add_sheet(book, "S");

    kp_set_width(sheet, 0, WIDTH);
    kp_put_text(sheet, 0, 0, kp_look(KP_ROLE_TITLE), "T");
    return sheet;
}

static void put(kp_sheet *sheet, kp_role role, uint32_t first, uint32_t last)
{
    for (uint32_t row = first; row <= last; row++)
        kp_put_text(sheet, row, 0, kp_look(role), "x");
}

static void put_chart(kp_sheet *sheet, uint32_t row, uint32_t rows)
{
    kp_chart chart = {.kind = KP_CHART_BAR, .alt_text = "x", .row = row, .width = 300, .height = rows * 20};

    chart.series[chart.series_count++] = (kp_series){"S", {sheet, 1, 0, 2, 0}, {sheet, 1, 0, 2, 0}, false};
    kp_add_chart(sheet, &chart);
}

/* The breaks as text: "12 47". */
static const char *breaks(world *w, kp_sheet *sheet)
{
    kp_sheet_finish(sheet);
    kp_break_pages(sheet);
    kp_sheet_finish(sheet);
    kp_buf_clear(&w->buf);
    for (uint32_t i = 0; i < sheet->break_count; i++)
        kp_buf_printf(&w->buf, "%s%lu", i ? " " : "", (unsigned long)sheet->breaks[i]);
    return kp_buf_text(&w->buf);
}

static void a_page_holds_as_many_rows_as_there_is_room_for(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w);

    put(sheet, KP_ROLE_BODY, 1, ROWS - 1);
    assert_text(breaks(w, sheet), "");
    sheet = sheet_of(w);
    put(sheet, KP_ROLE_BODY, 1, 3 * ROWS - 1);
    assert_text(breaks(w, sheet), "48 96");
    sheet = sheet_of(w);
    put(sheet, KP_ROLE_BODY, 1, 3 * ROWS - 1);
    kp_set_width(sheet, 0, 2 * 96); /* half as large on paper: twice as many */
    assert_text(breaks(w, sheet), "95");
}

static void no_chart_is_cut(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w);

    put(sheet, KP_ROLE_BODY, 1, 37);
    put(sheet, KP_ROLE_HEADING, 39, 39);
    put_chart(sheet, 40, 10); /* nothing stands in its rows */
    assert_text(breaks(w, sheet), "39");

    sheet = sheet_of(w); /* in the middle of a block that needs two pages */
    put(sheet, KP_ROLE_HEADING, 1, 1);
    put(sheet, KP_ROLE_BODY, 2, 59);
    put_chart(sheet, 44, 10);
    assert_text(breaks(w, sheet), "44");

    sheet = sheet_of(w); /* higher than rows of 15 points: it lies over fewer of these */
    put(sheet, KP_ROLE_BODY, 1, 37);
    for (uint32_t row = 40; row < 44; row++)
        kp_set_height(sheet, row, 75);
    put_chart(sheet, 40, 20);
    put(sheet, KP_ROLE_BODY, 44, 60);
    assert_text(breaks(w, sheet), "40");
}

static void no_heading_is_the_last_on_a_page(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w);

    put(sheet, KP_ROLE_BODY, 1, 45);
    put(sheet, KP_ROLE_HEADING, 47, 47);
    put(sheet, KP_ROLE_HEAD, 48, 48);
    put(sheet, KP_ROLE_BODY, 49, 60);
    assert_text(breaks(w, sheet), "47");

    sheet = sheet_of(w); /* the head of another table, and a note above it */
    put(sheet, KP_ROLE_BODY, 1, 46);
    put(sheet, KP_ROLE_HEAD, 47, 47);
    put(sheet, KP_ROLE_BODY, 48, 99);
    assert_text(breaks(w, sheet), "47 90"); /* nor a few rows on the last page */

    sheet = sheet_of(w); /* nor is a sum the first */
    put(sheet, KP_ROLE_BODY, 1, 47);
    put(sheet, KP_ROLE_TOTAL, 48, 48);
    put(sheet, KP_ROLE_NOTE, 49, 60);
    assert_text(breaks(w, sheet), "47");
}

static void the_last_page_has_more_than_a_few_rows(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w);
    bool with_next[60] = {false};

    put(sheet, KP_ROLE_BODY, 1, 27); /* the section before comes along */
    put(sheet, KP_ROLE_HEADING, 29, 29);
    put(sheet, KP_ROLE_BODY, 30, 45);
    put(sheet, KP_ROLE_HEADING, 47, 47);
    put(sheet, KP_ROLE_BODY, 48, 50);
    assert_text(breaks(w, sheet), "29");

    sheet = sheet_of(w); /* but not a long one */
    put(sheet, KP_ROLE_BODY, 1, 10);
    put(sheet, KP_ROLE_HEADING, 12, 12);
    put(sheet, KP_ROLE_BODY, 13, 45);
    put(sheet, KP_ROLE_HEADING, 47, 47);
    put(sheet, KP_ROLE_BODY, 48, 50);
    assert_text(breaks(w, sheet), "47");

    sheet = sheet_of(w); /* rows of a form, some of which stay with the next */
    put(sheet, KP_ROLE_BODY, 1, 49);
    with_next[32] = with_next[33] = true;
    kp_break_rows(sheet, with_next, 50);
    assert_int_equal(sheet->break_count, 1);
    assert_int_equal(sheet->breaks[0], 32);
}

static void tables_of_a_section_are_whole_where_they_can(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w);

    put(sheet, KP_ROLE_HEADING, 1, 1);
    for (uint32_t table = 0; table < 4; table++) {
        put(sheet, KP_ROLE_HEAD, 2 + 20 * table, 2 + 20 * table);
        put(sheet, KP_ROLE_BODY, 3 + 20 * table, 21 + 20 * table);
    }
    assert_text(breaks(w, sheet), "42");

    sheet = sheet_of(w); /* one that has room on a page goes on without its heads on no page */
    put(sheet, KP_ROLE_BODY, 1, 14);
    put(sheet, KP_ROLE_HEADING, 16, 16);
    put(sheet, KP_ROLE_HEAD, 17, 17);
    put(sheet, KP_ROLE_BODY, 18, 60);
    assert_text(breaks(w, sheet), "16");
}

static void a_list_with_a_filter_flows(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w);

    put(sheet, KP_ROLE_HEAD, 1, 1);
    put(sheet, KP_ROLE_BODY, 2, 120);
    kp_set_filter(sheet, (kp_range){sheet, 1, 0, 120, 0});
    kp_repeat_rows(sheet, 1, 1);
    assert_text(breaks(w, sheet), "");

    sheet = sheet_of(w); /* but not its last page, where a heading follows */
    put(sheet, KP_ROLE_HEAD, 1, 1);
    put(sheet, KP_ROLE_BODY, 2, 120);
    put(sheet, KP_ROLE_HEADING, 122, 122);
    put(sheet, KP_ROLE_BODY, 123, 125);
    kp_set_filter(sheet, (kp_range){sheet, 1, 0, 120, 0});
    kp_repeat_rows(sheet, 1, 1);
    assert_text(breaks(w, sheet), "95");

    sheet = sheet_of(w); /* nor one of questions below their areas */
    put(sheet, KP_ROLE_HEAD, 1, 1);
    put(sheet, KP_ROLE_BODY, 2, 120);
    put(sheet, KP_ROLE_TOTAL, 47, 47);
    kp_set_filter(sheet, (kp_range){sheet, 1, 0, 120, 0});
    kp_repeat_rows(sheet, 1, 1);
    assert_text(breaks(w, sheet), "47 94");
}

static void what_is_not_printed_has_no_pages(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w);

    put(sheet, KP_ROLE_BODY, 1, 400);
    put_chart(sheet, 402, 10);
    kp_print_rows_to(sheet, 59);
    assert_text(breaks(w, sheet), "48");
}

static const char *footer(world *w, const char *what, const char *first, const char *second)
{
    const char *const sources[] = {first, second};

    return kp_words_footer(w->arena, "sv", what, sources, 2);
}

static void footers_name_their_sources(void **state)
{
    world *w = *state;
    const char *report = "Kommunen, redogörelse för det gångna året med alla mål och uppdrag, bilaga";
    const char *one, *two, *text;

    assert_text(footer(w, "Nacka 2011", NULL, NULL), "Nacka 2011");
    assert_text(footer(w, "Nacka 2011", NULL, "Rapport."), "Nacka 2011 · Källa: Rapport.");
    assert_text(footer(w, "Nacka 2011", "Rapport.", "Rapport."), "Nacka 2011 · Källa: Rapport.");
    assert_text(footer(w, "Nacka", "A.", "B."), "Nacka · Källor: A; B.");
    /* Of an address the host; where the same is named again, once. */
    assert_text(footer(w, "Nacka",
                       "https://www.nacka.se/a/b.html (Nacka); se (http://ö.se/x). https://nacka.se",
                       "https://www.nacka.se/c (Nacka); SKL"),
                "Nacka · Källor: nacka.se (Nacka); se (ö.se). nacka.se; SKL");
    /* Two lines, and where that is too little the sheet that has the whole. */
    one = kp_arena_printf(w->arena, "%s 1; %s 2", report, report);
    two = kp_arena_printf(w->arena, "%s 3; %s 4", report, report);
    assert_text(footer(w, "Nacka", report, NULL),
                "Nacka · Källa: Kommunen, redogörelse för det gångna året med alla mål och uppdrag, bilaga");
    assert_text(
        footer(w, "Nacka kommun", report, NULL),
        "Nacka kommun · Källa: Kommunen, redogörelse för det gångna året med alla mål och uppdrag,\nbilaga");
    assert_text(
        footer(w, "Nacka", one, two),
        "Nacka · Källor: Kommunen, redogörelse för det gångna året med alla mål och uppdrag, bilaga…\n"
        "(se Avstämning)");
    /* A word that no line holds. */
    one = "x";
    for (int i = 0; i < 7; i++)
        one = kp_arena_printf(w->arena, "%s%s", one, one);
    text = footer(w, "Nacka", one, NULL);
    assert_non_null(strstr(text, "Nacka · Källa: xxx"));
    assert_non_null(strstr(text, "xxx…\n(se Avstämning)"));
    text = footer(w, one, "A", "B");
    assert_non_null(strstr(text, "xxx…\nKällor: A; B"));
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_page_holds_as_many_rows_as_there_is_room_for),
        TEST(no_chart_is_cut),
        TEST(no_heading_is_the_last_on_a_page),
        TEST(the_last_page_has_more_than_a_few_rows),
        TEST(tables_of_a_section_are_whole_where_they_can),
        TEST(a_list_with_a_filter_flows),
        TEST(what_is_not_printed_has_no_pages),
        TEST(footers_name_their_sources),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("pages", tests, NULL, NULL) != 0;
}
