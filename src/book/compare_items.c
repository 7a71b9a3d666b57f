#include "compare_internal.h"

#include <string.h>

/* Vad blev det av förslagen: each item of an earlier round's two improvement columns, and the later points of
 * the questions that it points at. */

enum { ROUND, ITEM, AREA, PROPOSAL, KIND, ID, QUESTION, FIRST };

typedef struct sheet {
    const kp_cb *cb;
    uint32_t *points, *percent; /* columns by round; percent: NULL where no max was changed */
    uint32_t change, comparability, again, last;
} sheet;

/* ---- items ---- */

static const kp_finding_kind kinds[] = {KP_PARTIAL, KP_IMPROVEMENT};
enum { KINDS = 2 };

static bool has_items(const kp_score *score)
{
    for (uint32_t i = 0; i < score->rubric->node_count; i++)
        for (int kind = 0; kind < KINDS && score->evaluation->found[i]; kind++)
            if (score->evaluation->found[i]->count[kinds[kind]])
                return true;
    return false;
}

/* Of another municipality there is no "later". */
bool kp_cb_wants_items(const kp_cb *cb)
{
    for (uint32_t k = 0; k + 1 < cb->rounds && !cb->several; k++)
        if (has_items(kp_cb_score(cb, k)))
            return true;
    return false;
}

/* Whether an item is about a node: names it, or stands on it without naming any. */
static bool is_about(const kp_findings *found, const kp_finding *item, const kp_node *node)
{
    for (uint32_t i = 0; i < item->question_count; i++)
        if (item->nodes[i] == node)
            return true;
    return !item->question_count && found->node == node;
}

/* Adds the ids of those of some findings that are about a node: "F3, F7". */
static const char *add_items(const kp_cb *cb, const char *list, const kp_findings *found, const kp_node *node)
{
    for (int kind = 0; kind < KINDS; kind++)
        for (uint32_t i = 0; i < found->count[kinds[kind]]; i++) {
            const kp_finding *item = &found->items[kinds[kind]][i];
            if (is_about(found, item, node))
                list = kp_arena_printf(cb->arena, "%s%s%s", list, *list ? ", " : "",
                                       item->id ? item->id : KP_CB_L(cb, YES));
        }
    return list;
}

/* Ids of the items of later rounds about the same question: "2021: F3, F7". */
static const char *named_again(const kp_cb *cb, const kp_line *line, uint32_t round)
{
    const char *text = "";

    for (uint32_t k = round + 1; k < cb->rounds; k++) {
        const kp_score *score = kp_cb_score(cb, k);
        const char *list = "";
        for (uint32_t i = 0; i < score->rubric->node_count && line->rounds[k].node; i++)
            if (score->evaluation->found[i])
                list = add_items(cb, list, score->evaluation->found[i], line->rounds[k].node);
        if (*list)
            text = kp_arena_printf(cb->arena, "%s%s%s: %s", text, *text ? "\n" : "", kp_round_name(&cb->w, k),
                                   list);
    }
    return text;
}

/* ---- cells ---- */

/* The first step after the item's round that does not compare; the number of rounds where all do. */
static uint32_t first_break(const kp_cb *cb, const kp_line *line, uint32_t round)
{
    uint32_t k = round + 1;

    while (k < cb->rounds && kp_compares(&line->rounds[k]))
        k++;
    return k;
}

/* Whether the points of a question that some item is about were of another max later. */
static bool max_differs(const kp_cb *cb, const kp_line *line, uint32_t round)
{
    return first_break(cb, line, round) == cb->rounds && kp_max_differs(line, round, cb->rounds - 1);
}

static bool any_max_differs(const kp_cb *cb, uint32_t round, const kp_findings *found, const kp_finding *item)
{
    uint32_t count = item->question_count ? item->question_count : 1;

    for (uint32_t i = 0; i < count; i++) {
        const kp_line *line = kp_line_of(cb->c, round, item->question_count ? item->nodes[i] : found->node);
        if (line && max_differs(cb, line, round))
            return true;
    }
    return false;
}

static bool wants_percent(const kp_cb *cb)
{
    for (uint32_t k = 0; k + 1 < cb->rounds; k++)
        for (uint32_t i = 0; i < kp_cb_score(cb, k)->rubric->node_count; i++) {
            const kp_findings *found = kp_cb_score(cb, k)->evaluation->found[i];
            for (int kind = 0; kind < KINDS && found; kind++)
                for (uint32_t j = 0; j < found->count[kinds[kind]]; j++)
                    if (any_max_differs(cb, k, found, &found->items[kinds[kind]][j]))
                        return true;
        }
    return false;
}

