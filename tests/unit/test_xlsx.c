/* tests/unit/test_xlsx.c - workbooks: each weakness of the library is closed, and what is written is right.
 *
 * Parts of a workbook are read with unzip; without it the tests that look inside are skipped.
 */
#include "xlsx_support.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kompass/os.h"

static const char sheet1[] = "xl/worksheets/sheet1.xml", strings[] = "xl/sharedStrings.xml",
                  book_part[] = "xl/workbook.xml", chart1[] = "xl/charts/chart1.xml",
                  styles[] = "xl/styles.xml";

/* ---- texts ---- */

static void texts_are_written_as_texts(void **state)
{
    static const struct {
        int line;
        const char *text, *want;
    } rows[] = {
        {HERE, "Ærlig åäö ▲ − 😀", "<t>Ærlig åäö ▲ − 😀</t>"},
        {HERE, "=1+1", "<t>=1+1</t>"},
        {HERE, "+cmd|' /C calc'!A0", "<t>+cmd|' /C calc'!A0</t>"},
        {HERE, "https://example.org", "<t>https://example.org</t>"},
        {HERE, "  blank ", "<t xml:space=\"preserve\">  blank </t>"},
        {HERE, "a<b>&\"c\"", "<t>a&lt;b&gt;&amp;\"c\"</t>"},
        {HERE, "a\r\nb\rc\td", "<t>a\nbc d</t>"},
        {HERE,
         "a\x01\x1f\x7f\xc2\x80\xef\xbf\xbe"
         "b",
         "<t>ab</t>"},
        {HERE, "_x0041_", "<t>_x005F_x0041_</t>"}, /* programs read the first as A */
        {HERE, "a_x000d__xABCD_", "<t>a_x005F_x000d__x005F_xABCD_</t>"},
        {HERE, "_x41_ _X0041_", "<t>_x41_ _X0041_</t>"},
    };
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "Åsikter");
    const char *path, *text;

    for (uint32_t i = 0; i < LENGTH(rows); i++)
        kp_put_text(sheet, i + 1, 0, style_of(KP_ROLE_BODY), rows[i].text);
    path = written(w, sheet->book);
    text = part_of(w, path, strings);
    for (size_t i = 0; i < LENGTH(rows); i++)
        check_has(text, rows[i].want, true, rows[i].line);
    assert_has_not(part_of(w, path, sheet1), "<f>");
    assert_has(part_of(w, path, book_part), "<sheet name=\"Åsikter\"");
}

static size_t units_between(const char *text, const char *before, const char *after)
{
    const char *start = strstr(text, before), *end = start ? strstr(start, after) : NULL;
    size_t units = 0;

    assert_non_null(end);
    for (const char *p = start + strlen(before); p < end; p++)
        units += ((unsigned char)*p & 0xC0) == 0x80 ? 0 : (unsigned char)*p >= 0xF0 ? 2 : 1;
    return units;
}

static void long_texts_end_in_an_ellipsis(void **state)
{
    static const struct {
        int line;
        const char *piece;
        size_t count, units;
        bool cut;
    } rows[] = {
        {HERE, "a", 32767, 32767, false}, {HERE, "a", 32768, 32767, true},
        {HERE, "😀", 16383, 32766, false}, {HERE, "😀", 20000, 32767, true},
        {HERE, "å", 40000, 32767, true},  {HERE, "_x0041_", 4681, 32767, true},
    };
    world *w = *state;

    world_folder(w);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_sheet *sheet = kp_book_add_sheet(book_of(w), "S");
        const char *text;
        kp_buf_clear(&w->buf);
        kp_buf_repeat(&w->buf, rows[i].piece, rows[i].count);
        kp_put_text(sheet, 0, 0, style_of(KP_ROLE_BODY), kp_arena_strdup(w->arena, kp_buf_text(&w->buf)));
        text = part_of(w, written(w, sheet->book), strings);
        assert_true_at(rows[i].line, units_between(text, "<t>", "</t>") <= rows[i].units);
        assert_true_at(rows[i].line, units_between(text, "<t>", "</t>") + 20 > rows[i].units);
        assert_int_at(rows[i].line, strstr(text, "…</t>") != NULL, rows[i].cut);
    }
}

/* ---- numbers and formulas ---- */

