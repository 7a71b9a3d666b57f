#include "compare_internal.h"

#include <string.h>

/* Delfrågor: every line by rounds, what changed, and why where two do not compare. The points of the deepest
 * nodes are the cells that all other sheets follow. */

enum { ID, TITLE, FIRST };
enum { TITLE_WIDTH = 42, NARROW_TITLE = 34, PERCENT_WIDTH = 8 };

/* ---- columns and rows ---- */

/* Points of two maxima do not compare: then percentages stand beside them. */
static bool wants_percent(const kp_cb *cb)
{
    for (uint32_t i = 0; i < cb->c->line_count; i++)
        for (uint32_t k = 1; k < cb->rounds; k++)
            if (kp_max_differs(cb->c->lines[i], kp_cb_step(cb, k)->from, k))
                return true;
    return false;
}

static bool has_reasons(const kp_cb *cb)
{
    for (uint32_t i = 0; i < cb->c->line_count; i++)
        for (uint32_t k = 1; k < cb->rounds; k++)
            if (kp_step_remark(&cb->w, cb->c->lines[i], k))
                return true;
    return false;
}

void kp_cb_plan_questions(kp_cb *cb)
{
    uint32_t next = FIRST, row;

    cb->points = KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t);
    cb->change = KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t);
    cb->status = KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t);
    cb->percent = wants_percent(cb) ? KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t) : NULL;
    cb->max_column = next++;
    for (uint32_t k = 0; k < cb->rounds; k++) {
        cb->points[k] = next++;
        if (cb->percent)
            cb->percent[k] = next++;
        if (!k)
            continue;
        cb->change[k] = next++;
        cb->status[k] = next++;
    }
    cb->whole = !cb->several && cb->rounds > 2 ? next++ : KP_CB_NONE;
    cb->reason = has_reasons(cb) ? next++ : KP_CB_NONE;
    cb->questions_last = next - 1;
    cb->head_row = cb->caveat_line ? 5 : 4; /* title, subtitle, link, the caveats, a blank or a note */
    cb->row = KP_NEW_ARRAY(cb->arena, cb->c->line_count, uint32_t);
    row = cb->head_row + 1;
    for (uint32_t i = 1; i < cb->c->line_count; i++)
        cb->row[i] = row++;
    cb->row[0] = row;
}

/* An area is a heading where its questions stand below it; where only areas are known, a row like others. */
static kp_role role_of(const kp_cb *cb, const kp_line *line)
{
    bool has_parts = false;

    if (line->level == 1)
        return line->index + 1 < cb->c->line_count && cb->c->lines[line->index + 1]->level > 1 ? KP_ROLE_HEAD
                                                                                               : KP_ROLE_BODY;
    has_parts = line->latest->child_count > 0;
    return line->level && !has_parts ? KP_ROLE_BODY : KP_ROLE_TOTAL;
}

/* ---- points ---- */

const char *kp_cb_points_ref(const kp_cb *cb, const kp_sheet *from, const kp_line *line, uint32_t round)
{
    return kp_cell_from(cb->arena, from, cb->questions, cb->row[line->index], cb->points[round]);
}

/* What stands in the place of points that there are none of. */
static const char *no_points(const kp_cb *cb, const kp_line_round *cell)
{
    return !cell->node || cell->result->hidden ? KP_DASH : kp_words_state(cell->result->state, cb->lang);
}

void kp_cb_put_points(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                      uint32_t round, kp_role role)
{
    const kp_line_round *cell = &line->rounds[round];
    kp_style style = kp_cb_points_style(cb, role);

    if (!cell->node)
        kp_put_blank(sheet, row, column, style);
    else if (cell->result->hidden)
        kp_put_text(sheet, row, column, style, KP_DASH);
    else
        kp_put_either(sheet, row, column, style,
                      kp_arena_printf(cb->arena, "=%s", kp_cb_points_ref(cb, sheet, line, round)),
                      kp_has_score(cell->result), cell->result->points, no_points(cb, cell));
}

/* A deepest node of the round: what a reader may change. */
static void put_input(const kp_cb *cb, uint32_t row, const kp_line *line, uint32_t round)
{
    const kp_line_round *cell = &line->rounds[round];
    kp_style style = kp_cb_points_style(cb, KP_ROLE_INPUT);

    if (kp_has_score(cell->result))
        kp_put_number(cb->questions, row, cb->points[round], style, cell->result->points);
    else
        kp_put_text(cb->questions, row, cb->points[round], style, no_points(cb, cell));
}

