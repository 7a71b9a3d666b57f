#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "followup_series.h"

/* Serier: the whole series of indicators, three beside one another: title, table, and a chart where there are
 * three values. Numbers that stand among the goals are fetched from there. */

enum { PERIOD, VALUES, DRAWN = VALUES + 3, GAP, PLACE }; /* columns of one place, and how many they are */
enum {
    PLACES = 3,
    LAST = PLACES * PLACE - 2,   /* column: behind the last place there is no gap */
    MOST_LINES = DRAWN - VALUES, /* beside one another in a table */
    BESIDE = 2,                  /* lines that leave room for a chart beside their table */
    FEWEST_VALUES = 3,           /* for a chart */
    CHART_HEIGHT = 100,          /* pixels: that of a table of three periods */
    WITH_LEGEND = 160,
    OF_SEVERAL = 220, /* below a table: lines that must be told apart, and their legend */
    MOST_HEIGHT = 180,
    ROW_HEIGHT = 20,
    BETWEEN = 8 /* points between rows of places */
};

/* ---- tables ---- */

typedef struct periods {
    kp_period *list; /* in order */
    uint32_t count;
    uint32_t break_at; /* the first that is measured in another way; 0: all are measured alike */
    bool years;        /* no months among them */
} periods;

static uint32_t find_break(const periods *p, kp_period from)
{
    uint32_t at = 0;

    while (from.year && at < p->count && kp_period_last(p->list[at]) < kp_period_first(from))
        at++;
    return at < p->count ? at : 0;
}

static periods periods_of(const kp_fu *fu, const kp_fu_drawing *d)
{
    periods p = {.years = true};
    size_t all = 0, next = 0;

    for (uint32_t i = 0; i < d->count; i++)
        all += d->lines[i].series->count;
    p.list = KP_NEW_ARRAY(fu->arena, all, kp_period);
    for (uint32_t i = 0; i < d->count; i++)
        for (uint32_t k = 0; k < d->lines[i].series->count; k++)
            p.list[next++] = d->lines[i].series->figures[k].period;
    if (all)
        qsort(p.list, all, sizeof(*p.list), kp_fu_by_period);
    for (size_t i = 0; i < all; i++)
        if (!p.count || kp_fu_by_period(&p.list[p.count - 1], &p.list[i]) != 0)
            p.list[p.count++] = p.list[i];
    for (uint32_t i = 0; i < p.count; i++)
        p.years = p.years && !p.list[i].month;
    p.break_at = find_break(&p, d->facts->indicator->break_from);
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
    const kp_style style = kp_fu_number_style(f->value);
    kp_style words = kp_look_wrapped(KP_ROLE_BODY);

    words.align = KP_ALIGN_RIGHT;
    if (!kp_fu_is_number(f))
        kp_put_text(fu->series, row, column, words, kp_fu_figure_words(fu, f));
    else if (from == KP_FU_NONE)
        kp_put_number(fu->series, row, column, style, kp_num_decimal(fu->arena, f->value));
    else
        kp_put_formula(fu->series, row, column, style,
                       kp_arena_printf(fu->arena, "=%s",
                                       kp_cell_from(fu->arena, fu->series, fu->goals, line->row, from)),
                       kp_num_decimal(fu->arena, f->value));
}

/* Years are numbers, so that they stand at their true distance in a chart; months among them are words. */
static void put_period(const kp_fu *fu, uint32_t row, uint32_t column, const periods *p, uint32_t index)
{
    kp_style style = kp_look(KP_ROLE_BODY);

    style.align = KP_ALIGN_LEFT;
    if (p->years)
        kp_put_number(fu->series, row, column, style, kp_num_int(p->list[index].year));
    else
        kp_put_text(fu->series, row, column, kp_look_id(KP_ROLE_BODY),
                    kp_period_text(fu->arena, p->list[index]));
}

