#include <string.h>

#include "kompass/tracking.h"

const char *kp_target_met_name(kp_target_met met)
{
    static const char *const names[] = {
        [KP_MET_UNKNOWN] = "unknown", [KP_MET_YES] = "yes", [KP_MET_NO] = "no"};

    return names[met];
}

const char *kp_direction_name(kp_direction direction)
{
    static const char *const names[] = {[KP_DIRECTION_UNKNOWN] = "unknown",
                                        [KP_DIRECTION_BETTER] = "better",
                                        [KP_DIRECTION_SAME] = "same",
                                        [KP_DIRECTION_WORSE] = "worse"};

    return names[direction];
}

/* ---- one indicator ---- */

static bool is_year(kp_period period, int year)
{
    return period.year == year && !period.month;
}

/* Whether a comes before b where both were measured in the year: its own figure, else the latest. */
static bool is_better_current(const kp_figure *a, const kp_figure *b, int year)
{
    const bool own = is_year(a->period, year), other = is_year(b->period, year);

    if (own != other)
        return own;
    return kp_period_last(a->measured) > kp_period_last(b->measured);
}

static const kp_figure *current_of(const kp_series_of *series, int year)
{
    const kp_figure *found = NULL;

    for (uint32_t i = 0; i < series->count; i++) {
        const kp_figure *f = &series->figures[i];
        if (f->kind == KP_FIGURE_VALUE && f->measured.year == year &&
            (!found || is_better_current(f, found, year)))
            found = f;
    }
    return found;
}

/* The value that the report carries on for the year, of its own period before one of its months; or NULL. */
static const kp_figure *carried_of(const kp_series_of *series, int year)
{
    const kp_figure *found = NULL;

    for (uint32_t i = 0; i < series->count; i++) {
        const kp_figure *f = &series->figures[i];
        if (f->kind == KP_FIGURE_VALUE && f->period.year == year && f->measured.year != year &&
            (!found || !is_year(found->period, year)))
            found = f; /* they ascend: the year's own, else the last month */
    }
    return found;
}

/* Whether a is the later measurement. Of two that end together the one is taken that spans what the current
 * figure spans, a year or a month, and one that stands under its own period before one that is carried on. */
static bool is_later(const kp_figure *a, const kp_figure *b, const kp_figure *current)
{
    const int32_t x = kp_period_last(a->measured), y = kp_period_last(b->measured);
    const bool month = current->measured.month != 0, a_fits = (a->measured.month != 0) == month,
               b_fits = (b->measured.month != 0) == month;

    if (x != y)
        return x > y;
    if (a_fits != b_fits)
        return a_fits;
    if (!a->measured_at != !b->measured_at)
        return !a->measured_at;
    return true; /* they ascend: what was said last of the same measurement */
}

static const kp_figure *earlier_of(const kp_series_of *series, const kp_figure *current)
{
    const kp_figure *found = NULL;

    for (uint32_t i = 0; i < series->count; i++) {
        const kp_figure *f = &series->figures[i];
        if (f->kind == KP_FIGURE_VALUE && kp_period_last(f->measured) < kp_period_first(current->measured) &&
            (!found || is_later(f, found, current)))
            found = f;
    }
    return found;
}

/* The target that a figure of the year is held against: of its own period, of the year, else the latest month
 * of the year that has passed by then; or the one number that is given. */
static const kp_aim *aim_of(const kp_aims *aims, const kp_figure *current, int year)
{
    const int32_t by =
        current ? kp_period_last(current->measured) : kp_period_last((kp_period){(int16_t)year, 0});
    const kp_aim *own = NULL, *month = NULL;

    for (uint32_t i = 0; i < aims->count; i++) {
        const kp_aim *aim = &aims->items[i];
        if (!aim->period.year)
            return aim;
        if (aim->period.year != year)
            continue;
        if (current && aim->period.month && aim->period.month == current->period.month &&
            current->period.year == year)
            return aim;
        if (!aim->period.month)
            own = aim;
        else if (kp_period_last(aim->period) <= by)
            month = aim; /* they ascend */
    }
    return own ? own : month;
}

static bool is_across(const kp_indicator *indicator, const kp_figure *earlier, const kp_figure *current)
{
    const int32_t from = kp_period_first(indicator->break_from);

    return indicator->break_from.year && kp_period_first(earlier->measured) < from &&
           kp_period_last(current->measured) >= from;
}

/* -1, 0 or 1 as x is worse than, as good as or better than y. */
static int goodness(kp_arena *arena, const kp_indicator *indicator, kp_decimal x, kp_decimal y)
{
    const int order = kp_num_cmp(kp_num_decimal(arena, x), kp_num_decimal(arena, y));

    return indicator->lower_is_better ? -order : order;
}

