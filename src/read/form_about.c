#include "form_internal.h"

#include <string.h>

/* The first sheet: the municipality, the round, the evaluators. */

/* ---- about ---- */

static const form_word states[] = {
    {"draft", KP_DRAFT, KP_L_STATE_DRAFT, false}, {"final", KP_FINAL, KP_L_STATE_FINAL, false}, {0}};

/* The base's value of a key such as "unit.name". */
static const kp_ynode *base_of(const kp_form *form, const char *name)
{
    const char *point = strchr(name, '.');
    const kp_ynode *map = form->base_root;

    if (map && point) {
        map = kp_ynode_get(map, kp_arena_strndup(form->arena, name, (size_t)(point - name)));
        name = point + 1;
    }
    return map ? kp_ynode_get(map, name) : NULL;
}

/* A year or a date is the digits as they are, also where a program has made a number or a date of them. */
static kp_ynode *read_digits(const form_row *row)
{
    const char *text = form_text(row, KP_FORM_VALUE, 0);

    return text ? form_scalar(row->form, text, true, form_place(row, KP_FORM_VALUE, 0)) : NULL;
}

static kp_ynode *read_state(const form_row *row)
{
    const char *text = form_text(row, KP_FORM_VALUE, 0);
    kp_place place = form_place(row, KP_FORM_VALUE, 0);
    int state;

    if (!text)
        return NULL;
    state = form_find_word(row->form, states, text);
    if (state < 0) {
        form_report_word(row, KP_FORM_VALUE, 0, KP_P_STATE_WORD, states);
        return NULL;
    }
    return form_scalar(row->form, states[state].word, true, place);
}

static bool same_scalar(const kp_ynode *a, const kp_ynode *b)
{
    bool no_a = !a || kp_ynode_is_empty(a), no_b = !b || kp_ynode_is_empty(b);

    return no_a || no_b ? no_a == no_b : a->kind == KP_YSCALAR && strcmp(a->text, b->text) == 0;
}

static void read_about_row(const form_row *row)
{
    kp_form *form = row->form;
    const char *key = form_text(row, KP_FORM_KEY, 0);
    kp_form_about about;
    form_entry entry = {.part = PART_ABOUT, .place = form_place(row, KP_FORM_VALUE, 0)};

    if (!key || !kp_form_find_about(key, &about))
        return;
    entry.id = kp_form_about_name(about);
    entry.base = base_of(form, entry.id);
    if (about == KP_FORM_ABOUT_YEAR || about == KP_FORM_ABOUT_VISITED || about == KP_FORM_ABOUT_DATE) {
        entry.value = read_digits(row);
        entry.is_changed = !same_scalar(entry.base, entry.value);
    } else if (about == KP_FORM_ABOUT_STATE) {
        entry.value = read_state(row);
        entry.is_changed = !same_scalar(entry.base, entry.value);
        if (!entry.base && entry.value && strcmp(entry.value->text, states[KP_DRAFT].word) == 0)
            entry.is_changed = false; /* what is not said is a draft */
    } else {
        entry.is_changed = form_read_text(row, KP_FORM_VALUE, 0, entry.base, &entry.value);
    }
    /* What must be there is missed in its cell. */
    if (!entry.value && (about == KP_FORM_ABOUT_UNIT_NAME || about == KP_FORM_ABOUT_YEAR)) {
        entry.value = form_scalar(form, "", true, entry.place);
        entry.is_changed = true;
    }
    form_add(form, entry);
}

/* ---- evaluators ---- */

static const kp_ynode *base_evaluator(const kp_form *form, uint32_t slot)
{
    const kp_ynode *list = form->base_root ? kp_ynode_get(form->base_root, "evaluators") : NULL;
    const kp_ynode *item = list && list->kind == KP_YSEQ ? list->first : NULL;

    while (item && --slot)
        item = item->next;
    return item;
}

