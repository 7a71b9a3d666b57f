#include "form_internal.h"

#include <string.h>

/* Findings: the summary of an area, and what stands in its lists. */

static const form_word kinds[] = {{"strengths", KP_STRENGTH, KP_L_STRENGTHS, false},
                                  {"partial", KP_PARTIAL, KP_L_PARTIAL, false},
                                  {"improvements", KP_IMPROVEMENT, KP_L_IMPROVEMENTS, false},
                                  {"examples", KP_EXAMPLE, KP_L_TO_LEARN_FROM, false},
                                  {"partial", KP_PARTIAL, KP_L_KIND_PARTIAL, true},
                                  {"improvements", KP_IMPROVEMENT, KP_L_KIND_IMPROVEMENT, true},
                                  {"examples", KP_EXAMPLE, KP_L_GOOD_EXAMPLES, true},
#define FINDING(kind, text) {text, KP_##kind, KP_L_STRENGTHS, true},
#include "words.def"
                                  {0}};
static const char *const finding_order[] = {"id", "unit", "text", "questions", NULL};

static const kp_ynode *base_findings(const kp_form *form, const char *id)
{
    const kp_ynode *key = form_find_key(&form->findings, id);

    return key && key->value->kind == KP_YMAP ? key->value : NULL;
}

/* ---- summaries ---- */

static void read_summary_row(const form_row *row)
{
    kp_form *form = row->form;
    form_subject subject = form_subject_of(row);
    form_entry entry = {.part = PART_SUMMARY,
                        .id = subject.id,
                        .node = subject.node,
                        .place = form_place(row, KP_FORM_SUMMARY, 0),
                        .id_place = form_place(row, KP_FORM_ID, 0)};
    const kp_ynode *base;

    if (!subject.id)
        return;
    base = base_findings(form, subject.id);
    entry.base = base ? kp_ynode_get(base, "summary") : NULL;
    if (entry.base && kp_ynode_is_empty(entry.base))
        entry.base = NULL;
    entry.is_changed = form_read_text(row, KP_FORM_SUMMARY, 0, entry.base, &entry.value);
    form_add(form, entry);
}

/* ---- the questions of a finding ---- */

static bool is_separator(char c)
{
    return c && strchr(", ;\n\t", c) != NULL;
}

/* The longest id of the rubric at the beginning of a text that a separator or the end follows; else all up to
 * the next comma, semicolon or line break. */
static size_t id_length_at(const kp_rubric *rubric, const char *text)
{
    size_t best = 0;

    for (uint32_t i = 0; i < rubric->node_count; i++) {
        size_t length = strlen(rubric->nodes[i]->id);
        if (length > best && strncmp(text, rubric->nodes[i]->id, length) == 0 &&
            (!text[length] || is_separator(text[length])))
            best = length;
    }
    return best ? best : strcspn(text, ",;\n");
}

static const char *questions_shown(kp_arena *arena, const kp_ynode *list)
{
    kp_buf text = KP_BUF_INIT;
    const char *shown;

    for (const kp_ynode *item = list ? list->first : NULL; item; item = item->next) {
        kp_buf_puts(&text, text.length ? ", " : "");
        kp_buf_puts(&text, item->kind == KP_YSCALAR ? item->text : "");
    }
    shown = kp_arena_strdup(arena, kp_buf_text(&text));
    kp_buf_done(&text);
    return shown;
}

static kp_ynode *read_list(const form_row *row, const char *text, kp_place place)
{
    kp_form *form = row->form;
    kp_ynode *list = kp_ynode_collection(form->arena, KP_YSEQ), **end = &list->first;
    const kp_read_cell *cell = form_cell(row, KP_FORM_QUESTIONS, 0);

    if (cell->kind == KP_HOLDS_NUMBER) {
        const char *id = form_id(row, KP_FORM_QUESTIONS);
        if (id)
            kp_ynode_append(list, form_scalar(form, id, false, place));
        return list;
    }
    while (*text) {
        size_t length;
        while (is_separator(*text))
            text++;
        length = *text ? id_length_at(form->rubric, text) : 0;
        if (length) {
            *end = form_scalar(form, kp_arena_strndup(form->arena, text, length), false, place);
            end = &(*end)->next; /* by hand: a hostile list is long */
            list->count++;
        }
        text += length;
    }
    return list;
}

static bool read_questions(const form_row *row, kp_ynode *map)
{
    kp_form *form = row->form;
    const kp_ynode *base = kp_ynode_get(map, "questions");
    const char *text = form_text(row, KP_FORM_QUESTIONS, 0);
    kp_ynode *list;

    if (!form_has_column(row, KP_FORM_QUESTIONS, 0) ||
        form_same_words(form->arena, questions_shown(form->arena, base), text ? text : ""))
        return false;
    list = text ? read_list(row, text, form_place(row, KP_FORM_QUESTIONS, 0)) : NULL;
    if (base && kp_ynode_equal(base, list))
        return false;
    if (list && list->count)
        kp_ynode_set(form->arena, map, "questions", list, finding_order);
    else
        kp_ynode_remove(map, "questions");
    return true;
}

