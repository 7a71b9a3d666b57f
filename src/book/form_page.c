#include "form_plan.h"

#include "kompass/utf8.h"

/* The pages: a row a question, with all that is asked of it. */

enum { NAMES_ROW = 3, HEAD_ROW, FIRST_ROW };
enum { HEAD_HEIGHT = 51 }; /* points, three lines: what is above the first question stays in view */

/* How wide each column is; what is written by hand needs room, too. */
static const uint8_t widths[KP_FM_WHAT__COUNT] = {
    [KP_FM_ID] = 7,
    [KP_FM_TITLE] = 34,
    [KP_FM_HELP] = 26,
    [KP_FM_BOXES] = 20,
    [KP_FM_OWN] = 13,
    [KP_FM_DIFFER] = 7,
    [KP_FM_VALUE] = 13,
    [KP_FM_POINTS_IN] = 8,
    [KP_FM_PERCENT_IN] = 8,
    [KP_FM_NA] = 10,
    [KP_FM_POINTS] = 9,
    [KP_FM_MAX] = 8,
    [KP_FM_LEFT] = 11,
    [KP_FM_BEST] = 9,
    [KP_FM_COMMENT] = 32,
    [KP_FM_NOTE] = 36,
    [KP_FM_EVIDENCE_TYPE] = 12,
    [KP_FM_EVIDENCE_TEXT] = 34,
    [KP_FM_EVIDENCE_REF] = 16,
    [KP_FM_MARKER] = 3,
};

static const kp_label_id heads[KP_FM_WHAT__COUNT] = {
    [KP_FM_ID] = KP_L_NUMBER,
    [KP_FM_TITLE] = KP_L_QUESTION,
    [KP_FM_HELP] = KP_L_FORM_HELP,
    [KP_FM_BOXES] = KP_L_FORM_BOXES,
    [KP_FM_OWN] = KP_L_EVALUATORS,
    [KP_FM_DIFFER] = KP_L_FORM_DIFFER,
    [KP_FM_VALUE] = KP_L_CONSENSUS,
    [KP_FM_POINTS_IN] = KP_L_FORM_IN_POINTS,
    [KP_FM_PERCENT_IN] = KP_L_FORM_IN_PERCENT,
    [KP_FM_NA] = KP_L_STATE_NOT_APPLICABLE,
    [KP_FM_POINTS] = KP_L_POINTS,
    [KP_FM_MAX] = KP_L_FORM_MAX,
    [KP_FM_LEFT] = KP_L_FORM_LEFT,
    [KP_FM_BEST] = KP_L_BEST_PRACTICE,
    [KP_FM_COMMENT] = KP_L_COMMENT,
    [KP_FM_NOTE] = KP_L_WORKING_NOTE,
    [KP_FM_EVIDENCE_TYPE] = KP_L_EVIDENCE,
    [KP_FM_EVIDENCE_TEXT] = KP_L_FORM_EVIDENCE_TEXT,
    [KP_FM_EVIDENCE_REF] = KP_L_FORM_EVIDENCE_REF,
};

/* What each column is called for programs; the others are not read. */
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

/* ---- planning ---- */

static bool is_figure(const kp_answer *answer)
{
    return answer && (answer->kind == KP_POINTS || answer->kind == KP_PERCENT);
}

bool kp_fm_takes_figure(const kp_fm *fm, const kp_node *node)
{
    return !node->scale && (!node->first_child || is_figure(kp_fm_answer(fm, node)));
}

/* An area with a page of its own, whose help stands below its row. */
static bool is_headed(const kp_node *node)
{
    return node->level == 1 && node->first_child;
}

static void plan_columns(kp_fm *fm)
{
    bool help = false, scales = false, figures = false, has[KP_FM_WHAT__COUNT];
    uint32_t next = 0;

    for (uint32_t i = 0; i < fm->rubric->node_count; i++) {
        const kp_node *node = fm->rubric->nodes[i];
        help = help || (node->help.count && !is_headed(node));
        scales = scales || node->scale;
        figures = figures || (!node->scale && !node->first_child) || is_figure(kp_fm_answer(fm, node));
    }
    for (int what = 0; what < KP_FM_WHAT__COUNT; what++)
        has[what] = true;
    has[KP_FM_HELP] = help;
    has[KP_FM_BOXES] = has[KP_FM_VALUE] = scales;
    has[KP_FM_OWN] = scales && fm->slots;
    has[KP_FM_DIFFER] = scales && fm->slots > 1;
    has[KP_FM_POINTS_IN] = has[KP_FM_PERCENT_IN] = figures;
    for (int what = 0; what < KP_FM_WHAT__COUNT; what++) {
        fm->column[what] = has[what] ? next : KP_OV_NONE;
        if (has[what])
            next += what == KP_FM_OWN ? fm->slots : 1;
    }
}

