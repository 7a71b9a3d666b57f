#include "form_internal.h"

#include <stdlib.h>

/* What people write into a form where nobody reads it: beside a table, in a column that they put in, behind
 * the evaluators. Forms say which of their columns are without a name (kompass/form.h), so that it can be
 * told from what is printed there; those of older programs do not, and are passed over. */

/* One column of a sheet in which something stands that is not read. */
typedef struct unread {
    uint32_t column;
    const kp_read_cell *first;
    size_t more;
} unread;

enum { MOST = 20 }; /* more than these are no slips */

typedef struct unread_columns {
    unread items[MOST];
    size_t count;
} unread_columns;

static void add(unread_columns *all, const kp_read_cell *cell)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].column == cell->column) {
            all->items[i].more++;
            return;
        }
    if (all->count < MOST)
        all->items[all->count++] = (unread){cell->column, cell, 0};
}

/* A table that people fill in, of a form that says which columns are its own. */
static bool is_checked(const form_table *table)
{
    return table->ours_count && !table->is_lost && table->kind != KP_FORM_FORM &&
           table->kind != KP_FORM_LISTS && table->kind != KP_FORM_WORK;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static bool is_ours(const form_table *table, uint32_t column)
{
    return bsearch(&column, table->ours, table->ours_count, sizeof(column), by_number) ||
           column == table->marker || (table->twice && table->twice->at == column);
}

/* Rows of these tables are named by a hidden key; one without it is nobody's. Elsewhere that is an error. */
static bool is_without_key(kp_form *form, const form_table *table, uint32_t row)
{
    const form_row wanted = {form, table, row};

    if (form_is_layout(table, row))
        return false;
    if (table->kind == KP_FORM_EVALUATORS)
        return !form_cell(&wanted, KP_FORM_SLOT, 0);
    return table->kind == KP_FORM_ABOUT && !form_cell(&wanted, KP_FORM_KEY, 0);
}

static bool says_something(const kp_read_cell *cell)
{
    const char *text = cell->text;

    for (size_t n; (n = form_blank_at(text)) > 0;)
        text += n;
    return *text && !cell->is_formula;
}

static void report(const kp_form *form, const form_table *table, const unread *u)
{
    kp_arena *arena = form->arena;
    const bool plan = kp_form_is_plan(form);
    const char *more = "";

    if (u->more)
        more = kp_phrase(form->sink, arena, KP_P_AND_BELOW, kp_arena_printf(arena, "%zu", u->more));
    kp_report(form->sink, KP_D_NOT_READ, form_cell_place(form, table, u->first->row, u->column),
              u->first->text, more, form_column_label(form, plan ? KP_FORM_ACTION : KP_FORM_NOTE, 0),
              plan ? "" : kp_phrase(form->sink, arena, KP_P_OWN_COPY, NULL));
}

/* All tables of one sheet. */
static void check_sheet(kp_form *form, const form_table *tables, uint32_t count)
{
    const kp_read_sheet *sheet = tables->sheet;
    const form_table *table = tables; /* what stands above the first one counts to it */
    unread_columns all = {.count = 0};
    bool keyless = false, read;

    for (size_t i = 0; i < sheet->count; i++) {
        const kp_read_cell *cell = &sheet->cells[i];
        while (table + 1 < tables + count && table[1].row <= cell->row)
            table++;
        if (!i || cell->row != sheet->cells[i - 1].row)
            keyless = is_without_key(form, table, cell->row);
        read = form_is_named(table, cell->column) && !keyless;
        if (is_checked(table) && cell->row != table->row && !read && !is_ours(table, cell->column) &&
            says_something(cell))
            add(&all, cell);
    }
    for (size_t i = 0; i < all.count; i++)
        report(form, tables, &all.items[i]);
}

void form_check_unread(kp_form *form)
{
    for (uint32_t i = 0, end; i < form->table_count; i = end) {
        for (end = i + 1; end < form->table_count && form->tables[end].sheet == form->tables[i].sheet; end++)
            ;
        check_sheet(form, &form->tables[i], end - i);
    }
}
