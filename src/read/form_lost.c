#include "form_internal.h"

#include <string.h>

#include "kompass/utf8.h"

/* Forms are read by hidden names (kompass/form.h). Where people have deleted some of them, what was filled in
 * would be passed over; here that is found out and told. */

/* ---- columns ---- */

/* Without these nobody can say what the rows of a table are about. */
static const struct {
    uint8_t count;
    kp_form_column columns[2];
} needed[KP_FORM_TABLE__COUNT] = {
    [KP_FORM_FORM] = {2, {KP_FORM_KEY, KP_FORM_VALUE}},
    [KP_FORM_LISTS] = {2, {KP_FORM_SCALE, KP_FORM_LABEL}},
    [KP_FORM_ABOUT] = {2, {KP_FORM_KEY, KP_FORM_VALUE}},
    [KP_FORM_EVALUATORS] = {2, {KP_FORM_SLOT, KP_FORM_EVALUATOR}},
    [KP_FORM_ANSWERS] = {1, {KP_FORM_ID}},
    [KP_FORM_EVIDENCE] = {2, {KP_FORM_ID, KP_FORM_ITEM}},
    [KP_FORM_SUMMARIES] = {1, {KP_FORM_ID}},
    [KP_FORM_FINDINGS] = {2, {KP_FORM_ID, KP_FORM_ITEM}},
    [KP_FORM_ACTIONS] = {2, {KP_FORM_ID, KP_FORM_FINDING}},
};

const char *form_column_label(const kp_form *form, kp_form_column column, uint32_t slot)
{
    const char *number = kp_arena_printf(form->arena, "%u", slot);
    kp_label_id label;

    if (column == KP_FORM_BY)
        return kp_label_with(form->arena, KP_L_FORM_EVALUATOR, form->lang, number);
    if (!kp_form_column_label(column, &label)) /* hidden */
        return kp_form_column_name(form->arena, column, slot);
    return kp_label(label, form->lang);
}

static const form_column *column_of(const form_table *table, kp_form_column column)
{
    for (uint32_t i = 0; i < table->count; i++)
        if (table->columns[i].column == column)
            return &table->columns[i];
    return NULL;
}

static void check_needed(kp_form *form, form_table *table)
{
    for (size_t i = 0; i < needed[table->kind].count && !table->is_lost; i++) {
        kp_form_column column = needed[table->kind].columns[i];
        if (column_of(table, column))
            continue;
        table->is_lost = true;
        kp_report(form->sink, KP_D_FORM_COLUMN_LOST, form_cell_place(form, table, table->row, table->marker),
                  form_column_label(form, column, 0));
    }
}

static void check_twice(kp_form *form, const form_table *table)
{
    const form_column *twice = table->twice;

    if (!twice)
        return;
    for (uint32_t i = 0; i < table->count; i++)
        if (table->columns[i].column == twice->column && table->columns[i].slot == twice->slot)
            kp_note(kp_report(form->sink, KP_D_FORM_COLUMN_TWICE,
                              form_cell_place(form, table, table->row, twice->at),
                              form_column_label(form, twice->column, twice->slot)),
                    KP_N_THE_OTHER, form_cell_place(form, table, table->row, table->columns[i].at), NULL);
}

/* ---- copies ---- */

/* What the rows of a table are about, as one number; 0 where none says it, or it is no matter if two say the
 * same. */
static uint64_t subjects_of(const form_table *table)
{
    const kp_read_sheet *sheet = table->sheet;
    const form_column *id = column_of(table, table->kind == KP_FORM_ABOUT ? KP_FORM_KEY : KP_FORM_ID);
    uint64_t hash = 14695981039346656037U; /* FNV-1a */
    bool any = false;

    if (!id || table->is_lost ||
        (table->kind != KP_FORM_ANSWERS && table->kind != KP_FORM_SUMMARIES && table->kind != KP_FORM_ABOUT))
        return 0;
    for (size_t i = form_first_of_row(sheet, table->row + 1); i < sheet->count; i++) {
        const kp_read_cell *cell = &sheet->cells[i];
        if (cell->row > table->last)
            break;
        if (cell->column != id->at)
            continue;
        any = true;
        for (const char *c = cell->text; *c; c++)
            hash = (hash ^ (unsigned char)*c) * 1099511628211U;
        hash *= 1099511628211U; /* the end of one */
    }
    return any ? hash | 1 : 0;
}

static void drop_sheet(kp_form *form, const kp_read_sheet *sheet)
{
    for (uint32_t i = 0; i < form->table_count; i++)
        if (form->tables[i].sheet == sheet)
            form->tables[i].is_lost = true;
}

