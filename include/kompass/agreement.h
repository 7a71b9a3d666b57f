/* kompass/agreement.h - how far the evaluators' own values (`by`) agree.
 *
 * Pure: no I/O, memory from the caller's arena; all numbers are exact. For the evaluators alone: what is
 * made of this goes into no document for a board.
 *
 * A question is compared where at least two evaluators have a value of their own, "not applicable" among
 * them. How far apart they are is the spread: the number of levels between the lowest and the highest; on a
 * scale without levels tenths of it. Who says "not applicable" where another gives a value is as far from
 * it as the scale goes; where all say so, they agree.
 *
 * Krippendorff's alpha, ordinal metric (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011):
 *     alpha = 1 - observed disagreement / expected disagreement
 * over the values that can be paired, those of questions with two or more. 1 is full agreement, 0 what chance
 * would give, below 0 systematic disagreement. The ordinal distance of two values, the squared sum of what
 * lies between them and half of each of the two, is the squared distance of their mean ranks; so one pass
 * over the values is enough. Decided here, where the method leaves it open:
 *   - "not applicable" has no rank among the levels: to alpha it is a missing value;
 *   - values of different scales have no common ranks, and nobody could have given one in place of the
 *     other: ranks, and what chance would give, are taken scale by scale. Observed and expected disagreement
 *     of the scales are then added up, each value counting once; for that, distances are a share of the
 *     greatest on their scale (its two ends as they were used). With one scale that is alpha itself;
 *   - alpha is undefined where no two values can be paired, and where all that can are equal.
 */
#ifndef KOMPASS_AGREEMENT_H
#define KOMPASS_AGREEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/evaluation.h"
#include "kompass/num.h"
#include "kompass/score.h"

/** A value that an evaluator gave a unit (a question), on one of several scales. */
typedef struct kp_rating {
    uint32_t scale, unit;
    kp_num value;
} kp_rating;

/**
 * Krippendorff's alpha, ordinal metric, of any number of ratings in any order; nobody's name counts.
 * @param ret_alpha set where alpha is defined
 * @param ret_values how many ratings can be paired; or NULL
 * @return whether alpha is defined
 */
bool kp_alpha(kp_arena *arena, const kp_rating *ratings, size_t count, kp_num *ret_alpha,
              uint32_t *ret_values);

/** A question with own values. */
typedef struct kp_spread {
    const kp_node *node;
    const kp_answer *answer;
    bool compared; /**< at least two have one: only then there is a spread */
    kp_num levels; /**< 0 ... kp_scale_steps() */
    kp_num share;  /**< the same as a share of the scale, 0..1 */
} kp_spread;

/** What is said of a set of questions. */
typedef struct kp_agreed {
    const kp_node *area;   /**< of an area; the root of all */
    const kp_scale *scale; /**< the one that all of them have, or NULL */
    uint32_t n;            /**< questions compared */
    uint32_t exact;        /**< of these: all the same */
    uint32_t within_one;   /**< of these: at most one level apart */
    bool has_alpha;
    kp_num alpha;
    uint32_t values; /**< that alpha is taken over */
} kp_agreed;

typedef struct kp_agreement {
    const kp_score *score;
    const kp_spread *questions; /**< furthest apart first; those that are not compared last */
    uint32_t count;
    kp_agreed total;
    const kp_agreed *areas; /**< those with questions compared, in the order of the rubric */
    uint32_t area_count;
    const kp_agreed *scales; /**< likewise, in the order of the rubric's scales */
    uint32_t scale_count;
} kp_agreement;

/** The agreement in an evaluation; count 0 where nobody has own values. */
kp_agreement kp_agreement_of(kp_arena *arena, const kp_score *score);

/** Levels between the ends of a scale; 10 where it has none. */
uint32_t kp_scale_steps(const kp_scale *scale);

#endif
