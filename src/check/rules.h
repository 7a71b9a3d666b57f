/* What the rules share. */
#ifndef KOMPASS_CHECK_RULES_H
#define KOMPASS_CHECK_RULES_H

#include "kompass/check.h"

typedef struct kp_checking {
    kp_reader *reader;
    kp_evaluation *evaluation;
    const kp_rubric *rubric;
    const char **evaluator_ids; /* sorted; see kp_index_evaluators() */
    size_t evaluator_count;
    bool evaluators_known; /* all of them could be read: one that is not among them is unknown */
    bool *told;            /* by node index: that something below it is answered, too */
} kp_checking;

/** An id that must be unique, with its place. */
typedef struct kp_named {
    const char *id;
    const kp_ynode *at;
    const kp_ynode *first; /**< where the same id stands further up, or NULL; set by kp_check_unique() */
} kp_named;

/** Report ids that stand there twice. The names are put into the order of the file. */
void kp_check_unique(kp_reader *reader, kp_named *names, size_t count);

/** Warn of a country that is not two capital letters: references and comparisons go by them. NULL: there is none. */
void kp_check_country(kp_reader *reader, const char *country, const kp_ynode *at);

/** Report an id that is no node's, with the nearest ones. */
void kp_report_unknown_node(const kp_checking *c, const kp_ynode *at);

/**
 * "; '1' has 1.1, 1.2, 1.3": what the rubric has where "1.7" would be. A number that is one off is no slip of
 * the pen, and "did you mean 1.1?" no help.
 */
const char *kp_nodes_nearby(const kp_checking *c, const char *id);

/** Sort the ids of the evaluators, before the answers are checked. */
void kp_index_evaluators(kp_checking *c);

/** Check one answer by itself and connect it to its node. */
void kp_check_answer(const kp_checking *c, kp_answer *answer);

/** Report an answer below a node that is answered as a whole. After all answers are connected. */
void kp_check_levels(const kp_checking *c, const kp_answer *answer);

#endif
