#include "kompass/book.h"

#include <stdlib.h>
#include <string.h>

/* ---- book and sheets ---- */

kp_book *kp_book_new(kp_arena *arena, kp_book_info info)
{
    kp_book *book = KP_NEW(arena, kp_book);

    book->arena = arena;
    book->info = info;
    return book;
}

static bool is_taken(const kp_book *book, const char *name)
{
    for (uint32_t i = 0; i < book->sheet_count; i++)
        if (kp_same_sheet_name(book->sheets[i]->name, name))
            return true;
    return false;
}

/* "Drift", "Drift (2)", "Drift (3)" ...: the number is kept, the name gives way to it. */
static const char *unique_name(const kp_book *book, const char *name)
{
    const char *unique = name;

    for (unsigned number = 2; is_taken(book, unique); number++) {
        const char *tail = kp_arena_printf(book->arena, " (%u)", number);
        const char *base = kp_cut_units(book->arena, name, KP_MAX_NAME_UNITS - strlen(tail));
        unique = kp_arena_printf(book->arena, "%s%s", base, tail);
    }
    return unique;
}

kp_sheet *kp_book_add_sheet(kp_book *book, const char *name)
{
    kp_sheet *sheet = KP_NEW(book->arena, kp_sheet);

    sheet->book = book;
    sheet->name = unique_name(book, kp_fit_sheet_name(book->arena, name));
    KP_MAKE_ROOM(book->arena, book->sheets, book->sheet_count, book->sheet_room);
    book->sheets[book->sheet_count++] = sheet;
    return sheet;
}

const char *kp_sheet_name(const kp_sheet *sheet)
{
    return sheet->name;
}

/* ---- cells ---- */

static kp_cell *add_cell(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, kp_cell_kind kind)
{
    kp_cell *cell;

    KP_MAKE_ROOM(sheet->book->arena, sheet->cells, sheet->cell_count, sheet->cell_room);
    cell = &sheet->cells[sheet->cell_count++];
    cell->row = row;
    cell->column = column;
    cell->style = style;
    cell->kind = (uint8_t)kind;
    return cell;
}

void kp_put_text(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *text)
{
    kp_cell *cell = add_cell(sheet, row, column, style, KP_CELL_TEXT);

    cell->text = text ? text : "";
    if (strchr(cell->text, '\n'))
        cell->style.wrap = true; /* spreadsheet programs show a line break in wrapped cells only */
}

void kp_put_number(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, kp_num number)
{
    add_cell(sheet, row, column, style, KP_CELL_NUMBER)->number = number;
}

void kp_put_blank(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style)
{
    add_cell(sheet, row, column, style, KP_CELL_BLANK);
}

void kp_put_formula(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *formula,
                    kp_num value)
{
    kp_cell *cell = add_cell(sheet, row, column, style, KP_CELL_FORMULA);

    cell->formula = formula;
    cell->number = value;
}

void kp_put_text_formula(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *formula,
                         const char *value)
{
    kp_cell *cell = add_cell(sheet, row, column, style, KP_CELL_FORMULA);

    cell->formula = formula;
    cell->text = value ? value : "";
}

void kp_put_link(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *text,
                 const char *target)
{
    kp_cell *cell;

    kp_put_text(sheet, row, column, style, text);
    if (!text || !*text || !kp_is_target(target))
        return;
    cell = &sheet->cells[sheet->cell_count - 1];
    cell->kind = KP_CELL_LINK;
    cell->target = target;
}

void kp_put_wide_text(kp_sheet *sheet, uint32_t row, uint32_t first_column, uint32_t last_column,
                      kp_style style, const char *text)
{
    kp_put_text(sheet, row, first_column, style, text);
    if (last_column <= first_column)
        return;
    for (uint32_t column = first_column + 1; column <= last_column; column++)
        kp_put_blank(sheet, row, column, style);
    KP_MAKE_ROOM(sheet->book->arena, sheet->merges, sheet->merge_count, sheet->merge_room);
    sheet->merges[sheet->merge_count++] = (kp_merge){row, first_column, last_column};
}

