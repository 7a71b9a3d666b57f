/* kompass/compare.h - rounds of one municipality over the years, or several municipalities side by side.
 *
 * Pure, as scoring is: exact numbers, memory from the caller's arena (contract, section 6, `compare`).
 *
 * Rounds stand in columns. Each step compares a round with the one before or, where there are several
 * units, with the first. A line is one node followed through the rounds: from a node of a later round the
 * link of each step leads to the node of the earlier round that it grew out of - by the crosswalk between two
 * rubrics (the first row that names the later node), or by its id between versions of one rubric. A node of
 * an earlier round that no later node leads to has a line of its own. So each node of each round is on some
 * line, and a node that was split is on several.
 */
#ifndef KOMPASS_COMPARE_H
#define KOMPASS_COMPARE_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/crosswalk.h"
#include "kompass/score.h"

/** What a step says of a line, and why there is no change in points. The first five are kp_relation. */
typedef enum kp_compared {
    KP_CMP_SAME,
    KP_CMP_REWORDED,
    KP_CMP_NARROWER,
    KP_CMP_WIDER,
    KP_CMP_OVERLAP, /**< also of an inner node on no row below which some node is on one */
    KP_CMP_TEXT_CHANGED,
    KP_CMP_SCALE_CHANGED,
    KP_CMP_MAX_CHANGED, /**< the percentages compare, the points do not */
    KP_CMP_NEW,
    KP_CMP_REMOVED,
    KP_CMP_NOT_APPLICABLE, /**< in one of the two rounds; also where only what weighs nothing is left */
    KP_CMP_NOT_ANSWERED,   /**< in one of the two rounds; a node with some answers below it has a score so far
                            */
    KP_CMP__COUNT,
    KP_CMP_NONE /**< the first round, and a line without a node in both rounds of the step */
} kp_compared;

/** "same" ... "not answered"; NULL for KP_CMP_NONE. */
const char *kp_compared_name(kp_compared status);

/** One round to compare. The crosswalk is that of the step that ends in this round. */
typedef struct kp_round {
    const kp_score *score;
    const kp_crosswalk *crosswalk; /**< NULL: none is known, or none needed */
    bool inverted;                 /**< the crosswalk leads from the later rubric to the earlier */
} kp_round;

/** One line in one round. */
typedef struct kp_line_round {
    const kp_node *node;     /**< NULL: the line has none here */
    const kp_result *result; /**< likewise */
    /* The step that ends here: */
    kp_compared status;
    bool has_change, counted; /**< counted: it compares, is scored in both rounds, and is one of the deepest
                                 nodes of either */
    bool text_changed, scale_changed, max_changed; /**< of what has the same id in two versions of a rubric */
    kp_num change;                                 /**< in points */
    const kp_crosswalk_row *row;                   /**< that the link or the status rests on, or NULL */
    const kp_crosswalk_row **others; /**< further rows with the node (of this round; of the earlier one where
                                          there is none here) */
    uint32_t other_count;
    bool has_like;             /**< something below the node, or it itself, compares */
    kp_num like_from, like_to; /**< percent, like for like */
} kp_line_round;

typedef struct kp_line {
    struct kp_line *parent; /**< NULL for the total */
    const kp_node *latest;  /**< its node in the latest round that has one */
    uint32_t latest_round;
    uint32_t level; /**< of that */
    uint32_t index; /**< place in kp_comparison.lines; UINT32_MAX where the line is not shown */
    kp_line_round *rounds;
} kp_line;

typedef struct kp_step {
    uint32_t from, to;             /**< rounds */
    bool same_rubric;              /**< one rubric id, perhaps in two versions */
    bool same_version;             /**< the very same rubric */
    const kp_crosswalk *crosswalk; /**< that was used, or NULL */
    uint32_t counted;              /**< nodes that count: see kp_line_round.counted */
    uint32_t deepest;              /**< lines whose node is among the deepest of either round */
    kp_num nodes;                  /**< counted / deepest; 0 where there is none */
    kp_num points_from, points_to; /**< their share of each round's max; 0 where that is 0 */
} kp_step;

typedef struct kp_comparison {
    const kp_round *rounds; /**< sorted: by year, date, id; several units: by name first */
    uint32_t round_count;
    bool several_units;
    kp_step *steps;  /**< [k - 1] is the step that ends in round k */
    kp_line **lines; /**< total first; in the last round's order, what is gone after its siblings */
    uint32_t line_count;
    kp_line ***of_node; /**< by round and kp_node.index; read it through kp_line_of() */
} kp_comparison;

/** Whether all evaluations are of one unit: one country and code or, where one of them lacks these, one name.
 */
bool kp_is_one_unit(const kp_score *const *scores, uint32_t count);

/** Put rounds into their order, the same for every order they come in (ids and, at last, file names decide).
 */
void kp_sort_rounds(const kp_score **scores, uint32_t count);

/** The round that round @p k (> 0) is compared with. */
static inline uint32_t kp_earlier_round(bool several_units, uint32_t k)
{
    return several_units ? 0 : k - 1;
}

/**
 * Compare rounds that are in their order. Everything lives in @p arena and borrows from the scores.
 * @param count at least 2
 */
kp_comparison *kp_compare(kp_arena *arena, const kp_round *rounds, uint32_t count);

/** Whether a line has points in a round. */
static inline bool kp_shows_points(const kp_line_round *cell)
{
    return cell->node && !cell->result->hidden && kp_has_score(cell->result);
}

/** Whether it has points in two rounds, of different maxima. */
bool kp_max_differs(const kp_line *line, uint32_t earlier, uint32_t later);

/** Whether a step compares a line at all: in points, or, where only the max was changed, by percentages. */
static inline bool kp_compares(const kp_line_round *cell)
{
    return cell->has_change || cell->status == KP_CMP_MAX_CHANGED;
}

/** The first line with a node in a round, or NULL where it is shown nowhere. */
const kp_line *kp_line_of(const kp_comparison *comparison, uint32_t round, const kp_node *node);

#endif
