#include "xlsx_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "kompass/os.h"

/* The rows of a sheet are printed here. The library keeps each cell in two trees, makes its name and its
 * style anew, and prints it piece by piece: a quarter of the time of an export. For large sheets it has
 * another way: rows are printed as they come, to a file of the sheet's own, and taken from there as they are
 * when the workbook is closed. That file is where these rows go. (Used as it is meant, that way keeps texts
 * in the cells, not in the workbook's table of texts, and forgets them for charts.) What a cell brings along,
 * its format and its text in that table, is the library's still. */

typedef struct printing {
    xlsx *x;
    lxw_worksheet *sheet;
    const kp_sheet *plan;
    kp_buf *out;
} printing;

/* ---- numbers and texts ---- */

enum { INTEGER_SIZE = 24 };

static const char *integer_text(char digits[INTEGER_SIZE], uint64_t value)
{
    char *first = digits + INTEGER_SIZE - 1;

    *first = '\0';
    do
        *--first = (char)('0' + value % 10);
    while (value /= 10);
    return first;
}

static void put_integer(kp_buf *out, uint64_t value)
{
    char digits[INTEGER_SIZE];

    kp_buf_puts(out, integer_text(digits, value));
}

/* 17 digits of a number are as good as the number: what programs read is the double that is nearest to it.
 * (The library prints 16, and 9.7 as 9.699999999999999.) */
static void put_number(printing *p, kp_num number)
{
    enum { ENOUGH = 17 };
    double size = fabs(kp_num_double(number));

    if (size > 0 && (size < 1e-5 || size >= 1e15)) /* with an exponent, as too many zeros would be printed */
        kp_buf_printf(p->out, "%.17G", kp_num_double(number));
    else
        kp_buf_puts(p->out, kp_num_digits(p->x->arena, number, ENOUGH));
}

static void put_text(kp_buf *out, const char *text)
{
    for (;; text++) {
        size_t plain = strcspn(text, "&<>");
        kp_buf_add(out, text, plain);
        text += plain;
        if (!*text)
            return;
        kp_buf_puts(out, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : "&gt;");
    }
}

/* ---- cells ---- */

static void put_shared(kp_buf *out, uint32_t index)
{
    kp_buf_puts(out, " t=\"s\"><v>");
    put_integer(out, index);
    kp_buf_puts(out, "</v></c>");
}

static bool put_string(printing *p, const char *text)
{
    struct sst_element *shared;

    if (!text || !*text) { /* looks only */
        kp_buf_puts(p->out, "/>");
        return true;
    }
    shared = lxw_get_sst_index(p->x->workbook->sst, text, LXW_FALSE);
    if (!shared)
        return xlsx_ok(p->x, LXW_ERROR_MEMORY_MALLOC_FAILED, "text");
    put_shared(p->out, shared->index);
    return true;
}

/* The library keeps where the link leads; it also makes a cell, whose text is the one to refer to. The text
 * stands in an attribute, too, where 2079 bytes have room. */
static bool put_link(printing *p, const kp_cell *cell, lxw_format *format)
{
    const char *text = xlsx_escaped(p->x->arena, cell->text, 2079 / 3);
    lxw_col_t column = (lxw_col_t)cell->column;
    lxw_row *row;
    lxw_cell *made;

    if (!xlsx_ok(p->x, worksheet_write_url_opt(p->sheet, cell->row, column, cell->target, format, text, NULL),
                 "link"))
        return false;
    row = lxw_worksheet_find_row(p->sheet, cell->row);
    made = row ? lxw_worksheet_find_cell_in_row(row, column) : NULL;
    if (!made)
        return xlsx_ok(p->x, LXW_ERROR_MEMORY_MALLOC_FAILED, "link");
    put_shared(p->out, (uint32_t)made->u.string_id);
    return true;
}

static void put_value(printing *p, const kp_cell *cell, const char *text)
{
    kp_buf_puts(p->out, "<v>");
    if (text)
        put_text(p->out, text);
    else
        put_number(p, cell->number);
    kp_buf_puts(p->out, "</v></c>");
}

static bool put_cell(printing *p, const kp_cell *cell, const char *row, uint8_t vertical)
{
    const xlsx_format *format = xlsx_format_of(p->x, cell, vertical);
    const char *text = cell->text ? xlsx_escaped(p->x->arena, cell->text, KP_MAX_CELL_UNITS) : NULL;
    char column[LXW_MAX_COL_NAME_LENGTH];

    if (!format)
        return false;
    lxw_col_to_name(column, (lxw_col_t)cell->column, LXW_FALSE);
    kp_buf_puts(p->out, "<c r=\"");
    kp_buf_puts(p->out, column);
    kp_buf_puts(p->out, row);
    kp_buf_puts(p->out, format->attribute);
    switch (cell->kind) {
    case KP_CELL_TEXT:
        return put_string(p, text);
    case KP_CELL_LINK:
        return put_link(p, cell, format->format);
    case KP_CELL_FORMULA:
        kp_buf_puts(p->out, text ? " t=\"str\"><f>" : "><f>");
        put_text(p->out, cell->formula + 1);
        kp_buf_puts(p->out, "</f>");
        put_value(p, cell, text);
        return true;
    case KP_CELL_NUMBER:
        kp_buf_putc(p->out, '>');
        put_value(p, cell, NULL);
        return true;
    default:
        kp_buf_puts(p->out, "/>");
        return true;
    }
}