/* A copied sheet is told once, not with each of its rows. */
static void check_copies(kp_form *form)
{
    uint64_t *subjects = KP_NEW_ARRAY(form->arena, form->table_count, uint64_t);

    for (uint32_t i = 0; i < form->table_count; i++) {
        form_table *table = &form->tables[i];
        subjects[i] = subjects_of(table);
        for (uint32_t k = 0; k < i && subjects[i]; k++) {
            const form_table *other = &form->tables[k];
            if (subjects[k] != subjects[i] || other->kind != table->kind || other->sheet == table->sheet)
                continue;
            kp_note(kp_report(form->sink, KP_D_SHEET_TWICE, form_cell_place(form, table, 0, 0),
                              table->sheet->name, other->sheet->name),
                    KP_N_THE_OTHER, form_cell_place(form, other, 0, 0), NULL);
            drop_sheet(form, table->sheet);
            subjects[i] = 0;
        }
    }
}

void form_check_columns(kp_form *form)
{
    if (!kp_form_is_plan(form))
        check_copies(form);
    for (uint32_t i = 0; i < form->table_count; i++) {
        check_needed(form, &form->tables[i]);
        check_twice(form, &form->tables[i]);
    }
}

/* ---- sheets ---- */

static bool has_table(const kp_form *form, const kp_read_sheet *sheet)
{
    for (uint32_t i = 0; i < form->table_count; i++)
        if (form->tables[i].sheet == sheet)
            return true;
    return false;
}

/* A row of names whose marker is gone: three names, one of which is no word of everyday use. */
static bool has_names(const kp_read_sheet *sheet)
{
    uint32_t row = UINT32_MAX, names = 0, odd = 0;

    for (size_t i = 0; i < sheet->count; i++) {
        const char *text = sheet->cells[i].text;
        kp_form_column column;
        uint32_t slot;
        if (sheet->cells[i].row != row) {
            row = sheet->cells[i].row;
            names = odd = 0;
        }
        if (!kp_form_find_column(text, &column, &slot))
            continue;
        names++;
        odd += strpbrk(text, ":._") || column == KP_FORM_FINDING || column == KP_FORM_ITEM;
        if (names >= 3 && odd)
            return true;
    }
    return false;
}

/* A column with nothing but the signs of layout: a marker's, whose row of names is gone. */
static bool has_signs(const kp_read_sheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++) {
        uint32_t column = sheet->cells[i].column, signs = 0;
        if (strcmp(sheet->cells[i].text, KP_FORM_LAYOUT) != 0)
            continue;
        for (size_t k = 0; k < sheet->count; k++)
            if (sheet->cells[k].column == column) {
                if (strcmp(sheet->cells[k].text, KP_FORM_LAYOUT) != 0)
                    return false;
                signs++;
            }
        return signs >= 2;
    }
    return false;
}

/* Questions that have no row in any table, all the same named in a sheet: both row and column of names are
 * gone. */
static bool names_questions(const kp_form *form, const kp_read_sheet *sheet)
{
    unsigned found = 0;

    for (size_t i = 0; i < sheet->count && found < 2; i++) {
        const kp_node *node =
            sheet->cells[i].kind == KP_HOLDS_TEXT ? kp_rubric_find(form->rubric, sheet->cells[i].text) : NULL;
        found += node && node->parent && !node->child_count && !form->has_row[node->index];
    }
    return found == 2;
}

bool form_has_lost_sheets(const kp_form *form)
{
    for (uint32_t s = 0; s < form->book.sheet_count; s++)
        if (has_names(&form->book.sheets[s]))
            return true;
    return false;
}

/* Whose form it is, where no base says it. */
static bool has_about(const kp_form *form)
{
    for (uint32_t i = 0; i < form->table_count; i++)
        if (form->tables[i].kind == KP_FORM_ABOUT)
            return true;
    return form->base_root != NULL;
}

void form_check_sheets(kp_form *form)
{
    if (!has_about(form))
        kp_report_file(form->sink, KP_D_FORM_START_LOST, form->book.path, NULL);
    for (uint32_t s = 0; s < form->book.sheet_count; s++) {
        const kp_read_sheet *sheet = &form->book.sheets[s];
        kp_place place = {.source = &form->forms->source};
        if (has_table(form, sheet) || !(has_names(sheet) || has_signs(sheet) || names_questions(form, sheet)))
            continue;
        if (form->sheet_numbers[s])
            place = (kp_place){&form->forms->source, kp_cell_line(form->sheet_numbers[s], 0), 1, 1};
        kp_report(form->sink, KP_D_FORM_SHEET_LOST, place, sheet->name);
    }
}
