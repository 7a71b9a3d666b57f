/* kompass/score.h - points from answers: scoring rule 1 (contract, section 3).
 *
 * Pure: no I/O, memory from the caller's arena only. All numbers are exact;
 * nothing here rounds but the functions that make texts to show.
 */
#ifndef KOMPASS_SCORE_H
#define KOMPASS_SCORE_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/evaluation.h"
#include "kompass/num.h"
#include "kompass/rubric.h"

enum { KP_SCORING_RULE = 1 };

/** What a node's score is worth. The first two have points; the others show a dash. */
typedef enum kp_result_state {
    KP_SCORED,        /**< every applicable leaf below is answered */
    KP_INCOMPLETE,    /**< some leaf below is not: points are the score so far */
    KP_NONE_ANSWERED, /**< no leaf below is answered; only bounds */
    KP_IS_NOT_APPLICABLE,
    KP_UNWEIGHTED, /**< only children of weight 0 are left */
    KP_RESULT_STATE__COUNT
} kp_result_state;

/** "scored", "incomplete", "unanswered", "not_applicable", "unweighted" */
const char *kp_result_state_name(kp_result_state state);

/** The result of one node. */
typedef struct kp_result {
    kp_result_state state;
    bool hidden;      /**< an ancestor is answered, or not applicable, as a whole: nothing to show */
    bool itself;      /**< answered in points or percent, or not applicable, as a whole */
    kp_num fraction;  /**< 0..1; with a score */
    kp_num points;    /**< 0..max; with a score */
    kp_num max;       /**< always; under `reduce` without what is not applicable */
    kp_num low, high; /**< bounds of the points; with a score or with none answered */
    uint32_t answered, unanswered, not_applicable; /**< leaves; a node answered itself is one */
} kp_result;

typedef struct kp_score {
    const kp_evaluation *evaluation;
    const kp_rubric *rubric;
    kp_result *results; /**< by kp_node.index; [0] is the total */
    bool complete;      /**< no leaf that bears on the total is unanswered */
} kp_score;

/**
 * Score an evaluation that kp_check_evaluation() found without errors, by the rubric it was checked with.
 * The result lives in @p arena and borrows from the evaluation.
 */
kp_score *kp_score_evaluation(kp_arena *arena, const kp_evaluation *evaluation);

static inline const kp_result *kp_result_of(const kp_score *score, const kp_node *node)
{
    return &score->results[node->index];
}

/** Whether there are points: scored or incomplete. */
bool kp_has_score(const kp_result *result);

/** Whether low and high mean something: also where nothing is answered. */
bool kp_has_bounds(const kp_result *result);

/** What stands where there is no score: an en dash. */
#define KP_DASH "\xE2\x80\x93"

/** Points and percent as shown: the rubric's decimals, half away from zero, with a point; or a dash. */
const char *kp_points_shown(kp_arena *arena, const kp_score *score, const kp_result *result);
const char *kp_percent_shown(kp_arena *arena, const kp_score *score, const kp_result *result);

/** The exact percentage of a result with a score: fraction x 100. */
kp_num kp_percent_of(kp_arena *arena, const kp_result *result);

/** Whether the shown points of a node's children add up to something else than its own shown points. */
bool kp_shown_parts_differ(kp_arena *arena, const kp_score *score, const kp_node *node);

/** The fraction of a value on a scale: (value - low) / (high - low). */
kp_num kp_scale_fraction(kp_arena *arena, const kp_scale *scale, kp_decimal value);

#endif
