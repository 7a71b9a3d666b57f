#include "followup_internal.h"

#include <string.h>

#include "kompass/sha256.h"

/* Avstämning: every count of the book beside the program's own, the inputs, how facts are derived, and where
 * a report's own counts and what is listed differ. */

enum { REPORT, WHAT, OWN, BOOK, APART, AGREES, LAST = AGREES };

static const char *name(const kp_fu *fu, uint32_t row, uint32_t column)
{
    return kp_cell_name(fu->arena, row, column);
}

static void put_line(const kp_fu *fu, uint32_t row, const kp_fu_check *c)
{
    kp_sheet *sheet = fu->check;
    const kp_style number = kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, 0);
    const char *own = name(fu, row, OWN), *book = name(fu, row, BOOK);

    kp_put_text(sheet, row, WHAT, kp_look_wrapped(KP_ROLE_BODY), c->what);
    kp_put_text(sheet, row, REPORT, kp_look_wrapped(KP_ROLE_BODY), c->report);
    kp_put_number(sheet, row, OWN, number, kp_num_int(c->own));
    kp_put_formula(
        sheet, row, BOOK, number,
        kp_arena_printf(fu->arena, "=%s", kp_cell_from(fu->arena, sheet, c->sheet, c->row, c->column)),
        kp_num_int(c->own));
    kp_put_formula(sheet, row, APART, number, kp_arena_printf(fu->arena, "=%s-%s", book, own), kp_num_int(0));
    kp_put_text_formula(sheet, row, AGREES, kp_look(KP_ROLE_BODY),
                        kp_arena_printf(fu->arena, "=IF(%s=%s,%s,%s)", own, book,
                                        kp_formula_text(fu->arena, KP_FU_L(fu, YES)),
                                        kp_formula_text(fu->arena, KP_FU_L(fu, NO))),
                        KP_FU_L(fu, YES));
}

/* Which report a line is about; the number of reports where it is about none of them. */
static uint32_t report_of(const kp_fu *fu, const kp_fu_check *c)
{
    uint32_t i = 0;

    while (i < fu->t->year_count && strcmp(c->report, fu->heads[i]) != 0)
        i++;
    return i;
}

/* A table for each report: it may take several pages, and each begins with heads. */
static uint32_t put_lines(const kp_fu *fu, uint32_t row)
{
    const kp_fu_head heads[] = {{KP_FU_L(fu, REPORT), 30, false},
                                {KP_FU_L(fu, CHECK_WHAT), 38, false},
                                {KP_FU_L(fu, CHECK_OWN), 17, true},
                                {KP_FU_L(fu, CHECK_BOOK), 17, true},
                                {KP_FU_L(fu, CHECK_APART), 17, true},
                                {KP_FU_L(fu, CHECK_AGREES), 17, false},
                                {NULL, 0, false}};
    const uint32_t verdict = row, first = row + 2;

    row = first;
    for (uint32_t i = 0; i <= fu->t->year_count; i++) { /* last what is about no single report */
        uint32_t head = row;
        for (const kp_fu_check *c = fu->checks; c; c = c->next)
            if (report_of(fu, c) == i)
                put_line(fu, ++row, c);
        if (row > head)
            kp_fu_put_heads(fu->check, head, 0, heads);
        row += row > head;
    }
    kp_put_verdict(fu->check, verdict, LAST, (kp_range){fu->check, first, AGREES, row - 1, AGREES}, fu->lang);
    return row + 1;
}

/* ---- inputs ---- */

static const char *hash_of(const kp_fu *fu, const kp_source *source)
{
    char *sha256 = kp_arena_alloc(fu->arena, KP_SHA256_TEXT);

    kp_sha256(source->text, source->length, sha256);
    return sha256;
}

/* Whether an earlier report has the same evaluation. */
static bool is_listed(const kp_fu *fu, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++)
        if (fu->t->years[i].followup->evaluation == fu->t->years[index].followup->evaluation)
            return true;
    return false;
}

static uint32_t put_files(const kp_fu *fu, uint32_t row)
{
    row = kp_put_section(fu->check, row, LAST, KP_FU_L(fu, INPUTS));
    row = kp_put_inputs_head(fu->check, row, LAST, fu->lang);
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_source *source = &fu->t->years[i].followup->source;
        row = kp_put_input(fu->check, row, LAST, KP_FU_L(fu, FOLLOWUP), source, hash_of(fu, source));
    }
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_evaluation *e = fu->t->years[i].followup->evaluation;
        if (!e || is_listed(fu, i))
            continue;
        row =
            kp_put_input(fu->check, row, LAST, KP_FU_L(fu, EVALUATION), &e->source, hash_of(fu, &e->source));
        row = kp_put_input(fu->check, row, LAST, KP_FU_L(fu, RUBRIC), &e->rubric->source, e->rubric->sha256);
    }
    return row + 1;
}

static uint32_t put_rules(const kp_fu *fu, uint32_t row)
{
    kp_sheet *sheet = fu->check;

    row = kp_put_section(sheet, row, LAST, KP_FU_L(fu, HOW_COMPUTED));
    row = kp_put_fact(sheet, row, LAST, KP_FU_L(fu, PROGRAM),
                      kp_arena_printf(fu->arena, "kompass %s", fu->in->version));
    row = kp_put_fact(sheet, row, LAST, KP_FU_L(fu, TARGETS_MET), KP_FU_L(fu, TARGET_MET_WORDS));
    row = kp_put_fact(sheet, row, LAST, KP_FU_L(fu, DIRECTION), KP_FU_L(fu, DIRECTION_WORDS));
    row = kp_put_fact(sheet, row, LAST, KP_FU_L(fu, ANSWERED_HEAD), KP_FU_L(fu, ANSWERS_WORDS));
    return kp_put_fact(sheet, row, LAST, KP_FU_L(fu, AUDIENCE), KP_FU_L(fu, AUDIENCE_FOLLOWUP)) + 1;
}

