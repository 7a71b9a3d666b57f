#include "kompass/form.h"

#include <string.h>

#include "kompass/base64.h"
#include "kompass/labels.h"
#include "kompass/utf8.h"

/* ---- names: tables, columns, keys ---- */

static const char *const markers[KP_FORM_TABLE__COUNT] = {
    [KP_FORM_FORM] = "kompass:form",           [KP_FORM_LISTS] = "kompass:lists",
    [KP_FORM_ABOUT] = "kompass:about",         [KP_FORM_EVALUATORS] = "kompass:evaluators",
    [KP_FORM_ANSWERS] = "kompass:answers",     [KP_FORM_EVIDENCE] = "kompass:evidence",
    [KP_FORM_SUMMARIES] = "kompass:summaries", [KP_FORM_FINDINGS] = "kompass:findings",
    [KP_FORM_WORK] = "kompass:work",           [KP_FORM_ACTIONS] = "kompass:actions",
};

/* What stands in front of the number and behind it; without a number both together. */
typedef struct name {
    const char *before, *after;
    bool numbered; /* never without a number */
} name;

static const name columns[KP_FORM_COLUMN__COUNT] = {
    [KP_FORM_ID] = {"id", "", false},
    [KP_FORM_KEY] = {"key", "", false},
    [KP_FORM_VALUE] = {"value", "", false},
    [KP_FORM_BY] = {"by", "", true},
    [KP_FORM_POINTS] = {"points", "", false},
    [KP_FORM_PERCENT] = {"percent", "", false},
    [KP_FORM_NOT_APPLICABLE] = {"not_applicable", "", false},
    [KP_FORM_BEST_PRACTICE] = {"best_practice", "", false},
    [KP_FORM_COMMENT] = {"comment", "", false},
    [KP_FORM_NOTE] = {"note", "", false},
    [KP_FORM_EVIDENCE_TYPE] = {"evidence", ".type", false},
    [KP_FORM_EVIDENCE_TEXT] = {"evidence", ".text", false},
    [KP_FORM_EVIDENCE_REF] = {"evidence", ".ref", false},
    [KP_FORM_ITEM] = {"item", "", false},
    [KP_FORM_SLOT] = {"slot", "", false},
    [KP_FORM_EVALUATOR] = {"evaluator", "", false},
    [KP_FORM_NAME] = {"name", "", false},
    [KP_FORM_ORGANISATION] = {"organisation", "", false},
    [KP_FORM_SUMMARY] = {"summary", "", false},
    [KP_FORM_KIND] = {"kind", "", false},
    [KP_FORM_FINDING] = {"finding", "", false},
    [KP_FORM_UNIT] = {"unit", "", false},
    [KP_FORM_TEXT] = {"text", "", false},
    [KP_FORM_QUESTIONS] = {"questions", "", false},
    [KP_FORM_PRIORITY] = {"priority", "", false},
    [KP_FORM_ACTION] = {"action", "", false},
    [KP_FORM_OWNERS] = {"owners", "", false},
    [KP_FORM_DUE] = {"due", "", false},
    [KP_FORM_STATUS] = {"status", "", false},
    [KP_FORM_SCALE] = {"scale", "", false},
    [KP_FORM_LEVEL] = {"level", "", false},
    [KP_FORM_LABEL] = {"label", "", false},
};

static const name keys[KP_FORM_KEY__COUNT] = {
    [KP_FORM_KEY_FORM] = {"form", "", false},
    [KP_FORM_KEY_RUBRIC] = {"rubric", "", false},
    [KP_FORM_KEY_RUBRIC_SHA256] = {"rubric_sha256", "", false},
    [KP_FORM_KEY_LANGUAGE] = {"language", "", false},
    [KP_FORM_KEY_EVALUATION] = {"evaluation", "", false},
    [KP_FORM_KEY_BASE_SHA256] = {"base_sha256", "", false},
    [KP_FORM_KEY_BASE] = {"base", "", true},
};

static const char *const abouts[KP_FORM_ABOUT__COUNT] = {
    [KP_FORM_ABOUT_UNIT_NAME] = "unit.name",
    [KP_FORM_ABOUT_UNIT_CODE] = "unit.code",
    [KP_FORM_ABOUT_UNIT_COUNTRY] = "unit.country",
    [KP_FORM_ABOUT_UNIT_GROUP] = "unit.group",
    [KP_FORM_ABOUT_YEAR] = "year",
    [KP_FORM_ABOUT_VISITED] = "visited",
    [KP_FORM_ABOUT_DATE] = "date",
    [KP_FORM_ABOUT_STATE] = "state",
    [KP_FORM_ABOUT_INTERVIEWED] = "interviewed",
    [KP_FORM_ABOUT_SUMMARY] = "summary",
    [KP_FORM_ABOUT_NOTE] = "note",
    [KP_FORM_ABOUT_AS_OF] = "as_of",
    [KP_FORM_ABOUT_ORGANISATION] = "organisation",
};

