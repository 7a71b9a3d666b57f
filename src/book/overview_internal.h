/* What the sheets of the score overview share.
 *
 * The answers live on one sheet, the home: Detaljer, or Poängfördelning where there are no details. Each node
 * that shows has a row there, and one in the working table of Avstämning, where its answers are counted. All
 * other cells of the book are formulas on these two.
 */
#ifndef KOMPASS_OVERVIEW_INTERNAL_H
#define KOMPASS_OVERVIEW_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "kompass/book.h"
#include "kompass/labels.h"
#include "kompass/overview.h"

/** No such row or column. */
#define KP_OV_NONE UINT32_MAX

enum {
    KP_OV_MAX_CHAIN = 60,  /**< cells named one by one in a sum; more are picked out by their level */
    KP_OV_MAX_RANKED = 900 /**< sub-questions that are ranked: their ties take a billionth of a percent */
};

/** The figures of a node, each in a column of its own. */
typedef enum kp_ov_what {
    /* at home */
    KP_OV_ANSWER,
    KP_OV_WEIGHT,
    KP_OV_POINTS,
    KP_OV_FULL, /**< max as declared; the same column as KP_OV_MAX under `rescale` */
    KP_OV_MAX,
    KP_OV_PERCENT,
    /* in the working table */
    KP_OV_LEVEL,
    KP_OV_ANSWERED,
    KP_OV_UNANSWERED,
    KP_OV_BASE,           /**< what the points of the children are a part of; 0: nothing that counts */
    KP_OV_COUNTED,        /**< own max where it counts above, else 0 */
    KP_OV_COUNTED_WEIGHT, /**< likewise the weight; only where a max is 0 */
    KP_OV_STATE,
    KP_OV_WHAT__COUNT
} kp_ov_what;

/** Levels of a scale, listed below the answers: values and labels, then "not applicable". */
typedef struct kp_ov_scale {
    uint32_t row;   /**< of the lowest value; KP_OV_NONE for a scale that no row uses */
    uint32_t count; /**< values, without the "not applicable" behind them */
} kp_ov_scale;

typedef enum kp_ov_line_kind {
    KP_OV_BLANK,
    KP_OV_GROUP,
    KP_OV_AREA,     /**< heading of a table */
    KP_OV_QUESTION, /**< a row of it; an area where there are only areas */
    KP_OV_SUM,      /**< its last row */
    KP_OV_NOTE,     /**< footnote: shown parts do not add up */
    KP_OV_TOTAL
} kp_ov_line_kind;

typedef struct kp_ov_line {
    kp_ov_line_kind kind;
    const kp_node *node;
    const kp_group *group;
} kp_ov_line;

/** A table of rows to rank, on the check sheet: columns as in overview_check.c. */
typedef struct kp_ov_ranking {
    uint32_t row, count; /**< count 0: nothing to rank */
} kp_ov_ranking;

/** Columns of the profile table. */
typedef struct kp_ov_profile {
    uint32_t head_row;
    uint32_t low, high;     /**< or KP_OV_NONE */
    uint32_t *mean, *apart; /**< by reference: its points, and how far they are from the result */
    uint32_t printed_points, printed_percent;
    uint32_t last;
} kp_ov_profile;

typedef struct kp_ov {
    kp_arena *arena;
    const kp_overview_input *in;
    const kp_score *score;
    const kp_rubric *rubric;
    const kp_evaluation *evaluation;
    const char *lang;
    bool reduce;
    unsigned max_decimals;     /**< with which every max is shown */
    kp_answer_kind figure;     /**< points or percent: what a node without scale and answer waits for */
    const char **caveats;      /**< sentences, with their figures */
    uint32_t caveat_count;
    const char *caveat_line;   /**< the same in a few words, or NULL */
    const char *footer;

    kp_book *book;
    kp_sheet *summary, *scores, *details, *findings, *check; /**< NULL where there is none such */
    kp_sheet *home;
    uint32_t column[KP_OV_WHAT__COUNT];
    uint32_t label_column, scale_value_column; /**< at home */
    uint32_t *home_row, *work_row, *score_row, *profile_row; /**< by node index */
    kp_ov_scale *scales;                                     /**< by place in rubric->scales */
    const kp_node **areas; /**< those of the profile: all, or none where only the total is known */
    uint32_t area_count;
    kp_ov_line *lines; /**< of the score tables, from line_row on */
    uint32_t line_count, line_row;
    uint32_t printed_points, printed_percent; /**< columns of the score tables */
    uint32_t scores_last;
    kp_ov_profile profile;
    uint32_t chart_row;    /**< of the first area in the table behind the charts */
    kp_ov_ranking ranking; /**< of the sub-questions */
} kp_ov;