/* Some lines beside one another; returns the row behind the table. */
static uint32_t put_table(const kp_fu_series *s, uint32_t row, const kp_fu_drawing *d, const periods *p,
                          uint32_t first)
{
    kp_sheet *sheet = s->fu->series;
    const kp_style right = {.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true};
    const uint32_t end = d->count - first < MOST_LINES ? d->count : first + MOST_LINES;

    kp_put_text(sheet, row, d->column + PERIOD, kp_look(KP_ROLE_HEAD), KP_FU_L(s->fu, PERIOD));
    for (uint32_t i = first; i < end; i++)
        kp_put_text(sheet, row, d->column + VALUES + i - first, right, d->lines[i].name);
    for (uint32_t k = 0; k < p->count; k++) {
        put_period(s->fu, ++row, d->column + PERIOD, p, k);
        for (uint32_t i = first; i < end; i++) {
            const kp_figure *f = kp_fu_figure_at(d->lines[i].series, p->list[k]);
            const uint32_t column = d->column + VALUES + i - first;
            if (f)
                put_cell(s, row, column, &d->lines[i], f);
            else
                kp_put_blank(sheet, row, column, kp_look(KP_ROLE_BODY));
        }
    }
    return row + 1;
}

/* Of a single period: a sentence instead of a table. */
static uint32_t put_sentence(const kp_fu_series *s, uint32_t row, const kp_fu_drawing *d, const periods *p)
{
    const kp_fu *fu = s->fu;
    const char *words = kp_period_text(fu->arena, p->list[0]), *between = ": ";

    for (uint32_t i = 0; i < d->count; i++) {
        const kp_figure *f = kp_fu_figure_at(d->lines[i].series, p->list[0]);
        if (!f)
            continue;
        words = kp_arena_printf(fu->arena, "%s%s%s %s", words, between, d->lines[i].name,
                                kp_fu_is_number(f) ? kp_fu_number(fu, f->value) : kp_fu_figure_words(fu, f));
        between = ", ";
    }
    kp_put_wide_text(fu->series, row, d->column + PERIOD, d->column + DRAWN, kp_look_wrapped(KP_ROLE_PLAIN),
                     words);
    return row + 1;
}

/* ---- charts ---- */

static uint32_t values_of(const kp_series_of *series)
{
    uint32_t values = 0;

    for (uint32_t i = 0; i < series->count; i++)
        values += kp_fu_is_number(&series->figures[i]);
    return values;
}

/* The rows of the table that are one part of a line: numbers from period @p from on. A text among them ("–",
 * "forecast 245") ends it, as a program would draw it as 0, and so does another way of measuring; a blank
 * cell is a gap to it. Where months stand along the axis, as words, each line must have them all. */
typedef struct run {
    uint32_t first, end; /* indices of periods; behind the last one: none */
} run;

static run next_run(const kp_series_of *series, const periods *p, uint32_t from)
{
    run r = {p->count, p->count};

    for (uint32_t k = from; k < p->count; k++) {
        const kp_figure *f = kp_fu_figure_at(series, p->list[k]);
        if (p->break_at && k == p->break_at && r.first < p->count)
            break;
        if (f && kp_fu_is_number(f)) {
            r.first = r.first < k ? r.first : k;
            r.end = k + 1;
        } else if (f && r.first < p->count) {
            break;
        }
    }
    if (!p->years && r.first < p->count)
        r = from ? (run){p->count, p->count} : (run){0, p->count};
    return r;
}

static uint32_t drawn_lines(const kp_fu_drawing *d)
{
    return d->count < MOST_LINES ? d->count : MOST_LINES;
}

/* Where there are values enough, and a chart can have the gaps between them. */
static bool has_chart(const kp_fu *fu, const kp_fu_drawing *d)
{
    const periods p = periods_of(fu, d);
    uint32_t parts = 0, texts = 0;

    for (uint32_t i = 0; i < drawn_lines(d); i++) {
        const kp_series_of *series = d->lines[i].series;
        const uint32_t values = values_of(series);
        texts += values ? series->count - values : 0;
        for (run r = next_run(series, &p, 0); r.first < p.count; r = next_run(series, &p, r.end))
            parts++;
    }
    return values_of(&d->facts->indicator->series) >= FEWEST_VALUES &&
           (p.years ? parts <= KP_CHART_MAX_PARTS : !texts && !p.break_at);
}

