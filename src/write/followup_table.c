#include <string.h>

#include "kompass/labels.h"
#include "kompass/outcome.h"
#include "kompass/utf8.h"
#include "kompass/write.h"
#include "table_parts.h"

enum {
    NAME_WIDTH = 20,
    ID_WIDTH = 9,
    TITLE_WIDTH = 58,
    STATED_WIDTH = 16,
    MET_WIDTH = 15,
    LEAST_COLUMN = 10
};

typedef struct table {
    kp_arena *arena;
    const kp_tracking *tracking;
    const char *lang;
    kp_buf *out;
    bool brackets; /* a report's own count is shown */
} table;

static const char *say(const table *t, kp_label_id id)
{
    return kp_label(id, t->lang);
}

static const char *text(const table *t, const kp_text *text, const kp_followup *f)
{
    return kp_text_or(text, t->lang, f->language, "");
}

static void line(const table *t, const char *words)
{
    kp_buf_puts(t->out, words);
    kp_table_end_line(t->out);
}

static void heading(const table *t, const char *words)
{
    kp_buf_putc(t->out, '\n');
    line(t, words);
}

/* ---- the reports ---- */

static void put_report(const table *t, const kp_followup *f)
{
    const char *organisation = text(t, &f->organisation, f);

    kp_buf_printf(t->out, "%s  %s", f->id, kp_utf8_one_line(t->arena, f->unit.name));
    if (*organisation)
        kp_buf_printf(t->out, " \xC2\xB7 %s", kp_utf8_one_line(t->arena, organisation));
    kp_buf_printf(t->out, " \xC2\xB7 %04d", f->year);
    if (f->as_of)
        kp_buf_printf(t->out, " \xC2\xB7 %s", kp_label_with(t->arena, KP_L_AS_OF, t->lang, f->as_of));
    if (f->excerpt)
        kp_buf_printf(t->out, " \xC2\xB7 %s", say(t, KP_L_EXCERPT));
    kp_table_end_line(t->out);
}

/* ---- counts, a column a report ---- */

static size_t column_width(const kp_followup *f)
{
    const size_t own = strlen(f->id) + 2;

    return own > LEAST_COLUMN ? own : LEAST_COLUMN;
}

/* "6 (10)": listed, and counted by the report where that is another number. */
static const char *count_shown(table *t, const kp_year_facts *year, kp_reported_what what, int index)
{
    const kp_maybe_decimal *own = &year->followup->reported[what].count[index];
    const uint32_t listed = kp_listed(year, what, index);

    if (!own->given || own->value.digits == (int64_t)listed)
        return kp_arena_printf(t->arena, "%u", (unsigned)listed);
    t->brackets = true;
    return kp_arena_printf(t->arena, "%u (%s)", (unsigned)listed, kp_decimal_text(t->arena, own->value));
}

static void put_counts(table *t, kp_reported_what what, int index, const char *name)
{
    kp_table_pad(t->out, "", 2, false);
    kp_table_pad(t->out, name, NAME_WIDTH - 2, false);
    for (uint32_t i = 0; i < t->tracking->year_count; i++)
        kp_table_pad(t->out, count_shown(t, &t->tracking->years[i], what, index),
                     column_width(t->tracking->years[i].followup), true);
    kp_table_end_line(t->out);
}

static bool any(const table *t, kp_reported_what what, int index)
{
    for (uint32_t i = 0; i < t->tracking->year_count; i++) {
        const kp_year_facts *year = &t->tracking->years[i];
        const kp_maybe_decimal *own = &year->followup->reported[what].count[index];
        if (kp_listed(year, what, index) || (own->given && own->value.digits))
            return true;
    }
    return false;
}

