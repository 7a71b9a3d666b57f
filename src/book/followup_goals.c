#include <stdlib.h>
#include <string.h>

#include "followup_internal.h"
#include "followup_series.h"

/* Mål och indikatorer: a row a goal, behind or below it a row an indicator, its figures in columns by period.
 * Whether a target is met, and the direction, are formulas over those figures. */

enum { ID, TITLE, AREA, ASSESSMENT, FIXED };

typedef struct sheet {
    kp_fu *fu;
    kp_fu_series *series; /* columns of the periods, and what is drawn */
    uint32_t words, met, direction, differs, indicator, target, indicator_met, indicator_direction,
        final_target, remark, last;
    const kp_followup *followup;
} sheet;

static kp_style body(void)
{
    return kp_look_wrapped(KP_ROLE_BODY);
}

static void put(const sheet *s, uint32_t row, uint32_t column, const char *text)
{
    if (column != KP_FU_NONE)
        kp_put_text(s->fu->goals, row, column, body(), text);
}

/* ---- columns ---- */

static void place_columns(sheet *s)
{
    uint32_t next = FIXED;

    s->words = s->fu->has_words ? next++ : KP_FU_NONE;
    s->met = next++;
    s->direction = next++;
    s->differs = next++;
    s->indicator = next++;
    s->series->first_column = next;
    next += s->series->count;
    s->target = next++;
    s->indicator_met = next++;
    s->indicator_direction = next++;
    s->final_target = next++;
    s->remark = next++;
    s->last = next - 1;
    s->fu->goal_area = AREA;
    s->fu->goal_assessment = ASSESSMENT;
    s->fu->goal_met = s->met;
    s->fu->goal_direction = s->direction;
    s->fu->goal_differs = s->differs;
}

static void put_head(const sheet *s, uint32_t row, uint32_t column, const char *text, uint8_t width,
                     bool right)
{
    const kp_fu_head heads[] = {{text, width, right}, {NULL, 0, false}};

    if (column != KP_FU_NONE)
        kp_fu_put_heads(s->fu->goals, row, column, heads);
}

static void put_heads(const sheet *s, uint32_t row)
{
    const kp_fu *fu = s->fu;
    const kp_fu_series *series = s->series;

    for (uint32_t column = 0; column <= s->last; column++)
        kp_put_blank(fu->goals, row, column, kp_look(KP_ROLE_HEAD));
    if (series->count)
        kp_put_wide_text(fu->goals, row, series->first_column, series->first_column + series->count - 1,
                         (kp_style){.role = KP_ROLE_HEAD, .align = KP_ALIGN_CENTRE}, KP_FU_L(fu, OUTCOME));
    row++;
    put_head(s, row, ID, KP_FU_L(fu, NUMBER), 7, false);
    put_head(s, row, TITLE, KP_FU_L(fu, GOAL), 27, false);
    put_head(s, row, AREA, KP_FU_L(fu, AREA), 17, false);
    put_head(s, row, ASSESSMENT, KP_FU_L(fu, ASSESSMENT), 12, false);
    put_head(s, row, s->words, KP_FU_L(fu, IN_OWN_WORDS), 12, false);
    put_head(s, row, s->met, KP_FU_L(fu, TARGETS_MET), 10, false);
    put_head(s, row, s->direction, KP_FU_L(fu, DIRECTION), 13, false);
    put_head(s, row, s->differs, KP_FU_L(fu, BESIDE_ONE_ANOTHER), 12, false);
    put_head(s, row, s->indicator, KP_FU_L(fu, INDICATOR), 25, false);
    kp_fu_put_periods(series, fu->goals, row);
    put_head(s, row, s->target, KP_FU_L(fu, TARGET), 10, true);
    put_head(s, row, s->indicator_met, KP_FU_L(fu, TARGET_MET), 9, false);
    put_head(s, row, s->indicator_direction, KP_FU_L(fu, DIRECTION), 13, false);
    put_head(s, row, s->final_target, KP_FU_L(fu, FINAL_TARGET), 11, true);
    put_head(s, row, s->remark, KP_FU_L(fu, REMARK), 30, false);
}

/* ---- an indicator ---- */

