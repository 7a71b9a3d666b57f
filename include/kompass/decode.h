/* kompass/decode.h - from the YAML tree to C structs, by tables of fields.
 *
 * A shape lists the keys of a map: name, the function that reads the value,
 * where it goes in the struct, what is required. Whatever does not fit the
 * table is reported at its place: unknown and missing keys, wrong types,
 * malformed numbers, dates, words. Duplicate keys have been found before.
 */
#ifndef KOMPASS_DECODE_H
#define KOMPASS_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "kompass/arena.h"
#include "kompass/diag.h"
#include "kompass/num.h"
#include "kompass/text.h"
#include "kompass/ytree.h"

/** What every reading function needs: where memory comes from, which file it is, where problems go. */
typedef struct kp_reader {
    kp_arena *arena;
    const kp_source *source;
    kp_sink *sink;
} kp_reader;

struct kp_field;

/**
 * Read @p value into @p target (the field's place in the struct). @p key is its key.
 * Problems are reported; the target then stays as it was. A KP_YBAD value was told already, and is only noted
 * as something that stands there.
 */
typedef void kp_read_fn(kp_reader *reader, const struct kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target);

enum kp_field_flags {
    KP_REQUIRED = 1 /**< the key must be there and not be empty */
};

typedef struct kp_field {
    const char *name;
    kp_read_fn *read;
    size_t offset;
    unsigned flags;
    const void *extra;   /**< what the reading function wants: words, a shape */
    kp_phrase_id wanted; /**< what to write where a required value is empty; a text unless said */
} kp_field;

/** The keys of one kind of map. Ends with a field without a name. */
typedef struct kp_shape {
    kp_phrase_id what; /**< for "'id' is missing in ..." */
    const kp_field *fields;
} kp_shape;

/** A number that may be missing. */
typedef struct kp_maybe_decimal {
    bool given;
    kp_decimal value;
    const kp_ynode *at; /**< where it stands; set without `given` where what stands there is no number */
} kp_maybe_decimal;

/** A text with its place: an id, or a reference to one. */
typedef struct kp_placed {
    const char *text; /**< NULL: not given */
    const kp_ynode *at;
} kp_placed;

/** One word of a choice, and what it stands for. Lists end with a NULL word. */
typedef struct kp_word {
    const char *word;
    int value;
} kp_word;

/** Read a map by its shape into the struct @p target; false where the node is no map. */
bool kp_read_map(kp_reader *reader, const kp_shape *shape, kp_ynode *key, kp_ynode *node, void *target);

/* Reading functions for fields; the type of the target in brackets. */
kp_read_fn kp_read_text;    /**< [kp_text] a scalar, or a map from language to scalar */
kp_read_fn kp_read_string;  /**< [const char *] a scalar as written */
kp_read_fn kp_read_placed;  /**< [kp_placed] likewise, with its place */
kp_read_fn kp_read_nothing; /**< what is read elsewhere: `kompass` */
kp_read_fn kp_read_decimal; /**< [kp_maybe_decimal] a number */
kp_read_fn kp_read_bool;    /**< [bool] true or false */
kp_read_fn kp_read_date;    /**< [const char *] YYYY, YYYY-MM or YYYY-MM-DD, real */
kp_read_fn kp_read_year;    /**< [int] four digits */
kp_read_fn kp_read_word;    /**< [int] one of extra: const kp_word[] */
kp_read_fn kp_read_lang;    /**< [const char *] a language's short form */

/** A list must be there: calls @p item for each entry. False where the node is no list. */
typedef void kp_item_fn(kp_reader *reader, kp_ynode *item, void *context);
bool kp_read_items(kp_reader *reader, kp_ynode *key, kp_ynode *list, kp_item_fn *item, void *context);

/** Whether a text is YYYY, YYYY-MM or YYYY-MM-DD, and real. */
bool kp_is_date(const char *text);

/** Report that the value of a key should have been something else. */
void kp_wrong_type(kp_reader *reader, const kp_ynode *key, const kp_ynode *value, kp_phrase_id wanted);

/** Report that what a node says cannot be a number, with the way out. */
void kp_not_a_number(kp_reader *reader, const kp_ynode *node, kp_decimal_error error);

/** Report that a required value is empty. */
void kp_empty_value(kp_reader *reader, const kp_ynode *key, const kp_ynode *value, kp_phrase_id wanted);

kp_place kp_reader_place(const kp_reader *reader, const kp_ynode *node);

/** "; did you mean 'x'?" for a word and the names that are possible, or "". */
const char *kp_hint(kp_reader *reader, const char *word, const char *const *names);

/** "a, b, c" - at most twelve names, then a count. */
const char *kp_name_list(kp_reader *reader, const char *const *names);

#endif
