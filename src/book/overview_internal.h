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

#include "kompass/agreement.h"
#include "kompass/overview.h"
#include "parts.h"

/** No such row or column. */
#define KP_OV_NONE UINT32_MAX

enum {
    KP_OV_MAX_CHAIN = 60, /**< cells named one by one in a sum; more are picked out by their level */
    KP_OV_MAX_RANKED =
        900,             /**< sub-questions that are ranked: ties take less than a billionth of a percent */
    KP_OV_MAX_DRAWN = 3, /**< references in a chart */
    KP_OV_MAX_PICKS = 3  /**< strongest and weakest sub-questions that are named */
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
    KP_OV_LOW, /**< the least and the most that the points can be; only while answers are missing or rounded
                */
    KP_OV_HIGH,
    KP_OV_WHAT__COUNT
} kp_ov_what;

/** An answer that is given on another sheet: what it comes to here. A percentage where there is no scale. */
typedef struct kp_ov_answer {
    const char *formula;
    bool is_number;
    kp_num number;
    const char *text; /**< "", or the word for "not applicable" */
} kp_ov_answer;

/** A scale, listed below the answers: its values (or ends) with their labels, then "not applicable". */
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

/** Columns of the table behind the charts, a row an area. Behind the references the keys, and where answers
 * are missing names and percentages for the bars: KP_OV_AREA_MOST columns in all. */
enum { KP_OV_AREA_NAME = 1, KP_OV_AREA_PERCENT, KP_OV_AREA_MEANS, KP_OV_AREA_MOST = KP_OV_AREA_MEANS + 7 };

/** The strongest and the weakest of some rows of the check sheet: [0] by points, [1] by what lacks. */
typedef struct kp_ov_ranking {
    uint32_t first_row, last_row;
    uint32_t key[2];   /**< columns; where rows are not ranked, there is nothing in them */
    uint32_t pick_row; /**< of the greatest keys, one below the other */
    uint32_t picks;    /**< how many at each end; 0 where too few are answered as a whole */
    bool is_wanted;    /**< there is something to rank, once it is answered */
    const kp_node *picked[2][KP_OV_MAX_PICKS];
} kp_ov_ranking;

/** Columns of the overview. */
enum { KP_OV_S_ID, KP_OV_S_TITLE, KP_OV_S_POINTS, KP_OV_S_MAX, KP_OV_S_PERCENT, KP_OV_S__COUNT };

/** Those of the profile that only some results have. */
typedef struct kp_ov_profile {
    uint32_t result_row, caveat_row, head_row;
    uint32_t low, high;     /**< or KP_OV_NONE */
    uint32_t *mean, *apart; /**< by reference: its points, and how far they are from the result */
    uint8_t *mean_decimals; /**< likewise, of its points: as many as any of them has */
    unsigned
        decimals; /**< of the result's points: as many as the references have, so that differences add up */
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
    unsigned max_decimals;      /**< with which the max of an area or a sub-question is shown */
    unsigned deep_max_decimals; /**< and any max among details */
    kp_answer_kind figure;      /**< points or percent: what a node without scale and answer waits for */
    const char **caveats;       /**< sentences, with their figures */
    uint32_t caveat_count;
    uint32_t unanswered_caveat, printed_caveat; /**< which of them follow the answers; KP_OV_NONE: none */
    uint32_t slips_caveat;                      /**< which of them says where more is told; likewise */
    const char *printed_short;                  /**< how the sentence on printed figures begins */
    const char *caveat_line;                    /**< the same in a few words, or NULL */
    const char *complete_line; /**< the same line once nothing is missing; NULL where nothing is */
    const char *footer;

    kp_book *book;
    kp_sheet *summary, *scores, *details, *findings; /**< NULL where there is none such */
    kp_sheet *actions, *agreement, *check;
    kp_sheet *home;
    uint32_t column[KP_OV_WHAT__COUNT];
    const kp_ov_answer *const *answers; /**< of a form, by node index, NULL for those that cannot be answered
                                           as a whole; else NULL: the answers stand at home */
    const uint32_t *own_column;         /**< of own values among details, by evaluator; or KP_OV_NONE */
    uint32_t label_column;              /**< at home: what a value means; KP_OV_NONE where nobody needs it */
    uint32_t *home_row, *work_row, *score_row, *profile_row; /**< by node index */
    kp_ov_scale *scales;                                     /**< by place in rubric->scales */
    uint32_t scales_row;                                     /**< of their heading */
    const kp_node **areas; /**< those of the profile: all, or none where only the total is known */
    uint32_t area_count;
    kp_ov_line *lines; /**< of the score tables, from line_row on */
    uint32_t line_count, line_row;
    uint32_t score_points, score_max, score_percent; /**< columns of the score tables */
    uint32_t printed_points, printed_percent, scores_last;
    kp_ov_profile profile;
    const kp_node **ranked; /**< sub-questions that count */
    uint32_t ranked_count;
    uint32_t work_last, check_last; /**< columns of the working table, and of the whole sheet */
    uint32_t line_column;           /**< of the working table: the sub-question's line in the score tables */
    kp_ov_ranking area_ranking, question_ranking;
    bool has_area_table;
    bool has_gaps; /**< some area is not wholly assessed */
    uint32_t bar_name,
        bar_percent; /**< columns of the table behind the charts; where the radar has its, if no gaps */
} kp_ov;

