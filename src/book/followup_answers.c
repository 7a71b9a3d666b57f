#include "followup_internal.h"

/* Från utvärdering till åtgärd: each item of the two improvement columns, and in a column a report what
 * answers it there, with what the report says of it. */

enum { ITEM, AREA, KIND, PROPOSAL, REPORTS };
enum { AREA_UNITS = 50 };

static uint32_t state_column(const kp_fu *fu)
{
    return REPORTS + fu->t->year_count;
}

static kp_style body(void)
{
    return kp_look_wrapped(KP_ROLE_BODY);
}

static void put_heads(const kp_fu *fu, uint32_t row)
{
    const kp_fu_head fixed[] = {{KP_FU_L(fu, ITEM), 7, false},
                                {KP_FU_L(fu, AREA), 20, false},
                                {KP_FU_L(fu, KIND), 13, false},
                                {KP_FU_L(fu, PROPOSAL), 36, false},
                                {NULL, 0, false}};
    const kp_fu_head state[] = {{KP_FU_L(fu, ANSWERED_HEAD), 13, false}, {NULL, 0, false}};
    const uint8_t width = fu->t->year_count > 3 ? 26 : 34;

    kp_fu_put_heads(fu->answers, row, 0, fixed);
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_fu_head report[] = {{fu->heads[i], width, false}, {NULL, 0, false}};
        kp_fu_put_heads(fu->answers, row, REPORTS + i, report);
    }
    kp_fu_put_heads(fu->answers, row, state_column(fu), state);
}

/* "P80 95 % får svar inom två dagar – Ej uppnått (fråga 2.2)" */
static const char *answer_words(const kp_fu *fu, const kp_answered_by *by)
{
    const kp_followup *f = fu->t->years[by->year].followup;
    const char *id = by->goal ? by->goal->id.text : by->commitment->id.text;
    const char *text =
        by->goal ? kp_fu_text(fu, &by->goal->title, f) : kp_fu_text(fu, &by->commitment->text, f);
    const char *state = by->goal ? kp_words_assessment(by->goal->assessment, fu->lang)
                                 : kp_words_progress(by->commitment->status, fu->lang);
    const char *words =
        kp_arena_printf(fu->arena, "%s%s%s " KP_DASH " %s", id ? id : "", id ? " " : "", text, state);

    if (by->question)
        words = kp_arena_printf(fu->arena, "%s (%s)", words,
                                kp_label_with(fu->arena, KP_L_QUESTION_NUMBER, fu->lang, by->question->id));
    return words;
}

static const char *answers_of(const kp_fu *fu, const kp_tracked_item *item, uint32_t year)
{
    const char *list = "";

    for (uint32_t i = 0; i < item->answer_count; i++)
        if (item->answers[i].year == year)
            list = kp_arena_printf(fu->arena, "%s%s%s", list, *list ? "\n" : "",
                                   answer_words(fu, &item->answers[i]));
    return list;
}

static const char *item_text(const kp_fu *fu, const kp_tracked_item *item)
{
    return kp_text_or(&item->finding->text, fu->lang, item->evaluation->language, "");
}

static const char *area_title(const kp_fu *fu, const kp_tracked_item *item)
{
    const kp_node *area = kp_item_area(item);
    const char *lang = item->evaluation->rubric->language;

    if (!area->parent)
        return KP_FU_L(fu, TOTAL);
    return kp_cut_units(fu->arena,
                        kp_arena_printf(fu->arena, "%s %s", area->id,
                                        kp_text_or(&area->short_title, fu->lang, lang,
                                                   kp_text_or(&area->title, fu->lang, lang, ""))),
                        AREA_UNITS);
}

static void put_state(const kp_fu *fu, uint32_t row, const kp_tracked_item *item)
{
    const char *cells = kp_arena_printf(fu->arena, "%s:%s", kp_cell_name(fu->arena, row, REPORTS),
                                        kp_cell_name(fu->arena, row, state_column(fu) - 1));

    kp_put_text_formula(fu->answers, row, state_column(fu), body(),
                        kp_arena_printf(fu->arena, "=IF(SUMPRODUCT((LEN(%s)>0)*1)>0,%s,%s)", cells,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, HAS_ANSWER)),
                                        kp_formula_text(fu->arena, KP_FU_L(fu, HAS_NO_ANSWER))),
                        item->answer_count ? KP_FU_L(fu, HAS_ANSWER) : KP_FU_L(fu, HAS_NO_ANSWER));
}