static void numbers_and_formulas_carry_their_values(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    kp_style fixed = {.role = KP_ROLE_BODY, .format = KP_FORMAT_FIXED, .decimals = 1};
    const char *text;

    kp_put_number(sheet, 1, 0, fixed, num_of(w->arena, "3.5"));
    kp_put_number(sheet, 2, 0, fixed, num_of(w->arena, "1/3"));
    kp_put_formula(sheet, 3, 0, fixed, "=A2*2", kp_num_int(7));
    kp_put_number(sheet, 1, 1, fixed,
                  num_of(w->arena, "-9.7")); /* with 16 digits it would be -9.699999999999999 */
    kp_put_number(sheet, 2, 1, fixed, num_of(w->arena, "999999999999999"));
    kp_put_number(sheet, 3, 1, fixed, num_of(w->arena, "1000000000000000"));
    kp_put_number(sheet, 4, 1, fixed, num_of(w->arena, "1/1048576"));
    kp_put_number(sheet, 5, 1, fixed, num_of(w->arena, "-0.00001"));
    kp_put_text_formula(sheet, 4, 0, fixed, "=IF(A2>1,\"ja & _x00\"&\"41_\",\"\")", "ja & _x0041_");
    kp_put_text_formula(sheet, 5, 0, fixed, "=IF(A2>9,A2,\"\")", "");
    text = part_of(w, written(w, sheet->book), sheet1);
    assert_has(text, "<v>3.5</v>");
    assert_has(text, "<v>0.33333333333333333</v>");
    assert_has(text, "<v>-9.7</v>");
    assert_has(text, "<v>999999999999999</v>");
    assert_has(text, "<v>1000000000000000</v>");
    assert_has(text, "<v>9.5367431640625E-07</v>");
    assert_has(text, "<v>-0.00001</v>");
    assert_has(text, "<f>A2*2</f><v>7</v>");
    assert_has(
        text, "t=\"str\"><f>IF(A2&gt;1,\"ja &amp; _x00\"&amp;\"41_\",\"\")</f><v>ja &amp; _x005F_x0041_</v>");
    assert_has(text, "t=\"str\"><f>IF(A2&gt;9,A2,\"\")</f><v></v>");
}

/* ---- rows ---- */

/* Rows are printed by us: in order, shaped or not, with cells or not, and no row twice. */
static void rows_stand_in_their_places(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S"), *shapes = kp_book_add_sheet(sheet->book, "Höjder"),
             *empty = kp_book_add_sheet(sheet->book, "Tom");
    const char *path, *text;

    kp_put_text(sheet, 7, 27, style_of(KP_ROLE_PLAIN), "långt ut");
    kp_put_blank(sheet, 3, 2, style_of(KP_ROLE_PLAIN));
    kp_put_text(sheet, 3, 1, style_of(KP_ROLE_PLAIN), "");
    kp_set_height(sheet, 1, 30);
    kp_set_height(sheet, 3, 15);
    kp_set_height(sheet, 5, 22.5);
    kp_set_outline(sheet, 5, 2);
    kp_hide_row(sheet, 6);
    kp_set_height(shapes, 4, 40);
    path = written(w, sheet->book);
    text = part_of(w, path, sheet1);
    assert_has(text, "<dimension ref=\"A1:AB8\"/>");
    assert_has(text, "<sheetFormatPr defaultRowHeight=\"15\" outlineLevelRow=\"2\"/>");
    assert_has(text, "t=\"s\"><v>0</v></c></row><row r=\"2\" ht=\"30\" customHeight=\"1\"/>"
                     "<row r=\"4\"><c r=\"B4\" s=\"2\"/><c r=\"C4\" s=\"2\"/></row>"
                     "<row r=\"6\" ht=\"22.5\" customHeight=\"1\" outlineLevel=\"2\"/>"
                     "<row r=\"7\" hidden=\"1\"/>"
                     "<row r=\"8\"><c r=\"AB8\" s=\"2\" t=\"s\"><v>1</v></c></row></sheetData>");
    text = part_of(w, path, "xl/worksheets/sheet2.xml");
    assert_has(text, "<sheetData><row r=\"5\" ht=\"40\" customHeight=\"1\"/></sheetData>");
    assert_has(part_of(w, path, "xl/worksheets/sheet3.xml"), "<sheetData/>");
    (void)empty;
}

