#include "form_internal.h"

#include <stdlib.h>
#include <string.h>

/* Changes, done to the evaluation that the forms were made from. */

/* An evaluator, and the place of the own values among those of the others. */
typedef struct ranked {
    const char *id;
    size_t rank;
} ranked;

typedef struct result {
    kp_arena *arena;
    const kp_rubric *rubric;
    kp_ynode *root;
    const form_entry *changes;
    size_t count;
    ranked *evaluators; /* by id */
    size_t evaluator_count;
} result;

static const char *const root_order[] = {
    "kompass", "id",       "rubric",    "rubric_sha256", "language", "unit",       "facts",       "year",
    "visited", "date",     "state",     "precision",     "derived",  "evaluators", "interviewed", "summary",
    "answers", "findings", "published", "source",        "note",     NULL};
static const char *const unit_order[] = {"name", "code", "country", "group", NULL};
static const char *const findings_order[] = {"summary",      "strengths", "partial",
                                             "improvements", "examples",  NULL};

static void set_or_remove(kp_arena *arena, kp_ynode *map, const char *key, kp_ynode *value,
                          const char *const *order)
{
    if (value)
        kp_ynode_set(arena, map, key, value, order);
    else
        kp_ynode_remove(map, key);
}

/* A node that came from the base gets the place of the cell that changed something in it. */
static void give_place(kp_ynode *node, kp_place place)
{
    if (node->line)
        return;
    node->line = place.line;
    node->column = place.column;
    node->width = 1;
}

/* The map under a key, made where there is none. */
static kp_ynode *map_at(result *r, kp_ynode *map, const char *key, const char *const *order)
{
    kp_ynode *inner = kp_ynode_get(map, key);

    if (!inner || inner->kind != KP_YMAP) {
        inner = kp_ynode_collection(r->arena, KP_YMAP);
        kp_ynode_set(r->arena, map, key, inner, order);
    }
    return inner;
}

/* ---- about ---- */

static void apply_about(result *r, const form_entry *change)
{
    const char *name = change->id, *point = strchr(name, '.');

    if (point)
        set_or_remove(r->arena, map_at(r, r->root, "unit", root_order), point + 1, change->value, unit_order);
    else
        set_or_remove(r->arena, r->root, name, change->value, root_order);
}

/* ---- lists ---- */

/* A form may bring very many items: none is looked for by walking through a list. */
static void append(kp_ynode *list, kp_ynode ***end, kp_ynode *item)
{
    item->next = NULL;
    **end = item;
    *end = &item->next;
    list->count++;
}

/* A list with its changed items in place, without those that are none any more, and with the new ones behind.
 */
static kp_ynode *rebuild(result *r, const kp_ynode *list, const form_entry *changes, size_t count)
{
    kp_ynode *rebuilt = kp_ynode_collection(r->arena, KP_YSEQ), **end = &rebuilt->first, *next;
    kp_ynode *item = list && list->kind == KP_YSEQ ? list->first : NULL;
    const form_entry **changed = KP_NEW_ARRAY(r->arena, (item ? list->count : 0) + 1, const form_entry *);

    for (size_t i = 0; i < count; i++)
        if (changes[i].number && item && changes[i].number <= list->count)
            changed[changes[i].number] = &changes[i];
    for (uint32_t number = 1; item; number++, item = next) {
        kp_ynode *kept = changed[number] ? changed[number]->value : item;
        next = item->next;
        if (kept)
            append(rebuilt, &end, kept);
    }
    for (size_t i = 0; i < count; i++)
        if (!changes[i].number && changes[i].value)
            append(rebuilt, &end, changes[i].value);
    return rebuilt->count ? rebuilt : NULL;
}

/* ---- evaluators ---- */

typedef struct renaming {
    const char *from, *to;
} renaming;

static int by_from(const void *a, const void *b)
{
    return strcmp(((const renaming *)a)->from, ((const renaming *)b)->from);
}

