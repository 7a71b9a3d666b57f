/* kompass/audit.h - do a printed report's figures fit together? (contract, section 4, `published`)
 *
 * Interval arithmetic over the tree: a printed figure stands for the closed interval of all true values
 * that round to it. Points and percent of a node must have a value in common, and a node's value must be a
 * sum of its children's. Going up the tree, each node keeps the values that everything below it allows, so
 * that two figures that only contradict one another through a third are found too; in a tree of sums that
 * is exact.
 */
#ifndef KOMPASS_AUDIT_H
#define KOMPASS_AUDIT_H

#include "kompass/decode.h"
#include "kompass/evaluation.h"
#include "kompass/num.h"

/** Report, as warnings with the arithmetic, each printed figure that no true value can explain. */
void kp_audit_published(kp_reader *reader, const kp_evaluation *evaluation);

/** What the audit found, for documents. */
typedef struct kp_audit_finding {
    const kp_node *node;
    const kp_published *printed;
    bool above_max; /**< more points than the max, or more than 100 % */
    bool is_sum;    /**< what is printed for the node against what is below it; else points against percent */
    kp_num own_low, own_high;     /**< points that the node's own figures allow (its percent, for a pair) */
    kp_num other_low, other_high; /**< points that the parts allow (its points, for a pair) */
    kp_num max;                   /**< the printed max, else the rubric's */
} kp_audit_finding;

typedef struct kp_audit {
    const kp_audit_finding *findings; /**< in document order of the rubric */
    uint32_t count;
} kp_audit;

kp_audit kp_audit_evaluation(kp_arena *arena, const kp_evaluation *evaluation);

#endif
