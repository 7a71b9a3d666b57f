#include "compare_internal.h"

#include <string.h>

/* The rounds over one another as a radar; total and areas over the years, each line broken where two rounds
 * do not compare. */

enum {
    RADAR_FEWEST = 3,
    RADAR_MOST = 16,
    HEIGHT = 300,
    WIDEST = 1400,
    SMALL_HEIGHT = 180,
    SMALL_MOST = 24,
    ROW_HEIGHT = 20,
    NAME_UNITS = 50
};

static const char *percent_words(const kp_cb *cb, const kp_line *line, uint32_t round)
{
    if (!kp_shows_points(&line->rounds[round]))
        return KP_DASH;
    return kp_arena_printf(
        cb->arena, "%s %%",
        kp_words_number(cb->arena, cb->lang, kp_percent_of(cb->arena, line->rounds[round].result), 0));
}

static const char *short_name(const kp_cb *cb, const kp_line *line)
{
    const kp_rubric *rubric = kp_cb_score(cb, line->latest_round)->rubric;

    return kp_text_or(&line->latest->short_title, cb->w.lang, rubric->language, kp_line_title(&cb->w, line));
}

/* "Demokrati 2019 41 %; then, not comparable: 2021 57 %, 2023 66 %", as a line is drawn */
static const char *line_words(const kp_cb *cb, const kp_line *line)
{
    const char *text = line->level ? short_name(cb, line) : KP_CB_L(cb, TOTAL), *comma = "";
    bool breaks = false;

    for (uint32_t k = 0; k < cb->rounds; k++) {
        breaks = breaks || (k && !cb->several && !kp_compares(&line->rounds[k]));
        if (!kp_shows_points(&line->rounds[k]))
            continue;
        if (breaks && *comma)
            comma = kp_arena_printf(cb->arena, "; %s", KP_CB_L(cb, THEN_NOT_COMPARABLE));
        text = kp_arena_printf(cb->arena, "%s%s %s %s", text, comma, kp_round_name(&cb->w, k),
                               percent_words(cb, line, k));
        comma = ",";
        breaks = false;
    }
    return text;
}

static kp_range chart_cells(const kp_cb *cb, uint32_t row, uint32_t first, uint32_t last)
{
    return (kp_range){cb->work, row, 2 + first, row, 2 + last};
}

/* ---- the radar ---- */

static uint32_t areas_with_points(const kp_cb *cb, uint32_t round)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < cb->area_count; i++)
        count += kp_shows_points(&cb->areas[i]->rounds[round]);
    return count;
}

/* At most four rounds that have points for areas: the latest; of municipalities the first. */
static uint32_t choose_rounds(const kp_cb *cb, uint32_t *ret)
{
    uint32_t found = 0, skip;

    for (uint32_t k = 0; k < cb->rounds; k++)
        found += areas_with_points(cb, k) >= RADAR_FEWEST;
    skip = !cb->several && found > KP_CHART_MAX_SERIES ? found - KP_CHART_MAX_SERIES : 0;
    found = 0;
    for (uint32_t k = 0; k < cb->rounds && found < KP_CHART_MAX_SERIES; k++) {
        if (areas_with_points(cb, k) < RADAR_FEWEST)
            continue;
        if (skip)
            skip--;
        else
            ret[found++] = k;
    }
    return found;
}

/* The latest round stands first: it has the strongest line. False where there is nothing to draw. */
static bool make_radar(const kp_cb *cb, kp_chart *chart)
{
    uint32_t chosen[KP_CHART_MAX_SERIES], count = choose_rounds(cb, chosen), first, last;
    const char *words = KP_CB_L(cb, RADAR_OVER_WORDS), *mark = " ";

    if (!count || cb->area_count < RADAR_FEWEST || cb->area_count > RADAR_MOST)
        return false;
    first = cb->chart_row[cb->areas[0]->index];
    last = first + cb->area_count - 1;
    chart->kind = KP_CHART_RADAR;
    chart->title =
        count > 1 ? KP_CB_L(cb, RADAR_TITLE) : KP_CB_WITH(cb, RADAR_OF_ONE, kp_round_name(&cb->w, chosen[0]));
    chart->has_range = true;
    chart->max = 100;
    chart->step = 20;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t round = cb->several ? chosen[i] : chosen[count - 1 - i];
        chart->series[chart->series_count++] =
            (kp_series){.name = kp_cut_units(cb->arena, kp_round_name(&cb->w, round), NAME_UNITS),
                        .categories = {cb->work, first, 1, last, 1},
                        .values = {cb->work, first, 2 + round, last, 2 + round}};
    }
    for (uint32_t i = 0; i < cb->area_count; i++, mark = "; ")
        words = kp_arena_printf(cb->arena, "%s%s%s", words, mark, line_words(cb, cb->areas[i]));
    chart->alt_text = kp_arena_printf(cb->arena, "%s.", words);
    return true;
}

/* ---- lines over the years ---- */

/* Rounds of a line that compare one with the next; @p first moves behind them. False where there are no more.
 */
static bool next_run(const kp_cb *cb, const kp_line *line, uint32_t *first, uint32_t *ret_first,
                     uint32_t *ret_last)
{
    uint32_t k = *first;

    while (k < cb->rounds && !kp_shows_points(&line->rounds[k]))
        k++;
    if (k == cb->rounds)
        return false;
    *ret_first = k;
    while (k + 1 < cb->rounds && kp_shows_points(&line->rounds[k + 1]) && kp_compares(&line->rounds[k + 1]))
        k++;
    *ret_last = k;
    *first = k + 1;
    return true;
}

