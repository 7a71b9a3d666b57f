#include "form_plan.h"

#include <string.h>

#include "kompass/utf8.h"

/* ---- texts ---- */

const kp_answer *kp_fm_answer(const kp_fm *fm, const kp_node *node)
{
    return fm->e->by_node[node->index];
}

const char *kp_fm_title(const kp_fm *fm, const kp_node *node)
{
    return kp_text_or(&node->title, fm->lang, fm->rubric->language, node->id);
}

const char *kp_fm_text(const kp_fm *fm, const kp_text *text)
{
    return kp_text_or(text, fm->lang, fm->e->language, "");
}

/* ---- cells ---- */

kp_style kp_fm_points_style(const kp_fm *fm, kp_role role, unsigned max_decimals)
{
    kp_style style = kp_ov_points_style(&fm->ov, role);

    if (style.decimals < max_decimals)
        style.decimals = (uint8_t)max_decimals;
    return style;
}

void kp_fm_add_words(const kp_fm *fm, kp_sheet *sheet, uint32_t first, uint32_t last, uint32_t column,
                     kp_fm_words words)
{
    kp_add_choice(sheet, &(kp_choice){.cells = {sheet, first, column, last, column},
                                      .values = kp_fm_word_cells(fm, words),
                                      .refusal = KP_FM_L(fm, FORM_CHOOSE)});
}

void kp_fm_add_ids(const kp_fm *fm, kp_sheet *sheet, uint32_t first, uint32_t last, uint32_t column)
{
    const uint32_t *rows = fm->ov.home_row;

    kp_add_choice(sheet, &(kp_choice){.cells = {sheet, first, column, last, column},
                                      .values = {fm->work, rows[1], 0, rows[fm->rubric->node_count - 1], 0},
                                      .refusal = KP_FM_L(fm, FORM_NO_SUCH_ID)});
}

uint32_t kp_fm_begin_sheet(const kp_fm *fm, kp_sheet *sheet, const char *title, uint32_t last_column)
{
    const kp_sheet_head head = {.title = title, .subtitle = fm->subtitle, .footer = fm->footer};
    uint32_t row = kp_put_sheet_head(sheet, &head, last_column);

    /* Over several columns: beside a marker at the row's end a text does not run on. */
    kp_put_wide_text(sheet, row, 0, last_column, kp_look(KP_ROLE_LINK), "");
    kp_put_link(sheet, row, 0, kp_look(KP_ROLE_LINK), KP_FM_L(fm, FORM_TO_START),
                kp_link_to(fm->arena, fm->start, 0, 0));
    return row + 1;
}

/* ---- who and what ---- */

/* An evaluation that says nothing. */
static const kp_evaluation *nothing_yet(kp_arena *arena, const kp_form_input *input)
{
    kp_evaluation *e = KP_NEW(arena, kp_evaluation);
    uint32_t count = input->rubric->node_count;

    e->rubric = input->rubric;
    e->unit.name = input->unit;
    e->by_node = KP_NEW_ARRAY(arena, count, const kp_answer *);
    e->printed = KP_NEW_ARRAY(arena, count, const kp_published *);
    e->found = KP_NEW_ARRAY(arena, count, const kp_findings *);
    return e;
}

/* The evaluation's own evaluators, then those that the form adds. */
static void name_evaluators(kp_fm *fm)
{
    const kp_form_input *in = fm->in;
    size_t room = fm->e->evaluator_count + (size_t)in->evaluator_count;

    fm->evaluators = KP_NEW_ARRAY(fm->arena, room, kp_form_evaluator);
    fm->organisations = KP_NEW_ARRAY(fm->arena, room, const char *);
    for (uint32_t i = 0; i < fm->e->evaluator_count; i++) {
        const kp_evaluator *one = &fm->e->evaluators[i];
        fm->organisations[fm->slots] = one->organisation;
        fm->evaluators[fm->slots++] = (kp_form_evaluator){one->id, one->name};
    }
    for (uint32_t i = 0; i < in->evaluator_count; i++)
        fm->evaluators[fm->slots++] = in->evaluators[i];
}

