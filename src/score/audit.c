#include "kompass/audit.h"

/* A closed interval of points. */
typedef struct interval {
    kp_num low, high;
} interval;

typedef struct auditing {
    kp_arena *arena;
    const kp_evaluation *evaluation;
    const kp_rubric *rubric;
    interval *points;             /* by node index: what its figures, and those below, allow */
    kp_num *max;                  /* likewise: the rubric's, without what `reduce` takes off it */
    bool *gone;                   /* likewise: not applicable, or nothing that counts is left in it */
    kp_audit_finding *pair, *sum; /* by node index; node is NULL where nothing was found */
} auditing;

static bool meet(interval a, interval b)
{
    return kp_num_cmp(a.low, b.high) <= 0 && kp_num_cmp(b.low, a.high) <= 0;
}

static interval common(interval a, interval b)
{
    return (interval){kp_num_max(a.low, b.low), kp_num_min(a.high, b.high)};
}

static interval hull(interval a, interval b)
{
    return (interval){kp_num_min(a.low, b.low), kp_num_max(a.high, b.high)};
}

/* All true values that a printed figure may stand for, within 0 and its top. */
static interval stands_for(kp_arena *a, kp_decimal figure, kp_num top, bool *ret_above)
{
    kp_num value = kp_num_decimal(a, figure), half = kp_decimal_half_unit(a, figure);
    interval i = {kp_num_max(kp_num_sub(a, value, half), kp_num_int(0)),
                  kp_num_min(kp_num_add(a, value, half), top)};

    if (kp_num_cmp(i.low, top) > 0) {
        *ret_above = true;
        return (interval){top, top};
    }
    return i;
}

static interval percent_points(kp_arena *a, interval percent, kp_num max)
{
    kp_num scale = kp_num_div(a, max, kp_num_int(100));

    return (interval){kp_num_mul(a, percent.low, scale), kp_num_mul(a, percent.high, scale)};
}

static kp_audit_finding finding(const kp_node *node, const kp_published *printed, interval own,
                                interval other, kp_num max)
{
    return (kp_audit_finding){.node = node,
                              .printed = printed,
                              .own_low = own.low,
                              .own_high = own.high,
                              .other_low = other.low,
                              .other_high = other.high,
                              .max = max};
}

static kp_num max_of(const auditing *a, const kp_node *node)
{
    const kp_published *p = a->evaluation->printed[node->index];

    return p && p->max.given ? kp_num_decimal(a->arena, p->max.value) : a->max[node->index];
}

/* What a node's own figures allow; points and percent that contradict one another are found here. */
static interval own_points(auditing *a, const kp_node *node, const kp_published *p)
{
    kp_num max = max_of(a, node);
    interval points = {kp_num_int(0), max}, percent = points;
    bool above = false;

    if (p->points.given)
        points = stands_for(a->arena, p->points.value, max, &above);
    if (p->percent.given)
        percent =
            percent_points(a->arena, stands_for(a->arena, p->percent.value, kp_num_int(100), &above), max);
    if (meet(points, percent) && !above)
        return common(points, percent);
    a->pair[node->index] = finding(node, p, percent, points, max);
    a->pair[node->index].above_max = above;
    return hull(points, percent);
}

static bool is_not_applicable(const auditing *a, const kp_node *node)
{
    const kp_answer *answer = a->evaluation->by_node[node->index];

    return answer && answer->kind == KP_NOT_APPLICABLE;
}

/* What is not applicable leaves the denominators above it; under `reduce` also their max. Children first. */
static void take_off_max(auditing *a, const kp_node *node)
{
    kp_num left = kp_num_int(0);
    bool gone = node->first_child != NULL;

    for (const kp_node *child = node->first_child; child; child = child->next) {
        if (a->gone[child->index])
            continue;
        left = kp_num_add(a->arena, left, a->max[child->index]);
        if (kp_num_sign(child->share) > 0)
            gone = false;
    }
    a->gone[node->index] = gone || is_not_applicable(a, node);
    a->max[node->index] = node->full;
    if (a->rubric->na_policy == KP_REDUCE && node->first_child && !a->gone[node->index])
        a->max[node->index] = left;
}

/* The sum of what the children allow. False where their points need not add up to the node's: there are none,
 * or something below is not applicable and the others count for it. */
static bool sum_of_children(const auditing *a, const kp_node *node, interval *ret)
{
    interval sum = {kp_num_int(0), kp_num_int(0)};

    if (!node->first_child)
        return false;
    for (const kp_node *child = node->first_child; child; child = child->next) {
        if (a->gone[child->index]) {
            if (a->rubric->na_policy == KP_RESCALE)
                return false;
            continue;
        }
        sum.low = kp_num_add(a->arena, sum.low, a->points[child->index].low);
        sum.high = kp_num_add(a->arena, sum.high, a->points[child->index].high);
    }
    *ret = sum;
    return true;
}