/* A text stands in the file once, however many cells of whichever sheets and kinds show it. */
static void texts_are_shared(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S"), *other = kp_book_add_sheet(sheet->book, "T");
    const char *path, *text;

    kp_put_text(sheet, 1, 0, style_of(KP_ROLE_HEAD), "B");
    kp_put_link(sheet, 2, 0, style_of(KP_ROLE_LINK), "A", kp_link_to(w->arena, other, 0, 0));
    kp_put_link(other, 0, 0, style_of(KP_ROLE_LINK), "B", kp_link_to(w->arena, sheet, 0, 0));
    kp_put_text(other, 0, 1, style_of(KP_ROLE_BODY), "A");
    path = written(w, sheet->book);
    assert_has(part_of(w, path, strings),
               "count=\"5\" uniqueCount=\"2\"><si><t>A</t></si><si><t>B</t></si></sst>");
    text = part_of(w, path, sheet1);
    assert_has(text, "<c r=\"A2\" s=\"2\" t=\"s\"><v>1</v></c>");
    assert_has(text, "<c r=\"A3\" s=\"3\" t=\"s\"><v>0</v></c>");
    text = part_of(w, path, "xl/worksheets/sheet2.xml");
    assert_has(text, "<c r=\"A1\" s=\"3\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\" t=\"s\"><v>0</v></c>");
}

#ifdef __linux__
/* "Defl:F": the library alone would pack them harder ("Defl:N"), which takes long. */
static void parts_are_packed_fast(void **state)
{
    world *w = *state;
    const char *path = written(w, sheet_of(w, "S")->book);
    const char *text = told_by(w, kp_arena_printf(w->arena, "unzip -v '%s'", path));

    assert_has(text, "Defl:F");
    assert_has_not(text, "Defl:N");
}
#endif

static void numbers_have_formats(void **state)
{
    static const struct {
        int line;
        kp_format format;
        uint8_t decimals;
        const char *code;
    } rows[] = {
        {HERE, KP_FORMAT_FIXED, 2, "formatCode=\"0.00\""},
        {HERE, KP_FORMAT_PERCENT, 0, "formatCode=\"0&quot;\u00A0%&quot;\""},
        {HERE, KP_FORMAT_PERCENT, 1, "formatCode=\"0.0&quot;\u00A0%&quot;\""},
        {HERE, KP_FORMAT_SIGNED, 1,
         "formatCode=\"[&gt;=0.05]&quot;▲\u00A0+&quot;0.0;"
         "[&lt;=-0.05]&quot;▼\u00A0−&quot;0.0;&quot;→\u00A0&quot;0\""},
        {HERE, KP_FORMAT_TEXT, 0, "numFmtId=\"49\""},
    };
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    const char *text;

    for (uint32_t i = 0; i < LENGTH(rows); i++) {
        kp_style style = {.format = (uint8_t)rows[i].format, .decimals = rows[i].decimals};
        if (rows[i].format == KP_FORMAT_TEXT)
            kp_put_text(sheet, i, 1, style, "1.10");
        else
            kp_put_number(sheet, i, 1, style, kp_num_int(1));
    }
    text = part_of(w, written(w, sheet->book), styles);
    for (size_t i = 0; i < LENGTH(rows); i++)
        if (rows[i].format != KP_FORMAT_TEXT)
            check_has(text, rows[i].code, true, rows[i].line);
}

/* ---- lists, links, names ---- */

static void lists_are_ranges_however_long(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S"), *lists = kp_book_add_sheet(sheet->book, "2021");
    kp_choice choice = {.cells = {sheet, 1, 1, 9, 1}, .values = {lists, 0, 0, 299, 0}};
    const char *path, *text;

    for (uint32_t i = 0; i < 300; i++) /* as a text it would be 38 KB, and 256 bytes end the process */
        kp_put_text(lists, i, 0, style_of(KP_ROLE_BODY), "ææææææææææææææææææææææææææææææææ, ääääääääääää");
    choice.title = "En rubrik som är längre än trettiotvå tecken";
    choice.message = "Välj ur listan";
    kp_add_choice(sheet, &choice);
    path = written(w, sheet->book);
    text = part_of(w, path, sheet1);
    assert_has(text, "type=\"list\"");
    assert_has(text, "<formula1>'2021'!$A$1:$A$300</formula1>");
    assert_has(text, "promptTitle=\"En rubrik som är längre än tret…\"");
    assert_has(text, "sqref=\"B2:B10\"");
}

