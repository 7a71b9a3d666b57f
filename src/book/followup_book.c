#include "followup_internal.h"

#include <string.h>

const char *kp_fu_counted(const kp_fu *fu, kp_reported_what what)
{
    static const kp_label_id words[KP_REPORTED__COUNT] = {
        [KP_REPORTED_GOALS] = KP_L_GOALS,
        [KP_REPORTED_COMMITMENTS] = KP_L_COMMITMENTS,
        [KP_REPORTED_AREAS] = KP_L_AREAS,
        [KP_REPORTED_ACTIVITIES] = KP_L_KIND_ACTIVITY,
        [KP_REPORTED_ASSIGNMENTS] = KP_L_KIND_ASSIGNMENT,
        [KP_REPORTED_DIRECTIVES] = KP_L_KIND_DIRECTIVE,
    };

    return kp_label(words[what], fu->lang);
}

/* "2018 Kommunledningskontoret"; with the file's id where two would be called the same. */
static const char *head_of(const kp_fu *fu, const kp_followup *f)
{
    const char *organisation = kp_fu_text(fu, &f->organisation, f);
    const char *first_unit = fu->t->years[0].followup->unit.name;

    if (strcmp(f->unit.name, first_unit) != 0)
        organisation =
            *organisation ? kp_arena_printf(fu->arena, "%s, %s", f->unit.name, organisation) : f->unit.name;
    return *organisation ? kp_arena_printf(fu->arena, "%04d %s", f->year, organisation)
                         : kp_arena_printf(fu->arena, "%04d", f->year);
}

static void name_reports(kp_fu *fu)
{
    const uint32_t count = fu->t->year_count;
    bool *taken = KP_NEW_ARRAY(fu->arena, count, bool);

    fu->heads = KP_NEW_ARRAY(fu->arena, count, const char *);
    for (uint32_t i = 0; i < count; i++)
        fu->heads[i] = head_of(fu, fu->t->years[i].followup);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (strcmp(fu->heads[i], fu->heads[k]) == 0)
                taken[i] = taken[k] = true;
    for (uint32_t i = 0; i < count; i++)
        if (taken[i])
            fu->heads[i] = kp_arena_printf(fu->arena, "%s (%s)", fu->heads[i], fu->t->years[i].followup->id);
}

static kp_fu begin(kp_arena *arena, const kp_outcome_input *input)
{
    const kp_tracking *t = input->tracking;
    const kp_followup *last = t->years[t->year_count - 1].followup;
    kp_fu fu = {.arena = arena, .in = input, .t = t, .lang = input->lang};
    const char **sources = KP_NEW_ARRAY(arena, t->year_count, const char *);

    name_reports(&fu);
    for (uint32_t i = 0; i < t->year_count; i++) {
        const kp_followup *f = t->years[i].followup;
        fu.has_excerpt = fu.has_excerpt || f->excerpt;
        sources[i] = kp_text_get(&f->source_text, fu.lang, f->language);
    }
    fu.footer = kp_words_footer(
        arena, fu.lang,
        kp_arena_printf(arena, "%s \xC2\xB7 %s", last->unit.name, kp_label(KP_L_FOLLOWUP, fu.lang)), sources,
        t->year_count);
    fu.goal_rows = KP_NEW_ARRAY(arena, t->year_count, kp_fu_rows);
    fu.commitment_rows = KP_NEW_ARRAY(arena, t->year_count, kp_fu_rows);
    fu.area_rows = KP_NEW_ARRAY(arena, t->year_count, kp_fu_rows);
    for (uint32_t i = 0; i < t->year_count; i++)
        fu.area_rows[i] = (kp_fu_rows){1, 0};
    return fu;
}

static kp_book_info book_info(const kp_fu *fu)
{
    const kp_followup *last = fu->t->years[fu->t->year_count - 1].followup;
    const char *ids = "";

    for (uint32_t i = 0; i < fu->t->year_count; i++)
        ids = kp_arena_printf(fu->arena, "%s%s%s", ids, i ? ", " : "", fu->t->years[i].followup->id);
    return (kp_book_info){
        .title = kp_arena_printf(fu->arena, "%s " KP_DASH " %s", KP_FU_L(fu, FOLLOWUP), last->unit.name),
        .subject = KP_FU_L(fu, FOLLOWUP_TITLE),
        .company = last->unit.name,
        .keywords = kp_cut_units(fu->arena, ids, 250),
        .comments = kp_label_with(fu->arena, KP_L_MADE_BY, fu->lang, fu->in->version),
        .lang = fu->lang,
        .created = fu->in->created,
    };
}

kp_book *kp_outcome_book(kp_arena *arena, const kp_outcome_input *input)
{
    kp_fu fu = begin(arena, input);

    fu.next_check = &fu.checks;
    fu.book = kp_book_new(arena, book_info(&fu));
    /* In the order in which they are read; filled in the order in which they name one another's cells. */
    fu.summary = kp_book_add_sheet(fu.book, kp_label(KP_L_SUMMARY, fu.lang));
    fu.goals = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_GOALS, fu.lang));
    kp_fu_write_goals(&fu); /* there it turns out whether there are series */
    fu.commitments = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_COMMITMENTS, fu.lang));
    if (fu.t->item_count)
        fu.answers = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_ANSWERS, fu.lang));
    fu.check = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_CHECK, fu.lang));
    kp_fu_write_commitments(&fu);
    if (fu.answers)
        kp_fu_write_answers(&fu);
    kp_fu_write_summary(&fu);
    kp_fu_write_check(&fu);
    kp_book_finish(fu.book);
    return fu.book;
}