/** As few decimals as show a max exactly, two at most. */
unsigned kp_ov_decimals_for(const kp_ov *ov, kp_num max);
/** As few decimals as show every max down to a level exactly, two at most: a third of 25 has no end. */
unsigned kp_ov_max_decimals(const kp_ov *ov, uint32_t level);

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
/** Decimals of low and high: one more where the answers were rounded (the bounds of 51 are 50.5 and 51.5). */
unsigned kp_ov_bound_decimals(const kp_ov *ov);
bool kp_ov_same_rubric(const kp_ov *ov, const kp_reference *reference);
void kp_ov_find_caveats(kp_ov *ov);
/** That printed figures contradict one another, as it is told on @p sheet. */
const char *kp_ov_slips_words(const kp_ov *ov, const kp_sheet *sheet);
/** Whether bounds of the profile lie above the points so far: own values that nobody has agreed on yet. */
bool kp_ov_bounds_above(const kp_ov *ov);

kp_style kp_ov_points_style(const kp_ov *ov, kp_role role);
/** Of an area's or the total's points, on the overview. */
kp_style kp_ov_profile_style(const kp_ov *ov, kp_role role);
kp_style kp_ov_max_style(const kp_ov *ov, kp_role role);
kp_style kp_ov_home_max_style(const kp_ov *ov, kp_role role);
kp_style kp_ov_percent_style(const kp_ov *ov, kp_role role);

/** Title, whose result it is, caveats in short, a link to the overview. */
void kp_ov_begin_sheet(const kp_ov *ov, kp_sheet *sheet, const char *title, uint32_t last_column);
/** The row behind all that: of the table's head. */
uint32_t kp_ov_head_row(const kp_ov *ov);
/** In the last column of a heading: back to the overview. */
void kp_ov_put_back(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node);

/* ---- formulas (overview_formulas.c) ---- */

static inline const kp_result *kp_ov_result(const kp_ov *ov, const kp_node *node)
{
    return &ov->score->results[node->index];
}

/** Whether a node shows and has points. */
static inline bool kp_ov_has_points(const kp_ov *ov, const kp_node *node)
{
    return !kp_ov_result(ov, node)->hidden && kp_has_score(kp_ov_result(ov, node));
}

/** Whether nothing below a node shows: a leaf, or answered as a whole. */
bool kp_ov_is_leaf(const kp_ov *ov, const kp_node *node);
/** A figure's cell, as named on the sheet @p from. */
const char *kp_ov_ref(const kp_ov *ov, const kp_sheet *from, const kp_node *node, kp_ov_what what);