static bool areas_are_leaves(const kp_rubric *rubric)
{
    return rubric->node_count == rubric->root->child_count + 1;
}

/* What an area is about has a row of its own, so that the area's row, which stays in view, is low. */
static const char *area_help(const kp_fm *fm, const kp_fm_page *page)
{
    return page->area && is_headed(page->area)
               ? kp_text_get(&page->area->help, fm->lang, fm->rubric->language)
               : NULL;
}

void kp_fm_plan_pages(kp_fm *fm)
{
    const kp_rubric *rubric = fm->rubric;

    plan_columns(fm);
    fm->pages = KP_NEW_ARRAY(fm->arena, rubric->root->child_count, kp_fm_page);
    fm->page_of = KP_NEW_ARRAY(fm->arena, rubric->node_count, const kp_fm_page *);
    fm->row = KP_NEW_ARRAY(fm->arena, rubric->node_count, uint32_t);
    if (areas_are_leaves(rubric))
        fm->pages[fm->page_count++] = (kp_fm_page){.first = 1, .end = rubric->node_count};
    else
        for (const kp_node *area = rubric->root->first_child; area; area = area->next)
            fm->pages[fm->page_count++] =
                (kp_fm_page){.area = area, .first = area->index, .end = area->subtree_end};
    for (uint32_t i = 0; i < fm->page_count; i++) {
        kp_fm_page *page = &fm->pages[i];
        for (uint32_t k = page->first; k < page->end; k++) {
            fm->page_of[k] = page;
            fm->row[k] = FIRST_ROW + k - page->first + (k > page->first && area_help(fm, page));
        }
    }
    /* A result that only its total is known of: the total has a row like the others. */
    if (is_figure(kp_fm_answer(fm, rubric->root))) {
        fm->page_of[0] = &fm->pages[0];
        fm->row[0] = fm->row[fm->pages[0].end - 1] + 1;
    }
}

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

/* A value of the node's scale, as drop-downs show it; or not applicable; or nothing. */
static void put_value(const line *l, uint32_t column, bool given, bool not_applicable, kp_decimal value)
{
    const kp_fm *fm = l->fm;
    const kp_scale *scale = l->node->scale;
    kp_style style = input_style(scale->count ? KP_FORMAT_TEXT : KP_FORMAT_GENERAL, KP_ALIGN_LEFT);

    if (!given)
        kp_put_blank(l->sheet, l->row, column, style);
    else if (not_applicable)
        kp_put_text(l->sheet, l->row, column, style, KP_FM_L(fm, STATE_NOT_APPLICABLE));
    else if (scale->count)
        kp_put_text(l->sheet, l->row, column, style,
                    kp_form_level_label(fm->arena, scale, kp_scale_level(fm->arena, scale, value), fm->lang,
                                        fm->rubric->language));
    else
        kp_put_number(l->sheet, l->row, column, style, kp_num_decimal(fm->arena, value));
}

static void put_own_values(const line *l)
{
    const kp_fm *fm = l->fm;
    uint32_t first = column_of(l, KP_FM_OWN);

    for (uint32_t i = 0; first != KP_OV_NONE && i < fm->slots; i++) {
        const kp_own_value *own = NULL;
        for (uint32_t k = 0; l->answer && i < fm->e->evaluator_count && k < l->answer->by_count; k++)
            if (kp_evaluator_find(fm->e, l->answer->by[k].evaluator) == &fm->e->evaluators[i])
                own = &l->answer->by[k];
        if (!l->node->scale)
            kp_put_blank(l->sheet, l->row, first + i, kp_look(l->role));
        else
            put_value(l, first + i, own, own && own->not_applicable, own ? own->value : (kp_decimal){0, 0});
    }
}

