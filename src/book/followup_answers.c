#include "followup_internal.h"

#include <string.h>

#include "kompass/utf8.h"

/* Från utvärdering till åtgärd: each item of the two improvement columns, those that something answers before
 * those that are open, with what answers it in a column a report. Reports that answer nothing have no column,
 * unless none does. How many there are of each area stands on the summary (followup_asked.c). */

enum { ITEM, AREA, KIND, PROPOSAL, STATE, REPORTS };
enum { AREA_UNITS = 50, REPORTS_WIDTH = 104, LEAST_WIDTH = 26, MOST_WIDTH = 50, MOST_WORDS = 1000 };

typedef struct sheet {
    kp_fu *fu;
    uint32_t *columns; /* by report; KP_FU_NONE: it answers nothing */
    uint32_t last;
} sheet;

static kp_style body(void)
{
    return kp_look_wrapped(KP_ROLE_BODY);
}

static bool answers_any(const kp_fu *fu, uint32_t year)
{
    for (uint32_t i = 0; i < fu->t->item_count; i++)
        for (uint32_t k = 0; k < fu->t->items[i].answer_count; k++)
            if (fu->t->items[i].answers[k].year == year)
                return true;
    return false;
}

static void place_columns(sheet *s)
{
    const uint32_t count = s->fu->t->year_count;
    uint32_t next = REPORTS;

    s->columns = KP_NEW_ARRAY(s->fu->arena, count, uint32_t);
    for (uint32_t i = 0; i < count; i++)
        s->columns[i] = answers_any(s->fu, i) ? next++ : KP_FU_NONE;
    for (uint32_t i = 0; i < count && next == REPORTS; i++)
        s->columns[i] = REPORTS + i;
    s->last = next == REPORTS ? REPORTS + count - 1 : next - 1;
}

static void put_heads(const sheet *s, uint32_t row)
{
    const kp_fu *fu = s->fu;
    const kp_fu_head fixed[] = {{KP_FU_L(fu, ITEM), 7, false},           {KP_FU_L(fu, AREA), 20, false},
                                {KP_FU_L(fu, KIND), 13, false},          {KP_FU_L(fu, PROPOSAL), 38, false},
                                {KP_FU_L(fu, ANSWERED_HEAD), 14, false}, {NULL, 0, false}};
    const uint32_t reports = s->last > REPORTS ? s->last - REPORTS + 1 : 1;
    uint32_t width = REPORTS_WIDTH / reports;

    width = width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width;
    kp_fu_put_heads(fu->answers, row, 0, fixed);
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_fu_head report[] = {{fu->heads[i], (uint8_t)width, false}, {NULL, 0, false}};
        if (s->columns[i] != KP_FU_NONE)
            kp_fu_put_heads(fu->answers, row, s->columns[i], report);
    }
}

static const char *labelled(const kp_fu *fu, kp_label_id label, const char *word)
{
    return kp_arena_printf(fu->arena, "%s: %s", kp_label(label, fu->lang), word);
}

/* What a report states of a goal; else whether its target is met. */
static const char *goal_state(const kp_fu *fu, const kp_year_facts *year, const kp_goal *goal)
{
    const kp_goal_facts *facts = &year->goal_facts[goal - year->followup->goals];
    const char *stated = kp_words_assessment(goal->assessment, fu->lang);

    if (goal->assessment != KP_ASSESSED_NOT_STATED)
        return stated;
    return facts->met == KP_MET_UNKNOWN ? labelled(fu, KP_L_ASSESSMENT, stated)
                                        : labelled(fu, KP_L_TARGET_MET, kp_words_met(facts->met, fu->lang));
}

/* The status of a commitment; else what is expected of it. */
static const char *commitment_state(const kp_fu *fu, const kp_commitment *c)
{
    const char *stated = kp_words_progress(c->status, fu->lang);

    if (c->status != KP_STATUS_NOT_STATED)
        return stated;
    return c->expected ? labelled(fu, KP_L_EXPECTED, kp_fu_expected(fu, c))
                       : labelled(fu, KP_L_STATUS, stated);
}

/* "P80 95 % får svar inom två dagar – Ej uppnått (fråga 2.2)", and in a line below "Servicemodell tas fram.
 * (s. 26)" */
