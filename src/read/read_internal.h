/* What the readers of workbooks share: the package (a zip archive), XML, troubles. */
#ifndef KOMPASS_READ_INTERNAL_H
#define KOMPASS_READ_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/buf.h"
#include "kompass/workbook.h"

/* ---- what can be wrong with a workbook ---- */

typedef enum kp_trouble_kind {
    KP_NO_TROUBLE,
    KP_IS_EMPTY, /**< kinds of files that are no .xlsx */
    KP_IS_OLD_EXCEL,
    KP_IS_BINARY_EXCEL,
    KP_IS_OPENDOCUMENT,
    KP_IS_TEXT,
    KP_IS_OTHER,
    KP_IS_ENCRYPTED,
    KP_HAS_MACROS,
    KP_IS_DAMAGED, /**< `part` is the part, or NULL: the archive itself */
    KP_HAS_DOCTYPE,
    KP_HAS_TOO_MUCH /**< more than KP_WORKBOOK_MAX_... */
} kp_trouble_kind;

typedef struct kp_trouble {
    kp_trouble_kind kind;
    const char *part;
} kp_trouble;

/** Remember the first trouble; always false. */
bool kp_trouble_set(kp_trouble *trouble, kp_trouble_kind kind, const char *part);

/* ---- the package ---- */

typedef struct kp_package kp_package;
typedef struct kp_part kp_part;

/**
 * Open a workbook's package in memory. It lives in the arena, but close it. NULL, and the trouble is set,
 * where it is none that can be read.
 */
kp_package *kp_package_open(kp_arena *arena, kp_bytes bytes, kp_trouble *trouble);
void kp_package_close(kp_package *package);

/** The part with a name ("xl/workbook.xml"), whatever its case; NULL where there is none. */
const kp_part *kp_package_part(const kp_package *package, const char *name);
const char *kp_part_name(const kp_part *part);

/** Take a piece of a part; false: enough, or trouble. */
typedef bool kp_piece_fn(void *context, const char *bytes, size_t length);

/** Unpack a part piece by piece. False where that goes wrong, or @p piece says so. */
bool kp_package_unpack(kp_package *package, const kp_part *part, kp_piece_fn *piece, void *context,
                       kp_trouble *trouble);

/* ---- XML ---- */

/** Names come without namespaces. Texts come in pieces. False: stop, the trouble is set. */
typedef struct kp_xml_events {
    bool (*open)(void *context, const char *name, const char **attributes);
    bool (*close)(void *context, const char *name);
    bool (*text)(void *context, const char *text, size_t length); /**< or NULL */
} kp_xml_events;

/** The value of an attribute, whatever its namespace; or NULL. */
const char *kp_xml_attribute(const char **attributes, const char *name);

bool kp_xml_read(kp_package *package, const kp_part *part, const kp_xml_events *events, void *context,
                 kp_trouble *trouble);

/* ---- parts of a workbook ---- */

/** How a number is shown, as far as that matters. */
typedef enum kp_look { KP_LOOKS_PLAIN, KP_LOOKS_DATE, KP_LOOKS_PERCENT } kp_look;

typedef struct kp_looks {
    const uint8_t *of_style; /**< kp_look of each cell style */
    size_t count;
} kp_looks;

bool kp_read_looks(kp_arena *arena, kp_package *package, const kp_part *part, kp_looks *ret,
                   kp_trouble *trouble);

/** What all sheets draw on. */
typedef struct kp_book_reader {
    kp_arena *arena;
    kp_package *package;
    kp_trouble *trouble;
    const char **strings; /**< the shared ones */
    bool *strings_cut;    /**< control characters were left out of it */
    size_t string_count;
    kp_looks looks;
    bool from_1904;
    size_t cells_left, text_left;
} kp_book_reader;

bool kp_read_strings(kp_book_reader *reader, const kp_part *part);
bool kp_read_cells(kp_book_reader *reader, const kp_part *part, kp_read_sheet *sheet);

/** Add to a text that is still being read; false, and the trouble is set, where it gets too long. */
bool kp_read_more_text(kp_book_reader *reader, kp_buf *text, const char *piece, size_t length);

/**
 * A text as people meant it: `_xHHHH_` decoded, line breaks as line feeds, without other control characters.
 * @param ret_left_out whether there were such. NULL where it takes more room than is left
 */
const char *kp_read_text_of(kp_book_reader *reader, const char *text, size_t length, bool *ret_left_out);

/** The digits of a number as XML has it ("1E-3" is "0.001"), 15 significant ones; NULL where it is none. */
const char *kp_read_number_of(kp_arena *arena, const char *text);
/** The date of a serial number, "2011-05-17"; NULL where there is none. */
const char *kp_read_date_of(kp_arena *arena, const char *text, bool from_1904);

#endif