/* From the item's round to the latest: where each step compares. Else the word of the step that does not. */
static void put_change(const sheet *s, uint32_t row, const kp_line *line, uint32_t round)
{
    const kp_cb *cb = s->cb;
    uint32_t last = cb->rounds - 1, broken = first_break(cb, line, round);
    const char *status;

    if (broken > last) {
        kp_cb_put_change(cb, cb->items, row, s->change, line, round, last);
        broken = last;
    } else {
        kp_put_text(cb->items, row, s->change, kp_cb_change_style(cb, KP_ROLE_BODY), KP_DASH);
    }
    status = kp_step_word(&cb->w, line, broken);
    if (cb->rounds > 2 && *status && !kp_compares(&line->rounds[broken]))
        status = kp_arena_printf(cb->arena, "%s: %s", kp_step_name(&cb->w, kp_cb_step(cb, broken)), status);
    if (max_differs(cb, line, round))
        status = kp_arena_printf(cb->arena, "%s, %s", status, kp_max_words(&cb->w, line, round, last));
    kp_put_text(cb->items, row, s->comparability, kp_look_wrapped(KP_ROLE_BODY), status);
}

static void put_points(const sheet *s, uint32_t row, const kp_line *line, uint32_t round)
{
    for (uint32_t k = 0; k < s->cb->rounds; k++) {
        if (k < round)
            kp_put_blank(s->cb->items, row, s->points[k], kp_look(KP_ROLE_BODY));
        else
            kp_cb_put_points(s->cb, s->cb->items, row, s->points[k], line, k, KP_ROLE_BODY);
        if (s->percent && k >= round)
            kp_cb_put_percent(s->cb, s->cb->items, row, s->percent[k], line, k, KP_ROLE_BODY);
        else if (s->percent)
            kp_put_blank(s->cb->items, row, s->percent[k], kp_look(KP_ROLE_BODY));
    }
}

/* Shown nowhere: what is above it is answered as a whole, each time. */
static void put_unknown(const sheet *s, uint32_t row, const kp_node *node, uint32_t round)
{
    const kp_cb *cb = s->cb;

    kp_put_text(cb->items, row, ID, kp_look_id(KP_ROLE_BODY), node->id);
    for (uint32_t k = 0; k < cb->rounds; k++) {
        const char *text = k < round ? "" : KP_DASH;
        kp_put_text(cb->items, row, s->points[k], kp_cb_points_style(cb, KP_ROLE_BODY), text);
        if (s->percent)
            kp_put_text(cb->items, row, s->percent[k], kp_cb_percent_style(KP_ROLE_BODY), text);
    }
    kp_put_text(cb->items, row, s->change, kp_cb_change_style(cb, KP_ROLE_BODY), KP_DASH);
    kp_put_text(cb->items, row, s->comparability, kp_look_wrapped(KP_ROLE_BODY),
                KP_CB_L(cb, CMP_NOT_REPORTED));
    kp_put_blank(cb->items, row, s->again, kp_look(KP_ROLE_BODY));
}

static void put_question(const sheet *s, uint32_t row, const kp_node *node, uint32_t round)
{
    const kp_cb *cb = s->cb;
    const kp_rubric *rubric = kp_cb_score(cb, round)->rubric;
    const kp_line *line = kp_line_of(cb->c, round, node);
    const char *title =
        node->parent ? kp_text_or(&node->title, cb->w.lang, rubric->language, node->id) : KP_CB_L(cb, TOTAL);

    kp_put_text(cb->items, row, QUESTION, kp_look_wrapped(KP_ROLE_BODY), title);
    if (!line) {
        put_unknown(s, row, node, round);
        return;
    }
    kp_put_link(cb->items, row, ID, kp_look_id(KP_ROLE_BODY), node->parent ? node->id : KP_DASH,
                kp_link_to(cb->arena, cb->questions, cb->row[line->index], 0));
    put_points(s, row, line, round);
    put_change(s, row, line, round);
    kp_put_text(cb->items, row, s->again, kp_look_wrapped(KP_ROLE_BODY), named_again(cb, line, round));
}

/* A row a question; the item's words stand in the first. */
static uint32_t put_item(const sheet *s, uint32_t row, const kp_findings *found, const kp_finding *item,
                         uint32_t round)
{
    const kp_cb *cb = s->cb;
    const kp_evaluation *e = kp_cb_score(cb, round)->evaluation;
    const kp_rubric *rubric = kp_cb_score(cb, round)->rubric;
    uint32_t count = item->question_count ? item->question_count : 1;
    const char *kind = item->kind == KP_PARTIAL ? KP_CB_L(cb, KIND_PARTIAL) : KP_CB_L(cb, KIND_IMPROVEMENT);
    const kp_style words = kp_look_wrapped(KP_ROLE_BODY);

    for (uint32_t i = 0; i < count; i++, row++) {
        const kp_node *node = item->question_count ? item->nodes[i] : found->node, *area = kp_area_of(node);
        kp_put_text(cb->items, row, ROUND, kp_look_id(KP_ROLE_BODY), kp_round_name(&cb->w, round));
        kp_put_text(cb->items, row, ITEM, kp_look_id(KP_ROLE_BODY), item->id ? item->id : "");
        kp_put_text(cb->items, row, AREA, words,
                    area->parent
                        ? kp_text_or(&area->short_title, cb->w.lang, rubric->language,
                                     kp_text_or(&area->title, cb->w.lang, rubric->language, area->id))
                        : "");
        kp_put_text(cb->items, row, PROPOSAL, words,
                    i ? "" : kp_text_or(&item->text, cb->w.lang, e->language, ""));
        kp_put_text(cb->items, row, KIND, words, i ? "" : kind);
        put_question(s, row, node, round);
    }
    return row;
}

