#include "overview_internal.h"

/* The profile as a radar, and as bars for those who read bars better. */

enum {
    HEIGHT = 260,    /* pixels, for one series */
    A_SERIES = 40,   /* for each more */
    ROW_HEIGHT = 20, /* of a row that holds nothing */
    RADAR_FEWEST = 3,
    RADAR_MOST = 16,
    BARS_MOST = 40,
    LEGEND = 50 /* units of a name in it; the table has the whole one */
};

static const char *percent(const kp_ov *ov, kp_num value)
{
    return kp_arena_printf(ov->arena, "%s %%",
                           kp_ov_number(ov, value, (unsigned)ov->rubric->percent_decimals));
}

/* "Demokrati 51 % (Sverigesnitt, april 2021 63 %)" */
static const char *area_words(const kp_ov *ov, const kp_node *area, const kp_reference *const *drawn,
                              uint32_t count)
{
    const kp_result *result = kp_ov_result(ov, area);
    const char *words = kp_arena_printf(ov->arena, "%s %s", kp_ov_short_title(ov, area),
                                        kp_has_score(result) ? percent(ov, kp_percent_of(ov->arena, result))
                                                             : kp_ov_state_word(ov, result->state));

    for (uint32_t i = 0; i < count; i++) {
        const kp_reference_value *value = kp_reference_value_of(drawn[i], area);
        if (value && kp_num_sign(area->full))
            words = kp_arena_printf(ov->arena, "%s (%s %s)", words, kp_reference_title(drawn[i], ov->lang),
                                    percent(ov, kp_ov_mean_percent(ov, value, area)));
    }
    if (result->unanswered)
        words = kp_arena_printf(ov->arena, "%s%s", words,
                                kp_label_with(ov->arena, KP_L_ASSESSED_OF, ov->lang,
                                              kp_ov_count(ov, result->answered),
                                              kp_ov_count(ov, result->answered + result->unanswered)));
    return words;
}

/* Charts are pasted where no caveat goes along. */
static const char *with_state(const kp_ov *ov, const char *words)
{
    if (ov->evaluation->state == KP_DRAFT)
        return kp_label_with(ov->arena, KP_L_CHART_DRAFT, ov->lang, words);
    return ov->score->complete ? words : kp_label_with(ov->arena, KP_L_CHART_INCOMPLETE, ov->lang, words);
}

static void add_chart(const kp_ov *ov, kp_chart chart, kp_label_id title, kp_label_id words)
{
    const kp_reference *drawn[KP_OV_MAX_DRAWN];
    uint32_t columns[KP_OV_MAX_DRAWN], count = kp_ov_drawn(ov, drawn, columns);
    const bool bars = chart.kind == KP_CHART_BAR;
    const uint32_t percents = bars ? ov->bar_percent : KP_OV_AREA_PERCENT;
    const char *text = kp_label_with(ov->arena, words, ov->lang, with_state(ov, kp_ov_unit(ov)));

    for (uint32_t i = 0; i < ov->area_count; i++)
        text = kp_arena_printf(ov->arena, "%s%s%s", text, i ? "; " : " ",
                               area_words(ov, ov->areas[i], drawn, count));
    chart.title = with_state(ov, kp_label(title, ov->lang));
    chart.texts_are_0 = bars && ov->has_gaps;
    chart.alt_text = kp_arena_printf(ov->arena, "%s.", text);
    chart.series_count = count + 1;
    for (uint32_t i = 0; i <= count; i++) {
        chart.series[i].name =
            kp_cut_units(ov->arena, i ? kp_reference_title(drawn[i - 1], ov->lang) : kp_ov_unit(ov), LEGEND);
        chart.series[i].categories = kp_ov_keys(ov, &ov->area_ranking, bars ? ov->bar_name : KP_OV_AREA_NAME);
        chart.series[i].values = kp_ov_keys(ov, &ov->area_ranking, i ? KP_OV_AREA_MEANS + i - 1 : percents);
    }
    chart.has_range = true;
    chart.max = 100;
    chart.step = 20;
    kp_add_chart(ov->summary, &chart);
}

static bool any_score(const kp_ov *ov)
{
    for (uint32_t i = 0; i < ov->area_count; i++)
        if (kp_ov_has_points(ov, ov->areas[i]))
            return true;
    return false;
}

/* What brackets mean, and what does not follow when an area is assessed. */
static uint32_t put_words(const kp_ov *ov, uint32_t row, bool radar)
{
    bool open = false, gap = false;

    for (uint32_t i = 0; i < ov->area_count; i++) {
        const kp_result *result = kp_ov_result(ov, ov->areas[i]);
        open = open || result->unanswered;
        gap = gap || (radar && result->state == KP_NONE_ANSWERED);
    }
    if (!open)
        return row;
    return kp_ov_put_wide(
        ov, row, KP_ROLE_NOTE,
        kp_arena_printf(ov->arena, "%s%s", KP_OV_L(ov, BARS_COUNT), gap ? KP_OV_L(ov, RADAR_STAYS) : ""));
}

/* Side by side: the radar over the names of the areas, the bars over their figures. */
uint32_t kp_ov_put_charts(const kp_ov *ov, uint32_t row)
{
    const kp_reference *drawn[KP_OV_MAX_DRAWN];
    uint32_t columns[KP_OV_MAX_DRAWN], height = HEIGHT + A_SERIES * kp_ov_drawn(ov, drawn, columns);
    bool radar = ov->area_count >= RADAR_FEWEST && ov->area_count <= RADAR_MOST;
    kp_chart bars = {.kind = KP_CHART_BAR, .height = height, .value_title = KP_OV_L(ov, PERCENT_OF_MAX)};

    if (!ov->has_area_table || ov->area_count > BARS_MOST || !any_score(ov))
        return row;
    row = put_words(ov, kp_ov_put_section(ov, row, KP_L_PROFILE_CHARTS), radar);
    bars.row = row;
    bars.column = radar ? KP_OV_S_POINTS : KP_OV_S_ID;
    bars.width = kp_pixels_between(ov->summary, bars.column, ov->profile.last);
    if (ov->area_count > RADAR_MOST)
        bars.height = ov->area_count * ROW_HEIGHT;
    if (radar)
        add_chart(ov,
                  (kp_chart){.kind = KP_CHART_RADAR,
                             .row = row,
                             .width = kp_pixels_between(ov->summary, 0, KP_OV_S_TITLE) - 8,
                             .height = height},
                  KP_L_RADAR_TITLE, KP_L_RADAR_WORDS);
    add_chart(ov, bars, KP_L_BAR_TITLE, KP_L_BAR_WORDS);
    return row + bars.height / ROW_HEIGHT + 1;
}
