#include "xlsx_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "kompass/os.h"

/* ---- failures ---- */

/* Errors that the computer is to blame for; all others mean that a plan slipped through xlsx_check(). */
static bool is_system_error(lxw_error error)
{
    switch (error) {
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_PARAMETER_ERROR:
    case LXW_ERROR_ZIP_BAD_ZIP_FILE:
    case LXW_ERROR_ZIP_INTERNAL_ERROR:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
        return true;
    default:
        return false;
    }
}

bool xlsx_ok(xlsx *x, lxw_error error, const char *what)
{
    int reason = errno;

    if (error == LXW_NO_ERROR)
        return true;
    if (x->status != KP_XLSX_OK)
        return false;
    if (!is_system_error(error)) {
        x->status = KP_XLSX_BAD_PLAN;
        x->why = kp_arena_printf(x->arena, "%s: %s", what, lxw_strerror(error));
    } else {
        x->status = KP_XLSX_FAILED;
        x->why = kp_arena_strdup(x->arena, reason ? strerror(reason) : lxw_strerror(error));
    }
    return false;
}

/* ---- cells ---- */

static bool merge_cells(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    for (uint32_t i = 0; i < plan->merge_count; i++) {
        const kp_merge *merge = &plan->merges[i];
        if (!xlsx_ok(x,
                     worksheet_merge_range(sheet, merge->row, (lxw_col_t)merge->first_column, merge->row,
                                           (lxw_col_t)merge->last_column, NULL, NULL),
                     "merge"))
            return false;
    }
    return true;
}

/* ---- rows, columns, pages ---- */

static bool set_columns(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    for (uint32_t i = 0; i < plan->column_count; i++) {
        lxw_col_t column = (lxw_col_t)i;
        const kp_column_info *info = &plan->columns[i];
        double width = info->width > 0 ? info->width : LXW_DEF_COL_WIDTH;
        lxw_row_col_options options = {.hidden = info->hidden};
        if (!(info->width > 0) && !info->hidden)
            continue;
        if (!xlsx_ok(x, worksheet_set_column_opt(sheet, column, column, width, NULL, &options), "column"))
            return false;
    }
    return true;
}

/* Rows are printed elsewhere (xlsx_rows.c); the library needs their heights to place charts. */
static bool set_rows(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    bool folds = false;

    for (uint32_t row = 0; row < plan->row_count; row++) {
        const kp_row_info *info = &plan->rows[row];
        double height = info->height > 0 ? info->height : LXW_DEF_ROW_HEIGHT;
        lxw_row_col_options options = {.level = info->outline, .hidden = info->hidden};
        if (!xlsx_is_shaped(info))
            continue;
        if (!xlsx_ok(x, worksheet_set_row_opt(sheet, row, height, NULL, &options), "row"))
            return false;
        folds = folds || info->outline;
    }
    if (folds) /* the row that a group belongs to stands above it */
        worksheet_outline_settings(sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
    return true;
}

/* What is not said of rows or columns reaches to the last one with a cell. */
static bool set_print_area(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    lxw_row_t row = plan->print_last;
    lxw_col_t column = (lxw_col_t)plan->print_end;

    if ((!plan->has_print_end && !plan->has_print_last) || !plan->cell_count)
        return true;
    if (!plan->has_print_last)
        row = plan->cells[plan->cell_count - 1].row;
    for (size_t i = 0; i < plan->cell_count && !plan->has_print_end; i++)
        if (plan->cells[i].column > column)
            column = (lxw_col_t)plan->cells[i].column;
    return xlsx_ok(x, worksheet_print_area(sheet, plan->print_first, 0, row, column), "print area");
}

static bool set_breaks(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    lxw_row_t *rows;

    if (!plan->break_count)
        return true;
    rows = KP_NEW_ARRAY(x->arena, plan->break_count + 1, lxw_row_t); /* a zero ends the list */
    memcpy(rows, plan->breaks, plan->break_count * sizeof(*rows));
    return xlsx_ok(x, worksheet_set_h_pagebreaks(sheet, rows), "page break");
}

/* The library takes a doubled ampersand before a G for a picture, prints, and frees the footer twice. It gets
 * a harmless one, which is then exchanged. */
static bool set_footer(xlsx *x, lxw_worksheet *sheet, const char *left)
{
    if (!xlsx_ok(x, worksheet_set_footer(sheet, "&R&P / &N"), "footer"))
        return false;
    if (left && *left) {
        free(sheet->footer);
        sheet->footer = xlsx_owned(xlsx_footer(x->arena, left));
    }
    return true;
}

static bool set_page(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    enum { A4 = 9 };

    worksheet_set_paper(sheet, A4);
    if (plan->landscape)
        worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.6, 0.6, 0.7, 0.75);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (plan->freeze_row || plan->freeze_column)
        worksheet_freeze_panes(sheet, plan->freeze_row, (lxw_col_t)plan->freeze_column);
    if (plan->has_repeat &&
        !xlsx_ok(x, worksheet_repeat_rows(sheet, plan->repeat_first, plan->repeat_last), "repeated rows"))
        return false;
    if (plan->is_protected) {
        lxw_protection allowed = {
            .format_columns = 1, .format_rows = 1, .sort = 1, .autofilter = 1, .insert_rows = plan->new_rows};
        worksheet_protect(sheet, NULL, &allowed);
    }
    if (plan->is_hidden)
        worksheet_hide(sheet);
    return set_print_area(x, sheet, plan) && set_breaks(x, sheet, plan) && set_footer(x, sheet, plan->footer);
}

