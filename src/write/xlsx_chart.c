#include "xlsx_internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- looks ---- */

enum { INK = 0x1F2933, GREY_INK = 0x52606D, GRID = 0xD5DAE0, FRAME = 0xC3CAD3 };

/* Four series that stay apart in print and for the colour-blind: in hue (after Okabe and Ito, darkened to 3:1
 * on white), in lightness, in line and in mark. Bars, which have neither, get fills of falling darkness with
 * an outline. */
static const struct {
    lxw_color_t colour;
    float width;
    uint8_t dash, marker, marker_size;
    lxw_color_t fill, outline;
} series_looks[KP_CHART_MAX_SERIES] = {
    {0x0B4F9E, 2.25f, LXW_CHART_LINE_DASH_SOLID, LXW_CHART_MARKER_CIRCLE, 7, 0x1F4E89, 0x1F4E89},
    {0xC04A00, 1.75f, LXW_CHART_LINE_DASH_DASH, LXW_CHART_MARKER_SQUARE, 6, 0xF0A860, 0x9A3C00},
    {0x00704F, 1.75f, LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_MARKER_TRIANGLE, 8, 0xB9DDCD, 0x00704F},
    {0x8A1A62, 1.75f, LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_MARKER_DIAMOND, 8, 0xFFFFFF, 0x8A1A62},
};

static lxw_chart_font font_of(double size, bool bold, lxw_color_t colour)
{
    return (lxw_chart_font){.size = size, .bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE, .color = colour};
}

static void style_line(lxw_chart_series *series, uint32_t index)
{
    lxw_chart_line line = {.color = series_looks[index].colour,
                           .width = series_looks[index].width,
                           .dash_type = series_looks[index].dash};
    lxw_chart_line edge = {.color = series_looks[index].colour, .width = 0.75f};
    lxw_chart_fill fill = {.color = series_looks[index].colour};

    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, series_looks[index].marker);
    chart_series_set_marker_size(series, series_looks[index].marker_size);
    chart_series_set_marker_line(series, &edge);
    chart_series_set_marker_fill(series, &fill);
}

static void style_bar(lxw_chart_series *series, uint32_t index)
{
    lxw_chart_line outline = {.color = series_looks[index].outline, .width = 0.75f};
    lxw_chart_fill fill = {.color = series_looks[index].fill};

    chart_series_set_line(series, &outline);
    chart_series_set_fill(series, &fill);
}

/* ---- values ---- */

static const kp_cell *nth_cell(const kp_range *range, uint32_t n)
{
    bool down = range->last_row > range->first_row;

    return kp_cell_at(range->sheet, range->first_row + (down ? n : 0), range->first_column + (down ? 0 : n));
}

static uint32_t length_of(const kp_range *range)
{
    return range->last_row - range->first_row + range->last_column - range->first_column + 1;
}

static bool is_number(const kp_cell *cell)
{
    return cell && (cell->kind == KP_CELL_NUMBER || (cell->kind == KP_CELL_FORMULA && !cell->text));
}

/* Categories that are all numbers (years) lie at their true distances. */
static bool are_numbers(const kp_range *range)
{
    for (uint32_t i = 0; i < length_of(range); i++)
        if (!is_number(nth_cell(range, i)))
            return false;
    return true;
}

static const char *category_text(kp_arena *arena, const kp_cell *cell)
{
    return cell->text ? xlsx_escaped(arena, cell->text, KP_MAX_CELL_UNITS)
                      : kp_num_digits(arena, cell->number, 15);
}

/* The library fills caches from cells that hold numbers and texts themselves, and writes 0 for a formula: a
 * viewer that does not compute would draw that. So we fill them, from the values that the plan has. */
static void fill_cache(xlsx *x, lxw_series_range *cache, const kp_range *range, bool as_text)
{
    uint32_t count = length_of(range);

    for (uint32_t i = 0; i < count; i++) {
        const kp_cell *cell = nth_cell(range, i);
        lxw_series_data_point *point = calloc(1, sizeof(*point));
        if (!point)
            kp_out_of_memory();
        if (as_text && cell && cell->kind != KP_CELL_BLANK) {
            point->is_string = LXW_TRUE;
            point->string = xlsx_owned(category_text(x->arena, cell));
        } else if (!as_text && is_number(cell)) {
            point->number = kp_num_double(cell->number);
        } else {
            point->no_data = LXW_TRUE;
        }
        STAILQ_INSERT_TAIL(cache->data_cache, point, list_pointers);
    }
    cache->num_data_points = (uint16_t)count;
    cache->has_string_cache = as_text;
    cache->ignore_cache = LXW_TRUE; /* else the library adds its own points */
}