/* ---- differences and caveats ---- */

static uint32_t put_count_differences(const kp_fu *fu, uint32_t row, uint32_t index)
{
    const kp_year_facts *year = &fu->t->years[index];

    for (int what = 0; what < KP_REPORTED__COUNT; what++)
        for (int i = 0; i < KP_REPORTED_NUMBERS; i++) {
            const kp_maybe_decimal *own = &year->followup->reported[what].count[i];
            uint32_t listed;
            const char *word;
            if (!own->given)
                continue;
            listed = kp_listed(year, (kp_reported_what)what, i);
            if (own->value.digits == (int64_t)listed)
                continue;
            word = i == KP_REPORTED_TOTAL ? KP_FU_L(fu, TOTAL)
                                          : kp_words_reported((kp_reported_what)what, i, fu->lang);
            row = kp_put_sentence(
                fu->check, row, LAST, KP_ROLE_PLAIN,
                kp_label_with(
                    fu->arena, KP_L_COUNT_DIFFERENCE, fu->lang, fu->heads[index],
                    kp_arena_printf(fu->arena, "%s: %s", kp_fu_counted(fu, (kp_reported_what)what), word),
                    kp_decimal_text(fu->arena, own->value), kp_words_count(fu->arena, listed)));
        }
    return row;
}

static uint32_t put_goal_differences(const kp_fu *fu, uint32_t row, uint32_t index)
{
    const kp_year_facts *year = &fu->t->years[index];

    for (uint32_t i = 0; i < year->followup->goal_count; i++) {
        const kp_goal_facts *facts = &year->goal_facts[i];
        const kp_goal *goal = facts->goal;
        const char *stated = kp_words_assessment(goal->assessment, fu->lang);
        if (facts->differs)
            row = kp_put_sentence(
                fu->check, row, LAST, KP_ROLE_PLAIN,
                kp_label_with(fu->arena, KP_L_GOAL_DIFFERENCE, fu->lang, fu->heads[index],
                              kp_arena_printf(fu->arena, "%s %s", goal->id.text ? goal->id.text : "",
                                              kp_fu_text(fu, &goal->title, year->followup)),
                              kp_fu_own_word(fu, year->followup,
                                             kp_word_for(kp_goal_assessments, goal->assessment), stated),
                              kp_words_met(facts->met, fu->lang)));
    }
    return row;
}

static uint32_t put_differences(const kp_fu *fu, uint32_t row)
{
    uint32_t first;

    row = kp_put_section(fu->check, row, LAST, KP_FU_L(fu, DIFFERENCES));
    first = row;
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        row = put_count_differences(fu, row, i);
        row = put_goal_differences(fu, row, i);
    }
    if (row == first)
        row = kp_put_sentence(fu->check, row, LAST, KP_ROLE_PLAIN, KP_FU_L(fu, NO_DIFFERENCES));
    return row + 1;
}

static uint32_t put_caveats(const kp_fu *fu, uint32_t row)
{
    uint32_t first;

    row = kp_put_section(fu->check, row, LAST, KP_FU_L(fu, CAVEATS));
    first = row;
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_followup *f = fu->t->years[i].followup;
        if (f->excerpt)
            row = kp_put_sentence(fu->check, row, LAST, KP_ROLE_PLAIN,
                                  kp_label_with(fu->arena, KP_L_IS_EXCERPT, fu->lang, fu->heads[i]));
        if (f->evaluation_id.text && !f->evaluation)
            row = kp_put_sentence(fu->check, row, LAST, KP_ROLE_PLAIN,
                                  kp_label_with(fu->arena, KP_L_EVALUATION_NOT_AT_HAND, fu->lang,
                                                fu->heads[i], f->evaluation_id.text));
    }
    if (row == first)
        row = kp_put_sentence(fu->check, row, LAST, KP_ROLE_PLAIN, KP_FU_L(fu, NO_FOLLOWUP_CAVEATS));
    return row + 1;
}

static uint32_t put_sources(const kp_fu *fu, uint32_t row)
{
    const uint32_t heading = row++;

    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_followup *f = fu->t->years[i].followup;
        row = kp_put_fact(fu->check, row, LAST, fu->heads[i], kp_fu_text(fu, &f->source_text, f));
        row = kp_put_fact(fu->check, row, LAST,
                          kp_label_with(fu->arena, KP_L_ON_REFERENCE, fu->lang, fu->heads[i]),
                          kp_fu_text(fu, &f->note, f));
    }
    for (uint32_t i = 0; i < fu->t->year_count; i++) {
        const kp_evaluation *e = fu->t->years[i].followup->evaluation;
        if (e && !is_listed(fu, i))
            row = kp_put_fact(fu->check, row, LAST, KP_FU_L(fu, EVALUATION),
                              kp_text_get(&e->source_text, fu->lang, e->language));
    }
    if (row == heading + 1)
        return heading;
    kp_put_section(fu->check, heading, LAST, KP_FU_L(fu, SOURCES));
    return row;
}

void kp_fu_write_check(kp_fu *fu)
{
    uint32_t row = kp_fu_begin_sheet(fu, fu->check, KP_FU_L(fu, SHEET_CHECK), LAST);

    row = put_lines(fu, row);
    row = put_files(fu, row);
    row = put_rules(fu, row);
    row = put_differences(fu, row);
    row = put_caveats(fu, row);
    put_sources(fu, row);
    kp_freeze(fu->check, 1, 0);
    kp_repeat_rows(fu->check, 0, 0);
    kp_fit(fu->check, 6, 60);
    kp_break_pages(fu->check);
}
