#include "followup_internal.h"

#include <string.h>

#include "kompass/utf8.h"

/* Sammanfattning: the reports, counts as formulas over the listed rows with each report's own counts beside
 * them, areas, what of the evaluation is answered. All tables but that of areas have one grid: names, then a
 * column a report, or two where it has counts of its own. */

enum {
    NAME = KP_FU_NAME,
    AREA_LAST = 9, /* the last column where there are areas */
    PAGE = 88,     /* characters across an upright page */
    LEAST_NAME = 26,
    MOST_NAME = 60,
    LEAST_WIDTH = 12,
    MOST_WIDTH = 30,
    WIDE = 150 /* characters: more is unreadable upright */
};

typedef kp_fu_grid table;

static bool is_reported(const kp_fu *fu, uint32_t index, kp_reported_what what)
{
    return what < KP_REPORTED__COUNT && fu->t->years[index].followup->reported[what].key != NULL;
}

static uint32_t end_of(const table *t, uint32_t index)
{
    return t->first[index] + t->is_double[index];
}

static void put_name(const table *t, uint32_t row, kp_role role, const char *name)
{
    kp_put_wide_text(t->sheet, row, NAME, t->name_last, kp_look_wrapped(role), name);
}

void kp_fu_put_over(const table *t, uint32_t row, uint32_t index, kp_role role, const char *text)
{
    kp_style style = kp_look_number(role, KP_FORMAT_TEXT, 0);

    style.align = KP_ALIGN_RIGHT;
    style.wrap = true;
    kp_put_wide_text(t->sheet, row, t->first[index], end_of(t, index), style, text);
}

/* ---- the reports ---- */

static const char *report_fact(const kp_fu *fu, const kp_followup *f, int fact)
{
    switch (fact) {
    case 0:
        return f->as_of ? f->as_of : kp_arena_printf(fu->arena, "%04d", f->year);
    case 1:
        return kp_words_count(fu->arena, f->goal_count);
    case 2:
        return kp_words_count(fu->arena, f->commitment_count);
    case 3:
        return f->excerpt ? KP_FU_L(fu, EXCERPT) : KP_FU_L(fu, WHOLE);
    default:
        return f->evaluation ? kp_fu_evaluation(fu, f->evaluation)
               : f->evaluation_id.text
                   ? kp_label_with(fu->arena, KP_L_NOT_AT_HAND, fu->lang, f->evaluation_id.text)
                   : KP_DASH;
    }
}

static uint32_t put_links(const table *t, uint32_t row)
{
    const kp_fu *fu = t->fu;
    const struct {
        const kp_sheet *sheet;
        kp_label_id name;
    } links[] = {{fu->goals, KP_L_SHEET_GOALS},
                 {fu->series, KP_L_SHEET_SERIES},
                 {fu->commitments, KP_L_SHEET_COMMITMENTS}};

    for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
        if (links[i].sheet)
            kp_put_link(t->sheet, row++, NAME, kp_look(KP_ROLE_LINK), kp_label(links[i].name, fu->lang),
                        kp_link_to(fu->arena, links[i].sheet, 0, 0));
    return row;
}

static uint32_t put_reports(const table *t, uint32_t row)
{
    static const kp_label_id facts[] = {KP_L_AS_OF_HEAD, KP_L_GOALS, KP_L_COMMITMENTS, KP_L_EXTENT,
                                        KP_L_EVALUATION};
    kp_fu *fu = t->fu;

    row = kp_put_section(t->sheet, row, t->last, KP_FU_L(fu, REPORTS));
    put_name(t, row, KP_ROLE_HEAD, KP_FU_L(fu, REPORT));
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        kp_fu_put_over(t, row, i, KP_ROLE_HEAD, fu->heads[i]);
    for (size_t k = 0; k < sizeof(facts) / sizeof(facts[0]); k++) {
        put_name(t, ++row, KP_ROLE_BODY, kp_label(facts[k], fu->lang));
        for (uint32_t i = 0; i < fu->t->year_count; i++)
            kp_fu_put_over(t, row, i, KP_ROLE_BODY, report_fact(fu, fu->t->years[i].followup, (int)k));
    }
    return put_links(t, row + 1) + 1;
}

/* ---- counts ---- */

