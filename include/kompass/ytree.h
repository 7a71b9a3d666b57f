/* kompass/ytree.h - a YAML file as a tree that knows where everything stands.
 *
 * The tree holds scalars as text exactly as written, without types: the
 * schema of each kind of file decides them (contract, section 1). What these
 * files may not contain (anchors, aliases, tags, merge keys, further
 * documents, duplicate keys) is reported here and leaves a KP_YBAD node or
 * nothing behind, so that one mistake is told once.
 */
#ifndef KOMPASS_YTREE_H
#define KOMPASS_YTREE_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/source.h"

struct kp_sink;

typedef enum kp_ykind { KP_YSCALAR, KP_YMAP, KP_YSEQ, KP_YBAD } kp_ykind;

typedef struct kp_ynode {
    const char *text;       /**< scalar: its value, never NULL; else NULL */
    struct kp_ynode *first; /**< map: first key; sequence: first item */
    struct kp_ynode *next;  /**< next key of the map, or item of the sequence */
    struct kp_ynode *value; /**< of a key in a map */
    uint32_t line, column, width;
    uint32_t count; /**< map: pairs; sequence: items */
    uint8_t kind;   /**< kp_ykind */
    bool plain;     /**< scalar written without quotes */
    bool block;     /**< scalar written as a block (| or >) */
} kp_ynode;

enum { KP_YAML_MAX_BYTES = 16 * 1024 * 1024, KP_YAML_MAX_NODES = 1000000, KP_YAML_MAX_DEPTH = 64 };

/**
 * Read the tree of a source. Problems go into the sink.
 * @return the root, or NULL where the file has no readable tree (it is empty, or its syntax is broken)
 */
kp_ynode *kp_ytree_read(kp_arena *arena, const kp_source *source, struct kp_sink *sink);

/** An empty scalar: what `key:` without a value gives, and `key: ""`, for quotes never matter. */
bool kp_ynode_is_empty(const kp_ynode *node);

/** Where a node stands. */
kp_place kp_ynode_place(const kp_source *source, const kp_ynode *node);

/** The value of a key in a map, or NULL. */
kp_ynode *kp_ynode_get(const kp_ynode *map, const char *key);

/* ---- making and changing trees ---- */

/** New nodes, without a place. A scalar's text is borrowed; @p plain: it needs no quotes (a number, true, a
 * word). */
kp_ynode *kp_ynode_scalar(kp_arena *arena, const char *text, bool plain);
kp_ynode *kp_ynode_collection(kp_arena *arena, kp_ykind kind);

/** A copy of a node and all below it, without places. */
kp_ynode *kp_ynode_copy(kp_arena *arena, const kp_ynode *node);

/**
 * Set the value of a key. A new key is put behind those that stand before it in @p order (NULL-terminated;
 * keys that are not in it count as before), at the end where that is NULL. Returns the key's node.
 */
kp_ynode *kp_ynode_set(kp_arena *arena, kp_ynode *map, const char *key, kp_ynode *value,
                       const char *const *order);
/** Take a key out of a map, if it is there. */
void kp_ynode_remove(kp_ynode *map, const char *key);
/** Add an item to the end of a sequence, or a key (with its value) to the end of a map. */
void kp_ynode_append(kp_ynode *collection, kp_ynode *item);

/** Whether two nodes say the same, however they are written; numbers are compared as texts. NULL: nothing. */
bool kp_ynode_equal(const kp_ynode *a, const kp_ynode *b);

#endif
