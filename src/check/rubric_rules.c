#include "kompass/check.h"

#include <string.h>

#include "kompass/file.h"

enum { MAX_NODES = 10000 };

typedef struct checker {
    kp_reader *reader;
    const kp_rubric *rubric;
} checker;

static kp_place place(const checker *c, const kp_ynode *at)
{
    return kp_reader_place(c->reader, at);
}

static const char *phrase(const checker *c, kp_phrase_id id)
{
    return kp_phrase(c->reader->sink, c->reader->arena, id, NULL);
}

/* ---- rules for one node; false where the rule is broken ---- */

static bool not_negative(const checker *c, const kp_maybe_decimal *number, const char *key)
{
    if (!number->given || number->value.digits >= 0)
        return true;
    kp_report(c->reader->sink, KP_D_OUT_OF_RANGE, place(c, number->at), key, phrase(c, KP_P_ZERO_OR_MORE),
              kp_decimal_text(c->reader->arena, number->value));
    return false;
}

static bool max_is_not_negative(const checker *c, const kp_node *node)
{
    return not_negative(c, &node->max, "max");
}

static bool weight_is_not_negative(const checker *c, const kp_node *node)
{
    return not_negative(c, &node->weight, "weight");
}

static bool max_or_weight(const checker *c, const kp_node *node)
{
    if (!node->max.given || !node->weight.given)
        return true;
    kp_report(c->reader->sink, KP_D_MAX_AND_WEIGHT, place(c, node->id_at), node->id);
    return false;
}

static bool id_is_not_reserved(const checker *c, const kp_node *node)
{
    if (strcmp(node->id, "total") != 0)
        return true;
    kp_report(c->reader->sink, KP_D_RESERVED_ID, place(c, node->id_at), NULL);
    return false;
}

/* "; possible here: a, b, c" */
typedef const char *const *name_source(const checker *c);

static const char *listed(const checker *c, name_source *source)
{
    const char *const *names = kp_sink_is_full(c->reader->sink) ? NULL : source(c);

    if (!names || !names[0])
        return "";
    return kp_phrase(c->reader->sink, c->reader->arena, KP_P_POSSIBLE_ARE, kp_name_list(c->reader, names));
}

static const char *const *scale_ids(const checker *c)
{
    const char **ids = KP_NEW_ARRAY(c->reader->arena, c->rubric->scale_count + 1, const char *);

    for (uint32_t i = 0; i < c->rubric->scale_count; i++)
        ids[i] = c->rubric->scales[i].id;
    return ids;
}

/* Whether all scales could be read: else it may be one of the others that a question names. */
static bool scales_are_known(const kp_rubric *rubric)
{
    const kp_ynode *at = rubric->scales_at;

    return !at || kp_ynode_is_empty(at) || (at->kind == KP_YMAP && at->count == rubric->scale_count);
}

static bool scale_exists(const checker *c, const kp_node *node)
{
    if (!node->scale_id || node->scale || !scales_are_known(c->rubric))
        return true;
    kp_report(c->reader->sink, KP_D_UNKNOWN_SCALE, place(c, node->scale_at), node->scale_id,
              c->rubric->scale_count ? listed(c, scale_ids) : phrase(c, KP_P_DEFINE_SCALE));
    return false;
}

static bool scale_is_on_a_leaf(const checker *c, const kp_node *node)
{
    if (!node->scale_id || !node->child_count)
        return true;
    kp_report(c->reader->sink, KP_D_SCALE_WITH_QUESTIONS, place(c, node->scale_at), node->id);
    return false;
}

/* ---- rules for the children of a node ---- */

static bool all_or_none_have_max(const checker *c, const kp_node *parent)
{
    const kp_node *with = NULL;
    bool holds = true;

    for (const kp_node *child = parent->first_child; child && !with; child = child->next)
        if (child->max.at)
            with = child;
    for (const kp_node *child = parent->first_child; child; child = child->next) {
        kp_diag *diag;
        if (child->max.at || (parent->parent && !with))
            continue;
        holds = false;
        if (!parent->parent) {
            kp_report(c->reader->sink, KP_D_AREA_WITHOUT_MAX, place(c, child->id_at), child->id);
            continue;
        }
        diag = kp_report(c->reader->sink, KP_D_MIXED_MAX, place(c, child->id_at), child->id, with->id);
        kp_note(diag, KP_N_DECLARED_HERE, place(c, with->max.at), "max");
    }
    return holds;
}