static const char *indicator_name(const sheet *s, const kp_indicator_facts *facts, bool several)
{
    const kp_fu *fu = s->fu;
    const kp_indicator *i = facts->indicator;
    const char *unit = kp_fu_text(fu, &i->unit, s->followup);
    const char *name = kp_fu_text(fu, &i->title, s->followup);

    if (*unit)
        name = kp_arena_printf(fu->arena, "%s (%s)", name, unit);
    if (i->lower_is_better)
        name = kp_arena_printf(fu->arena, "%s; %s", name, KP_FU_L(fu, LOWER_IS_BETTER));
    return several && i->key ? kp_arena_printf(fu->arena, "%s; %s", name, KP_FU_L(fu, DECIDES)) : name;
}

static const char *join(const sheet *s, const char *a, const char *b)
{
    return *a && *b ? kp_arena_printf(s->fu->arena, "%s %s", a, b) : *a ? a : b;
}

static const char *number(const sheet *s, kp_decimal value)
{
    return kp_words_decimal(s->fu->arena, s->fu->lang, value);
}

/* Why there is no outcome of the year. */
static const char *no_outcome(const sheet *s, const kp_indicator *indicator)
{
    kp_arena *a = s->fu->arena;
    const char *year = kp_arena_printf(a, "%04d", s->followup->year);

    for (uint32_t i = indicator->series.count; i-- > 0;) {
        const kp_figure *f = &indicator->series.figures[i];
        if (f->period.year != s->followup->year)
            continue;
        if (f->kind == KP_FIGURE_VALUE)
            return kp_label_with(a, KP_L_NOT_MEASURED_AGAIN, s->fu->lang, year, number(s, f->value),
                                 kp_period_text(a, f->measured));
        if (f->kind == KP_FIGURE_FORECAST)
            return KP_FU_L(s->fu, ONLY_FORECAST);
        if (f->kind == KP_FIGURE_MISSING)
            return kp_label_with(a, KP_L_NO_FIGURE, s->fu->lang, year);
    }
    return "";
}

static const char *indicator_remark(const sheet *s, const kp_indicator_facts *facts)
{
    const kp_fu *fu = s->fu;
    const kp_indicator *i = facts->indicator;
    const char *words = facts->current ? "" : no_outcome(s, i);

    if (facts->current && facts->current->period.month)
        words = kp_label_with(fu->arena, KP_L_LATEST_MONTH, fu->lang,
                              kp_period_text(fu->arena, facts->current->period));
    if (i->break_from.year)
        words = join(s, words,
                     kp_label_with(fu->arena, KP_L_MEASURED_OTHERWISE, fu->lang,
                                   kp_period_text(fu->arena, i->break_from)));
    return words;
}

/* The last of the final targets, with its year. */
static void put_final(const sheet *s, uint32_t row, const kp_aims *aims)
{
    const kp_aim *aim = aims->count ? &aims->items[aims->count - 1] : NULL;
    kp_arena *a = s->fu->arena;
    kp_style style = body();

    style.align = KP_ALIGN_RIGHT;
    if (!aim)
        kp_put_text(s->fu->goals, row, s->final_target, style, KP_DASH);
    else if (aim->period.year)
        kp_put_text(s->fu->goals, row, s->final_target, style,
                    kp_arena_printf(a, "%s (%s)", number(s, aim->value), kp_period_text(a, aim->period)));
    else
        kp_put_number(s->fu->goals, row, s->final_target, kp_look_decimal(KP_ROLE_BODY, aim->value),
                      kp_num_decimal(a, aim->value));
}

static void put_target(const sheet *s, uint32_t row, const kp_aim *aim)
{
    if (aim)
        kp_put_number(s->fu->goals, row, s->target, kp_look_decimal(KP_ROLE_BODY, aim->value),
                      kp_num_decimal(s->fu->arena, aim->value));
    else
        kp_put_text(s->fu->goals, row, s->target, kp_look_number(KP_ROLE_BODY, KP_FORMAT_GENERAL, 0),
                    KP_DASH);
}