/* The formula of what is listed, without its '='. */
static const char *listed(const kp_fu *fu, kp_reported_what what, uint32_t index, int value)
{
    static const kp_commitment_kind kinds[KP_REPORTED__COUNT] = {[KP_REPORTED_ACTIVITIES] = KP_ACTIVITY,
                                                                 [KP_REPORTED_ASSIGNMENTS] = KP_ASSIGNMENT,
                                                                 [KP_REPORTED_DIRECTIVES] = KP_DIRECTIVE};
    const char *word = kp_words_reported(what, value, fu->lang);

    if (what == KP_REPORTED_GOALS)
        return kp_fu_countif(fu, fu->summary, fu->goals, fu->goal_rows[index], fu->goal_assessment, word);
    if (what == KP_REPORTED_AREAS)
        return kp_fu_countif(fu, fu->summary, fu->summary, fu->area_rows[index], fu->area_assessment, word);
    if (what == KP_REPORTED_COMMITMENTS || !kp_fu_count(fu->commitment_rows[index]))
        return kp_fu_countif(fu, fu->summary, fu->commitments, fu->commitment_rows[index],
                             fu->commitment_status, word);
    return kp_arena_printf(
        fu->arena, "SUMPRODUCT((%s=%s)*(%s=%s))",
        kp_fu_column(fu, fu->summary, fu->commitments, fu->commitment_rows[index], fu->commitment_kind),
        kp_formula_text(fu->arena, kp_words_kind((int)kinds[what], fu->lang)),
        kp_fu_column(fu, fu->summary, fu->commitments, fu->commitment_rows[index], fu->commitment_status),
        kp_formula_text(fu->arena, word));
}

static void put_own(const table *t, uint32_t row, uint32_t column, kp_role role, const kp_maybe_decimal *own)
{
    const kp_style style = kp_look_number(role, KP_FORMAT_FIXED, 0);

    if (own->given)
        kp_put_number(t->sheet, row, column, style, kp_num_decimal(t->fu->arena, own->value));
    else
        kp_put_text(t->sheet, row, column, style, KP_DASH);
}

/* Room for a count of a report, and its own count beside it where it has one; else over both columns. */
static void put_beside(const table *t, uint32_t row, uint32_t index, kp_reported_what what, int value,
                       kp_role role)
{
    const kp_fu *fu = t->fu;

    if (is_reported(fu, index, what))
        put_own(t, row, t->first[index] + 1, role,
                &fu->t->years[index].followup->reported[what].count[value]);
    else if (t->is_double[index])
        kp_fu_put_over(t, row, index, role, "");
}

static void put_count_row(const table *t, uint32_t row, kp_reported_what what, int value, const char *name,
                          const char *heading)
{
    kp_fu *fu = t->fu;

    put_name(t, row, KP_ROLE_BODY, name);
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        put_beside(t, row, i, what, value, KP_ROLE_BODY);
        kp_fu_put_count(fu, t->sheet, row, t->first[i], KP_ROLE_BODY, listed(fu, what, i, value),
                        kp_listed(&fu->t->years[i], what, value),
                        kp_arena_printf(fu->arena, "%s: %s", heading, name), fu->heads[i]);
    }
}

static void put_total_row(const table *t, uint32_t row, kp_reported_what what, uint32_t first,
                          const char *heading)
{
    kp_fu *fu = t->fu;

    put_name(t, row, KP_ROLE_TOTAL, KP_FU_L(fu, TOTAL));
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const uint32_t column = t->first[i];
        const char *sum = kp_arena_printf(fu->arena, "SUM(%s:%s)", kp_cell_name(fu->arena, first, column),
                                          kp_cell_name(fu->arena, row - 1, column));
        put_beside(t, row, i, what, KP_REPORTED_TOTAL, KP_ROLE_TOTAL);
        kp_fu_put_count(fu, t->sheet, row, column, KP_ROLE_TOTAL, sum,
                        kp_listed(&fu->t->years[i], what, KP_REPORTED_TOTAL),
                        kp_arena_printf(fu->arena, "%s: %s", heading, KP_FU_L(fu, TOTAL)), fu->heads[i]);
    }
}

static bool is_reported_by_any(const kp_fu *fu, kp_reported_what what)
{
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        if (is_reported(fu, i, what))
            return true;
    return false;
}

