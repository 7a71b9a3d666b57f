/* kompass/rubric.h - a rubric: areas, questions, scales (contract, section 2).
 *
 * Nodes form a tree below `root`, the total. They also stand in the array
 * `nodes` in document order (parents before their children), so that results
 * can be kept in arrays beside it: node->index is the place in all of them.
 */
#ifndef KOMPASS_RUBRIC_H
#define KOMPASS_RUBRIC_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/decode.h"
#include "kompass/num.h"
#include "kompass/sha256.h"
#include "kompass/source.h"
#include "kompass/text.h"

typedef struct kp_level {
    kp_maybe_decimal value;
    kp_text label, help;
    const kp_ynode *at;
} kp_level;

/** Discrete (levels, lowest first) or continuous (count 0: min to max). */
typedef struct kp_scale {
    const char *id;
    kp_level *levels;
    uint32_t count;
    kp_maybe_decimal min, max; /**< of a continuous scale */
    const kp_ynode *at;        /**< its key */
} kp_scale;

typedef struct kp_node {
    const char *id;
    kp_text title, short_title, help;
    kp_maybe_decimal max, weight; /**< as declared */
    const char *scale_id;         /**< as written, or NULL */
    const kp_scale *scale;        /**< of a leaf; NULL where it has none */
    struct kp_node *parent;       /**< NULL for the total */
    struct kp_node *first_child, *last_child, *next;
    uint32_t child_count;
    const kp_ynode
        *children_at;     /**< the list of the children as written, readable or not; NULL: there is none */
    uint32_t index;       /**< place in kp_rubric.nodes */
    uint32_t subtree_end; /**< index behind its last descendant */
    uint32_t level;       /**< 0 total, 1 area, 2 question, 3 ... detail question */
    kp_num share;         /**< declared max, or weight, or 1: what its siblings are weighed with */
    kp_num full;          /**< its max in points, exact: declared, or its share of the parent's */
    const kp_ynode *at, *id_at; /**< where the node and its id stand */
    const kp_ynode *scale_at;
} kp_node;

typedef struct kp_group {
    const char *id;
    kp_text title;
    const kp_ynode **areas; /**< the ids as written */
    uint32_t area_count;
    const kp_ynode *at;
} kp_group;

typedef enum kp_na_policy { KP_RESCALE, KP_REDUCE } kp_na_policy;

typedef struct kp_rubric {
    kp_source source;
    const char *id, *edition, *language;
    const kp_ynode *id_at;
    kp_text title, source_text, note;
    int points_decimals, percent_decimals; /**< decimals shown */
    int na_policy;                         /**< kp_na_policy */
    kp_scale *scales;
    uint32_t scale_count;
    const kp_ynode *scales_at; /**< all of them as written, readable or not; NULL: there is none */
    kp_group *groups;
    uint32_t group_count;
    kp_node *root;   /**< the total: id "total", level 0 */
    kp_node **nodes; /**< all, root first, in document order */
    uint32_t node_count;
    kp_node **by_id;             /**< the same, sorted by id; root among them */
    char sha256[KP_SHA256_TEXT]; /**< of the file's bytes */
} kp_rubric;

/**
 * Read a rubric from its tree. Shape errors are reported; what the rules of a rubric ask beyond that is
 * kp_check_rubric()'s to say. Everything lives in the reader's arena.
 * @return NULL where the root is no map
 */
kp_rubric *kp_rubric_read(kp_reader *reader, kp_ynode *root);

/** Work out shares and maxima of all nodes. Only for a rubric without errors. */
void kp_rubric_weigh(kp_arena *arena, kp_rubric *rubric);

/** The area that a node belongs to: itself, where it is one, or the root. */
const kp_node *kp_area_of(const kp_node *node);
/** Which of the rubric's areas that is: 1 for the first; 0 for the root. */
uint32_t kp_area_number(const kp_node *node);

/** The node with an id ("total" is the root), or NULL. */
kp_node *kp_rubric_find(const kp_rubric *rubric, const char *id);

/** The group that an area belongs to, or NULL. */
const kp_group *kp_rubric_group_of(const kp_rubric *rubric, const kp_node *area);

/** All ids of nodes, NULL-terminated, for hints. */
const char *const *kp_rubric_ids(kp_arena *arena, const kp_rubric *rubric);

/** The lowest and the highest value of a scale. */
kp_decimal kp_scale_low(const kp_scale *scale);
kp_decimal kp_scale_high(const kp_scale *scale);

/** The level with exactly this value (2 and 2.0 are the same), or NULL; of a scale whose levels ascend. */
const kp_level *kp_scale_level(kp_arena *arena, const kp_scale *scale, kp_decimal value);

/** Whether a value lies on the scale: one of its levels, or between its ends. */
bool kp_scale_has(kp_arena *arena, const kp_scale *scale, kp_decimal value);

/** For messages: "0 Saknas, 1 Finns delvis, 2 Finns", or "0-100". */
const char *kp_scale_values(kp_arena *arena, const kp_scale *scale, const char *lang, const char *file_lang);

#endif
