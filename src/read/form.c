#include "form_internal.h"

#include <string.h>

/* Opening forms, reading them, merging them. */

kp_forms *kp_forms_new(kp_arena *arena, kp_sink *sink, size_t most)
{
    kp_forms *forms = KP_NEW(arena, kp_forms);

    *forms = (kp_forms){.arena = arena,
                        .sink = sink,
                        .names = KP_NEW_ARRAY(arena, KP_CELL_MAX_SHEETS, struct kp_sheet_name),
                        .items = KP_NEW_ARRAY(arena, most, kp_form *)};
    forms->sheets = (kp_sheet_names){.items = forms->names, .count = 1};
    forms->source.sheets = &forms->sheets;
    return forms;
}

kp_form *kp_forms_open(kp_forms *forms, const char *path)
{
    kp_workbook book;

    return kp_workbook_read(forms->arena, path, forms->sink, &book) ? kp_forms_add(forms, &book) : NULL;
}

kp_form *kp_forms_add(kp_forms *forms, const kp_workbook *book)
{
    kp_form *form = KP_NEW(forms->arena, kp_form);

    *form = (kp_form){
        .forms = forms, .arena = forms->arena, .sink = forms->sink, .index = forms->count, .book = *book};
    if (!forms->source.name) {
        forms->source.name = book->path;
        forms->names[0] = (struct kp_sheet_name){book->path, ""};
    }
    form_find_tables(form);
    if (!form_has_room(form) || !form_read_head(form))
        return NULL;
    if (!forms->count)
        form_call(form);
    form_check_columns(form);
    forms->items[forms->count++] = form;
    return form;
}

const char *kp_form_rubric(const kp_form *form, kp_place *ret_place)
{
    *ret_place = form->rubric_place;
    return form->rubric_id;
}

const char *kp_form_evaluation(const kp_form *form)
{
    return form->evaluation_id;
}

const char *kp_form_base(const kp_form *form, size_t *ret_length)
{
    *ret_length = form->base.length;
    return form->base.data;
}

void kp_form_read(kp_form *form, const kp_rubric *rubric)
{
    form->rubric = rubric;
    form->has_row = KP_NEW_ARRAY(form->arena, rubric->node_count, bool);
    if (form->base_root) {
        form->answers = form_keys_of(form->arena, kp_ynode_get(form->base_root, "answers"));
        form->findings = form_keys_of(form->arena, kp_ynode_get(form->base_root, "findings"));
    }
    if (form->rubric_sha256 && strcmp(form->rubric_sha256, rubric->sha256) != 0)
        kp_report(form->sink, KP_D_FORM_RUBRIC_CHANGED, form->sha_place, rubric->id);
    form_find_odd_ids(form);
    form_list_items(form);
    form_read_about(form);
    form_read_answers(form);
    form_report_nameless(form);
    form_read_findings(form);
    form_check_sheets(form);
    form_check_unread(form);
}

/* Whose form it is may have been written into it when it was made. */
size_t kp_form_filled_in(kp_form *form, const kp_rubric *rubric)
{
    size_t errors = kp_sink_errors(form->sink), count = 0;

    if (kp_form_is_plan(form))
        count = form_plan_filled_in(form, rubric);
    else if (!rubric)
        return 1;
    else
        kp_form_read(form, rubric);
    for (size_t i = 0; i < form->entry_count; i++)
        count += form->entries[i].is_changed && form->entries[i].part > PART_EVALUATOR;
    return count + (kp_sink_errors(form->sink) - errors);
}

/* ---- what has no row ---- */

/* Its own row, or that of something above it that may be answered instead. */
static bool has_row(const kp_forms *forms, const kp_node *node)
{
    for (; node; node = node->parent)
        for (size_t i = 0; i < forms->count; i++)
            if (forms->items[i]->has_row[node->index])
                return true;
    return false;
}

static bool is_shown(const kp_forms *forms, size_t item)
{
    for (size_t i = 0; i < forms->count; i++)
        if (forms->items[i]->items[item].is_shown)
            return true;
    return false;
}

static void add_name(kp_arena *arena, const char **list, size_t *count, const char *name)
{
    enum { NAMED = 6 };

    if (*count < NAMED)
        *list = kp_arena_printf(arena, "%s%s%s", *list, *count ? ", " : "", name);
    else if (*count == NAMED)
        *list = kp_arena_printf(arena, "%s ...", *list);
    ++*count;
}

/* All forms are of one base, so their items are the same. */
static void report_missing(kp_forms *forms, const kp_rubric *rubric)
{
    const kp_form *first = forms->items[0];
    const char *list = "";
    size_t count = 0;

    for (uint32_t i = 1; i < rubric->node_count; i++)
        if (!rubric->nodes[i]->child_count && !has_row(forms, rubric->nodes[i]))
            add_name(forms->arena, &list, &count, rubric->nodes[i]->id);
    for (size_t i = 0; i < first->item_count; i++)
        if (!is_shown(forms, i))
            add_name(forms->arena, &list, &count, first->items[i].name);
    if (count)
        kp_report_file(forms->sink, KP_D_ROWS_MISSING, first->book.path,
                       kp_arena_printf(forms->arena, "%zu", count), list);
}

/* ---- merging ---- */

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

bool form_belong_together(kp_forms *forms)
{
    const kp_form *first = forms->items[0];
    bool all = true;

    for (size_t i = 1; i < forms->count; i++) {
        const kp_form *form = forms->items[i];
        if (same_text(first->base_sha256, form->base_sha256) &&
            same_text(first->evaluation_id, form->evaluation_id) &&
            same_text(first->rubric_id, form->rubric_id))
            continue;
        kp_report_file(forms->sink, KP_D_FORMS_DIFFER, form->book.path, first->book.path, NULL);
        all = false;
    }
    return all;
}

kp_ynode *kp_forms_merge(kp_forms *forms, const kp_rubric *rubric)
{
    size_t errors = kp_sink_errors(forms->sink), count;
    form_entry *changes;

    if (!form_belong_together(forms))
        return NULL;
    if (!errors) /* a row whose id is not understood is not missing */
        report_missing(forms, rubric);
    changes = form_merge_entries(forms, &count);
    if (kp_sink_errors(forms->sink) != errors)
        return NULL;
    return form_apply(forms, rubric, changes, count);
}