static const kp_label_id about_labels[KP_FORM_ABOUT__COUNT] = {
    [KP_FORM_ABOUT_UNIT_NAME] = KP_L_MUNICIPALITY,
    [KP_FORM_ABOUT_UNIT_CODE] = KP_L_FORM_CODE,
    [KP_FORM_ABOUT_UNIT_COUNTRY] = KP_L_FORM_COUNTRY,
    [KP_FORM_ABOUT_UNIT_GROUP] = KP_L_FORM_GROUP,
    [KP_FORM_ABOUT_YEAR] = KP_L_YEAR,
    [KP_FORM_ABOUT_VISITED] = KP_L_VISITED,
    [KP_FORM_ABOUT_DATE] = KP_L_REPORT_DATE,
    [KP_FORM_ABOUT_STATE] = KP_L_STATE,
    [KP_FORM_ABOUT_INTERVIEWED] = KP_L_INTERVIEWED,
    [KP_FORM_ABOUT_SUMMARY] = KP_L_SUMMARY,
    [KP_FORM_ABOUT_NOTE] = KP_L_WORKING_NOTE,
    [KP_FORM_ABOUT_AS_OF] = KP_L_PLAN_AS_OF,
    [KP_FORM_ABOUT_ORGANISATION] = KP_L_PLAN_ORGANISATION,
};

/* What people see above the columns; the others are hidden. */
static const struct {
    kp_form_column column;
    kp_label_id label;
} column_labels[] = {
    {KP_FORM_ID, KP_L_NUMBER},
    {KP_FORM_VALUE, KP_L_CONSENSUS},
    {KP_FORM_POINTS, KP_L_FORM_IN_POINTS},
    {KP_FORM_PERCENT, KP_L_FORM_IN_PERCENT},
    {KP_FORM_NOT_APPLICABLE, KP_L_STATE_NOT_APPLICABLE},
    {KP_FORM_BEST_PRACTICE, KP_L_BEST_PRACTICE},
    {KP_FORM_COMMENT, KP_L_COMMENT},
    {KP_FORM_NOTE, KP_L_WORKING_NOTE},
    {KP_FORM_EVIDENCE_TYPE, KP_L_EVIDENCE},
    {KP_FORM_EVIDENCE_TEXT, KP_L_FORM_EVIDENCE_TEXT},
    {KP_FORM_EVIDENCE_REF, KP_L_FORM_EVIDENCE_REF},
    {KP_FORM_EVALUATOR, KP_L_FORM_INITIALS},
    {KP_FORM_NAME, KP_L_FORM_NAME},
    {KP_FORM_ORGANISATION, KP_L_FORM_ORGANISATION},
    {KP_FORM_SUMMARY, KP_L_SUMMARY},
    {KP_FORM_KIND, KP_L_KIND},
    {KP_FORM_FINDING, KP_L_ITEM},
    {KP_FORM_UNIT, KP_L_FORM_UNIT},
    {KP_FORM_TEXT, KP_L_FORM_FINDING},
    {KP_FORM_QUESTIONS, KP_L_FORM_QUESTIONS},
    {KP_FORM_PRIORITY, KP_L_PRIORITY},
    {KP_FORM_ACTION, KP_L_ACTION},
    {KP_FORM_OWNERS, KP_L_RESPONSIBLE},
    {KP_FORM_DUE, KP_L_DUE},
    {KP_FORM_STATUS, KP_L_STATUS},
    {KP_FORM_LABEL, KP_L_FORM_LABEL},
};

static bool may_be_numbered(const name *n)
{
    return n->numbered || *n->after;
}

static const char *write_name(kp_arena *arena, const name *n, uint32_t slot)
{
    if (slot)
        return kp_arena_printf(arena, "%s:#%u%s", n->before, slot, n->after);
    return kp_arena_printf(arena, "%s%s", n->before, n->after);
}

enum { MOST_SLOTS = 9999 }; /* of the base, whose rows are many; evaluators and evidence are far fewer */

/* "#12" and what is left behind it; 0 where there is no number from 1. */
static uint32_t read_slot(const char **text)
{
    const char *digits = *text + 1;
    uint32_t slot = 0;

    if (**text != '#' || *digits < '1' || *digits > '9')
        return 0;
    for (; *digits >= '0' && *digits <= '9'; digits++) {
        slot = slot * 10 + (uint32_t)(*digits - '0');
        if (slot > MOST_SLOTS)
            return 0;
    }
    *text = digits;
    return slot;
}

static bool is_name(const char *text, const name *n, uint32_t *ret_slot)
{
    size_t length = strlen(n->before);
    uint32_t slot = 0;

    if (strncmp(text, n->before, length) != 0)
        return false;
    text += length;
    if (*text == ':' && may_be_numbered(n)) {
        text++;
        slot = read_slot(&text);
        if (!slot)
            return false;
    } else if (n->numbered) {
        return false;
    }
    if (strcmp(text, n->after) != 0)
        return false;
    *ret_slot = slot;
    return true;
}

static int find_text(const char *text, const char *const *among, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(text, among[i]) == 0)
            return i;
    return -1;
}

