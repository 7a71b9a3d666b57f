#include "form_internal.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/os.h"
#include "kompass/write.h"

/* Action plans of score overviews, filled in: each row that says something becomes a commitment. */

typedef struct commitment {
    kp_ynode *map;
    const char *answers; /* the item or question that it answers, or "" */
    const char *said;    /* all of it in one line: what is said twice counts once */
    size_t order;
} commitment;

struct form_plan {
    commitment *items;
    size_t count, room;
    kp_ynode *about[KP_FORM_ABOUT__COUNT]; /* what is filled in, or NULL */
    kp_place as_of;
    const kp_evaluation *evaluation; /* that it follows up; NULL: none at hand */
    size_t only_ranked;              /* rows with a priority and nothing else */
    kp_place first_ranked;
};

static const form_word statuses[] = {{"done", KP_STATUS_DONE, KP_L_STATUS_DONE, false},
                                     {"partly", KP_STATUS_PARTLY, KP_L_STATUS_PARTLY, false},
                                     {"ongoing", KP_STATUS_ONGOING, KP_L_STATUS_ONGOING, false},
                                     {"delayed", KP_STATUS_DELAYED, KP_L_STATUS_DELAYED, false},
                                     {"not_started", KP_STATUS_NOT_STARTED, KP_L_STATUS_NOT_STARTED, false},
                                     {"dropped", KP_STATUS_DROPPED, KP_L_STATUS_DROPPED, false},
                                     {0}};
/* Of what the overview proposes itself; where a proposal was filled in, there is none of these. */
static const form_word kinds[] = {{"partial", KP_PARTIAL, KP_L_KIND_PARTIAL, false},
                                  {"improvements", KP_IMPROVEMENT, KP_L_KIND_IMPROVEMENT, false},
                                  {0}};

bool kp_form_is_plan(const kp_form *form)
{
    bool has_actions = false;

    for (uint32_t i = 0; i < form->table_count; i++) {
        if (form->tables[i].kind == KP_FORM_ANSWERS)
            return false;
        has_actions = has_actions || form->tables[i].kind == KP_FORM_ACTIONS;
    }
    return has_actions;
}

/* ---- cells of a row ---- */

static void put(const form_row *row, kp_ynode *map, const char *key, kp_form_column column, const char *text)
{
    kp_ynode_set(row->form->arena, map, key, form_scalar(row->form, text, false, form_place(row, column, 0)),
                 NULL);
}

static bool is_proposed(const form_row *row)
{
    const char *kind = form_text(row, KP_FORM_KIND, 0);

    return form_text(row, KP_FORM_FINDING, 0) || (kind && form_find_word(row->form, kinds, kind) >= 0);
}

static bool says_what_is_done(const form_row *row)
{
    static const kp_form_column columns[] = {KP_FORM_ACTION, KP_FORM_OWNERS, KP_FORM_DUE, KP_FORM_STATUS};

    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
        if (form_text(row, columns[i], 0))
            return true;
    return !is_proposed(row) && form_text(row, KP_FORM_TEXT, 0);
}

/* Whether all of a text is one item or question, whatever it has in it. */
static bool is_one(const form_row *row, const char *text)
{
    const kp_evaluation *e = row->form->plan->evaluation;

    if (row->form->rubric && kp_rubric_find(row->form->rubric, text))
        return true;
    for (uint32_t i = 0; e && i < e->findings_count; i++)
        for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++)
            for (uint32_t k = 0; k < e->findings[i].count[kind]; k++) {
                const char *id = e->findings[i].items[kind][k].id;
                if (id && strcmp(id, text) == 0)
                    return true;
            }
    return false;
}

/* The parts of a text between commas, semicolons and line breaks, without the blanks around them. */
static kp_ynode *list_from(const form_row *row, kp_form_column column, const char *text)
{
    kp_form *form = row->form;
    kp_ynode *list = kp_ynode_collection(form->arena, KP_YSEQ), **end = &list->first;

    while (text && *text) {
        size_t length = strcspn(text, ",;\n"), n = length;
        while (n && strchr(" \t", text[n - 1]))
            n--;
        if (n) {
            *end =
                form_scalar(form, kp_arena_strndup(form->arena, text, n), false, form_place(row, column, 0));
            end = &(*end)->next;
            list->count++;
        }
        text += length;
        text += strspn(text, ",; \t\n");
    }
    return list->count ? list : NULL;
}