static void numbers_have_ends(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    kp_choice choice = {
        .cells = {sheet, 1, 1, 9, 1}, .min = num_of(w->arena, "-0.5"), .max = kp_num_int(100)};
    const char *text;

    choice.refusal = "Ett tal";
    kp_add_choice(sheet, &choice);
    choice.cells.first_column = choice.cells.last_column = 2;
    choice.also = "Ej \"tillämplig\" & <mer>";
    kp_add_choice(sheet, &choice);
    text = part_of(w, written(w, sheet->book), sheet1);
    assert_has(text, "type=\"decimal\"");
    assert_has(text, "<formula1>-0.5</formula1><formula2>100</formula2>");
    assert_has(text, "error=\"Ett tal\"");
    assert_has(text,
               "<formula1>OR(C2=\"Ej \"\"tillämplig\"\" &amp; &lt;mer&gt;\",AND(ISNUMBER(C2),C2&gt;=-0.5,"
               "C2&lt;=100))</formula1>");
}

/* "80 %" typed into a cell is 0.8: a choice may refuse it. */
static void shares_are_refused(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    kp_choice choice = {
        .cells = {sheet, 1, 1, 9, 1}, .min = kp_num_int(0), .max = kp_num_int(100), .no_share = true};
    const char *text;

    kp_add_choice(sheet, &choice);
    choice.cells.first_column = choice.cells.last_column = 2;
    choice.also = "n/a";
    kp_add_choice(sheet, &choice);
    text = part_of(w, written(w, sheet->book), sheet1);
    assert_has(text, "type=\"custom\"");
    assert_has(text, "<formula1>AND(ISNUMBER(B2),B2&gt;=0,B2&lt;=100,OR(B2&lt;=0,B2&gt;=1))</formula1>");
    assert_has(text, "<formula1>OR(C2=\"n/a\",AND(ISNUMBER(C2),C2&gt;=0,C2&lt;=100,OR(C2&lt;=0,C2&gt;=1)))"
                     "</formula1>");
}

static void what_is_hidden_is_hidden(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S"), *other = kp_book_add_sheet(sheet->book, "Dold");
    const char *path;

    kp_put_text(sheet, 4, 5, style_of(KP_ROLE_INPUT), "x");
    kp_hide_row(sheet, 2);
    kp_hide_column(sheet, 3);
    kp_protect(sheet);
    kp_allow_new_rows(sheet);
    kp_print_to(sheet, 4);
    kp_put_text(other, 9, 0, style_of(KP_ROLE_INPUT), "x");
    kp_print_to(other, 1);
    kp_print_rows_to(other, 6);
    kp_hide_sheet(other);
    path = written(w, sheet->book);
    assert_has(part_of(w, path, sheet1), "<row r=\"3\" hidden=\"1\"");
    assert_has(part_of(w, path, sheet1), "<col min=\"4\" max=\"4\"");
    assert_has(part_of(w, path, sheet1), "hidden=\"1\"");
    assert_has(part_of(w, path, sheet1), "insertRows=\"0\"");
    assert_has(part_of(w, path, book_part), "state=\"hidden\"");
    assert_has(part_of(w, path, book_part), "Print_Area\" localSheetId=\"0\">'S'!$A$1:$E$5</definedName>");
    assert_has(part_of(w, path, book_part), "Print_Area\" localSheetId=\"1\">'Dold'!$A$1:$B$7</definedName>");
}

static void what_stands_in_a_row_stands_at_one_height(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    const char *text;

    kp_put_link(sheet, 0, 0, style_of(KP_ROLE_HEAD), "1", "internal:'S'!A2");
    kp_put_text(sheet, 0, 1, style_of(KP_ROLE_TOTAL), "x");
    kp_put_number(sheet, 0, 2, style_of(KP_ROLE_INPUT), kp_num_int(7));
    kp_set_height(sheet, 0, 60);
    text = part_of(w, written(w, sheet->book), styles);
    assert_has(text, "vertical=\"top\"");
    assert_null(strstr(text, "vertical=\"center\""));

    sheet = sheet_of(w, "T");
    kp_put_text(sheet, 0, 0, style_of(KP_ROLE_HEAD), "Nr");
    kp_put_text(sheet, 1, 0, style_of(KP_ROLE_BODY), "1");
    kp_set_height(sheet, 0, 60);
    text = part_of(w, written(w, sheet->book), styles);
    assert_has(text, "vertical=\"center\""); /* of the short row */
    assert_null(strstr(text, "vertical=\"top\""));
}