/* ---- filters, bars, choices, charts ---- */

static bool set_filter(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    const kp_range *r = &plan->filter;

    return !plan->has_filter || xlsx_ok(x,
                                        worksheet_autofilter(sheet, r->first_row, (lxw_col_t)r->first_column,
                                                             r->last_row, (lxw_col_t)r->last_column),
                                        "filter");
}

static bool add_bars(xlsx *x, lxw_worksheet *sheet, const kp_data_bars *bars)
{
    const kp_range *r = &bars->range;
    lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_DATA_BAR,
        .data_bar_2010 = LXW_TRUE,
        .bar_solid = LXW_TRUE,
        .bar_no_border = LXW_TRUE,
        .bar_color = 0xBBD3EE, /* pale: the figure on it is read */
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_value = 0,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_value = bars->full,
    };

    return xlsx_ok(x,
                   worksheet_conditional_format_range(sheet, r->first_row, (lxw_col_t)r->first_column,
                                                      r->last_row, (lxw_col_t)r->last_column, &rule),
                   "data bars");
}

/* A number from one to another, but for some, or a certain text in its place. */
static char *limits_formula(xlsx *x, const kp_choice *choice)
{
    const char *cell = kp_cell_name(x->arena, choice->cells.first_row, choice->cells.first_column);
    const char *min = kp_num_digits(x->arena, choice->min, 15);
    const char *max = kp_num_digits(x->arena, choice->max, 15), *whole = "";
    char *number;

    if (choice->no_share)
        whole = kp_arena_printf(x->arena, ",OR(%s<=0,%s>=1)", cell, cell);
    number =
        kp_arena_printf(x->arena, "AND(ISNUMBER(%s),%s>=%s,%s<=%s%s)", cell, cell, min, cell, max, whole);
    if (!choice->also)
        return kp_arena_printf(x->arena, "=%s", number);
    return kp_arena_printf(x->arena, "=OR(%s=%s,%s)", cell, xlsx_quoted(x->arena, choice->also), number);
}

static void set_limits(xlsx *x, const kp_choice *choice, lxw_data_validation *rule)
{
    if (choice->also || choice->no_share) {
        rule->value_formula = limits_formula(x, choice);
        return;
    }
    rule->validate = LXW_VALIDATION_TYPE_DECIMAL;
    rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule->minimum_number = kp_num_double(choice->min);
    rule->maximum_number = kp_num_double(choice->max);
}

/* A list is always a range: as a text it is cut at commas, and one of 256 bytes ends the process. It goes in
 * as a rule of its own kind (a formula), for the library loses the memory of a list's range. */
static bool add_choice(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan, const kp_choice *choice)
{
    const kp_range *r = &choice->cells;
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA};
    lxw_data_val_obj *added, *last = NULL;
    lxw_error error;

    if (choice->values.sheet)
        rule.value_formula = kp_arena_printf(x->arena, "=%s", kp_range_from(x->arena, plan, choice->values));
    else
        set_limits(x, choice, &rule);
    if (choice->title && *choice->title)
        rule.input_title = kp_arena_strdup(x->arena, xlsx_escaped(x->arena, choice->title, 32));
    if (choice->message && *choice->message)
        rule.input_message = kp_arena_strdup(x->arena, xlsx_escaped(x->arena, choice->message, 255));
    if (choice->refusal && *choice->refusal)
        rule.error_message = kp_arena_strdup(x->arena, xlsx_escaped(x->arena, choice->refusal, 225));
    error = worksheet_data_validation_range(sheet, r->first_row, (lxw_col_t)r->first_column, r->last_row,
                                            (lxw_col_t)r->last_column, &rule);
    STAILQ_FOREACH(added, sheet->data_validations, list_pointers)
    {
        last = added;
    }
    if (error == LXW_NO_ERROR && last && choice->values.sheet)
        last->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    return xlsx_ok(x, error, "choice");
}

