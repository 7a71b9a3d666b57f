/* What the sheets of the scoring form share.
 *
 * Answers are given on the pages, a sheet an area (or one for all, where areas have no questions). The
 * working sheet, hidden, reads them: a row a node, with the formulas of the score overview
 * (overview_formulas.c). Points on the pages and on the first sheet repeat its figures.
 */
#ifndef KOMPASS_FORM_PLAN_H
#define KOMPASS_FORM_PLAN_H

#include "form_marks.h"
#include "kompass/form_book.h"
#include "overview_internal.h"

/** Columns of a page, by what they hold; not all are there. */
typedef enum kp_fm_what {
    KP_FM_ID,
    KP_FM_TITLE,
    KP_FM_HELP,
    KP_FM_BOXES, /**< what can be answered, with boxes to tick on paper */
    KP_FM_OWN,   /**< the first evaluator's; the others follow */
    KP_FM_DIFFER,
    KP_FM_VALUE,
    KP_FM_POINTS_IN,
    KP_FM_PERCENT_IN,
    KP_FM_NA,
    KP_FM_POINTS,
    KP_FM_MAX,
    KP_FM_LEFT,
    KP_FM_BEST,
    KP_FM_COMMENT,
    KP_FM_NOTE,
    KP_FM_EVIDENCE_TYPE,
    KP_FM_EVIDENCE_TEXT,
    KP_FM_EVIDENCE_REF,
    KP_FM_MARKER,
    KP_FM_WHAT__COUNT
} kp_fm_what;

/** A sheet with the nodes from @p first to the one before @p end. */
typedef struct kp_fm_page {
    kp_sheet *sheet;
    const kp_node *area; /**< NULL: all areas */
    uint32_t first, end;
    bool used[KP_FM_WHAT__COUNT]; /**< columns; the others are hidden on this page */
    const char **help;            /**< what the area is about, in lines */
    uint32_t help_count;
} kp_fm_page;

/** The first rows of a page, behind its title. */
enum { KP_FM_P_NAMES = 3, KP_FM_P_HEAD, KP_FM_P_FIRST };

/** Rows of a scale on the sheet of scales: its levels, then "not applicable". */
typedef struct kp_fm_list {
    uint32_t row; /**< KP_OV_NONE: a scale without levels, or one that no question has */
    uint32_t levels;
} kp_fm_list;

/** Columns of the sheet of scales. */
enum {
    KP_FM_L_SCALE,
    KP_FM_L_VALUE,
    KP_FM_L_LABEL,
    KP_FM_L_HELP,
    KP_FM_L_LEVEL,
    KP_FM_L_NUMBER,
    KP_FM_L_MARKER
};

/** Columns of the working sheet, behind those of the scoring: what is filled in on the pages. */
typedef struct kp_fm_filled {
    uint32_t place;                  /**< which of its page's rows has the node's id, from 1 */
    uint8_t *likes;                  /**< by node index: ids on its page that look equal to formulas */
    uint32_t raw[KP_FM_WHAT__COUNT]; /**< what stands there; KP_OV_NONE: is not read */
    uint32_t own;                    /**< what the first evaluator's value comes to; the others follow */
    uint32_t differ;                 /**< whether they differ */
} kp_fm_filled;

/** Short lists, on the hidden sheet. */
typedef enum kp_fm_words {
    KP_FM_YES,
    KP_FM_NA_WORD,
    KP_FM_EVIDENCE_TYPES,
    KP_FM_KINDS,
    KP_FM_STATES,
    KP_FM_WORDS__COUNT
} kp_fm_words;

typedef struct kp_fm {
    kp_arena *arena;
    const kp_form_input *in;
    const kp_rubric *rubric;
    const kp_evaluation *e; /**< never NULL: of an empty form one without answers */
    const char *lang;
    uint32_t slots;                /**< columns for evaluators */
    kp_form_evaluator *evaluators; /**< by slot; texts may be NULL */
    const char **organisations;
    const char *subtitle, *footer;
    kp_ov ov; /**< for its formulas */

    kp_book *book;
    kp_sheet *start, *findings, *evidence, *scales, *work, *base;
    kp_fm_page *pages;
    uint32_t page_count;
    const kp_fm_page **page_of; /**< by node index */
    uint32_t *row;              /**< on its page, by node index */
    uint32_t column[KP_FM_WHAT__COUNT];
    kp_fm_filled filled;
    kp_fm_list *lists;                        /**< by place in rubric->scales */
    uint32_t names_row[KP_FORM_TABLE__COUNT]; /**< on the first sheet, the findings and the evidence */
    uint32_t evaluators_row;                  /**< of the first, on the first sheet */
    uint32_t running_row;                     /**< of the first area, on the first sheet */
} kp_fm;

