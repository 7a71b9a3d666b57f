/* kompass/outcome.h - what came of it: the words of follow-ups, and the plan of their workbook. */
#ifndef KOMPASS_OUTCOME_H
#define KOMPASS_OUTCOME_H

#include "kompass/book.h"
#include "kompass/tracking.h"

/* Words for values, in a language; "not stated" where a report states nothing. Never NULL. */
const char *kp_words_assessment(int assessment, const char *lang);
const char *kp_words_trend(int trend, const char *lang);
const char *kp_words_progress(int status, const char *lang);
const char *kp_words_kind(int kind, const char *lang);
const char *kp_words_met(kp_target_met met, const char *lang);
const char *kp_words_direction(kp_direction direction, const char *lang);
typedef struct kp_outcome_input {
    const kp_tracking *tracking; /**< of at least one follow-up */
    const char *lang;            /**< of labels and texts: "sv", "nb", "en" */
    const char *version;         /**< of the program */
    int64_t created;             /**< seconds since 1970 */
} kp_outcome_input;

/** Fill a plan; it is finished (kp_book_finish()) and lives in @p arena. */
kp_book *kp_outcome_book(kp_arena *arena, const kp_outcome_input *input);

/** For an assessment or a status, as one or the other is counted there. */
const char *kp_words_reported(kp_reported_what what, int value, const char *lang);

#endif