/* Beside a long table there is room for more. */
static uint32_t chart_height(const kp_fu_drawing *d, uint32_t rows)
{
    const uint32_t least = d->count > 1 ? WITH_LEGEND : CHART_HEIGHT, table = rows * ROW_HEIGHT;

    if (d->count > BESIDE)
        return OF_SEVERAL;
    if (table < least)
        return least;
    return table < MOST_HEIGHT ? table : MOST_HEIGHT;
}

static const char *figures_in_words(const kp_fu *fu, const kp_series_of *series)
{
    const char *words = "";

    for (uint32_t i = 0; i < series->count; i++) {
        const kp_figure *f = &series->figures[i];
        if (kp_fu_is_number(f))
            words = kp_arena_printf(fu->arena, "%s%s%s: %s", words, *words ? ", " : "",
                                    kp_period_text(fu->arena, f->period), kp_fu_number(fu, f->value));
    }
    return words;
}

/* A line has an axis from 0, so that it does not leap from 63 to 64. Several that lie close together would be
 * one line there: their axis spans at least a fifth of the highest value, or twice what they span. */
static void choose_span(uint32_t lines, double *low, double *high)
{
    const double apart = *high - *low, middle = (*low + *high) / 2;
    const double span = fmax(2 * apart, *high / 5);

    if (lines > 1 && *low > 0 && apart < *high / 4) {
        *low = fmax(middle - span / 2, 0);
        *high = middle + span / 2;
    } else {
        *low = fmin(*low, 0);
        *high = fmax(*high, 0);
    }
}

/* Lines at 1, 2 or 5 times a power of ten, about four; a percentage has no more than 100. */
static void set_range(kp_chart *chart, uint32_t lines, double least, double most)
{
    double low = least, high = most, rough, power, part;

    choose_span(lines, &low, &high);
    if (most <= 100 && high > 100)
        high = 100;
    rough = high > low ? (high - low) / 4 : 1;
    power = pow(10, floor(log10(rough)));
    part = rough / power;
    chart->has_range = true;
    chart->step = (part <= 1 ? 1 : part <= 2 ? 2 : part <= 2.5 ? 2.5 : part <= 5 ? 5 : 10) * power;
    chart->min = floor(low / chart->step) * chart->step;
    chart->max = ceil(high / chart->step) * chart->step;
    if (chart->max - chart->min < chart->step / 2)
        chart->max = chart->min + chart->step;
    while (chart->value_decimals < 6 && fabs(chart->step * pow(10, chart->value_decimals) -
                                             round(chart->step * pow(10, chart->value_decimals))) > 1e-6)
        chart->value_decimals++;
}

/* "The axis begins at 65." where it does not at 0, as decimals of the axis. */
static const char *axis_words(const kp_fu *fu, const kp_chart *chart)
{
    const double scaled = chart->min * pow(10, chart->value_decimals);

    if (chart->min <= 0 || scaled > 1e15)
        return NULL;
    return kp_label_with(fu->arena, KP_L_AXIS_FROM, fu->lang,
                         kp_fu_number(fu, (kp_decimal){.digits = (int64_t)llround(scaled),
                                                       .decimals = chart->value_decimals}));
}

static void widen(const kp_fu *fu, const kp_series_of *series, double *least, double *most)
{
    for (uint32_t i = 0; i < series->count; i++) {
        double value;
        if (!kp_fu_is_number(&series->figures[i]))
            continue;
        value = kp_num_double(kp_num_decimal(fu->arena, series->figures[i].value));
        *least = value < *least ? value : *least;
        *most = value > *most ? value : *most;
    }
}

