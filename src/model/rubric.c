#include "kompass/rubric.h"

#include <stdlib.h>
#include <string.h>

/* ---- scales ---- */

kp_decimal kp_scale_low(const kp_scale *scale)
{
    return scale->count ? scale->levels[0].value.value : scale->min.value;
}

kp_decimal kp_scale_high(const kp_scale *scale)
{
    return scale->count ? scale->levels[scale->count - 1].value.value : scale->max.value;
}

const kp_level *kp_scale_level(kp_arena *arena, const kp_scale *scale, kp_decimal value)
{
    const kp_num exact = kp_num_decimal(arena, value);
    uint32_t low = 0, high = scale->count;

    while (low < high) { /* levels ascend */
        uint32_t middle = low + (high - low) / 2;
        int order = kp_num_cmp(exact, kp_num_decimal(arena, scale->levels[middle].value.value));
        if (order == 0)
            return &scale->levels[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool kp_scale_has(kp_arena *arena, const kp_scale *scale, kp_decimal value)
{
    kp_num exact;

    if (scale->count)
        return kp_scale_level(arena, scale, value) != NULL;
    exact = kp_num_decimal(arena, value);
    return kp_num_cmp(kp_num_decimal(arena, scale->min.value), exact) <= 0 &&
           kp_num_cmp(exact, kp_num_decimal(arena, scale->max.value)) <= 0;
}

const char *kp_scale_values(kp_arena *arena, const kp_scale *scale, const char *lang, const char *file_lang)
{
    enum { SHOWN = 12 };
    const char *list = "";

    if (!scale->count)
        return kp_arena_printf(arena, "%s\xE2\x80\x93%s", kp_decimal_text(arena, scale->min.value),
                               kp_decimal_text(arena, scale->max.value));
    for (uint32_t i = 0; i < scale->count; i++) {
        const char *label;
        if (i + 1 == SHOWN && scale->count > SHOWN) { /* then only the last */
            list = kp_arena_printf(arena, "%s, ...", list);
            i = scale->count - 1;
        }
        label = kp_text_or(&scale->levels[i].label, lang, file_lang, "");
        list =
            kp_arena_printf(arena, "%s%s%s%s%s", list, i ? ", " : "",
                            kp_decimal_text(arena, scale->levels[i].value.value), *label ? " " : "", label);
    }
    return list;
}

/* ---- nodes ---- */

static int by_id(const void *a, const void *b)
{
    const kp_node *x = *(kp_node *const *)a, *y = *(kp_node *const *)b;
    int order = strcmp(x->id, y->id);

    return order ? order : (x->index > y->index) - (x->index < y->index);
}

const kp_node *kp_area_of(const kp_node *node)
{
    while (node->level > 1)
        node = node->parent;
    return node;
}

uint32_t kp_area_number(const kp_node *node)
{
    const kp_node *area = kp_area_of(node);
    uint32_t number = 1;

    if (!area->parent)
        return 0;
    for (const kp_node *other = area->parent->first_child; other != area; other = other->next)
        number++;
    return number;
}

static int id_order(const void *id, const void *of)
{
    return strcmp(id, (*(const kp_node *const *)of)->id);
}

kp_node *kp_rubric_find(const kp_rubric *rubric, const char *id)
{
    kp_node **found = rubric->node_count
                          ? bsearch(id, rubric->by_id, rubric->node_count, sizeof(rubric->by_id[0]), id_order)
                          : NULL;

    return found ? *found : NULL;
}

const char *const *kp_rubric_ids(kp_arena *arena, const kp_rubric *rubric)
{
    const char **ids = KP_NEW_ARRAY(arena, rubric->node_count + 1, const char *);

    for (uint32_t i = 0; i < rubric->node_count; i++)
        ids[i] = rubric->nodes[i]->id;
    return ids;
}

const kp_group *kp_rubric_group_of(const kp_rubric *rubric, const kp_node *area)
{
    for (uint32_t i = 0; i < rubric->group_count; i++)
        for (uint32_t j = 0; j < rubric->groups[i].area_count; j++)
            if (strcmp(rubric->groups[i].areas[j]->text, area->id) == 0)
                return &rubric->groups[i];
    return NULL;
}

/* ---- reading ---- */

static kp_read_fn read_questions;
static kp_read_fn read_id;
static kp_read_fn read_scale_name;

static const kp_field node_fields[] = {
    {"id", read_id, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"title", kp_read_text, offsetof(kp_node, title), KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"short", kp_read_text, offsetof(kp_node, short_title), 0, NULL, KP_P_A_TEXT},
    {"help", kp_read_text, offsetof(kp_node, help), 0, NULL, KP_P_A_TEXT},
    {"max", kp_read_decimal, offsetof(kp_node, max), 0, NULL, KP_P_A_NUMBER},
    {"weight", kp_read_decimal, offsetof(kp_node, weight), 0, NULL, KP_P_A_NUMBER},
    {"scale", read_scale_name, 0, 0, NULL, KP_P_A_TEXT},
    {"questions", read_questions, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape node_shape = {KP_P_THE_NODE, node_fields};

static const kp_field level_fields[] = {
    {"value", kp_read_decimal, offsetof(kp_level, value), KP_REQUIRED, NULL, KP_P_A_NUMBER},
    {"label", kp_read_text, offsetof(kp_level, label), 0, NULL, KP_P_A_TEXT},
    {"help", kp_read_text, offsetof(kp_level, help), 0, NULL, KP_P_A_TEXT},
    {0},
};
static const kp_shape level_shape = {KP_P_THE_LEVEL, level_fields};

static const kp_field range_fields[] = {
    {"min", kp_read_decimal, offsetof(kp_scale, min), KP_REQUIRED, NULL, KP_P_A_NUMBER},
    {"max", kp_read_decimal, offsetof(kp_scale, max), KP_REQUIRED, NULL, KP_P_A_NUMBER},
    {0},
};
static const kp_shape range_shape = {KP_P_THE_SCALE, range_fields};

static kp_read_fn read_group_areas;
static const kp_field group_fields[] = {
    {"id", kp_read_string, offsetof(kp_group, id), 0, NULL, KP_P_A_TEXT},
    {"title", kp_read_text, offsetof(kp_group, title), 0, NULL, KP_P_A_TEXT},
    {"areas", read_group_areas, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape group_shape = {KP_P_THE_GROUP, group_fields};

static kp_read_fn read_decimals;
static const kp_field rounding_fields[] = {
    {"points", read_decimals, offsetof(kp_rubric, points_decimals), 0, NULL, KP_P_A_WHOLE_NUMBER},
    {"percent", read_decimals, offsetof(kp_rubric, percent_decimals), 0, NULL, KP_P_A_WHOLE_NUMBER},
    {0},
};
static const kp_shape rounding_shape = {KP_P_THE_ROUNDING, rounding_fields};

static const kp_word policies[] = {{"rescale", KP_RESCALE}, {"reduce", KP_REDUCE}, {0}};

static kp_read_fn read_rubric_id, read_rounding, read_scales, read_groups, read_areas;
static const kp_field rubric_fields[] = {
    {"kompass", kp_read_nothing, 0, 0, NULL, KP_P_A_TEXT},
    {"id", read_rubric_id, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"title", kp_read_text, offsetof(kp_rubric, title), KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"edition", kp_read_string, offsetof(kp_rubric, edition), 0, NULL, KP_P_A_TEXT},
    {"language", kp_read_lang, offsetof(kp_rubric, language), 0, NULL, KP_P_A_TEXT},
    {"source", kp_read_text, offsetof(kp_rubric, source_text), 0, NULL, KP_P_A_TEXT},
    {"note", kp_read_text, offsetof(kp_rubric, note), 0, NULL, KP_P_A_TEXT},
    {"rounding", read_rounding, 0, 0, NULL, KP_P_A_MAP},
    {"not_applicable", kp_read_word, offsetof(kp_rubric, na_policy), 0, policies, KP_P_A_TEXT},
    {"scales", read_scales, 0, 0, NULL, KP_P_A_MAP},
    {"groups", read_groups, 0, 0, NULL, KP_P_A_LIST},
    {"areas", read_areas, 0, KP_REQUIRED, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape rubric_shape = {KP_P_THE_RUBRIC, rubric_fields};

static void read_id(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_node *node = target;

    kp_read_string(reader, field, key, value, &node->id);
    node->id_at = value;
    if (node->id && !*node->id) {
        kp_empty_value(reader, key, value, KP_P_A_TEXT);
        node->id = NULL;
    }
}

static void read_scale_name(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                            void *target)
{
    kp_node *node = target;

    kp_read_string(reader, field, key, value, &node->scale_id);
    node->scale_at = value;
}

/* A list of nodes under one parent; the depth of the file bounds the recursion. */
static void read_node(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_node *parent = context, *node;

    if (item->kind != KP_YMAP) {
        kp_wrong_type(reader, NULL, item, KP_P_A_MAP);
        return;
    }
    node = KP_NEW(reader->arena, kp_node);
    node->parent = parent;
    node->level = parent->level + 1;
    node->at = node->id_at = item;
    if (parent->last_child)
        parent->last_child->next = node;
    else
        parent->first_child = node;
    parent->last_child = node;
    parent->child_count++;
    kp_read_map(reader, &node_shape, NULL, item, node);
}

static void read_children(kp_reader *reader, kp_ynode *key, kp_ynode *value, kp_node *parent)
{
    parent->children_at = value;
    if (kp_read_items(reader, key, value, read_node, parent) && value->count == 0)
        kp_empty_value(reader, key, value, KP_P_ONE_ENTRY);
}

static void read_questions(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                           void *target)
{
    (void)field;
    read_children(reader, key, value, target);
}

static void read_areas(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_rubric *rubric = target;

    (void)field;
    read_children(reader, key, value, rubric->root);
}

static void read_rubric_id(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                           void *target)
{
    kp_rubric *rubric = target;

    kp_read_string(reader, field, key, value, &rubric->id);
    rubric->id_at = value;
}

static void read_decimals(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                          void *target)
{
    kp_maybe_decimal number = {0};

    kp_read_decimal(reader, field, key, value, &number);
    if (!number.given)
        return;
    if (number.value.decimals || number.value.digits < 0 || number.value.digits > 9)
        kp_report(reader->sink, KP_D_OUT_OF_RANGE, kp_reader_place(reader, value), key->text,
                  kp_phrase(reader->sink, reader->arena, KP_P_FROM_0_TO_9, NULL), value->text);
    else
        *(int *)target = (int)number.value.digits;
}

static void read_rounding(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                          void *target)
{
    (void)field;
    if (!kp_ynode_is_empty(value))
        kp_read_map(reader, &rounding_shape, key, value, target);
}

static void read_level(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_scale *scale = context;
    kp_level *level = &scale->levels[scale->count]; /* room for all was made in read_scale() */

    level->at = item;
    if (kp_read_map(reader, &level_shape, NULL, item, level))
        scale->count++;
}

static void read_scale(kp_reader *reader, kp_ynode *key, kp_ynode *value, kp_scale *scale)
{
    scale->id = key->text;
    scale->at = key;
    if (value->kind == KP_YSEQ) {
        scale->levels = KP_NEW_ARRAY(reader->arena, value->count + 1, kp_level);
        kp_read_items(reader, key, value, read_level, scale);
        if (value->count < 2)
            kp_report(reader->sink, KP_D_FEW_LEVELS, kp_reader_place(reader, key), key->text);
    } else if (value->kind == KP_YMAP) {
        kp_read_map(reader, &range_shape, key, value, scale);
    } else {
        kp_wrong_type(reader, key, value, KP_P_A_SCALE);
    }
}

static void read_scales(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_rubric *rubric = target;
    kp_scale *scales;

    (void)field;
    rubric->scales_at = value;
    if (value->kind != KP_YMAP) {
        if (!kp_ynode_is_empty(value))
            kp_wrong_type(reader, key, value, KP_P_A_MAP);
        return;
    }
    rubric->scales = scales = KP_NEW_ARRAY(reader->arena, value->count, kp_scale);
    for (kp_ynode *k = value->first; k; k = k->next)
        if (k->kind != KP_YBAD)
            read_scale(reader, k, k->value, &scales[rubric->scale_count++]);
}

static void read_group_area(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_group *group = context;

    if (item->kind != KP_YSCALAR)
        kp_wrong_type(reader, NULL, item, KP_P_A_TEXT);
    else
        group->areas[group->area_count++] = item;
}

static void read_group_areas(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                             void *target)
{
    kp_group *group = target;

    (void)field;
    group->areas = KP_NEW_ARRAY(reader->arena, value->count + 1, const kp_ynode *);
    kp_read_items(reader, key, value, read_group_area, group);
}

static void read_group(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_rubric *rubric = context;
    kp_group *group = &rubric->groups[rubric->group_count];

    group->at = item;
    if (kp_read_map(reader, &group_shape, NULL, item, group))
        rubric->group_count++;
}

static void read_groups(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_rubric *rubric = target;

    (void)field;
    rubric->groups = KP_NEW_ARRAY(reader->arena, value->count + 1, kp_group);
    kp_read_items(reader, key, value, read_group, rubric);
}

/* ---- the arrays ---- */

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than its file, which ends at 64 levels */
static uint32_t count_nodes(const kp_node *node)
{
    uint32_t count = 1;

    for (const kp_node *child = node->first_child; child; child = child->next)
        count += count_nodes(child);
    return count;
}

/* NOLINTNEXTLINE(misc-no-recursion): no deeper than its file */
static void enumerate(kp_rubric *rubric, kp_node *node)
{
    node->index = rubric->node_count;
    rubric->nodes[rubric->node_count++] = node;
    if (!node->id)
        node->id = ""; /* reported as missing; an empty id is found by nobody */
    for (kp_node *child = node->first_child; child; child = child->next)
        enumerate(rubric, child);
    node->subtree_end = rubric->node_count;
}

static void index_nodes(kp_arena *arena, kp_rubric *rubric)
{
    uint32_t count = count_nodes(rubric->root);

    rubric->nodes = KP_NEW_ARRAY(arena, count, kp_node *);
    enumerate(rubric, rubric->root);
    rubric->by_id = KP_NEW_ARRAY(arena, count, kp_node *);
    memcpy(rubric->by_id, rubric->nodes, count * sizeof(*rubric->nodes));
    qsort(rubric->by_id, count, sizeof(*rubric->by_id), by_id);
}

static int by_scale_id(const void *a, const void *b)
{
    return strcmp((*(const kp_scale *const *)a)->id, (*(const kp_scale *const *)b)->id);
}

static void connect_scales(kp_arena *arena, kp_rubric *rubric)
{
    const kp_scale **sorted = KP_NEW_ARRAY(arena, rubric->scale_count, const kp_scale *);

    for (uint32_t i = 0; i < rubric->scale_count; i++)
        sorted[i] = &rubric->scales[i];
    qsort(sorted, rubric->scale_count, sizeof(*sorted), by_scale_id);
    for (uint32_t i = 0; i < rubric->node_count; i++) {
        kp_node *node = rubric->nodes[i];
        const kp_scale wanted = {.id = node->scale_id}, *key = &wanted, **found = NULL;
        if (node->scale_id)
            found = bsearch(&key, sorted, rubric->scale_count, sizeof(*sorted), by_scale_id);
        node->scale = found ? *found : NULL;
    }
}

kp_rubric *kp_rubric_read(kp_reader *reader, kp_ynode *root)
{
    kp_rubric *rubric = KP_NEW(reader->arena, kp_rubric);

    rubric->source = *reader->source;
    rubric->root = KP_NEW(reader->arena, kp_node);
    rubric->root->id = "total";
    rubric->root->at = rubric->root->id_at = root;
    if (!kp_read_map(reader, &rubric_shape, NULL, root, rubric))
        return NULL;
    index_nodes(reader->arena, rubric);
    connect_scales(reader->arena, rubric);
    kp_sha256(reader->source->text, reader->source->length, rubric->sha256);
    return rubric;
}

/* ---- weights ---- */

static kp_num declared_share(kp_arena *arena, const kp_node *node)
{
    if (node->max.given)
        return kp_num_decimal(arena, node->max.value);
    if (node->weight.given)
        return kp_num_decimal(arena, node->weight.value);
    return kp_num_int(1);
}

void kp_rubric_weigh(kp_arena *arena, kp_rubric *rubric)
{
    kp_node *root = rubric->root;

    root->share = kp_num_int(1);
    root->full = kp_num_int(0);
    for (kp_node *area = root->first_child; area; area = area->next)
        root->full = kp_num_add(arena, root->full, declared_share(arena, area));
    /* Parents stand before their children. */
    for (uint32_t i = 0; i < rubric->node_count; i++) {
        kp_node *parent = rubric->nodes[i];
        kp_num all = kp_num_int(0);
        for (kp_node *child = parent->first_child; child; child = child->next) {
            child->share = declared_share(arena, child);
            all = kp_num_add(arena, all, child->share);
        }
        for (kp_node *child = parent->first_child; child; child = child->next)
            child->full = child->max.given
                              ? child->share
                              : kp_num_mul(arena, parent->full, kp_num_div(arena, child->share, all));
    }
}
