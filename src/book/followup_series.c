#include "followup_series.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    FEWEST_VALUES = 3, /* for a chart */
    CHART_ROWS = 8,
    ROW_HEIGHT = 20, /* pixels */
    TITLE_UNITS = 60,
    MOST_LINES = 6 /* beside one another in a table */
};

/* ---- figures ---- */

static int by_period(const void *a, const void *b)
{
    const kp_period *x = a, *y = b;
    const int32_t m = kp_period_last(*x), n = kp_period_last(*y);

    if (m != n)
        return m < n ? -1 : 1;
    return (x->month == 0) - (y->month == 0);
}

/* Measured in the period that it stands under: a number. */
static bool is_number(const kp_figure *f)
{
    return f->kind == KP_FIGURE_VALUE && kp_period_first(f->measured) >= kp_period_first(f->period) &&
           kp_period_last(f->measured) <= kp_period_last(f->period);
}

const char *kp_fu_figure_words(const kp_fu *fu, const kp_figure *f)
{
    const char *value = f->kind == KP_FIGURE_VALUE || f->kind == KP_FIGURE_FORECAST
                            ? kp_words_decimal(fu->arena, fu->lang, f->value)
                            : "";

    if (f->kind == KP_FIGURE_VALUE)
        return kp_arena_printf(fu->arena, "(%s)", value);
    return f->kind == KP_FIGURE_FORECAST ? kp_label_with(fu->arena, KP_L_FORECAST, fu->lang, value) : KP_DASH;
}

static const kp_figure *figure_at(const kp_series_of *series, kp_period period)
{
    for (uint32_t i = 0; i < series->count; i++)
        if (by_period(&series->figures[i].period, &period) == 0)
            return &series->figures[i];
    return NULL;
}

/* The last one that stands under the year. */
static const kp_figure *of_year(const kp_series_of *series, int year)
{
    for (uint32_t i = series->count; i-- > 0;)
        if (series->figures[i].period.year == year)
            return &series->figures[i];
    return NULL;
}

/* The last one that was measured before the year. */
static const kp_figure *before_year(const kp_series_of *series, int year)
{
    for (uint32_t i = series->count; i-- > 0;)
        if (is_number(&series->figures[i]) && series->figures[i].measured.year < year)
            return &series->figures[i];
    return NULL;
}

kp_fu_line kp_fu_main_line(const kp_indicator_facts *facts, int year, uint32_t row, const char *name)
{
    const kp_series_of *series = &facts->indicator->series;
    kp_fu_line line = {.row = row, .name = name, .series = series, .is_measured = facts->current != NULL};

    line.now = facts->current ? facts->current : facts->carried ? facts->carried : of_year(series, year);
    line.before = facts->current ? facts->earlier : before_year(series, year);
    return line;
}

kp_fu_line kp_fu_side_line(const kp_series_of *series, const kp_indicator_facts *facts, int year,
                           uint32_t row, const char *name)
{
    kp_fu_line line = {.row = row, .name = name, .series = series};

    line.now = facts->current ? figure_at(series, facts->current->period) : NULL;
    if (!line.now)
        line.now = of_year(series, year);
    line.is_measured = line.now && is_number(line.now);
    line.before = facts->earlier ? figure_at(series, facts->earlier->period) : before_year(series, year);
    if (line.before && !is_number(line.before))
        line.before = NULL;
    return line;
}

/* ---- what is shown ---- */

kp_fu_drawing *kp_fu_begin_drawing(const kp_fu_series *s, const kp_followup *followup, const kp_goal *goal,
                                   const kp_indicator_facts *facts, const char *name)
{
    const kp_indicator *i = facts->indicator;
    kp_arena *a = s->fu->arena;
    kp_fu_drawing *drawing = KP_NEW(a, kp_fu_drawing);

    if (!*name)
        name = KP_FU_L(s->fu, INDICATOR);
    *drawing = (kp_fu_drawing){.facts = facts};
    drawing->title = goal->id.text ? kp_arena_printf(a, "%s %s", goal->id.text, name) : name;
    if (s->fu->t->year_count > 1)
        drawing->title = kp_arena_printf(a, "%s " KP_DASH " %04d", drawing->title, followup->year);
    drawing->lines = KP_NEW_ARRAY(a, (size_t)1 + i->compare_count + i->breakdown_count, kp_fu_line);
    return drawing;
}

