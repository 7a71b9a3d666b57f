/* kompass/overview.h - the score overview of one evaluation, as a plan of a workbook. */
#ifndef KOMPASS_OVERVIEW_H
#define KOMPASS_OVERVIEW_H

#include <stdint.h>

#include "kompass/audit.h"
#include "kompass/book.h"
#include "kompass/reference.h"
#include "kompass/score.h"

typedef enum kp_audience {
    KP_BOARD, /**< no evaluator's own values, no working notes, no interview evidence: not even hidden */
    KP_TEAM
} kp_audience;

typedef struct kp_overview_input {
    const kp_score *score;
    const kp_audit *audit;                 /**< what the audit of published figures found */
    const kp_reference *const *references; /**< to hold the profile against; at most three are drawn */
    uint32_t reference_count;
    kp_audience audience;
    const char *lang;    /**< of labels and texts: "sv", "nb", "en" */
    const char *version; /**< of the program */
    const char *evaluation_sha256;
    int64_t created; /**< seconds since 1970 */
} kp_overview_input;

/** Fill a plan; it is finished (kp_book_finish()) and lives in @p arena. */
kp_book *kp_overview_book(kp_arena *arena, const kp_overview_input *input);

#endif
