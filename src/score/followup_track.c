#include <stdlib.h>
#include <string.h>

#include "kompass/tracking.h"

/* ---- the order of the years ---- */

/* When a follow-up describes: a date that is not whole means the end of its year or month. */
static const char *as_of(kp_arena *arena, const kp_followup *followup)
{
    static const char end[] = "0000-99-99";
    const char *date = followup->as_of ? followup->as_of : kp_arena_printf(arena, "%04d", followup->year);
    const size_t length = strlen(date);

    return kp_arena_printf(arena, "%s%s", date, length < strlen(end) ? end + length : "");
}

typedef struct dated {
    const kp_followup *followup;
    const char *as_of;
} dated;

static int by_date(const void *a, const void *b)
{
    const dated *x = a, *y = b;
    const int order = strcmp(x->as_of, y->as_of);

    return order ? order : strcmp(x->followup->id, y->followup->id);
}

static void put_years(kp_arena *arena, kp_tracking *t, const kp_followup *const *followups, uint32_t count)
{
    dated *order = KP_NEW_ARRAY(arena, count, dated);

    for (uint32_t i = 0; i < count; i++)
        order[i] = (dated){followups[i], as_of(arena, followups[i])};
    if (count)
        qsort(order, count, sizeof(*order), by_date);
    t->years = KP_NEW_ARRAY(arena, count, kp_year_facts);
    for (uint32_t i = 0; i < count; i++)
        t->years[t->year_count++] = kp_track_year(arena, order[i].followup);
}

static bool are_several_units(const kp_tracking *t)
{
    bool by_code = true;

    for (uint32_t i = 0; i < t->year_count; i++)
        by_code = by_code && kp_unit_has_code(&t->years[i].followup->unit);
    for (uint32_t i = 1; i < t->year_count; i++)
        if (!kp_is_same_unit(&t->years[0].followup->unit, &t->years[i].followup->unit, by_code))
            return true;
    return false;
}

/* ---- what was asked for ---- */

static bool has_evaluation(const kp_tracking *t, uint32_t before, const kp_evaluation *e)
{
    for (uint32_t i = 0; i < before; i++)
        if (t->years[i].followup->evaluation && strcmp(t->years[i].followup->evaluation->id, e->id) == 0)
            return true;
    return false;
}

static const kp_finding_kind columns[] = {KP_PARTIAL, KP_IMPROVEMENT};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

/* Items in the order of the rubric; with no list to put them into they are only counted. */
static uint32_t put_items(const kp_evaluation *e, kp_tracked_item *items)
{
    uint32_t count = 0;

    for (uint32_t n = 0; n < e->rubric->node_count; n++) {
        const kp_findings *found = e->found[n];
        for (uint32_t k = 0; found && k < COLUMNS; k++)
            for (uint32_t i = 0; i < found->count[columns[k]]; i++, count++)
                if (items)
                    items[count] = (kp_tracked_item){
                        .evaluation = e, .finding = &found->items[columns[k]][i], .node = found->node};
    }
    return count;
}

static void collect_items(kp_arena *arena, kp_tracking *t)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < t->year_count; i++) {
        const kp_evaluation *e = t->years[i].followup->evaluation;
        if (e && !has_evaluation(t, i, e))
            count += put_items(e, NULL);
    }
    t->items = KP_NEW_ARRAY(arena, count, kp_tracked_item);
    for (uint32_t i = 0; i < t->year_count; i++) {
        const kp_evaluation *e = t->years[i].followup->evaluation;
        if (e && !has_evaluation(t, i, e))
            t->item_count += put_items(e, t->items + t->item_count);
    }
}

/* ---- what answers it ---- */

/* By what an item can be named: its own id, and the questions that it is about. */
typedef struct handle {
    const char *evaluation, *id;
    const kp_node *question; /* NULL: it is the item's own id */
    uint32_t item;
} handle;

typedef struct handles {
    handle *list; /* sorted */
    size_t count;
} handles;

static int by_name(const handle *x, const handle *y)
{
    const int order = strcmp(x->evaluation, y->evaluation);

    return order ? order : strcmp(x->id, y->id);
}

static int by_name_then_item(const void *a, const void *b)
{
    const handle *x = a, *y = b;
    const int order = by_name(x, y);

    return order ? order : (x->item > y->item) - (x->item < y->item);
}