static kp_indicator_facts indicator_facts(kp_arena *arena, const kp_indicator *indicator, int year)
{
    static const kp_direction directions[] = {KP_DIRECTION_WORSE, KP_DIRECTION_SAME, KP_DIRECTION_BETTER};
    kp_indicator_facts facts = {.indicator = indicator, .current = current_of(&indicator->series, year)};
    const kp_figure *held;

    facts.carried = facts.current ? NULL : carried_of(&indicator->series, year);
    facts.aim = aim_of(&indicator->target, facts.current, year);
    held = facts.current ? facts.current : facts.carried;
    if (held && facts.aim)
        facts.met = goodness(arena, indicator, held->value, facts.aim->value) >= 0 ? KP_MET_YES : KP_MET_NO;
    if (!facts.current)
        return facts;
    facts.earlier = earlier_of(&indicator->series, facts.current);
    if (!facts.earlier)
        return facts;
    facts.across_break = is_across(indicator, facts.earlier, facts.current);
    if (!facts.across_break)
        facts.direction =
            directions[1 + goodness(arena, indicator, facts.current->value, facts.earlier->value)];
    return facts;
}

/* ---- one goal ---- */

static bool choose_key(kp_goal_facts *facts, uint32_t count)
{
    bool any = false;

    for (uint32_t i = 0; i < count; i++) {
        facts->indicators[i].decides = facts->indicators[i].indicator->key;
        any = any || facts->indicators[i].decides;
    }
    return any;
}

static bool choose_aimed(kp_goal_facts *facts, uint32_t count)
{
    bool any = false;

    for (uint32_t i = 0; i < count; i++) {
        facts->indicators[i].decides = facts->indicators[i].aim != NULL;
        any = any || facts->indicators[i].decides;
    }
    return any;
}

static kp_target_met met_of(const kp_goal_facts *facts, uint32_t count)
{
    bool any = false, unknown = false;

    for (uint32_t i = 0; i < count; i++) {
        if (!facts->indicators[i].decides)
            continue;
        if (facts->indicators[i].met == KP_MET_NO)
            return KP_MET_NO;
        any = true;
        unknown = unknown || facts->indicators[i].met == KP_MET_UNKNOWN;
    }
    return any && !unknown ? KP_MET_YES : KP_MET_UNKNOWN;
}

/* Of those that decide, or of all where none does. */
static kp_direction direction_of(const kp_goal_facts *facts, uint32_t count, bool all)
{
    uint32_t seen[4] = {0}, asked = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (!all && !facts->indicators[i].decides)
            continue;
        seen[facts->indicators[i].direction]++;
        asked++;
    }
    if (!asked || seen[KP_DIRECTION_UNKNOWN] || (seen[KP_DIRECTION_BETTER] && seen[KP_DIRECTION_WORSE]))
        return KP_DIRECTION_UNKNOWN;
    if (seen[KP_DIRECTION_BETTER])
        return KP_DIRECTION_BETTER;
    return seen[KP_DIRECTION_WORSE] ? KP_DIRECTION_WORSE : KP_DIRECTION_SAME;
}

static kp_goal_facts goal_facts(kp_arena *arena, const kp_goal *goal, int year)
{
    const uint32_t count = goal->indicator_count;
    kp_goal_facts facts = {.goal = goal, .indicators = KP_NEW_ARRAY(arena, count, kp_indicator_facts)};
    bool chosen;

    for (uint32_t i = 0; i < count; i++)
        facts.indicators[i] = indicator_facts(arena, &goal->indicators[i], year);
    chosen = choose_key(&facts, count) || choose_aimed(&facts, count);
    facts.met = met_of(&facts, count);
    facts.direction = direction_of(&facts, count, !chosen);
    facts.differs = (goal->assessment == KP_ASSESSED_REACHED && facts.met == KP_MET_NO) ||
                    (goal->assessment == KP_ASSESSED_NOT_REACHED && facts.met == KP_MET_YES);
    return facts;
}

/* ---- one follow-up ---- */

kp_year_facts kp_track_year(kp_arena *arena, const kp_followup *followup)
{
    kp_year_facts year = {.followup = followup};

    year.goal_facts = KP_NEW_ARRAY(arena, followup->goal_count, kp_goal_facts);
    for (uint32_t i = 0; i < followup->goal_count; i++) {
        year.goal_facts[i] = goal_facts(arena, &followup->goals[i], followup->year);
        year.goals[followup->goals[i].assessment]++;
    }
    for (uint32_t i = 0; i < followup->area_count; i++)
        year.areas[followup->areas[i].assessment]++;
    for (uint32_t i = 0; i < followup->commitment_count; i++) {
        const kp_commitment *c = &followup->commitments[i];
        year.commitments[c->status]++;
        year.by_kind[c->kind][c->status]++;
    }
    return year;
}