/* The items that the row answers, as people see them, else its questions; NULL: none. @p ret_name: all of
 * them in one word, "F12-F13", or NULL. */
static kp_ynode *answered(const form_row *row, const char **ret_name)
{
    kp_form *form = row->form;
    const char *item = form_text(row, KP_FORM_FINDING, 0), *text = item;
    kp_form_column column = item ? KP_FORM_FINDING : KP_FORM_ID;
    kp_ynode *list;

    *ret_name = NULL;
    if (!item)
        text = form->rubric ? form_id(row, KP_FORM_ID) : form_text(row, KP_FORM_ID, 0);
    if (!text)
        return NULL;
    if (is_one(row, text)) {
        list = kp_ynode_collection(form->arena, KP_YSEQ);
        kp_ynode_append(list, form_scalar(form, text, false, form_place(row, column, 0)));
    } else {
        list = list_from(row, column, text);
    }
    for (const kp_ynode *one = list ? list->first : NULL; one; one = one->next)
        *ret_name = *ret_name ? kp_arena_printf(form->arena, "%s-%s", *ret_name, one->text) : one->text;
    return list;
}

static void put_owners(const form_row *row, kp_ynode *map)
{
    kp_ynode *list = list_from(row, KP_FORM_OWNERS, form_text(row, KP_FORM_OWNERS, 0));

    if (list)
        kp_ynode_set(row->form->arena, map, "owners", list, NULL);
}

/* "31.12.2027", as people here write a date, in the order of the format; anything else as it is. */
static const char *date_of(kp_arena *arena, const char *text)
{
    enum { DAY, MONTH, YEAR, PARTS };
    unsigned part[PARTS] = {0}, digits[PARTS] = {0}, n = 0;

    for (const char *at = text; *at; at++) {
        if (*at == '.' && n < YEAR) {
            n++;
        } else if (*at >= '0' && *at <= '9' && digits[n] < 4) {
            part[n] = part[n] * 10 + (unsigned)(*at - '0');
            digits[n]++;
        } else {
            return text;
        }
    }
    if (n != YEAR || !digits[DAY] || digits[DAY] > 2 || !digits[MONTH] || digits[MONTH] > 2 ||
        digits[YEAR] != 4)
        return text;
    return kp_arena_printf(arena, "%04u-%02u-%02u", part[YEAR], part[MONTH], part[DAY]);
}

static void put_due(const form_row *row, kp_ynode *map)
{
    kp_form *form = row->form;
    const char *text = form_text(row, KP_FORM_DUE, 0), *date = text ? date_of(form->arena, text) : NULL;
    kp_place place = form_place(row, KP_FORM_DUE, 0);

    if (date && kp_is_date(date))
        kp_ynode_set(form->arena, map, "due", form_scalar(form, date, true, place), NULL);
    else if (date) /* "as we go along" */
        kp_report(
            form->sink, KP_D_NOT_A_DATE, place, text,
            kp_phrase(form->sink, form->arena, KP_P_OR_UNDER, form_column_label(form, KP_FORM_ACTION, 0)));
}

static void put_status(const form_row *row, kp_ynode *map)
{
    kp_form *form = row->form;
    const char *text = form_text(row, KP_FORM_STATUS, 0);
    int status = text ? form_find_word(form, statuses, text) : -1;

    if (text && status < 0)
        form_report_word(row, KP_FORM_STATUS, 0, KP_P_STATUS_WORD, statuses);
    else if (text)
        kp_ynode_set(
            form->arena, map, "status",
            form_scalar(form, kp_word_for(kp_statuses, status), true, form_place(row, KP_FORM_STATUS, 0)),
            NULL);
}

/* What has no key of its own: the board's priority, and a proposal that stands nowhere else. */
static void put_note(const form_row *row, kp_ynode *map)
{
    kp_form *form = row->form;
    const char *priority = form_text(row, KP_FORM_PRIORITY, 0), *note = "";
    const char *proposal = form_text(row, KP_FORM_TEXT, 0);

    if (priority)
        note = kp_arena_printf(form->arena, "%s: %s", kp_label(KP_L_PRIORITY, form->lang), priority);
    if (proposal && form_text(row, KP_FORM_ACTION, 0) && !form_text(row, KP_FORM_FINDING, 0))
        note = kp_arena_printf(form->arena, "%s%s%s: %s", note, *note ? "\n" : "",
                               kp_label(KP_L_PROPOSAL, form->lang), proposal);
    if (*note)
        put(row, map, "note", priority ? KP_FORM_PRIORITY : KP_FORM_TEXT, note);
}

