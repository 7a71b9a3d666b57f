#include "rules.h"

#include <stdlib.h>
#include <string.h>

/* What one answer may say, by the node that it answers. */

static kp_place place(const kp_checking *c, const kp_ynode *at)
{
    return kp_reader_place(c->reader, at);
}

/* A key as it is called where the answer stands, and digits as they are written there. */
static const char *label(const kp_checking *c, const char *key)
{
    return kp_source_label(c->reader->source, key);
}

static const char *digits(const kp_checking *c, const char *number)
{
    return kp_source_digits(c->reader->arena, c->reader->source, number);
}

static const char *full_text(const kp_checking *c, const kp_node *node)
{
    return digits(c, kp_num_digits(c->reader->arena, node->full, 15));
}

/* What to do instead of giving a value to a node without a scale. In a form, one that has questions below it
 * is a row among others, and which columns are open to what has none is to be seen there. */
static const char *without_scale(const kp_checking *c, const kp_node *node, kp_phrase_id otherwise,
                                 const char *argument)
{
    kp_arena *a = c->reader->arena;
    const char **below;
    size_t count = 0;

    if (!c->reader->source->sheets)
        return kp_phrase(c->reader->sink, a, otherwise, argument);
    if (!node->child_count)
        return kp_phrase(c->reader->sink, a, KP_P_IN_COLUMNS, label(c, "points"), full_text(c, node),
                         label(c, "percent"));
    below = KP_NEW_ARRAY(a, node->child_count + 1, const char *);
    for (const kp_node *child = node->first_child; child; child = child->next)
        below[count++] = child->id;
    return kp_phrase(c->reader->sink, a, KP_P_BELOW_INSTEAD, kp_name_list(c->reader, below));
}

static const char *scale_values(const kp_checking *c, const kp_node *node)
{
    return kp_scale_values(c->reader->arena, node->scale, NULL, c->rubric->language);
}

/* The two of value, points, percent, not_applicable that are given, if there are two. */
static bool one_answer_only(const kp_checking *c, const kp_answer *answer)
{
    const struct {
        const char *name;
        const kp_ynode *at;
    } given[] = {{"value", answer->value},
                 {"points", answer->points},
                 {"percent", answer->percent},
                 {"not_applicable", answer->not_applicable ? answer->not_applicable_at : NULL}};
    int first = -1;

    for (int i = 0; i < 4; i++) {
        kp_diag *diag;
        if (!given[i].at)
            continue;
        if (first < 0) {
            first = i;
            continue;
        }
        diag = kp_report(c->reader->sink, KP_D_SEVERAL_ANSWERS, place(c, given[i].at), answer->key->text,
                         label(c, given[first].name), label(c, given[i].name));
        kp_note(diag, KP_N_DECLARED_HERE, place(c, given[first].at), label(c, given[first].name));
        return false;
    }
    return true;
}

static bool is_on_scale(const kp_checking *c, const kp_node *node, const kp_ynode *at, kp_decimal value)
{
    if (kp_scale_has(c->reader->arena, node->scale, value))
        return true;
    kp_report(c->reader->sink, KP_D_NOT_ON_SCALE, place(c, at), digits(c, at->text), node->scale->id,
              scale_values(c, node));
    return false;
}

/* What is no number may be a level's label: say what the values are. */
static void report_label(const kp_checking *c, const kp_node *node, const kp_ynode *at)
{
    kp_report(c->reader->sink, KP_D_NOT_ON_SCALE, place(c, at),
              kp_arena_printf(c->reader->arena, "'%s'", at->text), node->scale->id, scale_values(c, node));
}

static bool take_value(const kp_checking *c, kp_answer *answer)
{
    const kp_node *node = answer->node;
    kp_decimal_error error;

    if (!node->scale) {
        kp_report(c->reader->sink, KP_D_VALUE_WITHOUT_SCALE, place(c, answer->value), node->id,
                  without_scale(c, node, KP_P_IN_FIGURES, full_text(c, node)));
        return false;
    }
    error = kp_decimal_parse(answer->value->text, &answer->number);
    if (error == KP_DECIMAL_NOT_A_NUMBER) {
        report_label(c, node, answer->value);
        return false;
    }
    if (error != KP_DECIMAL_OK) {
        kp_not_a_number(c->reader, answer->value, error);
        return false;
    }
    return is_on_scale(c, node, answer->value, answer->number);
}

