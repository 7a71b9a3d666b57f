#include "form_plan.h"

#include <string.h>

#include "kompass/utf8.h"

/* The pages: a row a question, with all that is asked of it. */

enum { HEAD_HEIGHT = 51 }; /* points, three lines: what is above the first question stays in view */

/* What each column is called for programs, which gives its heading. */
static const struct {
    kp_fm_what what;
    kp_form_column name;
    uint32_t slot;
} names[] = {
    {KP_FM_ID, KP_FORM_ID, 0},
    {KP_FM_VALUE, KP_FORM_VALUE, 0},
    {KP_FM_POINTS_IN, KP_FORM_POINTS, 0},
    {KP_FM_PERCENT_IN, KP_FORM_PERCENT, 0},
    {KP_FM_NA, KP_FORM_NOT_APPLICABLE, 0},
    {KP_FM_BEST, KP_FORM_BEST_PRACTICE, 0},
    {KP_FM_COMMENT, KP_FORM_COMMENT, 0},
    {KP_FM_NOTE, KP_FORM_NOTE, 0},
    {KP_FM_EVIDENCE_TYPE, KP_FORM_EVIDENCE_TYPE, 1},
    {KP_FM_EVIDENCE_TEXT, KP_FORM_EVIDENCE_TEXT, 1},
    {KP_FM_EVIDENCE_REF, KP_FORM_EVIDENCE_REF, 1},
};

/* Columns that are not read; those of the evaluators' own values have names for headings. */
static const struct {
    kp_fm_what what;
    kp_label_id label;
} others[] = {
    {KP_FM_TITLE, KP_L_QUESTION},     {KP_FM_HELP, KP_L_FORM_HELP}, {KP_FM_BOXES, KP_L_FORM_BOXES},
    {KP_FM_DIFFER, KP_L_FORM_DIFFER}, {KP_FM_POINTS, KP_L_POINTS},  {KP_FM_MAX, KP_L_FORM_MAX},
    {KP_FM_LEFT, KP_L_FORM_LEFT},
};

/* ---- cells ---- */

typedef struct line {
    const kp_fm *fm;
    kp_sheet *sheet;
    const kp_node *node;
    const kp_answer *answer; /* or NULL */
    uint32_t row;
    kp_role role; /* of what is not filled in */
} line;

static uint32_t column_of(const line *l, kp_fm_what what)
{
    return l->fm->column[what];
}

static const char *cell_of(const line *l, kp_fm_what what)
{
    return kp_cell_name(l->fm->arena, l->row, column_of(l, what));
}

static kp_style input_style(kp_format format, kp_align align)
{
    return (kp_style){
        .role = KP_ROLE_INPUT, .format = (uint8_t)format, .align = (uint8_t)align, .wrap = true};
}

/* A cell to fill in, with what it holds already. */
static void put_shown(const line *l, uint32_t column, kp_style style, kp_ov_answer shown)
{
    if (shown.is_number)
        kp_put_number(l->sheet, l->row, column, style, shown.number);
    else if (*shown.text)
        kp_put_text(l->sheet, l->row, column, style, shown.text);
    else
        kp_put_blank(l->sheet, l->row, column, style);
}

static kp_style value_style(const line *l)
{
    return input_style(l->node->scale->count ? KP_FORMAT_TEXT : KP_FORMAT_GENERAL, KP_ALIGN_LEFT);
}

static void put_own_values(const line *l)
{
    uint32_t first = column_of(l, KP_FM_OWN);

    for (uint32_t i = 0; first != KP_OV_NONE && i < l->fm->slots; i++) {
        if (!l->node->scale)
            kp_put_blank(l->sheet, l->row, first + i, kp_look(l->role));
        else
            put_shown(l, first + i, value_style(l), kp_fm_shown_own(l->fm, l->node, i));
    }
}

/* A sign where evaluators differ: also to filter by. */
static void put_difference(const line *l)
{
    const kp_fm *fm = l->fm;
    uint32_t column = column_of(l, KP_FM_DIFFER), row = fm->ov.home_row[l->node->index];

    if (column == KP_OV_NONE)
        return;
    if (l->node->scale)
        kp_put_text_formula(
            l->sheet, l->row, column, (kp_style){.role = (uint8_t)l->role, .align = KP_ALIGN_CENTRE},
            kp_arena_printf(fm->arena, "=%s",
                            kp_cell_from(fm->arena, l->sheet, fm->work, row, fm->filled.differ)),
            kp_fm_difference(fm, l->node));
    else
        kp_put_blank(l->sheet, l->row, column, kp_look(l->role));
}