/* A sign where two evaluators have chosen different values: also to filter by. */
static void put_difference(const line *l)
{
    const kp_fm *fm = l->fm;
    uint32_t column = column_of(l, KP_FM_DIFFER), first = column_of(l, KP_FM_OWN), known = 0;
    const char *values = kp_range_from(fm->arena, l->sheet,
                                       (kp_range){l->sheet, l->row, first, l->row, first + fm->slots - 1});
    const char *tests = "";
    bool differ = false;

    if (column == KP_OV_NONE)
        return;
    if (!l->node->scale) {
        kp_put_blank(l->sheet, l->row, column, kp_look(l->role));
        return;
    }
    for (uint32_t i = 0; i < fm->slots; i++) {
        const char *cell = kp_cell_name(fm->arena, l->row, first + i);
        tests = kp_arena_printf(fm->arena, "%s%sAND(%s<>\"\",SUMPRODUCT((%s=%s)*1)<COUNTA(%s))", tests,
                                *tests ? "," : "", cell, values, cell, values);
    }
    for (uint32_t k = 1; l->answer && k < l->answer->by_count; k++) {
        const kp_own_value *one = &l->answer->by[0], *other = &l->answer->by[k];
        known++;
        differ = differ || one->not_applicable != other->not_applicable ||
                 (!one->not_applicable && kp_num_cmp(kp_num_decimal(fm->arena, one->value),
                                                     kp_num_decimal(fm->arena, other->value)) != 0);
    }
    kp_put_text_formula(l->sheet, l->row, column,
                        (kp_style){.role = (uint8_t)l->role, .align = KP_ALIGN_CENTRE},
                        kp_arena_printf(fm->arena, "=IF(OR(%s),\"\xE2\x89\xA0\",\"\")", tests),
                        known && differ ? "\xE2\x89\xA0" : "");
}

static void put_consensus(const line *l)
{
    uint32_t column = column_of(l, KP_FM_VALUE);
    bool given = l->answer && (l->answer->kind == KP_VALUE || l->answer->kind == KP_NOT_APPLICABLE);

    if (column == KP_OV_NONE)
        return;
    if (!l->node->scale)
        kp_put_blank(l->sheet, l->row, column, kp_look(l->role));
    else
        put_value(l, column, given, given && l->answer->kind == KP_NOT_APPLICABLE,
                  given ? l->answer->number : (kp_decimal){0, 0});
}

static void put_figure(const line *l, kp_fm_what what, kp_answer_kind kind)
{
    uint32_t column = column_of(l, what);

    if (column == KP_OV_NONE)
        return;
    if (!kp_fm_takes_figure(l->fm, l->node))
        kp_put_blank(l->sheet, l->row, column, kp_look(l->role));
    else if (l->answer && l->answer->kind == kind)
        kp_put_number(l->sheet, l->row, column, input_style(KP_FORMAT_GENERAL, KP_ALIGN_RIGHT),
                      kp_num_decimal(l->fm->arena, l->answer->number));
    else
        kp_put_blank(l->sheet, l->row, column, input_style(KP_FORMAT_GENERAL, KP_ALIGN_RIGHT));
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

/* Why an answer counts for nothing: in the place of the points. */
static const char *hint(const line *l)
{
    const kp_fm *fm = l->fm;
    const char *answer = kp_ov_ref(&fm->ov, l->sheet, l->node, KP_OV_ANSWER);
    const char *dash = kp_formula_text(fm->arena, KP_DASH);

    if (l->node->scale)
        return kp_arena_printf(fm->arena, "IF(AND(%s<>\"\",%s=\"\"),%s,%s)", cell_of(l, KP_FM_VALUE), answer,
                               kp_formula_text(fm->arena, KP_FM_L(fm, NOT_ON_SCALE)), dash);
    if (kp_fm_takes_figure(l->fm, l->node))
        return kp_arena_printf(fm->arena, "IF(AND(COUNTA(%s,%s)>0,%s=\"\"),%s,%s)",
                               cell_of(l, KP_FM_POINTS_IN), cell_of(l, KP_FM_PERCENT_IN), answer,
                               kp_formula_text(fm->arena, KP_FM_L(fm, FORM_NO_FIGURE)), dash);
    return dash;
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

/* As few decimals as show a max, two at most. */
static unsigned max_decimals(const line *l, kp_num max)
{
    unsigned decimals = 0;

    while (decimals < 2 && kp_num_cmp(kp_num_round(l->fm->arena, max, decimals), max) != 0)
        decimals++;
    return decimals;
}

static void put_results(const line *l)
{
    const kp_fm *fm = l->fm;
    const kp_result *result = kp_ov_result(&fm->ov, l->node);
    const char *points = kp_ov_ref(&fm->ov, l->sheet, l->node, KP_OV_POINTS);
    unsigned decimals = max_decimals(l, result->max);
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

/* Boxes to tick by hand. */
static const char *boxes(const line *l)
{
    const kp_fm *fm = l->fm;
    const kp_scale *scale = l->node->scale;
    const char *list = "";

    if (!scale)
        return "";
    if (!scale->count)
        return kp_arena_printf(fm->arena, "%s\xE2\x80\x93%s: ______",
                               kp_words_decimal(fm->arena, fm->lang, kp_scale_low(scale)),
                               kp_words_decimal(fm->arena, fm->lang, kp_scale_high(scale)));
    for (uint32_t i = 0; i < scale->count; i++)
        list = kp_arena_printf(
            fm->arena, "%s%s\xE2\x98\x90 %s", list, *list ? "\n" : "",
            kp_form_level_label(fm->arena, scale, &scale->levels[i], fm->lang, fm->rubric->language));
    return list;
}

static const kp_label_id evidence_types[] = {[KP_EVIDENCE_OTHER] = KP_L_EVIDENCE_OTHER,
                                             [KP_INTERVIEW] = KP_L_EVIDENCE_INTERVIEW,
                                             [KP_DOCUMENT] = KP_L_EVIDENCE_DOCUMENT,
                                             [KP_WEBSITE] = KP_L_EVIDENCE_WEBSITE,
                                             [KP_INTRANET] = KP_L_EVIDENCE_INTRANET};

static void put_words(const line *l)
{
    const kp_fm *fm = l->fm;
    const kp_evidence *first = l->answer && l->answer->evidence_count ? &l->answer->evidence[0] : NULL;

    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_COMMENT),
                       l->answer ? kp_fm_text(fm, &l->answer->comment) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_NOTE),
                       l->answer ? kp_fm_text(fm, &l->answer->note) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_EVIDENCE_TYPE),
                       first ? kp_label(evidence_types[first->type], fm->lang) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_EVIDENCE_TEXT),
                       first ? kp_fm_text(fm, &first->text) : NULL);
    kp_marks_put_input(l->sheet, l->row, column_of(l, KP_FM_EVIDENCE_REF), first ? first->ref : NULL);
}