/* ---- a row ---- */

static void add_commitment(struct form_plan *plan, kp_arena *arena, kp_ynode *map, const char *answers)
{
    kp_buf line = KP_BUF_INIT;

    KP_MAKE_ROOM(arena, plan->items, plan->count, plan->room);
    kp_write_yaml_line(map, &line);
    plan->items[plan->count] =
        (commitment){map, answers ? answers : "", kp_arena_strdup(arena, kp_buf_text(&line)), plan->count};
    plan->count++;
    kp_buf_done(&line);
}

static void read_row(const form_row *row)
{
    kp_form *form = row->form;
    kp_ynode *map = kp_ynode_collection(form->arena, KP_YMAP), *list;
    bool has_action = form_text(row, KP_FORM_ACTION, 0) != NULL;
    kp_form_column what = has_action ? KP_FORM_ACTION : KP_FORM_TEXT;
    const char *answers;

    if (!says_what_is_done(row)) {
        if (form_text(row, KP_FORM_PRIORITY, 0) && form->plan->only_ranked++ == 0)
            form->plan->first_ranked = form_place(row, KP_FORM_PRIORITY, 0);
        return;
    }
    if (!form_text(row, what, 0)) {
        kp_report(form->sink, KP_D_ACTION_MISSING, form_place(row, KP_FORM_ACTION, 0), NULL);
        return;
    }
    list = answered(row, &answers);
    put(row, map, "text", what, form_text(row, what, 0));
    put_owners(row, map);
    put_status(row, map);
    put_due(row, map);
    if (list)
        kp_ynode_set(form->arena, map, "follows", list, NULL);
    put_note(row, map);
    map->line = form_place(row, what, 0).line;
    map->column = form_place(row, what, 0).column;
    add_commitment(form->plan, form->arena, map, answers);
}

/* ---- what the plan is about ---- */

static void read_about_row(const form_row *row)
{
    kp_form *form = row->form;
    const char *key = form_text(row, KP_FORM_KEY, 0), *text = form_text(row, KP_FORM_VALUE, 0);
    kp_place place = form_place(row, KP_FORM_VALUE, 0);
    kp_form_about about;

    if (!key || !kp_form_find_about(key, &about))
        return;
    if (about == KP_FORM_ABOUT_AS_OF) {
        form->plan->as_of = place;
        text = text ? date_of(form->arena, text) : NULL;
    }
    if (text)
        form->plan->about[about] =
            form_scalar(form, text, about == KP_FORM_ABOUT_AS_OF || about == KP_FORM_ABOUT_YEAR, place);
}

/* What a plan is about can be said once only: where two copies say different things, both cells are told. Who
 * leaves it empty does not contradict. */
static void check_about(const kp_forms *forms, kp_form_about about)
{
    const kp_ynode *first = NULL;

    for (size_t i = 0; i < forms->count; i++) {
        const kp_ynode *value = forms->items[i]->plan->about[about];
        const char *label = kp_label(kp_form_about_label(about), forms->items[i]->lang);
        if (!first || !value || strcmp(first->text, value->text) == 0) {
            first = first ? first : value;
            continue;
        }
        kp_note(kp_report(forms->sink, KP_D_FORM_CONFLICT, kp_ynode_place(&forms->source, value), label,
                          value->text, first->text),
                KP_N_THE_OTHER, kp_ynode_place(&forms->source, first), NULL);
    }
}

/* The first of the plans that says it. */
static kp_ynode *about_of(const kp_forms *forms, kp_form_about about)
{
    for (size_t i = 0; i < forms->count; i++)
        if (forms->items[i]->plan->about[about])
            return forms->items[i]->plan->about[about];
    return NULL;
}

static void set_about(const kp_forms *forms, kp_ynode *map, const char *key, kp_form_about about)
{
    kp_ynode *value = about_of(forms, about);

    if (value)
        kp_ynode_set(forms->arena, map, key, value, NULL);
}

