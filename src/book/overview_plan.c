#include "form_marks.h"
#include "overview_internal.h"

/* Handlingsplan: room for what the municipality makes of what the evaluators found. `import` reads it back as
 * a follow-up, by hidden names of rows and columns (kompass/form.h) and by what people see: the item, the
 * number. */

enum {
    ITEM,
    AREA,
    ID,
    QUESTION,
    POINTS,
    MAX,
    LEFT,
    PROPOSAL,
    KIND,
    PRIORITY,
    ACTION,
    RESPONSIBLE,
    DUE,
    STATUS,
    LAST = STATUS,
    KEY, /* hidden, like the marker */
    MARKER
};

enum {
    FEWEST_POINTS = 30, /* of a row's height: room for a hand */
    AREA_UNITS = 50     /* of an area's name: a long one stands whole on the other sheets */
};

typedef struct plan {
    kp_ov_actions rows;
    unsigned max_decimals; /* that the maxima of the rows need */
    unsigned decimals;     /* of what is achieved and what is left */
    uint32_t head;         /* column heads; their names stand above them */
    uint32_t first_other;
} plan;

/* ---- decimals ---- */

static unsigned needed(const kp_ov *ov, const kp_ov_action *rows, uint32_t count, unsigned least)
{
    for (uint32_t i = 0; i < count; i++) {
        const kp_node *about = rows[i].about;
        unsigned own = kp_ov_decimals_for(ov, rows[i].known ? kp_ov_result(ov, about)->max : about->full);
        least = own > least ? own : least;
    }
    return least;
}

/* What is achieved and what is left add up to the max where readers see them: they have its decimals, and at
 * least one, so that the order of the rows can be seen. */
static void find_decimals(const kp_ov *ov, plan *p)
{
    unsigned points = (unsigned)ov->rubric->points_decimals;

    p->max_decimals = needed(ov, p->rows.items, p->rows.item_count, 0);
    p->max_decimals = needed(ov, p->rows.others, p->rows.other_count, p->max_decimals);
    p->decimals = p->max_decimals > points ? p->max_decimals : points;
    p->decimals = p->decimals ? p->decimals : 1;
}

/* ---- a row ---- */

static void put_figure(const kp_ov *ov, const plan *p, uint32_t row, uint32_t column, const kp_ov_action *a,
                       kp_num value)
{
    kp_style style = kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, p->decimals);
    const char *points = kp_cell_name(ov->arena, row, POINTS), *max = kp_cell_name(ov->arena, row, MAX);
    const char *formula =
        kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,\"%s\",%s-%s)", points, KP_DASH, max, points);

    if (column == POINTS) {
        points = a->known ? kp_ov_ref(ov, ov->actions, a->about, KP_OV_POINTS) : "";
        formula = kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,\"%s\",%s)", points, KP_DASH, points);
    }
    if (a->known)
        kp_put_either(ov->actions, row, column, style, formula, a->has_left, value, KP_DASH);
    else
        kp_put_text(ov->actions, row, column, style, KP_DASH);
}

static void put_figures(const kp_ov *ov, const plan *p, uint32_t row, const kp_ov_action *a)
{
    kp_style style = kp_look_number(KP_ROLE_BODY, KP_FORMAT_FIXED, p->max_decimals);

    put_figure(ov, p, row, POINTS, a, kp_ov_result(ov, a->about)->points);
    if (a->known)
        kp_ov_put_max(ov, ov->actions, row, MAX, a->about, style);
    else
        kp_put_number(ov->actions, row, MAX, style, a->about->full);
    put_figure(ov, p, row, LEFT, a, a->left);
}

/* "Hela området", or the question; below it the others that the item names. */
static const char *questions(const kp_ov *ov, const kp_ov_action *a)
{
    const char *text = kp_ov_title(ov, a->about), *what;

    if (a->about->level == 1)
        text = KP_OV_L(ov, WHOLE_AREA);
    for (uint32_t i = 0; a->item && i < a->item->question_count; i++) {
        const kp_node *node = a->item->nodes[i];
        if (node == a->about)
            continue;
        what = kp_arena_printf(ov->arena, "%s %s", node->id, kp_ov_title(ov, node));
        if (!a->whole)
            what = kp_label_with(ov->arena, KP_L_ALSO, ov->lang, what);
        text = kp_arena_printf(ov->arena, "%s\n%s", text, what);
    }
    return text;
}

