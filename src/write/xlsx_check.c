#include "xlsx_internal.h"

#include <math.h>
#include <string.h>

#include "kompass/utf8.h"

/* The library takes nearly everything and says that it went well; the reader's program then repairs the file,
 * or refuses it. So whatever it does not check, or checks by printing, is checked here before it is called.
 */

typedef struct checking {
    kp_arena *arena;
    const kp_book *book;
    const kp_sheet *sheet; /* the one at hand, or NULL */
    const char *why;
} checking;

static bool bad(checking *c, const char *what)
{
    c->why = c->sheet ? kp_arena_printf(c->arena, "sheet '%s': %s", c->sheet->name, what) : what;
    return false;
}

static bool bad_at(checking *c, uint32_t row, uint32_t column, const char *what)
{
    return bad(c, kp_arena_printf(c->arena, "%s: %s", kp_cell_name(c->arena, row, column), what));
}

static bool is_text(const char *text)
{
    return text && kp_utf8_is_valid(text);
}

static bool is_text_or_null(const char *text)
{
    return !text || kp_utf8_is_valid(text);
}

/* ---- formulas ---- */

/* Whether the text between two quotes is the name of a sheet, its own apostrophes doubled. */
static bool is_quoted(const char *name, const char *text, size_t length)
{
    size_t at = 0;

    for (; *name; name++) {
        size_t step = *name == '\'' ? 2 : 1;
        if (at + step > length || text[at] != *name)
            return false;
        at += step;
    }
    return at == length;
}

/* Whether a sheet's quoted name begins at @p text (behind the first quote); sets where it ends. */
static bool names_a_sheet(const kp_book *book, const char *text, const char **ret_end)
{
    const char *end = text;

    while (*end && !(end[0] == '\'' && end[1] != '\''))
        end += end[0] == '\'' ? 2 : 1;
    *ret_end = end;
    for (uint32_t i = 0; i < book->sheet_count; i++)
        if (is_quoted(book->sheets[i]->name, text, (size_t)(end - text)))
            return true;
    return false;
}

/* What a character outside of quotes does to the depth of parentheses; false where it must not stand. */
static bool formula_character(char c, int *depth)
{
    switch (c) {
    case '(':
        ++*depth;
        return true;
    case ')':
        return --*depth >= 0;
    /* Other separators, arrays, other books, errors, a sheet without quotes: nothing that we write. */
    case ';':
    case '[':
    case ']':
    case '{':
    case '}':
    case '#':
    case '!':
    case '@':
        return false;
    default:
        return c >= ' ' && c <= '~';
    }
}

static bool check_formula(const kp_book *book, const char *formula, const char **ret_why)
{
    int depth = 0;

    *ret_why = "not a formula that every program reads";
    if (!is_text(formula) || formula[0] != '=' || !formula[1] ||
        (strlen(formula) > KP_MAX_FORMULA_UNITS && kp_utf8_utf16_units(formula) > KP_MAX_FORMULA_UNITS))
        return false;
    if (xlsx_count_escapes(formula)) {
        *ret_why = "the formula holds a text that one program reads as it stands and another as an escape";
        return false;
    }
    for (const char *p = formula + 1; *p; p++) {
        if (*p == '"') {
            p = strchr(p + 1, '"'); /* "" inside of a text is the end of one and the start of the next */
            if (!p)
                return false;
        } else if (*p == '\'') {
            if (!names_a_sheet(book, p + 1, &p)) {
                *ret_why = "the formula names a sheet that is not in the book";
                return false;
            }
            if (!*p || *++p != '!')
                return false;
        } else if (!formula_character(*p, &depth)) {
            return false;
        }
    }
    return depth == 0;
}

/* ---- cells ---- */

static bool check_target(checking *c, const kp_cell *cell)
{
    static const char place[] = "internal:'";
    const char *end;

    if (!kp_is_target(cell->target))
        return bad_at(c, cell->row, cell->column, "not an address that a link can lead to");
    if (strncmp(cell->target, place, strlen(place)) == 0 &&
        (!names_a_sheet(c->book, cell->target + strlen(place), &end) || !*end || end[1] != '!'))
        return bad_at(c, cell->row, cell->column, "the link leads to a sheet that is not in the book");
    return true;
}

