/* tests/unit/test_xlsx_plans.c - plans that no workbook can hold are refused before the library sees them.
 *
 * The library takes nearly all of these and reports success, or prints.
 */
#include "xlsx_support.h"

#include <string.h>

#include "kompass/os.h"

typedef void spoil(world *w, kp_sheet *sheet);

static void spoil_text(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_text(sheet, 1, 0, style_of(KP_ROLE_BODY), "bad\xff");
}

static void spoil_cached_text(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_text_formula(sheet, 1, 0, style_of(KP_ROLE_BODY), "=\"\"", "\xed\xa0\x80");
}

static void spoil_number(world *w, kp_sheet *sheet)
{
    kp_num huge = kp_num_int(10);

    for (int i = 0; i < 9; i++)
        huge = kp_num_mul(w->arena, huge, huge); /* 10^512 */
    kp_put_number(sheet, 1, 0, style_of(KP_ROLE_BODY), huge);
}

static void spoil_row(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_text(sheet, 1048576, 0, style_of(KP_ROLE_BODY), "x");
}

static void spoil_column(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_text(sheet, 0, 16384, style_of(KP_ROLE_BODY), "x");
}

static void spoil_role(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_text(sheet, 1, 0, style_of(KP_ROLE__COUNT), "x");
}

static void spoil_merge(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_wide_text(sheet, 1, 0, 3, style_of(KP_ROLE_BODY), "x");
    kp_put_wide_text(sheet, 1, 3, 4, style_of(KP_ROLE_BODY), "y");
}

static void spoil_hidden(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_wide_text(sheet, 1, 0, 3, style_of(KP_ROLE_BODY), "x");
    kp_put_text(sheet, 1, 2, style_of(KP_ROLE_BODY), "y");
}

static void spoil_link(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_link(sheet, 1, 0, style_of(KP_ROLE_LINK), "x", "internal:'Annan'!A1");
}

static void spoil_address(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_put_link(sheet, 1, 0, style_of(KP_ROLE_LINK), "x", "https://a");
    sheet->cells[sheet->cell_count - 1].target = "javascript:a";
}

static void spoil_name(world *w, kp_sheet *sheet)
{
    (void)w;
    sheet->name = "a/b";
}

static void spoil_twin(world *w, kp_sheet *sheet)
{
    (void)w;
    sheet->name = "Ærlig";
    kp_book_add_sheet(sheet->book, "B")->name = "ærlig";
}

static void spoil_chart_words(world *w, kp_sheet *sheet)
{
    kp_chart chart = chart_of(sheet);

    (void)w;
    chart.alt_text = "";
    kp_add_chart(sheet, &chart);
}

static void spoil_chart_series(world *w, kp_sheet *sheet)
{
    kp_chart chart = chart_of(sheet);

    (void)w;
    chart.series_count = 0;
    kp_add_chart(sheet, &chart);
}

static void spoil_chart_start(world *w, kp_sheet *sheet)
{
    kp_chart chart = chart_of(sheet);

    (void)w;
    chart.series[0].goes_on = true;
    kp_add_chart(sheet, &chart);
}

static void spoil_chart_looks(world *w, kp_sheet *sheet)
{
    kp_chart chart = chart_of(sheet);

    (void)w;
    for (chart.series_count = 1; chart.series_count <= KP_CHART_MAX_SERIES; chart.series_count++)
        chart.series[chart.series_count] = chart.series[0];
    kp_add_chart(sheet, &chart);
}

static void spoil_chart_square(world *w, kp_sheet *sheet)
{
    kp_chart chart = chart_of(sheet);

    (void)w;
    chart.series[0].values.last_column = 1;
    kp_add_chart(sheet, &chart);
}

static void spoil_chart_book(world *w, kp_sheet *sheet)
{
    kp_chart chart = chart_of(kp_book_add_sheet(book_of(w), "Annan"));

    kp_add_chart(sheet, &chart);
}

static void spoil_chart_axis(world *w, kp_sheet *sheet)
{
    kp_chart chart = chart_of(sheet);

    (void)w;
    chart.has_range = true;
    kp_add_chart(sheet, &chart);
}

static void spoil_choice(world *w, kp_sheet *sheet)
{
    kp_choice choice = {.cells = range_of(sheet), .values = {sheet, 0, 0, 3, 3}};

    (void)w;
    kp_add_choice(sheet, &choice);
}

