#include "overview_internal.h"

#include <stdlib.h>

/* Handlingsplan: what the evaluators found to improve, ranked by the points that are left to win, and room
 * for what the municipality makes of it. A row has the figures of one question: of the one with most points
 * left where an item names several, for nobody knows how the item's own worth would divide among them. */

enum {
    ITEM,
    AREA,
    ID,
    QUESTION,
    POINTS,
    MAX,
    LEFT,
    PROPOSAL,
    KIND,
    PRIORITY,
    ACTION,
    RESPONSIBLE,
    DUE,
    STATUS,
    LAST = STATUS
};

enum {
    MOST_WITHOUT_ITEM = 20,
    FEWEST_POINTS = 30, /* of a row's height: room for a hand */
    AREA_UNITS = 50     /* of an area's name: a long one stands whole on the other sheets */
};

typedef struct action {
    const kp_finding *item; /* NULL: a question that no item names */
    const kp_node *found;   /* where the item stands */
    const kp_node *about;   /* whose figures the row has */
    bool known;             /* those figures show in the book */
    bool whole;             /* an area or the total: stands behind all questions */
    bool has_left;
    kp_num left; /* exact: what the rows are ranked by */
    uint32_t order;
} action;

typedef struct plan {
    const kp_ov *ov;
    action *items, *others;
    uint32_t item_count, other_count;
    kp_num threshold;     /* of the others: median */
    bool names_questions; /* some item is about a sub-question, or a part of one */
    bool *covered;        /* by node index: an item names it, or something below it */
    uint32_t first_other;
} plan;

static const kp_finding_kind kinds[] = {KP_PARTIAL, KP_IMPROVEMENT};

/* ---- ranking ---- */

/* The nearest node upwards whose figures show; the node itself where only the total is known. */
static const kp_node *shown_from(const kp_ov *ov, const kp_node *node)
{
    const kp_node *shown = node;

    while (shown->parent && kp_ov_result(ov, shown)->hidden)
        shown = shown->parent;
    return shown->parent ? shown : node;
}

static action about(const kp_ov *ov, const kp_node *node)
{
    action a = {.found = node, .about = shown_from(ov, node)};
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
    const action *a = x, *b = y;
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

static action of_item(const kp_ov *ov, const kp_node *found, const kp_finding *item, uint32_t order)
{
    action best = about(ov, item->question_count ? item->nodes[0] : found);

    for (uint32_t i = 1; i < item->question_count; i++) {
        action other = about(ov, item->nodes[i]);
        if (compare(&other, &best) < 0)
            best = other;
    }
    best.item = item;
    best.found = found;
    best.order = order;
    return best;
}

/* An item on an area says nothing of any one question in it. */
static void cover(plan *p, const kp_node *node)
{
    for (node = shown_from(p->ov, node); node->parent; node = node->parent) {
        bool part = node->level == 1 && !kp_ov_is_leaf(p->ov, node);
        p->covered[node->index] = p->covered[node->index] || !part;
    }
}

static void find_items(plan *p)
{
    const kp_ov *ov = p->ov;
    size_t count = 0;

    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        for (int k = 0; ov->evaluation->found[i] && k < 2; k++)
            count += ov->evaluation->found[i]->count[kinds[k]];
    p->items = KP_NEW_ARRAY(ov->arena, count, action);
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
static kp_num median(const plan *p, const action *all, uint32_t count, bool named)
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
static void find_others(plan *p)
{
    const kp_ov *ov = p->ov;
    action *all = KP_NEW_ARRAY(ov->arena, ov->rubric->node_count, action);
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
    for (uint32_t i = 0; i < count && p->other_count < MOST_WITHOUT_ITEM; i++)
        if (!p->covered[all[i].about->index] && kp_num_sign(all[i].left) > 0 &&
            (all[i].whole || kp_num_cmp(all[i].left, p->threshold) >= 0))
            p->others[p->other_count++] = all[i];
}

static plan make_plan(const kp_ov *ov)
{
    plan p = {.ov = ov, .covered = KP_NEW_ARRAY(ov->arena, ov->rubric->node_count, bool)};

    find_items(&p);
    find_others(&p);
    return p;
}

bool kp_ov_wants_actions(const kp_ov *ov)
{
    plan p = make_plan(ov);

    return p.item_count + p.other_count > 0;
}

/* ---- a row ---- */

/* At least one decimal, so that the order of the rows can be seen. */
static unsigned decimals_of(const kp_ov *ov)
{
    return ov->rubric->points_decimals ? (unsigned)ov->rubric->points_decimals : 1;
}

static void put_figure(const kp_ov *ov, uint32_t row, uint32_t column, const action *a, kp_num value)
{
    kp_style style = kp_ov_points_style(ov, KP_ROLE_BODY);
    const char *points = kp_cell_name(ov->arena, row, POINTS), *max = kp_cell_name(ov->arena, row, MAX);
    const char *formula =
        kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,\"%s\",%s-%s)", points, KP_DASH, max, points);

    style.decimals = (uint8_t)decimals_of(ov);
    if (column == POINTS) {
        points = a->known ? kp_ov_ref(ov, ov->actions, a->about, KP_OV_POINTS) : "";
        formula = kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,\"%s\",%s)", points, KP_DASH, points);
    }
    if (a->known)
        kp_put_either(ov->actions, row, column, style, formula, a->has_left, value, KP_DASH);
    else
        kp_put_text(ov->actions, row, column, style, KP_DASH);
}