static void name_form(kp_fm *fm)
{
    const char *rubric = kp_text_or(&fm->rubric->title, fm->lang, fm->rubric->language, fm->rubric->id);
    const char *unit = fm->e->unit.name;

    if (unit && fm->e->year)
        unit = kp_arena_printf(fm->arena, "%s %04d", unit, fm->e->year);
    else if (unit && fm->in->year)
        unit = kp_arena_printf(fm->arena, "%s %s", unit, fm->in->year);
    fm->subtitle = unit ? kp_arena_printf(fm->arena, "%s \xC2\xB7 %s", unit, rubric) : rubric;
    fm->footer = kp_words_footer(fm->arena, fm->lang, fm->subtitle, NULL, 0);
}

static kp_book_info book_info(const kp_fm *fm)
{
    return (kp_book_info){
        .title = kp_arena_printf(fm->arena, "%s \xE2\x80\x93 %s", KP_FM_L(fm, FORM), fm->subtitle),
        .subject = KP_FM_L(fm, FORM),
        .company = fm->e->unit.name,
        .keywords = fm->in->evaluation ? kp_arena_printf(fm->arena, "%s, %s", fm->rubric->id, fm->e->id)
                                       : fm->rubric->id,
        .comments = kp_label_with(fm->arena, KP_L_MADE_BY, fm->lang, fm->in->version),
        .lang = fm->lang,
        .created = fm->in->created,
    };
}

/* ---- the book ---- */

static void add_pages(kp_fm *fm)
{
    for (uint32_t i = 0; i < fm->page_count; i++) {
        kp_fm_page *page = &fm->pages[i];
        const char *name = KP_FM_L(fm, AREAS);
        if (page->area)
            name = kp_arena_printf(fm->arena, "%s %s", page->area->id,
                                   kp_text_or(&page->area->short_title, fm->lang, fm->rubric->language,
                                              kp_fm_title(fm, page->area)));
        page->sheet = kp_book_add_sheet(fm->book, kp_utf8_one_line(fm->arena, name));
    }
}

static bool has_levels(const kp_rubric *rubric)
{
    for (uint32_t i = 0; i < rubric->node_count; i++)
        if (rubric->nodes[i]->scale && rubric->nodes[i]->scale->count)
            return true;
    return false;
}

/* In the order in which they are used. */
static void add_sheets(kp_fm *fm)
{
    fm->start = kp_book_add_sheet(fm->book, KP_FM_L(fm, FORM_SHEET_START));
    add_pages(fm);
    fm->findings = kp_book_add_sheet(fm->book, KP_FM_L(fm, SHEET_FINDINGS));
    fm->evidence = kp_book_add_sheet(fm->book, KP_FM_L(fm, FORM_SHEET_EVIDENCE));
    if (has_levels(fm->rubric))
        fm->scales = kp_book_add_sheet(fm->book, KP_FM_L(fm, SCALES));
    fm->work = kp_book_add_sheet(fm->book, KP_FM_L(fm, WORK_TABLE));
    fm->base = kp_book_add_sheet(fm->book, "kompass");
    for (uint32_t i = 0; i < fm->book->sheet_count; i++)
        kp_protect(fm->book->sheets[i]);
    kp_hide_sheet(fm->work);
    kp_hide_sheet(fm->base);
}

kp_book *kp_form_book(kp_arena *arena, const kp_form_input *input)
{
    kp_fm fm = {.arena = arena, .in = input, .rubric = input->rubric, .lang = input->lang};

    fm.e = input->evaluation ? input->evaluation : nothing_yet(arena, input);
    name_evaluators(&fm);
    name_form(&fm);
    fm.book = kp_book_new(arena, book_info(&fm));
    /* First the rows and columns of all that formulas name; then the cells. */
    kp_fm_plan_pages(&fm);
    add_sheets(&fm);
    kp_fm_plan_work(&fm);
    kp_fm_plan_lists(&fm);
    kp_fm_plan_start(&fm);
    kp_fm_write_start(&fm);
    for (uint32_t i = 0; i < fm.page_count; i++)
        kp_fm_write_page(&fm, &fm.pages[i]);
    kp_fm_write_findings(&fm);
    kp_fm_write_evidence(&fm);
    if (fm.scales)
        kp_fm_write_lists(&fm);
    kp_fm_write_work(&fm);
    kp_fm_write_base(&fm);
    kp_book_finish(fm.book);
    return fm.book;
}
