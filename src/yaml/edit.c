#include "kompass/ytree.h"

#include <string.h>

kp_ynode *kp_ynode_scalar(kp_arena *arena, const char *text, bool plain)
{
    kp_ynode *node = KP_NEW(arena, kp_ynode);

    node->kind = KP_YSCALAR;
    node->text = text;
    node->plain = plain;
    return node;
}

kp_ynode *kp_ynode_collection(kp_arena *arena, kp_ykind kind)
{
    kp_ynode *node = KP_NEW(arena, kp_ynode);

    node->kind = (uint8_t)kind;
    return node;
}

void kp_ynode_append(kp_ynode *collection, kp_ynode *item)
{
    kp_ynode **end = &collection->first;

    while (*end)
        end = &(*end)->next;
    *end = item;
    collection->count++;
}

/* The depth of a tree is limited where it is read (KP_YAML_MAX_DEPTH). */
kp_ynode *kp_ynode_copy(kp_arena *arena, const kp_ynode *node) /* NOLINT(misc-no-recursion) */
{
    kp_ynode *copy = KP_NEW(arena, kp_ynode), **end = &copy->first;

    *copy = (kp_ynode){.text = node->text,
                       .count = node->count,
                       .kind = node->kind,
                       .plain = node->plain,
                       .block = node->block};
    for (const kp_ynode *item = node->first; item; item = item->next) {
        *end = kp_ynode_copy(arena, item);
        if (item->value)
            (*end)->value = kp_ynode_copy(arena, item->value);
        end = &(*end)->next;
    }
    return copy;
}

static bool is_key(const kp_ynode *node, const char *key)
{
    return node->kind == KP_YSCALAR && strcmp(node->text, key) == 0;
}

static size_t place_in(const char *const *order, const char *key)
{
    size_t place = 0;

    while (order[place] && strcmp(order[place], key) != 0)
        place++;
    return order[place] ? place + 1 : 0;
}

kp_ynode *kp_ynode_set(kp_arena *arena, kp_ynode *map, const char *key, kp_ynode *value,
                       const char *const *order)
{
    kp_ynode **at = &map->first, *node;
    size_t place = order ? place_in(order, key) : 0;

    for (node = map->first; node; node = node->next)
        if (is_key(node, key)) {
            node->value = value;
            return node;
        }
    while (*at && !(place && (*at)->kind == KP_YSCALAR && place_in(order, (*at)->text) > place))
        at = &(*at)->next;
    node = kp_ynode_scalar(arena, key, true);
    node->value = value;
    node->next = *at;
    *at = node;
    map->count++;
    return node;
}

void kp_ynode_remove(kp_ynode *map, const char *key)
{
    for (kp_ynode **at = &map->first; *at; at = &(*at)->next)
        if (is_key(*at, key)) {
            *at = (*at)->next;
            map->count--;
            return;
        }
}

static bool maps_equal(const kp_ynode *a, const kp_ynode *b);

bool kp_ynode_equal(const kp_ynode *a, const kp_ynode *b) /* NOLINT(misc-no-recursion) */
{
    const kp_ynode *x, *y;

    if (!a || !b)
        return a == b;
    if (a->kind != b->kind || a->count != b->count)
        return false;
    if (a->kind == KP_YSCALAR)
        return strcmp(a->text, b->text) == 0;
    if (a->kind == KP_YMAP)
        return maps_equal(a, b);
    for (x = a->first, y = b->first; x && y; x = x->next, y = y->next)
        if (!kp_ynode_equal(x, y))
            return false;
    return !x && !y;
}

static bool maps_equal(const kp_ynode *a, const kp_ynode *b) /* NOLINT(misc-no-recursion) */
{
    for (const kp_ynode *key = a->first; key; key = key->next) {
        const kp_ynode *other = key->kind == KP_YSCALAR ? kp_ynode_get(b, key->text) : NULL;
        if (!other || !kp_ynode_equal(key->value, other))
            return false;
    }
    return true;
}