static void rows_below_the_last_printed_one_stay_on_the_sheet(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    const char *path;

    kp_put_text(sheet, 0, 5, style_of(KP_ROLE_BODY), "x");
    kp_put_text(sheet, 6, 2, style_of(KP_ROLE_BODY), "y");
    kp_print_rows_to(sheet, 3);
    path = written(w, sheet->book);
    assert_has(part_of(w, path, book_part), "Print_Area\" localSheetId=\"0\">'S'!$A$1:$F$4</definedName>");
    assert_has(part_of(w, path, sheet1), "<c r=\"C7\"");
}

static void what_is_not_printed_is_a_hidden_row(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    const char *path;

    kp_put_text(sheet, 0, 5, style_of(KP_ROLE_BODY), "x");
    kp_print_nothing(sheet, 1);
    kp_put_text(sheet, 2, 0, style_of(KP_ROLE_BODY), "y");
    path = written(w, sheet->book);
    assert_has(part_of(w, path, book_part), "Print_Area\" localSheetId=\"0\">'S'!$A$2</definedName>");
    assert_has(part_of(w, path, sheet1), "<row r=\"2\" hidden=\"1\"");
}

static void links_stand_in_cells(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S"), *other = kp_book_add_sheet(sheet->book, "O'Hara's");
    const char *path;

    kp_put_link(sheet, 1, 0, style_of(KP_ROLE_LINK), "dit", kp_link_to(w->arena, other, 2, 1));
    kp_put_link(sheet, 2, 0, style_of(KP_ROLE_LINK), "ut", "https://example.org/å?a=1&b=2#x");
    path = written(w, sheet->book);
    assert_has(part_of(w, path, sheet1),
               "<hyperlink ref=\"A2\" location=\"'O’Hara’s'!B3\" display=\"dit\"/>");
    assert_has(part_of(w, path, "xl/worksheets/_rels/sheet1.xml.rels"),
               "Target=\"https://example.org/å?a=1&amp;b=2\"");
}

/* Names such as 2021 or A1 must be quoted; the library does not think so. */
static void names_that_look_like_something_else_are_quoted(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "2021");
    kp_chart chart = chart_of(sheet);
    const char *path;

    kp_repeat_rows(sheet, 0, 0);
    kp_set_filter(sheet, range_of(sheet));
    kp_add_chart(sheet, &chart);
    path = written(w, sheet->book);
    assert_has(part_of(w, path, book_part), ">'2021'!$1:$1</definedName>");
    assert_has(part_of(w, path, book_part), ">'2021'!$A$1:$A$3</definedName>");
    assert_has(part_of(w, path, chart1), "<c:f>'2021'!$A$1:$A$3</c:f>");
}

/* ---- sheets and pages ---- */

