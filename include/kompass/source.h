/* kompass/source.h - the text of a file, and places in it. */
#ifndef KOMPASS_SOURCE_H
#define KOMPASS_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * Sheets whose cells are places. A source with sheets has no text: the line of a place in it is
 * kp_cell_line(sheet, row), its column the column of the cell from 1. Line 0 is no place in any sheet.
 */
typedef struct kp_sheet_names {
    const struct kp_sheet_name {
        const char *file, *sheet;
    } * items; /**< the first, number 0, is no sheet */
    uint32_t count;
    const struct kp_label_of_key {
        const char *key, *label;
    } * labels;     /**< how the sheets call the keys of the formats; ends with a NULL key. NULL: none */
    bool has_comma; /**< numbers are written with a decimal comma in them */
} kp_sheet_names;

enum { KP_CELL_ROW_BITS = 21, KP_CELL_MAX_SHEETS = 2048 };

#define KP_CELL_ROW(line) ((unsigned)((line) & ((1U << KP_CELL_ROW_BITS) - 1)))

/** @p row counts from 0. */
static inline uint32_t kp_cell_line(uint32_t sheet, uint32_t row)
{
    return (sheet << KP_CELL_ROW_BITS) + row + 1;
}

/** A file's text. The bytes and the name live in the arena that it was read into. */
typedef struct kp_source {
    const char *name; /**< as the user named it */
    const char *text;
    size_t length;
    const struct kp_line_index *lines; /**< set by kp_source_index(), or NULL */
    const kp_sheet_names *sheets;      /**< places are cells; or NULL */
} kp_source;

/**
 * A place in a source: where a diagnostic points. Lines and columns count
 * from 1, columns in code points. Line 0 is a file that has no text here, such as one that could not be read.
 */
typedef struct kp_place {
    const kp_source *source; /**< NULL: no file (a file that could not be opened names itself in `file`) */
    uint32_t line, column;
    uint32_t width; /**< columns to underline; 0 counts as 1 */
} kp_place;

struct kp_arena;

/** Note where lines begin, so that finding one of them does not mean counting from the start. */
void kp_source_index(struct kp_arena *arena, kp_source *source);

/** Bytes of the byte order mark that the text begins with: 3, or 0 where it has none. */
size_t kp_source_bom(const kp_source *source);

/** The bytes of a line, without its line break; empty where there is no such line. */
const char *kp_source_line(const kp_source *source, uint32_t line, size_t *ret_length);

/** The place of a byte. */
kp_place kp_source_place(const kp_source *source, size_t offset, uint32_t width);

/** A key of a format as whoever mends the source knows it: the heading of its cells in a form, else the key.
 */
const char *kp_source_label(const kp_source *source, const char *key);
/** The digits of a number as they are written there: "12,5" in the cells of a Swedish form. */
const char *kp_source_digits(struct kp_arena *arena, const kp_source *source, const char *digits);

/** The file as a whole: its beginning. */
static inline kp_place kp_whole_file(const kp_source *source)
{
    return (kp_place){source, 1, 1, 1};
}

#endif