static void put_consensus(const line *l)
{
    uint32_t column = column_of(l, KP_FM_VALUE);

    if (column == KP_OV_NONE)
        return;
    if (!l->node->scale)
        kp_put_blank(l->sheet, l->row, column, kp_look(l->role));
    else
        put_shown(l, column, value_style(l), kp_fm_shown(l->fm, l->node, KP_FM_VALUE));
}

static void put_figure(const line *l, kp_fm_what what)
{
    uint32_t column = column_of(l, what);

    if (column == KP_OV_NONE)
        return;
    if (kp_fm_takes_figure(l->fm, l->node))
        put_shown(l, column, input_style(KP_FORMAT_GENERAL, KP_ALIGN_RIGHT),
                  kp_fm_shown(l->fm, l->node, what));
    else
        kp_put_blank(l->sheet, l->row, column, kp_look(l->role));
}

static void put_yes(const line *l, kp_fm_what what, bool may, bool yes)
{
    kp_style style = input_style(KP_FORMAT_TEXT, KP_ALIGN_CENTRE);

    if (!may)
        kp_put_blank(l->sheet, l->row, column_of(l, what), kp_look(l->role));
    else if (yes)
        kp_put_text(l->sheet, l->row, column_of(l, what), style, KP_FM_L(l->fm, YES));
    else
        kp_put_blank(l->sheet, l->row, column_of(l, what), style);
}

/* ---- points ---- */

/* Why a figure counts for nothing: filled in twice, or out of range. */
static const char *figure_hint(const line *l, const char *answer)
{
    const kp_fm *fm = l->fm;
    const char *points = cell_of(l, KP_FM_POINTS_IN), *percent = cell_of(l, KP_FM_PERCENT_IN);
    const char *na = cell_of(l, KP_FM_NA);
    const char *hint = kp_arena_printf(fm->arena, "IF(AND(COUNTA(%s,%s)>0,%s=\"\"),%s,%s)", points, percent,
                                       answer, kp_formula_text(fm->arena, KP_FM_L(fm, FORM_NO_FIGURE)),
                                       kp_formula_text(fm->arena, KP_DASH));

    hint = kp_arena_printf(fm->arena, "IF(COUNTA(%s,%s)=2,%s,%s)", points, percent,
                           kp_formula_text(fm->arena, KP_FM_L(fm, FORM_BOTH)), hint);
    return kp_arena_printf(fm->arena, "IF(AND(COUNTA(%s,%s)>0,COUNTA(%s)>0),%s,%s)", points, percent, na,
                           kp_formula_text(fm->arena, KP_FM_L(fm, FORM_NA_TOO)), hint);
}

/* Why an answer counts for nothing: in the place of the points. */
static const char *hint(const line *l)
{
    const kp_fm *fm = l->fm;
    const char *answer = kp_ov_ref(&fm->ov, l->sheet, l->node, KP_OV_ANSWER);
    const char *dash = kp_formula_text(fm->arena, KP_DASH);

    if (l->node->scale)
        return kp_arena_printf(fm->arena, "IF(AND(%s<>\"\",%s=\"\"),%s,%s)", cell_of(l, KP_FM_VALUE), answer,
                               kp_formula_text(fm->arena, KP_FM_L(fm, NOT_ON_SCALE)), dash);
    return kp_fm_takes_figure(fm, l->node) ? figure_hint(l, answer) : dash;
}

/* Both the whole and something below it: nobody can say which is meant. */
static const char *unless_twice(const line *l, const char *points)
{
    const kp_fm *fm = l->fm;

    if (!l->node->first_child || !fm->page_of[l->node->index])
        return points;
    return kp_arena_printf(fm->arena, "IF(AND(%s<>\"\",%s>0),%s,%s)",
                           kp_ov_ref(&fm->ov, l->sheet, l->node, KP_OV_ANSWER),
                           kp_ov_sum(&fm->ov, l->sheet, l->node, KP_OV_ANSWERED),
                           kp_formula_text(fm->arena, KP_FM_L(fm, FORM_TWICE)), points);
}