/* Beside the table, below it where that takes the width of its place. */
static void place_chart(const kp_fu_series *s, kp_chart *chart, const kp_fu_drawing *d, uint32_t rows)
{
    const bool beside = d->count <= BESIDE;

    chart->row = d->row + 1 + (beside ? 0 : rows);
    chart->column = d->column + (beside ? VALUES + d->count : PERIOD);
    chart->width = kp_pixels_between(s->fu->series, chart->column, d->column + DRAWN) - (beside ? 0 : 4);
    chart->height = chart_height(d, rows);
}

/* One line: a series for each run of numbers. */
static void add_line(const kp_fu_series *s, kp_chart *chart, const kp_fu_drawing *d, const periods *p,
                     uint32_t line, const char *name)
{
    const kp_fu *fu = s->fu;
    const kp_series_of *series = d->lines[line].series;
    const uint32_t top = d->row + 2, period = d->column + PERIOD, column = d->column + VALUES + line;

    for (run r = next_run(series, p, 0), first = r; r.first < p->count; r = next_run(series, p, r.end))
        chart->series[chart->series_count++] =
            (kp_series){kp_cut_units(fu->arena, name, 40),
                        {fu->series, top + r.first, period, top + r.end - 1, period},
                        {fu->series, top + r.first, column, top + r.end - 1, column},
                        r.first > first.first};
}

/* Something, and from when on it is measured in another way where that is among the periods. */
static const char *with_break(const kp_fu *fu, const kp_fu_drawing *d, const periods *p, const char *words,
                              const char *between)
{
    const kp_period from = d->facts->indicator->break_from;

    return p->break_at ? kp_arena_printf(fu->arena, "%s%s %s", words, between,
                                         kp_label_with(fu->arena, KP_L_MEASURED_OTHERWISE, fu->lang,
                                                       kp_period_text(fu->arena, from)))
                       : words;
}

static void put_chart(const kp_fu_series *s, const kp_fu_drawing *d)
{
    const kp_fu *fu = s->fu;
    const periods p = periods_of(fu, d);
    const char *words = kp_label_with(fu->arena, KP_L_LINE_WORDS, fu->lang, d->title);
    double least = HUGE_VAL, most = -HUGE_VAL;
    uint32_t lines = 0;
    kp_chart chart = {.kind = KP_CHART_LINE};

    for (uint32_t i = 0; i < drawn_lines(d); i++) {
        const kp_fu_line *line = &d->lines[i];
        const char *name = *line->name ? line->name : d->title;
        if (!values_of(line->series))
            continue;
        lines++;
        widen(fu, line->series, &least, &most);
        words = kp_arena_printf(fu->arena, "%s %s: %s.", words, name, figures_in_words(fu, line->series));
        add_line(s, &chart, d, &p, i, name);
    }
    if (d->facts->aim)
        words = kp_arena_printf(fu->arena, "%s %s %s.", words, KP_FU_L(fu, TARGET),
                                kp_fu_number(fu, d->facts->aim->value));
    set_range(&chart, lines, least, most);
    chart.value_title = axis_words(fu, &chart);
    words = with_break(fu, d, &p, words, "");
    chart.alt_text =
        chart.value_title ? kp_arena_printf(fu->arena, "%s %s.", words, chart.value_title) : words;
    place_chart(s, &chart, d, p.count + 1);
    kp_add_chart(fu->series, &chart);
}

/* ---- the sheet ---- */

/* The title with the goal's number, which leads back to its row; returns the row behind it all. */
static uint32_t put_drawing(const kp_fu_series *s, kp_fu_drawing *d)
{
    const kp_fu *fu = s->fu;
    const periods p = periods_of(fu, d);
    const char *id = d->goal.id ? d->goal.id : "\xE2\x86\x91";
    uint32_t row = d->row + 1, end;

    kp_put_link(fu->series, d->row, d->column, kp_look(KP_ROLE_SUBTITLE), id,
                kp_link_to(fu->arena, fu->goals, d->goal.row, 0));
    kp_put_wide_text(fu->series, d->row, d->column + VALUES, d->column + DRAWN,
                     kp_look_wrapped(KP_ROLE_SUBTITLE), with_break(fu, d, &p, d->title, "."));
    if (p.count == 1)
        return put_sentence(s, row, d, &p);
    end = put_table(s, row, d, &p, 0);
    if (has_chart(s->fu, d)) {
        row = (d->count <= BESIDE ? row : end) + chart_height(d, p.count + 1) / ROW_HEIGHT;
        end = row > end ? row : end;
    }
    for (uint32_t first = MOST_LINES; first < d->count; first += MOST_LINES)
        end = put_table(s, end + 1, d, &p, first);
    return end;
}