static uint32_t count_runs(const kp_cb *cb, const kp_line *line)
{
    uint32_t at = 0, first, last, count = 0;

    while (next_run(cb, line, &at, &first, &last))
        count++;
    return count;
}

static uint32_t count_points(const kp_cb *cb, const kp_line *line)
{
    uint32_t count = 0;

    for (uint32_t k = 0; k < cb->rounds; k++)
        count += kp_shows_points(&line->rounds[k]) && kp_num_sign(line->rounds[k].result->max);
    return count;
}

/* The edition of a run, or its years. */
static const char *run_name(const kp_cb *cb, uint32_t first, uint32_t last)
{
    const char *a = kp_round_name(&cb->w, first), *b = kp_round_name(&cb->w, last);

    return first == last ? a : kp_arena_printf(cb->arena, "%s\xE2\x80\x93%s", a, b);
}

static void add_years_chart(const kp_cb *cb, const kp_line *line, kp_chart chart)
{
    uint32_t at = 0, first, last, runs = count_runs(cb, line);
    uint32_t skip = runs > KP_CHART_MAX_SERIES ? runs - KP_CHART_MAX_SERIES : 0;

    chart.kind = KP_CHART_LINE;
    chart.has_range = true;
    chart.max = 100;
    while (next_run(cb, line, &at, &first, &last)) {
        if (skip) {
            skip--;
            continue;
        }
        chart.series[chart.series_count++] =
            (kp_series){.name = kp_cut_units(cb->arena, run_name(cb, first, last), NAME_UNITS),
                        .categories = chart_cells(cb, cb->chart_years_row, first, last),
                        .values = chart_cells(cb, cb->chart_row[line->index], first, last)};
    }
    chart.alt_text = kp_arena_printf(cb->arena, "%s %s.", KP_CB_L(cb, YEARS_WORDS), line_words(cb, line));
    kp_add_chart(cb->summary, &chart);
}

static bool has_years(const kp_cb *cb)
{
    return !cb->several &&
           kp_cb_score(cb, 0)->evaluation->year != kp_cb_score(cb, cb->rounds - 1)->evaluation->year &&
           count_points(cb, cb->c->lines[0]) > 1;
}

/* ---- where they stand ---- */

/* Places side by side: the columns of the titles, then three of figures each. */
typedef struct grid {
    const kp_cb *cb;
    uint32_t places;
} grid;

static void place(const grid *g, kp_chart *chart, uint32_t row, uint32_t at, uint32_t count)
{
    uint32_t first = at ? 2 + 3 * (at - 1) : 0,
             last = at + count == g->places ? g->cb->s_last : 1 + 3 * (at + count - 1);

    chart->row = row;
    chart->column = first;
    chart->width = kp_pixels_between(g->cb->summary, first, last) - 8;
    if (chart->width > WIDEST) /* of many municipalities */
        chart->width = WIDEST;
}

uint32_t kp_cb_put_years(const kp_cb *cb, uint32_t row)
{
    const grid g = {cb, 1 + (cb->s_last - 1) / 3};
    uint32_t drawn = 0, first = row + 1;

    for (uint32_t i = 0; i < cb->area_count && drawn < SMALL_MOST && has_years(cb); i++) {
        const kp_line *line = cb->areas[i];
        kp_chart chart = {.step = 50, .height = SMALL_HEIGHT};
        if (count_points(cb, line) < 2)
            continue;
        chart.title = kp_arena_printf(cb->arena, "%s %s", line->latest->id, short_name(cb, line));
        place(&g, &chart, first + drawn / g.places * (SMALL_HEIGHT / ROW_HEIGHT), drawn % g.places, 1);
        add_years_chart(cb, line, chart);
        drawn++;
    }
    if (!drawn)
        return row;
    kp_put_section(cb->summary, row, cb->s_last, KP_CB_L(cb, AREAS_OVER_YEARS));
    return first + (drawn + g.places - 1) / g.places * (SMALL_HEIGHT / ROW_HEIGHT) + 1;
}

/* The radar, and beside it the total over the years. */
uint32_t kp_cb_put_profile(const kp_cb *cb, uint32_t row)
{
    const grid g = {cb, 1 + (cb->s_last - 1) / 3};
    bool years = has_years(cb), radar, broken = count_runs(cb, cb->c->lines[0]) > 1;
    kp_chart profile = {.height = HEIGHT},
             total = {.title = KP_CB_L(cb, TOTAL_OVER_YEARS), .step = 20, .height = HEIGHT};

    radar = make_radar(cb, &profile);
    if (!radar && !years)
        return row;
    row = kp_put_section(cb->summary, row, cb->s_last, KP_CB_L(cb, PROFILE_CHARTS));
    if (years && broken)
        row = kp_put_sentence(cb->summary, row, cb->s_last, KP_ROLE_NOTE, KP_CB_L(cb, BROKEN_LINES));
    if (radar) {
        place(&g, &profile, row, 0, years ? 1 : g.places);
        kp_add_chart(cb->summary, &profile);
    }
    if (years) {
        place(&g, &total, row, radar ? 1 : 0, radar ? g.places - 1 : g.places);
        add_years_chart(cb, cb->c->lines[0], total);
    }
    return row + HEIGHT / ROW_HEIGHT + 1;
}
