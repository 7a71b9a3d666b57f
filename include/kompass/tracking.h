/* kompass/tracking.h - follow-ups over the years: counts, what figures say, what answers what.
 *
 * From the indicators two facts are derived and no verdict (contract, section 5): whether the targets of the
 * year are met, and the direction. A value that the report carries on for the year, because nobody measured
 * again, is held against the target, but has no direction. A forecast and a missing figure decide nothing,
 * nor do figures of others or of parts.
 */
#ifndef KOMPASS_TRACKING_H
#define KOMPASS_TRACKING_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/followup.h"
#include "kompass/num.h"

typedef enum kp_target_met { KP_MET_UNKNOWN, KP_MET_YES, KP_MET_NO } kp_target_met;
typedef enum kp_direction {
    KP_DIRECTION_UNKNOWN,
    KP_DIRECTION_BETTER,
    KP_DIRECTION_SAME,
    KP_DIRECTION_WORSE
} kp_direction;

/** "yes", "no", "unknown" */
const char *kp_target_met_name(kp_target_met met);
/** "better", "same", "worse", "unknown" */
const char *kp_direction_name(kp_direction direction);

/** What one indicator says of its year. */
typedef struct kp_indicator_facts {
    const kp_indicator *indicator;
    const kp_figure *current; /**< measured in the year: the year's own, else the latest; or NULL */
    const kp_figure *carried; /**< without one, the value that is carried on for the year; or NULL */
    const kp_figure *earlier; /**< the latest that was measured before it, or NULL */
    const kp_aim *aim;        /**< the target of the year, or NULL */
    bool across_break;        /**< the two figures are not measured in one way */
    bool decides;             /**< the goal's target is met or not by this one */
    kp_target_met met;
    kp_direction direction;
} kp_indicator_facts;

typedef struct kp_goal_facts {
    const kp_goal *goal;
    kp_target_met met;              /**< no: one that decides is not met; yes: all are */
    kp_direction direction;         /**< better: one is and none is worse; all must be known */
    bool differs;                   /**< what is stated and the figures point different ways */
    kp_indicator_facts *indicators; /**< as many as the goal has */
} kp_goal_facts;

/** One follow-up. */
typedef struct kp_year_facts {
    const kp_followup *followup;
    uint32_t goals[KP_ASSESSMENT__COUNT], areas[KP_ASSESSMENT__COUNT];
    uint32_t commitments[KP_STATUS__COUNT];
    uint32_t by_kind[KP_COMMITMENT_KIND__COUNT][KP_STATUS__COUNT];
    kp_goal_facts *goal_facts; /**< as many as it has goals */
} kp_year_facts;

/** A goal or a commitment that answers an item of the evaluation. */
typedef struct kp_answered_by {
    uint32_t year; /**< index into kp_tracking.years */
    const kp_goal *goal;
    const kp_commitment *commitment; /**< one of the two is NULL */
    const kp_node *question; /**< by way of this question, which the item is about; NULL: by the item's id */
} kp_answered_by;

/** An item of an evaluation's two improvement columns. */
typedef struct kp_tracked_item {
    const kp_evaluation *evaluation;
    const kp_finding *finding;
    const kp_node *node; /**< that it stands under; the root where it is about the whole */
    kp_answered_by *answers;
    uint32_t answer_count;
} kp_tracked_item;

typedef struct kp_tracking {
    kp_year_facts *years; /**< by `as_of`, then id */
    uint32_t year_count;
    bool several_units;     /**< they are not of one municipality: side by side, but nobody's years before */
    kp_tracked_item *items; /**< in the order of the evaluation's rubric */
    uint32_t item_count;
} kp_tracking;

/** The facts of one follow-up that was checked. */
kp_year_facts kp_track_year(kp_arena *arena, const kp_followup *followup);

/** Put follow-ups side by side. They are one another's years where they name the same evaluation. */
kp_tracking *kp_track(kp_arena *arena, const kp_followup *const *followups, uint32_t count);

/** How many of what a report counts a file lists: of one assessment or status, or KP_REPORTED_TOTAL. */
uint32_t kp_listed(const kp_year_facts *year, kp_reported_what what, int index);

/** Whether some of the report's own counts differ from what the file lists. */
bool kp_count_differs(const kp_year_facts *year, kp_reported_what what);

/** Tell, as notes, where stated and derived point different ways and where counts differ. */
void kp_report_followup(kp_reader *reader, const kp_year_facts *year);

#endif