static void put_figures(const kp_ov *ov, uint32_t row, const action *a)
{
    put_figure(ov, row, POINTS, a, kp_ov_result(ov, a->about)->points);
    if (a->known)
        kp_ov_put_max(ov, ov->actions, row, MAX, a->about, kp_ov_max_style(ov, KP_ROLE_BODY));
    else
        kp_put_number(ov->actions, row, MAX, kp_ov_max_style(ov, KP_ROLE_BODY), a->about->full);
    put_figure(ov, row, LEFT, a, a->left);
}

/* "Hela området", or the question; below it the others that the item names. */
static const char *questions(const kp_ov *ov, const action *a)
{
    const char *text = kp_ov_title(ov, a->about), *what;

    if (a->about->level == 1)
        text = KP_OV_L(ov, WHOLE_AREA);
    for (uint32_t i = 0; a->item && i < a->item->question_count; i++) {
        const kp_node *node = a->item->nodes[i];
        if (node == a->about)
            continue;
        what = kp_arena_printf(ov->arena, "%s %s", node->id, kp_ov_title(ov, node));
        if (!a->whole)
            what = kp_label_with(ov->arena, KP_L_ALSO, ov->lang, what);
        text = kp_arena_printf(ov->arena, "%s\n%s", text, what);
    }
    return text;
}

static void put_question(const kp_ov *ov, uint32_t row, const action *a)
{
    const kp_node *area = a->about;

    while (area->level > 1)
        area = area->parent;
    kp_put_text(ov->actions, row, AREA, kp_look_wrapped(KP_ROLE_BODY),
                kp_cut_units(ov->arena, kp_ov_short_title(ov, area), AREA_UNITS));
    if (a->known && a->about->parent)
        kp_put_link(ov->actions, row, ID, kp_look_id(KP_ROLE_BODY), a->about->id,
                    kp_link_to(ov->arena, ov->home, ov->home_row[a->about->index], 0));
    else
        kp_put_text(ov->actions, row, ID, kp_look_id(KP_ROLE_BODY), a->about->parent ? a->about->id : "");
    kp_put_text(ov->actions, row, QUESTION, kp_look_wrapped(KP_ROLE_BODY), questions(ov, a));
}