static uint32_t put_round(const sheet *s, uint32_t row, uint32_t round)
{
    const kp_score *score = kp_cb_score(s->cb, round);

    for (uint32_t i = 0; i < score->rubric->node_count; i++) {
        const kp_findings *found = score->evaluation->found[i];
        for (int kind = 0; kind < KINDS && found; kind++)
            for (uint32_t j = 0; j < found->count[kinds[kind]]; j++)
                row = put_item(s, row, found, &found->items[kinds[kind]][j], round);
    }
    return row;
}

/* ---- the sheet ---- */

static sheet plan_columns(const kp_cb *cb)
{
    sheet s = {.cb = cb, .points = KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t)};
    uint32_t next = FIRST;

    s.percent = wants_percent(cb) ? KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t) : NULL;
    for (uint32_t k = 0; k < cb->rounds; k++) {
        s.points[k] = next++;
        if (s.percent)
            s.percent[k] = next++;
    }
    s.change = next++;
    s.comparability = next++;
    s.again = s.last = next;
    return s;
}

static void put_heads(const sheet *s, uint32_t row)
{
    static const struct {
        uint8_t column;
        kp_label_id label;
        uint8_t width;
    } heads[] = {
        {ROUND, KP_L_NAMED_IN, 8},     {ITEM, KP_L_ITEM, 7},  {AREA, KP_L_AREA, 14},
        {PROPOSAL, KP_L_PROPOSAL, 38}, {KIND, KP_L_KIND, 12}, {ID, KP_L_NUMBER, 7},
        {QUESTION, KP_L_QUESTION, 34},
    };
    const kp_cb *cb = s->cb;
    kp_style left = kp_look_wrapped(KP_ROLE_HEAD);

    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        kp_put_text(cb->items, row, heads[i].column, left, kp_cb_label(cb, heads[i].label));
        kp_set_width(cb->items, heads[i].column, heads[i].width);
    }
    for (uint32_t k = 0; k < cb->rounds; k++) {
        kp_cb_put_head(cb->items, row, s->points[k], kp_round_name(&cb->w, k));
        kp_set_width(cb->items, s->points[k], 9);
        if (!s->percent)
            continue;
        kp_cb_put_head(cb->items, row, s->percent[k], KP_CB_L(cb, PERCENT));
        kp_set_width(cb->items, s->percent[k], 8);
    }
    kp_cb_put_head(cb->items, row, s->change,
                   s->percent ? KP_CB_L(cb, CHANGE_AT_LAST_MAX) : KP_CB_L(cb, CHANGE));
    kp_put_text(cb->items, row, s->comparability, left, KP_CB_L(cb, COMPARABILITY));
    kp_put_text(cb->items, row, s->again, left, KP_CB_L(cb, NAMED_AGAIN));
    kp_set_width(cb->items, s->comparability, 15);
    kp_set_width(cb->items, s->again, 13);
}

void kp_cb_write_items(const kp_cb *cb)
{
    const sheet s = plan_columns(cb);
    uint32_t row = kp_cb_begin_sheet(cb, cb->items, KP_CB_L(cb, SHEET_OUTCOME), s.last), head;

    row = kp_put_sentence(cb->items, row, s.last, KP_ROLE_NOTE, KP_CB_L(cb, OUTCOME_WORDS));
    if (s.percent)
        row = kp_put_sentence(cb->items, row, s.last, KP_ROLE_NOTE, KP_CB_L(cb, AT_LAST_MAX_WORDS));
    head = row++;
    put_heads(&s, head);
    for (uint32_t k = 0; k + 1 < cb->rounds; k++)
        row = put_round(&s, row, k);
    if (row > head + 2)
        kp_set_filter(cb->items, (kp_range){cb->items, head, 0, row - 1, s.last});
    kp_freeze(cb->items, head + 1, PROPOSAL);
    kp_repeat_rows(cb->items, head, head);
    kp_set_landscape(cb->items);
    kp_fit(cb->items, 6, 60);
    kp_break_pages(cb->items);
}