/* Returns the row behind them: two rows where some report has counts of its own. */
static uint32_t put_count_heads(const table *t, uint32_t row, kp_reported_what what, const char *name)
{
    const kp_fu *fu = t->fu;
    const bool two = is_reported_by_any(fu, what);

    put_name(t, row, KP_ROLE_HEAD, two ? "" : name);
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        kp_fu_put_over(t, row, i, KP_ROLE_HEAD, fu->heads[i]);
    if (!two)
        return row + 1;
    put_name(t, ++row, KP_ROLE_HEAD, name);
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_fu_head heads[] = {
            {KP_FU_L(fu, LISTED_HERE), 0, true}, {KP_FU_L(fu, PRINTED_POINTS), 0, true}, {NULL, 0, false}};
        if (is_reported(fu, i, what))
            kp_fu_put_heads(t->sheet, row, t->first[i], heads);
        else
            kp_fu_put_over(t, row, i, KP_ROLE_HEAD, KP_FU_L(fu, LISTED_HERE));
    }
    return row + 1;
}

static bool is_used(const kp_fu *fu, kp_reported_what what, int value)
{
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        if (kp_listed(&fu->t->years[i], what, value) ||
            fu->t->years[i].followup->reported[what].count[value].given)
            return true;
    return false;
}

static uint32_t put_counts(const table *t, uint32_t row, kp_reported_what what, kp_label_id heading,
                           kp_label_id name)
{
    kp_fu *fu = t->fu;
    uint32_t first;

    row = kp_put_section(t->sheet, row, t->last, kp_label(heading, fu->lang));
    row = put_count_heads(t, row, what, kp_label(name, fu->lang));
    first = row;
    for (const kp_word *w = kp_reported_words(what); w->word; w++)
        if (is_used(fu, what, w->value) || what == KP_REPORTED_GOALS)
            put_count_row(t, row++, what, w->value, kp_words_reported(what, w->value, fu->lang),
                          kp_label(heading, fu->lang));
    put_count_row(t, row++, what, 0, KP_FU_L(fu, NOT_STATED), kp_label(heading, fu->lang));
    put_total_row(t, row, what, first, kp_label(heading, fu->lang));
    return row + 2;
}

static bool is_listed(const kp_fu *fu, kp_reported_what what)
{
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        if (kp_listed(&fu->t->years[i], what, KP_REPORTED_TOTAL))
            return true;
    return false;
}

/* Something to count, here or in a report: a follow-up of an action plan has no goals. */
static bool is_counted(const kp_fu *fu, kp_reported_what what)
{
    return is_reported_by_any(fu, what) || is_listed(fu, what);
}

/* ---- kinds of commitments ---- */

static uint32_t of_kind(const kp_year_facts *year, int kind)
{
    uint32_t count = 0;

    for (int status = 0; status < KP_STATUS__COUNT; status++)
        count += year->by_kind[kind][status];
    return count;
}

static bool any_of_kind(const kp_fu *fu, int kind)
{
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        if (of_kind(&fu->t->years[i], kind))
            return true;
    return false;
}

/* Kinds that there are; nothing where all are of one kind. */
static uint32_t put_kinds(const table *t, uint32_t row)
{
    kp_fu *fu = t->fu;
    const char *heading = KP_FU_L(fu, COMMITMENTS_BY_KIND);
    uint32_t kinds = 0;

    for (int kind = 0; kind < KP_COMMITMENT_KIND__COUNT; kind++)
        kinds += any_of_kind(fu, kind);
    if (kinds < 2)
        return row;
    row = kp_put_section(t->sheet, row, t->last, heading);
    row = put_count_heads(t, row, KP_REPORTED__COUNT, KP_FU_L(fu, KIND));
    for (int kind = 0; kind < KP_COMMITMENT_KIND__COUNT; kind++) {
        const char *name = kp_words_kind(kind, fu->lang);
        if (!any_of_kind(fu, kind))
            continue;
        put_name(t, row, KP_ROLE_BODY, name);
        for (uint32_t i = 0; i < fu->t->year_count; i++) {
            kp_fu_put_over(t, row, i, KP_ROLE_BODY, "");
            kp_fu_put_count(fu, t->sheet, row, t->first[i], KP_ROLE_BODY,
                            kp_fu_countif(fu, fu->summary, fu->commitments, fu->commitment_rows[i],
                                          fu->commitment_kind, name),
                            of_kind(&fu->t->years[i], kind),
                            kp_arena_printf(fu->arena, "%s: %s", heading, name), fu->heads[i]);
        }
        row++;
    }
    return row + 1;
}

/* ---- derived facts ---- */

typedef struct derived {
    kp_label_id word;
    bool met; /* else a direction */
    int value;
} derived;