static bool check_content(checking *c, const kp_cell *cell)
{
    bool has_number = cell->kind == KP_CELL_NUMBER || (cell->kind == KP_CELL_FORMULA && !cell->text);
    bool needs_text = cell->kind == KP_CELL_TEXT || cell->kind == KP_CELL_LINK;
    const char *why;

    if ((needs_text && !cell->text) || !is_text_or_null(cell->text))
        return bad_at(c, cell->row, cell->column, "the text is no UTF-8");
    if (cell->kind == KP_CELL_LINK && !*cell->text)
        return bad_at(c, cell->row, cell->column, "a link without text");
    if (has_number && !isfinite(kp_num_double(cell->number)))
        return bad_at(c, cell->row, cell->column, "the number is too large for a workbook");
    if (cell->kind == KP_CELL_FORMULA && !check_formula(c->book, cell->formula, &why))
        return bad_at(c, cell->row, cell->column, why);
    return cell->kind != KP_CELL_LINK || check_target(c, cell);
}

static bool check_cell(checking *c, const kp_cell *cell)
{
    const kp_style *style = &cell->style;

    if (cell->row >= KP_MAX_ROWS || cell->column >= KP_MAX_COLUMNS)
        return bad_at(c, cell->row, cell->column, "outside of the sheet");
    if (cell->kind > KP_CELL_LINK || style->role >= KP_ROLE__COUNT || style->format > KP_FORMAT_TEXT ||
        style->decimals > 9 || style->align > KP_ALIGN_CENTRE || style->indent > 15)
        return bad_at(c, cell->row, cell->column, "unknown kind or style");
    return check_content(c, cell);
}

static bool check_cells(checking *c)
{
    const kp_sheet *sheet = c->sheet;
    size_t links = 0;

    for (size_t i = 0; i < sheet->cell_count; i++) {
        const kp_cell *cell = &sheet->cells[i], *before = cell - 1;
        if (i && (before->row > cell->row || (before->row == cell->row && before->column >= cell->column)))
            return bad(c, "the book is not finished: its cells are not in order");
        if (!check_cell(c, cell))
            return false;
        links += cell->kind == KP_CELL_LINK;
    }
    return links <= KP_MAX_LINKS || bad(c, "more links than a sheet can hold");
}

/* ---- ranges ---- */

static bool check_range(checking *c, const kp_range *range, const char *what)
{
    if (range->last_row < range->first_row || range->last_column < range->first_column ||
        range->last_row >= KP_MAX_ROWS || range->last_column >= KP_MAX_COLUMNS)
        return bad(c, kp_arena_printf(c->arena, "%s: not a range of cells", what));
    for (uint32_t i = 0; i < c->book->sheet_count; i++)
        if (c->book->sheets[i] == range->sheet)
            return true;
    return bad(c, kp_arena_printf(c->arena, "%s: on a sheet that is not in the book", what));
}

static bool check_own_range(checking *c, const kp_range *range, const char *what)
{
    if (!check_range(c, range, what))
        return false;
    return range->sheet == c->sheet || bad(c, kp_arena_printf(c->arena, "%s: on another sheet", what));
}

/* Cells of one row or one column: how many, or 0. */
static uint32_t line_length(const kp_range *range)
{
    uint32_t rows = range->last_row - range->first_row + 1;
    uint32_t columns = range->last_column - range->first_column + 1;

    return rows == 1 || columns == 1 ? rows * columns : 0;
}

/* ---- merges ---- */

static bool check_merge(checking *c, uint32_t index)
{
    const kp_merge *merge = &c->sheet->merges[index];

    if (merge->row >= KP_MAX_ROWS || merge->last_column >= KP_MAX_COLUMNS ||
        merge->first_column >= merge->last_column)
        return bad(c, "a merge of no cells");
    for (uint32_t i = 0; i < index; i++) {
        const kp_merge *other = &c->sheet->merges[i];
        if (other->row == merge->row && other->first_column <= merge->last_column &&
            merge->first_column <= other->last_column)
            return bad_at(c, merge->row, merge->first_column, "merges overlap");
    }
    for (uint32_t column = merge->first_column + 1; column <= merge->last_column; column++) {
        const kp_cell *cell = kp_cell_at(c->sheet, merge->row, column);
        if (cell && cell->kind != KP_CELL_BLANK)
            return bad_at(c, merge->row, column, "hidden behind a merged text");
    }
    return true;
}

