/* kompass/book.h - the plan of a workbook, free of any library.
 *
 * Between results and writers: what stands in which cell, which formula, which
 * value the program computed for it, how wide a column is, what a chart shows.
 * Deliverables (src/book/) fill a plan; src/write/xlsx.c alone knows the
 * library that makes a file of it, src/write/dump.c makes readable text of
 * it for tests. Rows and columns count from 0. Everything lives in the arena
 * that the book was made in; texts that are handed over are borrowed and must live as long.
 */
#ifndef KOMPASS_BOOK_H
#define KOMPASS_BOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/num.h"

typedef struct kp_book kp_book;
typedef struct kp_sheet kp_sheet;

/** What a cell is, for its looks. The writer turns roles into fonts, fills and borders in one table. */
typedef enum kp_role {
    KP_ROLE_PLAIN,
    KP_ROLE_TITLE, /**< the sheet's heading */
    KP_ROLE_SUBTITLE,
    KP_ROLE_HEADING, /**< heading of a section (an area) */
    KP_ROLE_HEAD,    /**< column head of a table */
    KP_ROLE_LABEL,   /**< a name in front of a value */
    KP_ROLE_BODY,    /**< cell of a table */
    KP_ROLE_TOTAL,   /**< row of sums */
    KP_ROLE_NOTE,    /**< footnote, source */
    KP_ROLE_CAVEAT,  /**< must not be overlooked */
    KP_ROLE_LINK,
    KP_ROLE_INPUT, /**< to be filled in by the reader */
    KP_ROLE_GOOD,  /**< a check that holds */
    KP_ROLE_BAD,   /**< a check that does not hold */
    KP_ROLE__COUNT
} kp_role;

/** The font of a role: what is estimated (kp_fit) and what is written must agree. */
typedef struct kp_role_font {
    uint8_t points;
    bool bold;
    uint8_t padding; /**< points of air in a row, above and below together */
    uint8_t indent;  /**< air beside a text or number, added to the style's own */
} kp_role_font;

kp_role_font kp_font_of(unsigned role);

typedef enum kp_align { KP_ALIGN_AUTO, KP_ALIGN_LEFT, KP_ALIGN_RIGHT, KP_ALIGN_CENTRE } kp_align;

/** How numbers look. The decimal mark is the reader's program's. */
typedef enum kp_format {
    KP_FORMAT_GENERAL,
    KP_FORMAT_FIXED,   /**< `decimals` digits after the mark */
    KP_FORMAT_GROUPED, /**< likewise, with thousands apart */
    KP_FORMAT_PERCENT, /**< the value is a number of percent (62.5), shown with " %" behind it */
    KP_FORMAT_SIGNED,  /**< with + or a true minus, and a word-free arrow: +3 up, -2 down */
    KP_FORMAT_TEXT     /**< text, whatever it looks like (ids such as 1.10) */
} kp_format;

typedef struct kp_style {
    uint8_t role;     /**< kp_role */
    uint8_t format;   /**< kp_format */
    uint8_t decimals; /**< 0..9 */
    uint8_t align;    /**< kp_align */
    uint8_t indent;   /**< 0..15 */
    bool wrap;
} kp_style;

typedef enum kp_cell_kind {
    KP_CELL_TEXT,
    KP_CELL_NUMBER,
    KP_CELL_FORMULA, /**< value and formula; the value is a number or a text */
    KP_CELL_BLANK,   /**< only looks */
    KP_CELL_LINK     /**< text that leads to a place in the book, or to a web address */
} kp_cell_kind;

typedef struct kp_cell {
    uint32_t row, column;
    uint8_t kind; /**< kp_cell_kind */
    kp_style style;
    const char *text;    /**< of a text or link; of a formula whose value is a text (also ""), else NULL */
    kp_num number;       /**< of a number; of a formula whose value is a number */
    const char *formula; /**< with the leading '=', English names, commas; or NULL */
    const char *target;  /**< of a link: "internal:'Sheet'!A1" or "https://..." */
} kp_cell;

