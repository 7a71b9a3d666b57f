#include "compare_internal.h"

#include "kompass/os.h"

/* Metod: which rounds by which editions, what leads from one to the other, what compares and what does not,
 * and why.
 */

enum { TERM, VALUE, FIRST, LEAST_LAST = 6 };

static uint32_t last_column(const kp_cb *cb)
{
    return cb->rounds > LEAST_LAST ? cb->rounds : LEAST_LAST;
}

/* ---- rounds ---- */

static uint32_t put_rounds(const kp_cb *cb, uint32_t row)
{
    const char *const heads[] = {
        KP_CB_L(cb, ROUND), KP_CB_L(cb, RUBRIC),   KP_CB_L(cb, EVALUATION), KP_CB_L(cb, REPORT_DATE),
        KP_CB_L(cb, STATE), KP_CB_L(cb, ACHIEVED), KP_CB_L(cb, MAX),        NULL};
    const kp_line *total = cb->c->lines[0];

    row = kp_put_section(cb->method, row, last_column(cb), KP_CB_L(cb, ROUNDS));
    kp_put_heads(cb->method, row, 0, heads);
    kp_cb_put_head(cb->method, row, 5, KP_CB_L(cb, ACHIEVED));
    kp_cb_put_head(cb->method, row++, 6, KP_CB_L(cb, MAX));
    for (uint32_t k = 0; k < cb->rounds; k++, row++) {
        const kp_evaluation *e = kp_cb_score(cb, k)->evaluation;
        const kp_style words = kp_look_wrapped(KP_ROLE_BODY);
        kp_put_text(cb->method, row, 0, words, kp_round_name(&cb->w, k));
        kp_put_text(cb->method, row, 1, words, kp_round_rubric(&cb->w, k));
        kp_put_text(cb->method, row, 2, words, e->id);
        kp_put_text(cb->method, row, 3, kp_look_id(KP_ROLE_BODY), kp_evaluation_date(cb->arena, e));
        kp_put_text(cb->method, row, 4, words,
                    e->state == KP_FINAL ? KP_CB_L(cb, STATE_FINAL) : KP_CB_L(cb, STATE_DRAFT));
        kp_cb_put_points(cb, cb->method, row, 5, total, k, KP_ROLE_BODY);
        kp_put_formula(
            cb->method, row, 6, kp_cb_max_style(cb, KP_ROLE_BODY, total->rounds[k].result->max),
            kp_arena_printf(cb->arena, "=%s", kp_cb_ref(cb, cb->method, k, total->rounds[k].node, KP_CB_MAX)),
            total->rounds[k].result->max);
    }
    return row + 1;
}

/* ---- steps ---- */

static const char *step_ground(const kp_cb *cb, const kp_step *step)
{
    const kp_crosswalk *x = step->crosswalk;

    if (x)
        return KP_CB_WITH(cb, GROUND_CROSSWALK, x->id,
                          cb->c->rounds[step->to].inverted ? KP_CB_L(cb, GROUND_INVERTED) : "");
    if (step->same_version)
        return KP_CB_L(cb, GROUND_SAME);
    return step->same_rubric ? KP_CB_L(cb, GROUND_VERSIONS) : KP_CB_L(cb, GROUND_NONE);
}

static uint32_t put_steps(const kp_cb *cb, uint32_t row)
{
    uint32_t last = last_column(cb);

    row = kp_put_section(cb->method, row, last, KP_CB_L(cb, GROUNDS));
    for (uint32_t k = 1; k < cb->rounds; k++) {
        const kp_step *step = kp_cb_step(cb, k);
        const kp_caveats list = kp_step_caveats(&cb->w, step);
        kp_put_text(cb->method, row, TERM, kp_look_wrapped(KP_ROLE_LABEL), kp_step_name(&cb->w, step));
        kp_put_wide_text(cb->method, row++, VALUE, last, kp_look_wrapped(KP_ROLE_PLAIN),
                         step_ground(cb, step));
        row = kp_cb_put_sentences(cb, cb->method, row, last, KP_ROLE_CAVEAT, &list);
    }
    return row + 1;
}

/* ---- how many lines are what ---- */

/* A status, or what only one of the rounds was published without. */
enum { NOT_REPORTED = KP_CMP__COUNT, KINDS };

static uint32_t count_kind(const kp_cb *cb, uint32_t round, int kind)
{
    uint32_t count = 0;

    for (uint32_t i = 1; i < cb->c->line_count; i++) {
        int status = (int)cb->c->lines[i]->rounds[round].status;
        count += (kp_is_not_reported(&cb->w, cb->c->lines[i], round) ? NOT_REPORTED : status) == kind;
    }
    return count;
}

static const char *word_of(const kp_cb *cb, int kind)
{
    const kp_line question = {.level = 2};

    if (kind == NOT_REPORTED)
        return KP_CB_L(cb, CMP_NOT_REPORTED);
    return kp_status_word(&cb->w, &question, (kp_compared)kind);
}

static const char *meaning_of(const kp_cb *cb, int kind)
{
    static const kp_label_id words[KINDS] = {
        [KP_CMP_SAME] = KP_L_MEANS_SAME,
        [KP_CMP_REWORDED] = KP_L_MEANS_REWORDED,
        [KP_CMP_NARROWER] = KP_L_MEANS_NARROWER,
        [KP_CMP_WIDER] = KP_L_MEANS_WIDER,
        [KP_CMP_OVERLAP] = KP_L_MEANS_OVERLAP,
        [KP_CMP_TEXT_CHANGED] = KP_L_MEANS_TEXT,
        [KP_CMP_SCALE_CHANGED] = KP_L_MEANS_SCALE,
        [KP_CMP_MAX_CHANGED] = KP_L_MEANS_MAX,
        [KP_CMP_NEW] = KP_L_MEANS_NEW,
        [KP_CMP_REMOVED] = KP_L_MEANS_REMOVED,
        [KP_CMP_NOT_APPLICABLE] = KP_L_MEANS_NOT_APPLICABLE,
        [KP_CMP_NOT_ANSWERED] = KP_L_MEANS_NOT_ANSWERED,
        [NOT_REPORTED] = KP_L_MEANS_NOT_REPORTED,
    };

    return kp_cb_label(cb, words[kind]);
}

