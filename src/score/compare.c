#include "kompass/compare.h"

#include <stdlib.h>
#include <string.h>

#include "compare_internal.h"

const char *kp_compared_name(kp_compared status)
{
    static const char *const names[KP_CMP__COUNT] = {
        [KP_CMP_SAME] = "same",
        [KP_CMP_REWORDED] = "reworded",
        [KP_CMP_NARROWER] = "narrower",
        [KP_CMP_WIDER] = "wider",
        [KP_CMP_OVERLAP] = "overlap",
        [KP_CMP_TEXT_CHANGED] = "text changed",
        [KP_CMP_SCALE_CHANGED] = "scale changed",
        [KP_CMP_MAX_CHANGED] = "max changed",
        [KP_CMP_NEW] = "new",
        [KP_CMP_REMOVED] = "removed",
        [KP_CMP_NOT_APPLICABLE] = "not applicable",
        [KP_CMP_NOT_ANSWERED] = "not answered",
    };

    return status < KP_CMP__COUNT ? names[status] : NULL;
}

/* ---- the order of rounds ---- */

bool kp_is_one_unit(const kp_score *const *scores, uint32_t count)
{
    bool by_code = true;

    for (uint32_t i = 0; i < count; i++)
        by_code = by_code && kp_unit_has_code(&scores[i]->evaluation->unit);
    for (uint32_t i = 1; i < count; i++)
        if (!kp_is_same_unit(&scores[0]->evaluation->unit, &scores[i]->evaluation->unit, by_code))
            return false;
    return true;
}

static int by_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int by_time(const void *a, const void *b)
{
    const kp_evaluation *x = (*(const kp_score *const *)a)->evaluation;
    const kp_evaluation *y = (*(const kp_score *const *)b)->evaluation;
    int order = (x->year > y->year) - (x->year < y->year);

    order = order ? order : by_text(x->date, y->date);
    order = order ? order : by_text(x->id, y->id);
    return order ? order : by_text(x->source.name, y->source.name);
}

static int by_name(const void *a, const void *b)
{
    const kp_evaluation *x = (*(const kp_score *const *)a)->evaluation;
    const kp_evaluation *y = (*(const kp_score *const *)b)->evaluation;
    int order = by_text(x->unit.name, y->unit.name);

    return order ? order : by_time(a, b);
}

void kp_sort_rounds(const kp_score **scores, uint32_t count)
{
    qsort(scores, count, sizeof(*scores), kp_is_one_unit(scores, count) ? by_time : by_name);
}

/* ---- like for like ---- */

/* Marks all that is above a node. */
static void mark_above(bool *above, const kp_node *node)
{
    for (node = node->parent; node && !above[node->index]; node = node->parent)
        above[node->index] = true;
}

/* Nothing is shown below it: a leaf, or answered as a whole. */
static bool is_deepest(const kp_score *score, const kp_node *node)
{
    const kp_result *result = kp_result_of(score, node);

    return !result->hidden && (!node->child_count || result->itself);
}

static bool line_is_deepest(const kp_comparison *c, const kp_line *line, const kp_step *step)
{
    const kp_node *from = line->rounds[step->from].node, *to = line->rounds[step->to].node;

    return (from && is_deepest(c->rounds[step->from].score, from)) ||
           (to && is_deepest(c->rounds[step->to].score, to));
}

/* A pair that compares, is scored in both rounds, and is as deep as one of them goes: a question whose parts
 * were assessed in both never stands in for them, for that would hide that they are others. Unless somebody
 * says of the question itself, in a crosswalk, that it asks the same. */
static bool may_count(const kp_comparison *c, const kp_line *line, const kp_step *step)
{
    const kp_line_round *from = &line->rounds[step->from], *to = &line->rounds[step->to];

    return kp_compares(to) && from->result->state == KP_SCORED && to->result->state == KP_SCORED &&
           (line_is_deepest(c, line, step) || to->row);
}

/* Where one that may count stands below another, in either round, the upper one is left out; an earlier node
 * counts once. */
static void choose_counted(kp_arena *arena, kp_comparison *c, const kp_step *step)
{
    const kp_rubric *from = c->rounds[step->from].score->rubric, *to = c->rounds[step->to].score->rubric;
    bool *above_from = KP_NEW_ARRAY(arena, from->node_count, bool);
    bool *above_to = KP_NEW_ARRAY(arena, to->node_count, bool);
    bool *used = KP_NEW_ARRAY(arena, from->node_count, bool);

    for (uint32_t i = 0; i < c->line_count; i++) {
        kp_line_round *cells = c->lines[i]->rounds;
        const kp_node *earlier = cells[step->from].node;
        cells[step->to].counted = may_count(c, c->lines[i], step) && !used[earlier->index];
        if (!cells[step->to].counted)
            continue;
        used[earlier->index] = true;
        mark_above(above_from, earlier);
        mark_above(above_to, cells[step->to].node);
    }
    for (uint32_t i = 0; i < c->line_count; i++) {
        kp_line_round *cells = c->lines[i]->rounds;
        if (cells[step->to].counted &&
            (above_from[cells[step->from].node->index] || above_to[cells[step->to].node->index]))
            cells[step->to].counted = false;
    }
}

/* Sums below each node of the later round: of max, and of max x fraction in either round. */
typedef struct sums {
    kp_num *max, *from, *to;
} sums;

static void add_to(kp_arena *arena, kp_num *sum, kp_num number)
{
    *sum = kp_num_add(arena, *sum, number);
}

static kp_num *zeros(kp_arena *arena, uint32_t count)
{
    kp_num *numbers = KP_NEW_ARRAY(arena, count, kp_num);

    for (uint32_t i = 0; i < count; i++)
        numbers[i] = kp_num_int(0);
    return numbers;
}

