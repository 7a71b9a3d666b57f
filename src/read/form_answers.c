#include "form_internal.h"

#include <math.h>
#include <string.h>

/* Answers: what was agreed, each evaluator's own, and what goes with it. */

static const char *const answer_order[] = {"value", "points",  "percent",       "not_applicable", "by",
                                           "note",  "comment", "best_practice", "evidence",       NULL};

const char *const *form_answer_order(void)
{
    return answer_order;
}

/* The base's answer to a question as a map, whatever short form it was written in; NULL: none. */
static const kp_ynode *base_answer(kp_form *form, const char *id)
{
    const kp_ynode *key = form_find_key(&form->answers, id);

    return key ? form_long_answer(form->arena, key->value) : NULL;
}

kp_ynode *form_long_answer(kp_arena *arena, kp_ynode *answer)
{
    kp_ynode *map;

    if (answer->kind == KP_YMAP)
        return answer;
    if (answer->kind != KP_YSCALAR || kp_ynode_is_empty(answer))
        return NULL;
    map = kp_ynode_collection(arena, KP_YMAP);
    if (strcmp(answer->text, "n/a") == 0)
        kp_ynode_set(arena, map, "not_applicable", kp_ynode_scalar(arena, "true", true), NULL);
    else
        kp_ynode_set(arena, map, "value", answer, NULL);
    return map;
}

static const kp_ynode *field_of(const kp_ynode *map, const char *key)
{
    const kp_ynode *value = map ? kp_ynode_get(map, key) : NULL;

    return value && !kp_ynode_is_empty(value) ? value : NULL;
}

/* ---- the answer itself ---- */

static bool is_true(const kp_ynode *node)
{
    return node && node->kind == KP_YSCALAR && strcmp(node->text, "true") == 0;
}

/* A cell holds 15 digits of a number, and not every program rounds the last of them alike. */
bool form_same_number(kp_arena *arena, const char *a, const char *b)
{
    const double apart = 1e-14;
    kp_decimal x, y;
    double p, q;

    if (strcmp(a, b) == 0)
        return true;
    if (kp_decimal_parse(a, &x) != KP_DECIMAL_OK || kp_decimal_parse(b, &y) != KP_DECIMAL_OK)
        return false;
    p = kp_num_double(kp_num_decimal(arena, x));
    q = kp_num_double(kp_num_decimal(arena, y));
    return fabs(p - q) <= apart * fabs(p);
}

/* Yes or no from a cell; a word that is neither is reported, and the base stays. */
static bool read_flag(const form_row *row, kp_form_column column, bool was)
{
    const kp_form *form = row->form;
    const char *word;
    int flag;

    if (!form_has_column(row, column, 0))
        return was;
    word = form_text(row, column, 0);
    if (!word)
        return false;
    flag = form_yes_or_no(form, word);
    if (flag < 0 && column == KP_FORM_NOT_APPLICABLE && form_is_na(form, word))
        flag = 1;
    if (flag < 0)
        kp_report(form->sink, KP_D_NEITHER_YES_NOR_NO, form_place(row, column, 0), word,
                  kp_label(KP_L_YES, form->lang));
    return flag < 0 ? was : flag;
}

/* The digits of a value cell: of the scale where there is one. */
static const char *value_of(const form_row *row, const kp_node *node, kp_form_column column, uint32_t slot)
{
    const kp_read_cell *cell = form_cell(row, column, slot);

    if (!form_text(row, column, slot))
        return NULL;
    if ((column == KP_FORM_VALUE || column == KP_FORM_BY) && node && node->scale)
        return form_level(row, column, slot, node->scale);
    return form_number(row->form->arena, cell, column == KP_FORM_PERCENT);
}

/* "80 %" is stored as 0.8. Where it looks like a percentage that is known; where it does not, 0.8 of 100 may
 * be meant, but hardly ever is. */
