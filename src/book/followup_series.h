/* Series of indicators on the goals' sheet: columns by period, and small charts of those with three values.
 */
#ifndef KOMPASS_FOLLOWUP_SERIES_H
#define KOMPASS_FOLLOWUP_SERIES_H

#include "followup_internal.h"

/** A row of a chart: its name, and where its figures stand. */
typedef struct kp_fu_line {
    uint32_t row;
    const char *name;
} kp_fu_line;

/** What may be drawn of one indicator: its own line, then those beside it. */
typedef struct kp_fu_drawing {
    const char *title;
    const kp_indicator_facts *facts;
    const kp_followup *followup;
    kp_fu_line lines[KP_CHART_MAX_SERIES];
    uint32_t count;
    struct kp_fu_drawing *next;
} kp_fu_drawing;

struct kp_fu_series {
    const kp_fu *fu;
    kp_period *periods; /**< of all reports, in order; the latest where there are too many */
    uint32_t count, first_column;
    bool years; /**< no months among them: they are narrower */
    kp_fu_drawing *drawings, **next_drawing;
    uint32_t chart_row, chart_last; /**< where they begin; the sheet's last column */
};

kp_fu_series kp_fu_series_of(const kp_fu *fu);
/** The heads of the period columns. */
void kp_fu_put_periods(const kp_fu_series *series, kp_sheet *sheet, uint32_t row);
/** The figures of a row: numbers where they were measured then; else words, which nothing computes with. */
void kp_fu_put_figures(const kp_fu_series *series, kp_sheet *sheet, uint32_t row,
                       const kp_series_of *figures);
/** The cell of a figure in a row; NULL where it stands there as no number. */
const char *kp_fu_cell_of(const kp_fu_series *series, uint32_t row, const kp_figure *figure);

/** Note an indicator that has enough figures for a chart; NULL where it has not. */
kp_fu_drawing *kp_fu_begin_drawing(kp_fu_series *series, const kp_followup *followup, const kp_goal *goal,
                                   const kp_indicator_facts *facts, const char *name);
/** Note a row of it; @p drawing may be NULL. */
void kp_fu_draw(kp_fu_drawing *drawing, uint32_t row, const char *name);
/** Make room for small charts of all that was noted; returns the row behind them. */
uint32_t kp_fu_place_charts(kp_fu_series *series, kp_sheet *sheet, uint32_t row, uint32_t last_column);

#endif
