#include "followup_series.h"

/* ---- figures ---- */

int kp_fu_by_period(const void *a, const void *b)
{
    const kp_period *x = a, *y = b;
    const int32_t m = kp_period_last(*x), n = kp_period_last(*y);

    if (m != n)
        return m < n ? -1 : 1;
    return (x->month == 0) - (y->month == 0);
}

bool kp_fu_is_number(const kp_figure *f)
{
    return f->kind == KP_FIGURE_VALUE && kp_period_first(f->measured) >= kp_period_first(f->period) &&
           kp_period_last(f->measured) <= kp_period_last(f->period);
}

const char *kp_fu_figure_words(const kp_fu *fu, const kp_figure *f)
{
    const char *value =
        f->kind == KP_FIGURE_VALUE || f->kind == KP_FIGURE_FORECAST ? kp_fu_number(fu, f->value) : "";

    if (f->kind == KP_FIGURE_VALUE)
        return kp_arena_printf(fu->arena, "(%s)", value);
    return f->kind == KP_FIGURE_FORECAST ? kp_label_with(fu->arena, KP_L_FORECAST, fu->lang, value) : KP_DASH;
}

const kp_figure *kp_fu_figure_at(const kp_series_of *series, kp_period period)
{
    for (uint32_t i = 0; i < series->count; i++)
        if (kp_fu_by_period(&series->figures[i].period, &period) == 0)
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
        if (kp_fu_is_number(&series->figures[i]) && series->figures[i].measured.year < year)
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

    line.now = facts->current ? kp_fu_figure_at(series, facts->current->period) : NULL;
    if (!line.now)
        line.now = of_year(series, year);
    line.is_measured = line.now && kp_fu_is_number(line.now);
    line.before =
        facts->earlier ? kp_fu_figure_at(series, facts->earlier->period) : before_year(series, year);
    if (line.before && !kp_fu_is_number(line.before))
        line.before = NULL;
    return line;
}

/* ---- what is shown ---- */

kp_fu_drawing *kp_fu_begin_drawing(const kp_fu_series *s, const kp_fu_place *goal,
                                   const kp_indicator_facts *facts, const char *name)
{
    const kp_indicator *i = facts->indicator;
    kp_fu_drawing *drawing = KP_NEW(s->fu->arena, kp_fu_drawing);

    *drawing =
        (kp_fu_drawing){.goal = *goal, .title = *name ? name : KP_FU_L(s->fu, INDICATOR), .facts = facts};
    drawing->lines =
        KP_NEW_ARRAY(s->fu->arena, (size_t)1 + i->compare_count + i->breakdown_count, kp_fu_line);
    return drawing;
}

void kp_fu_draw(kp_fu_drawing *drawing, const kp_fu_line *line)
{
    drawing->lines[drawing->count++] = *line;
}

/* That there was no figure needs no table. */
static bool is_all_shown(const kp_fu_line *line)
{
    for (uint32_t i = 0; i < line->series->count; i++)
        if (&line->series->figures[i] != line->now && &line->series->figures[i] != line->before &&
            line->series->figures[i].kind != KP_FIGURE_MISSING)
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
