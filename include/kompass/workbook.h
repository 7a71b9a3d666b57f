/* kompass/workbook.h - reading a workbook (.xlsx) that some spreadsheet program has saved.
 *
 * What is in the cells, and nothing of their looks: texts, numbers, dates. Nothing in a workbook is run, no
 * address in it is followed. Whatever a file may hold, reading it takes at most KP_WORKBOOK_MAX_... and ends
 * in a refusal where that is not enough.
 */
#ifndef KOMPASS_WORKBOOK_H
#define KOMPASS_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/diag.h"
#include "kompass/os.h"
#include "kompass/source.h"

enum {
    KP_WORKBOOK_MAX_BYTES = 32 * 1024 * 1024,    /**< of the file */
    KP_WORKBOOK_MAX_UNPACKED = 48 * 1024 * 1024, /**< of the parts that are read, together */
    KP_WORKBOOK_MAX_PART = 32 * 1024 * 1024,     /**< of one of them: the largest form has 18 MB in a sheet */
    KP_WORKBOOK_MAX_TEXT = 24 * 1024 * 1024,     /**< of all texts in it, in UTF-8 */
    KP_WORKBOOK_MAX_ONE_TEXT = 256 * 1024,       /**< of one of them; Excel has 32,767 characters */
    KP_WORKBOOK_MAX_CELLS = 400000,              /**< with something in them */
    KP_WORKBOOK_MAX_SHEETS = 1000,               /**< as many as are written (book.h) */
    KP_WORKBOOK_MAX_PARTS = 4096
};

typedef enum kp_content {
    KP_HOLDS_TEXT,
    KP_HOLDS_NUMBER, /**< `text` has its digits: "3.5", "-12"; no exponent */
    KP_HOLDS_DATE,   /**< a number that looks like a date: `text` is YYYY-MM-DD */
    KP_HOLDS_BOOL,   /**< `text` is "true" or "false" */
    KP_HOLDS_ERROR   /**< `text` is "#REF!" or the like; "=" for a formula without a stored value */
} kp_content;

/** A cell that holds something. Of a formula it is the value that the program stored for it. */
typedef struct kp_read_cell {
    uint32_t row, column; /**< from 0 */
    uint8_t kind;         /**< kp_content */
    bool is_percent;      /**< a number shown as percent: 0.8 looks like 80 % */
    bool is_formula;      /**< `text` is what it gives */
    bool left_out;        /**< control characters were left out of the text */
    const char *text;     /**< UTF-8 without control characters but tab and line feed; not empty */
} kp_read_cell;

typedef struct kp_read_sheet {
    const char *name;
    kp_read_cell *cells; /**< by row, then column */
    size_t count;
} kp_read_sheet;

typedef struct kp_workbook {
    const char *path;
    kp_read_sheet *sheets; /**< in the order of their tabs */
    uint32_t sheet_count;
} kp_workbook;

/**
 * Read a workbook. What makes it unreadable is reported.
 * @return false where it is
 */
bool kp_workbook_read(kp_arena *arena, const char *path, kp_sink *sink, kp_workbook *ret);

/** The same for bytes that are in memory already. */
bool kp_workbook_parse(kp_arena *arena, const char *path, kp_bytes bytes, kp_sink *sink, kp_workbook *ret);

/** The cell in a place, or NULL. */
const kp_read_cell *kp_read_cell_at(const kp_read_sheet *sheet, uint32_t row, uint32_t column);

#endif