static void put_results(const line *l)
{
    const kp_fm *fm = l->fm;
    const kp_result *result = kp_ov_result(&fm->ov, l->node);
    const char *points = kp_ov_ref(&fm->ov, l->sheet, l->node, KP_OV_POINTS);
    unsigned decimals = kp_ov_decimals_for(&fm->ov, result->max);
    kp_style style = kp_fm_points_style(fm, l->role, decimals);

    style.wrap = true; /* a hint may stand there */
    points = kp_arena_printf(fm->arena, "IF(COUNT(%s)=0,%s,%s)", points, hint(l), points);
    kp_put_either(l->sheet, l->row, column_of(l, KP_FM_POINTS), style,
                  kp_arena_printf(fm->arena, "=%s", unless_twice(l, points)), kp_has_score(result),
                  result->points, KP_DASH);
    kp_ov_put_max(&fm->ov, l->sheet, l->row, column_of(l, KP_FM_MAX), l->node,
                  kp_look_number(l->role, KP_FORMAT_FIXED, decimals));
    if (l->node->first_child)
        kp_put_formula(
            l->sheet, l->row, column_of(l, KP_FM_LEFT), kp_look_number(l->role, KP_FORMAT_GENERAL, 0),
            kp_arena_printf(fm->arena, "=%s", kp_ov_ref(&fm->ov, l->sheet, l->node, KP_OV_UNANSWERED)),
            kp_num_int(result->unanswered));
    else
        kp_put_blank(l->sheet, l->row, column_of(l, KP_FM_LEFT), kp_look(l->role));
}

/* ---- words ---- */

#define EMPTY "\xE2\x98\x90"
#define TICKED "\xE2\x98\x92"

static const char *label_of(const line *l, const kp_level *level)
{
    return kp_form_level_label(l->fm->arena, l->node->scale, level, l->fm->lang, l->fm->rubric->language);
}

static bool is_ticked(const line *l, const kp_level *level)
{
    return l->answer && l->answer->kind == KP_VALUE &&
           kp_num_cmp(kp_num_decimal(l->fm->arena, l->answer->number),
                      kp_num_decimal(l->fm->arena, level->value.value)) == 0;
}

/* Boxes to tick by hand. */
static const char *boxes(const line *l)
{
    const kp_fm *fm = l->fm;
    const kp_scale *scale = l->node->scale;
    const char *list = "";

    if (!scale && (l->node->first_child || !kp_fm_takes_figure(fm, l->node)))
        return "";
    if (!scale)
        return kp_arena_printf(
            fm->arena, "%s: ______",
            kp_label_with(fm->arena, KP_L_SO_MANY_POINTS, fm->lang,
                          kp_arena_printf(fm->arena, "0\xE2\x80\x93%s",
                                          kp_words_number(fm->arena, fm->lang, l->node->full,
                                                          kp_ov_decimals_for(&fm->ov, l->node->full)))));
    if (!scale->count)
        return kp_arena_printf(fm->arena, "%s\xE2\x80\x93%s: ______",
                               kp_words_decimal(fm->arena, fm->lang, kp_scale_low(scale)),
                               kp_words_decimal(fm->arena, fm->lang, kp_scale_high(scale)));
    for (uint32_t i = 0; i < scale->count; i++)
        list =
            kp_arena_printf(fm->arena, "%s%s%s %s", list, *list ? "\n" : "",
                            is_ticked(l, &scale->levels[i]) ? TICKED : EMPTY, label_of(l, &scale->levels[i]));
    return list;
}

/* The same, ticked as the answer at hand says; NULL where no box is. */
static const char *boxes_formula(const line *l)
{
    const kp_fm *fm = l->fm;
    const kp_scale *scale = l->node->scale;
    const char *answer = kp_ov_ref(&fm->ov, l->sheet, l->node, KP_OV_ANSWER), *list = "=";
    const char *line_break = kp_arena_printf(fm->arena, "&%s&", kp_fm_line_break(fm, l->sheet));

    for (uint32_t i = 0; scale && i < scale->count; i++)
        list = kp_arena_printf(
            fm->arena, "%s%sIF(%s=%s,\"%s\",\"%s\")&%s", list, i ? line_break : "", answer,
            kp_num_digits(fm->arena, kp_num_decimal(fm->arena, scale->levels[i].value.value), 15), TICKED,
            EMPTY,
            kp_formula_text(fm->arena, kp_arena_printf(fm->arena, " %s", label_of(l, &scale->levels[i]))));
    return list[1] && strlen(list) < KP_MAX_FORMULA_UNITS ? list : NULL;
}