static void put_question(const kp_ov *ov, uint32_t row, const kp_ov_action *a)
{
    kp_put_text(ov->actions, row, AREA, kp_look_wrapped(KP_ROLE_BODY),
                kp_cut_units(ov->arena, kp_ov_short_title(ov, kp_area_of(a->about)), AREA_UNITS));
    if (a->known && a->about->parent)
        kp_put_link(ov->actions, row, ID, kp_look_id(KP_ROLE_BODY), a->about->id,
                    kp_link_to(ov->arena, ov->home, ov->home_row[a->about->index], 0));
    else
        kp_put_text(ov->actions, row, ID, kp_look_id(KP_ROLE_BODY), a->about->parent ? a->about->id : "");
    kp_put_text(ov->actions, row, QUESTION, kp_look_wrapped(KP_ROLE_BODY), questions(ov, a));
}

/* What is typed stays as it is, so that 2027-03 does not become the first of March; but priorities are sorted
 * by. */
static void put_inputs(const kp_ov *ov, uint32_t row)
{
    for (uint32_t column = PRIORITY; column <= STATUS; column++)
        kp_put_blank(ov->actions, row, column,
                     column == PRIORITY || column == STATUS ? kp_look_wrapped(KP_ROLE_INPUT)
                                                            : kp_marks_input());
}

static void put_row(const kp_ov *ov, const plan *p, uint32_t row, const kp_ov_action *a)
{
    const kp_finding *item = a->item;
    const char *text = item ? kp_ov_text(ov, &item->text) : NULL, *kind = KP_DASH;

    if (item)
        kind = item->kind == KP_PARTIAL ? KP_OV_L(ov, KIND_PARTIAL) : KP_OV_L(ov, KIND_IMPROVEMENT);
    kp_put_text(ov->actions, row, ITEM, kp_look_id(KP_ROLE_BODY), item && item->id ? item->id : "");
    put_question(ov, row, a);
    put_figures(ov, p, row, a);
    if (item)
        kp_put_text(ov->actions, row, PROPOSAL, kp_look_wrapped(KP_ROLE_BODY), text ? text : "");
    else
        kp_put_blank(ov->actions, row, PROPOSAL, kp_marks_input());
    kp_put_text(ov->actions, row, KIND, kp_look_wrapped(KP_ROLE_BODY), kind);
    put_inputs(ov, row);
}

/* ---- what the plan is about ---- */

/* Hidden rows of KEY and VALUE, the value's column being that of the numbers. */
static uint32_t put_hidden(const kp_ov *ov, uint32_t row, const char *key, const char *value)
{
    kp_marks_key(ov->actions, row, KEY, key, ID, value);
    kp_hide_row(ov->actions, row);
    return row + 1;
}

static void begin_table(const kp_ov *ov, uint32_t row, kp_form_table table)
{
    kp_marks_name(ov->actions, row, KEY, KP_FORM_KEY, 0);
    kp_marks_name(ov->actions, row, ID, KP_FORM_VALUE, 0);
    kp_marks_begin(ov->actions, row, MARKER, table);
}

static uint32_t put_key(const kp_ov *ov, uint32_t row, kp_form_key key, const char *value)
{
    return put_hidden(ov, row, kp_form_key_name(ov->arena, key, 0), value);
}

static uint32_t put_about(const kp_ov *ov, uint32_t row, kp_form_about about, const char *value)
{
    return put_hidden(ov, row, kp_form_about_name(about), value);
}

/* To be filled in by those whose plan it is. */
static uint32_t put_about_input(const kp_ov *ov, uint32_t row, kp_form_about about, kp_label_id label)
{
    kp_put_wide_text(ov->actions, row, ITEM, AREA, kp_look_wrapped(KP_ROLE_LABEL), kp_label(label, ov->lang));
    kp_marks_put_wide_input(ov->actions, row, ID, QUESTION, NULL);
    kp_put_text(ov->actions, row, KEY, kp_look_id(KP_ROLE_PLAIN), kp_form_about_name(about));
    return row + 1;
}