static void put_count_table(table *t, kp_reported_what what, kp_label_id title)
{
    if (!any(t, what, KP_REPORTED_TOTAL))
        return;
    kp_buf_putc(t->out, '\n');
    kp_table_pad(t->out, say(t, title), NAME_WIDTH, false);
    for (uint32_t i = 0; i < t->tracking->year_count; i++)
        kp_table_pad(t->out, t->tracking->years[i].followup->id, column_width(t->tracking->years[i].followup),
                     true);
    kp_table_end_line(t->out);
    for (const kp_word *w = kp_reported_words(what); w->word; w++)
        if (any(t, what, w->value))
            put_counts(t, what, w->value, kp_words_reported(what, w->value, t->lang));
    if (any(t, what, 0))
        put_counts(t, what, 0, say(t, KP_L_NOT_STATED));
    put_counts(t, what, KP_REPORTED_TOTAL, say(t, KP_L_TOTAL));
}

/* ---- goals ---- */

static void put_goal(const table *t, const kp_followup *f, const kp_goal_facts *facts)
{
    const kp_goal *goal = facts->goal;

    kp_table_pad(t->out, "", 2, false);
    kp_table_pad(t->out, kp_table_cut(t->arena, goal->id.text ? goal->id.text : "", ID_WIDTH - 2),
                 ID_WIDTH - 1, false);
    kp_table_pad(t->out, kp_table_cut(t->arena, text(t, &goal->title, f), TITLE_WIDTH - 2), TITLE_WIDTH,
                 false);
    kp_table_pad(t->out, kp_words_assessment(goal->assessment, t->lang), STATED_WIDTH, false);
    kp_table_pad(t->out, kp_words_met(facts->met, t->lang), MET_WIDTH, false);
    kp_buf_puts(t->out, kp_words_direction(facts->direction, t->lang));
    if (facts->differs)
        kp_buf_puts(t->out, "  \xE2\x89\xA0");
    kp_table_end_line(t->out);
}

static void put_goals(const table *t, const kp_year_facts *year)
{
    bool differs = false;

    if (!year->followup->goal_count)
        return;
    kp_buf_putc(t->out, '\n');
    kp_table_pad(t->out,
                 kp_arena_printf(t->arena, "%s \xC2\xB7 %s", say(t, KP_L_SHEET_GOALS), year->followup->id),
                 ID_WIDTH + TITLE_WIDTH + 1, false);
    kp_table_pad(t->out, say(t, KP_L_ASSESSMENT), STATED_WIDTH, false);
    kp_table_pad(t->out, say(t, KP_L_TARGET_MET), MET_WIDTH, false);
    line(t, say(t, KP_L_DIRECTION));
    for (uint32_t i = 0; i < year->followup->goal_count; i++) {
        put_goal(t, year->followup, &year->goal_facts[i]);
        differs = differs || year->goal_facts[i].differs;
    }
    if (differs)
        line(t, kp_arena_printf(t->arena, "\xE2\x89\xA0 %s.", say(t, KP_L_POINTS_OTHER_WAY)));
}

/* ---- from evaluation to action ---- */

static const char *answers(const table *t, const kp_tracked_item *item)
{
    const char *list = "";
    uint32_t year = UINT32_MAX;

    for (uint32_t i = 0; i < item->answer_count; i++) {
        const kp_answered_by *by = &item->answers[i];
        const char *id = by->goal ? by->goal->id.text : by->commitment->id.text;
        if (by->year != year)
            list = kp_arena_printf(t->arena, "%s%s%04d: ", list, i ? "; " : "",
                                   t->tracking->years[by->year].followup->year);
        else
            list = kp_arena_printf(t->arena, "%s, ", list);
        list = kp_arena_printf(t->arena, "%s%s", list, id ? id : "?");
        if (by->question)
            list = kp_arena_printf(t->arena, "%s (%s)", list, by->question->id);
        year = by->year;
    }
    return *list ? kp_utf8_one_line(t->arena, list) : "\xE2\x80\x93";
}