/* The year that the plan describes, else that of the evaluation. */
static void set_year(const kp_forms *forms, kp_ynode *root)
{
    enum { DIGITS = 4 };
    const kp_ynode *as_of = about_of(forms, KP_FORM_ABOUT_AS_OF);
    const kp_ynode *of_evaluation = about_of(forms, KP_FORM_ABOUT_YEAR);
    const kp_form *first = forms->items[0];

    if (as_of && strspn(as_of->text, "0123456789") >= DIGITS) {
        kp_ynode *year = kp_ynode_copy(forms->arena, as_of);
        year->text = kp_arena_strndup(forms->arena, as_of->text, DIGITS);
        kp_ynode_set(forms->arena, root, "year", year, NULL);
        return;
    }
    set_about(forms, root, "year", KP_FORM_ABOUT_YEAR);
    if (!as_of && of_evaluation)
        kp_report(forms->sink, KP_D_PLAN_WITHOUT_DATE, first->plan->as_of, of_evaluation->text);
}

static kp_ynode *unit_of(const kp_forms *forms)
{
    kp_ynode *unit = kp_ynode_collection(forms->arena, KP_YMAP);

    set_about(forms, unit, "name", KP_FORM_ABOUT_UNIT_NAME);
    set_about(forms, unit, "code", KP_FORM_ABOUT_UNIT_CODE);
    set_about(forms, unit, "country", KP_FORM_ABOUT_UNIT_COUNTRY);
    set_about(forms, unit, "group", KP_FORM_ABOUT_UNIT_GROUP);
    return unit;
}

static kp_ynode *source_of(const kp_forms *forms)
{
    const char *names = "";

    for (size_t i = 0; i < forms->count; i++)
        names = kp_arena_printf(forms->arena, "%s%s%s", names, i ? ", " : "",
                                kp_path_name(forms->items[i]->book.path));
    return kp_ynode_scalar(
        forms->arena, kp_label_with(forms->arena, KP_L_PLAN_SOURCE, forms->items[0]->lang, names), false);
}

/* ---- all rows of all plans ---- */