static bool add_objects(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan)
{
    for (uint32_t i = 0; i < plan->bar_count; i++)
        if (!add_bars(x, sheet, &plan->bars[i]))
            return false;
    for (uint32_t i = 0; i < plan->choice_count; i++)
        if (!add_choice(x, sheet, plan, plan->choices[i]))
            return false;
    for (uint32_t i = 0; i < plan->chart_count; i++)
        if (!xlsx_add_chart(x, sheet, plan->charts[i]))
            return false;
    return true;
}

/* ---- book ---- */

static bool write_sheet(xlsx *x, const kp_sheet *plan, kp_buf *rows)
{
    lxw_worksheet *sheet = workbook_add_worksheet(x->workbook, plan->name);

    if (!sheet)
        return xlsx_ok(x, LXW_ERROR_MEMORY_MALLOC_FAILED, "sheet");
    /* The library quotes a name where it thinks that it must, but not "2021" or "A1". */
    free(sheet->quoted_name);
    sheet->quoted_name = xlsx_owned(kp_sheet_quoted(x->arena, plan));
    return set_columns(x, sheet, plan) && set_rows(x, sheet, plan) && merge_cells(x, sheet, plan) &&
           xlsx_print_rows(x, sheet, plan, rows) && set_page(x, sheet, plan) && set_filter(x, sheet, plan) &&
           add_objects(x, sheet, plan) && xlsx_hand_over_rows(x, sheet, rows);
}

static char *property(xlsx *x, const char *text)
{
    return text ? kp_arena_strdup(x->arena, xlsx_plain(x->arena, text, 255)) : NULL;
}

static bool set_properties(xlsx *x)
{
    const kp_book_info *info = &x->book->info;
    lxw_doc_properties properties = {
        .title = property(x, info->title),
        .subject = property(x, info->subject),
        .author = property(x, info->author),
        .company = property(x, info->company),
        .keywords = property(x, info->keywords),
        .comments = property(x, info->comments),
        .created = info->created ? (time_t)info->created : 1, /* 0 would be "now" */
    };

    if (!xlsx_ok(x, workbook_set_properties(x->workbook, &properties), "properties"))
        return false;
    /* The library has no place for the language among the core properties; this is the one that programs
     * offer under "custom". */
    return !info->lang || !*info->lang ||
           xlsx_ok(x, workbook_set_custom_property_string(x->workbook, "Language", property(x, info->lang)),
                   "properties");
}

static void write_book(xlsx *x, const char *path)
{
    lxw_workbook_options options = {.tmpdir = kp_path_folder(x->arena, path)};
    bool ok;

    x->workbook = workbook_new_opt(path, &options);
    if (!x->workbook) {
        xlsx_ok(x, LXW_ERROR_MEMORY_MALLOC_FAILED, "workbook");
        return;
    }
    ok = set_properties(x);
    for (uint32_t i = 0; ok && i < x->book->sheet_count; i++)
        ok = write_sheet(x, x->book->sheets[i], &x->rows[i]);
    if (ok) {
        xlsx_close(x);
    } else {
        xlsx_take_back_rows(x);
        lxw_workbook_free(x->workbook);
        x->workbook = NULL;
    }
}

kp_xlsx_status kp_write_xlsx(kp_arena *arena, const kp_book *book, const char *path, const char **ret_why)
{
    xlsx x = {.arena = arena, .book = book, .status = KP_XLSX_OK};
    kp_locale *locale;

    if (!xlsx_check(arena, book, ret_why))
        return KP_XLSX_BAD_PLAN;
    if (!xlsx_reserve(arena, book, path, ret_why))
        return KP_XLSX_FAILED;
    /* Numbers are printed with the thread's decimal mark, and a program around us may have set a comma. */
    locale = kp_os_plain_locale(arena);
    errno = 0;
    x.rows = KP_NEW_ARRAY(arena, book->sheet_count, kp_buf);
    write_book(&x, path);
    for (uint32_t i = 0; i < book->sheet_count; i++)
        kp_buf_done(&x.rows[i]);
    kp_os_own_locale(locale);
    if (x.status != KP_XLSX_OK)
        *ret_why = x.why;
    return x.status;
}
