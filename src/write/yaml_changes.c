#include "kompass/write.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/arena.h"

/* What differs between two files: each scalar by its path, so that the order of keys and short forms make no
 * difference, nor the place in a list of what has an id. */

typedef struct leaf {
    const char *path;
    const kp_ynode *node;
    size_t order;
} leaf;

typedef struct leaves {
    kp_arena *arena;
    leaf *items;
    size_t count, room;
} leaves;

static void add(leaves *l, const char *path, const kp_ynode *node)
{
    KP_MAKE_ROOM(l->arena, l->items, l->count, l->room);
    l->items[l->count] = (leaf){path, node, l->count};
    l->count++;
}

/* What an item of a list is called: by its id if it has one, else by its number. */
static const char *item_path(const leaves *l, const char *path, const kp_ynode *item, unsigned number)
{
    const kp_ynode *id = item->kind == KP_YMAP ? kp_ynode_get(item, "id") : NULL;

    if (id && id->kind == KP_YSCALAR && *id->text)
        return kp_arena_printf(l->arena, "%s[%s]", path, id->text);
    return kp_arena_printf(l->arena, "%s[%u]", path, number);
}

static void flatten(leaves *l, const char *path, const kp_ynode *node) /* NOLINT(misc-no-recursion) */
{
    unsigned number = 0;

    if (node->kind == KP_YSCALAR) {
        if (*node->text)
            add(l, path, node);
        return;
    }
    for (const kp_ynode *item = node->first; item; item = item->next)
        if (item->value)
            flatten(l, kp_arena_printf(l->arena, "%s%s%s", path, *path ? " " : "", item->text), item->value);
        else
            flatten(l, item_path(l, path, item, ++number), item);
}

/* "1.2.3: 2" is short for "1.2.3 value: 2". */
static void flatten_answers(leaves *l, const kp_ynode *answers)
{
    static const kp_ynode yes = {.kind = KP_YSCALAR, .text = "true", .plain = true};

    for (const kp_ynode *key = answers->first; key; key = key->next) {
        if (key->value->kind != KP_YSCALAR)
            flatten(l, key->text, key->value);
        else if (strcmp(key->value->text, "n/a") == 0)
            add(l, kp_arena_printf(l->arena, "%s not_applicable", key->text), &yes);
        else
            flatten(l, kp_arena_printf(l->arena, "%s value", key->text), key->value);
    }
}

static leaves leaves_of(kp_arena *arena, const kp_ynode *root)
{
    leaves l = {.arena = arena};

    for (const kp_ynode *key = root->kind == KP_YMAP ? root->first : NULL; key; key = key->next)
        if (strcmp(key->text, "answers") == 0 && key->value->kind == KP_YMAP)
            flatten_answers(&l, key->value);
        else
            flatten(&l, key->text, key->value);
    return l;
}

static int by_path(const void *a, const void *b)
{
    const leaf *x = a, *y = b;
    int order = strcmp(x->path, y->path);

    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static int path_order(const void *path, const void *of)
{
    return strcmp(path, ((const leaf *)of)->path);
}

static const leaf *find(const leaves *sorted, const char *path)
{
    return sorted->count ? bsearch(path, sorted->items, sorted->count, sizeof(*sorted->items), path_order)
                         : NULL;
}

static leaves sorted(kp_arena *arena, const leaves *l)
{
    leaves copy = {.arena = arena, .count = l->count, .items = KP_NEW_ARRAY(arena, l->count, leaf)};

    if (l->count) {
        memcpy(copy.items, l->items, l->count * sizeof(*l->items));
        qsort(copy.items, copy.count, sizeof(*copy.items), by_path);
    }
    return copy;
}

static void put_change(const char *path, const kp_ynode *from, const kp_ynode *to, kp_buf *out)
{
    static const char nothing[] = "\xE2\x80\x93";

    kp_buf_printf(out, "%s: ", path);
    if (from)
        kp_write_yaml_line(from, out);
    else
        kp_buf_puts(out, nothing);
    kp_buf_puts(out, " \xE2\x86\x92 ");
    if (to)
        kp_write_yaml_line(to, out);
    else
        kp_buf_puts(out, nothing);
    kp_buf_putc(out, '\n');
}

size_t kp_write_yaml_changes(kp_arena *arena, const kp_ynode *from, const kp_ynode *to, kp_buf *out)
{
    leaves was = {.arena = arena}, is = leaves_of(arena, to), was_sorted, is_sorted = sorted(arena, &is);
    size_t count = 0;

    if (from)
        was = leaves_of(arena, from);
    was_sorted = sorted(arena, &was);
    for (size_t i = 0; i < is.count; i++) {
        const leaf *old = find(&was_sorted, is.items[i].path);
        if (old && strcmp(old->node->text, is.items[i].node->text) == 0)
            continue;
        put_change(is.items[i].path, old ? old->node : NULL, is.items[i].node, out);
        count++;
    }
    for (size_t i = 0; i < was.count; i++)
        if (!find(&is_sorted, was.items[i].path)) {
            put_change(was.items[i].path, was.items[i].node, NULL, out);
            count++;
        }
    return count;
}

size_t kp_yaml_lost(kp_arena *arena, const kp_ynode *from, const kp_ynode *to, const char **ret_names)
{
    enum { NAMED = 6 };
    const leaves was = leaves_of(arena, from), is = leaves_of(arena, to), is_sorted = sorted(arena, &is);
    size_t count = 0;

    *ret_names = "";
    for (size_t i = 0; i < was.count; i++) {
        if (find(&is_sorted, was.items[i].path))
            continue;
        if (count < NAMED)
            *ret_names = kp_arena_printf(arena, "%s%s%s", *ret_names, count ? ", " : "", was.items[i].path);
        else if (count == NAMED)
            *ret_names = kp_arena_printf(arena, "%s ...", *ret_names);
        count++;
    }
    return count;
}
