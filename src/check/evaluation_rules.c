#include "rules.h"

#include <string.h>

#include "kompass/file.h"

static kp_place place(const kp_checking *c, const kp_ynode *at)
{
    return kp_reader_place(c->reader, at);
}

const char *kp_nodes_nearby(const kp_checking *c, const char *id)
{
    kp_arena *a = c->reader->arena;
    const char *dot = strrchr(id, '.'), **ids;
    const kp_node *parent =
        dot ? kp_rubric_find(c->rubric, kp_arena_strndup(a, id, (size_t)(dot - id))) : NULL;
    size_t count = 0;

    if (!parent || !parent->child_count)
        parent = c->rubric->root;
    ids = KP_NEW_ARRAY(a, parent->child_count + 1, const char *);
    for (const kp_node *child = parent->first_child; child; child = child->next)
        ids[count++] = child->id;
    if (!parent->parent)
        return kp_phrase(c->reader->sink, a, KP_P_POSSIBLE_ARE, kp_name_list(c->reader, ids));
    return kp_phrase(c->reader->sink, a, KP_P_BELOW_NODE, parent->id, kp_name_list(c->reader, ids));
}

void kp_report_unknown_node(const kp_checking *c, const kp_ynode *at)
{
    const char *hint = "";

    if (kp_sink_is_full(c->reader->sink))
        ; /* nobody reads it */
    else if (c->reader->source->sheets && kp_is_date(at->text))
        hint = kp_phrase(c->reader->sink, c->reader->arena, KP_P_MADE_A_DATE, NULL);
    else if (at->plain && strchr(at->text, ':'))
        hint = kp_phrase(c->reader->sink, c->reader->arena, KP_P_NO_BLANK_AFTER_COLON, NULL);
    else if (at->text[strspn(at->text, "0123456789.")])
        hint = kp_hint(c->reader, at->text, kp_rubric_ids(c->reader->arena, c->rubric));
    if (!*hint && !kp_sink_is_full(c->reader->sink))
        hint = kp_nodes_nearby(c, at->text);
    kp_report(c->reader->sink, KP_D_UNKNOWN_NODE, place(c, at), c->rubric->id, at->text, hint);
}

/* ---- ids that must be unique ---- */

static void check_evaluators(kp_reader *reader, const kp_evaluation *evaluation)
{
    kp_named *names = KP_NEW_ARRAY(reader->arena, evaluation->evaluator_count, kp_named);
    size_t count = 0;

    for (uint32_t i = 0; i < evaluation->evaluator_count; i++)
        if (evaluation->evaluators[i].id)
            names[count++] = (kp_named){evaluation->evaluators[i].id, evaluation->evaluators[i].at, NULL};
    kp_check_unique(reader, names, count);
}

static size_t count_items(const kp_evaluation *evaluation)
{
    size_t count = 0;

    for (uint32_t i = 0; i < evaluation->findings_count; i++)
        for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++)
            count += evaluation->findings[i].count[kind];
    return count;
}

static void check_finding_ids(kp_reader *reader, const kp_evaluation *evaluation)
{
    kp_named *names = KP_NEW_ARRAY(reader->arena, count_items(evaluation), kp_named);
    size_t count = 0;

    for (uint32_t i = 0; i < evaluation->findings_count; i++)
        for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++)
            for (uint32_t k = 0; k < evaluation->findings[i].count[kind]; k++) {
                const kp_finding *item = &evaluation->findings[i].items[kind][k];
                if (item->id)
                    names[count++] = (kp_named){item->id, item->id_at, NULL};
            }
    kp_check_unique(reader, names, count);
}

/* ---- what needs the rubric ---- */

static void check_hash(const kp_checking *c)
{
    const kp_evaluation *e = c->evaluation;

    if (e->rubric_sha256 && strcmp(e->rubric_sha256, c->rubric->sha256) != 0)
        kp_report(c->reader->sink, KP_D_RUBRIC_CHANGED, place(c, e->rubric_sha256_at), c->rubric->id,
                  c->rubric->sha256);
}