static void put_item(const table *t, const kp_tracked_item *item)
{
    const kp_node *area = kp_area_of(item->node);
    const char *words = kp_text_or(&item->finding->text, t->lang, item->evaluation->language, "");

    kp_table_pad(t->out, "", 2, false);
    kp_table_pad(t->out, kp_table_cut(t->arena, area->parent ? area->id : "", 4), 5, false);
    kp_table_pad(t->out, kp_table_cut(t->arena, item->finding->id ? item->finding->id : "", 6), 7, false);
    kp_table_pad(t->out, kp_table_cut(t->arena, words, TITLE_WIDTH - 4), TITLE_WIDTH - 2, false);
    line(t, answers(t, item));
}

static bool begins_evaluation(const kp_tracking *k, uint32_t index)
{
    return index == 0 || index == k->item_count ||
           k->items[index].evaluation != k->items[index - 1].evaluation;
}

/* The items of one evaluation, from index first on; returns the index behind them. */
static uint32_t put_evaluation(const table *t, uint32_t first, bool *by_question)
{
    const kp_tracking *k = t->tracking;
    uint32_t end = first, answered = 0;

    do {
        const kp_tracked_item *item = &k->items[end];
        put_item(t, item);
        answered += item->answer_count > 0;
        for (uint32_t n = 0; n < item->answer_count; n++)
            *by_question = *by_question || item->answers[n].question;
    } while (!begins_evaluation(k, ++end));
    line(t, kp_label_with(t->arena, KP_L_ANSWERED_OF, t->lang,
                          kp_arena_printf(t->arena, "%u", (unsigned)answered),
                          kp_arena_printf(t->arena, "%u", (unsigned)(end - first)),
                          kp_arena_printf(t->arena, "%u", (unsigned)(end - first - answered))));
    return end;
}

static void put_items(const table *t)
{
    const kp_tracking *k = t->tracking;
    bool by_question = false;

    if (!k->item_count)
        return;
    for (uint32_t i = 0; i < k->item_count;) {
        const kp_evaluation *e = k->items[i].evaluation;
        const char *name = kp_arena_printf(t->arena, "%s \xC2\xB7 %s", say(t, KP_L_SHEET_ANSWERS), e->id);
        heading(t, k->items[k->item_count - 1].evaluation == k->items[0].evaluation
                       ? say(t, KP_L_SHEET_ANSWERS)
                       : name);
        i = put_evaluation(t, i, &by_question);
    }
    if (by_question)
        line(t, say(t, KP_L_BY_QUESTION));
}

void kp_write_followup_table(kp_arena *arena, const kp_tracking *tracking, const char *lang, kp_buf *out)
{
    table t = {arena, tracking, lang ? lang : "en", out, false};
    bool excerpt = false;

    for (uint32_t i = 0; i < tracking->year_count; i++) {
        put_report(&t, tracking->years[i].followup);
        excerpt = excerpt || tracking->years[i].followup->excerpt;
    }
    if (tracking->several_units)
        line(&t, say(&t, KP_L_SEVERAL_UNITS));
    put_count_table(&t, KP_REPORTED_GOALS, KP_L_GOALS);
    put_count_table(&t, KP_REPORTED_COMMITMENTS, KP_L_COMMITMENTS);
    put_count_table(&t, KP_REPORTED_ACTIVITIES, KP_L_OF_WHICH_ACTIVITIES);
    put_count_table(&t, KP_REPORTED_ASSIGNMENTS, KP_L_OF_WHICH_ASSIGNMENTS);
    put_count_table(&t, KP_REPORTED_DIRECTIVES, KP_L_OF_WHICH_DIRECTIVES);
    put_count_table(&t, KP_REPORTED_AREAS, KP_L_AREAS);
    if (t.brackets)
        line(&t, say(&t, KP_L_REPORTED_IN_BRACKETS));
    if (excerpt)
        line(&t, say(&t, KP_L_COUNTS_OF_EXCERPT));
    for (uint32_t i = 0; i < tracking->year_count; i++)
        put_goals(&t, &tracking->years[i]);
    put_items(&t);
}