/* ---- rows, columns, pages ---- */

static uint32_t next_power(uint32_t count)
{
    uint32_t power = 8;

    while (power < count)
        power *= 2;
    return power;
}

static kp_column_info *column_info(kp_sheet *sheet, uint32_t column)
{
    uint32_t old = sheet->column_count;

    if (column >= old) {
        if (!old || next_power(column + 1) > next_power(old))
            sheet->columns = kp_arena_enlarged(sheet->book->arena, sheet->columns, old,
                                               next_power(column + 1), sizeof(*sheet->columns));
        sheet->column_count = column + 1;
    }
    return &sheet->columns[column];
}

void kp_set_width(kp_sheet *sheet, uint32_t column, double characters)
{
    column_info(sheet, column)->width = characters;
}

static kp_row_info *row_info(kp_sheet *sheet, uint32_t row)
{
    if (row >= sheet->row_room) {
        sheet->row_room = next_power(row + 1);
        sheet->rows = kp_arena_enlarged(sheet->book->arena, sheet->rows, sheet->row_count, sheet->row_room,
                                        sizeof(*sheet->rows));
    }
    if (row >= sheet->row_count)
        sheet->row_count = row + 1;
    return &sheet->rows[row];
}

void kp_set_height(kp_sheet *sheet, uint32_t row, double points)
{
    row_info(sheet, row)->height = points;
}

void kp_set_outline(kp_sheet *sheet, uint32_t row, uint8_t level)
{
    row_info(sheet, row)->outline = level;
}

void kp_freeze(kp_sheet *sheet, uint32_t row, uint32_t column)
{
    sheet->freeze_row = row;
    sheet->freeze_column = column;
}

void kp_set_filter(kp_sheet *sheet, kp_range range)
{
    sheet->has_filter = true;
    sheet->filter = range;
}

void kp_repeat_rows(kp_sheet *sheet, uint32_t first, uint32_t last)
{
    sheet->has_repeat = true;
    sheet->repeat_first = first;
    sheet->repeat_last = last;
}

void kp_set_landscape(kp_sheet *sheet)
{
    sheet->landscape = true;
}

void kp_break_before(kp_sheet *sheet, uint32_t row)
{
    if (row == 0)
        return; /* a page begins there anyway */
    KP_MAKE_ROOM(sheet->book->arena, sheet->breaks, sheet->break_count, sheet->break_room);
    sheet->breaks[sheet->break_count++] = row;
}

void kp_set_footer(kp_sheet *sheet, const char *left)
{
    sheet->footer = left;
}

void kp_protect(kp_sheet *sheet)
{
    sheet->is_protected = true;
}

void kp_allow_new_rows(kp_sheet *sheet)
{
    sheet->new_rows = true;
}

void kp_hide_row(kp_sheet *sheet, uint32_t row)
{
    row_info(sheet, row)->hidden = true;
}

void kp_hide_column(kp_sheet *sheet, uint32_t column)
{
    column_info(sheet, column)->hidden = true;
}

void kp_hide_sheet(kp_sheet *sheet)
{
    sheet->is_hidden = true;
}

void kp_print_to(kp_sheet *sheet, uint32_t last)
{
    sheet->has_print_end = true;
    sheet->print_end = last;
}

void kp_print_rows_to(kp_sheet *sheet, uint32_t last)
{
    sheet->has_print_last = true;
    sheet->print_last = last;
}

void kp_print_nothing(kp_sheet *sheet, uint32_t row)
{
    kp_hide_row(sheet, row);
    kp_print_to(sheet, 0);
    kp_print_rows_to(sheet, row);
    sheet->print_first = row;
}

/* ---- bars, charts, choices ---- */