static uint32_t derived_count(const kp_year_facts *year, const derived *d)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < year->followup->goal_count; i++)
        count += (d->met ? (int)year->goal_facts[i].met : (int)year->goal_facts[i].direction) == d->value;
    return count;
}

/* Goals with a word in a column, and with that assessment (NULL: any): only their own rows have one. */
static const char *count_goals(const kp_fu *fu, uint32_t index, const char *assessment, uint32_t column,
                               const char *word)
{
    const kp_fu_rows rows = fu->goal_rows[index];

    if (!kp_fu_count(rows))
        return "0";
    return kp_arena_printf(
        fu->arena, "SUMPRODUCT((%s%s)*(%s=%s))",
        kp_fu_column(fu, fu->summary, fu->goals, rows, fu->goal_assessment),
        assessment ? kp_arena_printf(fu->arena, "=%s", kp_formula_text(fu->arena, assessment)) : "<>\"\"",
        kp_fu_column(fu, fu->summary, fu->goals, rows, column), kp_formula_text(fu->arena, word));
}

static uint32_t put_derived(const table *t, uint32_t row)
{
    static const derived all[] = {{KP_L_YES, true, KP_MET_YES},
                                  {KP_L_NO, true, KP_MET_NO},
                                  {KP_L_UNKNOWN, true, KP_MET_UNKNOWN},
                                  {KP_L_DIRECTION_BETTER, false, KP_DIRECTION_BETTER},
                                  {KP_L_DIRECTION_SAME, false, KP_DIRECTION_SAME},
                                  {KP_L_DIRECTION_WORSE, false, KP_DIRECTION_WORSE},
                                  {KP_L_UNKNOWN, false, KP_DIRECTION_UNKNOWN}};
    kp_fu *fu = t->fu;

    row = kp_put_section(t->sheet, row, t->last, KP_FU_L(fu, WHAT_FIGURES_SAY));
    row = put_count_heads(t, row, KP_REPORTED__COUNT, KP_FU_L(fu, GOALS));
    for (size_t k = 0; k < sizeof(all) / sizeof(all[0]); k++, row++) {
        const char *name = kp_arena_printf(fu->arena, "%s: %s",
                                           all[k].met ? KP_FU_L(fu, TARGETS_MET) : KP_FU_L(fu, DIRECTION),
                                           kp_label(all[k].word, fu->lang));
        put_name(t, row, KP_ROLE_BODY, name);
        for (uint32_t i = 0; i < fu->t->year_count; i++) {
            kp_fu_put_over(t, row, i, KP_ROLE_BODY, "");
            kp_fu_put_count(fu, t->sheet, row, t->first[i], KP_ROLE_BODY,
                            count_goals(fu, i, NULL, all[k].met ? fu->goal_met : fu->goal_direction,
                                        kp_label(all[k].word, fu->lang)),
                            derived_count(&fu->t->years[i], &all[k]), name, fu->heads[i]);
        }
    }
    put_name(t, row, KP_ROLE_TOTAL, KP_FU_L(fu, POINTS_OTHER_WAY));
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        uint32_t own = 0;
        for (uint32_t g = 0; g < fu->t->years[i].followup->goal_count; g++)
            own += fu->t->years[i].goal_facts[g].differs;
        kp_fu_put_over(t, row, i, KP_ROLE_TOTAL, "");
        kp_fu_put_count(
            fu, t->sheet, row, t->first[i], KP_ROLE_TOTAL,
            kp_arena_printf(
                fu->arena, "%s+%s",
                count_goals(fu, i, KP_FU_L(fu, ASSESSED_REACHED), fu->goal_met, KP_FU_L(fu, NO)),
                count_goals(fu, i, KP_FU_L(fu, ASSESSED_NOT_REACHED), fu->goal_met, KP_FU_L(fu, YES))),
            own, KP_FU_L(fu, POINTS_OTHER_WAY), fu->heads[i]);
    }
    return row + 2;
}

/* ---- areas ---- */

static uint32_t area_total(const kp_fu *fu)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < fu->t->year_count; i++)
        count += fu->t->years[i].followup->area_count;
    return count;
}

/* How many rows of a sheet name the area in this cell: compared as text, so that no letter is a wild card. */
static const char *in_area(const kp_fu *fu, const kp_sheet *sheet, kp_fu_rows rows, uint32_t column,
                           uint32_t row)
{
    if (!kp_fu_count(rows) || column == KP_FU_NONE)
        return "0";
    return kp_arena_printf(fu->arena, "SUMPRODUCT((%s=%s)*1)",
                           kp_fu_column(fu, fu->summary, sheet, rows, column),
                           kp_cell_name(fu->arena, row, NAME));
}