typedef struct kp_range {
    const kp_sheet *sheet;
    uint32_t first_row, first_column, last_row, last_column;
} kp_range;

typedef enum kp_chart_kind { KP_CHART_RADAR, KP_CHART_BAR, KP_CHART_LINE } kp_chart_kind;

/** One series of a chart: its cells, of one row or one column. The writer fills the chart's cache from the
 * values that the plan holds for those cells, whether they are formulas or not; a cell with a text or
 * without anything is a gap. */
typedef struct kp_series {
    const char *name;
    kp_range categories, values;
    bool goes_on; /**< the series before it, behind a gap: it looks the same, and the legend does not name it.
                   * Programs draw a text as 0, so a range that holds one is cut there. */
} kp_series;

enum {
    KP_CHART_MAX_SERIES = 4, /* with a look of their own */
    KP_CHART_MAX_PARTS = 24  /* with those that go on */
};

typedef struct kp_chart {
    kp_chart_kind kind;
    const char *title;       /**< or NULL */
    const char *alt_text;    /**< what it shows, in words, with its figures; required */
    const char *value_title; /**< of the value axis, or NULL */
    kp_series series[KP_CHART_MAX_PARTS];
    uint32_t series_count;
    bool has_range; /**< a fixed value axis from min to max, with a line every `step` */
    double min, max, step;
    bool texts_are_0;       /**< bars: programs draw a text among the values as 0, which then has no label */
    uint8_t value_decimals; /**< of the numbers along the value axis */
    uint32_t row, column;   /**< its upper left corner lies in this cell */
    uint32_t width, height; /**< pixels at 96 dpi */
} kp_chart;

/** What may be filled into some cells: one of the values of a range of cells (a drop-down list, never taken
 * from a text), or a number. */
typedef struct kp_choice {
    kp_range cells;
    kp_range values;             /**< sheet NULL: a number from `min` to `max` */
    kp_num min, max;             /**< likewise */
    bool no_share;               /**< not between 0 and 1: "80 %" typed into a cell is 0.8 to a program */
    const char *also;            /**< a text that may stand in the place of a number, or NULL */
    const char *title, *message; /**< shown when the cell is chosen, or NULL */
    const char *refusal;         /**< shown when something else is typed; NULL: in the program's own words */
} kp_choice;

typedef struct kp_book_info {
    const char *title, *subject, *author, *company, *keywords, *comments;
    const char *lang; /**< "sv" */
    int64_t created;  /**< seconds since 1970-01-01 UTC; the same input must give the same bytes */
} kp_book_info;

/* ---- filling a plan ---- */

kp_book *kp_book_new(kp_arena *arena, kp_book_info info);

/**
 * Add a sheet. Its name is made fit for spreadsheet programs: at most 31 UTF-16 units (a longer one ends in
 * an ellipsis), none of []:*?/\ nor # (which cuts links in two), no straight apostrophe (formulas would
 * double it), not "History", unique without regard to case ("Ærlig", "ærlig (2)").
 */
kp_sheet *kp_book_add_sheet(kp_book *book, const char *name);
const char *kp_sheet_name(const kp_sheet *sheet);

/** A text with line breaks wraps, whatever its style says. */
void kp_put_text(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *text);
void kp_put_number(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, kp_num number);
void kp_put_blank(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style);
/** A formula with the number that it must give. */
void kp_put_formula(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *formula,
                    kp_num value);
/** A formula with the text that it must give. */
void kp_put_text_formula(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *formula,
                         const char *value);
/** A link; only its text where no program could follow @p target (kp_is_target()). */
void kp_put_link(kp_sheet *sheet, uint32_t row, uint32_t column, kp_style style, const char *text,
                 const char *target);

/** A text across several columns (merged); the cells behind it get the same looks. */
void kp_put_wide_text(kp_sheet *sheet, uint32_t row, uint32_t first_column, uint32_t last_column,
                      kp_style style, const char *text);