void kp_fu_draw(kp_fu_drawing *drawing, const kp_fu_line *line)
{
    drawing->lines[drawing->count++] = *line;
}

static bool is_all_shown(const kp_fu_line *line)
{
    for (uint32_t i = 0; i < line->series->count; i++)
        if (&line->series->figures[i] != line->now && &line->series->figures[i] != line->before)
            return false;
    return true;
}

void kp_fu_end_drawing(kp_fu_series *s, kp_fu_drawing *drawing)
{
    for (uint32_t i = 0; i < drawing->count; i++)
        if (!is_all_shown(&drawing->lines[i])) {
            *s->next_drawing = drawing;
            s->next_drawing = &drawing->next;
            return;
        }
}

/* ---- tables ---- */

typedef struct periods {
    kp_period *list; /* in order */
    uint32_t count;
    bool years; /* no months among them */
} periods;

static periods periods_of(const kp_fu_series *s, const kp_fu_drawing *d)
{
    periods p = {.years = true};
    size_t all = 0, next = 0;

    for (uint32_t i = 0; i < d->count; i++)
        all += d->lines[i].series->count;
    p.list = KP_NEW_ARRAY(s->fu->arena, all, kp_period);
    for (uint32_t i = 0; i < d->count; i++)
        for (uint32_t k = 0; k < d->lines[i].series->count; k++)
            p.list[next++] = d->lines[i].series->figures[k].period;
    if (all)
        qsort(p.list, all, sizeof(*p.list), by_period);
    for (size_t i = 0; i < all; i++)
        if (!p.count || by_period(&p.list[p.count - 1], &p.list[i]) != 0)
            p.list[p.count++] = p.list[i];
    for (uint32_t i = 0; i < p.count; i++)
        p.years = p.years && !p.list[i].month;
    return p;
}

/* Each number is typed once: what stands among the goals is fetched from there. */
static void put_cell(const kp_fu_series *s, uint32_t row, uint32_t column, const kp_fu_line *line,
                     const kp_figure *f)
{
    const kp_fu *fu = s->fu;
    const uint32_t from = f == line->now && line->is_measured ? s->now_column
                          : f == line->before                 ? s->before_column
                                                              : KP_FU_NONE;
    const kp_style style = kp_look_decimal(KP_ROLE_BODY, f->value);
    kp_style words = kp_look_wrapped(KP_ROLE_BODY);

    words.align = KP_ALIGN_RIGHT;
    if (!is_number(f))
        kp_put_text(fu->goals, row, column, words, kp_fu_figure_words(fu, f));
    else if (from == KP_FU_NONE)
        kp_put_number(fu->goals, row, column, style, kp_num_decimal(fu->arena, f->value));
    else
        kp_put_formula(fu->goals, row, column, style,
                       kp_arena_printf(fu->arena, "=%s", kp_cell_name(fu->arena, line->row, from)),
                       kp_num_decimal(fu->arena, f->value));
}

/* Years are numbers, so that they stand at their true distance in a chart; months among them are words. */
static void put_period(const kp_fu_series *s, uint32_t row, const periods *p, uint32_t index)
{
    kp_style style = kp_look(KP_ROLE_BODY);

    style.align = KP_ALIGN_LEFT;
    if (p->years)
        kp_put_number(s->fu->goals, row, s->first_column, style, kp_num_int(p->list[index].year));
    else
        kp_put_text(s->fu->goals, row, s->first_column, kp_look_id(KP_ROLE_BODY),
                    kp_period_text(s->fu->arena, p->list[index]));
}

/* Some lines beside one another; returns the row behind the table. */
static uint32_t put_table(const kp_fu_series *s, uint32_t row, const kp_fu_drawing *d, const periods *p,
                          uint32_t first)
{
    kp_sheet *sheet = s->fu->goals;
    const kp_style right = {.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true};
    const uint32_t end = d->count - first < MOST_LINES ? d->count : first + MOST_LINES;

    kp_put_text(sheet, row, s->first_column, kp_look(KP_ROLE_HEAD), KP_FU_L(s->fu, PERIOD));
    for (uint32_t i = first; i < end; i++)
        kp_put_text(sheet, row, s->first_column + 1 + i - first, right, d->lines[i].name);
    for (uint32_t k = 0; k < p->count; k++) {
        put_period(s, ++row, p, k);
        for (uint32_t i = first; i < end; i++) {
            const kp_figure *f = figure_at(d->lines[i].series, p->list[k]);
            const uint32_t column = s->first_column + 1 + i - first;
            if (f)
                put_cell(s, row, column, &d->lines[i], f);
            else
                kp_put_blank(sheet, row, column, kp_look(KP_ROLE_BODY));
        }
    }
    return row + 1;
}