static void pages_are_set_up(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    const char *text;

    kp_put_wide_text(sheet, 1, 0, 3, style_of(KP_ROLE_HEADING), "Område");
    kp_set_width(sheet, 0, 40);
    kp_set_height(sheet, 1, 24);
    kp_set_outline(sheet, 2, 1);
    kp_freeze(sheet, 1, 1);
    kp_repeat_rows(sheet, 0, 0);
    kp_set_landscape(sheet);
    kp_break_before(sheet, 9);
    kp_protect(sheet);
    kp_put_text(sheet, 3, 0, style_of(KP_ROLE_INPUT), "fyll i");
    kp_add_data_bars(sheet, (kp_range){sheet, 1, 3, 9, 3}, 100);
    text = part_of(w, written(w, sheet->book), sheet1);
    assert_has(text, "showGridLines=\"0\"");
    assert_has(text, "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\"");
    assert_has(text, "paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"");
    assert_has(text, "<pageSetUpPr fitToPage=\"1\"/>");
    assert_has(text, "<outlinePr summaryBelow=\"0\"/>");
    assert_has(text, "outlineLevel=\"1\"");
    assert_has(text, "<mergeCell ref=\"A2:D2\"/>");
    assert_has(text, "<brk id=\"9\"");
    assert_has(text, "<sheetProtection sheet=\"1\"");
    assert_has(text, "gradient=\"0\"");
    assert_has(text, "<xm:f>100</xm:f>");
    assert_has(text, "<oddFooter>&amp;R&amp;P / &amp;N</oddFooter>");
}

/* "&&G" makes the library print, fail and free its memory twice. */
static void ampersands_stand_in_footers(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    const char *path;

    kp_set_footer(sheet, "R&G,\nDrift & &[Picture] 2021");
    path = written(w, sheet->book);
    assert_has(part_of(w, path, sheet1),
               "<oddFooter>&amp;LR&amp;&amp;G,\nDrift &amp;&amp; &amp;&amp;[Picture] "
               "2021&amp;R&amp;P / &amp;N</oddFooter>");
    kp_buf_clear(&w->buf);
    kp_buf_repeat(&w->buf, "&", 300);
    kp_set_footer(sheet, kp_arena_strdup(w->arena, kp_buf_text(&w->buf)));
    assert_has(part_of(w, written(w, sheet->book), sheet1), "&amp;&amp;…&amp;R&amp;P / &amp;N</oddFooter>");
}

static void properties_are_filled_in(void **state)
{
    world *w = *state;
    kp_sheet *sheet = sheet_of(w, "S");
    const char *path = written(w, sheet->book);

    assert_has(part_of(w, path, "docProps/core.xml"), "<dc:title>Titel</dc:title>");
    assert_has(part_of(w, path, "docProps/core.xml"), ">2021-04-01T00:00:00Z</dcterms:created>");
    assert_has(part_of(w, path, "docProps/custom.xml"), "name=\"Language\"><vt:lpwstr>sv</vt:lpwstr>");
    sheet->book->info.created = 0; /* would be the present moment */
    assert_has(part_of(w, written(w, sheet->book), "docProps/core.xml"), ">1970-01-01T00:00:01Z<");
}

/* ---- the same bytes, everywhere ---- */

static kp_book *rich_book(world *w)
{
    kp_sheet *sheet = sheet_of(w, "Översikt");
    kp_chart chart = chart_over_formulas(w, sheet, KP_CHART_RADAR);

    kp_add_chart(sheet, &chart);
    kp_add_data_bars(sheet, (kp_range){sheet, 1, 1, 4, 1}, 100);
    kp_put_number(sheet, 9, 0, (kp_style){.format = KP_FORMAT_FIXED, .decimals = 1}, num_of(w->arena, "7/2"));
    kp_set_width(sheet, 0, 12.75);
    kp_protect(sheet);
    return sheet->book;
}

static void the_same_plan_gives_the_same_bytes(void **state)
{
    world *w = *state;
    const char *first = path_of(w, "a.xlsx"), *second = path_of(w, "b.xlsx"), *why;
    kp_bytes a, b;

    assert_int(write_to(w, rich_book(w), first, &why), KP_XLSX_OK);
    setenv("TZ", "Pacific/Kiritimati", 1);
    sleep(1);
    assert_int(write_to(w, rich_book(w), second, &why), KP_XLSX_OK);
    unsetenv("TZ");
    assert_int(kp_os_read(w->arena, first, 1 << 20, &a, &why), KP_FILE_OK);
    assert_int(kp_os_read(w->arena, second, 1 << 20, &b, &why), KP_FILE_OK);
    assert_int(a.length, b.length);
    assert_memory_equal(a.data, b.data, a.length);
}

static void numbers_keep_their_point_in_any_locale(void **state)
{
    static const char *const locales[] = {"sv_SE.UTF-8", "nb_NO.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8"};
    world *w = *state;
    const char *path, *text;
    size_t i = 0;

    while (i < LENGTH(locales) && !setlocale(LC_ALL, locales[i]))
        i++;
    if (i == LENGTH(locales))
        skip();
    world_folder(w);
    path = path_of(w, "t.xlsx");
    kp_book *book = rich_book(w);
    kp_book_finish(book);
    kp_xlsx_status status = kp_write_xlsx(w->arena, book, path, &text);
    bool comma = *localeconv()->decimal_point == ',';
    setlocale(LC_ALL, "C");
    assert_int(status, KP_XLSX_OK);
    assert_true(comma); /* the caller's locale is as it was */
    assert_has(part_of(w, path, sheet1), "<v>3.5</v>");
    assert_has(part_of(w, path, sheet1), "width=\"13.42578125\"");
    assert_has(part_of(w, path, chart1), "<c:v>12.5</c:v>");
}

/* ---- disks ---- */

static void what_cannot_be_written_is_said(void **state)
{
    static const struct {
        int line;
        const char *path, *why;
    } rows[] = {
        {HERE, "/dev/full", "not a file, and only files can hold workbooks"},
        {HERE, "/tmp", "Is a directory"},
        {HERE, "/nowhere/at/all.xlsx", "No such file or directory"},
        {HERE, "", "No such file or directory"},
    };
    world *w = *state;
    const char *why;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_int_at(rows[i].line, write_to(w, rich_book(w), rows[i].path, &why), KP_XLSX_FAILED);
        assert_text_at(rows[i].line, why, rows[i].why);
    }
}