/* Points or percent of a node without a scale. */
static bool take_figure(const kp_checking *c, kp_answer *answer, const kp_ynode *at, bool is_points)
{
    const kp_node *node = answer->node;
    kp_num full = is_points ? node->full : kp_num_int(100), number;
    kp_decimal_error error;

    if (node->scale) {
        kp_report(c->reader->sink, KP_D_POINTS_ON_SCALE, place(c, at), node->id, node->scale->id,
                  scale_values(c, node));
        return false;
    }
    error = kp_decimal_parse(at->text, &answer->number);
    if (error != KP_DECIMAL_OK) {
        kp_not_a_number(c->reader, at, error);
        return false;
    }
    number = kp_num_decimal(c->reader->arena, answer->number);
    if (is_points && kp_num_cmp(number, full) > 0) {
        kp_report(c->reader->sink, KP_D_POINTS_ABOVE_MAX, place(c, at), node->id, digits(c, at->text),
                  full_text(c, node));
        return false;
    }
    if (kp_num_sign(number) >= 0 && kp_num_cmp(number, full) <= 0)
        return true;
    kp_report(c->reader->sink, KP_D_OUT_OF_RANGE, place(c, at), label(c, is_points ? "points" : "percent"),
              kp_phrase(c->reader->sink, c->reader->arena, is_points ? KP_P_ZERO_OR_MORE : KP_P_FROM_0_TO_100,
                        NULL),
              digits(c, at->text));
    return false;
}

static bool take_not_applicable(const kp_checking *c, const kp_answer *answer)
{
    if (answer->node->parent)
        return true;
    kp_report(c->reader->sink, KP_D_TOTAL_NOT_APPLICABLE, place(c, answer->not_applicable_at), NULL);
    return false;
}

/* What the answer is, or KP_UNANSWERED where it is none or is wrong. */
static kp_answer_kind kind_of(const kp_checking *c, kp_answer *answer)
{
    if (answer->value)
        return take_value(c, answer) ? KP_VALUE : KP_UNANSWERED;
    if (answer->points)
        return take_figure(c, answer, answer->points, true) ? KP_POINTS : KP_UNANSWERED;
    if (answer->percent)
        return take_figure(c, answer, answer->percent, false) ? KP_PERCENT : KP_UNANSWERED;
    if (answer->not_applicable)
        return take_not_applicable(c, answer) ? KP_NOT_APPLICABLE : KP_UNANSWERED;
    return KP_UNANSWERED;
}

