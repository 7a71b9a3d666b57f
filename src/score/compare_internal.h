/* What the files of the comparison share: the links of each step. */
#ifndef KOMPASS_COMPARE_INTERNAL_H
#define KOMPASS_COMPARE_INTERNAL_H

#include "kompass/compare.h"

#define KP_NO_LINK UINT32_MAX

/** The rows of a crosswalk that name a node, in their order: the first by node, the next by row. */
typedef struct kp_rows_of {
    uint32_t *first, *next; /**< indices of rows, or KP_NO_LINK */
} kp_rows_of;

/** One step: for each node of the later round, by its index, the earlier node that it grew out of. */
typedef struct kp_links {
    const kp_score *from, *to;
    const kp_crosswalk *crosswalk; /**< NULL where none applies */
    bool inverted;
    bool same_rubric, same_version;
    uint32_t *link;                    /**< index of the earlier node, or KP_NO_LINK */
    const kp_crosswalk_row **row;      /**< that the link rests on, or NULL */
    const kp_crosswalk_row **gone_row; /**< by earlier node: the first row that names it, or NULL */
    kp_rows_of rows_from, rows_to;
    bool *above_row_from, *above_row_to; /**< inner nodes below which some node is on a row */
} kp_links;

/** Link the nodes of two rounds. */
kp_links kp_link_rounds(kp_arena *arena, const kp_score *from, const kp_round *to);

/** The node of a row in the later (or earlier) rubric of the step, whichever way the crosswalk leads. */
const kp_node *kp_row_node(const kp_links *links, const kp_crosswalk_row *row, bool later);

/** What the step says of a line: fills in all of @p cell but the like-for-like figures and `counted`. */
void kp_judge(kp_arena *arena, const kp_links *links, const kp_node *from, kp_line_round *cell);

/** Weave the lines of a comparison whose rounds are set; @p links by the round that each step ends in. */
void kp_make_lines(kp_arena *arena, kp_comparison *comparison, const kp_links *links);

#endif