static bool max_is_given_above(const checker *c, const kp_node *parent)
{
    const kp_node *child = parent->first_child; /* all of them have max, or none */

    if (parent->level < 2 || parent->max.at || !child->max.at)
        return true; /* an area without max is told by itself */
    kp_report(c->reader->sink, KP_D_MAX_BELOW_WEIGHT, place(c, child->max.at), child->id, parent->id);
    return false;
}

/* "15 + 20 + 25", shortened where there are many. */
static const char *sum_in_words(const checker *c, const kp_node *parent)
{
    enum { SHOWN = 12 };
    const char *words = "";
    uint32_t count = 0;

    for (const kp_node *child = parent->first_child; child && count < SHOWN; child = child->next, count++)
        words = kp_arena_printf(c->reader->arena, "%s%s%s", words, count ? " + " : "",
                                kp_decimal_text(c->reader->arena, child->max.value));
    return parent->child_count > SHOWN ? kp_arena_printf(c->reader->arena, "%s + ...", words) : words;
}

/* Whether a number is missing altogether, or can be reckoned with. */
static bool is_known(const kp_maybe_decimal *number)
{
    return !number->at || (number->given && number->value.digits >= 0);
}

/* Whether all children could be read, with an id each, and the numbers that they are reckoned with. */
static bool are_children_known(const kp_node *parent)
{
    if (parent->children_at->kind != KP_YSEQ || parent->children_at->count != parent->child_count)
        return false;
    for (const kp_node *child = parent->first_child; child; child = child->next)
        if (!*child->id || !is_known(&child->max) || !is_known(&child->weight))
            return false;
    return is_known(&parent->max);
}

static bool max_adds_up(const checker *c, const kp_node *parent)
{
    kp_arena *a = c->reader->arena;
    kp_num sum = kp_num_int(0);

    if (!parent->parent || !parent->max.given || !parent->first_child || !parent->first_child->max.given)
        return true;
    for (const kp_node *child = parent->first_child; child; child = child->next)
        sum = kp_num_add(a, sum, kp_num_decimal(a, child->max.value));
    if (kp_num_cmp(sum, kp_num_decimal(a, parent->max.value)) == 0)
        return true;
    kp_report(c->reader->sink, KP_D_MAX_SUM, place(c, parent->max.at), parent->id, kp_num_digits(a, sum, 18),
              sum_in_words(c, parent), kp_decimal_text(a, parent->max.value));
    return false;
}

static bool something_counts(const checker *c, const kp_node *parent)
{
    const kp_node *first = parent->first_child;

    if (!first)
        return true;
    for (const kp_node *child = first; child; child = child->next) {
        const kp_maybe_decimal *share = child->max.given ? &child->max : &child->weight;
        if (!share->given || share->value.digits != 0)
            return true;
    }
    if (!parent->parent)
        kp_report(c->reader->sink, KP_D_TOTAL_MAX_ZERO, place(c, first->max.at), NULL);
    else
        kp_report(c->reader->sink, KP_D_ALL_WEIGHTS_ZERO, place(c, parent->id_at), parent->id,
                  first->max.given ? "max" : "weight");
    return false;
}

typedef bool node_rule(const checker *c, const kp_node *node);

/* Each rule stands alone. */
static node_rule *const node_rules[] = {max_is_not_negative, weight_is_not_negative, max_or_weight,
                                        id_is_not_reserved,  scale_exists,           scale_is_on_a_leaf};

/* Each rule builds on those before it: where one is broken, the rest stay silent for these children. */
static node_rule *const children_rules[] = {all_or_none_have_max, max_is_given_above, max_adds_up,
                                            something_counts};

static void check_node(const checker *c, const kp_node *node)
{
    for (size_t i = 0; node->parent && i < sizeof(node_rules) / sizeof(node_rules[0]); i++)
        node_rules[i](c, node);
    if (!node->child_count || !are_children_known(node))
        return;
    for (size_t i = 0; i < sizeof(children_rules) / sizeof(children_rules[0]); i++)
        if (!children_rules[i](c, node))
            break;
}

/* ---- rules for scales, groups and the whole ---- */

static void check_scale(const checker *c, const kp_scale *scale)
{
    kp_arena *a = c->reader->arena;

    for (uint32_t i = 1; i < scale->count; i++) {
        const kp_maybe_decimal *before = &scale->levels[i - 1].value, *value = &scale->levels[i].value;
        if (before->given && value->given &&
            kp_num_cmp(kp_num_decimal(a, before->value), kp_num_decimal(a, value->value)) >= 0)
            kp_report(c->reader->sink, KP_D_LEVELS_NOT_ASCENDING, place(c, value->at),
                      kp_decimal_text(a, value->value), kp_decimal_text(a, before->value));
    }
    if (scale->min.given && scale->max.given &&
        kp_num_cmp(kp_num_decimal(a, scale->min.value), kp_num_decimal(a, scale->max.value)) >= 0)
        kp_report(c->reader->sink, KP_D_SCALE_ENDS, place(c, scale->at), scale->id,
                  kp_decimal_text(a, scale->min.value), kp_decimal_text(a, scale->max.value));
}