/* Those of one report, in rows of so many as have room; returns the row behind them. */
static uint32_t put_report(const kp_fu_series *s, uint32_t row, uint32_t report)
{
    uint32_t place = 0, end = row;

    for (kp_fu_drawing *d = s->drawings; d; d = d->next) {
        uint32_t own_end;
        if (d->goal.report != report)
            continue;
        if (place == PLACES) {
            place = 0;
            kp_set_height(s->fu->series, end, BETWEEN);
            row = end + 1;
        }
        d->row = row;
        d->column = PLACE * place++;
        own_end = put_drawing(s, d);
        end = own_end > end ? own_end : end;
    }
    return end + 1;
}

static bool has_any(const kp_fu_series *s, uint32_t report)
{
    for (const kp_fu_drawing *d = s->drawings; d; d = d->next)
        if (d->goal.report == report)
            return true;
    return false;
}

static void set_widths(kp_sheet *sheet)
{
    for (uint32_t place = 0; place < PLACES; place++) {
        kp_set_width(sheet, PLACE * place + PERIOD, 9.5);
        for (uint32_t i = 0; i < MOST_LINES; i++)
            kp_set_width(sheet, PLACE * place + VALUES + i, 9.25);
        kp_set_width(sheet, PLACE * place + DRAWN, 24);
        if (PLACE * place + GAP <= LAST)
            kp_set_width(sheet, PLACE * place + GAP, 1.5);
    }
}

/* A goal's number leads to its first series; a sentence below the goals, to the sheet. */
static void put_links(const kp_fu_series *s, uint32_t row)
{
    const kp_fu *fu = s->fu;
    uint32_t linked = KP_FU_NONE;
    bool charts = false;

    for (const kp_fu_drawing *d = s->drawings; d; d = d->next) {
        charts = charts || has_chart(fu, d);
        if (d->goal.id && d->goal.row != linked)
            kp_put_link(fu->goals, d->goal.row, s->id_column, kp_look_id(KP_ROLE_BODY), d->goal.id,
                        kp_link_to(fu->arena, fu->series, d->row, d->column));
        linked = d->goal.row;
    }
    kp_put_link(fu->goals, row, 0, kp_look(KP_ROLE_LINK),
                charts ? KP_FU_L(fu, TO_SERIES_CHARTS) : KP_FU_L(fu, TO_SERIES),
                kp_link_to(fu->arena, fu->series, 0, 0));
}

void kp_fu_write_series(const kp_fu_series *s, uint32_t link_row)
{
    kp_fu *fu = s->fu;
    uint32_t row;

    if (!s->drawings)
        return;
    fu->series = kp_book_add_sheet(fu->book, KP_FU_L(fu, SHEET_SERIES));
    row = kp_fu_begin_sheet(fu, fu->series, KP_FU_L(fu, WHOLE_SERIES), LAST) + 1;
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        if (!has_any(s, i))
            continue;
        if (fu->t->year_count > 1)
            row = kp_put_section(fu->series, row, LAST, fu->heads[i]);
        row = put_report(s, row, i);
    }
    set_widths(fu->series);
    put_links(s, link_row);
    kp_set_landscape(fu->series);
    kp_repeat_rows(fu->series, 0, 0);
    kp_fit(fu->series, 6, 40);
    for (const kp_fu_drawing *d = s->drawings; d; d = d->next)
        if (has_chart(s->fu, d))
            put_chart(s, d);
    kp_break_pages(fu->series);
}