static const char *const *evaluator_ids(const kp_checking *c)
{
    const kp_evaluation *e = c->evaluation;
    const char **ids = KP_NEW_ARRAY(c->reader->arena, e->evaluator_count + 1, const char *);
    size_t count = 0;

    for (uint32_t i = 0; i < e->evaluator_count; i++)
        if (e->evaluators[i].id)
            ids[count++] = e->evaluators[i].id;
    return ids;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void kp_index_evaluators(kp_checking *c)
{
    const kp_evaluation *e = c->evaluation;

    c->evaluator_ids = KP_NEW_ARRAY(c->reader->arena, e->evaluator_count, const char *);
    for (uint32_t i = 0; i < e->evaluator_count; i++)
        if (e->evaluators[i].id)
            c->evaluator_ids[c->evaluator_count++] = e->evaluators[i].id;
    c->evaluators_known =
        !e->evaluators_at || kp_ynode_is_empty(e->evaluators_at) ||
        (e->evaluators_at->kind == KP_YSEQ && e->evaluators_at->count == e->evaluator_count);
    for (uint32_t i = 0; i < e->evaluator_count; i++)
        if (!e->evaluators[i].id && e->evaluators[i].at->kind != KP_YMAP)
            c->evaluators_known = false; /* an id that could not be read */
    if (c->evaluator_count)
        qsort(c->evaluator_ids, c->evaluator_count, sizeof(*c->evaluator_ids), by_text);
}

static bool is_evaluator(const kp_checking *c, const char *id)
{
    return c->evaluator_count &&
           bsearch(&id, c->evaluator_ids, c->evaluator_count, sizeof(*c->evaluator_ids), by_text);
}

static const char *declared_evaluators(const kp_checking *c)
{
    const char *const *ids = kp_sink_is_full(c->reader->sink) ? NULL : evaluator_ids(c);

    if (!ids || !ids[0])
        return "";
    return kp_phrase(c->reader->sink, c->reader->arena, KP_P_POSSIBLE_ARE, kp_name_list(c->reader, ids));
}

static void check_own_values(const kp_checking *c, kp_answer *answer)
{
    if (!answer->by_count)
        return;
    if (!answer->node->scale) {
        if (!answer->value) /* else that was told of the value; in a form, each stands in its own cell */
            kp_report(c->reader->sink, KP_D_BY_WITHOUT_SCALE,
                      place(c, answer->by_at->line ? answer->by_at : answer->by[0].key), answer->node->id,
                      without_scale(c, answer->node, KP_P_DELETE_KEY, "by"));
        answer->by_count = 0;
        return;
    }
    for (uint32_t i = 0; i < answer->by_count; i++) {
        const kp_own_value *own = &answer->by[i];
        if (c->evaluators_known && !is_evaluator(c, own->evaluator))
            kp_report(c->reader->sink, KP_D_UNKNOWN_EVALUATOR, place(c, own->key), own->evaluator,
                      declared_evaluators(c));
        if (own->no_number)
            report_label(c, answer->node, own->at);
        else if (!own->not_applicable)
            is_on_scale(c, answer->node, own->at, own->value);
    }
}

static void check_best_practice(const kp_checking *c, const kp_answer *answer)
{
    if (answer->best_practice && !answer->note.count && !answer->comment.count)
        kp_report(c->reader->sink, KP_D_BEST_PRACTICE_BARE, place(c, answer->key), answer->key->text,
                  label(c, "comment"), label(c, "note"));
}

/* Answers mostly stand in the rubric's order: look just behind the node of the answer before. */
static kp_node *find_node(const kp_checking *c, const kp_answer *answer)
{
    const kp_rubric *rubric = c->rubric;
    const kp_node *before = answer > c->evaluation->answers ? answer[-1].node : rubric->root;

    for (uint32_t i = 1; before && i <= 3 && before->index + i < rubric->node_count; i++)
        if (strcmp(rubric->nodes[before->index + i]->id, answer->key->text) == 0)
            return rubric->nodes[before->index + i];
    return kp_rubric_find(rubric, answer->key->text);
}

void kp_check_answer(const kp_checking *c, kp_answer *answer)
{
    answer->node = find_node(c, answer);
    if (!answer->node) {
        kp_report_unknown_node(c, answer->key);
        return;
    }
    if (one_answer_only(c, answer))
        answer->kind = kind_of(c, answer);
    check_own_values(c, answer);
    check_best_practice(c, answer);
    c->evaluation->by_node[answer->node->index] = answer;
}

static bool counts_for_all_below(const kp_answer *answer)
{
    return answer &&
           (answer->kind == KP_POINTS || answer->kind == KP_PERCENT || answer->kind == KP_NOT_APPLICABLE);
}

/* Own values alone are no answer: evaluators may have given them before all of it was found not applicable.
 */
void kp_check_levels(const kp_checking *c, const kp_answer *answer)
{
    if (!answer->node || answer->kind == KP_UNANSWERED)
        return;
    for (const kp_node *above = answer->node->parent; above; above = above->parent) {
        const kp_answer *other = c->evaluation->by_node[above->index];
        kp_diag *diag;
        if (!counts_for_all_below(other))
            continue;
        if (c->told[above->index]) /* deleting that one mends all of them */
            return;
        c->told[above->index] = true;
        diag = kp_report(c->reader->sink, KP_D_ANSWERED_TWICE, place(c, answer->key), answer->key->text,
                         above->id);
        kp_note(diag, KP_N_DECLARED_HERE, place(c, other->key), above->id);
        return;
    }
}