/* All that `import` needs of the evaluation: a sheet may be copied into another workbook. */
static uint32_t put_whose(const kp_ov *ov, uint32_t row)
{
    const kp_evaluation *e = ov->evaluation;

    begin_table(ov, row++, KP_FORM_FORM);
    row = put_key(ov, row, KP_FORM_KEY_FORM, KP_FORM_VERSION);
    row = put_key(ov, row, KP_FORM_KEY_RUBRIC, ov->rubric->id);
    row = put_key(ov, row, KP_FORM_KEY_LANGUAGE, ov->lang);
    row = put_key(ov, row, KP_FORM_KEY_EVALUATION, e->id);
    begin_table(ov, row++, KP_FORM_ABOUT);
    row = put_about(ov, row, KP_FORM_ABOUT_UNIT_NAME, e->unit.name);
    row = put_about(ov, row, KP_FORM_ABOUT_UNIT_CODE, e->unit.code);
    row = put_about(ov, row, KP_FORM_ABOUT_UNIT_COUNTRY, e->unit.country);
    row = put_about(ov, row, KP_FORM_ABOUT_UNIT_GROUP, e->unit.group);
    row = put_about(ov, row, KP_FORM_ABOUT_YEAR, kp_arena_printf(ov->arena, "%04d", e->year));
    row = put_about_input(ov, row, KP_FORM_ABOUT_AS_OF, KP_L_PLAN_AS_OF);
    return put_about_input(ov, row, KP_FORM_ABOUT_ORGANISATION, KP_L_PLAN_ORGANISATION);
}

/* ---- heads ---- */

/* All in all 198 characters at most, which is 8 points on A4. */
static const struct {
    uint8_t column, align;
    kp_label_id label;
    uint8_t width;
    int name; /* kp_form_column, or -1 */
} heads[] = {
    {ITEM, KP_ALIGN_LEFT, KP_L_ITEM, 7, KP_FORM_FINDING},
    {AREA, KP_ALIGN_LEFT, KP_L_AREA, 13, -1},
    {ID, KP_ALIGN_LEFT, KP_L_NUMBER, 7, KP_FORM_ID},
    {QUESTION, KP_ALIGN_LEFT, KP_L_SUB_QUESTION, 28, -1},
    {POINTS, KP_ALIGN_RIGHT, KP_L_ACHIEVED, 8, -1},
    {MAX, KP_ALIGN_RIGHT, KP_L_MAX, 6, -1},
    {LEFT, KP_ALIGN_RIGHT, KP_L_POINTS_LEFT, 8, -1},
    {PROPOSAL, KP_ALIGN_LEFT, KP_L_PROPOSAL, 28, KP_FORM_TEXT},
    {KIND, KP_ALIGN_LEFT, KP_L_KIND, 11, KP_FORM_KIND},
    {PRIORITY, KP_ALIGN_LEFT, KP_L_PRIORITY, 10, KP_FORM_PRIORITY},
    {ACTION, KP_ALIGN_LEFT, KP_L_ACTION, 26, KP_FORM_ACTION},
    {RESPONSIBLE, KP_ALIGN_LEFT, KP_L_RESPONSIBLE, 14, KP_FORM_OWNERS},
    {DUE, KP_ALIGN_LEFT, KP_L_DUE, 10, KP_FORM_DUE},
    {STATUS, KP_ALIGN_LEFT, KP_L_STATUS, 12, KP_FORM_STATUS},
};

static void put_heads(const kp_ov *ov, uint32_t row)
{
    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        kp_put_text(ov->actions, row, heads[i].column,
                    (kp_style){.role = KP_ROLE_HEAD, .align = heads[i].align, .wrap = true},
                    kp_label(heads[i].label, ov->lang));
        kp_set_width(ov->actions, heads[i].column, heads[i].width);
    }
    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
        if (heads[i].name >= 0)
            kp_marks_name(ov->actions, row - 1, heads[i].column, (kp_form_column)heads[i].name, 0);
    kp_marks_begin(ov->actions, row - 1, MARKER, KP_FORM_ACTIONS);
    kp_set_width(ov->actions, KEY, 8);
    kp_hide_column(ov->actions, KEY);
    kp_marks_layout(ov->actions, row, row, MARKER);
}

static uint32_t put_wide(const kp_ov *ov, uint32_t row, kp_role role, const char *text)
{
    kp_put_wide_text(ov->actions, row, 0, LAST, kp_look_wrapped(role), text);
    return row + 1;
}

/* ---- questions that no item names ---- */

static bool are_all_areas(const kp_ov_actions *rows)
{
    for (uint32_t i = 0; i < rows->other_count; i++)
        if (!rows->others[i].whole)
            return false;
    return true;
}

static uint32_t put_others(const kp_ov *ov, plan *p, uint32_t row)
{
    const kp_ov_actions *rows = &p->rows;
    uint32_t heading = row;

    if (!rows->other_count)
        return row;
    if (are_all_areas(rows)) {
        row = put_wide(ov, row, KP_ROLE_HEADING, KP_OV_L(ov, AREAS_WITHOUT_ITEM));
    } else {
        row = put_wide(ov, row, KP_ROLE_HEADING, KP_OV_L(ov, QUESTIONS_WITHOUT_ITEM));
        row = put_wide(ov, row, KP_ROLE_NOTE,
                       kp_label_with(ov->arena,
                                     rows->names_questions ? KP_L_WITHOUT_ITEM_WORDS : KP_L_NO_ITEMS_WORDS,
                                     ov->lang, kp_ov_number(ov, rows->threshold, p->decimals),
                                     kp_ov_count(ov, KP_OV_MOST_WITHOUT_ITEM)));
    }
    kp_marks_layout(ov->actions, heading, row - 1, MARKER);
    p->first_other = row;
    for (uint32_t i = 0; i < rows->other_count; i++)
        put_row(ov, p, row++, &rows->others[i]);
    return row + 1;
}