static int by_what_is_said(const void *a, const void *b)
{
    const commitment *x = a, *y = b;
    int order = strcmp(x->answers, y->answers);

    order = order ? order : strcmp(x->said, y->said);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static int by_answers(const void *a, const void *b)
{
    const commitment *x = a, *y = b;
    int order = strcmp(x->answers, y->answers);

    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static int by_order(const void *a, const void *b)
{
    const commitment *x = a, *y = b;

    return (x->order > y->order) - (x->order < y->order);
}

static struct form_plan all_commitments(const kp_forms *forms)
{
    struct form_plan all = {0};

    for (size_t i = 0; i < forms->count; i++)
        all.room += forms->items[i]->plan->count;
    all.items = KP_NEW_ARRAY(forms->arena, all.room, commitment);
    for (size_t i = 0; i < forms->count; i++)
        for (size_t k = 0; k < forms->items[i]->plan->count; k++) {
            all.items[all.count] = forms->items[i]->plan->items[k];
            all.items[all.count].order = all.count;
            all.count++;
        }
    return all;
}

/* Copies of one plan say the same in the rows that only one of them was changed in. */
static void drop_repeated(struct form_plan *all)
{
    size_t kept = 0;

    if (all->count)
        qsort(all->items, all->count, sizeof(*all->items), by_what_is_said);
    for (size_t i = 0; i < all->count; i++)
        if (!i || strcmp(all->items[i].said, all->items[i - 1].said) != 0 ||
            strcmp(all->items[i].answers, all->items[i - 1].answers) != 0)
            all->items[kept++] = all->items[i];
    all->count = kept;
}

static int answers_order(const void *id, const void *of)
{
    return strcmp(id, ((const commitment *)of)->answers);
}

static bool is_answered(const struct form_plan *all, const char *id)
{
    return all->count && bsearch(id, all->items, all->count, sizeof(*all->items), answers_order);
}

static void set_id(kp_arena *arena, const commitment *c, const char *id)
{
    kp_ynode *key = kp_ynode_scalar(arena, "id", true);

    key->value = kp_ynode_scalar(arena, id, false);
    key->value->line = c->map->line;
    key->value->column = c->map->column;
    key->next = c->map->first;
    c->map->first = key;
    c->map->count++;
}

/* "A-F2" answers F2, "A-F2-2" is the second to do so, and "N1" answers nothing: ids that stay when more is
 * filled in. An item may itself be called F2-2: its number is passed over. */
static void name_commitments(const kp_forms *forms, struct form_plan *all)
{
    kp_arena *arena = forms->arena;
    unsigned number = 0;

    if (all->count)
        qsort(all->items, all->count, sizeof(*all->items), by_answers);
    for (size_t i = 0; i < all->count; i++) {
        const commitment *c = &all->items[i];
        const char *name = c->answers;
        number = i && strcmp(c->answers, all->items[i - 1].answers) == 0 ? number + 1 : 1;
        if (!*c->answers) {
            set_id(arena, c, kp_arena_printf(arena, "N%u", number));
            continue;
        }
        while (number > 1 && is_answered(all, name = kp_arena_printf(arena, "%s-%u", c->answers, number)))
            number++;
        set_id(arena, c, kp_arena_printf(arena, "A-%s", name));
    }
}

static kp_ynode *list_of(const kp_forms *forms)
{
    struct form_plan all = all_commitments(forms);
    kp_ynode *list = kp_ynode_collection(forms->arena, KP_YSEQ), **end = &list->first;

    drop_repeated(&all);
    name_commitments(forms, &all);
    if (all.count)
        qsort(all.items, all.count, sizeof(*all.items), by_order);
    for (size_t i = 0; i < all.count; i++) {
        *end = all.items[i].map;
        end = &all.items[i].map->next;
    }
    list->count = (uint32_t)all.count;
    return list;
}

static void read_plan(kp_form *form, const kp_rubric *rubric, const kp_evaluation *evaluation)
{
    struct form_plan *plan = KP_NEW(form->arena, struct form_plan);

    plan->as_of = (kp_place){.source = &form->forms->source};
    plan->evaluation = evaluation;
    form->plan = plan;
    form->rubric = rubric;
    if (rubric)
        form_find_odd_ids(form);
    form_each_row(form, KP_FORM_ABOUT, read_about_row);
    form_each_row(form, KP_FORM_ACTIONS, read_row);
    form_check_unread(form);
    if (plan->only_ranked)
        kp_report(form->sink, KP_D_PRIORITY_ALONE, plan->first_ranked,
                  kp_arena_printf(form->arena, "%zu", plan->only_ranked));
}

static kp_ynode *followup_of(const kp_forms *forms, kp_ynode *commitments)
{
    kp_arena *arena = forms->arena;
    const kp_form *first = forms->items[0];
    kp_ynode *root = kp_ynode_collection(arena, KP_YMAP);

    kp_ynode_set(arena, root, "kompass", kp_ynode_scalar(arena, "followup/1", true), NULL);
    kp_ynode_set(arena, root, "unit", unit_of(forms), NULL);
    set_about(forms, root, "organisation", KP_FORM_ABOUT_ORGANISATION);
    set_year(forms, root);
    set_about(forms, root, "as_of", KP_FORM_ABOUT_AS_OF);
    if (first->evaluation_id)
        kp_ynode_set(arena, root, "evaluation", kp_ynode_scalar(arena, first->evaluation_id, true), NULL);
    kp_ynode_set(arena, root, "language", kp_ynode_scalar(arena, first->lang, true), NULL);
    kp_ynode_set(arena, root, "source", source_of(forms), NULL);
    kp_ynode_set(arena, root, "commitments", commitments, NULL);
    return root;
}

size_t form_plan_filled_in(kp_form *form, const kp_rubric *rubric)
{
    read_plan(form, rubric, NULL);
    return form->plan->count + form->plan->only_ranked + (form->plan->about[KP_FORM_ABOUT_AS_OF] != NULL);
}

kp_ynode *kp_forms_plan(kp_forms *forms, const kp_rubric *rubric, const kp_evaluation *evaluation)
{
    size_t errors = kp_sink_errors(forms->sink);
    kp_ynode *commitments;

    if (!form_belong_together(forms))
        return NULL;
    for (size_t i = 0; i < forms->count; i++)
        read_plan(forms->items[i], rubric, evaluation);
    for (int about = 0; about < KP_FORM_ABOUT__COUNT; about++)
        check_about(forms, (kp_form_about)about);
    commitments = list_of(forms);
    if (!commitments->count && kp_sink_errors(forms->sink) == errors) {
        kp_report_file(forms->sink, KP_D_PLAN_EMPTY, forms->items[0]->book.path, NULL);
        return NULL;
    }
    return followup_of(forms, commitments);
}
