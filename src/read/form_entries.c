#include "form_internal.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/utf8.h"

/* What single cells say, held against the base. */

/* ---- nodes ---- */

/* An id that a program has made a number of has lost its zeros: 1.1 may have been 1.10, and 2 may have
 * been 2.0. */
static const char *id_of_number(const form_row *row, kp_form_column column, const char *digits)
{
    static const char *const lost[] = {"", "0", "00", ".0", ".00"};
    const char *found = NULL, *second = NULL;

    for (size_t i = 0; i < sizeof(lost) / sizeof(lost[0]); i++) {
        const char *id = kp_arena_printf(row->form->arena, "%s%s", digits, lost[i]);
        bool fits = !*lost[i] || (*lost[i] == '.') == !strchr(digits, '.');
        if (fits && kp_rubric_find(row->form->rubric, id))
            *(found ? &second : &found) = id;
    }
    if (!second)
        return found ? found : digits;
    kp_report(row->form->sink, KP_D_ID_IS_NUMBER, form_place(row, column, 0), digits, found, second);
    return NULL;
}

/* An id that a cell cannot show as it is: a tab looks like a blank, and blanks at its ends are not seen. */
static const char *odd_id_like(const kp_form *form, const char *text)
{
    for (size_t i = 0; i < form->odd_id_count; i++)
        if (form_same_words(form->arena, text, form->odd_ids[i]))
            return form->odd_ids[i];
    return text;
}

void form_find_odd_ids(kp_form *form)
{
    form->odd_ids = KP_NEW_ARRAY(form->arena, form->rubric->node_count, const char *);
    for (uint32_t i = 0; i < form->rubric->node_count; i++) {
        const char *id = form->rubric->nodes[i]->id;
        if (strcmp(id, kp_utf8_one_line(form->arena, id)) != 0)
            form->odd_ids[form->odd_id_count++] = id;
    }
}

/* "1 Demokrati", as drop-downs of areas show them. */
static const char *id_before_title(const kp_form *form, const char *text)
{
    enum { LONGEST = 500 };

    if (strlen(text) > LONGEST)
        return text;
    for (size_t n = strcspn(text, " \t\n"); text[n]; n += 1 + strcspn(text + n + 1, " \t\n")) {
        const char *id = kp_arena_strndup(form->arena, text, n);
        const kp_node *node = kp_rubric_find(form->rubric, id);
        const char *rest = text + n + strspn(text + n, " \t\n");
        for (uint32_t i = 0; node && i < node->title.count; i++)
            if (form_same_words(form->arena, rest, node->title.entries[i].text))
                return node->id;
        for (uint32_t i = 0; node && i < node->short_title.count; i++)
            if (form_same_words(form->arena, rest, node->short_title.entries[i].text))
                return node->id;
    }
    return text;
}

const char *form_id(const form_row *row, kp_form_column column)
{
    const kp_read_cell *cell = form_cell(row, column, 0);
    const char *text = form_text(row, column, 0), *id;

    if (!text)
        return NULL;
    if (cell->kind == KP_HOLDS_NUMBER)
        return id_of_number(row, column, text);
    if (kp_rubric_find(row->form->rubric, cell->text))
        return cell->text;
    if (kp_rubric_find(row->form->rubric, text))
        return text;
    id = id_before_title(row->form, text);
    return id == text ? odd_id_like(row->form, text) : id;
}

/* Something stands in a cell to fill in, though in none of the columns that say what the row is about. */
static const form_column *something_filled_in(const form_row *row)
{
    for (uint32_t i = 0; i < row->table->count; i++) {
        const form_column *c = &row->table->columns[i];
        if (c->column != KP_FORM_ID && c->column != KP_FORM_ITEM && form_text(row, c->column, c->slot))
            return c;
    }
    return NULL;
}

/* Of a question's own row, the number is locked; elsewhere it is to be chosen. */
static const char *way_out(const form_row *row)
{
    const kp_form *form = row->form;

    if (row->table->kind == KP_FORM_ANSWERS)
        return kp_phrase(form->sink, form->arena, KP_P_MOVE_ROW, NULL);
    return kp_phrase(form->sink, form->arena, KP_P_FILL_IN_ID, form_column_label(form, KP_FORM_ID, 0));
}