/* ---- charts, bars, choices ---- */

static bool check_series(checking *c, const kp_series *series)
{
    uint32_t length;

    if (!is_text(series->name) || !*series->name)
        return bad(c, "a chart's series without a name");
    if (!check_range(c, &series->values, "a chart's values") ||
        !check_range(c, &series->categories, "a chart's categories"))
        return false;
    length = line_length(&series->values);
    if (length == 0 || length > UINT16_MAX || length != line_length(&series->categories))
        return bad(c, "a chart's values and categories are not two lines of the same length");
    return true;
}

static bool check_chart(checking *c, const kp_chart *chart)
{
    uint32_t looks = 0;

    if (chart->kind > KP_CHART_LINE || chart->series_count < 1 || chart->series_count > KP_CHART_MAX_PARTS)
        return bad(c, "a chart of no series, of too many, or of an unknown kind");
    for (uint32_t i = 0; i < chart->series_count; i++)
        looks += !chart->series[i].goes_on;
    if (chart->series[0].goes_on || looks > KP_CHART_MAX_SERIES)
        return bad(c, "a chart of too many series, or that goes on from none");
    if (!is_text(chart->alt_text) || !*chart->alt_text)
        return bad(c, "a chart without words for those who do not see it");
    if (!is_text_or_null(chart->title) || !is_text_or_null(chart->value_title))
        return bad(c, "a chart's title is no UTF-8");
    if (chart->width < 1 || chart->width > 10000 || chart->height < 1 || chart->height > 10000 ||
        chart->row >= KP_MAX_ROWS || chart->column >= KP_MAX_COLUMNS)
        return bad(c, "a chart of no or of impossible size, or outside of the sheet");
    if (chart->has_range && !(isfinite(chart->min) && isfinite(chart->max) && isfinite(chart->step) &&
                              chart->min < chart->max && chart->step > 0))
        return bad(c, "a chart's axis without a length");
    for (uint32_t i = 0; i < chart->series_count; i++)
        if (!check_series(c, &chart->series[i]))
            return false;
    return true;
}

static bool check_bars(checking *c, const kp_data_bars *bars)
{
    if (!check_own_range(c, &bars->range, "data bars"))
        return false;
    return (isfinite(bars->full) && bars->full > 0) || bad(c, "data bars without a length");
}

static bool check_choice(checking *c, const kp_choice *choice)
{
    if (!check_own_range(c, &choice->cells, "cells with a choice"))
        return false;
    if (choice->values.sheet) {
        if (!check_range(c, &choice->values, "what can be chosen"))
            return false;
        if (line_length(&choice->values) == 0)
            return bad(c, "what can be chosen is not one line of cells");
    } else if (!isfinite(kp_num_double(choice->min)) || !isfinite(kp_num_double(choice->max)) ||
               kp_num_cmp(choice->min, choice->max) > 0) {
        return bad(c, "no number can be chosen");
    }
    /* In a formula a text has at most 255 characters, and quotes twice. */
    if (choice->also && (!is_text(choice->also) || kp_utf8_utf16_units(choice->also) > 100))
        return bad(c, "the text beside the numbers is too long");
    return (is_text_or_null(choice->title) && is_text_or_null(choice->message) &&
            is_text_or_null(choice->refusal)) ||
           bad(c, "a choice's message is no UTF-8");
}

/* ---- sheets ---- */

static bool check_name(checking *c, uint32_t index)
{
    const char *name = c->book->sheets[index]->name;

    if (!is_text(name) || strcmp(name, kp_fit_sheet_name(c->arena, name)) != 0)
        return bad(c, "not a name that a sheet can have");
    for (uint32_t i = 0; i < index; i++)
        if (kp_same_sheet_name(name, c->book->sheets[i]->name))
            return bad(c, "two sheets have this name");
    return true;
}