static sums sum_counted(kp_arena *arena, const kp_comparison *c, const kp_step *step)
{
    const kp_rubric *rubric = c->rounds[step->to].score->rubric;
    sums s = {zeros(arena, rubric->node_count), zeros(arena, rubric->node_count),
              zeros(arena, rubric->node_count)};

    for (uint32_t i = 0; i < c->line_count; i++) {
        const kp_line_round *to = &c->lines[i]->rounds[step->to], *from = &c->lines[i]->rounds[step->from];
        if (!to->counted)
            continue;
        s.max[to->node->index] = to->result->max;
        s.from[to->node->index] = kp_num_mul(arena, to->result->max, from->result->fraction);
        s.to[to->node->index] = kp_num_mul(arena, to->result->max, to->result->fraction);
    }
    for (uint32_t i = rubric->node_count; i-- > 1;) { /* children stand behind their parents */
        uint32_t parent = rubric->nodes[i]->parent->index;
        add_to(arena, &s.max[parent], s.max[i]);
        add_to(arena, &s.from[parent], s.from[i]);
        add_to(arena, &s.to[parent], s.to[i]);
    }
    return s;
}

static void put_like_for_like(kp_arena *arena, kp_comparison *c, const kp_step *step)
{
    const sums s = sum_counted(arena, c, step);
    kp_num hundred = kp_num_int(100);

    for (uint32_t i = 0; i < c->line_count; i++) {
        kp_line_round *cell = &c->lines[i]->rounds[step->to];
        uint32_t at = cell->node ? cell->node->index : 0;
        if (!cell->node || !kp_num_sign(s.max[at]))
            continue;
        cell->has_like = true;
        cell->like_from = kp_num_div(arena, kp_num_mul(arena, hundred, s.from[at]), s.max[at]);
        cell->like_to = kp_num_div(arena, kp_num_mul(arena, hundred, s.to[at]), s.max[at]);
    }
}

/* ---- coverage ---- */

static kp_num share_of(kp_arena *arena, kp_num part, const kp_score *score)
{
    kp_num max = score->results[0].max;

    return kp_num_sign(max) ? kp_num_div(arena, part, max) : kp_num_int(0);
}

/* A pair that a later step splits is on several lines, and counts on the first. */
static bool is_first_line(const kp_comparison *c, const kp_line *line, const kp_step *step)
{
    const kp_node *from = line->rounds[step->from].node, *to = line->rounds[step->to].node;

    return to ? c->of_node[step->to][to->index] == line : from && c->of_node[step->from][from->index] == line;
}

static void put_coverage(kp_arena *arena, const kp_comparison *c, kp_step *step)
{
    kp_num from = kp_num_int(0), to = kp_num_int(0);

    for (uint32_t i = 0; i < c->line_count; i++) {
        const kp_line_round *cells = c->lines[i]->rounds;
        step->deepest += is_first_line(c, c->lines[i], step) && line_is_deepest(c, c->lines[i], step);
        if (!cells[step->to].counted)
            continue;
        step->counted++;
        add_to(arena, &from, cells[step->from].result->max);
        add_to(arena, &to, cells[step->to].result->max);
    }
    step->nodes = step->deepest ? kp_num_fraction(arena, step->counted, step->deepest) : kp_num_int(0);
    step->points_from = share_of(arena, from, c->rounds[step->from].score);
    step->points_to = share_of(arena, to, c->rounds[step->to].score);
}

/* ---- all steps ---- */

static void judge_lines(kp_arena *arena, kp_comparison *c, const kp_step *step, const kp_links *links)
{
    for (uint32_t i = 0; i < c->line_count; i++) {
        kp_line_round *cells = c->lines[i]->rounds;
        kp_judge(arena, links, cells[step->from].node, &cells[step->to]);
    }
}

kp_comparison *kp_compare(kp_arena *arena, const kp_round *rounds, uint32_t count)
{
    kp_comparison *c = KP_NEW(arena, kp_comparison);
    const kp_score **scores = KP_NEW_ARRAY(arena, count, const kp_score *);
    kp_links *links = KP_NEW_ARRAY(arena, count, kp_links); /* [k]: of the step that ends in round k */

    for (uint32_t k = 0; k < count; k++)
        scores[k] = rounds[k].score;
    c->rounds = rounds;
    c->round_count = count;
    c->several_units = !kp_is_one_unit(scores, count);
    c->steps = KP_NEW_ARRAY(arena, count, kp_step);
    for (uint32_t k = 1; k < count; k++) {
        uint32_t earlier = kp_earlier_round(c->several_units, k);
        links[k] = kp_link_rounds(arena, scores[earlier], &rounds[k]);
        c->steps[k - 1] = (kp_step){.from = earlier,
                                    .to = k,
                                    .same_rubric = links[k].same_rubric,
                                    .same_version = links[k].same_version,
                                    .crosswalk = links[k].crosswalk};
    }
    kp_make_lines(arena, c, links);
    for (uint32_t k = 1; k < count; k++) {
        kp_step *step = &c->steps[k - 1];
        judge_lines(arena, c, step, &links[k]);
        choose_counted(arena, c, step);
        put_like_for_like(arena, c, step);
        put_coverage(arena, c, step);
    }
    return c;
}

bool kp_max_differs(const kp_line *line, uint32_t earlier, uint32_t later)
{
    const kp_line_round *from = &line->rounds[earlier], *to = &line->rounds[later];

    return kp_shows_points(from) && kp_shows_points(to) &&
           kp_num_cmp(from->result->max, to->result->max) != 0;
}

const kp_line *kp_line_of(const kp_comparison *comparison, uint32_t round, const kp_node *node)
{
    const kp_line *line = comparison->of_node[round][node->index];

    return line->index == UINT32_MAX ? NULL : line;
}