static void put_points(const kp_cb *cb, const kp_line *line, uint32_t round, kp_role role)
{
    const kp_line_round *cell = &line->rounds[round];
    uint32_t row = cb->row[line->index], column = cb->points[round];
    kp_style style = kp_cb_points_style(cb, role);
    const char *formula;

    if (!cell->node) {
        kp_put_blank(cb->questions, row, column, style);
        return;
    }
    if (cell->result->hidden) {
        kp_put_text(cb->questions, row, column, style, KP_DASH);
        return;
    }
    if (kp_line_of(cb->c, round, cell->node) !=
        line) { /* split: its points stand on the first of its lines */
        kp_cb_put_points(cb, cb->questions, row, column, kp_line_of(cb->c, round, cell->node), round, role);
        return;
    }
    if (kp_cb_is_deepest(kp_cb_score(cb, round), cell->node)) {
        put_input(cb, row, line, round);
        return;
    }
    formula =
        kp_arena_printf(cb->arena, "=%s", kp_cb_ref(cb, cb->questions, round, cell->node, KP_CB_POINTS));
    kp_put_either(cb->questions, row, column, style, formula, kp_has_score(cell->result),
                  cell->result->points, no_points(cb, cell));
}

void kp_cb_put_max(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                   uint32_t round, kp_role role)
{
    const kp_line_round *cell = &line->rounds[round];

    if (cell->result->hidden)
        kp_put_number(sheet, row, column, kp_cb_max_style(cb, role, cell->node->full), cell->node->full);
    else
        kp_put_formula(sheet, row, column, kp_cb_max_style(cb, role, cell->result->max),
                       kp_arena_printf(cb->arena, "=%s", kp_cb_ref(cb, sheet, round, cell->node, KP_CB_MAX)),
                       cell->result->max);
}

void kp_cb_put_percent(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_line *line,
                       uint32_t round, kp_role role)
{
    const kp_line_round *cell = &line->rounds[round];
    kp_style style = kp_cb_percent_style(role);
    const char *points;

    if (!cell->node) {
        kp_put_blank(sheet, row, column, style);
        return;
    }
    if (cell->result->hidden || !kp_num_sign(cell->result->max)) {
        kp_put_text(sheet, row, column, style, KP_DASH);
        return;
    }
    points = kp_cb_points_ref(cb, sheet, line, round);
    kp_put_either(sheet, row, column, style,
                  kp_arena_printf(cb->arena, "=IF(COUNT(%s)=0,\"%s\",%s/%s*100)", points, KP_DASH, points,
                                  kp_cb_ref(cb, sheet, round, cell->node, KP_CB_MAX)),
                  kp_has_score(cell->result),
                  kp_has_score(cell->result) ? kp_percent_of(cb->arena, cell->result) : kp_num_int(0),
                  KP_DASH);
}

/* ---- changes ---- */

/* Whether the two would compare in points, were they answered. */
static bool is_like(const kp_line_round *cell)
{
    switch (cell->status) {
    case KP_CMP_SAME:
    case KP_CMP_REWORDED:
        return true;
    case KP_CMP_NOT_ANSWERED:
    case KP_CMP_NOT_APPLICABLE: /* of these only what asks the same: no max was changed without a row */
        return cell->row || !cell->max_changed;
    default:
        return false;
    }
}

static const char *change_formula(const kp_cb *cb, const kp_line *line, uint32_t round)
{
    const char *from = kp_cb_points_ref(cb, cb->questions, line, kp_cb_step(cb, round)->from);
    const char *to = kp_cb_points_ref(cb, cb->questions, line, round);

    return kp_formula_difference(cb->arena, to, from);
}

static bool is_shown(const kp_line_round *cell)
{
    return cell->node && !cell->result->hidden;
}

static void put_change(const kp_cb *cb, const kp_line *line, uint32_t round, kp_role role)
{
    const kp_line_round *cell = &line->rounds[round];
    uint32_t row = cb->row[line->index], earlier = kp_cb_step(cb, round)->from;
    kp_style style = kp_cb_change_style(cb, role), words = kp_look_wrapped(role);

    if (cell->status == KP_CMP_NONE)
        kp_put_blank(cb->questions, row, cb->change[round], style);
    else if (is_like(cell) && is_shown(cell) && is_shown(&line->rounds[earlier]))
        kp_put_either(cb->questions, row, cb->change[round], style, change_formula(cb, line, round),
                      cell->has_change, cell->change, KP_DASH);
    else
        kp_put_text(cb->questions, row, cb->change[round], style, KP_DASH);
    kp_put_text(cb->questions, row, cb->status[round], words, kp_step_word(&cb->w, line, round));
}