static bool read_field(const form_row *row, kp_form_column column, const char *key, const kp_ynode *base,
                       kp_ynode *map)
{
    static const char *const order[] = {"id", "name", "organisation", NULL};
    const kp_ynode *was = base ? kp_ynode_get(base, key) : NULL;
    kp_ynode *value;
    bool changed = form_read_text(row, column, 0, was, &value);

    if (changed && value && form_text(row, column, 0))
        value->text = form_text(row, column, 0);
    if (!changed)
        return false;
    if (value)
        kp_ynode_set(row->form->arena, map, key, value, order);
    else
        kp_ynode_remove(map, key);
    return true;
}

form_slot *form_slot_at(kp_form *form, uint32_t number)
{
    if (number > form->slot_room) {
        form->slot_room = number < 8 ? 8 : 2 * number;
        form->slots = kp_arena_enlarged(form->arena, form->slots, form->slot_count, form->slot_room,
                                        sizeof(*form->slots));
    }
    if (number > form->slot_count)
        form->slot_count = number;
    return &form->slots[number - 1];
}

void form_report_nameless(const kp_form *form)
{
    for (uint32_t i = 0; i < form->slot_count; i++) {
        const form_slot *slot = &form->slots[i];
        if (slot->nameless)
            kp_report(form->sink, KP_D_EVALUATOR_WITHOUT_ID, slot->place.source ? slot->place : slot->first,
                      kp_arena_printf(form->arena, "%u", i + 1),
                      kp_arena_printf(form->arena, "%zu", slot->nameless));
    }
}

/* Somebody new may take the initials that one of the base gives up: until all are renamed, the two are kept
 * apart. */
static bool is_of_base(const kp_form *form, const char *evaluator)
{
    const kp_ynode *list = form->base_root ? kp_ynode_get(form->base_root, "evaluators") : NULL;

    for (const kp_ynode *item = list && list->kind == KP_YSEQ ? list->first : NULL; item; item = item->next) {
        const kp_ynode *id = kp_ynode_get(item, "id");
        if (id && id->kind == KP_YSCALAR && strcmp(id->text, evaluator) == 0)
            return true;
    }
    return false;
}

static void read_evaluator_row(const form_row *row)
{
    kp_form *form = row->form;
    const char *name = form_text(row, KP_FORM_SLOT, 0);
    form_entry entry = {.part = PART_EVALUATOR, .field = "", .place = form_place(row, KP_FORM_EVALUATOR, 0)};
    const kp_ynode *base, *id;
    form_slot *own;
    uint32_t slot;

    if (!name || !kp_form_find_slot(name, &slot))
        return;
    own = form_slot_at(form, slot);
    own->place = entry.place;
    base = base_evaluator(form, slot);
    entry.base = base;
    entry.value = base ? kp_ynode_copy(form->arena, base) : kp_ynode_collection(form->arena, KP_YMAP);
    if (entry.value->kind != KP_YMAP)
        return;
    entry.is_changed = read_field(row, KP_FORM_EVALUATOR, "id", base, entry.value);
    entry.is_changed |= read_field(row, KP_FORM_NAME, "name", base, entry.value);
    entry.is_changed |= read_field(row, KP_FORM_ORGANISATION, "organisation", base, entry.value);
    entry.value->line = entry.place.line;
    entry.value->column = entry.place.column;
    /* Own values are kept under the id that the base has; who is renamed, is renamed at the end. */
    id = base ? kp_ynode_get(base, "id") : kp_ynode_get(entry.value, "id");
    if (!base && !entry.value->count)
        return;
    own->evaluator = id && id->kind == KP_YSCALAR && *id->text ? id->text : NULL;
    if (own->evaluator && !base && is_of_base(form, own->evaluator))
        own->evaluator = kp_form_slot_name(form->arena, slot);
    entry.id = own->evaluator ? own->evaluator : kp_form_slot_name(form->arena, slot);
    entry.number = base ? slot : 0;
    form_add(form, entry);
}

void form_read_about(kp_form *form)
{
    form_each_row(form, KP_FORM_ABOUT, read_about_row);
    form_each_row(form, KP_FORM_EVALUATORS, read_evaluator_row);
}
