/* What the sheets of a comparison share.
 *
 * The points of each round's deepest nodes stand on Delfrågor, a row a line; they are what a reader may
 * change. Räkneunderlag sums them up, a table a round in the order of its rubric and a table a step of what
 * compares. All other cells of the book are formulas on these two sheets.
 */
#ifndef KOMPASS_COMPARE_BOOK_INTERNAL_H
#define KOMPASS_COMPARE_BOOK_INTERNAL_H

#include "kompass/compare_book.h"
#include "kompass/compare_words.h"
#include "parts.h"

/** No such row or column. */
#define KP_CB_NONE UINT32_MAX

/** Columns of the table of a round on Räkneunderlag. */
typedef enum kp_cb_what {
    KP_CB_ID,
    KP_CB_TITLE,
    KP_CB_LEVEL,
    KP_CB_POINTS,
    KP_CB_FULL, /**< max as declared */
    KP_CB_MAX,  /**< under `reduce` without what is not applicable */
    KP_CB_APPLICABLE,
    KP_CB_ANSWERED,
    KP_CB_BASE,    /**< what the points of the children are a part of; 0: nothing that counts */
    KP_CB_COUNTED, /**< own max where it counts above, else 0 */
    KP_CB_WHAT__COUNT
} kp_cb_what;

/** Columns of the table of a step. What does not compare any more (an answer was deleted) is 0 in all of
 * them. */
typedef enum kp_cb_step_what {
    KP_CB_S_ID,
    KP_CB_S_TITLE,
    KP_CB_S_AREA,     /**< place of the area among those of the later rubric, from 1 */
    KP_CB_S_WITH,     /**< 1: points in both rounds */
    KP_CB_S_FROM_MAX, /**< the earlier max */
    KP_CB_S_TO_MAX,   /**< the later max */
    KP_CB_S_FROM,     /**< earlier points, at the later max */
    KP_CB_S_TO,       /**< later points */
    KP_CB_S__COUNT
} kp_cb_step_what;

typedef struct kp_cb_step_table {
    uint32_t first_row, last_row; /**< last < first: nothing compares */
} kp_cb_step_table;

/** Lines by how much they changed: [0] rises, [1] falls. */
typedef struct kp_cb_ranking {
    const kp_line **lines;
    uint32_t count, first_row, pick_row, picks[2];
    bool maxima; /**< of some line the two rounds have different ones */
    const kp_line *picked[2][5];
    kp_num bound[2][5]; /**< their keys */
} kp_cb_ranking;

enum { KP_CB_PICKS = 5, KP_CB_MAX_RANKED = 900 };

/** Columns of the table of lines by change. */
enum {
    KP_CB_R_ID,
    KP_CB_R_TITLE,
    KP_CB_R_FROM,
    KP_CB_R_FROM_MAX,
    KP_CB_R_TO,
    KP_CB_R_TO_MAX,
    KP_CB_R_CHANGE, /**< at the later max: points of two maxima do not tell a rise from a fall */
    KP_CB_R_RISE,
    KP_CB_R_FALL
};

typedef struct kp_cb {
    kp_arena *arena;
    const kp_compare_input *in;
    const kp_comparison *c;
    kp_comparing w;
    const char *lang;
    uint32_t rounds;
    bool several;
    unsigned points_decimals, percent_decimals, max_decimals;
    const char *title, *subtitle, *caveat_line, *footer;

    kp_book *book;
    kp_sheet *summary, *questions, *items, *method, *check, *work; /**< items: NULL where there is none */

    /* Delfrågor */
    uint32_t head_row, *row;                        /**< by line index */
    uint32_t max_column, *points, *change, *status; /**< columns by round; of a step, the round it ends in */
    uint32_t *percent; /**< columns by round, where some line's max was changed; else NULL */
    uint32_t whole, reason, questions_last; /**< KP_CB_NONE: no such column */

    /* Räkneunderlag */
    uint32_t **node_row; /**< by round and node index; KP_CB_NONE: not shown */
    kp_cb_step_table *step_table;
    kp_cb_ranking ranking;
    uint32_t chart_years_row, *chart_row; /**< by line index; KP_CB_NONE */
    const kp_line **areas;                /**< drawn: those that the last round has */
    uint32_t area_count;

    /* Jämförelse */
    uint32_t summary_head, *area_row; /**< by line index; KP_CB_NONE: no area */
    uint32_t *s_points, *s_change, s_whole, s_last;
} kp_cb;

/** A label's id; of several municipalities of the one that speaks of differences. */
static inline kp_label_id kp_cb_id(const kp_cb *cb, kp_label_id id)
{
    return kp_compare_label(cb->several, id);
}

static inline const char *kp_cb_label(const kp_cb *cb, kp_label_id id)
{
    return kp_label(kp_cb_id(cb, id), cb->lang);
}

