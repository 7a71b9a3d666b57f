/* Series of indicators on the goals' sheet: what of them stands in a goal's row, and the whole of them as
 * tables below, with small charts of those with three values.
 */
#ifndef KOMPASS_FOLLOWUP_SERIES_H
#define KOMPASS_FOLLOWUP_SERIES_H

#include "followup_internal.h"

/** One series, and what of it stands in its row among the goals. */
typedef struct kp_fu_line {
    uint32_t row;
    const char *name;
    const kp_series_of *series;
    const kp_figure *now; /**< of the report's year, or NULL */
    bool is_measured;     /**< `now` is a number there; else it stands in words */
    const kp_figure *before;
} kp_fu_line;

/** What is shown of one indicator: its own line, then those beside it. */
typedef struct kp_fu_drawing {
    const char *title;
    const kp_indicator_facts *facts;
    kp_fu_line *lines;
    uint32_t count;
    struct kp_fu_drawing *next;
} kp_fu_drawing;

typedef struct kp_fu_series {
    const kp_fu *fu;
    uint32_t now_column, before_column; /**< of the goals' rows */
    uint32_t first_column, last_column; /**< of the tables' periods; of the sheet */
    kp_fu_drawing *drawings, **next_drawing;
} kp_fu_series;

/** "(93)", "prognos 245", a dash: a figure that nobody measured then. */
const char *kp_fu_figure_words(const kp_fu *fu, const kp_figure *figure);
/** The line of an indicator itself. */
kp_fu_line kp_fu_main_line(const kp_indicator_facts *facts, int year, uint32_t row, const char *name);
/** A line beside an indicator's: the same periods where it has them. */
kp_fu_line kp_fu_side_line(const kp_series_of *series, const kp_indicator_facts *facts, int year,
                           uint32_t row, const char *name);

kp_fu_drawing *kp_fu_begin_drawing(const kp_fu_series *series, const kp_followup *followup,
                                   const kp_goal *goal, const kp_indicator_facts *facts, const char *name);
void kp_fu_draw(kp_fu_drawing *drawing, const kp_fu_line *line);
/** Keep it, if its rows among the goals do not show all of its figures. */
void kp_fu_end_drawing(kp_fu_series *series, kp_fu_drawing *drawing);
/** The tables and charts of all that was kept. */
void kp_fu_put_series(const kp_fu_series *series, uint32_t row);

#endif
