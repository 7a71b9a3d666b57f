/* kompass/evaluation.h - the answers for one municipality and year (contract, section 4). */
#ifndef KOMPASS_EVALUATION_H
#define KOMPASS_EVALUATION_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/decode.h"
#include "kompass/rubric.h"

typedef enum kp_state { KP_DRAFT, KP_FINAL } kp_state;
typedef enum kp_precision { KP_EXACT, KP_PRINTED } kp_precision;

typedef struct kp_unit {
    const char *name, *code, *country, *group;
    const kp_ynode *country_at;
} kp_unit;

typedef struct kp_fact {
    kp_text label, value;
} kp_fact;

typedef struct kp_evaluator {
    const char *id, *name, *organisation;
    const kp_ynode *at; /**< its id */
} kp_evaluator;

/** What is answered. KP_UNANSWERED also where only evaluators' own values are given. */
typedef enum kp_answer_kind {
    KP_UNANSWERED,
    KP_VALUE, /**< on the leaf's scale */
    KP_POINTS,
    KP_PERCENT,
    KP_NOT_APPLICABLE
} kp_answer_kind;

/** One evaluator's own value. */
typedef struct kp_own_value {
    const char *evaluator; /**< id */
    bool not_applicable;
    bool no_number; /**< a label, perhaps; told by kp_check_evaluation() with the scale's values */
    kp_decimal value;
    const kp_ynode *key, *at;
} kp_own_value;

typedef enum kp_evidence_type {
    KP_EVIDENCE_OTHER,
    KP_INTERVIEW,
    KP_DOCUMENT,
    KP_WEBSITE,
    KP_INTRANET
} kp_evidence_type;

typedef struct kp_evidence {
    int type; /**< kp_evidence_type */
    kp_text text;
    const char *ref;
} kp_evidence;

typedef struct kp_answer {
    const kp_ynode *key; /**< the id as written */
    kp_node *node;       /**< set by kp_check_evaluation(); NULL where the rubric has none such */
    kp_answer_kind kind;
    kp_decimal number;                        /**< value, points or percent */
    const kp_ynode *at;                       /**< where the answer itself stands */
    const kp_ynode *value, *points, *percent; /**< as written, or NULL */
    bool not_applicable, best_practice;
    const kp_ynode *not_applicable_at;
    kp_text note, comment;
    kp_own_value *by;
    uint32_t by_count;
    const kp_ynode *by_at;
    kp_evidence *evidence;
    uint32_t evidence_count;
} kp_answer;

typedef enum kp_finding_kind {
    KP_STRENGTH,
    KP_PARTIAL,
    KP_IMPROVEMENT,
    KP_EXAMPLE,
    KP_FINDING_KIND__COUNT
} kp_finding_kind;

typedef struct kp_finding {
    kp_finding_kind kind;
    const char *id;   /**< or NULL */
    const char *unit; /**< of an example: the municipality to learn from */
    kp_text text;
    const kp_ynode **questions; /**< ids as written; the nodes are in kp_finding.nodes after checking */
    kp_node **nodes;
    uint32_t question_count;
    const kp_ynode *id_at, *at;
} kp_finding;

/** What was found in one area (or question). */
typedef struct kp_findings {
    const kp_ynode *key;
    kp_node *node; /**< set by kp_check_evaluation() */
    kp_text summary;
    kp_finding *items[KP_FINDING_KIND__COUNT];
    uint32_t count[KP_FINDING_KIND__COUNT];
} kp_findings;

/** What a printed report says of one node. */
typedef struct kp_published {
    const kp_ynode *key;
    kp_node *node; /**< set by kp_check_evaluation() */
    kp_maybe_decimal points, max, percent;
} kp_published;

typedef struct kp_evaluation {
    kp_source source;
    const char *id, *rubric_id, *rubric_sha256, *language;
    const kp_ynode *id_at, *rubric_at, *rubric_sha256_at;
    kp_unit unit;
    kp_fact *facts;
    uint32_t fact_count;
    int year;
    const char *visited, *date;
    int state;     /**< kp_state */
    int precision; /**< kp_precision */
    kp_text derived, interviewed, summary, source_text, note;
    kp_evaluator *evaluators;
    uint32_t evaluator_count;
    const kp_ynode *evaluators_at; /**< the list as written, readable or not; NULL: there is none */
    kp_answer *answers;            /**< in the order of the file */
    uint32_t answer_count;
    kp_findings *findings;
    uint32_t findings_count;
    kp_published *published;
    uint32_t published_count;

    const kp_rubric *rubric;      /**< set by kp_check_evaluation() */
    const kp_answer **by_node;    /**< answer of each node by kp_node.index, or NULL; likewise */
    const kp_published **printed; /**< printed figures of each node, or NULL; likewise */
    const kp_findings **found;    /**< findings of each node, or NULL; likewise */
    const char *sha256;           /**< of the file's bytes; NULL until kp_evaluation_hash() */
} kp_evaluation;

/** Whether a municipality is known by country and code; whether two are one, by these or else by name. */
bool kp_unit_has_code(const kp_unit *unit);
bool kp_is_same_unit(const kp_unit *a, const kp_unit *b, bool by_code);

kp_read_fn kp_read_unit; /**< [kp_unit] a municipality; for other kinds of file, too */

/** Read an evaluation from its tree; NULL where the root is no map. Everything lives in the reader's arena.
 */
kp_evaluation *kp_evaluation_read(kp_reader *reader, kp_ynode *root);

/** The SHA-256 of the file, worked out on first use. */
const char *kp_evaluation_hash(kp_arena *arena, kp_evaluation *evaluation);

/** The date that it goes by: of the report, else of the visit, else its year. */
const char *kp_evaluation_date(kp_arena *arena, const kp_evaluation *evaluation);

/** The evaluator with an id, or NULL. */
const kp_evaluator *kp_evaluator_find(const kp_evaluation *evaluation, const char *id);

#endif