/* ---- charts ---- */

static uint32_t values_of(const kp_series_of *series)
{
    uint32_t values = 0;

    for (uint32_t i = 0; i < series->count; i++)
        values += is_number(&series->figures[i]);
    return values;
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

static void widen(const kp_fu *fu, const kp_series_of *series, double *least, double *most)
{
    for (uint32_t i = 0; i < series->count; i++) {
        double value;
        if (!is_number(&series->figures[i]))
            continue;
        value = kp_num_double(kp_num_decimal(fu->arena, series->figures[i].value));
        *least = value < *least ? value : *least;
        *most = value > *most ? value : *most;
    }
}

/* Beside the table whose head stands in @p row. */
static void put_chart(const kp_fu_series *s, uint32_t row, const kp_fu_drawing *d, uint32_t period_count)
{
    const kp_fu *fu = s->fu;
    const uint32_t first = row + 1, last = row + period_count;
    const char *words = kp_label_with(fu->arena, KP_L_LINE_WORDS, fu->lang, d->title);
    double least = HUGE_VAL, most = -HUGE_VAL;
    kp_chart chart = {.kind = KP_CHART_LINE, .title = kp_cut_units(fu->arena, d->title, TITLE_UNITS)};

    for (uint32_t i = 0; i < d->count && chart.series_count < KP_CHART_MAX_SERIES && i < MOST_LINES; i++) {
        const kp_fu_line *line = &d->lines[i];
        const char *name = *line->name ? line->name : d->title;
        const uint32_t column = s->first_column + 1 + i;
        if (!values_of(line->series))
            continue;
        widen(fu, line->series, &least, &most);
        words = kp_arena_printf(fu->arena, "%s %s: %s.", words, name, figures_in_words(fu, line->series));
        chart.series[chart.series_count++] =
            (kp_series){kp_cut_units(fu->arena, name, 40),
                        {fu->goals, first, s->first_column, last, s->first_column},
                        {fu->goals, first, column, last, column}};
    }
    if (d->facts->aim)
        words = kp_arena_printf(fu->arena, "%s %s %s.", words, KP_FU_L(fu, TARGET),
                                kp_words_decimal(fu->arena, fu->lang, d->facts->aim->value));
    chart.alt_text = words;
    set_range(&chart, least, most);
    chart.row = row;
    chart.width = kp_pixels_between(fu->goals, 0, s->first_column - 1) - 12;
    chart.height = CHART_ROWS * ROW_HEIGHT;
    kp_add_chart(fu->goals, &chart);
}

static uint32_t put_drawing(const kp_fu_series *s, uint32_t row, const kp_fu_drawing *d)
{
    const periods p = periods_of(s, d);
    const uint32_t head = row + 1;
    const bool has_chart = values_of(&d->facts->indicator->series) >= FEWEST_VALUES;

    kp_put_wide_text(s->fu->goals, row, 0, s->last_column, kp_look_wrapped(KP_ROLE_SUBTITLE), d->title);
    row = put_table(s, head, d, &p, 0);
    if (has_chart)
        put_chart(s, head, d, p.count);
    for (uint32_t first = MOST_LINES; first < d->count; first += MOST_LINES)
        row = put_table(s, row + 1, d, &p, first);
    return has_chart && row < head + CHART_ROWS ? head + CHART_ROWS + 1 : row + 1;
}

void kp_fu_put_series(const kp_fu_series *s, uint32_t row)
{
    if (!s->drawings)
        return;
    row = kp_put_section(s->fu->goals, row, s->last_column, KP_FU_L(s->fu, WHOLE_SERIES));
    for (const kp_fu_drawing *d = s->drawings; d; d = d->next)
        row = put_drawing(s, row, d);
}