static void put_boxes(const line *l)
{
    const kp_style style = kp_look_wrapped(l->node->first_child ? l->role : KP_ROLE_BODY);
    const char *formula = boxes_formula(l);

    if (formula)
        kp_put_text_formula(l->sheet, l->row, column_of(l, KP_FM_BOXES), style, formula, boxes(l));
    else
        kp_put_text(l->sheet, l->row, column_of(l, KP_FM_BOXES), style, boxes(l));
}

static void put_words(const line *l)
{
    const kp_fm *fm = l->fm;
    const kp_evidence *first = l->answer && l->answer->evidence_count ? &l->answer->evidence[0] : NULL;

    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_COMMENT),
                       l->answer ? kp_fm_text(fm, &l->answer->comment) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_NOTE),
                       l->answer ? kp_fm_text(fm, &l->answer->note) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_EVIDENCE_TYPE),
                       first ? kp_words_evidence(first->type, fm->lang) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_EVIDENCE_TEXT),
                       first ? kp_fm_text(fm, &first->text) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_EVIDENCE_REF), first ? first->ref : NULL);
}

static void put_question(const line *l)
{
    const kp_fm *fm = l->fm;
    kp_style title = kp_look_wrapped(l->role);
    const char *help =
        kp_fm_is_headed(l->node) ? "" : kp_text_or(&l->node->help, fm->lang, fm->rubric->language, "");

    title.indent = (uint8_t)(l->node->level < 3 ? 0 : l->node->level < 6 ? l->node->level - 2 : 3);
    kp_put_text(l->sheet, l->row, column_of(l, KP_FM_ID), kp_look_id(l->role), l->node->id);
    kp_put_text(l->sheet, l->row, column_of(l, KP_FM_TITLE), title,
                l->node->parent ? kp_fm_title(fm, l->node) : KP_FM_L(fm, TOTAL));
    if (column_of(l, KP_FM_HELP) != KP_OV_NONE)
        kp_put_text(l->sheet, l->row, column_of(l, KP_FM_HELP),
                    kp_look_wrapped(*help ? KP_ROLE_BODY : l->role), help);
    if (column_of(l, KP_FM_BOXES) != KP_OV_NONE)
        put_boxes(l);
}

static kp_role role_of(const kp_node *node)
{
    if (kp_fm_is_headed(node))
        return KP_ROLE_HEAD;
    return node->first_child ? KP_ROLE_TOTAL : KP_ROLE_BODY;
}

static void put_line(const kp_fm *fm, const kp_fm_page *page, const kp_node *node)
{
    const line l = {fm, page->sheet, node, kp_fm_answer(fm, node), fm->row[node->index], role_of(node)};
    bool asked_whole = !node->scale && node->parent; /* on a scale, "not applicable" is among the levels */

    put_question(&l);
    put_own_values(&l);
    put_difference(&l);
    put_consensus(&l);
    put_figure(&l, KP_FM_POINTS_IN);
    put_figure(&l, KP_FM_PERCENT_IN);
    put_yes(&l, KP_FM_NA, asked_whole, l.answer && l.answer->kind == KP_NOT_APPLICABLE);
    put_results(&l);
    put_yes(&l, KP_FM_BEST, true, l.answer && l.answer->best_practice);
    put_words(&l);
}

/* ---- the sheet ---- */

/* An evaluator's column bears the name that the first sheet has. */
static void put_evaluator_head(const kp_fm *fm, const kp_fm_page *page, uint32_t slot, kp_style style)
{
    const kp_form_evaluator *one = &fm->evaluators[slot];
    uint32_t row = fm->evaluators_row + slot;
    const char *name = kp_cell_from(fm->arena, page->sheet, fm->start, row, 1);
    const char *id = kp_cell_from(fm->arena, page->sheet, fm->start, row, 2);
    const char *number =
        kp_label_with(fm->arena, KP_L_FORM_EVALUATOR, fm->lang, kp_words_count(fm->arena, slot + 1));

    kp_put_text_formula(page->sheet, KP_FM_P_HEAD, fm->column[KP_FM_OWN] + slot, style,
                        kp_arena_printf(fm->arena, "=IF(%s<>\"\",%s,IF(%s<>\"\",%s,%s))", name, name, id, id,
                                        kp_formula_text(fm->arena, number)),
                        one->name && *one->name ? one->name
                        : one->id               ? one->id
                                                : number);
}