/* Not through the library's functions: they take a text that begins with '=' for a formula. */
static void set_name(lxw_chart_title *title, const char *text)
{
    free(title->name);
    title->name = xlsx_owned(text);
}

/* A series that goes on looks like the one before it. */
static uint32_t look_of(const kp_chart *plan, uint32_t index)
{
    uint32_t look = 0;

    for (uint32_t i = 1; i <= index; i++)
        look += !plan->series[i].goes_on;
    return look;
}

static bool add_series(xlsx *x, lxw_chart *chart, const kp_chart *plan, uint32_t index, bool as_text)
{
    const kp_series *from = &plan->series[index];
    const kp_range *c = &from->categories, *v = &from->values;
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);

    if (!series)
        return xlsx_ok(x, LXW_ERROR_MEMORY_MALLOC_FAILED, "chart");
    chart_series_set_categories(series, kp_sheet_quoted(x->arena, c->sheet), c->first_row,
                                (lxw_col_t)c->first_column, c->last_row, (lxw_col_t)c->last_column);
    chart_series_set_values(series, kp_sheet_quoted(x->arena, v->sheet), v->first_row,
                            (lxw_col_t)v->first_column, v->last_row, (lxw_col_t)v->last_column);
    fill_cache(x, series->categories, c, as_text);
    fill_cache(x, series->values, v, false);
    set_name(&series->title, xlsx_escaped(x->arena, from->name, 255));
    if (plan->kind == KP_CHART_BAR)
        style_bar(series, look_of(plan, index));
    else
        style_line(series, look_of(plan, index));
    return true;
}

/* ---- axes ---- */

static void style_axis(lxw_chart_axis *axis, double size)
{
    lxw_chart_font font = font_of(size, false, INK);
    lxw_chart_line line = {.color = FRAME, .width = 0.75f}, grid = {.color = GRID, .width = 0.5f};

    chart_axis_set_num_font(axis, &font);
    chart_axis_set_line(axis, &line);
    if (axis->major_gridlines.visible)
        chart_axis_major_gridlines_set_line(axis, &grid);
}

static void set_value_axis(xlsx *x, lxw_chart_axis *axis, const kp_chart *plan)
{
    lxw_chart_font font = font_of(9, false, GREY_INK);
    kp_style style = {.format = KP_FORMAT_FIXED, .decimals = plan->value_decimals};

    if (plan->has_range && plan->max >= 1000)
        style.format = KP_FORMAT_GROUPED;
    style_axis(axis, 9);
    chart_axis_set_num_format(axis, xlsx_number_format(x->arena, style));
    if (plan->has_range) {
        chart_axis_set_min(axis, plan->min);
        chart_axis_set_max(axis, plan->max);
        chart_axis_set_major_unit(axis, plan->step);
    }
    if (plan->value_title) {
        chart_axis_set_name_font(axis, &font);
        set_name(&axis->title, xlsx_plain(x->arena, plan->value_title, 255));
    }
}

/* Years: from the first to the last of all series, with a line at every one, or every few. */
static void set_year_axis(lxw_chart_axis *axis, const kp_chart *plan)
{
    static const int steps[] = {1, 2, 5, 10, 20, 50, 100};
    kp_num first = nth_cell(&plan->series[0].categories, 0)->number, last = first;
    double span;
    size_t step = 0;

    for (uint32_t s = 0; s < plan->series_count; s++)
        for (uint32_t i = 0; i < length_of(&plan->series[s].categories); i++) {
            kp_num number = nth_cell(&plan->series[s].categories, i)->number;
            first = kp_num_min(first, number);
            last = kp_num_max(last, number);
        }
    span = kp_num_double(last) - kp_num_double(first);
    while (step + 1 < sizeof(steps) / sizeof(steps[0]) && span / steps[step] > 14)
        step++;
    style_axis(axis, 9);
    chart_axis_set_num_format(axis, "0");
    chart_axis_set_min(axis, kp_num_double(first) - (span > 0 ? 0 : 1));
    chart_axis_set_max(axis, kp_num_double(last) + (span > 0 ? 0 : 1));
    chart_axis_set_major_unit(axis, steps[step]);
}

