#include "form_internal.h"

#include <string.h>

#include "kompass/utf8.h"

/* Tables are found by their markers, columns by their names: see kompass/form.h. */

/* ---- finding tables ---- */

static const form_column *find_column(const form_table *table, kp_form_column column, uint32_t slot)
{
    for (uint32_t i = 0; i < table->count; i++)
        if (table->columns[i].column == column && table->columns[i].slot == slot)
            return &table->columns[i];
    return NULL;
}

static void add_column(kp_form *form, form_table *table, const kp_read_cell *cell)
{
    form_column column = {.at = cell->column};

    if (!kp_form_find_column(cell->text, &column.column, &column.slot))
        return;
    if (!find_column(table, column.column, column.slot)) {
        table->columns[table->count++] = column;
    } else if (!table->twice) {
        table->twice = KP_NEW(form->arena, form_column);
        *table->twice = column;
    }
}

/* The cells of the row that begins at @p first: returns the index behind them. */
static size_t row_end(const kp_read_sheet *sheet, size_t first)
{
    size_t end = first;

    while (end < sheet->count && sheet->cells[end].row == sheet->cells[first].row)
        end++;
    return end;
}

static bool find_table(kp_form *form, const kp_read_sheet *sheet, uint32_t number, size_t first, size_t end,
                       form_table *ret)
{
    bool found = false;

    *ret = (form_table){.sheet = sheet, .number = number, .row = sheet->cells[first].row};
    for (size_t i = first; i < end && !found; i++) {
        ret->marker = sheet->cells[i].column;
        found = kp_form_find_marker(sheet->cells[i].text, &ret->kind);
    }
    if (!found)
        return false;
    ret->columns = KP_NEW_ARRAY(form->arena, end - first, form_column);
    ret->ours = KP_NEW_ARRAY(form->arena, end - first, uint32_t);
    for (size_t i = first; i < end; i++) {
        if (strcmp(sheet->cells[i].text, KP_FORM_LAYOUT) == 0)
            ret->ours[ret->ours_count++] = sheet->cells[i].column;
        else
            add_column(form, ret, &sheet->cells[i]);
    }
    return true;
}

/* Which rows belong to the tables of one sheet. */
static void share_rows(form_table *tables, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        tables[i].first = count == 1 ? 0 : tables[i].row + 1;
        tables[i].last = i + 1 < count ? tables[i + 1].row - 1 : UINT32_MAX;
    }
}

static uint32_t number_of(kp_form *form, const kp_read_sheet *sheet)
{
    kp_forms *forms = form->forms;

    if (forms->sheets.count == KP_CELL_MAX_SHEETS)
        return 0;
    forms->names[forms->sheets.count] = (struct kp_sheet_name){form->book.path, sheet->name};
    return forms->sheets.count++;
}

void form_find_tables(kp_form *form)
{
    enum { MOST = 2000 };

    form->tables = KP_NEW_ARRAY(form->arena, MOST, form_table);
    form->sheet_numbers = KP_NEW_ARRAY(form->arena, form->book.sheet_count, uint32_t);
    for (uint32_t s = 0; s < form->book.sheet_count; s++) {
        const kp_read_sheet *sheet = &form->book.sheets[s];
        uint32_t before = form->table_count, number = number_of(form, sheet);
        form->sheet_numbers[s] = number;
        for (size_t i = 0, end; i < sheet->count && form->table_count < MOST; i = end) {
            end = row_end(sheet, i);
            form->table_count += find_table(form, sheet, number, i, end, &form->tables[form->table_count]);
        }
        share_rows(form->tables + before, form->table_count - before);
    }
}

/* ---- rows ---- */

bool form_is_layout(const form_table *table, uint32_t row)
{
    const kp_read_cell *cell = kp_read_cell_at(table->sheet, row, table->marker);

    return cell && strcmp(cell->text, KP_FORM_LAYOUT) == 0;
}

