/* kompass/compare_book.h - a comparison as a plan of a workbook. */
#ifndef KOMPASS_COMPARE_BOOK_H
#define KOMPASS_COMPARE_BOOK_H

#include <stdint.h>

#include "kompass/audit.h"
#include "kompass/book.h"
#include "kompass/compare.h"

typedef struct kp_compare_input {
    const kp_comparison *comparison;
    const kp_audit *audits; /**< by round: what the audit of published figures found */
    const char *lang;       /**< of labels and texts: "sv", "nb", "en" */
    const char *version;    /**< of the program */
    int64_t created;        /**< seconds since 1970 */
} kp_compare_input;

/**
 * Fill a plan for a board: no own values, working notes or interview evidence. Each evaluation has its hash
 * (kp_evaluation_hash()). The plan is finished (kp_book_finish()) and lives in @p arena.
 */
kp_book *kp_compare_book(kp_arena *arena, const kp_compare_input *input);

#endif
