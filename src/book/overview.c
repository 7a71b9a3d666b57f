#include "overview_internal.h"

/* ---- what the book says of itself ---- */

static const char *evaluators(const kp_ov *ov)
{
    const kp_evaluation *e = ov->evaluation;
    const char *list = "";

    for (uint32_t i = 0; i < e->evaluator_count; i++)
        if (e->evaluators[i].name)
            list = kp_arena_printf(ov->arena, "%s%s%s", list, *list ? ", " : "", e->evaluators[i].name);
    return *list ? list : NULL;
}

static kp_book_info book_info(const kp_ov *ov)
{
    const char *rubric = kp_text_or(&ov->rubric->title, ov->lang, ov->rubric->language, ov->rubric->id);

    return (kp_book_info){
        .title = kp_arena_printf(ov->arena, "%s \xE2\x80\x93 %s", rubric, kp_ov_unit(ov)),
        .subject = KP_OV_L(ov, SCORE_OVERVIEW),
        .author = evaluators(ov),
        .company = ov->evaluation->unit.name,
        .keywords = kp_arena_printf(ov->arena, "%s, %s", ov->rubric->id, ov->evaluation->id),
        .comments = kp_label_with(ov->arena, KP_L_MADE_BY, ov->lang, ov->in->version),
        .lang = ov->lang,
        .created = ov->in->created,
    };
}

/* ---- planning ---- */

unsigned kp_ov_decimals_for(const kp_ov *ov, kp_num max)
{
    unsigned needed = 0;

    while (needed < 2 && kp_num_cmp(kp_num_round(ov->arena, max, needed), max) != 0)
        needed++;
    return needed;
}

unsigned kp_ov_max_decimals(const kp_ov *ov, uint32_t level)
{
    unsigned most = 0;

    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        unsigned needed;
        if (ov->score->results[i].hidden || ov->rubric->nodes[i]->level > level)
            continue;
        needed = kp_ov_decimals_for(ov, ov->score->results[i].max);
        most = needed > most ? needed : most;
    }
    return most;
}

static kp_answer_kind usual_figure(const kp_evaluation *e)
{
    uint32_t points = 0, percent = 0;

    for (uint32_t i = 0; i < e->answer_count; i++) {
        points += e->answers[i].kind == KP_POINTS;
        percent += e->answers[i].kind == KP_PERCENT;
    }
    return points > percent ? KP_POINTS : KP_PERCENT;
}

static uint32_t *no_rows(const kp_ov *ov)
{
    uint32_t *rows = KP_NEW_ARRAY(ov->arena, ov->rubric->node_count, uint32_t);

    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        rows[i] = KP_OV_NONE;
    return rows;
}

static kp_ov begin(kp_arena *arena, const kp_overview_input *input)
{
    kp_ov ov = {.arena = arena,
                .in = input,
                .score = input->score,
                .rubric = input->score->rubric,
                .evaluation = input->score->evaluation,
                .lang = input->lang};
    const char *source;

    ov.reduce = ov.rubric->na_policy == KP_REDUCE;
    ov.max_decimals = kp_ov_max_decimals(&ov, 2);
    ov.deep_max_decimals = kp_ov_max_decimals(&ov, UINT32_MAX);
    ov.figure = usual_figure(ov.evaluation);
    ov.home_row = no_rows(&ov);
    ov.score_row = no_rows(&ov);
    ov.work_row = no_rows(&ov);
    ov.profile_row = no_rows(&ov);
    ov.scales = KP_NEW_ARRAY(arena, ov.rubric->scale_count, kp_ov_scale);
    kp_ov_find_caveats(&ov);
    source = kp_ov_text(&ov, &ov.evaluation->source_text);
    ov.footer = kp_words_footer(arena, ov.lang, kp_ov_unit(&ov), &source, 1);
    return ov;
}

/* In the order in which they are read. */
static void add_sheets(kp_ov *ov)
{
    ov->summary = kp_book_add_sheet(ov->book, KP_OV_L(ov, SHEET_SUMMARY));
    ov->scores = kp_book_add_sheet(ov->book, KP_OV_L(ov, SHEET_SCORES));
    if (kp_ov_wants_details(ov))
        ov->details = kp_book_add_sheet(ov->book, KP_OV_L(ov, SHEET_DETAILS));
    if (kp_ov_wants_findings(ov))
        ov->findings = kp_book_add_sheet(ov->book, KP_OV_L(ov, SHEET_FINDINGS));
    if (kp_ov_wants_actions(ov))
        ov->actions = kp_book_add_sheet(ov->book, KP_OV_L(ov, SHEET_ACTIONS));
    if (kp_ov_wants_agreement(ov))
        ov->agreement = kp_book_add_sheet(ov->book, KP_OV_L(ov, SHEET_AGREEMENT));
    ov->check = kp_book_add_sheet(ov->book, KP_OV_L(ov, SHEET_CHECK));
    ov->home = ov->details ? ov->details : ov->scores;
}

kp_book *kp_overview_book(kp_arena *arena, const kp_overview_input *input)
{
    kp_ov ov = begin(arena, input);

    ov.book = kp_book_new(arena, book_info(&ov));
    add_sheets(&ov);
    /* First which row each node gets on each sheet; then the formulas, which name these rows. */
    kp_ov_plan_work(&ov);
    kp_ov_plan_scores(&ov);
    if (ov.details)
        kp_ov_plan_details(&ov);
    kp_ov_begin_summary(&ov);
    kp_ov_write_check(&ov);
    kp_ov_write_scores(&ov);
    if (ov.details)
        kp_ov_write_details(&ov);
    if (ov.findings)
        kp_ov_write_findings(&ov);
    if (ov.actions)
        kp_ov_write_plan(&ov);
    if (ov.agreement)
        kp_ov_write_agreement(&ov);
    kp_ov_finish_summary(&ov);
    for (uint32_t i = 1; i < ov.book->sheet_count; i++)
        kp_ov_put_caveat_line(&ov, ov.book->sheets[i]);
    kp_book_finish(ov.book);
    return ov.book;
}