/** @p parts, but @p whole where a form answers an inner node as a whole; @p parts where none can. */
const char *kp_ov_unless_whole(const kp_ov *ov, const kp_sheet *from, const kp_node *node, const char *parts,
                               const char *whole);

/** The sum of a figure over a node's children; words among the numbers count as nothing. */
const char *kp_ov_sum(const kp_ov *ov, const kp_sheet *from, const kp_node *node, kp_ov_what what);
/** The cells of a node's home row that its answer bears on. */
void kp_ov_put_home(const kp_ov *ov, const kp_node *node, kp_role role);

/* ---- bounds while answers are missing (overview_bounds.c) ---- */

/** Whether the total or an area has any. */
bool kp_ov_has_open_bounds(const kp_ov *ov);
void kp_ov_put_work_bounds(const kp_ov *ov, const kp_node *node);
/** Beside a figure of the overview; nothing where there are none. */
void kp_ov_put_bounds(const kp_ov *ov, uint32_t row, const kp_node *node, kp_role role);
/** How much is not assessed yet, and what that means for the total; NULL: nothing. */
const char *kp_ov_unanswered_words(const kp_ov *ov);
/** The same as a formula in the place of the words, which stand there in column A. */
void kp_ov_put_unanswered_words(const kp_ov *ov, kp_sheet *sheet, uint32_t row, kp_role role);

/** Whether answers were rounded, so that the total lies between two ends. */
bool kp_ov_has_printed_bounds(const kp_ov *ov);

/* ---- footnotes and caveats (overview_notes.c) ---- */

/** Where a node and its children have their points, on the sheet of the note. */
typedef struct kp_parts {
    kp_sheet *sheet;
    const kp_node *node;
    const uint32_t *rows; /**< by node index */
    uint32_t column;
    unsigned decimals; /**< with which they are shown */
} kp_parts;

/** Why the shown points of a node's children are not its own; "" where they are. */
const char *kp_ov_parts_words(const kp_ov *ov, const kp_node *node, unsigned decimals);
void kp_ov_put_parts_note(const kp_ov *ov, uint32_t row, uint32_t last_column, const kp_parts *parts);
/** Below the profile: how many questions are not applicable. */
void kp_ov_put_na_note(const kp_ov *ov, uint32_t row);
/** One row below the profile for those that have nothing to say now: the one on @p parts (or NULL), and the
 * other. */
void kp_ov_put_silent_notes(const kp_ov *ov, uint32_t row, const kp_parts *parts, bool na);
const char *kp_ov_printed_words(const kp_ov *ov, const char *in_short);
/** Formulas in the place of those caveats that have figures; the first of all stands in @p row. */
void kp_ov_put_caveats(const kp_ov *ov, kp_sheet *sheet, uint32_t row, kp_role role);
/** Likewise the line of caveats that each sheet begins with. */
void kp_ov_put_caveat_line(const kp_ov *ov, kp_sheet *sheet);

/* ---- the working table, the scales, repeated figures (overview_work.c) ---- */

/** Give the scales in use their rows below the answers, the heading in @p row. */
void kp_ov_plan_scales(kp_ov *ov, uint32_t row);
/** The scales, and drop-down lists of their values where they are asked for. */
void kp_ov_put_scales(const kp_ov *ov);
/** A node's row in the working table. */
void kp_ov_put_work(const kp_ov *ov, const kp_node *node);

/* Cells that repeat a figure of another sheet. */
void kp_ov_put_points(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                      kp_style style);
void kp_ov_put_max(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                   kp_style style);
void kp_ov_put_percent(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node,
                       kp_style style);
/** The three side by side, in the looks of their kinds. */
void kp_ov_put_figures(const kp_ov *ov, kp_sheet *sheet, uint32_t row, const uint32_t columns[3],
                       const kp_node *node, kp_role role);

/* ---- the sheets ---- */

