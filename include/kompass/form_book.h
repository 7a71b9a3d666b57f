/* kompass/form_book.h - the scoring form to fill in, as a plan of a workbook.
 *
 * What it is called in the cells, so that it can be read back, is in form.h. A form is the evaluators' own:
 * it holds their values, working notes and interview evidence, and the whole file that it was made from.
 */
#ifndef KOMPASS_FORM_BOOK_H
#define KOMPASS_FORM_BOOK_H

#include <stdint.h>

#include "kompass/book.h"
#include "kompass/evaluation.h"
#include "kompass/rubric.h"

/** An evaluator that the form has a column for, beside those of the evaluation. Any of them may be NULL. */
typedef struct kp_form_evaluator {
    const char *id, *name;
} kp_form_evaluator;

enum { KP_FORM_MAX_EVALUATORS = 20 };

typedef struct kp_form_input {
    const kp_rubric *rubric;
    const kp_evaluation *evaluation; /**< checked, its hash worked out; NULL: an empty form */
    const char *unit, *year;         /**< of an empty form, or NULL */
    const kp_form_evaluator *evaluators;
    uint32_t evaluator_count;
    const char *lang;    /**< of labels and texts: "sv", "nb", "en" */
    const char *version; /**< of the program */
    int64_t created;     /**< seconds since 1970 */
} kp_form_input;

/** Fill a plan; it is finished (kp_book_finish()) and lives in @p arena. */
kp_book *kp_form_book(kp_arena *arena, const kp_form_input *input);

#endif