static void ask_about_fraction(const form_row *row, const kp_node *node, kp_form_column column, uint32_t slot,
                               const char *value)
{
    kp_form *form = row->form;
    const kp_read_cell *cell = form_cell(row, column, slot);
    const kp_scale *scale = column == KP_FORM_PERCENT || !node ? NULL : node->scale;
    kp_arena *arena = form->arena;
    const kp_num hundred = kp_num_int(100);
    kp_decimal parsed;
    kp_num number;

    if (column != KP_FORM_PERCENT && !(scale && !scale->count))
        return;
    if (scale && (kp_num_sign(kp_num_decimal(arena, kp_scale_low(scale))) != 0 ||
                  kp_num_cmp(kp_num_decimal(arena, kp_scale_high(scale)), hundred) < 0))
        return;
    if (!value || kp_decimal_parse(value, &parsed) != KP_DECIMAL_OK || cell->is_percent ||
        strchr(cell->text, '%'))
        return;
    number = kp_num_decimal(arena, parsed);
    if (kp_num_sign(number) > 0 && kp_num_cmp(number, kp_num_int(1)) < 0)
        kp_report(form->sink, KP_D_FRACTION_OF_PERCENT, form_place(row, column, slot),
                  kp_source_digits(arena, &form->forms->source, value),
                  kp_source_digits(arena, &form->forms->source,
                                   kp_num_digits(arena, kp_num_mul(arena, number, hundred), 15)));
}

/* What is in a cell, or what the base says where the form has no such column. */
static void read_pair(const form_row *row, const kp_node *node, kp_form_column column, const char *key,
                      const kp_ynode *base, kp_ynode *pairs)
{
    kp_form *form = row->form;
    const kp_ynode *was = field_of(base, key);
    const char *value = value_of(row, node, column, 0);
    kp_place place = form_place(row, column, 0);

    if (!form_has_column(row, column, 0)) {
        if (was)
            kp_ynode_set(form->arena, pairs, key, kp_ynode_copy(form->arena, was), answer_order);
    } else if (value && strcmp(value, "n/a") == 0) {
        kp_ynode_set(form->arena, pairs, "not_applicable", form_scalar(form, "true", true, place),
                     answer_order);
    } else if (value && was && was->kind == KP_YSCALAR && form_same_number(form->arena, value, was->text)) {
        kp_ynode *same = form_scalar(form, was->text, was->plain, place);
        kp_ynode_set(form->arena, pairs, key, same, answer_order);
    } else if (value) {
        kp_ynode_set(form->arena, pairs, key, form_scalar(form, value, true, place), answer_order);
        ask_about_fraction(row, node, column, 0, value);
    }
}

static kp_ynode *base_pairs(kp_arena *arena, const kp_ynode *base)
{
    static const char *const keys[] = {"value", "points", "percent"};
    kp_ynode *pairs = kp_ynode_collection(arena, KP_YMAP);

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        if (field_of(base, keys[i]))
            kp_ynode_set(arena, pairs, keys[i], kp_ynode_copy(arena, field_of(base, keys[i])), answer_order);
    if (is_true(field_of(base, "not_applicable")))
        kp_ynode_set(arena, pairs, "not_applicable", kp_ynode_scalar(arena, "true", true), answer_order);
    return pairs;
}

static void read_answer_itself(const form_row *row, form_entry entry, const kp_ynode *base)
{
    static const struct {
        kp_form_column column;
        const char *key;
    } pairs[] = {{KP_FORM_VALUE, "value"}, {KP_FORM_POINTS, "points"}, {KP_FORM_PERCENT, "percent"}};
    kp_form *form = row->form;
    size_t errors = kp_sink_errors(form->sink);
    bool any = form_has_column(row, KP_FORM_NOT_APPLICABLE, 0);

    entry.field = "=";
    entry.place = form_place(row, KP_FORM_NOT_APPLICABLE, 0);
    entry.value = kp_ynode_collection(form->arena, KP_YMAP);
    entry.base = base_pairs(form->arena, base);
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
        if (field_of(base, pairs[i].key) && form_has_column(row, pairs[i].column, 0))
            entry.place = form_place(row, pairs[i].column, 0); /* where it would have been emptied */
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        if (form_cell(row, pairs[i].column, 0) || !any)
            entry.place = form_place(row, pairs[i].column, 0);
        any = any || form_has_column(row, pairs[i].column, 0);
        read_pair(row, entry.node, pairs[i].column, pairs[i].key, base, entry.value);
    }
    if (read_flag(row, KP_FORM_NOT_APPLICABLE, is_true(field_of(base, "not_applicable"))) &&
        !kp_ynode_get(entry.value, "not_applicable"))
        kp_ynode_set(form->arena, entry.value, "not_applicable",
                     form_scalar(form, "true", true, form_place(row, KP_FORM_NOT_APPLICABLE, 0)),
                     answer_order);
    entry.is_changed = kp_sink_errors(form->sink) == errors && !kp_ynode_equal(entry.value, entry.base);
    if (any)
        form_add(form, entry);
}

/* ---- own values ---- */

