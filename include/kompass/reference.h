/* kompass/reference.h - published means to hold a result against (contract, section 5). */
#ifndef KOMPASS_REFERENCE_H
#define KOMPASS_REFERENCE_H

#include <stdint.h>

#include "kompass/decode.h"
#include "kompass/rubric.h"

typedef struct kp_reference_value {
    const kp_ynode *key;
    kp_node *node; /**< set by kp_check_reference() */
    kp_maybe_decimal points;
} kp_reference_value;

typedef struct kp_reference {
    kp_source source;
    const char *id, *rubric_id, *language, *country, *date;
    const kp_ynode *id_at, *rubric_at, *country_at;
    kp_text title, set, source_text, note;
    kp_maybe_decimal n; /**< number of evaluations in the set */
    kp_reference_value *values;
    uint32_t value_count;
    const kp_rubric *rubric; /**< set by kp_check_reference() */
} kp_reference;

/** Read a reference from its tree; NULL where the root is no map. */
kp_reference *kp_reference_read(kp_reader *reader, kp_ynode *root);

/** The value of a node, or NULL where the reference has none. */
const kp_reference_value *kp_reference_value_of(const kp_reference *reference, const kp_node *node);

/** What to call it: its title, else its id. */
const char *kp_reference_title(const kp_reference *reference, const char *lang);

#endif