/** Width in characters of the normal font. Columns without one get it from their content (kp_fit_columns). */
void kp_set_width(kp_sheet *sheet, uint32_t column, double characters);
/** Height in points (a line of normal text is 15); rows without one get it from their wrapped texts. */
void kp_set_height(kp_sheet *sheet, uint32_t row, double points);
/** Outline level 1..7 of a row, for folding. */
void kp_set_outline(kp_sheet *sheet, uint32_t row, uint8_t level);
/** Rows and columns above and left of this cell stay in view. */
void kp_freeze(kp_sheet *sheet, uint32_t row, uint32_t column);
void kp_set_filter(kp_sheet *sheet, kp_range range);
/** Rows repeated at the top of each printed page. */
void kp_repeat_rows(kp_sheet *sheet, uint32_t first, uint32_t last);
void kp_set_landscape(kp_sheet *sheet);
/** A page break above this row. */
void kp_break_before(kp_sheet *sheet, uint32_t row);
/** Footer of the printed page: left text; the page number stands right. */
void kp_set_footer(kp_sheet *sheet, const char *left);
/** Bars behind numbers from 0 to @p full. */
void kp_add_data_bars(kp_sheet *sheet, kp_range range, double full);
void kp_add_chart(kp_sheet *sheet, const kp_chart *chart);
void kp_add_choice(kp_sheet *sheet, const kp_choice *choice);
/** Only cells of KP_ROLE_INPUT can be changed (no password: against mistakes, not against people). */
void kp_protect(kp_sheet *sheet);
/** Rows may be added to a protected sheet all the same. */
void kp_allow_new_rows(kp_sheet *sheet);
void kp_hide_row(kp_sheet *sheet, uint32_t row);
void kp_hide_column(kp_sheet *sheet, uint32_t column);
/** The sheet is there for formulas and programs; never the first one of a book. */
void kp_hide_sheet(kp_sheet *sheet);
/** Only the columns to @p last are printed. */
void kp_print_to(kp_sheet *sheet, uint32_t last);
/** Only the rows to @p last are printed: what stands below is arithmetic for formulas. */
void kp_print_rows_to(kp_sheet *sheet, uint32_t last);
/** Nothing is printed: programs cannot say so of a sheet that they show, but print no page of a hidden row.
 * @p row is that row, and empty. */
void kp_print_nothing(kp_sheet *sheet, uint32_t row);

/**
 * Set the widths of columns that have none from their texts (between @p least and @p most characters), and
 * the heights of rows from the texts that wrap in them. Call it when a sheet is complete.
 *
 * Nothing is cut: a text that is wider than @p most is made to wrap, unless it can run on over empty cells; a
 * column whose texts would need rows higher than 409 points, the most there is, becomes wider than @p most.
 * Numbers never wrap: they may make a column wider than @p most, too. A column that was given a width becomes
 * wider where a word of a wrapping text would be broken in it (of at most 30 characters).
 */
void kp_fit(kp_sheet *sheet, double least, double most);
/** How many bytes of a text fit into a line of @p characters in the font of a role: up to a blank or a line
 * break, or inside of a word that is longer than the line. Not 0 but where the line is empty. */
size_t kp_fit_line(const char *text, kp_role role, double characters);

/* ---- names of cells, for formulas ---- */

/** Letters of a column: 0 is "A", 26 "AA". */
const char *kp_column_name(kp_arena *arena, uint32_t column);
/** "C7" */
const char *kp_cell_name(kp_arena *arena, uint32_t row, uint32_t column);
/** "$C$7" */
const char *kp_cell_fixed(kp_arena *arena, uint32_t row, uint32_t column);
/** "'Poängfördelning'!$C$7" as seen from another sheet, "C7" from the sheet itself */
const char *kp_cell_from(kp_arena *arena, const kp_sheet *from, const kp_sheet *sheet, uint32_t row,
                         uint32_t column);