static uint32_t sum(const uint32_t *counts, size_t count)
{
    uint32_t total = 0;

    for (size_t i = 0; i < count; i++)
        total += counts[i];
    return total;
}

uint32_t kp_listed(const kp_year_facts *year, kp_reported_what what, int index)
{
    static const kp_commitment_kind kinds[KP_REPORTED__COUNT] = {[KP_REPORTED_ACTIVITIES] = KP_ACTIVITY,
                                                                 [KP_REPORTED_ASSIGNMENTS] = KP_ASSIGNMENT,
                                                                 [KP_REPORTED_DIRECTIVES] = KP_DIRECTIVE};
    const uint32_t *counts = what == KP_REPORTED_GOALS         ? year->goals
                             : what == KP_REPORTED_AREAS       ? year->areas
                             : what == KP_REPORTED_COMMITMENTS ? year->commitments
                                                               : year->by_kind[kinds[what]];
    const size_t count = what == KP_REPORTED_GOALS || what == KP_REPORTED_AREAS ? (size_t)KP_ASSESSMENT__COUNT
                                                                                : (size_t)KP_STATUS__COUNT;

    return index == KP_REPORTED_TOTAL ? sum(counts, count) : counts[index];
}

/* ---- differences, as notes ---- */

static bool count_is_other(const kp_year_facts *year, kp_reported_what what, int index)
{
    const kp_maybe_decimal *count = &year->followup->reported[what].count[index];

    return count->given && count->value.digits != (int64_t)kp_listed(year, what, index);
}

bool kp_count_differs(const kp_year_facts *year, kp_reported_what what)
{
    for (int i = 0; i < KP_REPORTED_NUMBERS; i++)
        if (count_is_other(year, what, i))
            return true;
    return false;
}

static void tell_counts(kp_reader *reader, const kp_year_facts *year, kp_reported_what what)
{
    const kp_reported *reported = &year->followup->reported[what];
    const char *differences = "";

    for (int i = 0; i < KP_REPORTED_NUMBERS; i++) {
        const char *word = i == KP_REPORTED_TOTAL ? "total" : kp_word_for(kp_reported_words(what), i);
        if (count_is_other(year, what, i))
            differences = kp_arena_printf(
                reader->arena, "%s%s%s", differences, *differences ? "; " : "",
                kp_phrase(reader->sink, reader->arena, KP_P_COUNTED_AND_LISTED, word,
                          kp_decimal_text(reader->arena, reported->count[i].value),
                          kp_arena_printf(reader->arena, "%u", (unsigned)kp_listed(year, what, i))));
    }
    if (*differences)
        kp_report(reader->sink, KP_D_COUNTS_DIFFER, kp_reader_place(reader, reported->key),
                  reported->key->text, differences,
                  year->followup->excerpt ? kp_phrase(reader->sink, reader->arena, KP_P_IS_EXCERPT, NULL)
                                          : "");
}

/* "2018: 83, target 93; ..." of the indicators that decide as the whole does. */
static const char *figures_of(kp_reader *reader, const kp_goal_facts *facts)
{
    kp_arena *a = reader->arena;
    const char *list = "";

    for (uint32_t i = 0; i < facts->goal->indicator_count; i++) {
        const kp_indicator_facts *f = &facts->indicators[i];
        const kp_figure *held = f->current ? f->current : f->carried;
        if (!f->decides || f->met != facts->met)
            continue;
        list = kp_arena_printf(a, "%s%s%s", list, *list ? "; " : "",
                               kp_phrase(reader->sink, a, KP_P_FIGURE_AND_TARGET,
                                         kp_period_text(a, held->measured), kp_decimal_text(a, held->value),
                                         kp_decimal_text(a, f->aim->value)));
    }
    return list;
}

static void tell_difference(kp_reader *reader, const kp_goal_facts *facts)
{
    const kp_phrase_id says = facts->met == KP_MET_NO ? KP_P_TARGET_NOT_MET : KP_P_EVERY_TARGET_MET;

    if (facts->differs)
        kp_report(reader->sink, KP_D_STATED_OTHERWISE, kp_reader_place(reader, facts->goal->assessment_at),
                  kp_word_for(kp_goal_assessments, facts->goal->assessment),
                  kp_phrase(reader->sink, reader->arena, says, figures_of(reader, facts)));
}

void kp_report_followup(kp_reader *reader, const kp_year_facts *year)
{
    for (int what = 0; what < KP_REPORTED__COUNT; what++)
        tell_counts(reader, year, (kp_reported_what)what);
    for (uint32_t i = 0; i < year->followup->goal_count; i++)
        tell_difference(reader, &year->goal_facts[i]);
}