form_subject form_subject_of(const form_row *row)
{
    form_subject subject = {form_id(row, KP_FORM_ID), NULL};
    const form_column *filled;

    if (subject.id) {
        subject.node = kp_rubric_find(row->form->rubric, subject.id);
        return subject;
    }
    filled = form_text(row, KP_FORM_ID, 0) ? NULL : something_filled_in(row);
    if (filled)
        kp_report(row->form->sink, KP_D_ROW_WITHOUT_ID, form_place(row, filled->column, filled->slot),
                  form_text(row, filled->column, filled->slot), way_out(row));
    return subject;
}

/* ---- entries ---- */

form_entry *form_add(kp_form *form, form_entry entry)
{
    KP_MAKE_ROOM(form->arena, form->entries, form->entry_count, form->entry_room);
    entry.form = form->index;
    entry.order = form->entry_count;
    form->entries[form->entry_count] = entry;
    return &form->entries[form->entry_count++];
}

kp_ynode *form_scalar(const kp_form *form, const char *text, bool plain, kp_place place)
{
    kp_ynode *node = kp_ynode_scalar(form->arena, text, plain);

    node->line = place.line;
    node->column = place.column;
    node->width = 1;
    return node;
}

/* ---- texts ---- */

/* The key of the language in which a form shows a text by languages: as kp_text_get() chooses. */
static const kp_ynode *language_shown(const kp_form *form, const kp_ynode *map)
{
    const char *const wanted[] = {form->lang, form->base_lang};

    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
        for (const kp_ynode *key = map->first; key && wanted[i]; key = key->next)
            if (key->kind == KP_YSCALAR && strcmp(key->text, wanted[i]) == 0)
                return key;
    return map->first;
}

static kp_ynode *with_language(const kp_form *form, const kp_ynode *map, const kp_ynode *key, kp_ynode *text)
{
    kp_ynode *copy = kp_ynode_copy(form->arena, map);

    if (text)
        kp_ynode_set(form->arena, copy, key->text, text, NULL);
    else
        kp_ynode_remove(copy, key->text);
    return copy->count ? copy : NULL;
}

static kp_ynode *typed_text(const form_row *row, kp_form_column column, uint32_t slot)
{
    const kp_read_cell *cell = form_cell(row, column, slot);
    const char *text = form_whole_text(row, column, slot);

    if (!text)
        return NULL;
    if (cell->left_out)
        kp_report(row->form->sink, KP_D_CONTROL_LEFT_OUT, form_place(row, column, slot), NULL);
    return form_scalar(row->form, text, false, form_place(row, column, slot));
}

bool form_read_text(const form_row *row, kp_form_column column, uint32_t slot, const kp_ynode *base,
                    kp_ynode **ret)
{
    kp_form *form = row->form;
    const kp_read_cell *cell = form_cell(row, column, slot);
    const kp_ynode *key = base && base->kind == KP_YMAP ? language_shown(form, base) : NULL;
    const kp_ynode *old = key ? key->value : base;
    const char *was = old && old->kind == KP_YSCALAR ? old->text : "";

    *ret = base ? kp_ynode_copy(form->arena, base) : NULL;
    if (!form_has_column(row, column, slot) || (cell && cell->kind == KP_HOLDS_ERROR)) {
        form_text(row, column, slot); /* which reports the error value */
        return false;
    }
    if (form_shows(form->arena, cell ? cell->text : "", was))
        return false;
    if (form_is_cut(was)) {
        kp_report(form->sink, KP_D_CUT_TEXT_CHANGED, form_place(row, column, slot), NULL);
        return false;
    }
    *ret = typed_text(row, column, slot);
    if (key)
        *ret = with_language(form, base, key, *ret);
    return true;
}

/* ---- maps by id ---- */

static int by_id(const void *a, const void *b)
{
    return strcmp(((const form_key *)a)->id, ((const form_key *)b)->id);
}