static void spoil_limits(world *w, kp_sheet *sheet)
{
    kp_choice choice = {.cells = range_of(sheet), .min = kp_num_int(2), .max = kp_num_int(1)};

    (void)w;
    kp_add_choice(sheet, &choice);
}

static void spoil_also(world *w, kp_sheet *sheet)
{
    char *text = kp_arena_alloc(w->arena, 102);
    kp_choice choice = {.cells = range_of(sheet), .min = kp_num_int(0), .max = kp_num_int(1), .also = text};

    memset(text, 'x', 101);
    kp_add_choice(sheet, &choice);
}

static void spoil_first_sheet(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_hide_sheet(sheet->book->sheets[0]);
}

static void spoil_print(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_print_to(sheet, KP_MAX_COLUMNS);
}

static void spoil_print_rows(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_print_rows_to(sheet, KP_MAX_ROWS);
}

static void spoil_bars(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_add_data_bars(sheet, range_of(sheet), 0);
}

static void spoil_filter(world *w, kp_sheet *sheet)
{
    kp_range range = range_of(sheet);

    (void)w;
    range.last_row = 1048576;
    kp_set_filter(sheet, range);
}

static void spoil_height(world *w, kp_sheet *sheet)
{
    (void)w;
    kp_set_height(sheet, 0, 410);
}

static void spoil_time(world *w, kp_sheet *sheet)
{
    (void)w;
    sheet->book->info.created = INT64_MAX;
}

static void spoil_property(world *w, kp_sheet *sheet)
{
    (void)w;
    sheet->book->info.author = "\xff";
}

static void spoil_breaks(world *w, kp_sheet *sheet)
{
    (void)w;
    for (uint32_t i = 1; i <= 1024; i++)
        kp_break_before(sheet, i);
}

static const struct {
    int line;
    spoil *act;
    const char *why;
} spoilt[] = {
    {HERE, spoil_text, "sheet 'S': A2: the text is no UTF-8"},
    {HERE, spoil_cached_text, "sheet 'S': A2: the text is no UTF-8"},
    {HERE, spoil_number, "sheet 'S': A2: the number is too large for a workbook"},
    {HERE, spoil_row, "sheet 'S': A1048577: outside of the sheet"},
    {HERE, spoil_column, "sheet 'S': XFE1: outside of the sheet"},
    {HERE, spoil_role, "sheet 'S': A2: unknown kind or style"},
    {HERE, spoil_merge, "sheet 'S': D2: hidden behind a merged text"},
    {HERE, spoil_hidden, "sheet 'S': C2: hidden behind a merged text"},
    {HERE, spoil_link, "sheet 'S': A2: the link leads to a sheet that is not in the book"},
    {HERE, spoil_address, "sheet 'S': A2: not an address that a link can lead to"},
    {HERE, spoil_name, "sheet 'a/b': not a name that a sheet can have"},
    {HERE, spoil_twin, "sheet 'ærlig': two sheets have this name"},
    {HERE, spoil_chart_words, "sheet 'S': a chart without words for those who do not see it"},
    {HERE, spoil_chart_series, "sheet 'S': a chart of no series, of too many, or of an unknown kind"},
    {HERE, spoil_chart_start, "sheet 'S': a chart of too many series, or that goes on from none"},
    {HERE, spoil_chart_looks, "sheet 'S': a chart of too many series, or that goes on from none"},
    {HERE, spoil_chart_square,
     "sheet 'S': a chart's values and categories are not two lines of the same length"},
    {HERE, spoil_chart_book, "sheet 'S': a chart's values: on a sheet that is not in the book"},
    {HERE, spoil_chart_axis, "sheet 'S': a chart's axis without a length"},
    {HERE, spoil_choice, "sheet 'S': what can be chosen is not one line of cells"},
    {HERE, spoil_limits, "sheet 'S': no number can be chosen"},
    {HERE, spoil_also, "sheet 'S': the text beside the numbers is too long"},
    {HERE, spoil_first_sheet, "sheet 'S': the first sheet is hidden"},
    {HERE, spoil_print, "sheet 'S': printed to a column that does not exist"},
    {HERE, spoil_print_rows, "sheet 'S': printed to a row that does not exist"},
    {HERE, spoil_bars, "sheet 'S': data bars without a length"},
    {HERE, spoil_filter, "sheet 'S': filter: not a range of cells"},
    {HERE, spoil_height, "sheet 'S': A1: a row of impossible height or level"},
    {HERE, spoil_time, "the book was made at no time that a file can hold"},
    {HERE, spoil_property, "the book's properties are no UTF-8"},
    {HERE, spoil_breaks, "sheet 'S': more page breaks than a sheet can hold"},
};