static void put_area(const table *t, uint32_t row, uint32_t index, const kp_followup_area *area)
{
    kp_fu *fu = t->fu;
    const kp_followup *f = fu->t->years[index].followup;
    const char *name = kp_fu_area(fu, f, area, NULL),
               *word = kp_word_for(kp_area_assessments, area->assessment);
    const char *trend = kp_word_for(kp_trends, area->trend);
    const kp_style style = kp_look_wrapped(KP_ROLE_BODY);
    uint32_t goals = 0, commitments = 0;

    for (uint32_t i = 0; i < f->goal_count; i++)
        goals += f->goals[i].area == area;
    for (uint32_t i = 0; i < f->commitment_count; i++)
        commitments += f->commitments[i].area == area;
    kp_put_text(t->sheet, row, NAME, style, name);
    kp_put_wide_text(t->sheet, row, 1, 2, style, kp_fu_text(fu, &area->group, f));
    kp_put_text(t->sheet, row, 3, style, kp_words_assessment(area->assessment, fu->lang));
    kp_put_text(t->sheet, row, 4, style, kp_words_trend(area->trend, fu->lang));
    kp_put_formula(
        t->sheet, row, 5, kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, 0),
        kp_arena_printf(fu->arena, "=%s", in_area(fu, fu->goals, fu->goal_rows[index], fu->goal_area, row)),
        kp_num_int(goals));
    kp_put_formula(
        t->sheet, row, 6, kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, 0),
        kp_arena_printf(fu->arena, "=%s",
                        in_area(fu, fu->commitments, fu->commitment_rows[index], fu->commitment_area, row)),
        kp_num_int(commitments));
    word = kp_fu_own_word(fu, f, word, "");
    trend = kp_fu_own_word(fu, f, trend, "");
    if (*word && *trend)
        word = kp_arena_printf(fu->arena, "%s; %s", word, trend);
    else if (*trend)
        word = trend;
    if (*word)
        word = kp_arena_printf(fu->arena, "\xE2\x80\x9D%s\xE2\x80\x9D", word);
    trend = kp_fu_remark(fu, kp_fu_text(fu, &area->note, f), area->ref);
    kp_put_wide_text(t->sheet, row, 7, t->last, style,
                     *word && *trend ? kp_arena_printf(fu->arena, "%s %s", word, trend)
                     : *word         ? word
                                     : trend);
}

static uint32_t put_areas(const table *t, uint32_t row)
{
    kp_fu *fu = t->fu;
    kp_fu_head heads[] = {{KP_FU_L(fu, AREA), 0, false},
                          {KP_FU_L(fu, AREA_GROUP), 0, false},
                          {"", 0, false},
                          {KP_FU_L(fu, ASSESSMENT), 0, false},
                          {KP_FU_L(fu, TREND), 0, false},
                          {KP_FU_L(fu, GOALS), 0, true},
                          {KP_FU_L(fu, COMMITMENTS), 0, true},
                          {NULL, 0, false}};

    row = kp_put_section(t->sheet, row, t->last, KP_FU_L(fu, AREAS));
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_followup *f = fu->t->years[i].followup;
        if (!f->area_count)
            continue;
        if (fu->t->year_count > 1) /* a table for each report, so that each page has heads */
            heads[0].text = fu->heads[i];
        kp_fu_put_heads(t->sheet, row, NAME, heads);
        kp_put_wide_text(t->sheet, row, 1, 2, kp_look_wrapped(KP_ROLE_HEAD), KP_FU_L(fu, AREA_GROUP));
        kp_put_wide_text(t->sheet, row++, 7, t->last, kp_look_wrapped(KP_ROLE_HEAD), KP_FU_L(fu, REMARK));
        fu->area_rows[i] = (kp_fu_rows){row, row};
        for (uint32_t k = 0; k < f->area_count; k++)
            put_area(t, row++, i, &f->areas[k]);
        fu->area_rows[i].last = row - 1;
    }
    return row + 1;
}

/* ---- the sheet ---- */