form_keys form_keys_of(kp_arena *arena, const kp_ynode *map)
{
    form_keys keys = {NULL, 0};

    if (!map || map->kind != KP_YMAP)
        return keys;
    keys.items = KP_NEW_ARRAY(arena, map->count, form_key);
    for (kp_ynode *key = map->first; key; key = key->next)
        keys.items[keys.count++] = (form_key){key->text, key};
    qsort(keys.items, keys.count, sizeof(*keys.items), by_id);
    return keys;
}

kp_ynode *form_find_key(const form_keys *keys, const char *id)
{
    const form_key wanted = {id, NULL}, *found;

    if (!keys->count)
        return NULL;
    found = bsearch(&wanted, keys->items, keys->count, sizeof(wanted), by_id);
    return found ? found->key : NULL;
}

/* ---- items of the base ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(((const form_item *)a)->name, ((const form_item *)b)->name);
}

static size_t count_items(const form_keys *keys)
{
    size_t count = 0;

    for (size_t i = 0; i < keys->count; i++)
        for (const kp_ynode *k = keys->items[i].key->value->first; k; k = k->next)
            count += k->value && k->value->kind == KP_YSEQ ? k->value->count : 0;
    return count;
}

static void add_items(kp_form *form, const char *id, const char *field, const kp_ynode *list)
{
    uint32_t number = 1;

    for (const kp_ynode *node = list && list->kind == KP_YSEQ ? list->first : NULL; node; node = node->next) {
        const char *name = kp_arena_printf(form->arena, "%s#%s#%u", id, field, number);
        form->items[form->item_count++] =
            (form_item){kp_utf8_one_line(form->arena, name), id, field, number++, node, false};
    }
}

void form_list_items(kp_form *form)
{
    form->items =
        KP_NEW_ARRAY(form->arena, count_items(&form->answers) + count_items(&form->findings), form_item);
    for (size_t i = 0; i < form->answers.count; i++)
        add_items(form, form->answers.items[i].id, "evidence",
                  kp_ynode_get(form->answers.items[i].key->value, "evidence"));
    for (size_t i = 0; i < form->findings.count; i++)
        for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++) {
            const char *word = kp_form_finding_word((kp_finding_kind)kind);
            add_items(form, form->findings.items[i].id, word,
                      kp_ynode_get(form->findings.items[i].key->value, word));
        }
    if (form->item_count)
        qsort(form->items, form->item_count, sizeof(*form->items), by_name);
}

form_item *form_find_item(kp_form *form, const char *name)
{
    form_item wanted = {.name = name ? kp_utf8_one_line(form->arena, name) : NULL};

    if (!name || !form->item_count)
        return NULL;
    return bsearch(&wanted, form->items, form->item_count, sizeof(wanted), by_name);
}

/* Where a row was copied, the second one is new: people do so to write something alike. */
form_item *form_item_of(const form_row *row)
{
    form_item *item = form_find_item(row->form, form_text(row, KP_FORM_ITEM, 0));

    return item && item->is_shown ? NULL : item;
}

void form_drop_item(kp_form *form, form_item *item, form_entry entry)
{
    if (!item)
        return;
    item->is_shown = true;
    entry.id = item->id;
    entry.field = item->field;
    entry.number = item->number;
    entry.node = kp_rubric_find(form->rubric, item->id);
    entry.base = item->node;
    entry.value = NULL;
    entry.is_changed = true;
    form_add(form, entry);
}

/* ---- words of a choice ---- */

void form_report_word(const form_row *row, kp_form_column column, uint32_t slot, kp_phrase_id what,
                      const form_word *words)
{
    kp_form *form = row->form;
    const char *const *labels = form_word_labels(form, words);
    const char *text = form_text(row, column, slot), *list = "";
    const char *nearest = kp_nearest_name(text, labels);

    for (size_t i = 0; labels[i]; i++)
        list =
            kp_arena_printf(form->arena, "%s%s'%s'", list, i ? ", " : "", labels[i]); /* some have commas */
    kp_report(form->sink, KP_D_NOT_THE_WORD, form_place(row, column, slot), text,
              kp_phrase(form->sink, form->arena, what, NULL),
              nearest ? kp_phrase(form->sink, form->arena, KP_P_DID_YOU_MEAN, nearest)
                      : kp_phrase(form->sink, form->arena, KP_P_POSSIBLE_ARE, list));
}