#define KP_FM_L(fm, id) kp_label(KP_L_##id, (fm)->lang)

/* ---- form.c ---- */

const kp_answer *kp_fm_answer(const kp_fm *fm, const kp_node *node);
const char *kp_fm_title(const kp_fm *fm, const kp_node *node);
/** A text of the evaluation, or "". */
const char *kp_fm_text(const kp_fm *fm, const kp_text *text);

/** Points with at least the decimals of the max beside them, so that 1.88 of 1.88 does not look like less. */
kp_style kp_fm_points_style(const kp_fm *fm, kp_role role, unsigned max_decimals);

/** A drop-down of words. */
void kp_fm_add_words(const kp_fm *fm, kp_sheet *sheet, uint32_t first, uint32_t last, uint32_t column,
                     kp_fm_words words);
/** A drop-down of the ids of all nodes. */
void kp_fm_add_ids(const kp_fm *fm, kp_sheet *sheet, uint32_t first, uint32_t last, uint32_t column);
/** Title, what it is about, a link to the first sheet; returns the row behind
 * them. */
uint32_t kp_fm_begin_sheet(const kp_fm *fm, kp_sheet *sheet, const char *title, uint32_t last_column);

/* ---- form_work.c: the working sheet ---- */

void kp_fm_plan_work(kp_fm *fm);
void kp_fm_write_work(kp_fm *fm);
/** What a value of a node's scale comes to: a number, the word for "not applicable", or "" where it is none.
 */
const char *kp_fm_value_formula(const kp_fm *fm, const kp_node *node, const char *cell);

/* ---- form_filled.c: on the working sheet, what is filled in on the pages ---- */

/** From @p next on; returns the column behind them. */
uint32_t kp_fm_plan_filled(kp_fm *fm, uint32_t next);
void kp_fm_put_filled(const kp_fm *fm, const kp_node *node);
void kp_fm_put_filled_heads(const kp_fm *fm);
/** The cell of the working sheet that has what a node's row says in a column; NULL where nobody needs it. */
const char *kp_fm_filled_cell(const kp_fm *fm, const kp_node *node, kp_fm_what what);

/* What cells show at first; the formula of the result is not set. */
kp_ov_answer kp_fm_shown(const kp_fm *fm, const kp_node *node, kp_fm_what what);
kp_ov_answer kp_fm_shown_own(const kp_fm *fm, const kp_node *node, uint32_t slot);
/** The sign where evaluators differ, or "". */
const char *kp_fm_difference(const kp_fm *fm, const kp_node *node);

/* ---- form_layout.c: the columns and rows of the pages ---- */

void kp_fm_plan_pages(kp_fm *fm);
void kp_fm_set_widths(const kp_fm *fm, const kp_fm_page *page);
/** An area with a page of its own, whose help stands below its row. */
bool kp_fm_is_headed(const kp_node *node);
/** Whether a node may be answered in points or percent: a leaf without a scale; an inner node that the
 * evaluation answers so. */
bool kp_fm_takes_figure(const kp_fm *fm, const kp_node *node);
/** The last row with an id. */
uint32_t kp_fm_last_row(const kp_fm *fm, const kp_fm_page *page);

/* ---- form_page.c: a sheet an area ---- */

void kp_fm_write_page(const kp_fm *fm, const kp_fm_page *page);

/* ---- form_choices.c ---- */

/** Cells of a scale on the sheet of scales. */
kp_range kp_fm_levels(const kp_fm *fm, const kp_scale *scale, uint32_t column, bool with_na);
/** Lists and limits of all that is filled in on a page, in the rows from @p first to @p last. */
void kp_fm_add_choices(const kp_fm *fm, const kp_fm_page *page, uint32_t first, uint32_t last);

/* ---- form_start.c, form_findings.c, form_lists.c ---- */

void kp_fm_plan_start(kp_fm *fm);
void kp_fm_write_start(const kp_fm *fm);
void kp_fm_write_findings(const kp_fm *fm);
void kp_fm_write_evidence(const kp_fm *fm);
void kp_fm_plan_lists(kp_fm *fm);
void kp_fm_write_lists(const kp_fm *fm);
void kp_fm_write_base(const kp_fm *fm);
/** Cells of a list of words. */
kp_range kp_fm_word_cells(const kp_fm *fm, kp_fm_words words);
/** A cell that holds a line break: formulas have no other in every program. */
const char *kp_fm_line_break(const kp_fm *fm, const kp_sheet *from);

#endif
