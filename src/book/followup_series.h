/* Series of indicators: what of them stands in a goal's row, and the whole of them on a sheet of their own,
 * as small tables with charts of those with three values.
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

/** Where a goal stands. */
typedef struct kp_fu_place {
    uint32_t report, row;
    const char *id; /**< or NULL */
} kp_fu_place;

/** What is shown of one indicator: its own line, then those beside it. */
typedef struct kp_fu_drawing {
    kp_fu_place goal;
    const char *title;
    const kp_indicator_facts *facts;
    kp_fu_line *lines;
    uint32_t count;
    uint32_t row, column; /**< of its title on the sheet of series */
    struct kp_fu_drawing *next;
} kp_fu_drawing;

typedef struct kp_fu_series {
    kp_fu *fu;
    uint32_t id_column, now_column, before_column; /**< of the goals' rows */
    kp_fu_drawing *drawings, **next_drawing;
} kp_fu_series;

/* ---- followup_series.c ---- */

/** Order of periods, as qsort() takes it. */
int kp_fu_by_period(const void *a, const void *b);
/** Measured in the period that it stands under: a number. */
bool kp_fu_is_number(const kp_figure *figure);
/** The figure of a period, or NULL. */
const kp_figure *kp_fu_figure_at(const kp_series_of *series, kp_period period);
/** "(93)", "prognos 245", a dash: a figure that nobody measured then. */
const char *kp_fu_figure_words(const kp_fu *fu, const kp_figure *figure);
/** The line of an indicator itself. */
kp_fu_line kp_fu_main_line(const kp_indicator_facts *facts, int year, uint32_t row, const char *name);
/** A line beside an indicator's: the same periods where it has them. */
kp_fu_line kp_fu_side_line(const kp_series_of *series, const kp_indicator_facts *facts, int year,
                           uint32_t row, const char *name);

kp_fu_drawing *kp_fu_begin_drawing(const kp_fu_series *series, const kp_fu_place *goal,
                                   const kp_indicator_facts *facts, const char *name);
void kp_fu_draw(kp_fu_drawing *drawing, const kp_fu_line *line);
/** Keep it, if its rows among the goals do not show all of its figures. */
void kp_fu_end_drawing(kp_fu_series *series, kp_fu_drawing *drawing);

/* ---- followup_charts.c ---- */

/** The sheet of all that was kept, behind that of the goals; there links to it, the last in row @p link_row.
 * Nothing where nothing was kept. */
void kp_fu_write_series(const kp_fu_series *series, uint32_t link_row);

#endif