static void put_whole(const kp_cb *cb, const kp_line *line, kp_role role)
{
    uint32_t row = cb->row[line->index];
    kp_style style = kp_cb_change_style(cb, role);
    const char *parts = "", *first = kp_cb_points_ref(cb, cb->questions, line, 0);
    const char *last = kp_cb_points_ref(cb, cb->questions, line, cb->rounds - 1);

    if (cb->whole == KP_CB_NONE)
        return;
    if (!kp_cb_has_whole(cb, line)) {
        if (line->rounds[0].node && line->rounds[cb->rounds - 1].node)
            kp_put_text(cb->questions, row, cb->whole, style, KP_DASH);
        else
            kp_put_blank(cb->questions, row, cb->whole, style);
        return;
    }
    for (uint32_t k = 1; k < cb->rounds; k++)
        parts = kp_arena_printf(cb->arena, "%s%s%s", parts, k > 1 ? "," : "",
                                kp_cell_name(cb->arena, row, cb->change[k]));
    kp_put_formula(cb->questions, row, cb->whole, style,
                   kp_arena_printf(cb->arena, "=IF(COUNT(%s)<%lu,\"%s\",%s-%s)", parts,
                                   (unsigned long)cb->rounds - 1, KP_DASH, last, first),
                   kp_cb_whole_change(cb, line));
}

/* Each step's reason, with its name where there are several; then where the question stood before. */
static void put_reason(const kp_cb *cb, const kp_line *line, kp_role role)
{
    const char *text = "";

    if (cb->reason == KP_CB_NONE)
        return;
    for (uint32_t k = 1; k < cb->rounds; k++) {
        const char *reason = kp_step_remark(&cb->w, line, k);
        if (!reason)
            continue;
        if (cb->rounds > 2)
            reason = kp_arena_printf(cb->arena, "%s: %s", kp_step_name(&cb->w, kp_cb_step(cb, k)), reason);
        text = kp_arena_printf(cb->arena, "%s%s%s", text, *text ? "\n" : "", reason);
    }
    kp_put_text(cb->questions, cb->row[line->index], cb->reason, kp_look_wrapped(role), text);
}

/* ---- lines ---- */

/* "2.1" and below it "(2019: 1.3)" where it had another number before. */
static const char *ids_of(const kp_cb *cb, const kp_line *line, const char *ids)
{
    const char *before = line->latest->id;

    for (uint32_t k = line->latest_round; k-- > 0;) {
        const kp_node *node = line->rounds[k].node;
        if (node && strcmp(node->id, before) != 0)
            ids = kp_arena_printf(cb->arena, "%s\n%s", ids,
                                  KP_CB_WITH(cb, ID_WAS, node->id, kp_round_name(&cb->w, k)));
        before = node ? node->id : before;
    }
    return ids;
}

static void put_name(const kp_cb *cb, const kp_line *line, kp_style id, kp_style title)
{
    uint32_t row = cb->row[line->index];

    id.wrap = true;
    kp_put_text(cb->questions, row, ID, id, line->level ? ids_of(cb, line, line->latest->id) : "");
    kp_put_text(cb->questions, row, TITLE, title, kp_line_title(&cb->w, line));
}

/* The number leads to the area on the first sheet. LibreOffice cuts a link of several lines, so numbers that
 * the area had before stand below its title. */
static void put_area_name(const kp_cb *cb, const kp_line *line, kp_style id, kp_style title)
{
    uint32_t row = cb->row[line->index];

    kp_put_link(cb->questions, row, ID, id, line->latest->id,
                kp_link_to(cb->arena, cb->summary, cb->area_row[line->index], TITLE));
    kp_put_text(cb->questions, row, TITLE, title, ids_of(cb, line, kp_line_title(&cb->w, line)));
}

