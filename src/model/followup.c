#include "kompass/followup.h"

#include <string.h>

#include "followup_internal.h"

static kp_read_fn read_labels, read_reported, read_areas, read_goals, read_commitments, read_owners;

/* ---- the report's own words ---- */

#define LABEL_AT(index) ((index) * sizeof(kp_text))
static const kp_field label_fields[KP_REPORT_WORDS + 1] = {
    {"reached", kp_read_text, LABEL_AT(0), 0, NULL, KP_P_A_TEXT},
    {"near", kp_read_text, LABEL_AT(1), 0, NULL, KP_P_A_TEXT},
    {"partly", kp_read_text, LABEL_AT(2), 0, NULL, KP_P_A_TEXT},
    {"not_reached", kp_read_text, LABEL_AT(3), 0, NULL, KP_P_A_TEXT},
    {"not_measured", kp_read_text, LABEL_AT(4), 0, NULL, KP_P_A_TEXT},
    {"up", kp_read_text, LABEL_AT(5), 0, NULL, KP_P_A_TEXT},
    {"same", kp_read_text, LABEL_AT(6), 0, NULL, KP_P_A_TEXT},
    {"down", kp_read_text, LABEL_AT(7), 0, NULL, KP_P_A_TEXT},
    {"done", kp_read_text, LABEL_AT(8), 0, NULL, KP_P_A_TEXT},
    {"ongoing", kp_read_text, LABEL_AT(9), 0, NULL, KP_P_A_TEXT},
    {"delayed", kp_read_text, LABEL_AT(10), 0, NULL, KP_P_A_TEXT},
    {"not_started", kp_read_text, LABEL_AT(11), 0, NULL, KP_P_A_TEXT},
    {"dropped", kp_read_text, LABEL_AT(12), 0, NULL, KP_P_A_TEXT},
    {"commitment", kp_read_text, LABEL_AT(13), 0, NULL, KP_P_A_TEXT},
    {"activity", kp_read_text, LABEL_AT(14), 0, NULL, KP_P_A_TEXT},
    {"assignment", kp_read_text, LABEL_AT(15), 0, NULL, KP_P_A_TEXT},
    {"directive", kp_read_text, LABEL_AT(16), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef LABEL_AT
static const kp_shape labels_shape = {KP_P_THE_FOLLOWUP, label_fields};

static void read_labels(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    (void)field;
    if (!kp_ynode_is_empty(value))
        kp_read_map(reader, &labels_shape, key, value, target);
}

const char *kp_followup_label(const kp_followup *followup, const char *word, const char *lang)
{
    for (int i = 0; i < KP_REPORT_WORDS; i++)
        if (strcmp(label_fields[i].name, word) == 0)
            return kp_text_get(&followup->labels[i], lang, followup->language);
    return NULL;
}

/* ---- the report's own counts ---- */

#define COUNT_AT(index) ((index) * sizeof(kp_maybe_decimal))
#define COUNT_OF(word, index)                                                                                \
    {                                                                                                        \
        word, kp_read_decimal, COUNT_AT(index), 0, NULL, KP_P_A_WHOLE_NUMBER                                 \
    }
static const kp_field goal_counts[] = {
    COUNT_OF("reached", KP_ASSESSED_REACHED),
    COUNT_OF("near", KP_ASSESSED_NEAR),
    COUNT_OF("not_reached", KP_ASSESSED_NOT_REACHED),
    COUNT_OF("not_measured", KP_ASSESSED_NOT_MEASURED),
    COUNT_OF("total", KP_REPORTED_TOTAL),
    {0},
};
static const kp_field area_counts[] = {
    COUNT_OF("reached", KP_ASSESSED_REACHED),
    COUNT_OF("partly", KP_ASSESSED_PARTLY),
    COUNT_OF("not_reached", KP_ASSESSED_NOT_REACHED),
    COUNT_OF("total", KP_REPORTED_TOTAL),
    {0},
};
static const kp_field status_counts[] = {
    COUNT_OF("done", KP_STATUS_DONE),
    COUNT_OF("partly", KP_STATUS_PARTLY),
    COUNT_OF("ongoing", KP_STATUS_ONGOING),
    COUNT_OF("delayed", KP_STATUS_DELAYED),
    COUNT_OF("not_started", KP_STATUS_NOT_STARTED),
    COUNT_OF("dropped", KP_STATUS_DROPPED),
    COUNT_OF("total", KP_REPORTED_TOTAL),
    {0},
};
#undef COUNT_OF
#undef COUNT_AT
static const kp_shape goal_counts_shape = {KP_P_THE_COUNTS, goal_counts};
static const kp_shape area_counts_shape = {KP_P_THE_COUNTS, area_counts};
static const kp_shape status_counts_shape = {KP_P_THE_COUNTS, status_counts};

static void read_counts(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_reported *reported = target;

    reported->key = key;
    if (!kp_ynode_is_empty(value))
        kp_read_map(reader, field->extra, key, value, reported->count);
}

#define AT(what) ((what) * sizeof(kp_reported))
static const kp_field reported_fields[KP_REPORTED__COUNT + 1] = {
    {"goals", read_counts, AT(KP_REPORTED_GOALS), 0, &goal_counts_shape, KP_P_A_MAP},
    {"commitments", read_counts, AT(KP_REPORTED_COMMITMENTS), 0, &status_counts_shape, KP_P_A_MAP},
    {"areas", read_counts, AT(KP_REPORTED_AREAS), 0, &area_counts_shape, KP_P_A_MAP},
    {"activities", read_counts, AT(KP_REPORTED_ACTIVITIES), 0, &status_counts_shape, KP_P_A_MAP},
    {"assignments", read_counts, AT(KP_REPORTED_ASSIGNMENTS), 0, &status_counts_shape, KP_P_A_MAP},
    {"directives", read_counts, AT(KP_REPORTED_DIRECTIVES), 0, &status_counts_shape, KP_P_A_MAP},
    {0},
};
#undef AT
static const kp_shape reported_shape = {KP_P_THE_COUNTS, reported_fields};

const char *kp_reported_name(kp_reported_what what)
{
    return reported_fields[what].name;
}

const kp_word *kp_reported_words(kp_reported_what what)
{
    if (what == KP_REPORTED_GOALS)
        return kp_goal_assessments;
    return what == KP_REPORTED_AREAS ? kp_area_assessments : kp_statuses;
}

static void read_reported(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                          void *target)
{
    (void)field;
    if (!kp_ynode_is_empty(value))
        kp_read_map(reader, &reported_shape, key, value, target);
}

/* ---- areas ---- */

#define AT(member) offsetof(kp_followup_area, member)
static const kp_field area_fields[] = {
    {"id", kp_read_placed, AT(id), 0, NULL, KP_P_A_TEXT},
    {"title", kp_read_text, AT(title), 0, NULL, KP_P_A_TEXT},
    {"group", kp_read_text, AT(group), 0, NULL, KP_P_A_TEXT},
    {"assessment", kp_read_word, AT(assessment), 0, kp_area_assessments, KP_P_A_TEXT},
    {"trend", kp_read_word, AT(trend), 0, kp_trends, KP_P_A_TEXT},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {"ref", kp_read_string, AT(ref), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape area_shape = {KP_P_THE_AREA, area_fields};

static void read_area(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_followup *followup = context;

    if (kp_read_map(reader, &area_shape, NULL, item, &followup->areas[followup->area_count]))
        followup->area_count++;
}

static void read_areas(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_followup *followup = target;

    (void)field;
    followup->areas = KP_NEW_ARRAY(reader->arena, value->count, kp_followup_area);
    kp_read_items(reader, key, value, read_area, followup);
}

/* ---- goals ---- */

static void read_assessment(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                            void *target)
{
    kp_goal *goal = target;

    kp_read_word(reader, field, key, value, &goal->assessment);
    goal->assessment_at = key;
}

static void read_follow(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_follows *follows = context;

    if (item->kind != KP_YSCALAR || kp_ynode_is_empty(item))
        kp_wrong_type(reader, NULL, item, KP_P_A_TEXT);
    else
        follows->items[follows->count++].at = item;
}

static void read_follows(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                         void *target)
{
    kp_follows *follows = target;

    (void)field;
    follows->key = key;
    follows->items = KP_NEW_ARRAY(reader->arena, value->count, kp_follow);
    kp_read_items(reader, key, value, read_follow, follows);
}

static void read_indicator(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_goal *goal = context;

    if (kp_indicator_read(reader, item, &goal->indicators[goal->indicator_count]))
        goal->indicator_count++;
}

static void read_indicators(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                            void *target)
{
    kp_goal *goal = target;

    (void)field;
    goal->indicators = KP_NEW_ARRAY(reader->arena, value->count, kp_indicator);
    kp_read_items(reader, key, value, read_indicator, goal);
}

#define AT(member) offsetof(kp_goal, member)
static const kp_field goal_fields[] = {
    {"id", kp_read_placed, AT(id), 0, NULL, KP_P_A_TEXT},
    {"title", kp_read_text, AT(title), 0, NULL, KP_P_A_TEXT},
    {"area", kp_read_placed, AT(area_id), 0, NULL, KP_P_A_TEXT},
    {"parent", kp_read_placed, AT(parent_id), 0, NULL, KP_P_A_TEXT},
    {"follows", read_follows, AT(follows), 0, NULL, KP_P_A_LIST},
    {"assessment", read_assessment, 0, 0, kp_goal_assessments, KP_P_A_TEXT},
    {"indicators", read_indicators, 0, 0, NULL, KP_P_A_LIST},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {"ref", kp_read_string, AT(ref), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape goal_shape = {KP_P_THE_GOAL, goal_fields};

static void read_goal(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_followup *followup = context;
    kp_goal *goal = &followup->goals[followup->goal_count];

    goal->at = item;
    if (kp_read_map(reader, &goal_shape, NULL, item, goal))
        followup->goal_count++;
}

static void read_goals(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_followup *followup = target;

    (void)field;
    followup->goals = KP_NEW_ARRAY(reader->arena, value->count, kp_goal);
    kp_read_items(reader, key, value, read_goal, followup);
}

/* ---- commitments ---- */

static void read_owner(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_commitment *commitment = context;

    if (item->kind != KP_YSCALAR || kp_ynode_is_empty(item))
        kp_wrong_type(reader, NULL, item, KP_P_A_TEXT);
    else
        commitment->owners[commitment->owner_count++] = item->text;
}

static void read_owners(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                        void *target)
{
    kp_commitment *commitment = target;

    (void)field;
    commitment->owners = KP_NEW_ARRAY(reader->arena, value->count, const char *);
    kp_read_items(reader, key, value, read_owner, commitment);
}

#define AT(member) offsetof(kp_commitment, member)
static const kp_field commitment_fields[] = {
    {"id", kp_read_placed, AT(id), 0, NULL, KP_P_A_TEXT},
    {"kind", kp_read_word, AT(kind), 0, kp_commitment_kinds, KP_P_A_TEXT},
    {"text", kp_read_text, AT(text), 0, NULL, KP_P_A_TEXT},
    {"goal", kp_read_placed, AT(goal_id), 0, NULL, KP_P_A_TEXT},
    {"area", kp_read_placed, AT(area_id), 0, NULL, KP_P_A_TEXT},
    {"owners", read_owners, 0, 0, NULL, KP_P_A_LIST},
    {"status", kp_read_word, AT(status), 0, kp_statuses, KP_P_A_TEXT},
    {"expected", kp_read_word, AT(expected), 0, kp_expectations, KP_P_A_TEXT},
    {"progress", kp_read_decimal, AT(progress), 0, NULL, KP_P_A_NUMBER},
    {"due", kp_read_date, AT(due), 0, NULL, KP_P_A_TEXT},
    {"follows", read_follows, AT(follows), 0, NULL, KP_P_A_LIST},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {"ref", kp_read_string, AT(ref), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape commitment_shape = {KP_P_THE_COMMITMENT, commitment_fields};

static void read_commitment(kp_reader *reader, kp_ynode *item, void *context)
{
    kp_followup *followup = context;

    if (kp_read_map(reader, &commitment_shape, NULL, item,
                    &followup->commitments[followup->commitment_count]))
        followup->commitment_count++;
}

static void read_commitments(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value,
                             void *target)
{
    kp_followup *followup = target;

    (void)field;
    followup->commitments = KP_NEW_ARRAY(reader->arena, value->count, kp_commitment);
    kp_read_items(reader, key, value, read_commitment, followup);
}

/* ---- the follow-up ---- */

static void read_id(kp_reader *reader, const kp_field *field, kp_ynode *key, kp_ynode *value, void *target)
{
    kp_followup *followup = target;

    kp_read_string(reader, field, key, value, &followup->id);
    followup->id_at = value;
}

#define AT(member) offsetof(kp_followup, member)
static const kp_field followup_fields[] = {
    {"kompass", kp_read_nothing, 0, 0, NULL, KP_P_A_TEXT},
    {"id", read_id, 0, KP_REQUIRED, NULL, KP_P_A_TEXT},
    {"unit", kp_read_unit, AT(unit), KP_REQUIRED, NULL, KP_P_A_MAP},
    {"organisation", kp_read_text, AT(organisation), 0, NULL, KP_P_A_TEXT},
    {"year", kp_read_year, AT(year), KP_REQUIRED, NULL, KP_P_A_YEAR},
    {"as_of", kp_read_date, AT(as_of), 0, NULL, KP_P_A_TEXT},
    {"excerpt", kp_read_bool, AT(excerpt), 0, NULL, KP_P_A_TEXT},
    {"evaluation", kp_read_placed, AT(evaluation_id), 0, NULL, KP_P_A_TEXT},
    {"labels", read_labels, AT(labels), 0, NULL, KP_P_A_MAP},
    {"reported", read_reported, AT(reported), 0, NULL, KP_P_A_MAP},
    {"areas", read_areas, 0, 0, NULL, KP_P_A_LIST},
    {"goals", read_goals, 0, 0, NULL, KP_P_A_LIST},
    {"commitments", read_commitments, 0, 0, NULL, KP_P_A_LIST},
    {"language", kp_read_lang, AT(language), 0, NULL, KP_P_A_TEXT},
    {"source", kp_read_text, AT(source_text), 0, NULL, KP_P_A_TEXT},
    {"note", kp_read_text, AT(note), 0, NULL, KP_P_A_TEXT},
    {0},
};
#undef AT
static const kp_shape followup_shape = {KP_P_THE_FOLLOWUP, followup_fields};

kp_followup *kp_followup_read(kp_reader *reader, kp_ynode *root)
{
    kp_followup *followup = KP_NEW(reader->arena, kp_followup);

    followup->source = *reader->source;
    return kp_read_map(reader, &followup_shape, NULL, root, followup) ? followup : NULL;
}