static void put_met(const sheet *s, uint32_t row, const kp_indicator_facts *f)
{
    const kp_fu *fu = s->fu;
    const char *value = kp_words_met(f->met, fu->lang), *cell = kp_fu_cell_of(s->series, row, f->current);
    const char *target = kp_cell_name(fu->arena, row, s->target);

    if (!cell || !f->aim || !kp_fu_fits(f->aim->value)) {
        put(s, row, s->indicator_met, value);
        return;
    }
    kp_put_text_formula(fu->goals, row, s->indicator_met, body(),
                        kp_arena_printf(fu->arena, "=IF(COUNT(%s,%s)<2,%s,IF(%s%s%s,%s,%s))", cell, target,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, UNKNOWN)), cell,
                                        f->indicator->lower_is_better ? "<=" : ">=", target,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, YES)),
                                        kp_formula_text(fu->arena, KP_FU_L(fu, NO))),
                        value);
}

static void put_direction(const sheet *s, uint32_t row, const kp_indicator_facts *f)
{
    const kp_fu *fu = s->fu;
    const char *value = kp_words_direction(f->direction, fu->lang);
    const char *now = kp_fu_cell_of(s->series, row, f->current);
    const char *before = kp_fu_cell_of(s->series, row, f->earlier);

    if (!now || !before || f->across_break) {
        put(s, row, s->indicator_direction, value);
        return;
    }
    kp_put_text_formula(fu->goals, row, s->indicator_direction, body(),
                        kp_arena_printf(fu->arena, "=IF(COUNT(%s,%s)<2,%s,IF(%s=%s,%s,IF(%s%s%s,%s,%s)))",
                                        now, before, kp_formula_text(fu->arena, KP_FU_L(fu, UNKNOWN)), now,
                                        before, kp_formula_text(fu->arena, KP_FU_L(fu, DIRECTION_SAME)), now,
                                        f->indicator->lower_is_better ? "<" : ">", before,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, DIRECTION_BETTER)),
                                        kp_formula_text(fu->arena, KP_FU_L(fu, DIRECTION_WORSE))),
                        value);
}

/* Columns that belong to the goal, where it has nothing more to say. */
static void put_blanks(const sheet *s, uint32_t row)
{
    for (uint32_t column = 0; column <= s->last; column++)
        kp_put_blank(s->fu->goals, row, column, body());
}

static uint32_t put_sides(sheet *s, uint32_t row, const kp_side_series *sides, uint32_t count,
                          kp_label_id label, kp_fu_drawing *drawing)
{
    for (uint32_t i = 0; i < count; i++, row++) {
        const char *title = kp_fu_text(s->fu, &sides[i].title, s->followup);
        put_blanks(s, row);
        put(s, row, s->indicator, kp_label_with(s->fu->arena, label, s->fu->lang, title));
        kp_fu_put_figures(s->series, s->fu->goals, row, &sides[i].series);
        kp_fu_draw(drawing, row, title);
    }
    return row;
}

static uint32_t put_indicator(sheet *s, uint32_t row, const kp_goal_facts *goal,
                              const kp_indicator_facts *facts)
{
    const kp_indicator *i = facts->indicator;
    const bool several = goal->goal->indicator_count > 1;
    const char *name = indicator_name(s, facts, several);
    kp_fu_drawing *drawing = kp_fu_begin_drawing(s->series, s->followup, goal->goal, facts, name);

    put(s, row, s->indicator, name);
    kp_fu_put_figures(s->series, s->fu->goals, row, &i->series);
    kp_fu_draw(drawing, row, kp_fu_text(s->fu, &i->title, s->followup));
    put_target(s, row, facts->aim);
    put_met(s, row, facts);
    put_direction(s, row, facts);
    put_final(s, row, &i->final_target);
    row = put_sides(s, row + 1, i->compare, i->compare_count, KP_L_COMPARED_WITH, drawing);
    return put_sides(s, row, i->breakdown, i->breakdown_count, KP_L_PART_OF, drawing);
}

/* ---- a goal ---- */

enum { MOST_CELLS = 60 }; /* named one by one in a formula */