static void put_row(const kp_ov *ov, uint32_t row, const action *a)
{
    const kp_finding *item = a->item;
    const char *text = item ? kp_ov_text(ov, &item->text) : NULL, *kind = KP_DASH;

    if (item)
        kind = item->kind == KP_PARTIAL ? KP_OV_L(ov, KIND_PARTIAL) : KP_OV_L(ov, KIND_IMPROVEMENT);
    kp_put_text(ov->actions, row, ITEM, kp_look_id(KP_ROLE_BODY), item && item->id ? item->id : "");
    put_question(ov, row, a);
    put_figures(ov, row, a);
    if (item)
        kp_put_text(ov->actions, row, PROPOSAL, kp_look_wrapped(KP_ROLE_BODY), text ? text : "");
    else
        kp_put_blank(ov->actions, row, PROPOSAL, kp_look_wrapped(KP_ROLE_INPUT));
    kp_put_text(ov->actions, row, KIND, kp_look_wrapped(KP_ROLE_BODY), kind);
    for (uint32_t column = PRIORITY; column <= STATUS; column++)
        kp_put_blank(ov->actions, row, column, kp_look_wrapped(KP_ROLE_INPUT));
}

/* ---- the sheet ---- */

static void put_heads(const kp_ov *ov, uint32_t row)
{
    static const struct {
        uint8_t column, align;
        kp_label_id label;
        uint8_t width;
    } heads[] = {
        {ITEM, KP_ALIGN_LEFT, KP_L_ITEM, 8},          {AREA, KP_ALIGN_LEFT, KP_L_AREA, 17},
        {ID, KP_ALIGN_LEFT, KP_L_NUMBER, 8},          {QUESTION, KP_ALIGN_LEFT, KP_L_SUB_QUESTION, 33},
        {POINTS, KP_ALIGN_RIGHT, KP_L_ACHIEVED, 11},  {MAX, KP_ALIGN_RIGHT, KP_L_MAX, 8},
        {LEFT, KP_ALIGN_RIGHT, KP_L_POINTS_LEFT, 11}, {PROPOSAL, KP_ALIGN_LEFT, KP_L_PROPOSAL, 31},
        {KIND, KP_ALIGN_LEFT, KP_L_KIND, 13},         {PRIORITY, KP_ALIGN_LEFT, KP_L_PRIORITY, 13},
        {ACTION, KP_ALIGN_LEFT, KP_L_ACTION, 27},     {RESPONSIBLE, KP_ALIGN_LEFT, KP_L_RESPONSIBLE, 15},
        {DUE, KP_ALIGN_LEFT, KP_L_DUE, 14},           {STATUS, KP_ALIGN_LEFT, KP_L_STATUS, 14},
    };

    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        kp_put_text(ov->actions, row, heads[i].column,
                    (kp_style){.role = KP_ROLE_HEAD, .align = heads[i].align, .wrap = true},
                    kp_label(heads[i].label, ov->lang));
        kp_set_width(ov->actions, heads[i].column, heads[i].width);
    }
}

static uint32_t put_wide(const kp_ov *ov, uint32_t row, kp_role role, const char *text)
{
    kp_put_wide_text(ov->actions, row, 0, LAST, kp_look_wrapped(role), text);
    return row + 1;
}

static uint32_t put_others(plan *p, uint32_t row)
{
    const kp_ov *ov = p->ov;
    bool areas = true;

    if (!p->other_count)
        return row;
    for (uint32_t i = 0; i < p->other_count; i++)
        areas = areas && p->others[i].whole;
    row = put_wide(ov, row, KP_ROLE_HEADING,
                   areas ? KP_OV_L(ov, AREAS_WITHOUT_ITEM) : KP_OV_L(ov, QUESTIONS_WITHOUT_ITEM));
    if (!areas)
        row = put_wide(ov, row, KP_ROLE_NOTE,
                       kp_label_with(ov->arena,
                                     p->names_questions ? KP_L_WITHOUT_ITEM_WORDS : KP_L_NO_ITEMS_WORDS,
                                     ov->lang, kp_ov_number(ov, p->threshold, decimals_of(ov)),
                                     kp_ov_count(ov, MOST_WITHOUT_ITEM)));
    p->first_other = row;
    for (uint32_t i = 0; i < p->other_count; i++)
        put_row(ov, row++, &p->others[i]);
    return row + 1;
}

