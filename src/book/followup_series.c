#include "followup_series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_PERIODS = 200,
    FEWEST_VALUES = 3, /* for a chart */
    ACROSS = 3,        /* charts beside one another */
    HEIGHT = 200,      /* pixels */
    ROW_HEIGHT = 20,
    TITLE_UNITS = 60,
    FIRST_PERIOD = 2 /* column of the tables behind the charts */
};

/* ---- periods ---- */

static int by_period(const void *a, const void *b)
{
    const kp_period *x = a, *y = b;
    const int32_t m = kp_period_last(*x), n = kp_period_last(*y);

    if (m != n)
        return m < n ? -1 : 1;
    return (x->month == 0) - (y->month == 0);
}

/* With no list to put them into they are only counted. */
static size_t put_own(const kp_series_of *series, kp_period *list)
{
    for (uint32_t i = 0; list && i < series->count; i++)
        list[i] = series->figures[i].period;
    return series->count;
}

static size_t put_indicator(const kp_indicator *indicator, kp_period *list)
{
    size_t count = put_own(&indicator->series, list);

    for (uint32_t i = 0; i < indicator->compare_count; i++)
        count += put_own(&indicator->compare[i].series, list ? list + count : NULL);
    for (uint32_t i = 0; i < indicator->breakdown_count; i++)
        count += put_own(&indicator->breakdown[i].series, list ? list + count : NULL);
    return count;
}

static size_t put_all(const kp_tracking *t, kp_period *list)
{
    size_t count = 0;

    for (uint32_t y = 0; y < t->year_count; y++)
        for (uint32_t g = 0; g < t->years[y].followup->goal_count; g++)
            for (uint32_t i = 0; i < t->years[y].followup->goals[g].indicator_count; i++)
                count +=
                    put_indicator(&t->years[y].followup->goals[g].indicators[i], list ? list + count : NULL);
    return count;
}

kp_fu_series kp_fu_series_of(const kp_fu *fu)
{
    kp_fu_series s = {.fu = fu, .years = true};
    const size_t all = put_all(fu->t, NULL);
    kp_period *list = KP_NEW_ARRAY(fu->arena, all, kp_period);

    put_all(fu->t, list);
    if (all)
        qsort(list, all, sizeof(*list), by_period);
    for (size_t i = 0; i < all; i++)
        if (!s.count || by_period(&list[s.count - 1], &list[i]) != 0)
            list[s.count++] = list[i];
    s.periods = list;
    if (s.count > MOST_PERIODS) {
        s.periods += s.count - MOST_PERIODS;
        s.count = MOST_PERIODS;
    }
    for (uint32_t i = 0; i < s.count; i++)
        s.years = s.years && !s.periods[i].month;
    return s;
}

/* KP_FU_NONE for a period that has no column. */
static uint32_t column_of(const kp_fu_series *s, kp_period period)
{
    const kp_period *found =
        s->count ? bsearch(&period, s->periods, s->count, sizeof(period), by_period) : NULL;

    return found ? s->first_column + (uint32_t)(found - s->periods) : KP_FU_NONE;
}

void kp_fu_put_periods(const kp_fu_series *s, kp_sheet *sheet, uint32_t row)
{
    const kp_style style = {.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT};

    for (uint32_t i = 0; i < s->count; i++) {
        if (s->periods[i].month)
            kp_put_text(sheet, row, s->first_column + i, style, kp_period_text(s->fu->arena, s->periods[i]));
        else
            kp_put_number(sheet, row, s->first_column + i, style, kp_num_int(s->periods[i].year));
        kp_set_width(sheet, s->first_column + i, s->years ? 8 : 9);
    }
}

/* ---- figures ---- */

/* Measured in the period that it stands under: a number. */
static bool is_number(const kp_figure *f)
{
    return f->kind == KP_FIGURE_VALUE && kp_period_first(f->measured) >= kp_period_first(f->period) &&
           kp_period_last(f->measured) <= kp_period_last(f->period);
}