#define KP_CB_L(cb, id) kp_cb_label(cb, KP_L_##id)
#define KP_CB_WITH(cb, id, ...) kp_label_with((cb)->arena, kp_cb_id(cb, KP_L_##id), (cb)->lang, __VA_ARGS__)

static inline const kp_score *kp_cb_score(const kp_cb *cb, uint32_t round)
{
    return cb->c->rounds[round].score;
}

static inline const kp_step *kp_cb_step(const kp_cb *cb, uint32_t round)
{
    return &cb->c->steps[round - 1];
}

/** Whether nothing below a node shows: a leaf, or answered as a whole. */
bool kp_cb_is_deepest(const kp_score *score, const kp_node *node);
/** Whether the changes of all steps of a line are known; their sum. */
bool kp_cb_has_whole(const kp_cb *cb, const kp_line *line);
kp_num kp_cb_whole_change(const kp_cb *cb, const kp_line *line);

kp_style kp_cb_points_style(const kp_cb *cb, kp_role role);
kp_style kp_cb_change_style(const kp_cb *cb, kp_role role);
/** With as few decimals as show a max exactly, two at most. */
kp_style kp_cb_max_style(const kp_cb *cb, kp_role role, kp_num max);
kp_style kp_cb_percent_style(kp_role role);
/** Of years "Förändring"; of municipalities "Skillnad mot Nacka kommun": each is held against the first. */
const char *kp_cb_change_head(const kp_cb *cb);
/** A column head to the right. */
void kp_cb_put_head(kp_sheet *sheet, uint32_t row, uint32_t column, const char *text);
/** Title, what is compared, a link to the first sheet, caveats in short; the row behind it. */
uint32_t kp_cb_begin_sheet(const kp_cb *cb, kp_sheet *sheet, const char *title, uint32_t last_column);
/** A sentence over a sheet's width. */
uint32_t kp_cb_put_sentences(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t last_column,
                             kp_role role, const kp_caveats *list);

/** The cell of a line's points in a round on Delfrågor, as named on the sheet @p from. */
const char *kp_cb_points_ref(const kp_cb *cb, const kp_sheet *from, const kp_line *line, uint32_t round);
/** A figure of a node in the table of its round. */
const char *kp_cb_ref(const kp_cb *cb, const kp_sheet *from, uint32_t round, const kp_node *node,
                      kp_cb_what what);
/** The max of a line in a round, and its points as percent of it, as formulas on the sheet @p sheet. */
void kp_cb_put_max(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                   uint32_t round, kp_role role);
void kp_cb_put_percent(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                       uint32_t round, kp_role role);
/** What earlier points, which stand in @p points, are at the later max. */
const char *kp_cb_at_later_max(const kp_cb *cb, const kp_result *from, const char *points,
                               const char *from_max, const char *to_max);
/** How a line changed from a round to a later one, at the later max: (later - earlier fraction) x max. Where
 * the two have one max, that is the difference of the points. The points stand in @p from and @p to. */
void kp_cb_put_change(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                      uint32_t earlier, uint32_t later);
kp_num kp_cb_change_at_later_max(const kp_cb *cb, const kp_line *line, uint32_t earlier, uint32_t later);
/** A column of a step's table. */
const char *kp_cb_step_range(const kp_cb *cb, const kp_sheet *from, uint32_t round, kp_cb_step_what what);
/** Put a line's points of a round as a formula; what stands instead where there are none. */
void kp_cb_put_points(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                      uint32_t round, kp_role role);

/* ---- the sheets ---- */

void kp_cb_plan_questions(kp_cb *cb);
void kp_cb_write_questions(const kp_cb *cb);
void kp_cb_write_work(kp_cb *cb);
/** Which lines are ranked by their change. */
void kp_cb_plan_ranking(kp_cb *cb);
/** The tables by change and behind the charts, below those of rounds and steps. (compare_ranking.c) */
uint32_t kp_cb_put_ranking(kp_cb *cb, uint32_t row);
uint32_t kp_cb_put_chart_table(kp_cb *cb, uint32_t row);
void kp_cb_plan_summary(kp_cb *cb);
void kp_cb_write_summary(const kp_cb *cb);
/** "Jämförbar andel av maxpoäng, tidigare" */
const char *kp_cb_share_label(const kp_cb *cb, uint32_t later);
/** The radar and the total over the years; each area over the years. (compare_charts.c) */
uint32_t kp_cb_put_profile(const kp_cb *cb, uint32_t row);
uint32_t kp_cb_put_years(const kp_cb *cb, uint32_t row);
uint32_t kp_cb_put_picks(const kp_cb *cb, uint32_t row);
bool kp_cb_wants_items(const kp_cb *cb);
void kp_cb_write_items(const kp_cb *cb);
void kp_cb_write_method(const kp_cb *cb);
void kp_cb_write_check(const kp_cb *cb);

#endif