static void add_choices(const kp_ov *ov, uint32_t first, uint32_t count, kp_range values)
{
    if (count)
        kp_add_choice(ov->actions,
                      &(kp_choice){.cells = {ov->actions, first, STATUS, first + count - 1, STATUS},
                                   .values = values,
                                   .title = KP_OV_L(ov, STATUS)});
}

/* How to read the plan, and what the lists offer. */
static void put_notes(const plan *p, uint32_t row, uint32_t first_item)
{
    static const kp_label_id states[] = {KP_L_STATUS_NOT_STARTED, KP_L_STATUS_ONGOING, KP_L_STATUS_DELAYED,
                                         KP_L_STATUS_PARTLY,      KP_L_STATUS_DONE,    KP_L_STATUS_DROPPED};
    static const kp_label_id words[] = {KP_L_PLAN_RANK_WORDS, KP_L_PLAN_SEVERAL_WORDS, KP_L_PLAN_AREA_WORDS};
    enum { STATES = sizeof(states) / sizeof(states[0]) };
    const kp_ov *ov = p->ov;
    kp_range values;

    row = put_wide(ov, row, KP_ROLE_HEADING, KP_OV_L(ov, PLAN_READ));
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        row = put_wide(ov, row, KP_ROLE_PLAIN, kp_label(words[i], ov->lang));
    kp_put_wide_text(ov->actions, row, ITEM, AREA, kp_look(KP_ROLE_HEAD), KP_OV_L(ov, STATUS));
    row++;
    values = (kp_range){ov->actions, row, ITEM, row + STATES - 1, ITEM};
    for (uint32_t i = 0; i < STATES; i++, row++)
        kp_put_wide_text(ov->actions, row, ITEM, AREA, kp_look(KP_ROLE_BODY), kp_label(states[i], ov->lang));
    add_choices(ov, first_item, p->item_count, values);
    add_choices(ov, p->first_other, p->other_count, values);
}

/* A row that is filled in by hand needs some height. */
static void heighten(const kp_ov *ov, uint32_t first, uint32_t count)
{
    for (uint32_t row = first; row < first + count; row++)
        if (row >= ov->actions->row_count || ov->actions->rows[row].height < FEWEST_POINTS)
            kp_set_height(ov->actions, row, FEWEST_POINTS);
}

void kp_ov_write_actions(const kp_ov *ov)
{
    plan p = make_plan(ov);
    uint32_t head = kp_ov_head_row(ov) + 1, row = head + 1;

    kp_ov_begin_sheet(ov, ov->actions, KP_OV_L(ov, SHEET_ACTIONS), LAST);
    put_wide(ov, head - 1, KP_ROLE_NOTE, KP_OV_L(ov, PLAN_WORDS));
    put_heads(ov, head);
    for (uint32_t i = 0; i < p.item_count; i++)
        put_row(ov, row++, &p.items[i]);
    if (p.item_count > 1)
        kp_set_filter(ov->actions, (kp_range){ov->actions, head, 0, row - 1, LAST});
    row = put_others(&p, row + (p.item_count > 0));
    put_notes(&p, row, head + 1);
    kp_freeze(ov->actions, head + 1, QUESTION);
    kp_repeat_rows(ov->actions, head, head);
    kp_set_landscape(ov->actions);
    kp_fit(ov->actions, 6, 60);
    heighten(ov, head + 1, p.item_count);
    heighten(ov, p.first_other, p.other_count);
    kp_break_pages(ov->actions);
}