void kp_ov_plan_scores(kp_ov *ov);
void kp_ov_write_scores(const kp_ov *ov);
bool kp_ov_wants_details(const kp_ov *ov);
void kp_ov_plan_details(kp_ov *ov);
void kp_ov_write_details(const kp_ov *ov);
bool kp_ov_wants_findings(const kp_ov *ov);
void kp_ov_write_findings(const kp_ov *ov);

/** A row of the action plan. */
typedef struct kp_ov_action {
    const kp_finding *item; /**< NULL: a question that no item names */
    const kp_node *found;   /**< where the item stands */
    const kp_node *about;   /**< whose figures the row has */
    bool known;             /**< those figures show in the book */
    bool whole;             /**< an area or the total: stands behind all questions */
    bool has_left;
    kp_num left; /**< exact: what the rows are ranked by */
    uint32_t order;
} kp_ov_action;

enum { KP_OV_MOST_WITHOUT_ITEM = 20 };

typedef struct kp_ov_actions {
    const kp_ov *ov;
    kp_ov_action *items, *others;
    uint32_t item_count, other_count;
    kp_num threshold;     /**< of the others: median */
    bool names_questions; /**< some item is about a sub-question, or a part of one */
    bool *covered;        /**< by node index: an item names it, or something below it */
} kp_ov_actions;

/** What the action plan lists, in its order (overview_actions.c); and whether there is anything. */
kp_ov_actions kp_ov_find_actions(const kp_ov *ov);
bool kp_ov_wants_actions(const kp_ov *ov);
/** The sheet of it (overview_plan.c). */
void kp_ov_write_plan(const kp_ov *ov);

/** Own values are for the team alone. */
bool kp_ov_wants_agreement(const kp_ov *ov);
void kp_ov_write_agreement(const kp_ov *ov);
/** Whether alpha is worked out in the book: it is defined, and the values are not too many. */
bool kp_ov_wants_alpha(const kp_ov *ov);
/**
 * What is behind alpha, on the sheet of agreement from the column @p left on.
 * @param values the own values there, in the order of found->questions
 * @param column of each evaluator there
 * @return the formulas of alpha: of each of found->areas, then in all; NULL where there is none
 */
const char *const *kp_ov_write_alpha(const kp_ov *ov, const kp_agreement *found, kp_range values,
                                     const uint32_t *column, uint32_t left);
/** What stands above the profile; the profile's columns and rows are known then. */
void kp_ov_begin_summary(kp_ov *ov);
void kp_ov_finish_summary(const kp_ov *ov);
void kp_ov_write_check(kp_ov *ov);

/* ---- parts of the overview (overview_summary.c, _charts.c, _story.c); each returns the row behind it ----
 */

uint32_t kp_ov_put_wide(const kp_ov *ov, uint32_t row, kp_role role, const char *text);
uint32_t kp_ov_put_section(const kp_ov *ov, uint32_t row, kp_label_id label);
uint32_t kp_ov_put_fact(const kp_ov *ov, uint32_t row, const char *label, const char *value);
/** What a reference says of a node, or NULL. */
const kp_reference_value *kp_ov_mean_of(const kp_ov *ov, const kp_reference *reference, const kp_node *node);
uint32_t kp_ov_put_charts(const kp_ov *ov, uint32_t row);
uint32_t kp_ov_put_short_facts(const kp_ov *ov, uint32_t row);
void kp_ov_put_story(const kp_ov *ov, uint32_t row);

/* ---- the tables below the check (overview_tables.c) ---- */

/** References that are drawn, at most three: those with a value for some area. */
uint32_t kp_ov_drawn(const kp_ov *ov, const kp_reference **ret_drawn, uint32_t *ret_columns);
kp_range kp_ov_keys(const kp_ov *ov, const kp_ov_ranking *ranking, uint32_t column);
/** A reference's points as a percentage of a node's max (which is not 0). */
kp_num kp_ov_mean_percent(const kp_ov *ov, const kp_reference_value *value, const kp_node *node);
void kp_ov_plan_work(kp_ov *ov);
void kp_ov_put_tables(kp_ov *ov, uint32_t row);

#endif