static handles handles_of(kp_arena *arena, const kp_tracking *t)
{
    handles h = {NULL, 0};
    size_t most = t->item_count;

    for (uint32_t i = 0; i < t->item_count; i++)
        most += t->items[i].finding->question_count;
    h.list = KP_NEW_ARRAY(arena, most, handle);
    for (uint32_t i = 0; i < t->item_count; i++) {
        const kp_finding *f = t->items[i].finding;
        const char *evaluation = t->items[i].evaluation->id;
        if (f->id)
            h.list[h.count++] = (handle){evaluation, f->id, NULL, i};
        for (uint32_t k = 0; k < f->question_count; k++)
            h.list[h.count++] = (handle){evaluation, f->nodes[k]->id, f->nodes[k], i};
    }
    if (h.count)
        qsort(h.list, h.count, sizeof(*h.list), by_name_then_item);
    return h;
}

/* The first handle of a name. */
static size_t first_handle(const handles *h, const handle *wanted)
{
    size_t low = 0, high = h->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (by_name(&h->list[middle], wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* An answer to an item, in a list that grows while all follow-ups are gone through. */
typedef struct link {
    struct link *next;
    kp_answered_by by;
} link;

typedef struct linking {
    kp_arena *arena;
    kp_tracking *t;
    handles handles;
    link **first, **last; /* by item */
} linking;

static bool is_same(const kp_answered_by *a, const kp_answered_by *b)
{
    return a->goal == b->goal && a->commitment == b->commitment;
}

/* What names an item twice, by its id and by a question of it, answers it once: by its id. */
static void add_answer(linking *l, uint32_t item, kp_answered_by by)
{
    link *last = l->last[item];

    if (last && is_same(&last->by, &by)) {
        if (!by.question)
            last->by.question = NULL;
        return;
    }
    l->last[item] = KP_NEW(l->arena, link);
    l->last[item]->by = by;
    *(last ? &last->next : &l->first[item]) = l->last[item];
    l->t->items[item].answer_count++;
}

static void link_follows(linking *l, const kp_follows *follows, const char *evaluation, kp_answered_by by)
{
    for (uint32_t i = 0; i < follows->count; i++) {
        const handle wanted = {evaluation, follows->items[i].at->text, NULL, 0};
        for (size_t k = first_handle(&l->handles, &wanted);
             k < l->handles.count && by_name(&l->handles.list[k], &wanted) == 0; k++) {
            by.question = l->handles.list[k].question;
            add_answer(l, l->handles.list[k].item, by);
        }
    }
}

static void link_year(linking *l, uint32_t index)
{
    const kp_followup *f = l->t->years[index].followup;

    for (uint32_t i = 0; f->evaluation && i < f->goal_count; i++)
        link_follows(l, &f->goals[i].follows, f->evaluation->id,
                     (kp_answered_by){index, &f->goals[i], NULL, NULL});
    for (uint32_t i = 0; f->evaluation && i < f->commitment_count; i++)
        link_follows(l, &f->commitments[i].follows, f->evaluation->id,
                     (kp_answered_by){index, NULL, &f->commitments[i], NULL});
}

static void put_answers(kp_arena *arena, kp_tracking *t)
{
    linking l = {arena, t, handles_of(arena, t), KP_NEW_ARRAY(arena, t->item_count, link *),
                 KP_NEW_ARRAY(arena, t->item_count, link *)};

    for (uint32_t i = 0; i < t->year_count; i++)
        link_year(&l, i);
    for (uint32_t i = 0; i < t->item_count; i++) {
        kp_tracked_item *item = &t->items[i];
        uint32_t count = 0;
        item->answers = KP_NEW_ARRAY(arena, item->answer_count, kp_answered_by);
        for (const link *k = l.first[i]; k; k = k->next)
            item->answers[count++] = k->by;
    }
}

kp_tracking *kp_track(kp_arena *arena, const kp_followup *const *followups, uint32_t count)
{
    kp_tracking *t = KP_NEW(arena, kp_tracking);

    put_years(arena, t, followups, count);
    t->several_units = are_several_units(t);
    collect_items(arena, t);
    put_answers(arena, t);
    return t;
}
