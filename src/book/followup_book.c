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

    if (fu->t->several_units)
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

/* Names of the municipalities, each once; the last one's for one that changed its name. */
static const char *units_of(const kp_fu *fu)
{
    enum { MOST = 4, SHOWN = 3 };
    const uint32_t count = fu->t->year_count;
    const char **names = KP_NEW_ARRAY(fu->arena, count, const char *), *list = "";
    uint32_t units = 0, shown;

    if (!fu->t->several_units)
        return fu->t->years[count - 1].followup->unit.name;
    for (uint32_t i = 0, k; i < count; i++) {
        const char *name = fu->t->years[i].followup->unit.name;
        for (k = 0; k < units && strcmp(names[k], name) != 0; k++)
            ;
        if (k == units)
            names[units++] = name;
    }
    shown = units > MOST ? SHOWN : units;
    for (uint32_t i = 0; i < shown; i++)
        list = kp_arena_printf(fu->arena, "%s%s%s", list, i ? ", " : "", names[i]);
    return shown == units ? list
                          : kp_label_with(fu->arena, KP_L_UNITS_AND_MORE, fu->lang, list,
                                          kp_words_count(fu->arena, units - shown));
}

static const char *caveat_of(const kp_fu *fu)
{
    const char *several = fu->t->several_units ? KP_FU_L(fu, SEVERAL_UNITS) : NULL;

    for (uint32_t i = 0; i < fu->t->year_count; i++)
        if (fu->t->years[i].followup->excerpt)
            return several ? kp_arena_printf(fu->arena, "%s %s", several, KP_FU_L(fu, COUNTS_OF_EXCERPT))
                           : KP_FU_L(fu, COUNTS_OF_EXCERPT);
    return several;
}

static kp_fu_rows *no_rows(const kp_fu *fu)
{
    kp_fu_rows *rows = KP_NEW_ARRAY(fu->arena, fu->t->year_count, kp_fu_rows);

    for (uint32_t i = 0; i < fu->t->year_count; i++)
        rows[i] = (kp_fu_rows){1, 0};
    return rows;
}

static kp_fu begin(kp_arena *arena, const kp_outcome_input *input)
{
    const kp_tracking *t = input->tracking;
    kp_fu fu = {.arena = arena, .in = input, .t = t, .lang = input->lang};
    const char **sources = KP_NEW_ARRAY(arena, t->year_count, const char *);

    name_reports(&fu);
    for (uint32_t i = 0; i < t->year_count; i++)
        sources[i] = kp_text_get(&t->years[i].followup->source_text, fu.lang, t->years[i].followup->language);
    fu.units = units_of(&fu);
    fu.caveat = caveat_of(&fu);
    fu.footer = kp_words_footer(
        arena, fu.lang, kp_arena_printf(arena, "%s \xC2\xB7 %s", fu.units, kp_label(KP_L_FOLLOWUP, fu.lang)),
        sources, t->year_count);
    fu.goal_rows = no_rows(&fu);
    fu.commitment_rows = no_rows(&fu);
    fu.area_rows = no_rows(&fu);
    return fu;
}

static kp_book_info book_info(const kp_fu *fu)
{
    const char *ids = "";

    for (uint32_t i = 0; i < fu->t->year_count; i++)
        ids = kp_arena_printf(fu->arena, "%s%s%s", ids, i ? ", " : "", fu->t->years[i].followup->id);
    return (kp_book_info){
        .title = kp_arena_printf(fu->arena, "%s " KP_DASH " %s", KP_FU_L(fu, FOLLOWUP), fu->units),
        .subject = KP_FU_L(fu, FOLLOWUP_TITLE),
        .company = fu->t->several_units ? NULL : fu->units,
        .keywords = kp_cut_units(fu->arena, ids, 250),
        .comments = kp_label_with(fu->arena, KP_L_MADE_BY, fu->lang, fu->in->version),
        .lang = fu->lang,
        .created = fu->in->created,
    };
}

/* Sheets with nothing to list are left out. */
static bool any_goals(const kp_tracking *t)
{
    for (uint32_t i = 0; i < t->year_count; i++)
        if (t->years[i].followup->goal_count)
            return true;
    return false;
}

static bool any_commitments(const kp_tracking *t)
{
    for (uint32_t i = 0; i < t->year_count; i++)
        if (t->years[i].followup->commitment_count)
            return true;
    return false;
}

kp_book *kp_outcome_book(kp_arena *arena, const kp_outcome_input *input)
{
    kp_fu fu = begin(arena, input);

    fu.next_check = &fu.checks;
    fu.book = kp_book_new(arena, book_info(&fu));
    /* In the order in which they are read; filled in the order in which they name one another's cells. */
    fu.summary = kp_book_add_sheet(fu.book, kp_label(KP_L_SUMMARY, fu.lang));
    if (any_goals(fu.t)) {
        fu.goals = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_GOALS, fu.lang));
        kp_fu_write_goals(&fu); /* there it turns out whether there are series */
    }
    if (any_commitments(fu.t))
        fu.commitments = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_COMMITMENTS, fu.lang));
    if (fu.t->item_count)
        fu.answers = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_ANSWERS, fu.lang));
    fu.check = kp_book_add_sheet(fu.book, kp_label(KP_L_SHEET_CHECK, fu.lang));
    if (fu.commitments)
        kp_fu_write_commitments(&fu);
    if (fu.answers)
        kp_fu_write_answers(&fu);
    kp_fu_write_summary(&fu);
    kp_fu_write_check(&fu);
    kp_book_finish(fu.book);
    return fu.book;
}
