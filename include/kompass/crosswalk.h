/* kompass/crosswalk.h - which nodes of two rubrics ask the same (contract, section 5). */
#ifndef KOMPASS_CROSSWALK_H
#define KOMPASS_CROSSWALK_H

#include <stdint.h>

#include "kompass/decode.h"
#include "kompass/rubric.h"

/** How a node of one rubric relates to one of another. Only the first two compare like for like. */
typedef enum kp_relation {
    KP_REL_SAME,
    KP_REL_REWORDED,
    KP_REL_NARROWER, /**< the later node asks for less */
    KP_REL_WIDER,    /**< ... for more */
    KP_REL_OVERLAP,
    KP_RELATION__COUNT
} kp_relation;

typedef struct kp_crosswalk_row {
    const char *from, *to; /**< ids of nodes; NULL where the file gives none (told already) */
    int relation;          /**< kp_relation */
    kp_text note;
    kp_node *from_node, *to_node; /**< set by kp_check_crosswalk(); NULL where the rubric has none such */
    const kp_ynode *from_at, *to_at, *at;
} kp_crosswalk_row;

typedef struct kp_crosswalk {
    kp_source source;
    const char *id, *from_id, *to_id, *language;
    const kp_ynode *id_at, *from_at, *to_at;
    kp_text caveat, source_text, note;
    kp_crosswalk_row *rows; /**< in the order of the file */
    uint32_t row_count;
    const kp_rubric *from, *to; /**< set by kp_check_crosswalk() */
} kp_crosswalk;

/** Read a crosswalk from its tree; NULL where the root is no map. Everything lives in the reader's arena. */
kp_crosswalk *kp_crosswalk_read(kp_reader *reader, kp_ynode *root);

#endif
