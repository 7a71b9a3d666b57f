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
/** For an assessment or a status, as one or the other is counted there. */
const char *kp_words_reported(kp_reported_what what, int value, const char *lang);

#endif
