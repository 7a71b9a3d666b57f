/* kompass/check.h - the rules that files must keep, beyond their shape.
 *
 * Each rule is one small function of src/check/, and tables list them. A
 * rule that builds on another stays silent where that one failed, so that one
 * mistake is told once.
 */
#ifndef KOMPASS_CHECK_H
#define KOMPASS_CHECK_H

#include "kompass/crosswalk.h"
#include "kompass/decode.h"
#include "kompass/evaluation.h"
#include "kompass/followup.h"
#include "kompass/reference.h"
#include "kompass/rubric.h"

/** Check a rubric that was read. It may be weighed and used if reading and checking it added no errors. */
void kp_check_rubric(kp_reader *reader, kp_rubric *rubric);

/**
 * Check an evaluation against its rubric and connect the two (kp_evaluation.rubric, by_node ...).
 * @param rubric a rubric without errors; NULL where there is none: the rules that need it stay silent
 */
void kp_check_evaluation(kp_reader *reader, kp_evaluation *evaluation, const kp_rubric *rubric);

/** Check a reference against its rubric (NULL as above) and connect the two. */
void kp_check_reference(kp_reader *reader, kp_reference *reference, const kp_rubric *rubric);

/**
 * Check a crosswalk against its rubrics (each NULL where there is none without errors) and connect them.
 * Between versions of one rubric - from and to are one id - a row may name nodes of any version.
 */
void kp_check_crosswalk(kp_reader *reader, kp_crosswalk *crosswalk, const kp_rubric *from,
                        const kp_rubric *to);

/**
 * Check a follow-up, and connect what names one another in it and in the evaluation that it follows up.
 * @param evaluation without errors; NULL where none is at hand: what `follows` names is then not looked up
 */
void kp_check_followup(kp_reader *reader, kp_followup *followup, const kp_evaluation *evaluation);

#endif