/* Of all lines but the total; areas have a word of their own for "same". */
static const char *count_formula(const kp_cb *cb, uint32_t round, int kind)
{
    const kp_line *first = cb->c->lines[1];
    kp_range cells = {cb->questions, cb->row[first->index], cb->status[round], cb->row[0] - 1,
                      cb->status[round]};
    const char *range = kp_range_from(cb->arena, cb->method, cells), *formula;

    formula =
        kp_arena_printf(cb->arena, "=COUNTIF(%s,%s)", range, kp_formula_text(cb->arena, word_of(cb, kind)));
    if (kind == KP_CMP_SAME)
        formula = kp_arena_printf(cb->arena, "%s+COUNTIF(%s,%s)", formula, range,
                                  kp_formula_text(cb->arena, KP_CB_L(cb, CMP_SAME_AREA)));
    return formula;
}

static uint32_t put_counts(const kp_cb *cb, uint32_t row)
{
    uint32_t last = last_column(cb), first_count = last - (cb->rounds - 2);

    if (cb->c->line_count < 2)
        return row;
    row = kp_put_section(cb->method, row, last, KP_CB_L(cb, WHAT_COMPARES));
    kp_put_text(cb->method, row, TERM, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, COMPARABILITY));
    kp_put_wide_text(cb->method, row, VALUE, first_count - 1, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, MEANS));
    for (uint32_t k = 1; k < cb->rounds; k++)
        kp_cb_put_head(cb->method, row, first_count + k - 1, kp_step_name(&cb->w, kp_cb_step(cb, k)));
    row++;
    for (int kind = 0; kind < KINDS; kind++) {
        bool any = false;
        for (uint32_t k = 1; k < cb->rounds; k++)
            any = any || count_kind(cb, k, kind);
        if (!any)
            continue;
        kp_put_text(cb->method, row, TERM, kp_look_wrapped(KP_ROLE_BODY), word_of(cb, kind));
        kp_put_wide_text(cb->method, row, VALUE, first_count - 1, kp_look_wrapped(KP_ROLE_BODY),
                         meaning_of(cb, kind));
        for (uint32_t k = 1; k < cb->rounds; k++)
            kp_put_formula(cb->method, row, first_count + k - 1,
                           kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, 0), count_formula(cb, k, kind),
                           kp_num_int(count_kind(cb, k, kind)));
        row++;
    }
    return row + 1;
}

/* ---- how it is computed ---- */

static uint32_t put_rules(const kp_cb *cb, uint32_t row)
{
    static const kp_label_id sentences[] = {KP_L_RULE_CHANGE, KP_L_RULE_LIKE, KP_L_RULE_SHARE, KP_L_RULE_MAX,
                                            KP_L_RULE_EDIT};

    row = kp_put_section(cb->method, row, last_column(cb), KP_CB_L(cb, HOW_COMPUTED));
    for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
        row = kp_put_sentence(cb->method, row, last_column(cb), KP_ROLE_PLAIN, kp_cb_label(cb, sentences[i]));
    return row + 1;
}

static uint32_t put_fact(const kp_cb *cb, uint32_t row, const char *label, const char *value)
{
    return kp_put_fact(cb->method, row, last_column(cb), label, value);
}

/* Where what is known about the crosswalks comes from. */
static uint32_t put_sources(const kp_cb *cb, uint32_t row)
{
    uint32_t heading = row++;

    for (uint32_t k = 1; k < cb->rounds; k++) {
        const kp_crosswalk *x = kp_cb_step(cb, k)->crosswalk;
        const char *label;
        if (!x)
            continue;
        label = KP_CB_L(cb, CROSSWALK);
        if (cb->rounds > 2)
            label = kp_arena_printf(cb->arena, "%s %s", label, kp_step_name(&cb->w, kp_cb_step(cb, k)));
        row = put_fact(cb, row, label, kp_text_get(&x->source_text, cb->w.lang, x->language));
        row = put_fact(cb, row, KP_CB_L(cb, ABOUT_CROSSWALK), kp_text_get(&x->note, cb->w.lang, x->language));
    }
    if (row == heading + 1)
        return heading;
    kp_put_section(cb->method, heading, last_column(cb), KP_CB_L(cb, SOURCES));
    return row + 1;
}

void kp_cb_write_method(const kp_cb *cb)
{
    uint32_t row = kp_cb_begin_sheet(cb, cb->method, KP_CB_L(cb, SHEET_METHOD), last_column(cb)) + 1;

    row = put_rounds(cb, row);
    row = put_steps(cb, row);
    row = put_counts(cb, row);
    row = put_rules(cb, row);
    put_sources(cb, row);
    kp_set_width(cb->method, TERM, 19);
    kp_set_width(cb->method, VALUE, 34);
    kp_set_width(cb->method, 2, 22);
    for (uint32_t column = 3; column <= last_column(cb); column++)
        kp_set_width(cb->method, column, 13);
    kp_freeze(cb->method, 1, 0); /* several tables: only the title stays true for all */
    kp_repeat_rows(cb->method, 0, 0);
    kp_fit(cb->method, 6, 60);
    kp_break_pages(cb->method);
}