static const char *answer_words(const kp_fu *fu, const kp_answered_by *by, bool with_remark)
{
    const kp_year_facts *year = &fu->t->years[by->year];
    const kp_followup *f = year->followup;
    const kp_goal *g = by->goal;
    const kp_commitment *c = by->commitment;
    const char *id = g ? g->id.text : c->id.text;
    const char *remark = kp_fu_remark(fu, kp_fu_text(fu, g ? &g->note : &c->note, f), g ? g->ref : c->ref);
    const char *words = kp_arena_printf(fu->arena, "%s%s%s " KP_DASH " %s", id ? id : "", id ? " " : "",
                                        kp_fu_text(fu, g ? &g->title : &c->text, f),
                                        g ? goal_state(fu, year, g) : commitment_state(fu, c));

    if (by->question)
        words = kp_arena_printf(fu->arena, "%s (%s)", words,
                                kp_label_with(fu->arena, KP_L_QUESTION_NUMBER, fu->lang, by->question->id));
    return with_remark && *remark ? kp_arena_printf(fu->arena, "%s\n%s", words, remark) : words;
}

static const char *list_answers(const kp_fu *fu, const kp_tracked_item *item, uint32_t year,
                                bool with_remarks)
{
    const char *list = "";

    for (uint32_t i = 0; i < item->answer_count; i++)
        if (item->answers[i].year == year)
            list = kp_arena_printf(fu->arena, "%s%s%s", list, *list ? "\n" : "",
                                   answer_words(fu, &item->answers[i], with_remarks));
    return list;
}

/* With the remarks, where a row has room for them. */
static const char *answers_of(const kp_fu *fu, const kp_tracked_item *item, uint32_t year)
{
    const char *list = list_answers(fu, item, year, true);

    return kp_utf8_width(list) <= MOST_WORDS ? list : list_answers(fu, item, year, false);
}

static const char *item_text(const kp_fu *fu, const kp_tracked_item *item)
{
    return kp_text_or(&item->finding->text, fu->lang, item->evaluation->language, "");
}

const char *kp_fu_evaluation(const kp_fu *fu, const kp_evaluation *e)
{
    const char *name = kp_arena_printf(fu->arena, "%s %04d", e->unit.name, e->year);

    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_evaluation *other = fu->t->years[i].followup->evaluation;
        if (other && other->year == e->year && strcmp(other->unit.name, e->unit.name) == 0 &&
            strcmp(other->id, e->id) != 0)
            return kp_arena_printf(fu->arena, "%s (%s)", name, e->id);
    }
    return name;
}

bool kp_fu_several_evaluations(const kp_fu *fu)
{
    return fu->t->items[0].evaluation != fu->t->items[fu->t->item_count - 1].evaluation;
}

const char *kp_fu_item_area(const kp_fu *fu, const kp_tracked_item *item)
{
    const kp_node *area = kp_area_of(item->node);
    const char *lang = item->evaluation->rubric->language;
    const char *title = KP_FU_L(fu, ABOUT_THE_WHOLE);

    if (area->parent)
        title = kp_arena_printf(
            fu->arena, "%s %s", area->id,
            kp_text_or(&area->short_title, fu->lang, lang, kp_text_or(&area->title, fu->lang, lang, "")));
    title = kp_cut_units(fu->arena, title, AREA_UNITS);
    return kp_fu_several_evaluations(fu)
               ? kp_arena_printf(fu->arena, "%s: %s", kp_fu_evaluation(fu, item->evaluation), title)
               : title;
}

static void put_state(const sheet *s, uint32_t row, const kp_tracked_item *item)
{
    const kp_fu *fu = s->fu;
    const char *cells = kp_arena_printf(fu->arena, "%s:%s", kp_cell_name(fu->arena, row, REPORTS),
                                        kp_cell_name(fu->arena, row, s->last));

    kp_put_text_formula(fu->answers, row, STATE, body(),
                        kp_arena_printf(fu->arena, "=IF(SUMPRODUCT((LEN(%s)>0)*1)>0,%s,%s)", cells,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, HAS_ANSWER)),
                                        kp_formula_text(fu->arena, KP_FU_L(fu, HAS_NO_ANSWER))),
                        item->answer_count ? KP_FU_L(fu, HAS_ANSWER) : KP_FU_L(fu, HAS_NO_ANSWER));
}