/* "(K4=x)+(K7=x)" over the indicators that decide, or over all. */
static const char *sum_of(const sheet *s, const kp_goal_facts *goal, const uint32_t *rows, uint32_t column,
                          bool all, const char *word, uint32_t *ret_count)
{
    const char *sum = "";

    *ret_count = 0;
    for (uint32_t i = 0; i < goal->goal->indicator_count; i++) {
        if (!all && !goal->indicators[i].decides)
            continue;
        sum =
            kp_arena_printf(s->fu->arena, "%s%s(%s=%s)", sum, *sum ? "+" : "",
                            kp_cell_name(s->fu->arena, rows[i], column), kp_formula_text(s->fu->arena, word));
        ++*ret_count;
        if (*ret_count > MOST_CELLS)
            return NULL;
    }
    return *ret_count ? sum : NULL;
}

static void put_goal_met(const sheet *s, uint32_t row, const kp_goal_facts *goal, const uint32_t *rows)
{
    const kp_fu *fu = s->fu;
    uint32_t count;
    const char *value = kp_words_met(goal->met, fu->lang);
    const char *no = sum_of(s, goal, rows, s->indicator_met, false, KP_FU_L(fu, NO), &count);
    const char *yes = no ? sum_of(s, goal, rows, s->indicator_met, false, KP_FU_L(fu, YES), &count) : NULL;

    if (!yes) {
        put(s, row, s->met, value);
        return;
    }
    kp_put_text_formula(fu->goals, row, s->met, body(),
                        kp_arena_printf(fu->arena, "=IF(%s>0,%s,IF(%s=%u,%s,%s))", no,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, NO)), yes, (unsigned)count,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, YES)),
                                        kp_formula_text(fu->arena, KP_FU_L(fu, UNKNOWN))),
                        value);
}

static bool any_decides(const kp_goal_facts *goal)
{
    for (uint32_t i = 0; i < goal->goal->indicator_count; i++)
        if (goal->indicators[i].decides)
            return true;
    return false;
}

static void put_goal_direction(const sheet *s, uint32_t row, const kp_goal_facts *goal, const uint32_t *rows)
{
    const kp_fu *fu = s->fu;
    const bool all = !any_decides(goal);
    const char *value = kp_words_direction(goal->direction, fu->lang);
    uint32_t count;
    const char *unknown = sum_of(s, goal, rows, s->indicator_direction, all, KP_FU_L(fu, UNKNOWN), &count);
    const char *better, *worse, *words[3];

    if (!unknown) {
        put(s, row, s->direction, value);
        return;
    }
    better = sum_of(s, goal, rows, s->indicator_direction, all, KP_FU_L(fu, DIRECTION_BETTER), &count);
    worse = sum_of(s, goal, rows, s->indicator_direction, all, KP_FU_L(fu, DIRECTION_WORSE), &count);
    words[0] = kp_formula_text(fu->arena, KP_FU_L(fu, DIRECTION_BETTER));
    words[1] = kp_formula_text(fu->arena, KP_FU_L(fu, DIRECTION_WORSE));
    words[2] = kp_formula_text(fu->arena, KP_FU_L(fu, DIRECTION_SAME));
    kp_put_text_formula(fu->goals, row, s->direction, body(),
                        kp_arena_printf(fu->arena,
                                        "=IF(OR(%s>0,AND(%s>0,%s>0)),%s,IF(%s>0,%s,IF(%s>0,%s,%s)))", unknown,
                                        better, worse, kp_formula_text(fu->arena, KP_FU_L(fu, UNKNOWN)),
                                        better, words[0], worse, words[1], words[2]),
                        value);
}

/* Only where the two point different ways: a municipality is not told that it is wrong. */
static void put_differs(const sheet *s, uint32_t row, const kp_goal_facts *goal)
{
    const kp_fu *fu = s->fu;
    kp_arena *a = fu->arena;
    const char *stated = kp_cell_name(a, row, ASSESSMENT), *met = kp_cell_name(a, row, s->met);

    kp_put_text_formula(fu->goals, row, s->differs, body(),
                        kp_arena_printf(a, "=IF(OR(AND(%s=%s,%s=%s),AND(%s=%s,%s=%s)),%s,\"\")", stated,
                                        kp_formula_text(a, KP_FU_L(fu, ASSESSED_REACHED)), met,
                                        kp_formula_text(a, KP_FU_L(fu, NO)), stated,
                                        kp_formula_text(a, KP_FU_L(fu, ASSESSED_NOT_REACHED)), met,
                                        kp_formula_text(a, KP_FU_L(fu, YES)),
                                        kp_formula_text(a, KP_FU_L(fu, DIFFERENT_WAYS))),
                        goal->differs ? KP_FU_L(fu, DIFFERENT_WAYS) : "");
}