static void put_item(const kp_fu *fu, uint32_t row, const kp_tracked_item *item)
{
    const kp_finding *f = item->finding;

    kp_put_text(fu->answers, row, ITEM, kp_look_id(KP_ROLE_BODY), f->id ? f->id : "");
    kp_put_text(fu->answers, row, AREA, body(), area_title(fu, item));
    kp_put_text(fu->answers, row, KIND, body(),
                f->kind == KP_PARTIAL ? KP_FU_L(fu, KIND_PARTIAL) : KP_FU_L(fu, KIND_IMPROVEMENT));
    kp_put_text(fu->answers, row, PROPOSAL, body(), item_text(fu, item));
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const char *words = answers_of(fu, item, i);
        if (*words)
            kp_put_text(fu->answers, row, REPORTS + i, body(), words);
        else
            kp_put_blank(fu->answers, row, REPORTS + i, body());
    }
    put_state(fu, row, item);
}

static const char *evaluation_heading(const kp_fu *fu, const kp_evaluation *e)
{
    return kp_arena_printf(fu->arena, "%s %s %04d", KP_FU_L(fu, EVALUATION), e->unit.name, e->year);
}

/* What is still open, as a list to read on its own. */
static uint32_t put_open(const kp_fu *fu, uint32_t row)
{
    const uint32_t last = state_column(fu);
    uint32_t open = 0;

    for (uint32_t i = 0; i < fu->t->item_count; i++)
        open += !fu->t->items[i].answer_count;
    row = kp_put_section(fu->answers, row, last, KP_FU_L(fu, STILL_OPEN));
    if (!open)
        return kp_put_sentence(fu->answers, row, last, KP_ROLE_PLAIN, KP_FU_L(fu, NOTHING_OPEN));
    row = kp_put_sentence(fu->answers, row, last, KP_ROLE_NOTE, KP_FU_L(fu, STILL_OPEN_WORDS));
    for (uint32_t i = 0; i < fu->t->item_count; i++) {
        const kp_tracked_item *item = &fu->t->items[i];
        if (item->answer_count)
            continue;
        kp_put_text(fu->answers, row, ITEM, kp_look_id(KP_ROLE_BODY),
                    item->finding->id ? item->finding->id : "");
        kp_put_text(fu->answers, row, AREA, body(), area_title(fu, item));
        kp_put_wide_text(fu->answers, row++, KIND, last, body(), item_text(fu, item));
    }
    return row;
}

void kp_fu_write_answers(kp_fu *fu)
{
    kp_sheet *sheet = fu->answers;
    const uint32_t last = state_column(fu);
    const uint32_t head = kp_fu_begin_sheet(fu, sheet, KP_FU_L(fu, SHEET_ANSWERS), last);
    uint32_t row = head + 1;

    fu->item_state = last;
    put_heads(fu, head);
    fu->item_rows = (kp_fu_rows){row, row};
    for (uint32_t i = 0; i < fu->t->item_count; i++) {
        const kp_tracked_item *item = &fu->t->items[i];
        if (i == 0 || item->evaluation != item[-1].evaluation)
            row = kp_put_section(sheet, row, last, evaluation_heading(fu, item->evaluation));
        put_item(fu, row++, item);
    }
    fu->item_rows.last = row - 1;
    row = put_open(fu, row + 1);
    kp_put_sentence(sheet, row + 1, last, KP_ROLE_NOTE, KP_FU_L(fu, ANSWERS_WORDS));
    kp_set_landscape(sheet);
    kp_freeze(sheet, head + 1, 1);
    kp_repeat_rows(sheet, head, head);
    kp_fit(sheet, 6, 50);
    kp_break_pages(sheet);
}