static void put_item(const sheet *s, uint32_t row, const kp_tracked_item *item)
{
    const kp_fu *fu = s->fu;
    const kp_finding *f = item->finding;

    kp_put_text(fu->answers, row, ITEM, kp_look_id(KP_ROLE_BODY), f->id ? f->id : "");
    kp_put_text(fu->answers, row, AREA, body(), kp_fu_item_area(fu, item));
    kp_put_text(fu->answers, row, KIND, body(),
                f->kind == KP_PARTIAL ? KP_FU_L(fu, KIND_PARTIAL) : KP_FU_L(fu, KIND_IMPROVEMENT));
    kp_put_text(fu->answers, row, PROPOSAL, body(), item_text(fu, item));
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const char *words = answers_of(fu, item, i);
        if (s->columns[i] == KP_FU_NONE)
            continue;
        if (*words)
            kp_put_text(fu->answers, row, s->columns[i], body(), words);
        else
            kp_put_blank(fu->answers, row, s->columns[i], body());
    }
    put_state(s, row, item);
}

/* ---- the items ---- */

static uint32_t count_items(const kp_fu *fu, bool answered)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < fu->t->item_count; i++)
        count += (fu->t->items[i].answer_count > 0) == answered;
    return count;
}

/* Those that something answers, or those that nothing does. */
static uint32_t put_items(const sheet *s, uint32_t row, bool answered)
{
    const kp_fu *fu = s->fu;
    const kp_tracked_item *shown = NULL;

    for (uint32_t i = 0; i < fu->t->item_count; i++) {
        const kp_tracked_item *item = &fu->t->items[i];
        if ((item->answer_count > 0) != answered)
            continue;
        if (kp_fu_several_evaluations(fu) && (!shown || shown->evaluation != item->evaluation)) {
            shown = item;
            kp_put_wide_text(fu->answers, row++, 0, s->last, kp_look(KP_ROLE_LABEL),
                             kp_arena_printf(fu->arena, "%s %s", KP_FU_L(fu, EVALUATION),
                                             kp_fu_evaluation(fu, item->evaluation)));
        }
        put_item(s, row++, item);
    }
    return row;
}

/* A heading, a note, the items: where there are none, a sentence or nothing. */
static uint32_t put_part(const sheet *s, uint32_t row, bool answered)
{
    const kp_fu *fu = s->fu;
    const uint32_t count = count_items(fu, answered);

    if (answered && !count)
        return row;
    row = kp_put_section(fu->answers, row, s->last,
                         answered ? KP_FU_L(fu, WITH_ANSWER) : KP_FU_L(fu, STILL_OPEN));
    if (!answered)
        row = kp_put_sentence(fu->answers, row, s->last, count ? KP_ROLE_NOTE : KP_ROLE_PLAIN,
                              count ? KP_FU_L(fu, STILL_OPEN_WORDS) : KP_FU_L(fu, NOTHING_OPEN));
    return put_items(s, row, answered);
}

void kp_fu_write_answers(kp_fu *fu)
{
    sheet s = {.fu = fu};
    uint32_t head, row;

    place_columns(&s);
    head = kp_fu_begin_sheet(fu, fu->answers, KP_FU_L(fu, SHEET_ANSWERS), s.last);
    put_heads(&s, head);
    row = put_part(&s, put_part(&s, head + 1, true), false);
    fu->answer_columns = s.columns;
    fu->item_area = AREA;
    fu->item_state = STATE;
    fu->item_rows = (kp_fu_rows){head + 1, row - 1};
    kp_put_sentence(fu->answers, row + 1, s.last, KP_ROLE_NOTE, KP_FU_L(fu, ANSWERS_WORDS));
    kp_set_landscape(fu->answers);
    kp_freeze(fu->answers, head + 1, 1);
    kp_repeat_rows(fu->answers, head, head);
    kp_fit(fu->answers, 6, 50);
    kp_break_pages(fu->answers);
}