static void read_own(const form_row *row, form_entry entry, const kp_ynode *base, uint32_t slot)
{
    kp_form *form = row->form;
    form_slot *own = form_slot_at(form, slot);
    const char *evaluator = own->evaluator, *value;
    size_t errors = kp_sink_errors(form->sink);
    const kp_ynode *by = base ? kp_ynode_get(base, "by") : NULL;

    entry.place = form_place(row, KP_FORM_BY, slot);
    value = value_of(row, entry.node, KP_FORM_BY, slot);
    if (kp_sink_errors(form->sink) != errors)
        return;
    if (!evaluator) {
        if (value && own->nameless++ == 0)
            own->first = entry.place;
        return;
    }
    entry.field = "by";
    entry.sub = evaluator;
    entry.base = by ? field_of(by, evaluator) : NULL;
    entry.value = value ? form_scalar(form, value, true, entry.place) : NULL;
    entry.is_changed = entry.base && entry.base->kind == KP_YSCALAR && value
                           ? !form_same_number(form->arena, value, entry.base->text)
                           : (entry.base != NULL) != (value != NULL);
    if (entry.is_changed)
        ask_about_fraction(row, entry.node, KP_FORM_BY, slot, value);
    form_add(form, entry);
}

/* ---- evidence ---- */

static const form_word evidence_types[] = {{"other", KP_EVIDENCE_OTHER, KP_L_EVIDENCE_OTHER, false},
                                           {"interview", KP_INTERVIEW, KP_L_EVIDENCE_INTERVIEW, false},
                                           {"document", KP_DOCUMENT, KP_L_EVIDENCE_DOCUMENT, false},
                                           {"website", KP_WEBSITE, KP_L_EVIDENCE_WEBSITE, false},
                                           {"intranet", KP_INTRANET, KP_L_EVIDENCE_INTRANET, false},
                                           {0}};
static const char *const evidence_order[] = {"type", "text", "ref", NULL};

/* What the base does not say is "other", and so is what the form leaves empty. */
static bool read_type(const form_row *row, uint32_t slot, kp_ynode *item)
{
    kp_form *form = row->form;
    const kp_ynode *base = field_of(item, "type");
    const char *was = base && base->kind == KP_YSCALAR ? base->text : evidence_types[0].word, *now;
    const char *text = form_text(row, KP_FORM_EVIDENCE_TYPE, slot);
    int type = text ? form_find_word(form, evidence_types, text) : KP_EVIDENCE_OTHER;
    kp_place place = form_place(row, KP_FORM_EVIDENCE_TYPE, slot);

    if (!form_has_column(row, KP_FORM_EVIDENCE_TYPE, slot))
        return false;
    if (type < 0) {
        form_report_word(row, KP_FORM_EVIDENCE_TYPE, slot, KP_P_EVIDENCE_WORD, evidence_types);
        return false;
    }
    now = evidence_types[type].word;
    if (strcmp(now, was) == 0 && (base || !text || item->count))
        return false;
    kp_ynode_set(form->arena, item, "type", form_scalar(form, now, true, place), evidence_order);
    return true;
}

bool form_set_text(const form_row *row, kp_form_column column, uint32_t slot, kp_ynode *map, const char *key,
                   const char *const *order)
{
    kp_ynode *value;
    bool changed = form_read_text(row, column, slot, field_of(map, key), &value);

    if (changed && value)
        kp_ynode_set(row->form->arena, map, key, value, order);
    else if (changed)
        kp_ynode_remove(map, key);
    return changed;
}

/* An item whose cells are all empty is none, or none any more. */
static void read_evidence(const form_row *row, form_entry entry, uint32_t slot, const kp_ynode *base)
{
    kp_form *form = row->form;
    bool changed, filled = form_text(row, KP_FORM_EVIDENCE_TYPE, slot) ||
                           form_text(row, KP_FORM_EVIDENCE_TEXT, slot) ||
                           form_text(row, KP_FORM_EVIDENCE_REF, slot);

    entry.field = "evidence";
    entry.is_item = true;
    entry.place = form_place(row, KP_FORM_EVIDENCE_TEXT, slot);
    entry.base = base && base->kind == KP_YMAP ? base : NULL;
    if (!filled && !entry.base)
        return;
    entry.value =
        entry.base ? kp_ynode_copy(form->arena, entry.base) : kp_ynode_collection(form->arena, KP_YMAP);
    changed = read_type(row, slot, entry.value);
    changed |= form_set_text(row, KP_FORM_EVIDENCE_TEXT, slot, entry.value, "text", evidence_order);
    changed |= form_set_text(row, KP_FORM_EVIDENCE_REF, slot, entry.value, "ref", evidence_order);
    if (!filled && changed)
        entry.value = NULL;
    else if (!entry.base && !entry.value->count) /* "other", and nothing else */
        kp_ynode_set(form->arena, entry.value, "type", kp_ynode_scalar(form->arena, "other", true),
                     evidence_order);
    entry.is_changed = changed || !entry.number;
    if (!entry.number)
        entry.base = NULL;
    form_add(form, entry);
}

