#include "form_internal.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/write.h"

/* Several forms, filled in separately, as one list of changes: at most one for each thing. */

/* ---- order ---- */

static int compare_texts(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static int compare_addresses(const form_entry *x, const form_entry *y)
{
    int order = (x->part > y->part) - (x->part < y->part);

    if (order == 0)
        order = compare_texts(x->id, y->id);
    if (order == 0)
        order = compare_texts(x->field, y->field);
    if (order == 0)
        order = compare_texts(x->sub, y->sub);
    return order ? order : (x->number > y->number) - (x->number < y->number);
}

static int by_address(const void *a, const void *b)
{
    const form_entry *x = a, *y = b;
    int order = compare_addresses(x, y);

    if (order == 0)
        order = (x->form > y->form) - (x->form < y->form);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static form_entry *all_entries(kp_forms *forms, size_t *ret_count)
{
    size_t count = 0;
    form_entry *all;

    for (size_t i = 0; i < forms->count; i++)
        count += forms->items[i]->entry_count;
    all = KP_NEW_ARRAY(forms->arena, count, form_entry);
    *ret_count = 0;
    for (size_t i = 0; i < forms->count; i++) {
        const kp_form *form = forms->items[i];
        if (form->entry_count)
            memcpy(all + *ret_count, form->entries, form->entry_count * sizeof(*all));
        *ret_count += form->entry_count;
    }
    if (count)
        qsort(all, count, sizeof(*all), by_address);
    return all;
}

/* ---- conflicts ---- */

static const kp_ynode not_applicable = {.kind = KP_YSCALAR, .text = "n/a", .plain = true};

/* A value as the drop-down shows it; NULL where it is none of a scale. */
static const char *level_of(kp_forms *forms, const form_entry *entry)
{
    const kp_scale *scale = entry->node ? entry->node->scale : NULL;
    const kp_form *form = forms->items[entry->form];
    const kp_ynode *value = entry->value;
    const kp_level *level;
    kp_decimal number;

    if (entry->part != PART_ANSWER || !value || (*entry->field != '=' && strcmp(entry->field, "by") != 0))
        return NULL;
    if (value->kind == KP_YMAP && value->count == 1)
        value = kp_ynode_get(value, "not_applicable") ? &not_applicable : kp_ynode_get(value, "value");
    if (!value || value->kind != KP_YSCALAR)
        return NULL;
    if (strcmp(value->text, not_applicable.text) == 0)
        return kp_label(KP_L_STATE_NOT_APPLICABLE, form->lang);
    if (!scale || kp_decimal_parse(value->text, &number) != KP_DECIMAL_OK)
        return NULL;
    level = kp_scale_level(forms->arena, scale, number);
    return level ? kp_form_level_label(forms->arena, scale, level, form->lang, form->rubric->language) : NULL;
}

static const char *words_of(kp_forms *forms, const form_entry *entry)
{
    kp_buf text = KP_BUF_INIT;
    const char *words = level_of(forms, entry);

    if (words)
        return words;
    if (!entry->value || (entry->value->kind != KP_YSCALAR && !entry->value->count))
        return kp_phrase(forms->sink, forms->arena, KP_P_NOTHING, NULL);
    kp_write_yaml_line(entry->value, &text);
    words = kp_arena_strdup(forms->arena, kp_buf_text(&text));
    kp_buf_done(&text);
    return words;
}

/* As the form calls it: "1.2.3 Kommentar", "1.2.3 LE", "Kommun". */
static const char *what_of(kp_forms *forms, const form_entry *entry)
{
    const kp_form *form = forms->items[entry->form];
    const char *heading = entry->sub;
    kp_form_about about;

    if (entry->part == PART_ABOUT && kp_form_find_about(entry->id, &about))
        return kp_label(kp_form_about_label(about), form->lang);
    if (entry->part == PART_EVALUATOR)
        return entry->id;
    if (entry->part == PART_SUMMARY)
        heading = kp_label(KP_L_SUMMARY, form->lang);
    else if (!heading && entry->part == PART_ANSWER)
        heading = *entry->field == '=' ? NULL : kp_source_label(&forms->source, entry->field);
    else if (!heading)
        heading = entry->field;
    return heading ? kp_arena_printf(forms->arena, "%s %s", entry->id, heading) : entry->id;
}

static void report_conflict(kp_forms *forms, const form_entry *one, const form_entry *other)
{
    kp_note(kp_report(forms->sink, KP_D_FORM_CONFLICT, other->place, what_of(forms, other),
                      words_of(forms, other), words_of(forms, one)),
            KP_N_THE_OTHER, one->place, NULL);
}

/* Texts of which both may stand: what two people noted of the same thing. */
static bool is_joined(const form_entry *entry)
{
    if (entry->base || !entry->value || entry->value->kind != KP_YSCALAR)
        return false;
    if (entry->part == PART_ANSWER)
        return strcmp(entry->field, "comment") == 0 || strcmp(entry->field, "note") == 0;
    return entry->part == PART_SUMMARY ||
           (entry->part == PART_ABOUT &&
            (strcmp(entry->id, "interviewed") == 0 || strcmp(entry->id, "summary") == 0 ||
             strcmp(entry->id, "note") == 0));
}

static void join(kp_forms *forms, form_entry *one, const form_entry *other)
{
    const char *a = one->value->text, *b = other->value->text;

    if (strstr(a, b))
        return;
    if (!strstr(b, a)) {
        kp_note(kp_report(forms->sink, KP_D_TEXTS_JOINED, other->place, what_of(forms, other)),
                KP_N_THE_OTHER, one->place, NULL);
        b = kp_arena_printf(forms->arena, "%s\n\n%s", a, b);
    }
    one->value->text = b;
}

/* Whether an evaluator's data are among another's: who filled in less does not contradict. */
static bool is_part_of(const kp_ynode *a, const kp_ynode *b)
{
    for (const kp_ynode *key = a->first; key; key = key->next)
        if (!kp_ynode_equal(key->value, kp_ynode_get(b, key->text)))
            return false;
    return true;
}

/* 70 and 70.0 are one answer. */
static bool is_same_answer(kp_arena *arena, const form_entry *one, const form_entry *other)
{
    const kp_ynode *a = one->value, *b = other->value;

    if (one->part != PART_ANSWER || !a || !b)
        return false;
    if (a->kind == KP_YMAP && b->kind == KP_YMAP && a->count == 1 && b->count == 1 &&
        strcmp(a->first->text, b->first->text) == 0) {
        a = a->first->value;
        b = b->first->value;
    }
    return a->kind == KP_YSCALAR && b->kind == KP_YSCALAR && form_same_number(arena, a->text, b->text);
}

static void combine(kp_forms *forms, form_entry *one, const form_entry *other)
{
    if (kp_ynode_equal(one->value, other->value) || is_same_answer(forms->arena, one, other))
        return;
    if (is_joined(one) && is_joined(other))
        join(forms, one, other);
    else if (one->part == PART_EVALUATOR && !one->base && is_part_of(one->value, other->value))
        one->value = other->value;
    else if (one->part != PART_EVALUATOR || one->base || !is_part_of(other->value, one->value))
        report_conflict(forms, one, other);
}

/* ---- merging ---- */

/* The cell that says what a row is about. */
static kp_place name_place(const form_entry *entry)
{
    return entry->id_place.source ? entry->id_place : entry->place;
}

/* A row that is there twice is told once, whatever it has. Own values twice in one row are two evaluators
 * with one id, which is told where they stand. */
static void report_twice(kp_forms *forms, const form_entry *first, const form_entry *second, uint32_t *told)
{
    const char *way_out;

    if (second->place.line == first->place.line || second->place.line == *told)
        return;
    *told = second->place.line;
    way_out = kp_phrase(forms->sink, forms->arena,
                        second->part == PART_EVALUATOR ? KP_P_OWN_INITIALS : KP_P_KEEP_ONE_ROW, NULL);
    kp_note(kp_report(forms->sink, KP_D_ROW_TWICE, name_place(second), second->id, way_out), KP_N_THE_OTHER,
            name_place(first), NULL);
}

/* All entries with one address: at most one of each form. Returns the change, or NULL. */
static form_entry *merge_group(kp_forms *forms, form_entry *group, size_t count, uint32_t *told)
{
    form_entry *change = NULL;

    for (size_t i = 0; i < count; i++) {
        if (i && group[i].form == group[i - 1].form)
            report_twice(forms, &group[i - 1], &group[i], told);
        else if (!group[i].is_changed)
            continue;
        else if (!change)
            change = &group[i];
        else
            combine(forms, change, &group[i]);
    }
    return change;
}

/* A new item and what it says, for comparing. */
typedef struct said {
    const char *text;
    size_t at;
    bool is_repeated;
} said;

static int by_text(const void *a, const void *b)
{
    const said *x = a, *y = b;
    int order = strcmp(x->text, y->text);

    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static said *said_by(kp_forms *forms, const form_entry *group, size_t count)
{
    said *all = KP_NEW_ARRAY(forms->arena, count, said);
    kp_buf line = KP_BUF_INIT;

    for (size_t i = 0; i < count; i++) {
        kp_buf_clear(&line);
        if (group[i].value)
            kp_write_yaml_line(group[i].value, &line);
        all[i] = (said){kp_arena_strdup(forms->arena, kp_buf_text(&line)), i, false};
    }
    kp_buf_done(&line);
    return all;
}

static int by_place(const void *a, const void *b)
{
    const said *x = a, *y = b;

    return (x->at > y->at) - (x->at < y->at);
}

/* New items: all of them, but what a form has that an earlier one has alike. Returns how many are kept. */
static size_t merge_items(kp_forms *forms, form_entry *group, size_t count)
{
    said *all;
    size_t kept = 0;

    if (forms->count < 2)
        return count;
    all = said_by(forms, group, count);
    qsort(all, count, sizeof(*all), by_text);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(all[i].text, all[first].text) != 0)
            first = i;
        all[i].is_repeated = group[all[i].at].form != group[all[first].at].form;
    }
    qsort(all, count, sizeof(*all), by_place);
    for (size_t i = 0; i < count; i++)
        if (!all[i].is_repeated)
            group[kept++] = group[i];
    return kept;
}

form_entry *form_merge_entries(kp_forms *forms, size_t *ret_count)
{
    size_t count, kept = 0;
    form_entry *all = all_entries(forms, &count);
    uint32_t told = 0;

    for (size_t i = 0, end; i < count; i = end) {
        form_entry *change;
        for (end = i + 1; end < count && compare_addresses(&all[i], &all[end]) == 0; end++)
            ;
        if (all[i].is_item && !all[i].number) {
            size_t n = merge_items(forms, &all[i], end - i);
            memmove(all + kept, all + i, n * sizeof(*all));
            kept += n;
        } else if ((change = merge_group(forms, all + i, end - i, &told)) != NULL) {
            all[kept++] = *change;
        }
    }
    *ret_count = kept;
    return all;
}