/** "$C$2:$C$9", with the sheet in front when seen from another */
const char *kp_range_from(kp_arena *arena, const kp_sheet *from, kp_range range);
/** A sheet's name in single quotes, its own apostrophes doubled. */
const char *kp_sheet_quoted(kp_arena *arena, const kp_sheet *sheet);
/** Target of a link to a cell: "internal:'Sheet'!A1" */
const char *kp_link_to(kp_arena *arena, const kp_sheet *sheet, uint32_t row, uint32_t column);

/** Whether a link can lead there: a place in the book, or a web or mail address of at most 2079 bytes. */
bool kp_is_target(const char *target);
/** The text, or its beginning and an ellipsis: at most @p units UTF-16 units (> 0), never half a character.
 */
const char *kp_cut_units(kp_arena *arena, const char *text, size_t units);
/** Whether a text begins with "_x0041_", which stands for "A" in the files of spreadsheet programs. */
bool kp_is_cell_escape(const char *text);
/** The name that kp_book_add_sheet() gives a sheet, but for its being unique. */
const char *kp_fit_sheet_name(kp_arena *arena, const char *name);
/** Whether spreadsheet programs take two names for the same (they fold case, also of letters like Å). */
bool kp_same_sheet_name(const char *a, const char *b);
/** An order of texts in which those stand together that spreadsheet programs take for equal (0). */
int kp_compare_folded(const char *a, const char *b);

/* ---- reading a plan (writers) ---- */

/** What spreadsheet programs can hold. */
enum {
    KP_MAX_ROWS = 1048576,
    KP_MAX_SHEETS = 1000, /**< as many as are read back (workbook.h) */
    KP_MAX_COLUMNS = 16384,
    KP_MAX_CELL_UNITS = 32767, /**< UTF-16 units of a text */
    KP_MAX_FORMULA_UNITS = 8192,
    KP_MAX_NAME_UNITS = 31,
    KP_MAX_WIDTH = 255,  /**< characters */
    KP_MAX_HEIGHT = 409, /**< points */
    KP_MAX_BREAKS = 1023,
    KP_MAX_LINKS = 65530
};

typedef struct kp_column_info {
    double width; /**< 0: the default */
    bool hidden;
} kp_column_info;

typedef struct kp_row_info {
    double height; /**< 0: the default */
    uint8_t outline;
    bool hidden;
} kp_row_info;

typedef struct kp_data_bars {
    kp_range range;
    double full;
} kp_data_bars;

typedef struct kp_merge {
    uint32_t row, first_column, last_column;
} kp_merge;

struct kp_sheet {
    kp_book *book;
    const char *name;
    kp_cell *cells; /**< sorted by row, then column, after kp_book_finish() */
    size_t cell_count, cell_room;
    kp_column_info *columns;
    uint32_t column_count; /**< columns with information */
    kp_row_info *rows;
    uint32_t row_count, row_room;
    kp_merge *merges;
    uint32_t merge_count, merge_room;
    kp_data_bars *bars;
    uint32_t bar_count, bar_room;
    const kp_chart **charts;
    uint32_t chart_count, chart_room;
    const kp_choice **choices;
    uint32_t choice_count, choice_room;
    uint32_t *breaks;
    uint32_t break_count, break_room;
    uint32_t freeze_row, freeze_column;
    bool has_filter, landscape, has_repeat, is_protected, new_rows, is_hidden;
    bool has_print_end, has_print_last;
    uint32_t print_end;               /**< the last column that is printed */
    uint32_t print_first, print_last; /**< the first and the last row that are printed */
    kp_range filter;
    uint32_t repeat_first, repeat_last;
    const char *footer;
};

struct kp_book {
    kp_arena *arena;
    kp_book_info info;
    kp_sheet **sheets;
    uint32_t sheet_count, sheet_room;
};

/** Sort all cells; a later cell in the same place replaces an earlier one. */
void kp_book_finish(kp_book *book);
/** The same for one sheet. */
void kp_sheet_finish(kp_sheet *sheet);

/** The cell in a place, or NULL. Only after kp_book_finish(). */
const kp_cell *kp_cell_at(const kp_sheet *sheet, uint32_t row, uint32_t column);

#endif