static bool has_evidence(const form_row *row)
{
    return form_text(row, KP_FORM_EVIDENCE_TYPE, 0) || form_text(row, KP_FORM_EVIDENCE_TEXT, 0) ||
           form_text(row, KP_FORM_EVIDENCE_REF, 0);
}

static void read_evidence_row(const form_row *row)
{
    kp_form *form = row->form;
    form_item *item = form_item_of(row);
    form_entry entry = {.part = PART_ANSWER,
                        .field = "evidence",
                        .is_item = true,
                        .place = form_place(row, KP_FORM_EVIDENCE_TEXT, 0)};
    form_subject subject;

    if (!has_evidence(row)) { /* a row to fill in, or one that was emptied */
        form_drop_item(form, item, entry);
        return;
    }
    subject = form_subject_of(row);
    if (!subject.id)
        return;
    entry.id = subject.id;
    entry.id_place = form_place(row, KP_FORM_ID, 0);
    entry.node = subject.node;
    if (item && strcmp(item->id, subject.id) != 0) { /* it goes to another question */
        form_drop_item(form, item, entry);
        read_evidence(row, entry, 0, item->node);
        return;
    }
    entry.number = item ? item->number : 0;
    if (item)
        item->is_shown = true;
    read_evidence(row, entry, 0, item ? item->node : NULL);
}

/* ---- a row ---- */

static void read_texts(const form_row *row, form_entry entry, const kp_ynode *base)
{
    static const struct {
        kp_form_column column;
        const char *key;
    } texts[] = {{KP_FORM_COMMENT, "comment"}, {KP_FORM_NOTE, "note"}};
    kp_form *form = row->form;
    bool was = is_true(field_of(base, "best_practice")), now;

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (!form_has_column(row, texts[i].column, 0))
            continue;
        entry.field = texts[i].key;
        entry.place = form_place(row, texts[i].column, 0);
        entry.base = field_of(base, texts[i].key);
        entry.is_changed = form_read_text(row, texts[i].column, 0, entry.base, &entry.value);
        form_add(form, entry);
    }
    if (!form_has_column(row, KP_FORM_BEST_PRACTICE, 0))
        return;
    now = read_flag(row, KP_FORM_BEST_PRACTICE, was);
    entry.field = "best_practice";
    entry.place = form_place(row, KP_FORM_BEST_PRACTICE, 0);
    entry.base = field_of(base, "best_practice");
    entry.value = now ? form_scalar(form, "true", true, entry.place) : NULL;
    entry.is_changed = was != now;
    form_add(form, entry);
}

/* The question's first evidence, second ... in its own row. */
static void read_evidence_slot(const form_row *row, form_entry entry, uint32_t slot)
{
    kp_form *form = row->form;
    form_item *item = form_find_item(form, kp_form_evidence_item(form->arena, entry.id, slot));

    if (item)
        item->is_shown = true;
    entry.number = item ? slot : 0;
    read_evidence(row, entry, slot, item ? item->node : NULL);
}

static void read_answer_row(const form_row *row)
{
    kp_form *form = row->form;
    form_subject subject = form_subject_of(row);
    form_entry entry = {.part = PART_ANSWER,
                        .id = subject.id,
                        .node = subject.node,
                        .id_place = form_place(row, KP_FORM_ID, 0)};
    const kp_ynode *base;

    if (!subject.id)
        return;
    if (subject.node)
        form->has_row[subject.node->index] = true;
    base = base_answer(form, subject.id);
    read_answer_itself(row, entry, base);
    read_texts(row, entry, base);
    for (uint32_t i = 0; i < row->table->count; i++) {
        const form_column *c = &row->table->columns[i];
        if (c->column == KP_FORM_BY)
            read_own(row, entry, base, c->slot);
        if (c->column == KP_FORM_EVIDENCE_TEXT && c->slot)
            read_evidence_slot(row, entry, c->slot);
    }
}

void form_read_answers(kp_form *form)
{
    form_each_row(form, KP_FORM_ANSWERS, read_answer_row);
    form_each_row(form, KP_FORM_EVIDENCE, read_evidence_row);
}
