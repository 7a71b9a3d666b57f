/* tests/unit/test_book.c - the plan of a workbook: names, order, sizes, and its dump. */
#include "support.h"

#include <string.h>

#include "kompass/utf8.h"
#include "kompass/write.h"

static kp_book *book_of(world *w)
{
    return kp_book_new(w->arena, (kp_book_info){.title = "T", .lang = "sv", .created = 1});
}

static kp_style style_of(kp_role role)
{
    return (kp_style){.role = (uint8_t)role};
}

static kp_style wrapped(kp_role role)
{
    return (kp_style){.role = (uint8_t)role, .wrap = true};
}

/* ---- names ---- */

static void columns_have_letters(void **state)
{
    static const struct {
        int line;
        uint32_t column;
        const char *name;
    } rows[] = {
        {HERE, 0, "A"},    {HERE, 25, "Z"},    {HERE, 26, "AA"},     {HERE, 51, "AZ"},
        {HERE, 701, "ZZ"}, {HERE, 702, "AAA"}, {HERE, 16383, "XFD"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line, kp_column_name(w->arena, rows[i].column), rows[i].name);
    assert_text(kp_cell_name(w->arena, 6, 2), "C7");
    assert_text(kp_cell_fixed(w->arena, 1048575, 16383), "$XFD$1048576");
}

static void ranges_are_seen_from_a_sheet(void **state)
{
    world *w = *state;
    kp_book *book = book_of(w);
    kp_sheet *a = kp_book_add_sheet(book, "Översikt"), *b = kp_book_add_sheet(book, "O'Hara's");

    assert_text(kp_sheet_quoted(w->arena, b), "'O’Hara’s'");
    assert_text(kp_cell_from(w->arena, a, a, 6, 2), "C7");
    assert_text(kp_cell_from(w->arena, a, b, 6, 2), "'O’Hara’s'!$C$7");
    assert_text(kp_range_from(w->arena, a, (kp_range){a, 1, 2, 8, 2}), "$C$2:$C$9");
    assert_text(kp_range_from(w->arena, b, (kp_range){a, 1, 2, 8, 2}), "'Översikt'!$C$2:$C$9");
    assert_text(kp_range_from(w->arena, b, (kp_range){a, 1, 2, 1, 2}), "'Översikt'!$C$2");
    assert_text(kp_link_to(w->arena, b, 0, 0), "internal:'O’Hara’s'!A1");
}

static void sheet_names_are_made_fit(void **state)
{
    static const struct {
        int line;
        const char *name, *fit;
    } rows[] = {
        {HERE, "Poängfördelning", "Poängfördelning"},
        {HERE, "a/b\\c:d*e?f[g]h", "a-b-c-d-e-f-g-h"},
        {HERE, "Mål #1", "Mål -1"},   /* a # would cut links to the sheet in two */
        {HERE, "'citat'", "’citat’"}, /* quotes of its own would have to be doubled in formulas */
        {HERE, " ", "Sheet"},
        {HERE, "", "Sheet"},
        {HERE, "O'Hara's", "O’Hara’s"},
        {HERE, "rad\n1\t\tb", "rad 1 b"},
        {HERE, "bad\xff", "bad"},
        {HERE, "history", "History_"},
        {HERE, "Historia", "Historia"},
        {HERE, "a_x0041_b", "a-x0041_b"},
        {HERE, "a_x004_b", "a_x004_b"},
        {HERE, "1234567890123456789012345678901", "1234567890123456789012345678901"},
        {HERE, "12345678901234567890123456789012", "123456789012345678901234567890…"},
        {HERE, "12345678901234567890123456789 1234", "12345678901234567890123456789…"},
        /* 16 characters, 32 units: the last one gives way */
        {HERE, "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀…"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *fit = kp_fit_sheet_name(w->arena, rows[i].name);
        assert_text_at(rows[i].line, fit, rows[i].fit);
        assert_true_at(rows[i].line, kp_utf8_utf16_units(fit) <= 31);
        assert_text_at(rows[i].line, kp_fit_sheet_name(w->arena, fit), fit);
    }
}

static void sheet_names_are_unique_without_regard_to_case(void **state)
{
    static const struct {
        int line;
        const char *name, *unique;
    } rows[] = {
        {HERE, "Ærlig", "Ærlig"},
        {HERE, "ærlig", "ærlig (2)"},
        {HERE, "ÆRLIG (2)", "ÆRLIG (2) (2)"},
        {HERE, "Åäö", "Åäö"},
        {HERE, "åÄÖ", "åÄÖ (2)"},
        {HERE, "ÅÄÖ", "ÅÄÖ (3)"},
        {HERE, "Ødegård", "Ødegård"},
        {HERE, "ØDEGÅRD", "ØDEGÅRD (2)"},
        {HERE, "Aao", "Aao"},
        {HERE, "Žižek", "Žižek"},
        {HERE, "žiŽek", "žiŽek (2)"},
        {HERE, "Страна", "Страна"},
        {HERE, "СТРАНА", "СТРАНА (2)"},
        {HERE, "×", "×"},
        {HERE, "÷", "÷"},
        {HERE, "1234567890123456789012345678901", "1234567890123456789012345678901"},
        {HERE, "1234567890123456789012345678901", "12345678901234567890123456… (2)"},
    };
    world *w = *state;
    kp_book *book = book_of(w);

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line, kp_sheet_name(kp_book_add_sheet(book, rows[i].name)), rows[i].unique);
}

/* Texts that a formula takes for equal stand together in this order. */
static void texts_are_ordered_without_regard_to_case(void **state)
{
    (void)state;
    assert_int(kp_compare_folded("Ab", "aB"), 0);
    assert_int(kp_compare_folded("\u00C5", "\u00E5"), 0);
    assert_int(kp_compare_folded("", ""), 0);
    assert_int(kp_compare_folded("1.1", "1.10"), -1);
    assert_int(kp_compare_folded("B", "a"), 1);
    assert_true(kp_compare_folded("a\xFF", "a\xFE") != 0);
}

static void links_lead_somewhere(void **state)
{
    static const struct {
        int line;
        const char *target;
        bool ok;
    } rows[] = {
        {HERE, "https://example.org/å?x=1#del", true},
        {HERE, "http://a", true},
        {HERE, "mailto:a@b.se", true},
        {HERE, "internal:'Blad'!A1", true},
        {HERE, "internal:Blad!A1", false},
        {HERE, "javascript:alert(1)", false},
        {HERE, "https://", false},
        {HERE, "https://a b", false},
        {HERE, "https://a\n", false},
        {HERE, "https://a\xff", false},
        {HERE, "https://a/internal:b", false},
        {HERE, "https://a/external:b", false},
        {HERE, "file:///etc/passwd", false},
        {HERE, "notaurl", false},
        {HERE, "", false},
        {HERE, NULL, false},
    };
    char address[2200];

    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_int_at(rows[i].line, kp_is_target(rows[i].target), rows[i].ok);
    memset(address, 'a', sizeof(address));
    memcpy(address, "https://", 8);
    address[2079] = '\0';
    assert_true(kp_is_target(address));
    address[100] = '['; /* becomes %5b */
    assert_false(kp_is_target(address));
    address[100] = 'a';
    address[2079] = 'a';
    address[2080] = '\0';
    assert_false(kp_is_target(address));
}

static void texts_are_cut_between_characters(void **state)
{
    world *w = *state;

    assert_text(kp_cut_units(w->arena, "abc", 3), "abc");
    assert_text(kp_cut_units(w->arena, "abcd", 3), "ab…");
    assert_text(kp_cut_units(w->arena, "ab cd", 4), "ab…"); /* no blank before the ellipsis */
    assert_text(kp_cut_units(w->arena, "😀😀", 3), "😀…");
    assert_text(kp_cut_units(w->arena, "😀😀", 2), "…");
    assert_text(kp_cut_units(w->arena, "åäö", 1), "…");
}

/* ---- filling and finishing ---- */

static void cells_are_sorted_and_the_later_wins(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");
    kp_style plain = style_of(KP_ROLE_PLAIN);

    for (uint32_t i = 0; i < 100; i++)
        kp_put_number(sheet, (i * 37) % 100, i % 3, plain, kp_num_int((int64_t)i));
    for (uint32_t i = 0; i < 100; i++)
        kp_put_text(sheet, i, i % 2 ? 7 : 5, plain, "first");
    kp_put_text(sheet, 50, 5, plain, "second");
    kp_put_text(sheet, 50, 5, plain, "third");
    kp_book_finish(sheet->book);
    assert_int(sheet->cell_count, 200);
    for (size_t i = 1; i < sheet->cell_count; i++) {
        const kp_cell *a = &sheet->cells[i - 1], *b = &sheet->cells[i];
        assert_true(a->row < b->row || (a->row == b->row && a->column < b->column));
    }
    assert_text(kp_cell_at(sheet, 50, 5)->text, "third");
    assert_text(kp_cell_at(sheet, 49, 7)->text, "first");
    assert_null(kp_cell_at(sheet, 50, 6));
    assert_null(kp_cell_at(sheet, 1000, 0));
    assert_null(kp_cell_at(kp_book_add_sheet(sheet->book, "leer"), 0, 0));
}

static void breaks_are_sorted_and_never_double(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_break_before(sheet, 20);
    kp_break_before(sheet, 0);
    kp_break_before(sheet, 5);
    kp_break_before(sheet, 20);
    kp_book_finish(sheet->book);
    assert_int(sheet->break_count, 2);
    assert_int(sheet->breaks[0], 5);
    assert_int(sheet->breaks[1], 20);
}

static void rows_and_columns_grow_and_keep_what_they_have(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    for (uint32_t i = 0; i < 300; i += 3) {
        kp_set_width(sheet, i, 10 + i);
        kp_set_height(sheet, i, 20 + i);
        kp_set_outline(sheet, i + 1, 2);
    }
    kp_set_width(sheet, 9, 5);
    assert_int(sheet->column_count, 298);
    assert_int(sheet->row_count, 299);
    for (uint32_t i = 0; i < 297; i += 3) {
        assert_int(sheet->columns[i].width, i == 9 ? 5 : 10 + i);
        assert_int(sheet->columns[i + 1].width, 0);
        assert_int(sheet->rows[i].height, 20 + i);
        assert_int(sheet->rows[i + 1].outline, 2);
    }
}

static void what_is_put_is_what_stands(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_put_text(sheet, 0, 0, style_of(KP_ROLE_BODY), "a\nb");
    kp_put_link(sheet, 1, 0, style_of(KP_ROLE_LINK), "ok", "https://a");
    kp_put_link(sheet, 2, 0, style_of(KP_ROLE_LINK), "no", "javascript:a");
    kp_put_wide_text(sheet, 3, 1, 3, style_of(KP_ROLE_HEADING), "wide");
    kp_put_wide_text(sheet, 4, 1, 1, style_of(KP_ROLE_HEADING), "narrow");
    kp_put_text_formula(sheet, 5, 0, style_of(KP_ROLE_BODY), "=\"\"", "");
    kp_put_text(sheet, 6, 0, style_of(KP_ROLE_BODY), NULL);
    kp_book_finish(sheet->book);
    assert_true(kp_cell_at(sheet, 0, 0)->style.wrap);
    assert_int(kp_cell_at(sheet, 1, 0)->kind, KP_CELL_LINK);
    assert_int(kp_cell_at(sheet, 2, 0)->kind, KP_CELL_TEXT);
    assert_int(kp_cell_at(sheet, 3, 3)->kind, KP_CELL_BLANK);
    assert_int(kp_cell_at(sheet, 3, 3)->style.role, KP_ROLE_HEADING);
    assert_int(sheet->merge_count, 1);
    assert_text(kp_cell_at(sheet, 5, 0)->text, "");
    assert_text(kp_cell_at(sheet, 6, 0)->text, "");
}

/* ---- fitting ---- */

static const char *repeated(world *w, const char *text, size_t count)
{
    kp_buf_clear(&w->buf);
    kp_buf_repeat(&w->buf, text, count);
    return kp_arena_strdup(w->arena, kp_buf_text(&w->buf));
}

static void columns_are_as_wide_as_their_texts(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");
    kp_style fixed = {.role = KP_ROLE_BODY, .format = KP_FORMAT_SIGNED, .decimals = 1};

    kp_put_text(sheet, 0, 0, style_of(KP_ROLE_BODY), "Ja");
    kp_put_text(sheet, 0, 1, style_of(KP_ROLE_BODY), repeated(w, "0", 30));
    kp_put_text(sheet, 0, 2, style_of(KP_ROLE_TOTAL), repeated(w, "0", 30));
    kp_put_text(sheet, 0, 3, style_of(KP_ROLE_BODY), repeated(w, "lång text ", 30));
    kp_put_number(sheet, 0, 4, fixed, num_of(w->arena, "12345678901234567890.5"));
    kp_put_text(sheet, 0, 5, style_of(KP_ROLE_BODY), "redan satt");
    kp_set_width(sheet, 5, 3);
    kp_put_text(sheet, 0, 7, style_of(KP_ROLE_BODY), repeated(w, "漢", 10));
    kp_fit(sheet, 9, 40);
    assert_int(sheet->columns[0].width, 9);
    assert_true(sheet->columns[1].width >= 33 && sheet->columns[1].width <= 38);
    assert_true(sheet->columns[2].width > sheet->columns[1].width);
    assert_int(sheet->columns[3].width, 40);
    assert_true(kp_cell_at(sheet, 0, 3)->style.wrap); /* else it would be cut */
    assert_true(sheet->columns[4].width >= 26);
    assert_int(sheet->columns[5].width, 3);
    assert_int(sheet->columns[6].width, 0); /* nothing in it */
    assert_true(sheet->columns[7].width >= 26);
    assert_true(sheet->rows[0].height > 90); /* 300 characters in 40 */
}

static void heads_wrap_between_words(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_put_text(sheet, 0, 0, wrapped(KP_ROLE_HEAD), "Sverigesnitt, april 2021");
    kp_put_text(sheet, 0, 1, wrapped(KP_ROLE_HEAD), "Sverigesnitt, april 2021");
    kp_put_number(sheet, 1, 0, style_of(KP_ROLE_BODY), kp_num_int(5));
    kp_set_filter(sheet, (kp_range){sheet, 0, 1, 1, 1});
    kp_fit(sheet, 4, 40);
    assert_true(sheet->columns[0].width > 12 && sheet->columns[0].width < 19);
    assert_true(sheet->columns[1].width == sheet->columns[0].width); /* a button lies below the first line */
    assert_true(sheet->rows[0].height >= 30 && sheet->rows[0].height <= 51);

    sheet = kp_book_add_sheet(sheet->book, "T");
    kp_put_text(sheet, 0, 0, wrapped(KP_ROLE_HEAD), "Sverigesnitt");
    kp_put_text(sheet, 0, 1, wrapped(KP_ROLE_HEAD), "Sverigesnitt");
    kp_set_filter(sheet, (kp_range){sheet, 0, 1, 1, 1});
    kp_fit(sheet, 4, 40);
    assert_true(sheet->columns[1].width >= sheet->columns[0].width + 2); /* there is one line: beside it */
    assert_int(sheet->rows[0].height, 21);
}

static void a_given_width_grows_for_a_word(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");
    double narrow;

    for (uint32_t column = 0; column < 5; column++)
        kp_set_width(sheet, column, 12);
    kp_put_text(sheet, 0, 0, wrapped(KP_ROLE_BODY), "samtliga kommundirektörer");
    kp_put_text(sheet, 0, 1, wrapped(KP_ROLE_BODY), "samtliga kommun-direktörer");
    kp_put_text(sheet, 0, 2, wrapped(KP_ROLE_BODY), "https://www.example.org/en/mycket/lang/adress");
    kp_put_text(sheet, 0, 3, style_of(KP_ROLE_BODY), "kommundirektörer");
    kp_put_wide_text(sheet, 1, 4, 5, wrapped(KP_ROLE_BODY), "kommundirektörer");
    kp_fit(sheet, 4, 40);
    narrow = sheet->columns[0].width;
    assert_true(narrow > 15 && narrow < 19);
    for (uint32_t column = 1; column < 5; column++)
        assert_int(sheet->columns[column].width, 12);
}

/* A line is 15 points high; the air of 4 counts for a row of one. */
static void rows_have_less_air_the_more_lines_they_have(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_set_width(sheet, 0, 40);
    kp_put_text(sheet, 0, 0, wrapped(KP_ROLE_BODY), "en");
    kp_put_text(sheet, 1, 0, wrapped(KP_ROLE_BODY), "en\ntvå");
    kp_put_text(sheet, 2, 0, wrapped(KP_ROLE_BODY), "1\n2\n3\n4\n5\n6");
    kp_put_text(sheet, 3, 0, wrapped(KP_ROLE_HEAD), "Ett huvud som fyller hela raden ut");
    kp_set_filter(sheet, (kp_range){sheet, 3, 0, 3, 0});
    kp_fit(sheet, 4, 40);
    assert_int(sheet->rows[0].height, 19);
    assert_int(sheet->rows[1].height, 33);
    assert_int(sheet->rows[2].height, 90);
    assert_int(sheet->rows[3].height, 21); /* the filter's button lies beside it */
}

static void a_title_runs_on_over_empty_cells_only(void **state)
{
    world *w = *state;
    const char *title = repeated(w, "Titel ", 12);
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_put_text(sheet, 0, 0, style_of(KP_ROLE_TITLE), title);
    kp_put_blank(sheet, 0, 1, style_of(KP_ROLE_PLAIN));
    kp_put_text(sheet, 1, 0, style_of(KP_ROLE_BODY), "kort");
    kp_fit(sheet, 8, 30);
    assert_int(sheet->columns[0].width, 8);
    assert_false(kp_cell_at(sheet, 0, 0)->style.wrap);
    assert_true(sheet->rows[0].height >= 24 && sheet->rows[0].height < 40);

    sheet = kp_book_add_sheet(sheet->book, "T");
    kp_put_text(sheet, 0, 0, style_of(KP_ROLE_TITLE), title);
    kp_put_text(sheet, 0, 1, style_of(KP_ROLE_PLAIN), "i vägen");
    kp_fit(sheet, 8, 30);
    assert_int(sheet->columns[0].width, 30);
    assert_true(kp_cell_at(sheet, 0, 0)->style.wrap);
    assert_true(sheet->rows[0].height >= 75);
}

static void wide_texts_set_heights_and_no_widths(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_put_wide_text(sheet, 0, 0, 2, style_of(KP_ROLE_CAVEAT), repeated(w, "viktigt ", 40));
    for (uint32_t column = 0; column < 3; column++)
        kp_put_text(sheet, 1, column, style_of(KP_ROLE_BODY), "0123456789");
    kp_set_height(sheet, 1, 33);
    kp_fit(sheet, 8, 30);
    assert_true(sheet->columns[0].width < 16);
    assert_true(kp_cell_at(sheet, 0, 0)->style.wrap);
    assert_true(sheet->rows[0].height >= 100); /* 320 narrow characters in some 40 */
    assert_int(sheet->rows[1].height, 33);
}

/* Lines that run on over empty cells are broken by us: the program does not. */
static void lines_end_between_words(void **state)
{
    world *w = *state;
    const char *text = repeated(w, "ord ", 40);
    size_t length = kp_fit_line(text, KP_ROLE_BODY, 20);

    assert_true(length > 12 && length < 24);
    assert_int(text[length], ' ');
    assert_int(kp_fit_line("kort", KP_ROLE_BODY, 20), 4);
    assert_int(kp_fit_line("rad\nen till", KP_ROLE_BODY, 20), 3);
    assert_int(kp_fit_line("två ord", KP_ROLE_BODY, 5), 4);
    assert_int(kp_fit_line("", KP_ROLE_BODY, 20), 0);
    assert_int(kp_fit_line("\nrad", KP_ROLE_BODY, 20), 0);
    length = kp_fit_line("ååååååååååååååå", KP_ROLE_BODY, 5); /* a word that has no end on the line */
    assert_true(length >= 6 && length < 12 && length % 2 == 0);
    assert_int(kp_fit_line("WW", KP_ROLE_TITLE, 0.1), 1); /* never nothing */
    assert_true(kp_fit_line(text, KP_ROLE_TITLE, 20) < kp_fit_line(text, KP_ROLE_NOTE, 20));
}

static void no_row_is_higher_than_rows_can_be(void **state)
{
    world *w = *state;
    const char *novel = repeated(w, "ord och mening ", 200); /* 3000 characters: 75 lines of 40 */
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_put_text(sheet, 0, 0, wrapped(KP_ROLE_BODY), novel);
    kp_fit(sheet, 8, 40);
    assert_true(sheet->columns[0].width > 100 && sheet->columns[0].width <= 255);
    assert_true(sheet->rows[0].height > 300 && sheet->rows[0].height <= 409);

    sheet = kp_book_add_sheet(sheet->book, "T"); /* a width that was set is kept */
    kp_put_text(sheet, 0, 0, wrapped(KP_ROLE_BODY), novel);
    kp_set_width(sheet, 0, 40);
    kp_fit(sheet, 8, 40);
    assert_int(sheet->columns[0].width, 40);
    assert_int(sheet->rows[0].height, 409);

    sheet = kp_book_add_sheet(sheet->book, "U"); /* the columns of a wide text grow together */
    kp_put_wide_text(sheet, 0, 0, 1, wrapped(KP_ROLE_BODY), novel);
    kp_fit(sheet, 8, 40);
    assert_true(sheet->columns[0].width > 50 && sheet->columns[1].width > 50);
    assert_true(sheet->rows[0].height <= 409);
}

static void an_empty_sheet_fits(void **state)
{
    world *w = *state;
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");

    kp_fit(sheet, 8, 40);
    assert_int(sheet->column_count, 0);
    assert_int(sheet->row_count, 0);
}

/* ---- the dump ---- */

static kp_book *small_book(world *w)
{
    kp_book *book = book_of(w);
    kp_sheet *a = kp_book_add_sheet(book, "Över"), *b = kp_book_add_sheet(book, "Under");
    kp_style fixed = {.role = KP_ROLE_BODY, .format = KP_FORMAT_FIXED, .decimals = 1};
    kp_chart chart = {.kind = KP_CHART_RADAR,
                      .title = "P",
                      .alt_text = "ord",
                      .has_range = true,
                      .max = 100,
                      .step = 20.5,
                      .row = 9,
                      .width = 400,
                      .height = 300,
                      .series_count = 1};
    kp_choice choice = {.cells = {a, 1, 0, 2, 0}, .values = {b, 0, 0, 1, 0}, .title = "Välj"};

    kp_put_text(a, 0, 0, style_of(KP_ROLE_TITLE), "Rubrik \"x\"\nmer");
    kp_put_formula(a, 6, 2, fixed, "=SUM(C2:C6)", num_of(w->arena, "12.5"));
    kp_put_text_formula(a, 7, 2, style_of(KP_ROLE_GOOD), "=IF(1=1,\"ja\",\"\")", "ja");
    kp_put_link(a, 8, 0, style_of(KP_ROLE_LINK), "dit", kp_link_to(w->arena, b, 0, 0));
    kp_put_wide_text(a, 4, 0, 1, (kp_style){.role = KP_ROLE_NOTE, .align = KP_ALIGN_CENTRE, .indent = 2},
                     "n");
    kp_put_number(b, 0, 0, (kp_style){.format = KP_FORMAT_PERCENT}, num_of(w->arena, "1/3"));
    kp_set_width(a, 1, 10.25);
    kp_set_height(a, 0, 28);
    kp_set_outline(a, 6, 1);
    kp_freeze(a, 3, 1);
    kp_set_filter(a, (kp_range){a, 2, 0, 8, 2});
    kp_repeat_rows(a, 0, 2);
    kp_set_landscape(a);
    kp_set_footer(a, "källa");
    kp_protect(a);
    kp_break_before(a, 5);
    kp_add_data_bars(a, (kp_range){a, 6, 2, 7, 2}, 100);
    chart.series[0] = (kp_series){"S", {a, 6, 0, 8, 0}, {a, 6, 2, 8, 2}, false};
    kp_add_chart(a, &chart);
    kp_add_choice(a, &choice);
    kp_allow_new_rows(a);
    kp_print_to(a, 2);
    kp_print_rows_to(a, 8);
    kp_hide_column(a, 3);
    kp_hide_row(a, 3);
    kp_hide_sheet(b);
    kp_add_choice(a, &(kp_choice){.cells = {a, 3, 0, 3, 0},
                                  .min = kp_num_int(0),
                                  .max = num_of(w->arena, "7.5"),
                                  .no_share = true,
                                  .also = "n/a",
                                  .refusal = "Nej"});
    kp_book_finish(book);
    return book;
}

static void the_dump_shows_everything(void **state)
{
    world *w = *state;

    kp_write_book_dump(w->arena, small_book(w), &w->buf);
    assert_text(kp_buf_text(&w->buf),
                "book\n"
                "title \"T\"\n"
                "language \"sv\"\n"
                "created 1\n"
                "\n"
                "sheet \"Över\" freeze B4 landscape filter A3:C9 repeat 1:3 protected but for new rows "
                "printed to C printed to row 9 footer \"källa\"\n"
                "widths B 10.25\n"
                "hidden column D\n"
                "row 1 height 28\n"
                "row 4 hidden\n"
                "row 7 level 1\n"
                "Över!A1 = \"Rubrik \\\"x\\\"\\nmer\" title wrap\n"
                "Över!A5 = \"n\" note centre indent2\n"
                "Över!B5 = blank note centre indent2\n"
                "Över!C7 = 12.5 {=SUM(C2:C6)} body fixed1\n"
                "Över!C8 = \"ja\" {=IF(1=1,\"ja\",\"\")} good\n"
                "Över!A9 = \"dit\" -> internal:'Under'!A1 link\n"
                "merge A5:B5\n"
                "break before 6\n"
                "bars C7:C8 full 100\n"
                "choice A2:A3 from Under!A1:A2 title \"Välj\" message none\n"
                "choice A4 from 0 to 7.5 but no share of 1 or \"n/a\" title none message none else \"Nej\"\n"
                "chart radar at A10 size 400x300 title \"P\" axis 0..100 step 20.5 of none\n"
                "  alt \"ord\"\n"
                "  series \"S\"\n"
                "    categories A7:A9 [gap, gap, \"dit\"]\n"
                "    values C7:C9 [12.5, gap, gap]\n"
                "\n"
                "sheet \"Under\" hidden\n"
                "Under!A1 = 0.333333333333333 plain percent0\n");
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(columns_have_letters),
        TEST(ranges_are_seen_from_a_sheet),
        TEST(sheet_names_are_made_fit),
        TEST(sheet_names_are_unique_without_regard_to_case),
        TEST(texts_are_ordered_without_regard_to_case),
        TEST(links_lead_somewhere),
        TEST(texts_are_cut_between_characters),
        TEST(cells_are_sorted_and_the_later_wins),
        TEST(breaks_are_sorted_and_never_double),
        TEST(rows_and_columns_grow_and_keep_what_they_have),
        TEST(what_is_put_is_what_stands),
        TEST(columns_are_as_wide_as_their_texts),
        TEST(heads_wrap_between_words),
        TEST(a_given_width_grows_for_a_word),
        TEST(rows_have_less_air_the_more_lines_they_have),
        TEST(a_title_runs_on_over_empty_cells_only),
        TEST(wide_texts_set_heights_and_no_widths),
        TEST(lines_end_between_words),
        TEST(no_row_is_higher_than_rows_can_be),
        TEST(an_empty_sheet_fits),
        TEST(the_dump_shows_everything),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("book", tests, NULL, NULL) != 0;
}
