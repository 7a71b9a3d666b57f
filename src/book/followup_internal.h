/* What the sheets of the follow-up workbook share.
 *
 * Each goal, indicator and commitment is listed once; every count in the book is a formula over those rows.
 * The sheets with the rows are therefore filled first, and note where their rows lie.
 */
#ifndef KOMPASS_FOLLOWUP_BOOK_INTERNAL_H
#define KOMPASS_FOLLOWUP_BOOK_INTERNAL_H

#include "kompass/outcome.h"
#include "kompass/text.h"
#include "parts.h"

/** Where the rows of one report lie; first > last where it has none. */
typedef struct kp_fu_rows {
    uint32_t first, last;
} kp_fu_rows;

/** A figure of the book that the program has computed, too. */
typedef struct kp_fu_check {
    const char *what, *report;
    const kp_sheet *sheet;
    uint32_t row, column;
    uint32_t own;
    struct kp_fu_check *next;
} kp_fu_check;

typedef struct kp_fu {
    kp_arena *arena;
    const kp_outcome_input *in;
    const kp_tracking *t;
    const char *lang, *footer;
    kp_book *book;
    kp_sheet *summary, *goals, *series, *commitments, *answers, *check; /**< NULL: there is nothing for it */
    const char **heads; /**< by report: "2018 Kommunledningskontoret", unlike any other */
    const char *units;  /**< "Eskilstuna kommun": whose reports they are */
    const char *caveat; /**< below the heading of each sheet, or NULL */

    /* where things stand; columns of the goals' sheet that are not there are KP_FU_NONE */
    kp_fu_rows *goal_rows, *commitment_rows, *area_rows;
    kp_fu_rows item_rows;
    uint32_t goal_area, goal_assessment, goal_met, goal_direction;
    uint32_t commitment_kind, commitment_area, commitment_status;
    uint32_t area_assessment, item_area, item_state;
    uint32_t *answer_columns; /**< by report; KP_FU_NONE: it answers nothing */

    kp_fu_check *checks, **next_check;
} kp_fu;

#define KP_FU_NONE UINT32_MAX
#define KP_FU_L(fu, id) kp_label(KP_L_##id, (fu)->lang)

static inline uint32_t kp_fu_count(kp_fu_rows rows)
{
    return rows.first > rows.last ? 0 : rows.last - rows.first + 1;
}

/* ---- followup_parts.c ---- */

/** A text of a report, "" where there is none. */
const char *kp_fu_text(const kp_fu *fu, const kp_text *text, const kp_followup *f);
/** The report's own word for a word of the format; else @p otherwise. */
const char *kp_fu_own_word(const kp_fu *fu, const kp_followup *f, const char *word, const char *otherwise);
/** "Mål", "Åtaganden" ... */
const char *kp_fu_counted(const kp_fu *fu, kp_reported_what what);
/** An area of a report by its title, with its id where the title is taken; by the id as written where it has
 * no title, or is not listed (@p area NULL). "" where nothing is written (NULL). */
const char *kp_fu_area(const kp_fu *fu, const kp_followup *f, const kp_followup_area *area,
                       const kp_placed *written);
/** "Klart": what a commitment is expected to be at the year's end; "" where nothing is said. */
const char *kp_fu_expected(const kp_fu *fu, const kp_commitment *c);
/** "Målet gäller hela kommunen (s. 26)" */
const char *kp_fu_remark(const kp_fu *fu, const char *note, const char *ref);
/** A number in a sentence, and the looks of one in a table: thousands apart. */
const char *kp_fu_number(const kp_fu *fu, kp_decimal number);
kp_style kp_fu_number_style(kp_decimal number);
/** A number of a file that spreadsheets hold exactly. */
bool kp_fu_fits(kp_decimal number);
/** The head of a sheet; returns the row behind it. */
uint32_t kp_fu_begin_sheet(const kp_fu *fu, kp_sheet *sheet, const char *title, uint32_t last_column);
/** A row of heads with widths; a text NULL ends them. */
typedef struct kp_fu_head {
    const char *text;
    uint8_t width;
    bool right;
} kp_fu_head;
void kp_fu_put_heads(kp_sheet *sheet, uint32_t row, uint32_t first_column, const kp_fu_head *heads);
/** A line in the check for a count. */
void kp_fu_add_check(kp_fu *fu, const kp_sheet *sheet, uint32_t row, uint32_t column, uint32_t own,
                     const char *what, const char *report);
/** A count as a formula, and a line in the check. */
void kp_fu_put_count(kp_fu *fu, kp_sheet *sheet, uint32_t row, uint32_t column, kp_role role,
                     const char *formula, uint32_t own, const char *what, const char *report);
/** "COUNTIF('Sheet'!$C$4:$C$9,"word")" without the leading '='; "0" where there are no rows. */
const char *kp_fu_countif(const kp_fu *fu, const kp_sheet *from, const kp_sheet *sheet, kp_fu_rows rows,
                          uint32_t column, const char *word);
/** The cells of a column in some rows, as seen from a sheet. */
const char *kp_fu_column(const kp_fu *fu, const kp_sheet *from, const kp_sheet *sheet, kp_fu_rows rows,
                         uint32_t column);

/* ---- followup_summary.c ---- */

/** The grid of the summary: names, then a column a report, or two where it has counts of its own. */
typedef struct kp_fu_grid {
    kp_fu *fu;
    kp_sheet *sheet;
    uint32_t last;      /**< column */
    uint32_t name_last; /**< names reach to there */
    uint32_t *first;    /**< by report: its column */
    bool *is_double;    /**< by report: two columns */
} kp_fu_grid;

enum { KP_FU_NAME, KP_FU_ASKED_COLUMNS = 2 }; /* columns among the names' that counts of items may need */

/** A text of a report, over both of its columns where it has two. */
void kp_fu_put_over(const kp_fu_grid *t, uint32_t row, uint32_t index, kp_role role, const char *text);

/* ---- followup_asked.c ---- */

/** What the evaluations asked for, area by area, and what answers it; returns the row behind it. */
uint32_t kp_fu_put_asked(const kp_fu_grid *t, uint32_t row);

/* ---- followup_answers.c ---- */

/** The area of an item in words; unlike that of any other evaluation. */
const char *kp_fu_item_area(const kp_fu *fu, const kp_tracked_item *item);
/** "Eskilstuna kommun 2011"; with its id where another one is called the same. */
const char *kp_fu_evaluation(const kp_fu *fu, const kp_evaluation *e);
/** Whether the items are those of several evaluations. */
bool kp_fu_several_evaluations(const kp_fu *fu);

/* ---- the sheets ---- */

void kp_fu_write_goals(kp_fu *fu);
void kp_fu_write_commitments(kp_fu *fu);
void kp_fu_write_answers(kp_fu *fu);
void kp_fu_write_summary(kp_fu *fu);
void kp_fu_write_check(kp_fu *fu);

#endif