/* Own values stand under the id that an evaluator had. All are renamed at once, for two may have changed
 * places. */
static void rename_evaluators(const result *r, renaming *renamed, size_t count)
{
    const kp_ynode *answers = kp_ynode_get(r->root, "answers");

    if (!count)
        return;
    qsort(renamed, count, sizeof(*renamed), by_from);
    for (kp_ynode *key = answers ? answers->first : NULL; key; key = key->next) {
        kp_ynode *by = kp_ynode_get(key->value, "by");
        for (kp_ynode *own = by ? by->first : NULL; own; own = own->next) {
            const renaming wanted = {own->text, NULL};
            const renaming *found = bsearch(&wanted, renamed, count, sizeof(wanted), by_from);
            if (found)
                own->text = found->to;
        }
    }
}

/* As they stand in the forms, one form after the other. */
static int by_reading(const void *a, const void *b)
{
    const form_entry *x = a, *y = b;

    if (x->form != y->form)
        return x->form < y->form ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static int by_evaluator(const void *a, const void *b)
{
    return strcmp(((const ranked *)a)->id, ((const ranked *)b)->id);
}

/* First those of the base, as it knows them, then the new ones. */
static void rank_evaluators(result *r, const form_entry *changes, size_t count)
{
    const kp_ynode *list = kp_ynode_get(r->root, "evaluators");
    size_t n = 0;

    r->evaluators = KP_NEW_ARRAY(r->arena, count + (list ? list->count : 0), ranked);
    for (const kp_ynode *item = list ? list->first : NULL; item; item = item->next) {
        const kp_ynode *id = kp_ynode_get(item, "id");
        if (id && id->kind == KP_YSCALAR)
            r->evaluators[n] = (ranked){id->text, n}, n++;
    }
    for (size_t i = 0; i < count; i++)
        if (!changes[i].number)
            r->evaluators[n] = (ranked){changes[i].id, n}, n++;
    r->evaluator_count = n;
    if (n)
        qsort(r->evaluators, n, sizeof(*r->evaluators), by_evaluator);
}

/* Who is not known stands in front. */
static size_t rank_of(const result *r, const char *evaluator)
{
    const ranked wanted = {evaluator, 0}, *found = NULL;

    if (r->evaluator_count)
        found = bsearch(&wanted, r->evaluators, r->evaluator_count, sizeof(wanted), by_evaluator);
    return found ? found->rank + 1 : 0;
}

static void apply_evaluators(result *r, const form_entry *changes, size_t count)
{
    kp_ynode *list = kp_ynode_get(r->root, "evaluators"), *rebuilt;
    renaming *renamed = KP_NEW_ARRAY(r->arena, count, renaming);
    size_t renamed_count = 0;

    for (size_t i = 0; i < count; i++) {
        const kp_ynode *id = changes[i].value ? kp_ynode_get(changes[i].value, "id") : NULL;
        if (id && strcmp(id->text, changes[i].id) != 0)
            renamed[renamed_count++] = (renaming){changes[i].id, id->text};
    }
    rename_evaluators(r, renamed, renamed_count);
    rebuilt = rebuild(r, list, changes, count);
    kp_ynode_set(r->arena, r->root, "evaluators", rebuilt ? rebuilt : kp_ynode_collection(r->arena, KP_YSEQ),
                 root_order);
}

/* ---- answers ---- */

/* A key that is put into a map that is there. */
typedef struct new_key {
    uint32_t index; /* of its node */
    size_t rank;    /* of its evaluator */
    size_t order;
    kp_ynode *key;
} new_key;

static void apply_answer_itself(result *r, kp_ynode *map, const form_entry *change)
{
    const char *const *order = form_answer_order();
    static const char *const keys[] = {"value", "points", "percent", "not_applicable"};

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        kp_ynode_remove(map, keys[i]);
    for (const kp_ynode *pair = change->value ? change->value->first : NULL; pair; pair = pair->next)
        give_place(kp_ynode_set(r->arena, map, pair->text, pair->value, order), change->place);
}

static int by_rank(const void *a, const void *b)
{
    const new_key *x = a, *y = b;

    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* Put new keys among those that are there, which keep their order. */
static void insert_own(const result *r, kp_ynode *by, new_key *keys, size_t count)
{
    kp_ynode **at = &by->first;

    if (count)
        qsort(keys, count, sizeof(*keys), by_rank);
    for (size_t i = 0; i < count; i++) {
        while (*at && rank_of(r, (*at)->text) <= keys[i].rank)
            at = &(*at)->next;
        keys[i].key->next = *at;
        *at = keys[i].key;
        at = &keys[i].key->next;
    }
    by->count += (uint32_t)count;
}

static void drop_empty(kp_ynode *map)
{
    for (kp_ynode **at = &map->first; *at;) {
        if ((*at)->value) {
            at = &(*at)->next;
        } else {
            *at = (*at)->next;
            map->count--;
        }
    }
}

/* All own values of one answer that have changed. */
static void apply_own(result *r, kp_ynode *map, const form_entry *changes, size_t count)
{
    kp_ynode *by = map_at(r, map, "by", form_answer_order());
    form_keys known = form_keys_of(r->arena, by);
    new_key *fresh = KP_NEW_ARRAY(r->arena, count, new_key);
    size_t fresh_count = 0;

    for (size_t i = 0; i < count; i++) {
        kp_ynode *key = form_find_key(&known, changes[i].sub);
        if (!key && !changes[i].value)
            continue;
        if (!key) {
            key = kp_ynode_scalar(r->arena, changes[i].sub, true);
            fresh[fresh_count++] = (new_key){.rank = rank_of(r, changes[i].sub), .key = key};
        }
        key->value = changes[i].value;
        give_place(key, changes[i].place);
    }
    drop_empty(by);
    insert_own(r, by, fresh, fresh_count);
    if (!by->count)
        kp_ynode_remove(map, "by");
}

/* The short forms of the contract: a value alone, n/a alone, nothing. */
static kp_ynode *short_answer(result *r, kp_ynode *map)
{
    kp_ynode *value = kp_ynode_get(map, "value"), *na = kp_ynode_get(map, "not_applicable"), *brief = map;

    if (map->count == 0)
        brief = kp_ynode_scalar(r->arena, "", true);
    else if (map->count == 1 && value && value->kind == KP_YSCALAR)
        return value;
    else if (map->count == 1 && na && strcmp(na->text, "true") == 0)
        brief = kp_ynode_scalar(r->arena, "n/a", true);
    brief->line = map->line;
    brief->column = map->column;
    brief->width = 1;
    return brief;
}

/* All changes of one answer, sorted: those of its evidence stand together. */
static void apply_answer(result *r, kp_ynode *key, const form_entry *changes, size_t count)
{
    kp_ynode *map = form_long_answer(r->arena, key->value);

    if (!map)
        map = kp_ynode_collection(r->arena, KP_YMAP);
    give_place(key, changes[0].node ? changes[0].place : changes[0].id_place);
    give_place(map, changes[0].place);
    for (size_t i = 0, end; i < count; i = end) {
        const char *field = changes[i].field;
        for (end = i + 1; end < count && strcmp(field, changes[end].field) == 0; end++)
            ;
        if (changes[i].is_item)
            set_or_remove(r->arena, map, field, rebuild(r, kp_ynode_get(map, field), changes + i, end - i),
                          form_answer_order());
        else if (strcmp(field, "=") == 0)
            apply_answer_itself(r, map, &changes[i]);
        else if (strcmp(field, "by") == 0)
            apply_own(r, map, changes + i, end - i);
        else
            set_or_remove(r->arena, map, field, changes[i].value, form_answer_order());
    }
    key->value = short_answer(r, map);
}

/* ---- findings ---- */

static void apply_findings(result *r, kp_ynode *key, const form_entry *changes, size_t count)
{
    kp_ynode *map = key->value;

    if (map->kind != KP_YMAP)
        map = key->value = kp_ynode_collection(r->arena, KP_YMAP);
    give_place(key, changes[0].node ? changes[0].place : changes[0].id_place);
    give_place(map, changes[0].place);
    for (size_t i = 0, end; i < count; i = end) {
        const char *field = changes[i].field;
        for (end = i + 1;
             end < count && changes[i].part == changes[end].part && strcmp(field, changes[end].field) == 0;
             end++)
            ;
        if (changes[i].part == PART_SUMMARY)
            set_or_remove(r->arena, map, "summary", changes[i].value, findings_order);
        else
            set_or_remove(r->arena, map, field, rebuild(r, kp_ynode_get(map, field), changes + i, end - i),
                          findings_order);
    }
    if (!map->count)
        key->value = kp_ynode_scalar(r->arena, "", true);
}

/* ---- maps by id ---- */

typedef void apply_fn(result *r, kp_ynode *key, const form_entry *changes, size_t count);

static uint32_t index_of(const result *r, const kp_ynode *key)
{
    const kp_node *node = kp_rubric_find(r->rubric, key->text);

    return node ? node->index : UINT32_MAX;
}

static int by_index(const void *a, const void *b)
{
    const new_key *x = a, *y = b;

    if (x->index != y->index)
        return x->index < y->index ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* Put new keys where the rubric has their nodes; those that are there keep their order. */
static void insert_keys(result *r, kp_ynode *map, new_key *keys, size_t count)
{
    kp_ynode **at = &map->first;

    if (count)
        qsort(keys, count, sizeof(*keys), by_index);
    for (size_t i = 0; i < count; i++) {
        while (*at && index_of(r, *at) <= keys[i].index)
            at = &(*at)->next;
        keys[i].key->next = *at;
        *at = keys[i].key;
        at = &keys[i].key->next;
    }
    map->count += (uint32_t)count;
}

/* Apply runs of changes of one id each to the map under a key of the root. */
static void apply_by_id(result *r, const char *name, const form_entry *changes, size_t count, apply_fn *apply)
{
    kp_ynode *map;
    form_keys known;
    new_key *fresh = KP_NEW_ARRAY(r->arena, count, new_key);
    size_t fresh_count = 0;

    if (!count)
        return;
    map = map_at(r, r->root, name, root_order);
    known = form_keys_of(r->arena, map);
    for (size_t i = 0, end; i < count; i = end) {
        kp_ynode *key = form_find_key(&known, changes[i].id);
        for (end = i + 1; end < count && strcmp(changes[i].id, changes[end].id) == 0; end++)
            ;
        if (!key) {
            key = kp_ynode_scalar(r->arena, changes[i].id, false);
            key->value = kp_ynode_scalar(r->arena, "", true);
            fresh[fresh_count] = (new_key){.index = index_of(r, key), .order = fresh_count, .key = key};
            fresh_count++;
        }
        apply(r, key, changes + i, end - i);
    }
    insert_keys(r, map, fresh, fresh_count);
}

/* Summaries and findings of one id are two runs in the order of addresses; here they are one. */
static int by_id_first(const void *a, const void *b)
{
    const form_entry *x = a, *y = b;
    int order = strcmp(x->id, y->id);

    if (order == 0)
        order = (x->part > y->part) - (x->part < y->part);
    if (order == 0 && x->part == PART_FINDING)
        order = strcmp(x->field, y->field);
    if (order == 0)
        order = (x->form > y->form) - (x->form < y->form);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* ---- all of it ---- */

static size_t run_of(const result *r, size_t first, form_part part)
{
    size_t end = first;

    while (end < r->count && r->changes[end].part == part)
        end++;
    return end - first;
}

static void apply_changes(result *r, form_entry *changes)
{
    size_t about = run_of(r, 0, PART_ABOUT), evaluators = run_of(r, about, PART_EVALUATOR);
    size_t first = about + evaluators, answers = run_of(r, first, PART_ANSWER), rest;

    if (evaluators)
        qsort(changes + about, evaluators, sizeof(*changes), by_reading);
    rank_evaluators(r, changes + about, evaluators);
    for (size_t i = 0; i < about; i++)
        apply_about(r, &changes[i]);
    apply_by_id(r, "answers", changes + first, answers, apply_answer);
    first += answers;
    rest = r->count - first;
    if (rest)
        qsort(changes + first, rest, sizeof(*changes), by_id_first);
    apply_by_id(r, "findings", changes + first, rest, apply_findings);
    if (evaluators) /* last: who is renamed, is renamed in all answers */
        apply_evaluators(r, changes + about, evaluators);
}

/* ---- places ---- */

static void place_pair(kp_ynode *map, const char *name, kp_place place)
{
    for (kp_ynode *key = map->first; key; key = key->next)
        if (strcmp(key->text, name) == 0) {
            give_place(key, place);
            give_place(key->value, place);
        }
}

/* What an answer says is wrong with what it said before, too: it stands in a cell like all that was changed.
 */
static void place_answer(kp_ynode *key, const form_entry *entry)
{
    static const char *const itself[] = {"value", "points", "percent", "not_applicable"};
    kp_ynode *map = key->value, *by;

    give_place(key, entry->place);
    give_place(map, entry->place);
    if (map->kind != KP_YMAP)
        return;
    by = strcmp(entry->field, "by") == 0 ? kp_ynode_get(map, "by") : NULL;
    if (by && by->kind == KP_YMAP)
        place_pair(by, entry->sub, entry->place);
    for (size_t i = 0; *entry->field == '=' && i < sizeof(itself) / sizeof(itself[0]); i++)
        place_pair(map, itself[i], entry->place);
}

static void place_answers(const result *r, const kp_forms *forms)
{
    const kp_ynode *answers = kp_ynode_get(r->root, "answers");
    const form_keys known = form_keys_of(r->arena, answers);

    for (size_t f = 0; f < forms->count; f++)
        for (size_t i = 0; i < forms->items[f]->entry_count; i++) {
            const form_entry *entry = &forms->items[f]->entries[i];
            kp_ynode *key = entry->part == PART_ANSWER ? form_find_key(&known, entry->id) : NULL;
            if (key && entry->value)
                place_answer(key, entry);
        }
}

static void set_head(result *r, const kp_form *form)
{
    kp_arena *arena = r->arena;

    kp_ynode_set(arena, r->root, "rubric_sha256", kp_ynode_scalar(arena, r->rubric->sha256, true),
                 root_order);
    if (form->base_root)
        return;
    kp_ynode_set(arena, r->root, "kompass", kp_ynode_scalar(arena, "evaluation/1", true), root_order);
    kp_ynode_set(arena, r->root, "rubric", kp_ynode_scalar(arena, r->rubric->id, true), root_order);
    kp_ynode_set(arena, r->root, "language", kp_ynode_scalar(arena, form->lang, true), root_order);
    map_at(r, r->root, "answers", root_order);
}

kp_ynode *form_apply(kp_forms *forms, const kp_rubric *rubric, form_entry *changes, size_t count)
{
    const kp_form *form = forms->items[0];
    result r = {.arena = forms->arena, .rubric = rubric, .changes = changes, .count = count};

    r.root =
        form->base_root ? kp_ynode_copy(r.arena, form->base_root) : kp_ynode_collection(r.arena, KP_YMAP);
    set_head(&r, form);
    apply_changes(&r, changes);
    place_answers(&r, forms);
    return r.root;
}

void kp_import_set_id(kp_arena *arena, kp_ynode *root, const char *id)
{
    kp_ynode_set(arena, root, "id", kp_ynode_scalar(arena, id, true), root_order);
}