static void set_axes(xlsx *x, lxw_chart *chart, const kp_chart *plan, bool by_year)
{
    bool bars = plan->kind == KP_CHART_BAR;
    /* The library calls the axis of a bar chart's categories y until the file is written. */
    lxw_chart_axis *categories = bars ? chart->y_axis : chart->x_axis;
    lxw_chart_axis *values = bars ? chart->x_axis : chart->y_axis;

    set_value_axis(x, values, plan);
    if (by_year)
        set_year_axis(categories, plan);
    else
        style_axis(categories, plan->kind == KP_CHART_RADAR ? 10 : 9);
    if (bars) {
        chart_axis_set_reverse(categories);      /* the first on top, as in the table */
        chart_axis_set_crossing_max(categories); /* and the values' axis still below */
        chart_set_series_gap(chart, 55);
    }
}

/* ---- the chart ---- */

static uint8_t type_of(const kp_chart *plan, bool by_year)
{
    switch (plan->kind) {
    case KP_CHART_RADAR:
        return LXW_CHART_RADAR_WITH_MARKERS;
    case KP_CHART_BAR:
        return LXW_CHART_BAR;
    default:
        return by_year ? LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS : LXW_CHART_LINE;
    }
}

static void set_title(xlsx *x, lxw_chart *chart, const char *title)
{
    lxw_chart_font font = font_of(12, true, INK);

    if (!title || !*title) {
        chart_title_off(chart);
        return;
    }
    chart_title_set_name_font(chart, &font);
    set_name(&chart->title, xlsx_plain(x->arena, title, 255));
}

static bool set_legend(xlsx *x, lxw_chart *chart, const kp_chart *plan)
{
    lxw_chart_font font = font_of(9, false, INK);
    int16_t unnamed[KP_CHART_MAX_PARTS + 1];
    uint32_t count = 0;

    if (look_of(plan, plan->series_count - 1) == 0) {
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        return true;
    }
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &font);
    for (uint32_t i = 0; i < plan->series_count; i++)
        if (plan->series[i].goes_on)
            unnamed[count++] = (int16_t)i;
    unnamed[count] = -1; /* ends the list */
    return !count || xlsx_ok(x, chart_legend_delete_series(chart, unnamed), "chart");
}

static void set_frame(lxw_chart *chart)
{
    lxw_chart_line line = {.color = FRAME, .width = 0.75f};

    chart_chartarea_set_line(chart, &line);
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
}

/* Figures at the ends of the bars, while there is room for them. */
static void label_bars(lxw_chart *chart, const kp_chart *plan)
{
    lxw_chart_font font = font_of(9, false, INK);
    lxw_chart_series *first = STAILQ_FIRST(chart->series_list);

    if (plan->kind != KP_CHART_BAR || plan->series_count > 2)
        return;
    chart_series_set_labels(first);
    chart_series_set_labels_num_format(first, plan->texts_are_0 ? "0;-0;" : "0");
    chart_series_set_labels_font(first, &font);
}

bool xlsx_add_chart(xlsx *x, lxw_worksheet *worksheet, const kp_chart *plan)
{
    bool by_year = plan->kind == KP_CHART_LINE;
    lxw_chart_options options = {
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .x_scale = plan->width / 480.0,
        .y_scale = plan->height / 288.0,
    };
    lxw_chart *chart;

    for (uint32_t i = 0; i < plan->series_count; i++)
        by_year = by_year && are_numbers(&plan->series[i].categories);
    chart = workbook_add_chart(x->workbook, type_of(plan, by_year));
    if (!chart)
        return xlsx_ok(x, LXW_ERROR_MEMORY_MALLOC_FAILED, "chart");
    for (uint32_t i = 0; i < plan->series_count; i++)
        if (!add_series(x, chart, plan, i, !by_year))
            return false;
    set_title(x, chart, plan->title);
    set_axes(x, chart, plan, by_year);
    set_frame(chart);
    if (!set_legend(x, chart, plan))
        return false;
    label_bars(chart, plan);
    options.description =
        kp_arena_strdup(x->arena, xlsx_attribute(x->arena, plan->alt_text, KP_MAX_CELL_UNITS));
    return xlsx_ok(x,
                   worksheet_insert_chart_opt(worksheet, plan->row, (lxw_col_t)plan->column, chart, &options),
                   "chart");
}