static void put_question(const line *l)
{
    const kp_fm *fm = l->fm;
    kp_style title = kp_look_wrapped(l->role);
    const char *help =
        is_headed(l->node) ? "" : kp_text_or(&l->node->help, fm->lang, fm->rubric->language, "");

    title.indent = (uint8_t)(l->node->level < 3 ? 0 : l->node->level < 6 ? l->node->level - 2 : 3);
    kp_put_text(l->sheet, l->row, column_of(l, KP_FM_ID), kp_look_id(l->role), l->node->id);
    kp_put_text(l->sheet, l->row, column_of(l, KP_FM_TITLE), title,
                l->node->parent ? kp_fm_title(fm, l->node) : KP_FM_L(fm, TOTAL));
    if (column_of(l, KP_FM_HELP) != KP_OV_NONE)
        kp_put_text(l->sheet, l->row, column_of(l, KP_FM_HELP),
                    kp_look_wrapped(*help ? KP_ROLE_BODY : l->role), help);
    if (column_of(l, KP_FM_BOXES) != KP_OV_NONE)
        kp_put_text(l->sheet, l->row, column_of(l, KP_FM_BOXES),
                    kp_look_wrapped(l->node->scale ? KP_ROLE_BODY : l->role), boxes(l));
}

static kp_role role_of(const kp_node *node)
{
    if (is_headed(node))
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
    put_figure(&l, KP_FM_POINTS_IN, KP_POINTS);
    put_figure(&l, KP_FM_PERCENT_IN, KP_PERCENT);
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

    kp_put_text_formula(page->sheet, HEAD_ROW, fm->column[KP_FM_OWN] + slot, style,
                        kp_arena_printf(fm->arena, "=IF(%s<>\"\",%s,IF(%s<>\"\",%s,%s))", name, name, id, id,
                                        kp_formula_text(fm->arena, number)),
                        one->name && *one->name ? one->name
                        : one->id               ? one->id
                                                : number);
}

static void put_heads(const kp_fm *fm, const kp_fm_page *page)
{
    for (int what = 0; what < KP_FM_MARKER; what++) {
        uint32_t column = fm->column[what], count = what == KP_FM_OWN ? fm->slots : 1;
        kp_style style = kp_look_wrapped(KP_ROLE_HEAD);
        for (uint32_t i = 0; column != KP_OV_NONE && i < count; i++) {
            kp_set_width(page->sheet, column + i, widths[what]);
            if (what == KP_FM_OWN)
                put_evaluator_head(fm, page, i, style);
            else
                kp_put_text(page->sheet, HEAD_ROW, column, style, kp_label(heads[what], fm->lang));
        }
    }
}

