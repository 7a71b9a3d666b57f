/* Indicators of a follow-up: periods, series, targets; and the words of the format. */
#include <stdlib.h>
#include <string.h>

#include "followup_internal.h"

/* ---- words ---- */

const kp_word kp_goal_assessments[] = {{"reached", KP_ASSESSED_REACHED},
                                       {"near", KP_ASSESSED_NEAR},
                                       {"not_reached", KP_ASSESSED_NOT_REACHED},
                                       {"not_measured", KP_ASSESSED_NOT_MEASURED},
                                       {0}};
const kp_word kp_area_assessments[] = {{"reached", KP_ASSESSED_REACHED},
                                       {"partly", KP_ASSESSED_PARTLY},
                                       {"not_reached", KP_ASSESSED_NOT_REACHED},
                                       {0}};
const kp_word kp_trends[] = {{"up", KP_TREND_UP}, {"same", KP_TREND_SAME}, {"down", KP_TREND_DOWN}, {0}};
const kp_word kp_commitment_kinds[] = {{"commitment", KP_COMMITMENT},
                                       {"activity", KP_ACTIVITY},
                                       {"assignment", KP_ASSIGNMENT},
                                       {"directive", KP_DIRECTIVE},
                                       {0}};
const kp_word kp_statuses[] = {{"done", KP_STATUS_DONE},
                               {"partly", KP_STATUS_PARTLY},
                               {"ongoing", KP_STATUS_ONGOING},
                               {"delayed", KP_STATUS_DELAYED},
                               {"not_started", KP_STATUS_NOT_STARTED},
                               {"dropped", KP_STATUS_DROPPED},
                               {0}};
const kp_word kp_expectations[] = {{"done", KP_STATUS_DONE}, {"delayed", KP_STATUS_DELAYED}, {0}};

const char *kp_word_for(const kp_word *words, int value)
{
    for (; words->word; words++)
        if (words->value == value)
            return words->word;
    return "not_stated";
}

/* ---- periods ---- */

bool kp_period_parse(const char *text, kp_period *ret)
{
    size_t length = strlen(text);

    if ((length != 4 && length != 7) || !kp_is_date(text))
        return false;
    *ret = (kp_period){(int16_t)strtol(text, NULL, 10), 0};
    if (length == 7)
        ret->month = (uint8_t)strtol(text + 5, NULL, 10);
    return true;
}

const char *kp_period_text(kp_arena *arena, kp_period period)
{
    if (period.month)
        return kp_arena_printf(arena, "%04d-%02d", period.year, period.month);
    return kp_arena_printf(arena, "%04d", period.year);
}

int32_t kp_period_first(kp_period period)
{
    return period.year * 12 + (period.month ? period.month - 1 : 0);
}

int32_t kp_period_last(kp_period period)
{
    return period.year * 12 + (period.month ? period.month - 1 : 11);
}

static void report_period(kp_reader *reader, const kp_ynode *at)
{
    kp_report(reader->sink, KP_D_NOT_A_PERIOD, kp_reader_place(reader, at), at->text);
}

static void read_period(kp_reader *reader, kp_ynode *key, kp_ynode *value, kp_period *ret)
{
    if (value->kind != KP_YSCALAR)
        kp_wrong_type(reader, key, value, KP_P_A_PERIOD);
    else if (!kp_ynode_is_empty(value) && !kp_period_parse(value->text, ret))
        report_period(reader, value);
}

/* ---- series ---- */

/* What one entry of a series may say. */
typedef struct raw_figure {
    kp_maybe_decimal value, forecast;
    bool missing;
    kp_period measured;
    const kp_ynode *measured_at;
} raw_figure;

static void read_measured(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                          void *target)
{
    raw_figure *raw = target;

    (void)field;
    read_period(reader, key, value, &raw->measured);
    if (!kp_ynode_is_empty(value))
        raw->measured_at = value;
}

static const kp_field figure_fields[] = {
    {"value", kp_read_decimal, offsetof(raw_figure, value), 0, NULL, KP_P_A_NUMBER},
    {"measured", read_measured, 0, 0, NULL, KP_P_A_PERIOD},
    {"missing", kp_read_bool, offsetof(raw_figure, missing), 0, NULL, KP_P_A_TEXT},
    {"forecast", kp_read_decimal, offsetof(raw_figure, forecast), 0, NULL, KP_P_A_NUMBER},
    {0},
};
static const kp_shape figure_shape = {KP_P_THE_FIGURE, figure_fields};

/* A map must say exactly one thing. */
static void settle(kp_reader *reader, const kp_ynode *at, const raw_figure *raw, kp_figure *figure)
{
    const int said = raw->value.given + raw->forecast.given + raw->missing;

    if (said != 1 || (raw->measured_at && !raw->value.given)) {
        kp_report(reader->sink, KP_D_FIGURE_SAYS, kp_reader_place(reader, at), figure->key->text);
        return;
    }
    if (raw->missing)
        figure->kind = KP_FIGURE_MISSING;
    else if (raw->forecast.given)
        figure->kind = KP_FIGURE_FORECAST, figure->value = raw->forecast.value;
    else
        figure->kind = KP_FIGURE_VALUE, figure->value = raw->value.value;
    if (raw->measured.year) {
        figure->measured = raw->measured;
        figure->measured_at = raw->measured_at;
    }
}