static bool check_sizes(checking *c)
{
    const kp_sheet *sheet = c->sheet;

    if (sheet->column_count > KP_MAX_COLUMNS || sheet->row_count > KP_MAX_ROWS)
        return bad(c, "more rows or columns than there are");
    for (uint32_t i = 0; i < sheet->column_count; i++)
        if (!(sheet->columns[i].width >= 0 && sheet->columns[i].width <= KP_MAX_WIDTH))
            return bad_at(c, 0, i, "a column of impossible width");
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (!(sheet->rows[i].height >= 0 && sheet->rows[i].height <= KP_MAX_HEIGHT) ||
            sheet->rows[i].outline > 7)
            return bad_at(c, i, 0, "a row of impossible height or level");
    return true;
}

static bool check_page(checking *c)
{
    const kp_sheet *sheet = c->sheet;

    if (sheet->freeze_row >= KP_MAX_ROWS || sheet->freeze_column >= KP_MAX_COLUMNS)
        return bad(c, "frozen outside of the sheet");
    if (sheet->has_repeat && (sheet->repeat_first > sheet->repeat_last || sheet->repeat_last >= KP_MAX_ROWS))
        return bad(c, "rows to repeat that do not exist");
    if (sheet->break_count > KP_MAX_BREAKS)
        return bad(c, "more page breaks than a sheet can hold");
    for (uint32_t i = 0; i < sheet->break_count; i++)
        if (sheet->breaks[i] == 0 || sheet->breaks[i] >= KP_MAX_ROWS)
            return bad(c, "a page break outside of the sheet");
    if (!is_text_or_null(sheet->footer))
        return bad(c, "the footer is no UTF-8");
    if (sheet->is_hidden && sheet == c->book->sheets[0])
        return bad(c, "the first sheet is hidden");
    if (sheet->has_print_end && sheet->print_end >= KP_MAX_COLUMNS)
        return bad(c, "printed to a column that does not exist");
    if (sheet->has_print_last && sheet->print_last >= KP_MAX_ROWS)
        return bad(c, "printed to a row that does not exist");
    return !sheet->has_filter || check_own_range(c, &sheet->filter, "filter");
}

static bool check_sheet(checking *c)
{
    const kp_sheet *sheet = c->sheet;

    for (uint32_t i = 0; i < sheet->merge_count; i++)
        if (!check_merge(c, i))
            return false;
    for (uint32_t i = 0; i < sheet->bar_count; i++)
        if (!check_bars(c, &sheet->bars[i]))
            return false;
    for (uint32_t i = 0; i < sheet->chart_count; i++)
        if (!check_chart(c, sheet->charts[i]))
            return false;
    for (uint32_t i = 0; i < sheet->choice_count; i++)
        if (!check_choice(c, sheet->choices[i]))
            return false;
    return check_sizes(c) && check_page(c);
}

static bool check_info(checking *c)
{
    const kp_book_info *info = &c->book->info;
    const char *const texts[] = {info->title,    info->subject,  info->author, info->company,
                                 info->keywords, info->comments, info->lang};

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (!is_text_or_null(texts[i]))
            return bad(c, "the book's properties are no UTF-8");
    if (info->created < 0 || info->created > INT64_C(253402300799)) /* the end of the year 9999 */
        return bad(c, "the book was made at no time that a file can hold");
    if (c->book->sheet_count > KP_MAX_SHEETS)
        return bad(c, "more than 1000 sheets");
    return c->book->sheet_count > 0 || bad(c, "a book without sheets");
}

bool xlsx_check(kp_arena *arena, const kp_book *book, const char **ret_why)
{
    checking c = {.arena = arena, .book = book};
    bool ok = check_info(&c);

    /* All names first: formulas and links refer to them. */
    for (uint32_t i = 0; ok && i < book->sheet_count; i++) {
        c.sheet = book->sheets[i];
        ok = check_name(&c, i);
    }
    for (uint32_t i = 0; ok && i < book->sheet_count; i++) {
        c.sheet = book->sheets[i];
        ok = check_cells(&c) && check_sheet(&c);
    }
    if (!ok)
        *ret_why = c.why;
    return ok;
}
