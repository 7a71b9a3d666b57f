#include <stdlib.h>
#include <string.h>

#include "followup_internal.h"
#include "followup_series.h"

/* Mål och indikatorer: a row a goal, behind or below it a row an indicator, with the outcome, the one before
 * and the target; whole series stand on a sheet of their own (followup_charts.c). Whether a target is met,
 * and the direction, are formulas over those figures. Columns with nothing in them are left out. */

enum { ID, TITLE };

typedef struct sheet {
    kp_fu *fu;
    kp_fu_series *series;
    uint32_t area, assessment, words, differs, indicator, outcome, before, before_period, target, met,
        direction, final_target, remark, last;
    uint32_t report; /* at hand */
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

typedef struct found {
    bool area, words, differs, final_target;
} found;

/* What any goal has to say. */
static found find_columns(const kp_fu *fu)
{
    found any = {0};

    for (uint32_t i = 0; i < fu->t->year_count; i++)
        for (uint32_t k = 0; k < fu->t->years[i].followup->goal_count; k++) {
            const kp_goal_facts *facts = &fu->t->years[i].goal_facts[k];
            const kp_goal *goal = facts->goal;
            const char *word = kp_word_for(kp_goal_assessments, goal->assessment);
            any.area = any.area || goal->area_id.text;
            any.words = any.words || *kp_fu_own_word(fu, fu->t->years[i].followup, word, "");
            any.differs = any.differs || facts->differs;
            for (uint32_t n = 0; n < goal->indicator_count; n++)
                any.final_target = any.final_target || goal->indicators[n].final_target.count;
        }
    return any;
}

static void place_columns(sheet *s)
{
    const found any = find_columns(s->fu);
    uint32_t next = TITLE + 1;

    s->area = any.area ? next++ : KP_FU_NONE;
    s->assessment = next++;
    s->words = any.words ? next++ : KP_FU_NONE;
    s->indicator = next++;
    s->outcome = next++;
    s->before = next++;
    s->before_period = next++;
    s->target = next++;
    s->met = next++;
    s->direction = next++;
    s->final_target = any.final_target ? next++ : KP_FU_NONE;
    s->differs = any.differs ? next++ : KP_FU_NONE;
    s->remark = next++;
    s->last = next - 1;
    s->series->now_column = s->outcome;
    s->series->before_column = s->before;
    s->fu->goal_area = s->area;
    s->fu->goal_assessment = s->assessment;
    s->fu->goal_met = s->met;
    s->fu->goal_direction = s->direction;
}

static void put_head(const sheet *s, uint32_t row, uint32_t column, const char *text, uint8_t width,
                     bool right)
{
    const kp_fu_head heads[] = {{text, width, right}, {NULL, 0, false}};

    if (column != KP_FU_NONE)
        kp_fu_put_heads(s->fu->goals, row, column, heads);
}

/* What the other columns leave of a page of 198 characters, which is 8 points on A4. */
static double remark_width(const sheet *s)
{
    enum { PAGE = 198, LEAST = 36, MOST = 48 };
    double left = PAGE;

    for (uint32_t column = 0; column < s->remark; column++)
        left -= s->fu->goals->columns[column].width;
    return left < LEAST ? LEAST : left > MOST ? MOST : left;
}

static void put_heads(const sheet *s, uint32_t row)
{
    const kp_fu *fu = s->fu;

    put_head(s, row, ID, KP_FU_L(fu, NUMBER), 6, false);
    put_head(s, row, TITLE, KP_FU_L(fu, GOAL), 27, false);
    put_head(s, row, s->area, KP_FU_L(fu, AREA), 15, false);
    put_head(s, row, s->assessment, KP_FU_L(fu, ASSESSMENT), 11, false);
    put_head(s, row, s->words, KP_FU_L(fu, IN_OWN_WORDS), 13, false);
    put_head(s, row, s->indicator, KP_FU_L(fu, INDICATOR), 25, false);
    put_head(s, row, s->outcome, KP_FU_L(fu, OUTCOME), 9, true);
    put_head(s, row, s->before, KP_FU_L(fu, VALUE_BEFORE), 9, true);
    put_head(s, row, s->before_period, KP_FU_L(fu, PERIOD_BEFORE), 9, true);
    put_head(s, row, s->target, KP_FU_L(fu, TARGET), 10, true);
    put_head(s, row, s->met, KP_FU_L(fu, TARGET_MET), 10, false);
    put_head(s, row, s->direction, KP_FU_L(fu, DIRECTION), 13, false);
    put_head(s, row, s->final_target, KP_FU_L(fu, FINAL_TARGET), 10, true);
    put_head(s, row, s->differs, KP_FU_L(fu, BESIDE_ONE_ANOTHER), 12, false);
    put_head(s, row, s->remark, KP_FU_L(fu, REMARK), (uint8_t)remark_width(s), false);
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
    return kp_fu_number(s->fu, value);
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
    if (s->final_target == KP_FU_NONE)
        return;
    if (!aim)
        kp_put_blank(s->fu->goals, row, s->final_target, style);
    else if (aim->period.year)
        kp_put_text(s->fu->goals, row, s->final_target, style,
                    kp_arena_printf(a, "%s (%s)", number(s, aim->value), kp_period_text(a, aim->period)));
    else
        kp_put_number(s->fu->goals, row, s->final_target, kp_fu_number_style(aim->value),
                      kp_num_decimal(a, aim->value));
}

static void put_target(const sheet *s, uint32_t row, const kp_aim *aim)
{
    if (aim)
        kp_put_number(s->fu->goals, row, s->target, kp_fu_number_style(aim->value),
                      kp_num_decimal(s->fu->arena, aim->value));
    else
        kp_put_text(s->fu->goals, row, s->target, kp_look_number(KP_ROLE_BODY, KP_FORMAT_GENERAL, 0),
                    KP_DASH);
}

/* NULL where it holds no number that formulas can take. */
static const char *cell_of(const sheet *s, uint32_t row, uint32_t column, const kp_figure *figure)
{
    return figure && kp_fu_fits(figure->value) ? kp_cell_name(s->fu->arena, row, column) : NULL;
}

static void put_met(const sheet *s, uint32_t row, const kp_indicator_facts *f)
{
    const kp_fu *fu = s->fu;
    const char *value = kp_words_met(f->met, fu->lang), *cell = cell_of(s, row, s->outcome, f->current);
    const char *target = kp_cell_name(fu->arena, row, s->target);

    if (!cell || !f->aim || !kp_fu_fits(f->aim->value)) {
        put(s, row, s->met, value);
        return;
    }
    kp_put_text_formula(fu->goals, row, s->met, body(),
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
    const char *now = cell_of(s, row, s->outcome, f->current);
    const char *before = cell_of(s, row, s->before, f->earlier);

    if (!now || !before || f->across_break) {
        put(s, row, s->direction, value);
        return;
    }
    kp_put_text_formula(fu->goals, row, s->direction, body(),
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

static void put_figure(const sheet *s, uint32_t row, uint32_t column, const kp_figure *figure)
{
    kp_put_number(s->fu->goals, row, column, kp_fu_number_style(figure->value),
                  kp_num_decimal(s->fu->arena, figure->value));
}

/* The outcome of the report's year, and the one before it; what was not measured stands in words. */
static void put_outcome(const sheet *s, uint32_t row, const kp_fu_line *line)
{
    kp_style right = kp_look_wrapped(KP_ROLE_BODY);

    right.align = KP_ALIGN_RIGHT;
    if (line->now && line->is_measured)
        put_figure(s, row, s->outcome, line->now);
    else if (line->now)
        kp_put_text(s->fu->goals, row, s->outcome, right, kp_fu_figure_words(s->fu, line->now));
    if (!line->before)
        return;
    put_figure(s, row, s->before, line->before);
    kp_put_text(s->fu->goals, row, s->before_period, kp_look_number(KP_ROLE_BODY, KP_FORMAT_TEXT, 0),
                kp_period_text(s->fu->arena, line->before->measured));
}

static uint32_t put_sides(sheet *s, uint32_t row, const kp_indicator_facts *facts,
                          const kp_side_series *sides, uint32_t count, kp_label_id label,
                          kp_fu_drawing *drawing)
{
    for (uint32_t i = 0; i < count; i++, row++) {
        const char *title = kp_fu_text(s->fu, &sides[i].title, s->followup);
        const kp_fu_line line = kp_fu_side_line(&sides[i].series, facts, s->followup->year, row, title);
        put_blanks(s, row);
        put(s, row, s->indicator, kp_label_with(s->fu->arena, label, s->fu->lang, title));
        put_outcome(s, row, &line);
        kp_fu_draw(drawing, &line);
    }
    return row;
}

static uint32_t put_indicator(sheet *s, uint32_t row, const kp_goal_facts *goal, const kp_fu_place *place,
                              const kp_indicator_facts *facts)
{
    const kp_indicator *i = facts->indicator;
    const bool several = goal->goal->indicator_count > 1;
    const char *name = indicator_name(s, facts, several);
    kp_fu_drawing *drawing = kp_fu_begin_drawing(s->series, place, facts, name);
    const kp_fu_line line = kp_fu_main_line(facts, s->followup->year, row, KP_FU_L(s->fu, OUTCOME));

    put(s, row, s->indicator, name);
    put_outcome(s, row, &line);
    kp_fu_draw(drawing, &line);
    put_target(s, row, facts->aim);
    put_met(s, row, facts);
    put_direction(s, row, facts);
    put_final(s, row, &i->final_target);
    row = put_sides(s, row + 1, facts, i->compare, i->compare_count, KP_L_COMPARED_WITH, drawing);
    row = put_sides(s, row, facts, i->breakdown, i->breakdown_count, KP_L_PART_OF, drawing);
    kp_fu_end_drawing(s->series, drawing);
    return row;
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
    const char *no = sum_of(s, goal, rows, s->met, false, KP_FU_L(fu, NO), &count);
    const char *yes = no ? sum_of(s, goal, rows, s->met, false, KP_FU_L(fu, YES), &count) : NULL;

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
    const char *unknown = sum_of(s, goal, rows, s->direction, all, KP_FU_L(fu, UNKNOWN), &count);
    const char *better, *worse, *words[3];

    if (!unknown) {
        put(s, row, s->direction, value);
        return;
    }
    better = sum_of(s, goal, rows, s->direction, all, KP_FU_L(fu, DIRECTION_BETTER), &count);
    worse = sum_of(s, goal, rows, s->direction, all, KP_FU_L(fu, DIRECTION_WORSE), &count);
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
    const char *stated = kp_cell_name(a, row, s->assessment), *met = kp_cell_name(a, row, s->met);

    if (s->differs == KP_FU_NONE)
        return;
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
    const kp_fu_place place = {s->report, first, goal->id.text};

    put_blanks(s, row);
    kp_put_text(s->fu->goals, row, ID, kp_look_id(KP_ROLE_BODY), goal->id.text ? goal->id.text : "");
    put(s, row, TITLE, goal_title(s, goal));
    put(s, row, s->area, kp_fu_area(s->fu, s->followup, goal->area, &goal->area_id));
    put(s, row, s->assessment, kp_words_assessment(goal->assessment, s->fu->lang));
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
        row = put_indicator(s, row, facts, &place, &facts->indicators[i]);
    }
    if (count != 1) { /* the row of a single indicator is the goal's own */
        put_goal_met(s, first, facts, rows);
        put_goal_direction(s, first, facts, rows);
    }
    put_differs(s, first, facts);
    return count ? row : row + 1;
}

/* ---- the sheet ---- */

static uint32_t put_report(sheet *s, uint32_t row, uint32_t index)
{
    kp_fu *fu = s->fu;
    const kp_year_facts *year = &fu->t->years[index];

    s->report = index;
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

    *s.series = (kp_fu_series){.fu = fu, .next_drawing = &s.series->drawings};
    place_columns(&s);
    s.series->id_column = ID;
    head = kp_fu_begin_sheet(fu, fu->goals, KP_FU_L(fu, SHEET_GOALS), s.last);
    put_heads(&s, head);
    row = head + 1;
    for (uint32_t i = 0; i < fu->t->year_count; i++)
        row = put_report(&s, row, i);
    kp_put_sentence(fu->goals, row, s.last, KP_ROLE_NOTE, KP_FU_L(fu, GOALS_WORDS));
    kp_set_landscape(fu->goals);
    kp_freeze(fu->goals, head + 1, TITLE + 1);
    kp_repeat_rows(fu->goals, head, head);
    kp_fu_write_series(s.series, row + 1);
    kp_fit(fu->goals, 6, 40);
    kp_break_pages(fu->goals);
}