static void read_figure(kp_reader *reader, kp_ynode *key, kp_figure *figure)
{
    static const kp_field plain = {"value", kp_read_decimal, 0, 0, NULL, KP_P_A_NUMBER};
    kp_ynode *value = key->value;
    const size_t errors = kp_sink_errors(reader->sink);
    raw_figure raw = {0};

    figure->key = key;
    figure->measured = figure->period;
    if (value->kind == KP_YMAP) {
        kp_read_map(reader, &figure_shape, key, value, &raw);
        if (kp_sink_errors(reader->sink) == errors) /* else it is told already */
            settle(reader, value, &raw, figure);
    } else if (value->kind == KP_YSEQ) {
        kp_wrong_type(reader, key, value, KP_P_A_FIGURE);
    } else {
        kp_read_decimal(reader, &plain, key, value, &raw.value);
        if (raw.value.given)
            figure->kind = KP_FIGURE_VALUE, figure->value = raw.value.value;
        else if (kp_ynode_is_empty(value))
            figure->kind = KP_FIGURE_MISSING; /* `2018:` without anything: no figure either */
    }
}

static void read_series(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_series_of *series = target;

    (void)field;
    if (value->kind != KP_YMAP) {
        if (!kp_ynode_is_empty(value))
            kp_wrong_type(reader, key, value, KP_P_A_SERIES);
        return;
    }
    series->figures = KP_NEW_ARRAY(reader->arena, value->count, kp_figure);
    for (kp_ynode *k = value->first; k; k = k->next) {
        kp_figure *figure = &series->figures[series->count];
        if (k->kind == KP_YBAD)
            continue;
        if (!kp_period_parse(k->text, &figure->period)) {
            report_period(reader, k);
            continue;
        }
        read_figure(reader, k, figure);
        series->count++;
    }
}

/* ---- targets ---- */

static void read_aim(kp_reader *reader, kp_ynode *key, kp_ynode *value, kp_period period, kp_aims *aims)
{
    static const kp_field plain = {"target", kp_read_decimal, 0, 0, NULL, KP_P_A_NUMBER};
    kp_maybe_decimal number = {0};

    kp_read_decimal(reader, &plain, key, value, &number);
    if (number.given)
        aims->items[aims->count++] = (kp_aim){period, number.value, number.at};
}

static void read_aims(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_aims *aims = target;

    (void)field;
    if (kp_ynode_is_empty(value))
        return;
    aims->at = value;
    aims->items = KP_NEW_ARRAY(reader->arena, value->count + 1, kp_aim);
    if (value->kind == KP_YSEQ)
        kp_wrong_type(reader, key, value, KP_P_AN_AIM);
    if (value->kind == KP_YSCALAR)
        read_aim(reader, key, value, (kp_period){0, 0}, aims);
    for (kp_ynode *k = value->kind == KP_YMAP ? value->first : NULL; k; k = k->next) {
        kp_period period;
        if (k->kind == KP_YBAD)
            continue;
        if (kp_period_parse(k->text, &period))
            read_aim(reader, k, k->value, period, aims);
        else
            report_period(reader, k);
    }
}

/* ---- indicators ---- */

static const kp_field side_fields[] = {
    {"title", kp_read_text, offsetof(kp_side_series, title), 0, NULL, KP_P_A_TEXT},
    {"series", read_series, offsetof(kp_side_series, series), 0, NULL, KP_P_A_SERIES},
    {0},
};
static const kp_shape side_shape = {KP_P_THE_SIDE_SERIES, side_fields};

typedef struct side_list {
    kp_side_series *items;
    uint32_t *count;
} side_list;

static void read_side(kp_reader *reader, kp_ynode *item, void *context)
{
    side_list *list = context;

    if (kp_read_map(reader, &side_shape, NULL, item, &list->items[*list->count]))
        ++*list->count;
}

static void read_compare(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                         void *target)
{
    kp_indicator *indicator = target;

    (void)field;
    indicator->compare = KP_NEW_ARRAY(reader->arena, value->count, kp_side_series);
    kp_read_items(reader, key, value, read_side, &(side_list){indicator->compare, &indicator->compare_count});
}

static void read_breakdown(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                           void *target)
{
    kp_indicator *indicator = target;

    (void)field;
    indicator->breakdown = KP_NEW_ARRAY(reader->arena, value->count, kp_side_series);
    kp_read_items(reader, key, value, read_side,
                  &(side_list){indicator->breakdown, &indicator->breakdown_count});
}

static void read_break(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_indicator *indicator = target;

    (void)field;
    read_period(reader, key, value, &indicator->break_from);
    if (indicator->break_from.year)
        indicator->break_at = value;
}

static const kp_word better_words[] = {{"higher", 0}, {"lower", 1}, {0}};

#define AT(member) offsetof(kp_indicator, member)
static const kp_field indicator_fields[] = {
    {"title", kp_read_text, AT(title), 0, NULL, KP_P_A_TEXT},
    {"unit", kp_read_text, AT(unit), 0, NULL, KP_P_A_TEXT},
    {"better", kp_read_word, AT(lower_is_better), 0, better_words, KP_P_A_TEXT},
    {"key", kp_read_bool, AT(key), 0, NULL, KP_P_A_TEXT},
    {"series", read_series, AT(series), 0, NULL, KP_P_A_SERIES},
    {"break", read_break, 0, 0, NULL, KP_P_A_PERIOD},
    {"target", read_aims, AT(target), 0, NULL, KP_P_AN_AIM},
    {"final_target", read_aims, AT(final_target), 0, NULL, KP_P_AN_AIM},
    {"compare", read_compare, 0, 0, NULL, KP_P_A_LIST},
    {"breakdown", read_breakdown, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
#undef AT
static const kp_shape indicator_shape = {KP_P_THE_INDICATOR, indicator_fields};

bool kp_indicator_read(kp_reader *reader, kp_ynode *item, kp_indicator *ret)
{
    ret->at = item;
    return kp_read_map(reader, &indicator_shape, NULL, item, ret);
}
