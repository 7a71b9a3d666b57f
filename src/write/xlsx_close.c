#include "xlsx_internal.h"

#include <errno.h>
#include <limits.h>

#include "kompass/os.h"

/* The library writes each part of a workbook to a temporary file first, and never asks whether that worked:
 * where the disk is full, it packs what arrived and reports success. It also prints every failure to stderr.
 * So (1) those files lie in memory (xlsx_parts.c); (2) should a system not let them, they lie beside the
 * target, and before anything is written, room for more than all of them is taken from that disk and given
 * back, which also tells of a full disk early; (3) stderr is turned away for the moment of closing. */

/* ---- room ---- */

enum {
    BYTES_FIXED = 64 * 1024, /* theme, relations, properties */
    BYTES_SHEET = 4096,
    BYTES_CELL = 192, /* its element, its string, its row */
    BYTES_STYLE = 700,
    MOST_STYLES = 1000,
    BYTES_CHART = 16 * 1024,
    BYTES_POINT = 128,
    BYTES_RULE = 2048 /* a bar, a choice, a merge, a break, a row, a column */
};

/* Some characters become entities or escapes, of at most 7 bytes. */
static uint64_t text_bytes(const char *text)
{
    static const uint8_t more[UCHAR_MAX + 1] = {
        ['&'] = 6, ['<'] = 6, ['>'] = 6, ['"'] = 6, ['\n'] = 6, ['_'] = 6};
    uint64_t bytes = 0;

    for (; text && *text; text++)
        bytes += 1u + more[(unsigned char)*text];
    return bytes;
}

static uint64_t range_bytes(const kp_range *range)
{
    return (uint64_t)BYTES_POINT *
           (range->last_row - range->first_row + range->last_column - range->first_column + 1);
}

static uint64_t chart_bytes(const kp_chart *chart)
{
    uint64_t bytes = BYTES_CHART + text_bytes(chart->alt_text) + text_bytes(chart->title);

    for (uint32_t i = 0; i < chart->series_count; i++) {
        const kp_range *categories = &chart->series[i].categories;
        bytes += range_bytes(categories) + range_bytes(&chart->series[i].values);
        /* The cells of the categories are counted as often as they are drawn. */
        for (uint32_t row = categories->first_row; row <= categories->last_row; row++)
            for (uint32_t column = categories->first_column; column <= categories->last_column; column++) {
                const kp_cell *cell = kp_cell_at(categories->sheet, row, column);
                bytes += cell ? text_bytes(cell->text) : 0;
            }
    }
    return bytes;
}

static uint64_t sheet_bytes(const kp_sheet *sheet)
{
    uint64_t rules = (uint64_t)sheet->bar_count + sheet->choice_count + sheet->merge_count +
                     sheet->break_count + sheet->column_count;
    uint64_t bytes = BYTES_SHEET + BYTES_RULE * rules + (uint64_t)BYTES_CELL * sheet->row_count;

    for (size_t i = 0; i < sheet->cell_count; i++) {
        const kp_cell *cell = &sheet->cells[i];
        bytes += BYTES_CELL + text_bytes(cell->text) + text_bytes(cell->formula);
        if (cell->kind == KP_CELL_LINK) /* in the sheet and in its relations */
            bytes += 2 * BYTES_CELL + text_bytes(cell->text) + 2 * text_bytes(cell->target);
    }
    for (uint32_t i = 0; i < sheet->chart_count; i++)
        bytes += chart_bytes(sheet->charts[i]);
    return bytes;
}

/* More than all parts of the workbook together. */
static uint64_t book_bytes(const kp_book *book)
{
    uint64_t bytes = BYTES_FIXED, cells = 0;

    for (uint32_t i = 0; i < book->sheet_count; i++) {
        bytes += sheet_bytes(book->sheets[i]);
        cells += book->sheets[i]->cell_count;
    }
    return bytes + BYTES_STYLE * (cells < MOST_STYLES ? cells : MOST_STYLES);
}

bool xlsx_reserve(kp_arena *arena, const kp_book *book, const char *path, const char **ret_why)
{
    switch (kp_os_reserve(arena, path, book_bytes(book), ret_why)) {
    case KP_FILE_OK:
        return true;
    case KP_FILE_ERROR:
        return false;
    default:
        *ret_why = "not a file, and only files can hold workbooks";
        return false;
    }
}

/* ---- closing ---- */

void xlsx_close(xlsx *x)
{
    int kept = kp_os_silence(), reason;
    lxw_error error;

    errno = 0;
    error = workbook_close(x->workbook);
    reason = errno;
    kp_os_unsilence(kept);
    x->workbook = NULL;
    errno = reason;
    xlsx_ok(x, error, "closing");
}
