/* xlsx_internal.h - shared by the files that write workbooks (src/write/xlsx*.c), and by nobody else. */
#ifndef KOMPASS_XLSX_INTERNAL_H
#define KOMPASS_XLSX_INTERNAL_H

#include <xlsxwriter.h>

#include "kompass/buf.h"
#include "kompass/write.h"

typedef struct xlsx_format {
    uint64_t key;
    lxw_format *format;
    const char *attribute; /**< how a cell names it: the end of one attribute and the next */
} xlsx_format;

/** One workbook being written. The first failure is kept; what comes after it is not tried. */
typedef struct xlsx {
    kp_arena *arena;
    const kp_book *book;
    lxw_workbook *workbook;
    xlsx_format *formats; /**< one for each distinct style, in no order */
    size_t format_count, format_room;
    kp_buf *rows; /**< of each sheet, as they are printed; in use until the workbook is closed */
    kp_xlsx_status status;
    const char *why;
} xlsx;

/* ---- xlsx_check.c: what no workbook can hold ---- */

/** Whether the plan can be written; else the reason. Everything the library lets through ends here. */
bool xlsx_check(kp_arena *arena, const kp_book *book, const char **ret_why);

/* ---- xlsx_text.c: texts as a workbook takes them ---- */

/** Without characters that files or programs cannot hold; at most @p units UTF-16 units, cut with "…". */
const char *xlsx_plain(kp_arena *arena, const char *text, size_t units);
/** The same for places where programs read "_x0041_" as "A": the text is written so that it stays. */
const char *xlsx_escaped(kp_arena *arena, const char *text, size_t units);
/** How often a text looks like such an escape. */
size_t xlsx_count_escapes(const char *text);
/** As xlsx_plain(), for attributes, where the library keeps 2079 bytes and would cut a character in two. */
const char *xlsx_attribute(kp_arena *arena, const char *text, size_t units);
/** A text as a constant of a formula. */
char *xlsx_quoted(kp_arena *arena, const char *text);
/** Footer codes for a text at the left and the page number at the right. */
const char *xlsx_footer(kp_arena *arena, const char *left);

/** A copy for a field of the library's, which frees it. */
char *xlsx_owned(const char *text);

/* ---- xlsx_looks.c: styles as formats ---- */

/**
 * The format of a cell's style, made once; NULL when the library has no memory (the status is set). Valid
 * until the next call.
 * @param vertical the alignment of its row
 */
const xlsx_format *xlsx_format_of(xlsx *x, const kp_cell *cell, uint8_t vertical);
/**
 * One vertical alignment for all cells of a row, or what belongs together would stand at different heights.
 * @param tall the row has several lines: texts and figures begin in the first, not in the middle
 */
uint8_t xlsx_vertical_of(const kp_sheet *plan, const kp_cell *first, const kp_cell *end, bool tall);
/** Number format of a style, as files hold it. */
const char *xlsx_number_format(kp_arena *arena, kp_style style);

/* ---- xlsx_chart.c ---- */

bool xlsx_add_chart(xlsx *x, lxw_worksheet *worksheet, const kp_chart *chart);

/* ---- xlsx_rows.c: rows and cells ---- */

/** Whether a row has more to tell than its cells. */
bool xlsx_is_shaped(const kp_row_info *info);
/** Print the rows of a sheet. The library must know the heights before, and gets no cells after. */
bool xlsx_print_rows(xlsx *x, lxw_worksheet *sheet, const kp_sheet *plan, kp_buf *out);
/** Let the library take its rows from @p rows. They must stay, and nothing may be written to the sheet. */
bool xlsx_hand_over_rows(xlsx *x, lxw_worksheet *sheet, kp_buf *rows);
/** Undo that, for a workbook that is given up. */
void xlsx_take_back_rows(const xlsx *x);

/* ---- xlsx_close.c: from memory to the disk ---- */

/** Whether @p path can be written and the disk has room; else the reason. */
bool xlsx_reserve(kp_arena *arena, const kp_book *book, const char *path, const char **ret_why);
/** Close the workbook, which is freed whatever happens, without the library's own printing. */
void xlsx_close(xlsx *x);

/* ---- xlsx.c ---- */

/** Note a failed call of the library; true when it did not fail. */
bool xlsx_ok(xlsx *x, lxw_error error, const char *what);

#endif