/* ---- findings ---- */

/* A finding as a map, whatever short form it was written in. */
static kp_ynode *long_finding(kp_arena *arena, const kp_ynode *item)
{
    kp_ynode *map;

    if (item && item->kind == KP_YMAP)
        for (size_t i = 0; finding_order[i]; i++)
            if (kp_ynode_get(item, finding_order[i]))
                return kp_ynode_copy(arena, item);
    map = kp_ynode_collection(arena, KP_YMAP);
    if (item)
        kp_ynode_set(arena, map, "text", kp_ynode_copy(arena, item), finding_order);
    return map;
}

/* A finding that is a text alone is written as one. */
static kp_ynode *short_finding(kp_ynode *map)
{
    return map->count == 1 && strcmp(map->first->text, "text") == 0 ? map->first->value : map;
}

static int kind_of(const form_row *row, const form_item *item)
{
    kp_form *form = row->form;
    const char *text = form_text(row, KP_FORM_KIND, 0);
    int kind = text ? form_find_word(form, kinds, text) : -1;

    if (!text && item && !form_has_column(row, KP_FORM_KIND, 0))
        return form_find_word(form, kinds, item->field);
    if (!text)
        kp_report(form->sink, KP_D_KIND_MISSING, form_place(row, KP_FORM_KIND, 0), NULL);
    else if (kind < 0)
        form_report_word(row, KP_FORM_KIND, 0, KP_P_FINDING_WORD, kinds);
    return kind;
}

/* Whose text was taken out is one no more, whatever else still stands in its row: the form says so. */
static bool is_filled(const form_row *row, const form_item *item)
{
    static const kp_form_column columns[] = {KP_FORM_FINDING, KP_FORM_UNIT, KP_FORM_TEXT, KP_FORM_QUESTIONS};
    const kp_ynode *map = item ? long_finding(row->form->arena, item->node) : NULL;
    const kp_ynode *text = map ? kp_ynode_get(map, "text") : NULL;

    if (text && !kp_ynode_is_empty(text) && form_has_column(row, KP_FORM_TEXT, 0) &&
        !form_text(row, KP_FORM_TEXT, 0))
        return false;
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
        if (form_text(row, columns[i], 0))
            return true;
    return false;
}

/* An id is one line; blanks around it were a slip. */
static bool read_finding_id(const form_row *row, kp_ynode *map)
{
    bool changed = form_set_text(row, KP_FORM_FINDING, 0, map, "id", finding_order);
    kp_ynode *id = kp_ynode_get(map, "id");

    if (changed && id)
        id->text = form_text(row, KP_FORM_FINDING, 0);
    return changed;
}

static bool read_fields(const form_row *row, kp_ynode *map)
{
    bool changed = read_finding_id(row, map);

    changed |= form_set_text(row, KP_FORM_UNIT, 0, map, "unit", finding_order);
    changed |= form_set_text(row, KP_FORM_TEXT, 0, map, "text", finding_order);
    changed |= read_questions(row, map);
    return changed;
}

static void read_finding_row(const form_row *row)
{
    kp_form *form = row->form;
    form_item *item = form_item_of(row);
    form_entry entry = {.part = PART_FINDING, .is_item = true, .place = form_place(row, KP_FORM_TEXT, 0)};
    form_subject subject;
    kp_ynode *map;
    bool changed, moved;
    int kind;

    if (!is_filled(row, item)) { /* a row to fill in, or one that was emptied */
        form_drop_item(form, item, entry);
        return;
    }
    subject = form_subject_of(row);
    kind = subject.id ? kind_of(row, item) : -1;
    if (kind < 0)
        return;
    entry.id = subject.id;
    entry.id_place = form_place(row, KP_FORM_ID, 0);
    entry.node = subject.node;
    entry.field = kp_form_finding_word((kp_finding_kind)kind);
    map = long_finding(form->arena, item ? item->node : NULL);
    changed = read_fields(row, map);
    moved = item && (strcmp(item->id, entry.id) != 0 || strcmp(item->field, entry.field) != 0);
    if (moved)
        form_drop_item(form, item, entry);
    else if (item)
        item->is_shown = true;
    entry.number = item && !moved ? item->number : 0;
    entry.base = entry.number ? item->node : NULL;
    entry.value = short_finding(map);
    entry.value->line = entry.place.line;
    entry.value->column = entry.place.column;
    entry.is_changed = changed || moved || !item;
    form_add(form, entry);
}

void form_read_findings(kp_form *form)
{
    form_each_row(form, KP_FORM_SUMMARIES, read_summary_row);
    form_each_row(form, KP_FORM_FINDINGS, read_finding_row);
}