/* ---- what stands below ---- */

static void add_choices(const kp_ov *ov, uint32_t first, uint32_t count, kp_range values)
{
    if (count)
        kp_add_choice(ov->actions,
                      &(kp_choice){.cells = {ov->actions, first, STATUS, first + count - 1, STATUS},
                                   .values = values,
                                   .title = KP_OV_L(ov, STATUS)});
}

/* How to read the plan and what becomes of it, and what the lists offer. */
static void put_notes(const kp_ov *ov, const plan *p, uint32_t row)
{
    static const kp_label_id states[] = {KP_L_STATUS_NOT_STARTED, KP_L_STATUS_ONGOING, KP_L_STATUS_DELAYED,
                                         KP_L_STATUS_PARTLY,      KP_L_STATUS_DONE,    KP_L_STATUS_DROPPED};
    static const kp_label_id words[] = {KP_L_PLAN_RANK_WORDS, KP_L_PLAN_SEVERAL_WORDS, KP_L_PLAN_AREA_WORDS,
                                        KP_L_PLAN_FILL_WORDS, KP_L_PLAN_BACK_WORDS};
    enum { STATES = sizeof(states) / sizeof(states[0]) };
    uint32_t first = row;
    kp_range values;

    row = put_wide(ov, row, KP_ROLE_HEADING, KP_OV_L(ov, PLAN_READ));
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        row = put_wide(ov, row, KP_ROLE_PLAIN, kp_label(words[i], ov->lang));
    kp_put_wide_text(ov->actions, row, ITEM, AREA, kp_look(KP_ROLE_HEAD), KP_OV_L(ov, STATUS));
    row++;
    values = (kp_range){ov->actions, row, ITEM, row + STATES - 1, ITEM};
    for (uint32_t i = 0; i < STATES; i++, row++)
        kp_put_wide_text(ov->actions, row, ITEM, AREA, kp_look(KP_ROLE_BODY), kp_label(states[i], ov->lang));
    kp_marks_layout(ov->actions, first, row - 1, MARKER);
    add_choices(ov, p->head + 1, p->rows.item_count, values);
    add_choices(ov, p->first_other, p->rows.other_count, values);
}

/* A row that is filled in by hand needs some height. */
static void heighten(const kp_ov *ov, uint32_t first, uint32_t count)
{
    for (uint32_t row = first; row < first + count; row++)
        if (row >= ov->actions->row_count || ov->actions->rows[row].height < FEWEST_POINTS)
            kp_set_height(ov->actions, row, FEWEST_POINTS);
}

/* ---- the sheet ---- */

void kp_ov_write_plan(const kp_ov *ov)
{
    plan p = {.rows = kp_ov_find_actions(ov)};
    uint32_t row = kp_ov_head_row(ov);

    find_decimals(ov, &p);
    kp_ov_begin_sheet(ov, ov->actions, KP_OV_L(ov, SHEET_ACTIONS), LAST);
    row = put_wide(ov, row, KP_ROLE_NOTE, KP_OV_L(ov, PLAN_WORDS));
    p.head = put_whose(ov, row) + 1;
    put_heads(ov, p.head);
    row = p.head + 1;
    for (uint32_t i = 0; i < p.rows.item_count; i++)
        put_row(ov, &p, row++, &p.rows.items[i]);
    if (p.rows.item_count > 1)
        kp_set_filter(ov->actions, (kp_range){ov->actions, p.head, 0, row - 1, LAST});
    row = put_others(ov, &p, row + (p.rows.item_count > 0));
    put_notes(ov, &p, row);
    kp_freeze(ov->actions, p.head + 1, QUESTION);
    kp_repeat_rows(ov->actions, p.head, p.head);
    kp_set_landscape(ov->actions);
    kp_print_to(ov->actions, LAST);
    kp_fit(ov->actions, 6, 60);
    heighten(ov, p.head + 1, p.rows.item_count);
    heighten(ov, p.first_other, p.rows.other_count);
    kp_break_pages(ov->actions);
}