static const char *const *area_ids(const checker *c)
{
    const char **ids = KP_NEW_ARRAY(c->reader->arena, c->rubric->root->child_count + 1, const char *);
    size_t count = 0;

    for (const kp_node *area = c->rubric->root->first_child; area; area = area->next)
        ids[count++] = area->id;
    return ids;
}

/* Whether each area has an id that could be read; else a group may name the one that has none. */
static bool are_areas_known(const kp_node *root)
{
    if (!root->children_at || root->children_at->kind != KP_YSEQ ||
        root->children_at->count != root->child_count)
        return false;
    for (const kp_node *area = root->first_child; area; area = area->next)
        if (!*area->id)
            return false;
    return true;
}

/* Groups are few: each is held against those before it. */
static void check_group_id(const checker *c, uint32_t index)
{
    const kp_group *group = &c->rubric->groups[index];

    for (uint32_t i = 0; group->id && i < index; i++) {
        const kp_group *other = &c->rubric->groups[i];
        if (!other->id || strcmp(other->id, group->id) != 0)
            continue;
        kp_note(
            kp_report(c->reader->sink, KP_D_DUPLICATE_ID, place(c, kp_ynode_get(group->at, "id")), group->id),
            KP_N_FIRST_GIVEN, place(c, kp_ynode_get(other->at, "id")), NULL);
        return;
    }
}

static void check_groups(const checker *c)
{
    const kp_ynode **taken = KP_NEW_ARRAY(c->reader->arena, c->rubric->node_count, const kp_ynode *);
    const bool known = are_areas_known(c->rubric->root);

    for (uint32_t i = 0; i < c->rubric->group_count; i++) {
        const kp_group *group = &c->rubric->groups[i];
        check_group_id(c, i);
        for (uint32_t j = 0; j < group->area_count; j++) {
            const kp_ynode *at = group->areas[j];
            const kp_node *area = kp_rubric_find(c->rubric, at->text);
            if (!area || area->level != 1) {
                if (known)
                    kp_report(c->reader->sink, KP_D_GROUP_AREA, place(c, at), at->text, listed(c, area_ids));
            } else if (taken[area->index]) {
                kp_diag *diag = kp_report(c->reader->sink, KP_D_AREA_IN_TWO_GROUPS, place(c, at), at->text);
                kp_note(diag, KP_N_FIRST_GIVEN, place(c, taken[area->index]), NULL);
            } else {
                taken[area->index] = at;
            }
        }
    }
}

static void check_ids(const checker *c)
{
    const kp_node **first_of = KP_NEW_ARRAY(c->reader->arena, c->rubric->node_count, const kp_node *);
    const kp_node *first = NULL;

    for (uint32_t i = 0; i < c->rubric->node_count; i++) {
        const kp_node *node = c->rubric->by_id[i];
        if (!node->parent || !*node->id)
            continue; /* the total itself; and what has no id has been told */
        if (first && strcmp(first->id, node->id) == 0)
            first_of[node->index] = first;
        else
            first = node;
    }
    /* In the order of the file, so that the sink need not quote what it will drop. */
    for (uint32_t i = 0; i < c->rubric->node_count; i++) {
        const kp_node *node = c->rubric->nodes[i];
        kp_diag *diag;
        if (!first_of[i])
            continue;
        diag = kp_report(c->reader->sink, KP_D_DUPLICATE_ID, place(c, node->id_at), node->id);
        kp_note(diag, KP_N_FIRST_GIVEN, place(c, first_of[i]->id_at), NULL);
    }
}

void kp_check_rubric(kp_reader *reader, kp_rubric *rubric)
{
    const checker c = {reader, rubric};

    kp_check_file_id(reader, rubric->id, rubric->id_at);
    if (rubric->node_count > MAX_NODES + 1) {
        kp_report(reader->sink, KP_D_TOO_MANY_QUESTIONS, place(&c, rubric->nodes[MAX_NODES + 1]->id_at),
                  NULL);
        return;
    }
    check_ids(&c);
    for (uint32_t i = 0; i < rubric->node_count; i++)
        check_node(&c, rubric->nodes[i]);
    for (uint32_t i = 0; i < rubric->scale_count; i++)
        check_scale(&c, &rubric->scales[i]);
    check_groups(&c);
}