/* What nothing on the page needs. */
static void hide_columns(const kp_fm *fm, const kp_fm_page *page)
{
    bool used[KP_FM_WHAT__COUNT] = {false};

    for (uint32_t i = page->first; i < page->end; i++) {
        const kp_node *node = fm->rubric->nodes[i];
        used[KP_FM_HELP] = used[KP_FM_HELP] || (node->help.count && !is_headed(node));
        used[KP_FM_VALUE] = used[KP_FM_VALUE] || node->scale;
        used[KP_FM_PERCENT_IN] = used[KP_FM_PERCENT_IN] || kp_fm_takes_figure(fm, node);
    }
    used[KP_FM_PERCENT_IN] = used[KP_FM_PERCENT_IN] || fm->page_of[0] == page;
    used[KP_FM_POINTS_IN] = used[KP_FM_PERCENT_IN];
    used[KP_FM_BOXES] = used[KP_FM_OWN] = used[KP_FM_DIFFER] = used[KP_FM_VALUE];
    for (int what = KP_FM_HELP; what <= KP_FM_PERCENT_IN; what++)
        for (uint32_t i = 0; i < (what == KP_FM_OWN ? fm->slots : 1); i++)
            if (fm->column[what] != KP_OV_NONE && !used[what])
                kp_hide_column(page->sheet, fm->column[what] + i);
}

static void put_names(const kp_fm *fm, const kp_fm_page *page)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (fm->column[names[i].what] != KP_OV_NONE)
            kp_marks_name(page->sheet, NAMES_ROW, fm->column[names[i].what], names[i].name, names[i].slot);
    for (uint32_t i = 0; fm->column[KP_FM_OWN] != KP_OV_NONE && i < fm->slots; i++)
        kp_marks_name(page->sheet, NAMES_ROW, fm->column[KP_FM_OWN] + i, KP_FORM_BY, i + 1);
    kp_marks_begin(page->sheet, NAMES_ROW, fm->column[KP_FM_MARKER], KP_FORM_ANSWERS);
}

void kp_fm_write_page(const kp_fm *fm, const kp_fm_page *page)
{
    kp_sheet *sheet = page->sheet;
    bool has_total = fm->page_of[0] == page;
    uint32_t last = fm->row[page->end - 1] + has_total;
    const char *title = page->area
                            ? kp_arena_printf(fm->arena, "%s %s", page->area->id, kp_fm_title(fm, page->area))
                            : KP_FM_L(fm, AREAS);

    kp_fm_begin_sheet(fm, sheet, kp_utf8_one_line(fm->arena, title), fm->column[KP_FM_NA]);
    kp_marks_layout(sheet, 0, NAMES_ROW - 1, fm->column[KP_FM_MARKER]);
    kp_marks_layout(sheet, HEAD_ROW, HEAD_ROW, fm->column[KP_FM_MARKER]);
    put_names(fm, page);
    put_heads(fm, page);
    hide_columns(fm, page);
    for (uint32_t i = page->first; i < page->end; i++)
        put_line(fm, page, fm->rubric->nodes[i]);
    if (has_total)
        put_line(fm, page, fm->rubric->root);
    if (area_help(fm, page)) {
        kp_put_wide_text(sheet, FIRST_ROW + 1, fm->column[KP_FM_TITLE], fm->column[KP_FM_COMMENT],
                         kp_look_wrapped(KP_ROLE_NOTE), area_help(fm, page));
        kp_marks_layout(sheet, FIRST_ROW + 1, FIRST_ROW + 1, fm->column[KP_FM_MARKER]);
    }
    kp_fm_add_choices(fm, page, FIRST_ROW, last);
    kp_set_filter(sheet, (kp_range){sheet, HEAD_ROW, 0, last, fm->column[KP_FM_EVIDENCE_REF]});
    kp_freeze(sheet, page->area ? FIRST_ROW + 1 : FIRST_ROW, fm->column[KP_FM_TITLE] + 1);
    kp_repeat_rows(sheet, HEAD_ROW, HEAD_ROW);
    kp_print_to(sheet, fm->column[KP_FM_COMMENT]);
    kp_set_landscape(sheet);
    kp_set_height(sheet, HEAD_ROW, HEAD_HEIGHT);
    kp_fit(sheet, 3, 60);
}