static const char *in_words(const kp_fu *fu, const kp_figure *f)
{
    const char *value = f->kind == KP_FIGURE_VALUE || f->kind == KP_FIGURE_FORECAST
                            ? kp_words_decimal(fu->arena, fu->lang, f->value)
                            : "";

    if (f->kind == KP_FIGURE_VALUE)
        return kp_arena_printf(fu->arena, "(%s)", value);
    return f->kind == KP_FIGURE_FORECAST ? kp_label_with(fu->arena, KP_L_FORECAST, fu->lang, value) : KP_DASH;
}

void kp_fu_put_figures(const kp_fu_series *s, kp_sheet *sheet, uint32_t row, const kp_series_of *figures)
{
    for (uint32_t i = 0; i < figures->count; i++) {
        const kp_figure *f = &figures->figures[i];
        const uint32_t column = column_of(s, f->period);
        kp_style style = kp_look_wrapped(KP_ROLE_BODY);
        if (column == KP_FU_NONE)
            continue;
        style.align = KP_ALIGN_RIGHT;
        if (is_number(f))
            kp_put_number(sheet, row, column, kp_look_decimal(KP_ROLE_BODY, f->value),
                          kp_num_decimal(s->fu->arena, f->value));
        else
            kp_put_text(sheet, row, column, style, in_words(s->fu, f));
    }
}

const char *kp_fu_cell_of(const kp_fu_series *s, uint32_t row, const kp_figure *figure)
{
    const uint32_t column = figure ? column_of(s, figure->period) : KP_FU_NONE;

    if (column == KP_FU_NONE || !is_number(figure) || !kp_fu_fits(figure->value))
        return NULL;
    return kp_cell_name(s->fu->arena, row, column);
}

/* ---- charts ---- */

kp_fu_drawing *kp_fu_begin_drawing(kp_fu_series *s, const kp_followup *followup, const kp_goal *goal,
                                   const kp_indicator_facts *facts, const char *name)
{
    const kp_series_of *series = &facts->indicator->series;
    kp_fu_drawing *drawing;
    uint32_t values = 0;

    for (uint32_t i = 0; i < series->count; i++)
        values += is_number(&series->figures[i]) && column_of(s, series->figures[i].period) != KP_FU_NONE;
    if (values < FEWEST_VALUES)
        return NULL;
    drawing = KP_NEW(s->fu->arena, kp_fu_drawing);
    *drawing = (kp_fu_drawing){.facts = facts, .followup = followup};
    if (!*name)
        name = KP_FU_L(s->fu, INDICATOR);
    drawing->title = goal->id.text ? kp_arena_printf(s->fu->arena, "%s %s", goal->id.text, name) : name;
    if (s->drawings)
        *s->next_drawing = drawing;
    else
        s->drawings = drawing;
    s->next_drawing = &drawing->next;
    return drawing;
}

void kp_fu_draw(kp_fu_drawing *drawing, uint32_t row, const char *name)
{
    if (drawing && drawing->count < KP_CHART_MAX_SERIES)
        drawing->lines[drawing->count++] = (kp_fu_line){row, name};
}

static const kp_series_of *series_at(const kp_indicator *indicator, uint32_t line)
{
    if (line == 0)
        return &indicator->series;
    line--;
    return line < indicator->compare_count ? &indicator->compare[line].series
                                           : &indicator->breakdown[line - indicator->compare_count].series;
}

static const char *figures_in_words(const kp_fu *fu, const kp_series_of *series)
{
    const char *words = "";

    for (uint32_t i = 0; i < series->count; i++) {
        const kp_figure *f = &series->figures[i];
        if (is_number(f))
            words = kp_arena_printf(fu->arena, "%s%s%s: %s", words, *words ? ", " : "",
                                    kp_period_text(fu->arena, f->period),
                                    kp_words_decimal(fu->arena, fu->lang, f->value));
    }
    return words;
}