static const char *goal_remark(const sheet *s, const kp_goal_facts *goal)
{
    const char *words =
        kp_fu_remark(s->fu, kp_fu_text(s->fu, &goal->goal->note, s->followup), goal->goal->ref);

    if (goal->goal->indicator_count == 1)
        words = join(s, words, indicator_remark(s, &goal->indicators[0]));
    return words;
}

static const char *goal_title(const sheet *s, const kp_goal *goal)
{
    const char *title = kp_fu_text(s->fu, &goal->title, s->followup);

    if (!goal->parent_id.text)
        return title;
    return kp_arena_printf(s->fu->arena, "%s\n%s", title,
                           kp_label_with(s->fu->arena, KP_L_SERVES, s->fu->lang, goal->parent_id.text));
}

static uint32_t put_goal(sheet *s, uint32_t row, const kp_goal_facts *facts)
{
    const kp_goal *goal = facts->goal;
    const uint32_t first = row, count = goal->indicator_count;
    uint32_t *rows = KP_NEW_ARRAY(s->fu->arena, count, uint32_t);
    const char *word = kp_word_for(kp_goal_assessments, goal->assessment);

    put_blanks(s, row);
    kp_put_text(s->fu->goals, row, ID, kp_look_id(KP_ROLE_BODY), goal->id.text ? goal->id.text : "");
    put(s, row, TITLE, goal_title(s, goal));
    put(s, row, AREA, kp_fu_area(s->fu, s->followup, goal->area, &goal->area_id));
    put(s, row, ASSESSMENT, kp_words_assessment(goal->assessment, s->fu->lang));
    put(s, row, s->words, kp_fu_own_word(s->fu, s->followup, word, ""));
    put(s, row, s->remark, goal_remark(s, facts));
    if (count > 1)
        put(s, row++, s->indicator, KP_FU_L(s->fu, TOGETHER));
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = row;
        if (count > 1) {
            put_blanks(s, row);
            put(s, row, s->remark, indicator_remark(s, &facts->indicators[i]));
        }
        row = put_indicator(s, row, facts, &facts->indicators[i]);
    }
    put_goal_met(s, first, facts, rows);
    put_goal_direction(s, first, facts, rows);
    put_differs(s, first, facts);
    return count ? row : row + 1;
}

/* ---- the sheet ---- */

static uint32_t put_report(sheet *s, uint32_t row, uint32_t index)
{
    kp_fu *fu = s->fu;
    const kp_year_facts *year = &fu->t->years[index];

    s->followup = year->followup;
    row = kp_put_section(fu->goals, row, s->last, fu->heads[index]);
    if (!year->followup->goal_count)
        row = kp_put_sentence(fu->goals, row, s->last, KP_ROLE_PLAIN, KP_FU_L(fu, NO_GOALS));
    fu->goal_rows[index] = (kp_fu_rows){row, row};
    for (uint32_t i = 0; i < year->followup->goal_count; i++)
        row = put_goal(s, row, &year->goal_facts[i]);
    fu->goal_rows[index].last = row - 1;
    return row + 1;
}

void kp_fu_write_goals(kp_fu *fu)
{
    sheet s = {.fu = fu, .series = KP_NEW(fu->arena, kp_fu_series)};
    uint32_t head, row;

    *s.series = kp_fu_series_of(fu);
    fu->series = s.series;
    place_columns(&s);
    head = kp_fu_begin_sheet(fu, fu->goals, KP_FU_L(fu, SHEET_GOALS), s.last);
    put_heads(&s, head);
    row = head + 2;
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        row = put_report(&s, row, i);
    row = kp_fu_place_charts(s.series, fu->goals, row, s.last);
    kp_put_sentence(fu->goals, row, s.last, KP_ROLE_NOTE, KP_FU_L(fu, GOALS_WORDS));
    kp_set_landscape(fu->goals);
    kp_freeze(fu->goals, head + 2, TITLE + 1);
    kp_repeat_rows(fu->goals, head, head + 1);
    kp_fit(fu->goals, 6, 40); /* its pages are broken when the charts are there */
}
