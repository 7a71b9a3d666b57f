#include "overview_internal.h"

#include <stdlib.h>

/* What the action plan lists: what the evaluators found to improve, ranked by the points that are left to
 * win. A row has the figures of one question: of the one with most points left where an item names several,
 * for nobody knows how the item's own worth would divide among them. */

static const kp_finding_kind kinds[] = {KP_PARTIAL, KP_IMPROVEMENT};

/* The nearest node upwards whose figures show; the node itself where only the total is known. */
static const kp_node *shown_from(const kp_ov *ov, const kp_node *node)
{
    const kp_node *shown = node;

    while (shown->parent && kp_ov_result(ov, shown)->hidden)
        shown = shown->parent;
    return shown->parent ? shown : node;
}

static kp_ov_action about(const kp_ov *ov, const kp_node *node)
{
    kp_ov_action a = {.found = node, .about = shown_from(ov, node)};
    const kp_result *result = kp_ov_result(ov, a.about);

    a.known = !result->hidden;
    a.whole = a.about->level < 2;
    a.has_left = kp_ov_has_points(ov, a.about);
    if (a.has_left)
        a.left = kp_num_sub(ov->arena, result->max, result->points);
    return a;
}

static int compare(const void *x, const void *y)
{
    const kp_ov_action *a = x, *b = y;
    int order;

    if (a->whole != b->whole)
        return a->whole ? 1 : -1;
    if (a->has_left != b->has_left)
        return a->has_left ? -1 : 1;
    order = a->has_left ? kp_num_cmp(b->left, a->left) : 0;
    if (order)
        return order;
    if (a->about->index != b->about->index)
        return a->about->index < b->about->index ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static kp_ov_action of_item(const kp_ov *ov, const kp_node *found, const kp_finding *item, uint32_t order)
{
    kp_ov_action best = about(ov, item->question_count ? item->nodes[0] : found);

    for (uint32_t i = 1; i < item->question_count; i++) {
        kp_ov_action other = about(ov, item->nodes[i]);
        if (compare(&other, &best) < 0)
            best = other;
    }
    best.item = item;
    best.found = found;
    best.order = order;
    return best;
}

/* An item on an area says nothing of any one question in it. */
static void cover(kp_ov_actions *p, const kp_node *node)
{
    for (node = shown_from(p->ov, node); node->parent; node = node->parent) {
        bool part = node->level == 1 && !kp_ov_is_leaf(p->ov, node);
        p->covered[node->index] = p->covered[node->index] || !part;
    }
}

static void find_items(kp_ov_actions *p)
{
    const kp_ov *ov = p->ov;
    size_t count = 0;

    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        for (int k = 0; ov->evaluation->found[i] && k < 2; k++)
            count += ov->evaluation->found[i]->count[kinds[k]];
    p->items = KP_NEW_ARRAY(ov->arena, count, kp_ov_action);
    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        const kp_findings *found = ov->evaluation->found[i];
        for (int k = 0; found && k < 2; k++)
            for (uint32_t j = 0; j < found->count[kinds[k]]; j++) {
                const kp_finding *item = &found->items[kinds[k]][j];
                p->items[p->item_count] = of_item(ov, ov->rubric->nodes[i], item, p->item_count);
                p->item_count++;
                for (uint32_t q = 0; q < item->question_count; q++)
                    cover(p, item->nodes[q]);
                if (!item->question_count)
                    cover(p, ov->rubric->nodes[i]);
            }
    }
    if (p->item_count)
        qsort(p->items, p->item_count, sizeof(*p->items), compare);
}

/* Of sub-questions in order, the median of the points left: of those that an item names, or of all. */
static kp_num median(const kp_ov_actions *p, const kp_ov_action *all, uint32_t count, bool named)
{
    const kp_num **left = KP_NEW_ARRAY(p->ov->arena, count, const kp_num *);
    uint32_t found = 0;

    for (uint32_t i = 0; i < count; i++)
        if (!all[i].whole && (!named || p->covered[all[i].about->index]))
            left[found++] = &all[i].left;
    if (!found)
        return kp_num_int(0);
    if (found % 2)
        return *left[found / 2];
    return kp_num_div(p->ov->arena, kp_num_add(p->ov->arena, *left[found / 2 - 1], *left[found / 2]),
                      kp_num_int(2));
}

/* Sub-questions, and areas that are answered as a whole. */
static void find_others(kp_ov_actions *p)
{
    const kp_ov *ov = p->ov;
    kp_ov_action *all = KP_NEW_ARRAY(ov->arena, ov->rubric->node_count, kp_ov_action);
    uint32_t count = 0;

    for (uint32_t i = 1; i < ov->rubric->node_count; i++) {
        const kp_node *node = ov->rubric->nodes[i];
        bool asked = node->level == 2 || (node->level == 1 && kp_ov_is_leaf(ov, node));
        if (!asked || !kp_ov_has_points(ov, node))
            continue;
        all[count] = about(ov, node);
        all[count].order = i;
        count++;
    }
    if (count)
        qsort(all, count, sizeof(*all), compare);
    for (uint32_t i = 0; i < count; i++)
        p->names_questions = p->names_questions || (!all[i].whole && p->covered[all[i].about->index]);
    p->threshold = median(p, all, count, p->names_questions);
    p->others = all;
    for (uint32_t i = 0; i < count && p->other_count < KP_OV_MOST_WITHOUT_ITEM; i++)
        if (!p->covered[all[i].about->index] && kp_num_sign(all[i].left) > 0 &&
            (all[i].whole || kp_num_cmp(all[i].left, p->threshold) >= 0))
            p->others[p->other_count++] = all[i];
}

kp_ov_actions kp_ov_find_actions(const kp_ov *ov)
{
    kp_ov_actions p = {.ov = ov, .covered = KP_NEW_ARRAY(ov->arena, ov->rubric->node_count, bool)};

    find_items(&p);
    find_others(&p);
    return p;
}

bool kp_ov_wants_actions(const kp_ov *ov)
{
    kp_ov_actions p = kp_ov_find_actions(ov);

    return p.item_count + p.other_count > 0;
}