static void put_line(const kp_cb *cb, const kp_line *line)
{
    uint32_t row = cb->row[line->index];
    kp_role role = role_of(cb, line);
    kp_style title = kp_look_wrapped(role), id = kp_look_id(role);

    title.indent = (uint8_t)(line->level < 2 ? 0 : line->level < 8 ? line->level - 1 : 7);
    if (line->level == 1)
        put_area_name(cb, line, id, title);
    else
        put_name(cb, line, id, title);
    kp_cb_put_max(cb, cb->questions, row, cb->max_column, line, line->latest_round, role);
    for (uint32_t k = 0; k < cb->rounds; k++) {
        put_points(cb, line, k, role);
        if (cb->percent)
            kp_cb_put_percent(cb, cb->questions, row, cb->percent[k], line, k, role);
        if (k)
            put_change(cb, line, k, role);
    }
    put_whole(cb, line, role);
    put_reason(cb, line, role);
    if (line->level > 1)
        kp_set_outline(cb->questions, row, (uint8_t)(line->level < 8 ? line->level - 1 : 7));
}

static double title_width(const kp_cb *cb)
{
    return cb->percent ? NARROW_TITLE : TITLE_WIDTH;
}

/* What a page of 198 characters, which is 8 points on A4, has room for beside the other columns. */
static double reason_width(const kp_cb *cb)
{
    enum { PAGE = 198, OTHERS = 19, ROUND = 9, STEP = 27, WHOLE = 12, LEAST = 34, MOST = 60 };
    double left = PAGE - OTHERS - title_width(cb) - cb->rounds * ROUND - (cb->rounds - 1) * STEP;

    if (cb->percent)
        left -= cb->rounds * (double)PERCENT_WIDTH;
    if (cb->whole != KP_CB_NONE)
        left -= WHOLE;
    return left < LEAST ? LEAST : left > MOST ? MOST : left;
}

static void put_heads(const kp_cb *cb)
{
    kp_sheet *sheet = cb->questions;
    uint32_t row = cb->head_row;
    kp_style left = kp_look_wrapped(KP_ROLE_HEAD);

    kp_put_text(sheet, row, ID, left, KP_CB_L(cb, NUMBER));
    kp_put_text(sheet, row, TITLE, left, KP_CB_L(cb, QUESTION));
    kp_cb_put_head(sheet, row, cb->max_column, KP_CB_L(cb, MAX));
    for (uint32_t k = 0; k < cb->rounds; k++) {
        kp_cb_put_head(sheet, row, cb->points[k], kp_round_name(&cb->w, k));
        if (cb->percent) {
            kp_cb_put_head(sheet, row, cb->percent[k], KP_CB_L(cb, PERCENT));
            kp_set_width(sheet, cb->percent[k], PERCENT_WIDTH);
        }
        if (!k)
            continue;
        kp_cb_put_head(sheet, row, cb->change[k], kp_cb_change_head(cb));
        kp_put_text(sheet, row, cb->status[k], left, KP_CB_L(cb, COMPARABILITY));
        kp_set_width(sheet, cb->status[k], 15);
    }
    if (cb->whole != KP_CB_NONE)
        kp_cb_put_head(sheet, row, cb->whole, KP_CB_L(cb, WHOLE_SPAN));
    if (cb->reason != KP_CB_NONE)
        kp_put_text(sheet, row, cb->reason, left, KP_CB_L(cb, REASON));
    kp_set_width(sheet, TITLE, title_width(cb));
    if (cb->reason != KP_CB_NONE)
        kp_set_width(sheet, cb->reason, reason_width(cb));
}

void kp_cb_write_questions(const kp_cb *cb)
{
    kp_sheet *sheet = cb->questions;
    uint32_t last = cb->row[0], row;

    row = kp_cb_begin_sheet(cb, sheet, KP_CB_L(cb, SHEET_QUESTIONS), cb->questions_last);
    if (cb->percent)
        kp_put_sentence(sheet, row, cb->questions_last, KP_ROLE_NOTE, KP_CB_L(cb, PERCENT_COMPARES));
    put_heads(cb);
    for (uint32_t i = 0; i < cb->c->line_count; i++)
        put_line(cb, cb->c->lines[i]);
    if (last > cb->head_row + 2)
        kp_set_filter(sheet, (kp_range){sheet, cb->head_row, 0, last - 1, cb->questions_last});
    kp_freeze(sheet, cb->head_row + 1, FIRST);
    kp_repeat_rows(sheet, cb->head_row, cb->head_row);
    kp_set_landscape(sheet);
    kp_fit(sheet, 6, 60);
    kp_break_pages(sheet);
}