static void put_head(const kp_fm *fm, const kp_fm_page *page, kp_fm_what what, kp_label_id label)
{
    if (fm->column[what] != KP_OV_NONE)
        kp_put_text(page->sheet, KP_FM_P_HEAD, fm->column[what], kp_look_wrapped(KP_ROLE_HEAD),
                    kp_label(label, fm->lang));
}

static void put_heads(const kp_fm *fm, const kp_fm_page *page)
{
    kp_label_id label;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (kp_form_column_label(names[i].name, &label))
            put_head(fm, page, names[i].what, label);
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        put_head(fm, page, others[i].what, others[i].label);
    for (uint32_t i = 0; fm->column[KP_FM_OWN] != KP_OV_NONE && i < fm->slots; i++)
        put_evaluator_head(fm, page, i, kp_look_wrapped(KP_ROLE_HEAD));
}

static void put_names(const kp_fm *fm, const kp_fm_page *page)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (fm->column[names[i].what] != KP_OV_NONE)
            kp_marks_name(page->sheet, KP_FM_P_NAMES, fm->column[names[i].what], names[i].name,
                          names[i].slot);
    for (uint32_t i = 0; fm->column[KP_FM_OWN] != KP_OV_NONE && i < fm->slots; i++)
        kp_marks_name(page->sheet, KP_FM_P_NAMES, fm->column[KP_FM_OWN] + i, KP_FORM_BY, i + 1);
    kp_marks_begin(page->sheet, KP_FM_P_NAMES, fm->column[KP_FM_MARKER], KP_FORM_ANSWERS);
}

/* The row of a group of questions stays with the first of them; so does what an area is about. */
static void break_page(const kp_fm *fm, const kp_fm_page *page)
{
    uint32_t end = kp_fm_last_row(fm, page) + 1;
    bool *with_next = KP_NEW_ARRAY(fm->arena, end, bool);

    for (uint32_t row = 0; row < KP_FM_P_FIRST + page->help_count; row++)
        with_next[row] = true;
    for (uint32_t i = page->first; i < page->end; i++)
        with_next[fm->row[i]] |= fm->rubric->nodes[i]->first_child != NULL;
    kp_break_rows(page->sheet, with_next, end);
}

void kp_fm_write_page(const kp_fm *fm, const kp_fm_page *page)
{
    kp_sheet *sheet = page->sheet;
    bool has_total = fm->page_of[0] == page;
    uint32_t last = kp_fm_last_row(fm, page);
    const char *title = page->area
                            ? kp_arena_printf(fm->arena, "%s %s", page->area->id, kp_fm_title(fm, page->area))
                            : KP_FM_L(fm, AREAS);

    kp_fm_begin_sheet(fm, sheet, kp_utf8_one_line(fm->arena, title), fm->column[KP_FM_COMMENT]);
    kp_marks_layout(sheet, 0, KP_FM_P_NAMES - 1, fm->column[KP_FM_MARKER]);
    kp_marks_layout(sheet, KP_FM_P_HEAD, KP_FM_P_HEAD, fm->column[KP_FM_MARKER]);
    put_names(fm, page);
    put_heads(fm, page);
    kp_fm_set_widths(fm, page);
    for (uint32_t i = page->first; i < page->end; i++)
        put_line(fm, page, fm->rubric->nodes[i]);
    if (has_total)
        put_line(fm, page, fm->rubric->root);
    /* They need no mark of layout, which a sort could misplace: nothing in them stands where it is read. */
    for (uint32_t i = 0; i < page->help_count; i++)
        kp_put_text(sheet, KP_FM_P_FIRST + 1 + i, fm->column[KP_FM_TITLE], kp_look(KP_ROLE_NOTE),
                    page->help[i]);
    kp_fm_add_choices(fm, page, KP_FM_P_FIRST, last);
    kp_set_filter(sheet, (kp_range){sheet, KP_FM_P_HEAD, 0, last, fm->column[KP_FM_EVIDENCE_REF]});
    kp_freeze(sheet, page->area ? KP_FM_P_FIRST + 1 : KP_FM_P_FIRST, fm->column[KP_FM_TITLE] + 1);
    kp_repeat_rows(sheet, KP_FM_P_HEAD, KP_FM_P_HEAD);
    kp_print_to(sheet, fm->column[KP_FM_COMMENT]);
    kp_set_landscape(sheet);
    kp_set_height(sheet, KP_FM_P_HEAD, HEAD_HEIGHT);
    kp_fit(sheet, 3, 60);
    break_page(fm, page);
}
