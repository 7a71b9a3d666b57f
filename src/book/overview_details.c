#include "overview_internal.h"

#include <math.h>

/* Detaljer: every question to the last level, and every answer. */

/* Widths in characters: of texts, and of values, which become as wide as the words among them. */
enum { QUESTION = 40, LABEL = 20, COMMENT = 38, EVIDENCE = 30, NOTE = 30, VALUE = 7 };

typedef struct details {
    const kp_ov *ov;
    uint32_t comment, evidence, best, note; /* columns; KP_OV_NONE where nobody has any */
    uint32_t *own;                          /* by evaluator */
    uint32_t last;
} details;

static bool for_team(const kp_ov *ov)
{
    return ov->in->audience == KP_TEAM;
}

/* What was said in interviews is not for a board. */
static bool is_shown(const kp_ov *ov, const kp_evidence *evidence)
{
    return for_team(ov) || evidence->type != KP_INTERVIEW;
}

static bool has_evidence(const kp_ov *ov, const kp_answer *answer)
{
    for (uint32_t i = 0; i < answer->evidence_count; i++)
        if (is_shown(ov, &answer->evidence[i]))
            return true;
    return false;
}

static bool has_words(const kp_ov *ov, const kp_answer *answer)
{
    return answer->comment.count || answer->best_practice || has_evidence(ov, answer) ||
           (for_team(ov) && (answer->note.count || answer->by_count));
}

bool kp_ov_wants_details(const kp_ov *ov)
{
    uint32_t areas = ov->rubric->root->child_count;

    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        const kp_answer *answer = ov->evaluation->by_node[i];
        if ((answer && has_words(ov, answer)) ||
            (!ov->score->results[i].hidden && ov->rubric->nodes[i]->level > 2))
            return true;
    }
    return areas > KP_OV_MAX_CHAIN; /* rows of a sum that stand apart need the working table's order */
}

/* ---- the plan ---- */

static details plan_words(const kp_ov *ov)
{
    const kp_evaluation *e = ov->evaluation;
    bool comment = false, evidence = false, best = false, note = false;
    bool *own = KP_NEW_ARRAY(ov->arena, e->evaluator_count, bool);
    details d = {.ov = ov, .own = KP_NEW_ARRAY(ov->arena, e->evaluator_count, uint32_t)};
    uint32_t next = ov->column[KP_OV_PERCENT] + 1;

    for (uint32_t i = 0; i < e->answer_count; i++) {
        const kp_answer *answer = &e->answers[i];
        comment = comment || answer->comment.count;
        evidence = evidence || has_evidence(ov, answer);
        best = best || answer->best_practice;
        note = note || answer->note.count;
        for (uint32_t j = 0; j < answer->by_count; j++)
            own[kp_evaluator_find(e, answer->by[j].evaluator) - e->evaluators] = true;
    }
    d.comment = comment ? next++ : KP_OV_NONE;
    d.evidence = evidence ? next++ : KP_OV_NONE;
    d.best = best ? next++ : KP_OV_NONE;
    for (uint32_t i = 0; i < e->evaluator_count; i++)
        d.own[i] = own[i] && for_team(ov) ? next++ : KP_OV_NONE;
    d.note = note && for_team(ov) ? next++ : KP_OV_NONE;
    d.last = next - 1;
    return d;
}

void kp_ov_plan_details(kp_ov *ov)
{
    const kp_rubric *rubric = ov->rubric;
    bool labels = false, weights = false;
    uint32_t row = kp_ov_head_row(ov) + 1, next = 3;

    ov->home_row = KP_NEW_ARRAY(ov->arena, rubric->node_count, uint32_t);
    for (uint32_t i = 0; i < rubric->node_count; i++) {
        const kp_result *result = &ov->score->results[i];
        const kp_node *node = rubric->nodes[i];
        ov->home_row[i] = KP_OV_NONE;
        if (result->hidden)
            continue;
        if (node->parent)
            ov->home_row[i] = row++;
        labels = labels || result->state != KP_SCORED || (node->scale && kp_ov_is_leaf(ov, node));
        weights = weights || (node->parent && !node->max.given);
    }
    ov->home_row[0] = row++;
    ov->column[KP_OV_ANSWER] = 2;
    ov->label_column = labels ? next++ : KP_OV_NONE;
    ov->column[KP_OV_WEIGHT] = weights ? next++ : KP_OV_NONE;
    ov->column[KP_OV_POINTS] = next++;
    ov->column[KP_OV_MAX] = ov->column[KP_OV_FULL] = next++;
    if (ov->reduce)
        ov->column[KP_OV_MAX] = next++;
    ov->column[KP_OV_PERCENT] = next++;
    kp_ov_plan_scales(ov, row + 1);
    ov->own_column = plan_words(ov).own;
}