/* ---- words and looks (overview_words.c) ---- */

#define KP_OV_L(ov, id) kp_label(KP_L_##id, (ov)->lang)

const char *kp_ov_title(const kp_ov *ov, const kp_node *node);
const char *kp_ov_short_title(const kp_ov *ov, const kp_node *node);
/** A text of the evaluation, or NULL. */
const char *kp_ov_text(const kp_ov *ov, const kp_text *text);
/** A number in a sentence: the language's decimal mark, a true minus. */
const char *kp_ov_number(const kp_ov *ov, kp_num number, unsigned decimals);
const char *kp_ov_decimal(const kp_ov *ov, kp_decimal number);
const char *kp_ov_count(const kp_ov *ov, uint32_t count);
/** "Eskilstuna kommun 2011" */
const char *kp_ov_unit(const kp_ov *ov);
const char *kp_ov_state_word(const kp_ov *ov, kp_result_state state);
/** " [1.1, 1.3]", or "" */
const char *kp_ov_questions(const kp_ov *ov, const kp_finding *finding);
bool kp_ov_same_rubric(const kp_ov *ov, const kp_reference *reference);
void kp_ov_find_caveats(kp_ov *ov);

kp_style kp_ov_style(kp_role role);
kp_style kp_ov_wrapped(kp_role role);
kp_style kp_ov_id_style(kp_role role);
kp_style kp_ov_points_style(const kp_ov *ov, kp_role role);
kp_style kp_ov_max_style(const kp_ov *ov, kp_role role);
kp_style kp_ov_percent_style(const kp_ov *ov, kp_role role);
/** A number shown with as many decimals as it was written with. */
kp_style kp_ov_decimal_style(kp_role role, kp_decimal number);

/** Title, whose result it is, caveats in short, a link to the overview. @return the row of the table's head */
uint32_t kp_ov_begin_sheet(const kp_ov *ov, kp_sheet *sheet, const char *title, uint32_t last_column);
/** A row of column heads; NULL ends them. */
void kp_ov_put_heads(kp_sheet *sheet, uint32_t row, uint32_t first_column, const char *const *heads);

/* ---- formulas (overview_formulas.c) ---- */

static inline const kp_result *kp_ov_result(const kp_ov *ov, const kp_node *node)
{
    return &ov->score->results[node->index];
}

/** Whether nothing below a node shows: a leaf, or answered as a whole. */
bool kp_ov_is_leaf(const kp_ov *ov, const kp_node *node);
/** In what a leaf is (or would be) answered: KP_VALUE, KP_POINTS or KP_PERCENT. */
kp_answer_kind kp_ov_asked_in(const kp_ov *ov, const kp_node *node);
/** A text as a constant of a formula. */
const char *kp_ov_quoted(const kp_ov *ov, const char *text);
/** The formula of a sentence whose {1}, {2} ... are expressions. */
const char *kp_ov_sentence(const kp_ov *ov, const char *sentence, const char *const *expressions);
/** A figure's cell, as named on the sheet @p from. */
const char *kp_ov_ref(const kp_ov *ov, const kp_sheet *from, const kp_node *node, kp_ov_what what);

/** The cells of a node's home row that its answer bears on. */
void kp_ov_put_home(const kp_ov *ov, const kp_node *node, kp_role role);
/** Drop-down lists of the answers, and the scales below them. @return the row behind them */
uint32_t kp_ov_put_scales(const kp_ov *ov, uint32_t row, uint32_t last_column);
/** A node's row in the working table. */
void kp_ov_put_work(const kp_ov *ov, const kp_node *node);

/* Cells that repeat a figure of another sheet. */
void kp_ov_put_points(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                      kp_role role);
void kp_ov_put_max(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                   kp_role role);
void kp_ov_put_percent(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                       kp_role role);

/* ---- the sheets ---- */

void kp_ov_plan_scores(kp_ov *ov);
void kp_ov_write_scores(const kp_ov *ov);
bool kp_ov_wants_details(const kp_ov *ov);
void kp_ov_plan_details(kp_ov *ov);
void kp_ov_write_details(const kp_ov *ov);
bool kp_ov_wants_findings(const kp_ov *ov);
void kp_ov_write_findings(const kp_ov *ov);
/** What stands above the profile; the profile's columns and rows are known then. */
void kp_ov_begin_summary(kp_ov *ov);
void kp_ov_finish_summary(const kp_ov *ov);
void kp_ov_write_check(kp_ov *ov);

#endif