static int find_name(const char *text, const name *among, int count, uint32_t *ret_slot)
{
    for (int i = 0; i < count; i++)
        if (is_name(text, &among[i], ret_slot))
            return i;
    return -1;
}

const char *kp_form_marker(kp_form_table table)
{
    return markers[table];
}

bool kp_form_find_marker(const char *text, kp_form_table *ret)
{
    int found = find_text(text, markers, KP_FORM_TABLE__COUNT);

    if (found >= 0)
        *ret = (kp_form_table)found;
    return found >= 0;
}

const char *kp_form_column_name(kp_arena *arena, kp_form_column column, uint32_t slot)
{
    return write_name(arena, &columns[column], slot);
}

bool kp_form_find_column(const char *text, kp_form_column *ret, uint32_t *ret_slot)
{
    int found = find_name(text, columns, KP_FORM_COLUMN__COUNT, ret_slot);

    if (found >= 0)
        *ret = (kp_form_column)found;
    return found >= 0;
}

bool kp_form_column_label(kp_form_column column, kp_label_id *ret)
{
    for (size_t i = 0; i < sizeof(column_labels) / sizeof(column_labels[0]); i++)
        if (column_labels[i].column == column) {
            *ret = column_labels[i].label;
            return true;
        }
    return false;
}

const char *kp_form_key_name(kp_arena *arena, kp_form_key key, uint32_t slot)
{
    return write_name(arena, &keys[key], slot);
}

bool kp_form_find_key(const char *text, kp_form_key *ret, uint32_t *ret_slot)
{
    int found = find_name(text, keys, KP_FORM_KEY__COUNT, ret_slot);

    if (found >= 0)
        *ret = (kp_form_key)found;
    return found >= 0;
}

const char *kp_form_about_name(kp_form_about about)
{
    return abouts[about];
}

kp_label_id kp_form_about_label(kp_form_about about)
{
    return about_labels[about];
}

bool kp_form_find_about(const char *text, kp_form_about *ret)
{
    int found = find_text(text, abouts, KP_FORM_ABOUT__COUNT);

    if (found >= 0)
        *ret = (kp_form_about)found;
    return found >= 0;
}

const char *kp_form_slot_name(kp_arena *arena, uint32_t slot)
{
    return kp_arena_printf(arena, "#%u", slot);
}

bool kp_form_find_slot(const char *text, uint32_t *ret_slot)
{
    uint32_t slot = read_slot(&text);

    if (!slot || *text)
        return false;
    *ret_slot = slot;
    return true;
}

/* ---- items ---- */

static const char *const finding_words[KP_FINDING_KIND__COUNT] = {[KP_STRENGTH] = "strengths",
                                                                  [KP_PARTIAL] = "partial",
                                                                  [KP_IMPROVEMENT] = "improvements",
                                                                  [KP_EXAMPLE] = "examples"};

const char *kp_form_finding_word(kp_finding_kind kind)
{
    return finding_words[kind];
}

const char *kp_form_evidence_item(kp_arena *arena, const char *id, uint32_t number)
{
    return kp_arena_printf(arena, "%s#evidence#%u", id, number);
}

const char *kp_form_finding_item(kp_arena *arena, const char *id, kp_finding_kind kind, uint32_t number)
{
    return kp_arena_printf(arena, "%s#%s#%u", id, finding_words[kind], number);
}

/* ---- the base ---- */

/* A cell holds 32,767 units: 24,000 bytes are 32,000 characters. */
enum { CHUNK = 24000 };

uint32_t kp_form_base_count(size_t length)
{
    return (uint32_t)((length + CHUNK - 1) / CHUNK);
}

const char *kp_form_base_chunk(kp_arena *arena, const char *bytes, size_t length, uint32_t slot)
{
    size_t first = (size_t)(slot - 1) * CHUNK;

    if (first >= length)
        return "";
    return kp_base64(arena, bytes + first, length - first < CHUNK ? length - first : CHUNK);
}

/* ---- levels ---- */

static const char *plain_label(kp_arena *arena, const kp_level *level, const char *lang,
                               const char *file_lang)
{
    const char *label = kp_utf8_one_line(arena, kp_text_or(&level->label, lang, file_lang, ""));

    return *label ? label : kp_decimal_text(arena, level->value.value);
}

static const char *with_value(kp_arena *arena, const char *label, const kp_level *level)
{
    return kp_arena_printf(arena, "%s (%s)", label, kp_decimal_text(arena, level->value.value));
}

const char *kp_form_level_label(kp_arena *arena, const kp_scale *scale, const kp_level *level,
                                const char *lang, const char *file_lang)
{
    const char *label = plain_label(arena, level, lang, file_lang);

    if (strcmp(label, kp_label(KP_L_STATE_NOT_APPLICABLE, lang)) == 0)
        return with_value(arena, label, level);
    for (uint32_t i = 0; i < scale->count; i++)
        if (&scale->levels[i] != level &&
            strcmp(label, plain_label(arena, &scale->levels[i], lang, file_lang)) == 0)
            return with_value(arena, label, level);
    return label;
}