void kp_add_data_bars(kp_sheet *sheet, kp_range range, double full)
{
    KP_MAKE_ROOM(sheet->book->arena, sheet->bars, sheet->bar_count, sheet->bar_room);
    sheet->bars[sheet->bar_count++] = (kp_data_bars){range, full};
}

void kp_add_chart(kp_sheet *sheet, const kp_chart *chart)
{
    kp_chart *copy = KP_NEW(sheet->book->arena, kp_chart);

    *copy = *chart;
    KP_MAKE_ROOM(sheet->book->arena, sheet->charts, sheet->chart_count, sheet->chart_room);
    sheet->charts[sheet->chart_count++] = copy;
}

void kp_add_choice(kp_sheet *sheet, const kp_choice *choice)
{
    kp_choice *copy = KP_NEW(sheet->book->arena, kp_choice);

    *copy = *choice;
    KP_MAKE_ROOM(sheet->book->arena, sheet->choices, sheet->choice_count, sheet->choice_room);
    sheet->choices[sheet->choice_count++] = copy;
}

/* ---- finishing and looking up ---- */

static int by_place(const kp_cell *a, const kp_cell *b)
{
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/* qsort() is not stable: cells of the same place keep the order in which they were put. */
static int by_place_and_age(const void *x, const void *y)
{
    const kp_cell *a = *(const kp_cell *const *)x, *b = *(const kp_cell *const *)y;
    int order = by_place(a, b);

    return order ? order : (a > b) - (a < b);
}

static bool in_order(const kp_sheet *sheet)
{
    for (size_t i = 1; i < sheet->cell_count; i++)
        if (by_place(&sheet->cells[i - 1], &sheet->cells[i]) >= 0)
            return false;
    return true;
}

static void sort_cells(kp_sheet *sheet)
{
    kp_arena *arena = sheet->book->arena;
    const kp_cell **order = KP_NEW_ARRAY(arena, sheet->cell_count, const kp_cell *);
    kp_cell *sorted = KP_NEW_ARRAY(arena, sheet->cell_count, kp_cell);
    size_t count = 0;

    for (size_t i = 0; i < sheet->cell_count; i++)
        order[i] = &sheet->cells[i];
    qsort(order, sheet->cell_count, sizeof(*order), by_place_and_age);
    for (size_t i = 0; i < sheet->cell_count; i++) {
        if (count && by_place(&sorted[count - 1], order[i]) == 0)
            count--; /* the later cell wins */
        sorted[count++] = *order[i];
    }
    sheet->cells = sorted;
    sheet->cell_room = sheet->cell_count;
    sheet->cell_count = count;
}

static int by_number(const void *x, const void *y)
{
    const uint32_t *a = x, *b = y;

    return (*a > *b) - (*a < *b);
}

static void sort_breaks(kp_sheet *sheet)
{
    uint32_t count = 0;

    if (!sheet->break_count)
        return;
    qsort(sheet->breaks, sheet->break_count, sizeof(*sheet->breaks), by_number);
    for (uint32_t i = 0; i < sheet->break_count; i++)
        if (!count || sheet->breaks[count - 1] != sheet->breaks[i])
            sheet->breaks[count++] = sheet->breaks[i];
    sheet->break_count = count;
}

void kp_sheet_finish(kp_sheet *sheet)
{
    if (!in_order(sheet))
        sort_cells(sheet);
    sort_breaks(sheet);
}

void kp_book_finish(kp_book *book)
{
    for (uint32_t i = 0; i < book->sheet_count; i++)
        kp_sheet_finish(book->sheets[i]);
}

static int place_to_cell(const void *key, const void *cell)
{
    return by_place(key, cell);
}

const kp_cell *kp_cell_at(const kp_sheet *sheet, uint32_t row, uint32_t column)
{
    kp_cell key = {.row = row, .column = column};

    if (!sheet->cell_count)
        return NULL;
    return bsearch(&key, sheet->cells, sheet->cell_count, sizeof(*sheet->cells), place_to_cell);
}