/* ---- rows ---- */

bool xlsx_is_shaped(const kp_row_info *info)
{
    return info->height > 0 || info->outline || info->hidden;
}

/* The next row with cells or a shape, or KP_MAX_ROWS; @p cells are those that are left. */
static uint32_t next_row(const kp_sheet *plan, const kp_cell *cells, uint32_t row)
{
    uint32_t next = cells < plan->cells + plan->cell_count ? cells->row : KP_MAX_ROWS;

    for (; row < plan->row_count && row < next; row++)
        if (xlsx_is_shaped(&plan->rows[row]))
            return row;
    return next;
}

/* Nearly all are whole points. */
static void put_height(kp_buf *out, double height)
{
    uint64_t whole = (uint64_t)height;

    if (height > (double)whole)
        kp_buf_printf(out, "%.16G", height);
    else
        put_integer(out, whole);
}

static void put_row_start(const printing *p, uint32_t row, const char *number)
{
    static const kp_row_info plain;
    const kp_row_info *info = row < p->plan->row_count ? &p->plan->rows[row] : &plain;

    kp_buf_puts(p->out, "<row r=\"");
    kp_buf_puts(p->out, number);
    if (info->height > 0 && info->height != LXW_DEF_ROW_HEIGHT) {
        kp_buf_puts(p->out, "\" ht=\"");
        put_height(p->out, info->height);
        kp_buf_puts(p->out, "\" customHeight=\"1");
    }
    if (info->hidden)
        kp_buf_puts(p->out, "\" hidden=\"1");
    if (info->outline) {
        kp_buf_puts(p->out, "\" outlineLevel=\"");
        put_integer(p->out, info->outline);
    }
    kp_buf_putc(p->out, '"');
}

/* The range that is in use stands at the beginning of a sheet. */
static void widen_range(lxw_worksheet *sheet, const kp_cell *cell)
{
    lxw_col_t column = (lxw_col_t)cell->column;

    if (cell->row < sheet->dim_rowmin)
        sheet->dim_rowmin = cell->row;
    if (cell->row > sheet->dim_rowmax)
        sheet->dim_rowmax = cell->row;
    if (column < sheet->dim_colmin)
        sheet->dim_colmin = column;
    if (column > sheet->dim_colmax)
        sheet->dim_colmax = column;
}

static bool put_rows(printing *p)
{
    const kp_sheet *plan = p->plan;
    const kp_cell *cell = plan->cells, *end = cell + plan->cell_count;
    uint32_t row = 0;

    for (; (row = next_row(plan, cell, row)) < KP_MAX_ROWS; row++) {
        bool tall = row < plan->row_count && plan->rows[row].height > 1.8 * LXW_DEF_ROW_HEIGHT;
        uint8_t vertical = xlsx_vertical_of(plan, cell, end, tall);
        char digits[INTEGER_SIZE];
        const char *number = integer_text(digits, (uint64_t)row + 1);
        put_row_start(p, row, number);
        if (cell == end || cell->row != row) {
            kp_buf_puts(p->out, "/>");
            continue;
        }
        kp_buf_putc(p->out, '>');
        for (; cell < end && cell->row == row; cell++) {
            if (!put_cell(p, cell, number, vertical))
                return false;
            widen_range(p->sheet, cell);
        }
        kp_buf_puts(p->out, "</row>");
    }
    return true;
}

bool xlsx_print_rows(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan, kp_buf *out)
{
    printing p = {x, sheet, plan, out};

    return put_rows(&p);
}

/* ---- handing over ---- */

bool xlsx_hand_over_rows(xlsx *x, lxw_worksheet *sheet, kp_buf *rows)
{
    if (!rows->length) /* the library makes nothing of nothing */
        return true;
    sheet->optimize_tmpfile = kp_os_open_bytes(rows->data, rows->length);
    if (!sheet->optimize_tmpfile)
        return xlsx_ok(x, LXW_ERROR_CREATING_TMPFILE, "rows");
    sheet->optimize = LXW_TRUE;
    return true;
}

void xlsx_take_back_rows(const xlsx *x)
{
    lxw_worksheet *sheet;

    STAILQ_FOREACH(sheet, x->workbook->worksheets, list_pointers)
    {
        if (sheet->optimize_tmpfile)
            fclose(sheet->optimize_tmpfile);
    }
}