/* ---- writing ---- */

static void put_head(const kp_ov *ov, uint32_t column, kp_label_id label, double width, kp_align align)
{
    if (column == KP_OV_NONE)
        return;
    kp_put_text(ov->details, kp_ov_head_row(ov), column,
                (kp_style){.role = KP_ROLE_HEAD, .align = (uint8_t)align, .wrap = true},
                kp_label(label, ov->lang));
    if (width > 0) /* the others are as wide as what stands in them */
        kp_set_width(ov->details, column, width);
}

/* Columns of texts are wider where there are few columns, and narrower where there are so many that the page
 * would be printed too small. */
static double text_share(const details *d)
{
    /* Characters across A4 at 8 points, and those of a column of something else; percent. */
    enum { PAGE = 198, NARROW = 9, LEAST = 60, MOST = 125 };
    const struct {
        uint32_t column, width;
    } texts[] = {{1, QUESTION},
                 {d->ov->label_column, LABEL},
                 {d->comment, COMMENT},
                 {d->evidence, EVIDENCE},
                 {d->note, NOTE}};
    uint32_t narrow = d->last + 1, wide = 0;
    double percent;

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (texts[i].column != KP_OV_NONE) {
            narrow--;
            wide += texts[i].width;
        }
    percent = floor(((double)PAGE - narrow * NARROW) / wide * 100);
    return (percent > MOST ? MOST : percent < LEAST ? LEAST : percent) / 100;
}

static void put_heads(const details *d)
{
    const kp_ov *ov = d->ov;
    const kp_evaluation *e = ov->evaluation;
    const double share = text_share(d);

    put_head(ov, 0, KP_L_NUMBER, 0, KP_ALIGN_LEFT);
    put_head(ov, 1, KP_L_QUESTION, QUESTION * share, KP_ALIGN_LEFT);
    put_head(ov, ov->column[KP_OV_ANSWER], KP_L_ANSWER, VALUE, KP_ALIGN_RIGHT);
    put_head(ov, ov->label_column, KP_L_ASSESSMENT, LABEL * share, KP_ALIGN_LEFT);
    put_head(ov, ov->column[KP_OV_WEIGHT], KP_L_WEIGHT, 0, KP_ALIGN_RIGHT);
    put_head(ov, ov->column[KP_OV_POINTS], KP_L_POINTS, 0, KP_ALIGN_RIGHT);
    if (ov->reduce)
        put_head(ov, ov->column[KP_OV_FULL], KP_L_FULL_MAX, 0, KP_ALIGN_RIGHT);
    put_head(ov, ov->column[KP_OV_MAX], KP_L_MAX, 0, KP_ALIGN_RIGHT);
    put_head(ov, ov->column[KP_OV_PERCENT], KP_L_PERCENT, 0, KP_ALIGN_RIGHT);
    put_head(ov, d->comment, KP_L_COMMENT, COMMENT * share, KP_ALIGN_LEFT);
    put_head(ov, d->evidence, KP_L_EVIDENCE, EVIDENCE * share, KP_ALIGN_LEFT);
    put_head(ov, d->best, KP_L_BEST_PRACTICE, 0, KP_ALIGN_LEFT);
    put_head(ov, d->note, KP_L_WORKING_NOTE, NOTE * share, KP_ALIGN_LEFT);
    for (uint32_t i = 0; i < e->evaluator_count; i++)
        if (d->own[i] != KP_OV_NONE) {
            put_head(ov, d->own[i], KP_L_NUMBER, VALUE, KP_ALIGN_RIGHT);
            kp_put_text(ov->details, kp_ov_head_row(ov), d->own[i],
                        (kp_style){.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true},
                        e->evaluators[i].name ? e->evaluators[i].name : e->evaluators[i].id);
        }
}

static const char *evidence_list(const kp_ov *ov, const kp_answer *answer)
{
    const char *list = "";

    for (uint32_t i = 0; i < answer->evidence_count; i++) {
        const kp_evidence *evidence = &answer->evidence[i];
        const char *text = kp_ov_text(ov, &evidence->text);
        if (!is_shown(ov, evidence))
            continue;
        list = kp_arena_printf(ov->arena, "%s%s%s: %s%s%s", list, *list ? "\n" : "",
                               kp_words_evidence(evidence->type, ov->lang), text ? text : "",
                               text && evidence->ref ? ", " : "", evidence->ref ? evidence->ref : "");
    }
    return list;
}

static kp_role role_of(const kp_ov *ov, const kp_node *node)
{
    if (node->level == 1)
        return KP_ROLE_HEAD;
    return node->parent && kp_ov_is_leaf(ov, node) ? KP_ROLE_BODY : KP_ROLE_TOTAL;
}

static const char *comment_of(const kp_ov *ov, const kp_answer *answer)
{
    return kp_ov_text(ov, &answer->comment);
}