/* Not even something that could not be read, or under a key that is misspelt: that is told already. */
static bool says_nothing(const kp_finding *item)
{
    static const char *const keys[] = {"id", "unit", "questions", "text"};
    const kp_ynode *text = item->at->kind == KP_YMAP ? kp_ynode_get(item->at, "text") : NULL;
    uint32_t known = 0;

    for (size_t i = 0; item->at->kind == KP_YMAP && i < sizeof(keys) / sizeof(keys[0]); i++)
        known += kp_ynode_get(item->at, keys[i]) != NULL;
    return !item->text.count && item->at->kind == KP_YMAP && known == item->at->count &&
           (!text || kp_ynode_is_empty(text));
}

static void check_finding(const kp_checking *c, const kp_finding *item)
{
    if (item->id && kp_rubric_find(c->rubric, item->id))
        kp_report(c->reader->sink, KP_D_FINDING_ID_IS_NODE, place(c, item->id_at), item->id);
    if (says_nothing(item))
        kp_report(c->reader->sink, KP_D_FINDING_EMPTY, place(c, item->at), NULL);
    for (uint32_t i = 0; i < item->question_count; i++) {
        item->nodes[i] = kp_rubric_find(c->rubric, item->questions[i]->text);
        if (!item->nodes[i])
            kp_report_unknown_node(c, item->questions[i]);
    }
}

static void check_findings(const kp_checking *c, kp_findings *findings)
{
    findings->node = kp_rubric_find(c->rubric, findings->key->text);
    if (findings->node)
        c->evaluation->found[findings->node->index] = findings;
    else
        kp_report_unknown_node(c, findings->key);
    for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++)
        for (uint32_t i = 0; i < findings->count[kind]; i++)
            check_finding(c, &findings->items[kind][i]);
}

/* Whether a printed figure is none or can be reckoned with. */
static bool is_printable(const kp_checking *c, const kp_maybe_decimal *number, const char *key)
{
    if (!number->given || number->value.digits >= 0)
        return true;
    kp_report(c->reader->sink, KP_D_OUT_OF_RANGE, place(c, number->at), key,
              kp_phrase(c->reader->sink, c->reader->arena, KP_P_ZERO_OR_MORE, NULL), number->at->text);
    return false;
}

static void check_published(const kp_checking *c, kp_published *published)
{
    const bool points = is_printable(c, &published->points, "points");
    const bool max = is_printable(c, &published->max, "max");
    const bool percent = is_printable(c, &published->percent, "percent");

    published->node = kp_rubric_find(c->rubric, published->key->text);
    if (!published->node)
        kp_report_unknown_node(c, published->key);
    else if (points && max && percent &&
             (published->points.given || published->max.given || published->percent.given))
        c->evaluation->printed[published->node->index] = published;
}

static void connect(const kp_checking *c)
{
    kp_evaluation *e = c->evaluation;
    uint32_t nodes = c->rubric->node_count;

    e->rubric = c->rubric;
    e->by_node = KP_NEW_ARRAY(c->reader->arena, nodes, const kp_answer *);
    e->found = KP_NEW_ARRAY(c->reader->arena, nodes, const kp_findings *);
    e->printed = KP_NEW_ARRAY(c->reader->arena, nodes, const kp_published *);
    for (uint32_t i = 0; i < e->answer_count; i++)
        kp_check_answer(c, &e->answers[i]);
    for (uint32_t i = 0; i < e->answer_count; i++)
        kp_check_levels(c, &e->answers[i]);
    for (uint32_t i = 0; i < e->findings_count; i++)
        check_findings(c, &e->findings[i]);
    for (uint32_t i = 0; i < e->published_count; i++)
        check_published(c, &e->published[i]);
}

void kp_check_evaluation(kp_reader *reader, kp_evaluation *evaluation, const kp_rubric *rubric)
{
    kp_checking c = {reader, evaluation, rubric, NULL, 0, false, NULL};

    kp_check_file_id(reader, evaluation->id, evaluation->id_at);
    kp_check_country(reader, evaluation->unit.country, evaluation->unit.country_at);
    check_evaluators(reader, evaluation);
    check_finding_ids(reader, evaluation);
    if (!rubric)
        return;
    check_hash(&c);
    c.told = KP_NEW_ARRAY(reader->arena, rubric->node_count, bool);
    kp_index_evaluators(&c);
    connect(&c);
}