static void impossible_plans_are_refused(void **state)
{
    world *w = *state;
    const char *path = path_of(w, "t.xlsx"), *why;
    kp_book *many = book_of(w);

    for (size_t i = 0; i < LENGTH(spoilt); i++) {
        kp_sheet *sheet = sheet_of(w, "S");
        spoilt[i].act(w, sheet);
        assert_int_at(spoilt[i].line, write_to(w, sheet->book, path, &why), KP_XLSX_BAD_PLAN);
        assert_text_at(spoilt[i].line, why, spoilt[i].why);
    }
    assert_int(write_to(w, book_of(w), path, &why), KP_XLSX_BAD_PLAN);
    assert_text(why, "a book without sheets");
    for (unsigned i = 0; i <= KP_MAX_SHEETS; i++)
        kp_book_add_sheet(many, kp_arena_printf(w->arena, "S%u", i));
    assert_int(write_to(w, many, path, &why), KP_XLSX_BAD_PLAN);
    assert_text(why, "more than 1000 sheets");
    assert_false(kp_os_exists(path));
}

static void write_all_spoilt(world *w, const void *context)
{
    const char *why;

    (void)context;
    for (size_t i = 0; i < LENGTH(spoilt); i++) {
        kp_sheet *sheet = sheet_of(w, "S");
        spoilt[i].act(w, sheet);
        kp_book_finish(sheet->book);
        (void)kp_write_xlsx(w->arena, sheet->book, "/tmp", &why);
    }
}

static void the_library_prints_nothing_about_them(void **state)
{
    outcome o = run_in_child(*state, write_all_spoilt, NULL);

    assert_int(o.status, 0);
    assert_text(o.said, "");
}

static void formulas_are_read_before_they_are_written(void **state)
{
    static const struct {
        int line;
        const char *formula;
        bool ok;
    } rows[] = {
        {HERE, "=SUM(A1:A3)", true},
        {HERE, "=IF('S'!A1=\"a;b \"\"{}[]!#\",1,-2.5)", true},
        {HERE, "='O’Hara’s åäö'!$A$1", true},
        {HERE, "=100*SUMPRODUCT(A1:A3,B1:B3)/SUM(B1:B3)", true},
        {HERE, "SUM(A1)", false},
        {HERE, "=", false},
        {HERE, "", false},
        {HERE, "=SUM(A1;A2)", false},
        {HERE, "=SUM((A1)", false},
        {HERE, "=SUM(A1))", false},
        {HERE, "=)A1(", false},
        {HERE, "=\"a", false},
        {HERE, "='S", false},
        {HERE, "='S'", false},
        {HERE, "='Annat'!A1", false},
        {HERE, "=S!A1", false},
        {HERE, "=#REF!", false},
        {HERE, "={1,2}", false},
        {HERE, "=[1]Blad!A1", false},
        {HERE, "=SUMME(Å1)", false},
        {HERE, "=A1\n", false},
        {HERE, "=\"\xff\"", false},
        {HERE, "=\"_x0041_\"", false},
    };
    world *w = *state;
    const char *path = path_of(w, "t.xlsx"), *why;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_sheet *sheet = sheet_of(w, "S");
        kp_book_add_sheet(sheet->book, "O'Hara's åäö");
        kp_put_formula(sheet, 1, 0, style_of(KP_ROLE_BODY), rows[i].formula, kp_num_int(1));
        assert_int_at(rows[i].line, write_to(w, sheet->book, path, &why),
                      rows[i].ok ? KP_XLSX_OK : KP_XLSX_BAD_PLAN);
    }
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(impossible_plans_are_refused),
        TEST(the_library_prints_nothing_about_them),
        TEST(formulas_are_read_before_they_are_written),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("xlsx_plans", tests, NULL, NULL) != 0;
}