static const char *note_of(const kp_ov *ov, const kp_answer *answer)
{
    return kp_ov_text(ov, &answer->note);
}

static const char *best_of(const kp_ov *ov, const kp_answer *answer)
{
    return answer->best_practice ? KP_OV_L(ov, YES_BEST) : NULL;
}

/* Below a node that is answered as a whole no rows are shown; what was written there stands with it. */
static void put_words(const kp_ov *ov, const kp_node *node, uint32_t column,
                      const char *(*words_of)(const kp_ov *, const kp_answer *))
{
    const kp_rubric *rubric = ov->rubric;
    const char *words = "";

    if (column == KP_OV_NONE)
        return;
    for (uint32_t i = node->index; i < rubric->node_count; i++) {
        const kp_answer *answer = ov->evaluation->by_node[i];
        const char *text = answer ? words_of(ov, answer) : NULL;
        if (i > node->index && (rubric->nodes[i]->level <= node->level || !ov->score->results[i].hidden))
            break;
        if (text && *text)
            words = kp_arena_printf(ov->arena, "%s%s%s%s%s", words, *words ? "\n" : "",
                                    i > node->index ? rubric->nodes[i]->id : "", i > node->index ? ": " : "",
                                    text);
    }
    kp_put_text(ov->details, ov->home_row[node->index], column, kp_look_wrapped(role_of(ov, node)), words);
}

static void put_own_values(const details *d, uint32_t row, const kp_answer *answer, kp_role role)
{
    const kp_evaluation *e = d->ov->evaluation;
    kp_style style = {.role = (uint8_t)role, .align = KP_ALIGN_RIGHT, .wrap = true};

    for (uint32_t i = 0; i < e->evaluator_count; i++)
        if (d->own[i] != KP_OV_NONE)
            kp_put_blank(d->ov->details, row, d->own[i], style);
    for (uint32_t i = 0; answer && i < answer->by_count; i++) {
        const kp_own_value *own = &answer->by[i];
        uint32_t column = d->own[kp_evaluator_find(e, own->evaluator) - e->evaluators];
        if (column == KP_OV_NONE)
            continue;
        if (own->not_applicable)
            kp_put_text(d->ov->details, row, column, style, kp_ov_state_word(d->ov, KP_IS_NOT_APPLICABLE));
        else
            kp_put_number(d->ov->details, row, column, style, kp_num_decimal(d->ov->arena, own->value));
    }
}

static void put_node(const details *d, const kp_node *node)
{
    const kp_ov *ov = d->ov;
    const kp_answer *answer = ov->evaluation->by_node[node->index];
    uint32_t row = ov->home_row[node->index];
    kp_role role = role_of(ov, node);
    kp_style title = kp_look_wrapped(role);

    title.indent = (uint8_t)(node->level < 2 ? 0 : node->level < 8 ? node->level - 1 : 7);
    if (node->level == 1)
        kp_put_link(ov->details, row, 0, kp_look_id(role), node->id,
                    kp_link_to(ov->arena, ov->summary, ov->profile_row[node->index], 1));
    else
        kp_put_text(ov->details, row, 0, kp_look_id(role), node->parent ? node->id : "");
    kp_put_text(ov->details, row, 1, title, kp_ov_title(ov, node));
    kp_ov_put_home(ov, node, role);
    put_words(ov, node, d->comment, comment_of);
    put_words(ov, node, d->evidence, evidence_list);
    put_words(ov, node, d->best, best_of);
    put_words(ov, node, d->note, note_of);
    put_own_values(d, row, answer, role);
    if (node->level > 1)
        kp_set_outline(ov->details, row, (uint8_t)(node->level < 8 ? node->level - 1 : 7));
}

void kp_ov_write_details(const kp_ov *ov)
{
    const details d = plan_words(ov);
    kp_sheet *sheet = ov->details;
    uint32_t head = kp_ov_head_row(ov), last = ov->home_row[0], percent = ov->column[KP_OV_PERCENT];

    kp_ov_begin_sheet(ov, sheet, KP_OV_L(ov, SHEET_DETAILS), d.last);
    put_heads(&d);
    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        if (ov->home_row[i] != KP_OV_NONE)
            put_node(&d, ov->rubric->nodes[i]);
    kp_ov_put_scales(ov);
    kp_add_data_bars(sheet, (kp_range){sheet, head + 1, percent, last, percent}, 100);
    if (last > head + 1)
        kp_set_filter(sheet, (kp_range){sheet, head, 0, last - 1, d.last});
    kp_freeze(sheet, head + 1, 2);
    kp_repeat_rows(sheet, head, head);
    kp_set_landscape(sheet);
    kp_fit(sheet, 6, 60);
    kp_break_pages(sheet); /* keeps the scales together */
}
