#include "kompass/evaluation.h"

#include <string.h>

#include "kompass/sha256.h"

/* ---- answers ---- */

static kp_read_fn read_value, read_points, read_percent, read_not_applicable, read_by, read_evidence;

static const kp_field answer_fields[] = {
    {"value", read_value, 0, 0, NULL, KP_P_A_NUMBER},
    {"points", read_points, 0, 0, NULL, KP_P_A_NUMBER},
    {"percent", read_percent, 0, 0, NULL, KP_P_A_NUMBER},
    {"not_applicable", read_not_applicable, 0, 0, NULL, KP_P_A_TEXT},
    {"by", read_by, 0, 0, NULL, KP_P_A_MAP},
    {"note", kp_read_text, offsetof(kp_answer, note), 0, NULL, KP_P_A_TEXT},
    {"comment", kp_read_text, offsetof(kp_answer, comment), 0, NULL, KP_P_A_TEXT},
    {"best_practice", kp_read_bool, offsetof(kp_answer, best_practice), 0, NULL, KP_P_A_TEXT},
    {"evidence", read_evidence, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape answer_shape = {KP_P_THE_ANSWER, answer_fields};

static const kp_word evidence_types[] = {{"interview", KP_INTERVIEW},  {"document", KP_DOCUMENT},
                                         {"website", KP_WEBSITE},      {"intranet", KP_INTRANET},
                                         {"other", KP_EVIDENCE_OTHER}, {0}};

static const kp_field evidence_fields[] = {
    {"type", kp_read_word, offsetof(kp_evidence, type), 0, evidence_types, KP_P_A_TEXT},
    {"text", kp_read_text, offsetof(kp_evidence, text), 0, NULL, KP_P_A_TEXT},
    {"ref", kp_read_string, offsetof(kp_evidence, ref), 0, NULL, KP_P_A_TEXT},
    {0},
};
static const kp_shape evidence_shape = {KP_P_THE_EVIDENCE, evidence_fields};

/* Only where the number stands is noted here; which numbers are possible, the rubric decides. */
static void keep_scalar(kp_reader *reader, kp_ynode *key, kp_ynode *value, const kp_ynode **target)
{
    if (value->kind != KP_YSCALAR)
        kp_wrong_type(reader, key, value, KP_P_A_NUMBER);
    else if (!kp_ynode_is_empty(value))
        *target = value;
}

static void read_value(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    (void)field;
    keep_scalar(reader, key, value, &((kp_answer *)target)->value);
}

static void read_points(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    (void)field;
    keep_scalar(reader, key, value, &((kp_answer *)target)->points);
}

static void read_percent(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                         void *target)
{
    (void)field;
    keep_scalar(reader, key, value, &((kp_answer *)target)->percent);
}

static void read_not_applicable(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                                void *target)
{
    kp_answer *answer = target;

    kp_read_bool(reader, field, key, value, &answer->not_applicable);
    answer->not_applicable_at = value;
}

static bool is_na(const kp_ynode *node)
{
    return strcmp(node->text, "n/a") == 0;
}

static void read_own_value(kp_reader *reader, kp_ynode *key, kp_answer *answer)
{
    kp_own_value *own = &answer->by[answer->by_count];
    kp_decimal_error error;

    if (key->value->kind != KP_YSCALAR || kp_ynode_is_empty(key->value)) {
        kp_wrong_type(reader, key, key->value, KP_P_A_VALUE_OR_NA);
        return;
    }
    *own = (kp_own_value){.evaluator = key->text, .key = key, .at = key->value};
    own->not_applicable = is_na(key->value);
    error = own->not_applicable ? KP_DECIMAL_OK : kp_decimal_parse(key->value->text, &own->value);
    own->no_number = error == KP_DECIMAL_NOT_A_NUMBER;
    if (error != KP_DECIMAL_OK && !own->no_number)
        kp_not_a_number(reader, key->value, error);
    else
        answer->by_count++;
}

static void read_by(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_answer *answer = target;

    (void)field;
    if (value->kind != KP_YMAP) {
        if (!kp_ynode_is_empty(value))
            kp_wrong_type(reader, key, value, KP_P_A_MAP);
        return;
    }
    answer->by_at = key;
    answer->by = KP_NEW_ARRAY(reader->arena, value->count, kp_own_value);
    for (kp_ynode *k = value->first; k; k = k->next)
        if (k->kind != KP_YBAD)
            read_own_value(reader, k, answer);
}

static void read_evidence_item(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_answer *answer = context;
    kp_evidence *evidence = &answer->evidence[answer->evidence_count];

    if (kp_read_map(reader, &evidence_shape, NULL, item, evidence))
        answer->evidence_count++;
}

static void read_evidence(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                          void *target)
{
    kp_answer *answer = target;

    (void)field;
    answer->evidence = KP_NEW_ARRAY(reader->arena, value->count, kp_evidence);
    kp_read_items(reader, key, value, read_evidence_item, answer);
}

static void read_answer(kp_reader *reader, kp_ynode *key, kp_answer *answer)
{
    kp_ynode *value = key->value;

    answer->key = key;
    answer->at = value;
    if (value->kind == KP_YMAP) {
        kp_read_map(reader, &answer_shape, key, value, answer);
    } else if (value->kind == KP_YSEQ) {
        kp_wrong_type(reader, key, value, KP_P_AN_ANSWER);
    } else if (value->kind == KP_YSCALAR && is_na(value)) {
        answer->not_applicable = true;
        answer->not_applicable_at = value;
    } else if (value->kind == KP_YSCALAR && !kp_ynode_is_empty(value)) {
        answer->value = value;
    }
}

/* ---- findings ---- */

static kp_read_fn read_finding_id, read_questions;
static const kp_field finding_fields[] = {
    {"id", read_finding_id, 0, 0, NULL, KP_P_A_TEXT},
    {"text", kp_read_text, offsetof(kp_finding, text), 0, NULL, KP_P_A_TEXT},
    {"questions", read_questions, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape finding_shape = {KP_P_THE_FINDING, finding_fields};

static const kp_field example_fields[] = {
    {"id", read_finding_id, 0, 0, NULL, KP_P_A_TEXT},
    {"unit", kp_read_string, offsetof(kp_finding, unit), 0, NULL, KP_P_A_TEXT},
    {"text", kp_read_text, offsetof(kp_finding, text), 0, NULL, KP_P_A_TEXT},
    {"questions", read_questions, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape example_shape = {KP_P_THE_FINDING, example_fields};

static void read_finding_id(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                            void *target)
{
    kp_finding *finding = target;

    kp_read_string(reader, field, key, value, &finding->id);
    finding->id_at = value;
}

static void read_question(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_finding *finding = context;

    if (item->kind != KP_YSCALAR)
        kp_wrong_type(reader, NULL, item, KP_P_A_TEXT);
    else
        finding->questions[finding->question_count++] = item;
}

static void read_questions(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                           void *target)
{
    kp_finding *finding = target;

    (void)field;
    finding->questions = KP_NEW_ARRAY(reader->arena, value->count, const kp_ynode *);
    finding->nodes = KP_NEW_ARRAY(reader->arena, value->count, kp_node *);
    kp_read_items(reader, key, value, read_question, finding);
}

typedef struct finding_list {
    kp_findings *findings;
    kp_finding_kind kind;
} finding_list;

/* A map is a finding if it has a key of one; else it is a text by languages. */
static bool is_text_by_language(const kp_ynode *item)
{
    if (item->kind != KP_YMAP)
        return false;
    for (const kp_field *field = example_fields; field->name; field++)
        if (kp_ynode_get(item, field->name))
            return false;
    return kp_ynode_get(item, "sv") || kp_ynode_get(item, "nb") || kp_ynode_get(item, "en");
}

static void read_finding(kp_reader *reader, kp_ynode *item, void *context)
{
    finding_list *list = context;
    uint32_t *count = &list->findings->count[list->kind];
    kp_finding *finding = &list->findings->items[list->kind][*count];
    static const kp_field text_field = {"text", kp_read_text, 0, 0, NULL, KP_P_A_TEXT};

    finding->kind = list->kind;
    finding->at = item;
    if (item->kind == KP_YMAP && !is_text_by_language(item)) {
        kp_read_map(reader, list->kind == KP_EXAMPLE ? &example_shape : &finding_shape, NULL, item, finding);
    } else if (item->kind == KP_YSEQ || kp_ynode_is_empty(item)) {
        kp_wrong_type(reader, NULL, item, KP_P_A_FINDING);
        return;
    } else {
        kp_read_text(reader, &text_field, NULL, item, &finding->text);
    }
    ++*count;
}

static const kp_word finding_kinds[] = {{"strengths", KP_STRENGTH},
                                        {"partial", KP_PARTIAL},
                                        {"improvements", KP_IMPROVEMENT},
                                        {"examples", KP_EXAMPLE},
                                        {0}};

static void read_finding_list(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                              void *target)
{
    finding_list list = {target, KP_STRENGTH};

    for (const kp_word *w = finding_kinds; w->word; w++)
        if (strcmp(w->word, field->name) == 0)
            list.kind = (kp_finding_kind)w->value;
    list.findings->items[list.kind] = KP_NEW_ARRAY(reader->arena, value->count, kp_finding);
    kp_read_items(reader, key, value, read_finding, &list);
}

static const kp_field findings_fields[] = {
    {"summary", kp_read_text, offsetof(kp_findings, summary), 0, NULL, KP_P_A_TEXT},
    {"strengths", read_finding_list, 0, 0, NULL, KP_P_A_LIST},
    {"partial", read_finding_list, 0, 0, NULL, KP_P_A_LIST},
    {"improvements", read_finding_list, 0, 0, NULL, KP_P_A_LIST},
    {"examples", read_finding_list, 0, 0, NULL, KP_P_A_LIST},
    {0},
};
static const kp_shape findings_shape = {KP_P_THE_FINDINGS, findings_fields};

/* ---- printed figures ---- */

static const kp_field published_fields[] = {
    {"points", kp_read_decimal, offsetof(kp_published, points), 0, NULL, KP_P_A_NUMBER},
    {"max", kp_read_decimal, offsetof(kp_published, max), 0, NULL, KP_P_A_NUMBER},
    {"percent", kp_read_decimal, offsetof(kp_published, percent), 0, NULL, KP_P_A_NUMBER},
    {0},
};
static const kp_shape published_shape = {KP_P_THE_FIGURES, published_fields};

/* ---- the evaluation ---- */

static void read_country(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                         void *target)
{
    kp_unit *unit = target;

    kp_read_string(reader, field, key, value, &unit->country);
    unit->country_at = value;
}

static const kp_field unit_fields[] = {
    {"name", kp_read_string, offsetof(kp_unit, name), KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"code", kp_read_string, offsetof(kp_unit, code), 0, NULL, KP_P_A_TEXT},
    {"country", read_country, 0, 0, NULL, KP_P_A_TEXT},
    {"group", kp_read_string, offsetof(kp_unit, group), 0, NULL, KP_P_A_TEXT},
    {0},
};
static const kp_shape unit_shape = {KP_P_THE_UNIT, unit_fields};

static const kp_field fact_fields[] = {
    {"label", kp_read_text, offsetof(kp_fact, label), 0, NULL, KP_P_A_TEXT},
    {"value", kp_read_text, offsetof(kp_fact, value), 0, NULL, KP_P_A_TEXT},
    {0},
};
static const kp_shape fact_shape = {KP_P_THE_FACT, fact_fields};

static const kp_field evaluator_fields[] = {
    {"id", kp_read_string, offsetof(kp_evaluator, id), 0, NULL, KP_P_A_TEXT},
    {"name", kp_read_string, offsetof(kp_evaluator, name), 0, NULL, KP_P_A_TEXT},
    {"organisation", kp_read_string, offsetof(kp_evaluator, organisation), 0, NULL, KP_P_A_TEXT},
    {0},
};
static const kp_shape evaluator_shape = {KP_P_THE_EVALUATOR, evaluator_fields};

static const kp_word states[] = {{"draft", KP_DRAFT}, {"final", KP_FINAL}, {0}};
static const kp_word precisions[] = {{"exact", KP_EXACT}, {"printed", KP_PRINTED}, {0}};

static void read_id(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_evaluation *evaluation = target;

    kp_read_string(reader, field, key, value, &evaluation->id);
    evaluation->id_at = value;
}

static void read_rubric(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_evaluation *evaluation = target;

    kp_read_string(reader, field, key, value, &evaluation->rubric_id);
    evaluation->rubric_at = value;
}

static void read_rubric_sha256(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                               void *target)
{
    kp_evaluation *evaluation = target;
    const char *text = NULL;
    char *lower;

    kp_read_string(reader, field, key, value, &text);
    if (!text)
        return;
    if (strlen(text) != KP_SHA256_TEXT - 1 || text[strspn(text, "0123456789abcdefABCDEF")]) {
        kp_wrong_type(reader, key, value, KP_P_A_SHA256);
        return;
    }
    evaluation->rubric_sha256 = lower = kp_arena_strdup(reader->arena, text); /* PowerShell writes capitals */
    for (; *lower; lower++)
        if (*lower >= 'A' && *lower <= 'F')
            *lower = (char)(*lower - 'A' + 'a');
    evaluation->rubric_sha256_at = value;
}

void kp_read_unit(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    (void)field;
    kp_read_map(reader, &unit_shape, key, value, target);
}

bool kp_unit_has_code(const kp_unit *unit)
{
    return unit->code && unit->country;
}

bool kp_is_same_unit(const kp_unit *a, const kp_unit *b, bool by_code)
{
    if (by_code)
        return strcmp(a->country, b->country) == 0 && strcmp(a->code, b->code) == 0;
    return a->name && b->name && strcmp(a->name, b->name) == 0;
}

static void read_fact(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_evaluation *evaluation = context;
    kp_fact *fact = &evaluation->facts[evaluation->fact_count];

    if (kp_read_map(reader, &fact_shape, NULL, item, fact))
        evaluation->fact_count++;
}

static void read_facts(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_evaluation *evaluation = target;

    (void)field;
    evaluation->facts = KP_NEW_ARRAY(reader->arena, value->count, kp_fact);
    kp_read_items(reader, key, value, read_fact, evaluation);
}

static void read_evaluator(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_evaluation *evaluation = context;
    kp_evaluator *evaluator = &evaluation->evaluators[evaluation->evaluator_count];
    const kp_ynode *id;

    if (!kp_read_map(reader, &evaluator_shape, NULL, item, evaluator))
        return;
    id = kp_ynode_get(item, "id");
    evaluator->at = id ? id : item;
    evaluation->evaluator_count++;
}

static void read_evaluators(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                            void *target)
{
    kp_evaluation *evaluation = target;

    (void)field;
    evaluation->evaluators_at = value;
    evaluation->evaluators = KP_NEW_ARRAY(reader->arena, value->count, kp_evaluator);
    kp_read_items(reader, key, value, read_evaluator, evaluation);
}

/* A map from ids: false, and a report, where there is none. */
static bool is_id_map(kp_reader *reader, kp_ynode *key, kp_ynode *value)
{
    if (value->kind != KP_YMAP && !kp_ynode_is_empty(value))
        kp_wrong_type(reader, key, value, KP_P_A_MAP);
    return value->kind == KP_YMAP;
}

static void read_answers(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                         void *target)
{
    kp_evaluation *evaluation = target;

    (void)field;
    if (!is_id_map(reader, key, value))
        return;
    evaluation->answers = KP_NEW_ARRAY(reader->arena, value->count, kp_answer);
    for (kp_ynode *k = value->first; k; k = k->next)
        if (k->kind != KP_YBAD)
            read_answer(reader, k, &evaluation->answers[evaluation->answer_count++]);
}

static void read_findings(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                          void *target)
{
    kp_evaluation *evaluation = target;

    (void)field;
    if (!is_id_map(reader, key, value))
        return;
    evaluation->findings = KP_NEW_ARRAY(reader->arena, value->count, kp_findings);
    for (kp_ynode *k = value->first; k; k = k->next) {
        kp_findings *findings = &evaluation->findings[evaluation->findings_count];
        if (k->kind == KP_YBAD)
            continue;
        findings->key = k; /* also of what is empty: its id must be one of the rubric */
        if (kp_ynode_is_empty(k->value) || kp_read_map(reader, &findings_shape, k, k->value, findings))
            evaluation->findings_count++;
    }
}

static void read_published(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                           void *target)
{
    kp_evaluation *evaluation = target;

    (void)field;
    if (!is_id_map(reader, key, value))
        return;
    evaluation->published = KP_NEW_ARRAY(reader->arena, value->count, kp_published);
    for (kp_ynode *k = value->first; k; k = k->next) {
        kp_published *published = &evaluation->published[evaluation->published_count];
        if (k->kind == KP_YBAD)
            continue;
        published->key = k;
        if (kp_ynode_is_empty(k->value) || kp_read_map(reader, &published_shape, k, k->value, published))
            evaluation->published_count++;
    }
}

#define AT(member) offsetof(kp_evaluation, member)
static const kp_field evaluation_fields[] = {
    {"kompass", kp_read_nothing, 0, 0, NULL, KP_P_A_TEXT},
    {"id", read_id, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"rubric", read_rubric, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"rubric_sha256", read_rubric_sha256, 0, 0, NULL, KP_P_A_TEXT},
    {"unit", kp_read_unit, AT(unit), KP_REQUIRED, NULL, KP_P_A_MAP},
    {"facts", read_facts, 0, 0, NULL, KP_P_A_LIST},
    {"year", kp_read_year, AT(year), KP_REQUIRED, NULL, KP_P_A_YEAR},
    {"visited", kp_read_date, AT(visited), 0, NULL, KP_P_A_TEXT},
    {"date", kp_read_date, AT(date), 0, NULL, KP_P_A_TEXT},
    {"state", kp_read_word, AT(state), 0, states, KP_P_A_TEXT},
    {"precision", kp_read_word, AT(precision), 0, precisions, KP_P_A_TEXT},
    {"derived", kp_read_text, AT(derived), 0, NULL, KP_P_A_TEXT},
    {"evaluators", read_evaluators, 0, 0, NULL, KP_P_A_LIST},
    {"interviewed", kp_read_text, AT(interviewed), 0, NULL, KP_P_A_TEXT},
    {"summary", kp_read_text, AT(summary), 0, NULL, KP_P_A_TEXT},
    {"answers", read_answers, 0, 0, NULL, KP_P_A_MAP},
    {"findings", read_findings, 0, 0, NULL, KP_P_A_MAP},
    {"published", read_published, 0, 0, NULL, KP_P_A_MAP},
    {"language", kp_read_lang, AT(language), 0, NULL, KP_P_A_TEXT},
    {"source", kp_read_text, AT(source_text), 0, NULL, KP_P_A_TEXT},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape evaluation_shape = {KP_P_THE_EVALUATION, evaluation_fields};

kp_evaluation *kp_evaluation_read(kp_reader *reader, kp_ynode *root)
{
    kp_evaluation *evaluation = KP_NEW(reader->arena, kp_evaluation);

    evaluation->source = *reader->source;
    return kp_read_map(reader, &evaluation_shape, NULL, root, evaluation) ? evaluation : NULL;
}

const char *kp_evaluation_hash(kp_arena *arena, kp_evaluation *evaluation)
{
    if (!evaluation->sha256) {
        char *text = kp_arena_alloc(arena, KP_SHA256_TEXT);
        kp_sha256(evaluation->source.text, evaluation->source.length, text);
        evaluation->sha256 = text;
    }
    return evaluation->sha256;
}

const char *kp_evaluation_date(kp_arena *arena, const kp_evaluation *evaluation)
{
    if (evaluation->date)
        return evaluation->date;
    return evaluation->visited ? evaluation->visited : kp_arena_printf(arena, "%04d", evaluation->year);
}

const kp_evaluator *kp_evaluator_find(const kp_evaluation *evaluation, const char *id)
{
    for (uint32_t i = 0; i < evaluation->evaluator_count; i++)
        if (evaluation->evaluators[i].id && strcmp(evaluation->evaluators[i].id, id) == 0)
            return &evaluation->evaluators[i];
    return NULL;
}