/* So that no word of a report's head is broken. */
static double report_width(const kp_fu *fu, uint32_t index)
{
    size_t widest = LEAST_WIDTH - 3;

    for (const char *word = fu->heads[index]; *word; word += strspn(word, " ")) {
        const size_t length = strcspn(word, " ");
        const size_t width = kp_utf8_width(kp_arena_strndup(fu->arena, word, length));
        widest = width > widest ? width : widest;
        word += length;
    }
    return (double)(widest + 3 < MOST_WIDTH ? widest + 3 : MOST_WIDTH);
}

static table make_table(kp_fu *fu)
{
    const uint32_t count = fu->t->year_count;
    table t = {.fu = fu, .sheet = fu->summary};
    uint32_t columns = count;

    t.first = KP_NEW_ARRAY(fu->arena, count, uint32_t);
    t.is_double = KP_NEW_ARRAY(fu->arena, count, bool);
    for (uint32_t i = 0; i < count; i++) {
        for (int what = 0; what < KP_REPORTED__COUNT; what++)
            t.is_double[i] = t.is_double[i] || is_reported(fu, i, (kp_reported_what)what);
        columns += t.is_double[i];
    }
    t.last = columns + (fu->answers ? KP_FU_ASKED_COLUMNS : 0);
    if (area_total(fu) && t.last < AREA_LAST)
        t.last = AREA_LAST;
    t.name_last = t.last - columns;
    for (uint32_t i = 0, next = t.name_last + 1; i < count; next += 1 + t.is_double[i++])
        t.first[i] = next;
    return t;
}

/* What reports need; names take the rest of the page. */
static void set_widths(const table *t)
{
    double all = (double)(t->name_last - NAME) * LEAST_WIDTH, name;

    for (uint32_t column = NAME + 1; column <= t->name_last; column++)
        kp_set_width(t->sheet, column, LEAST_WIDTH);
    for (uint32_t i = 0; i < t->fu->t->year_count; i++) {
        double width = report_width(t->fu, i);
        if (t->is_double[i])
            width = width / 2 > LEAST_WIDTH ? width / 2 : LEAST_WIDTH;
        for (uint32_t column = t->first[i]; column <= end_of(t, i); column++) {
            kp_set_width(t->sheet, column, width);
            all += width;
        }
    }
    name = PAGE - all;
    kp_set_width(t->sheet, NAME, name < LEAST_NAME ? LEAST_NAME : name > MOST_NAME ? MOST_NAME : name);
    if (all + LEAST_NAME > WIDE)
        kp_set_landscape(t->sheet);
}

void kp_fu_write_summary(kp_fu *fu)
{
    const table t = make_table(fu);
    static const struct {
        kp_reported_what what;
        kp_label_id heading;
    } kinds[] = {{KP_REPORTED_ACTIVITIES, KP_L_OF_WHICH_ACTIVITIES},
                 {KP_REPORTED_ASSIGNMENTS, KP_L_OF_WHICH_ASSIGNMENTS},
                 {KP_REPORTED_DIRECTIVES, KP_L_OF_WHICH_DIRECTIVES}};
    uint32_t row;

    fu->area_assessment = 3;
    set_widths(&t);
    row = kp_fu_begin_sheet(fu, fu->summary, KP_FU_L(fu, FOLLOWUP_TITLE), t.last);
    row = put_reports(&t, row + 1);
    row = kp_fu_put_asked(&t, row);
    if (is_counted(fu, KP_REPORTED_GOALS))
        row = put_counts(&t, row, KP_REPORTED_GOALS, KP_L_GOALS_BY_ASSESSMENT, KP_L_ASSESSMENT);
    if (is_listed(fu, KP_REPORTED_GOALS))
        row = put_derived(&t, row);
    if (is_counted(fu, KP_REPORTED_COMMITMENTS))
        row = put_counts(&t, row, KP_REPORTED_COMMITMENTS, KP_L_COMMITMENTS_BY_STATUS, KP_L_STATUS);
    row = put_kinds(&t, row);
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (is_reported_by_any(fu, kinds[i].what))
            row = put_counts(&t, row, kinds[i].what, kinds[i].heading, KP_L_STATUS);
    if (area_total(fu)) {
        row = put_areas(&t, row);
        row = put_counts(&t, row, KP_REPORTED_AREAS, KP_L_AREAS_BY_ASSESSMENT, KP_L_ASSESSMENT);
    }
    kp_put_sentence(fu->summary, row, t.last, KP_ROLE_NOTE, KP_FU_L(fu, COUNTS_WORDS));
    kp_repeat_rows(fu->summary, 0, 0);
    kp_fit(fu->summary, 6, 50);
    kp_break_pages(fu->summary);
}