static void audit_node(auditing *a, const kp_node *node)
{
    const kp_published *p = a->evaluation->printed[node->index];
    bool prints = p && (p->points.given || p->percent.given);
    interval own, sum;

    take_off_max(a, node);
    own = (interval){kp_num_int(0), a->max[node->index]};
    if (prints)
        own = own_points(a, node, p);
    if (sum_of_children(a, node, &sum)) {
        if (meet(own, sum)) {
            own = common(own, sum);
        } else {
            if (prints)
                a->sum[node->index] = finding(node, p, own, sum, max_of(a, node));
            a->sum[node->index].is_sum = true;
            own = hull(own, sum);
        }
    }
    a->points[node->index] = own;
}

kp_audit kp_audit_evaluation(kp_arena *arena, const kp_evaluation *evaluation)
{
    const kp_rubric *rubric = evaluation->rubric;
    uint32_t nodes = rubric->node_count, count = 0;
    auditing a = {.arena = arena, .evaluation = evaluation, .rubric = rubric};
    kp_audit_finding *all;

    if (!evaluation->published_count)
        return (kp_audit){NULL, 0};
    a.points = KP_NEW_ARRAY(arena, nodes, interval);
    a.max = KP_NEW_ARRAY(arena, nodes, kp_num);
    a.gone = KP_NEW_ARRAY(arena, nodes, bool);
    a.pair = KP_NEW_ARRAY(arena, nodes, kp_audit_finding);
    a.sum = KP_NEW_ARRAY(arena, nodes, kp_audit_finding);
    for (uint32_t i = nodes; i-- > 0;)
        audit_node(&a, rubric->nodes[i]);
    all = KP_NEW_ARRAY(arena, 2 * (size_t)nodes, kp_audit_finding);
    for (uint32_t i = 0; i < nodes; i++) {
        if (a.pair[i].node)
            all[count++] = a.pair[i];
        if (a.sum[i].node)
            all[count++] = a.sum[i];
    }
    return (kp_audit){all, count};
}

/* ---- telling ---- */

static const char *node_words(kp_reader *r, const kp_node *node)
{
    kp_phrase_id id = !node->parent      ? KP_P_TOTAL_WORD
                      : node->level == 1 ? KP_P_AREA_WORD
                                         : KP_P_QUESTION_WORD;

    return kp_phrase(r->sink, r->arena, id, node->id);
}

static const char *figures_words(kp_reader *r, const kp_published *p)
{
    const char *points = p->points.given ? p->points.at->text : NULL;
    const char *percent = p->percent.given ? p->percent.at->text : NULL;

    if (points && percent)
        return kp_phrase(r->sink, r->arena, KP_P_POINTS_AND_PERCENT, points, percent);
    return kp_phrase(r->sink, r->arena, points ? KP_P_POINTS_FIGURE : KP_P_PERCENT_FIGURE,
                     points ? points : percent);
}

static const char *digits(kp_reader *r, kp_num x)
{
    return kp_num_digits(r->arena, x, 6);
}

/* Which of the two figures is too large decides what it is held against. */
static void tell_above_max(kp_reader *r, const kp_audit_finding *f, kp_place at, const char *who)
{
    const kp_published *p = f->printed;
    bool percent =
        p->percent.given && kp_num_cmp(kp_num_decimal(r->arena, p->percent.value), kp_num_int(100)) > 0;
    const char *figure = percent ? p->percent.at->text : p->points.at->text;

    kp_report(r->sink, KP_D_PRINTED_ABOVE_MAX, at, who,
              kp_phrase(r->sink, r->arena, percent ? KP_P_PERCENT_FIGURE : KP_P_POINTS_FIGURE, figure),
              percent ? "100 %" : digits(r, f->max));
}

static void tell(kp_reader *r, const kp_audit_finding *f)
{
    kp_place at = kp_reader_place(r, f->printed->key);
    const char *who = node_words(r, f->node);

    if (f->above_max)
        tell_above_max(r, f, at, who);
    else if (f->is_sum)
        kp_report(r->sink, KP_D_PRINTED_SUM, at, who, figures_words(r, f->printed), digits(r, f->own_low),
                  digits(r, f->own_high), digits(r, f->other_low), digits(r, f->other_high));
    else
        kp_report(r->sink, KP_D_PRINTED_PAIR, at, who, f->printed->points.at->text, digits(r, f->max),
                  f->printed->percent.at->text, digits(r, f->own_low), digits(r, f->own_high));
}

void kp_audit_published(kp_reader *reader, const kp_evaluation *evaluation)
{
    const kp_audit audit = kp_audit_evaluation(reader->arena, evaluation);

    for (uint32_t i = 0; i < audit.count; i++)
        tell(reader, &audit.findings[i]);
}