/* A disk with room for the packed file, but not for its parts: the library would report success. */
static void write_on_a_small_disk(world *w, const void *context)
{
    struct rlimit limit = {16 * 1024, 16 * 1024};
    const char *why = "";

    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    if (write_to(w, rich_book(w), context, &why) != KP_XLSX_FAILED || strcmp(why, "File too large") != 0)
        _exit(1);
}

static void a_full_disk_is_noticed(void **state)
{
    world *w = *state;
    const char *path = path_of(w, "t.xlsx");
    outcome o = run_in_child(w, write_on_a_small_disk, path);
    struct stat info;

    assert_int(o.status, 0);
    assert_text(o.said, "");
    assert_int(stat(path, &info), 0);
    assert_int(info.st_size, 0); /* what was reserved is given back */
}

/* What the library prints while it closes goes nowhere (tests/cli/test_export.sh lets it fail in earnest). */
static void print_while_silenced(world *w, const void *context)
{
    int kept = kp_os_silence();

    (void)w;
    (void)context;
    if (fputs("[ERROR] of the library\n", stderr) < 0 || fflush(stderr) != 0)
        _exit(1);
    kp_os_unsilence(kept);
    if (write(STDERR_FILENO, "back", 4) != 4)
        _exit(2);
}

static void what_the_library_prints_goes_nowhere(void **state)
{
    world *w = *state;
    outcome o = run_in_child(w, print_while_silenced, NULL);

    assert_int(o.status, 0);
    assert_text(o.said, "back");
}

static void write_without_stderr(world *w, const void *context)
{
    const char *why = "";

    close(STDERR_FILENO);
    if (write_to(w, rich_book(w), context, &why) != KP_XLSX_OK)
        _exit(1);
    if (fcntl(STDERR_FILENO, F_GETFD) != -1)
        _exit(2);
}

static void a_closed_stderr_stays_closed(void **state)
{
    world *w = *state;
    const char *path = path_of(w, "t.xlsx");
    outcome o = run_in_child(w, write_without_stderr, path);

    assert_int(o.status, 0);
    assert_has(part_of(w, path, chart1), "</c:chartSpace>");
}

static void nothing_is_left_in_the_folder(void **state)
{
    world *w = *state;
    kp_paths paths;
    const char *failed, *why;

    written(w, rich_book(w));
    assert_int(kp_os_list(w->arena, w->folder, "", &paths, &failed, &why), KP_FILE_OK);
    assert_int(paths.count, 1);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(texts_are_written_as_texts),
        TEST(long_texts_end_in_an_ellipsis),
        TEST(numbers_and_formulas_carry_their_values),
        TEST(rows_stand_in_their_places),
        TEST(texts_are_shared),
#ifdef __linux__
        TEST(parts_are_packed_fast),
#endif
        TEST(numbers_have_formats),
        TEST(lists_are_ranges_however_long),
        TEST(numbers_have_ends),
        TEST(shares_are_refused),
        TEST(what_is_hidden_is_hidden),
        TEST(what_stands_in_a_row_stands_at_one_height),
        TEST(rows_below_the_last_printed_one_stay_on_the_sheet),
        TEST(what_is_not_printed_is_a_hidden_row),
        TEST(links_stand_in_cells),
        TEST(names_that_look_like_something_else_are_quoted),
        TEST(pages_are_set_up),
        TEST(ampersands_stand_in_footers),
        TEST(properties_are_filled_in),
        TEST(the_same_plan_gives_the_same_bytes),
        TEST(numbers_keep_their_point_in_any_locale),
        TEST(what_cannot_be_written_is_said),
        TEST(a_full_disk_is_noticed),
        TEST(what_the_library_prints_goes_nowhere),
        TEST(a_closed_stderr_stays_closed),
        TEST(nothing_is_left_in_the_folder),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("xlsx", tests, NULL, NULL) != 0;
}