/* Columns stand in the order of the sheet. */
bool form_is_named(const form_table *table, uint32_t column)
{
    uint32_t low = 0, high = table->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (table->columns[middle].at < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < table->count && table->columns[low].at == column;
}

/* The first cell of a row, or of one below it. A sheet may hold many tables: none is looked for from its top.
 */
size_t form_first_of_row(const kp_read_sheet *sheet, uint32_t row)
{
    size_t low = 0, high = sheet->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sheet->cells[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void each_row_of(kp_form *form, const form_table *table, form_row_fn *call)
{
    const kp_read_sheet *sheet = table->sheet;

    for (size_t i = form_first_of_row(sheet, table->first), end; i < sheet->count; i = end) {
        form_row row = {form, table, sheet->cells[i].row};
        bool has_something = false;
        end = row_end(sheet, i);
        if (row.row > table->last)
            return;
        if (row.row == table->row)
            continue;
        for (size_t k = i; k < end && !has_something; k++)
            has_something = form_is_named(table, sheet->cells[k].column);
        if (has_something && !form_is_layout(table, row.row))
            call(&row);
    }
}

void form_each_row(kp_form *form, kp_form_table kind, form_row_fn *call)
{
    for (uint32_t i = 0; i < form->table_count; i++)
        if (form->tables[i].kind == kind && !form->tables[i].is_lost)
            each_row_of(form, &form->tables[i], call);
}

/* Far more than the largest form has: ten thousand questions, several pieces of evidence for each. */
static const uint32_t most_rows[KP_FORM_TABLE__COUNT] = {
    [KP_FORM_FORM] = 10000,      [KP_FORM_LISTS] = 100000,   [KP_FORM_ABOUT] = 1000,
    [KP_FORM_EVALUATORS] = 1000, [KP_FORM_ANSWERS] = 20000,  [KP_FORM_EVIDENCE] = 40000,
    [KP_FORM_SUMMARIES] = 20000, [KP_FORM_FINDINGS] = 20000, [KP_FORM_WORK] = UINT32_MAX,
    [KP_FORM_ACTIONS] = 20000,
};

/* Rows with something in them, whether it is layout or not. */
static uint32_t count_rows(const form_table *table)
{
    const kp_read_sheet *sheet = table->sheet;
    uint32_t count = 0;

    for (size_t i = form_first_of_row(sheet, table->first);
         i < sheet->count && sheet->cells[i].row <= table->last; i = row_end(sheet, i))
        count++;
    return count;
}

bool form_has_room(const kp_form *form)
{
    uint64_t counts[KP_FORM_TABLE__COUNT] = {0};

    for (uint32_t i = 0; i < form->table_count; i++) {
        const form_table *table = &form->tables[i];
        counts[table->kind] += count_rows(table);
        if (counts[table->kind] > most_rows[table->kind]) {
            kp_report_file(form->sink, KP_D_WORKBOOK_TOO_LARGE, form->book.path, NULL);
            return false;
        }
    }
    return true;
}

/* ---- cells ---- */

bool form_has_column(const form_row *row, kp_form_column column, uint32_t slot)
{
    return find_column(row->table, column, slot) != NULL;
}

const kp_read_cell *form_cell(const form_row *row, kp_form_column column, uint32_t slot)
{
    const form_column *found = find_column(row->table, column, slot);

    return found ? kp_read_cell_at(row->table->sheet, row->row, found->at) : NULL;
}

kp_place form_cell_place(const kp_form *form, const form_table *table, uint32_t row, uint32_t column)
{
    if (!table->number)
        return (kp_place){.source = &form->forms->source};
    return (kp_place){&form->forms->source, kp_cell_line(table->number, row), column + 1, 1};
}

kp_place form_place(const form_row *row, kp_form_column column, uint32_t slot)
{
    const form_column *found = find_column(row->table, column, slot);

    return form_cell_place(row->form, row->table, row->row, found ? found->at : 0);
}

/* Programs put hard and narrow blanks where people put blanks. */
size_t form_blank_at(const char *text)
{
    static const char *const others[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

    if (*text && strchr(" \t\n", *text))
        return 1;
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (strncmp(text, others[i], strlen(others[i])) == 0)
            return strlen(others[i]);
    return 0;
}

static const char *skip_blanks(const char *text)
{
    size_t n;

    while ((n = form_blank_at(text)) > 0)
        text += n;
    return text;
}

const char *form_whole_text(const form_row *row, kp_form_column column, uint32_t slot)
{
    const kp_read_cell *cell = form_cell(row, column, slot);

    if (!cell || !*skip_blanks(cell->text))
        return NULL;
    if (cell->kind == KP_HOLDS_ERROR) {
        kp_report(row->form->sink, KP_D_CELL_ERROR, form_place(row, column, slot),
                  kp_phrase(row->form->sink, row->form->arena,
                            strcmp(cell->text, "=") == 0 ? KP_P_FORMULA_ALONE : KP_P_FORMULA_GIVES,
                            cell->text));
        return NULL;
    }
    return cell->text;
}

const char *form_text(const form_row *row, kp_form_column column, uint32_t slot)
{
    const char *text = form_whole_text(row, column, slot);
    size_t length = 0, n;

    if (!text)
        return NULL;
    text = skip_blanks(text);
    for (const char *at = text; *at; at += n) {
        n = form_blank_at(at);
        if (!n) {
            n = 1;
            length = (size_t)(at - text) + 1;
        }
    }
    return kp_arena_strndup(row->form->arena, text, length);
}