/* Lines at 1, 2 or 5 times a power of ten, about four of them. */
static void set_range(kp_chart *chart, double least, double most)
{
    const double rough = most > least ? (most - least) / 4 : fabs(most) > 1 ? fabs(most) / 10 : 1;
    const double power = pow(10, floor(log10(rough))), part = rough / power;

    chart->has_range = true;
    chart->step = (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
    chart->min = floor(least / chart->step) * chart->step;
    chart->max = ceil(most / chart->step) * chart->step;
    if (chart->max - chart->min < chart->step / 2)
        chart->max = chart->min + chart->step;
    while (chart->value_decimals < 6 && chart->step * pow(10, chart->value_decimals) < 0.999)
        chart->value_decimals++;
}

/* Periods of what is drawn in one chart, in order. */
static kp_period *drawn_periods(const kp_fu_series *s, const kp_fu_drawing *d, uint32_t *ret_count)
{
    kp_period *list;
    size_t all = 0;

    for (uint32_t i = 0; i < d->count; i++)
        all += series_at(d->facts->indicator, i)->count;
    list = KP_NEW_ARRAY(s->fu->arena, all, kp_period);
    all = 0;
    for (uint32_t i = 0; i < d->count; i++)
        all += put_own(series_at(d->facts->indicator, i), list + all);
    qsort(list, all, sizeof(*list), by_period);
    *ret_count = 0;
    for (size_t i = 0; i < all; i++)
        if (column_of(s, list[i]) != KP_FU_NONE &&
            (!*ret_count || by_period(&list[*ret_count - 1], &list[i]) != 0))
            list[(*ret_count)++] = list[i];
    return list;
}

static const kp_figure *figure_at(const kp_series_of *series, kp_period period)
{
    for (uint32_t i = 0; i < series->count; i++)
        if (by_period(&series->figures[i].period, &period) == 0 && is_number(&series->figures[i]))
            return &series->figures[i];
    return NULL;
}

/* Years are numbers, so that they stand at their true distance; months among them are words. */
static void put_categories(const kp_fu_series *s, kp_sheet *sheet, uint32_t row, const kp_period *periods,
                           uint32_t count)
{
    const kp_style style = {.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT};
    bool years = true;

    for (uint32_t i = 0; i < count; i++)
        years = years && !periods[i].month;
    for (uint32_t i = 0; i < count; i++)
        if (years)
            kp_put_number(sheet, row, FIRST_PERIOD + i, style, kp_num_int(periods[i].year));
        else
            kp_put_text(sheet, row, FIRST_PERIOD + i, style, kp_period_text(s->fu->arena, periods[i]));
}

/* A line of a chart: formulas on the cells that hold its figures. False where it has none. */
static bool put_line(const kp_fu_series *s, kp_sheet *sheet, uint32_t row, const kp_fu_line *line,
                     const kp_series_of *series, const kp_period *periods, uint32_t count, double *least,
                     double *most)
{
    bool any = false;

    for (uint32_t i = 0; i < count; i++) {
        const kp_figure *f = figure_at(series, periods[i]);
        double value;
        kp_put_blank(sheet, row, FIRST_PERIOD + i, kp_look(KP_ROLE_BODY));
        if (!f)
            continue;
        any = true;
        value = kp_num_double(kp_num_decimal(s->fu->arena, f->value));
        *least = value < *least ? value : *least;
        *most = value > *most ? value : *most;
        kp_put_formula(sheet, row, FIRST_PERIOD + i, kp_look_decimal(KP_ROLE_BODY, f->value),
                       kp_arena_printf(s->fu->arena, "=%s",
                                       kp_cell_from(s->fu->arena, sheet, s->fu->goals, line->row,
                                                    column_of(s, f->period))),
                       kp_num_decimal(s->fu->arena, f->value));
    }
    return any;
}

/* The chart of an indicator, and the table behind it, which begins at @p row; *ret_row: behind that. */
static kp_chart chart_of(const kp_fu_series *s, kp_sheet *sheet, const kp_fu_drawing *d, uint32_t row,
                         uint32_t *ret_row)
{
    const kp_fu *fu = s->fu;
    const uint32_t head = row++;
    const char *words = kp_label_with(fu->arena, KP_L_LINE_WORDS, fu->lang, d->title);
    double least = HUGE_VAL, most = -HUGE_VAL;
    kp_chart chart = {.kind = KP_CHART_LINE, .title = kp_cut_units(fu->arena, d->title, TITLE_UNITS)};
    uint32_t count;
    const kp_period *periods = drawn_periods(s, d, &count);
    const uint32_t first = FIRST_PERIOD, last = first + count - 1;

    kp_put_wide_text(sheet, head, 0, FIRST_PERIOD - 1, kp_look_wrapped(KP_ROLE_HEAD), d->title);
    put_categories(s, sheet, head, periods, count);
    for (uint32_t i = 0; i < d->count; i++) {
        const kp_series_of *series = series_at(d->facts->indicator, i);
        const char *name = *d->lines[i].name ? d->lines[i].name : d->title;
        if (!put_line(s, sheet, row, &d->lines[i], series, periods, count, &least, &most))
            continue;
        kp_put_wide_text(sheet, row, 0, FIRST_PERIOD - 1, kp_look_wrapped(KP_ROLE_BODY), name);
        words = kp_arena_printf(fu->arena, "%s %s: %s.", words, name, figures_in_words(fu, series));
        chart.series[chart.series_count++] = (kp_series){kp_cut_units(fu->arena, name, 40),
                                                         {sheet, head, first, head, last},
                                                         {sheet, row, first, row, last}};
        row++;
    }
    if (d->facts->aim)
        words = kp_arena_printf(fu->arena, "%s %s %s.", words, KP_FU_L(fu, TARGET),
                                kp_words_decimal(fu->arena, fu->lang, d->facts->aim->value));
    chart.alt_text = words;
    set_range(&chart, least, most);
    *ret_row = row + 1;
    return chart;
}

/* The first column at which so many pixels are left of it. */
static uint32_t column_at(const kp_sheet *sheet, uint32_t pixels, uint32_t last)
{
    uint32_t column = 0;

    while (column < last && kp_pixels_between(sheet, 0, column) <= pixels)
        column++;
    return column;
}

static uint32_t rows_of_charts(const kp_fu_series *s)
{
    uint32_t charts = 0;

    for (const kp_fu_drawing *d = s->drawings; d; d = d->next)
        charts++;
    return (charts + ACROSS - 1) / ACROSS * (HEIGHT / ROW_HEIGHT + 1);
}

uint32_t kp_fu_place_charts(kp_fu_series *s, kp_sheet *sheet, uint32_t row, uint32_t last_column)
{
    if (!s->drawings)
        return row;
    s->chart_row = kp_put_section(sheet, row, last_column, KP_FU_L(s->fu, CHARTS));
    s->chart_last = last_column;
    return s->chart_row + rows_of_charts(s) + 1;
}

uint32_t kp_fu_put_charts(const kp_fu *fu, kp_sheet *sheet, uint32_t row, uint32_t last_column)
{
    const kp_fu_series *s = fu->series;
    const uint32_t width = kp_pixels_between(fu->goals, 0, s->chart_last);
    uint32_t starts[ACROSS + 1], place = 0;

    if (!s->drawings)
        return row;
    row = kp_put_section(sheet, row, last_column, KP_FU_L(fu, AREA_TABLE));
    for (uint32_t i = 0; i < ACROSS; i++)
        starts[i] = i ? column_at(fu->goals, width * i / ACROSS, s->chart_last) : 0;
    starts[ACROSS] = s->chart_last + 1;
    for (const kp_fu_drawing *d = s->drawings; d; d = d->next, place++) {
        kp_chart chart = chart_of(s, sheet, d, row, &row);
        const uint32_t at = place % ACROSS;
        chart.row = s->chart_row + place / ACROSS * (HEIGHT / ROW_HEIGHT + 1);
        chart.column = starts[at];
        chart.width = kp_pixels_between(fu->goals, starts[at], starts[at + 1] - 1) - 12;
        chart.height = HEIGHT;
        kp_add_chart(fu->goals, &chart);
    }
    return row;
}
