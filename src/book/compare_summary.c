#include "compare_internal.h"

#include <string.h>

/* Jämförelse: areas and total by rounds, how much of them compares, and that alone; charts; rises and falls.
 */

enum { ID, TITLE, FIRST, PIXELS_A_ROW = 20 };

/* ---- columns and rows ---- */

static bool is_whole(const kp_step *step)
{
    return kp_num_cmp(step->points_from, kp_num_int(1)) == 0 &&
           kp_num_cmp(step->points_to, kp_num_int(1)) == 0;
}

static bool wants_like(const kp_cb *cb)
{
    for (uint32_t k = 1; k < cb->rounds; k++)
        if (kp_cb_step(cb, k)->counted && (!is_whole(kp_cb_step(cb, k)) || !kp_cb_step(cb, k)->same_version))
            return true;
    return false;
}

/* The last column of the rises and falls: with or without the max beside the points. */
static uint32_t last_of_picks(const kp_cb *cb)
{
    return FIRST + (cb->ranking.maxima ? 4 : 2);
}

void kp_cb_plan_summary(kp_cb *cb)
{
    uint32_t next = FIRST, like = wants_like(cb) ? FIRST + 3 * (cb->rounds - 1) : 0, row;
    uint32_t ranked = cb->ranking.count ? 1 + last_of_picks(cb) : 0;

    cb->s_points = KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t);
    cb->s_change = KP_NEW_ARRAY(cb->arena, cb->rounds, uint32_t);
    for (uint32_t k = 0; k < cb->rounds; k++) {
        cb->s_points[k] = next++;
        if (k)
            cb->s_change[k] = next++;
    }
    cb->s_whole = !cb->several && cb->rounds > 2 ? next++ : KP_CB_NONE;
    next = next > like ? next : like;
    cb->s_last = (next > ranked ? next : ranked) - 1;
    cb->area_row = KP_NEW_ARRAY(cb->arena, cb->c->line_count, uint32_t);
    /* title, subtitle, blank, heading, the caveats of the steps, head */
    row = 4;
    for (uint32_t k = 1; k < cb->rounds; k++)
        row += kp_step_caveats(&cb->w, kp_cb_step(cb, k)).count;
    cb->summary_head = row++;
    for (uint32_t i = 0; i < cb->c->line_count; i++)
        cb->area_row[i] = cb->c->lines[i]->level == 1 ? row++ : KP_CB_NONE;
    cb->area_row[0] = row;
}

/* ---- the table ---- */

/* "2021", and below it the edition where there are several. */
static const char *round_head(const kp_cb *cb, uint32_t round)
{
    const char *edition = kp_cb_score(cb, round)->rubric->edition;
    bool several = false;

    for (uint32_t k = 1; k < cb->rounds; k++)
        several = several || strcmp(kp_cb_score(cb, k)->rubric->id, kp_cb_score(cb, 0)->rubric->id) != 0;
    if (!several)
        return kp_round_name(&cb->w, round);
    return kp_arena_printf(cb->arena, "%s\n%s", kp_round_name(&cb->w, round),
                           edition ? KP_CB_WITH(cb, EDITION_SHORT, edition) : kp_round_rubric(&cb->w, round));
}

static void put_heads(const kp_cb *cb)
{
    kp_sheet *sheet = cb->summary;
    uint32_t row = cb->summary_head;
    kp_put_text(sheet, row, ID, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, NUMBER));
    kp_put_text(sheet, row, TITLE, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, AREA));
    for (uint32_t k = 0; k < cb->rounds; k++) {
        kp_cb_put_head(sheet, row, cb->s_points[k], round_head(cb, k));
        if (k)
            kp_cb_put_head(sheet, row, cb->s_change[k], kp_cb_change_head(cb));
    }
    if (cb->s_whole != KP_CB_NONE)
        kp_cb_put_head(sheet, row, cb->s_whole,
                       kp_arena_printf(cb->arena, "%s\n%s\xE2\x80\x93%s", KP_CB_L(cb, CHANGE),
                                       kp_round_name(&cb->w, 0), kp_round_name(&cb->w, cb->rounds - 1)));
}

static bool is_shown(const kp_line_round *cell)
{
    return cell->node && !cell->result->hidden;
}

/* The change as Delfrågor has it; where there is none, the word that says why. */
static void put_change(const kp_cb *cb, uint32_t row, const kp_line *line, uint32_t round, kp_role role)
{
    const kp_line_round *cell = &line->rounds[round];
    const char *change =
        kp_cell_from(cb->arena, cb->summary, cb->questions, cb->row[line->index], cb->change[round]);
    const char *word =
        kp_cell_from(cb->arena, cb->summary, cb->questions, cb->row[line->index], cb->status[round]);
    kp_style style = kp_cb_change_style(cb, role);

    style.wrap = true;
    if (cell->status == KP_CMP_NONE)
        kp_put_blank(cb->summary, row, cb->s_change[round], style);
    else if (!is_shown(cell) && !is_shown(&line->rounds[kp_cb_step(cb, round)->from]))
        kp_put_text(cb->summary, row, cb->s_change[round], style, KP_DASH); /* there is nothing to compare */
    else
        kp_put_either(cb->summary, row, cb->s_change[round], style,
                      kp_arena_printf(cb->arena, "=IF(COUNT(%s)=0,%s,%s)", change, word, change),
                      cell->has_change, cell->change, kp_step_word(&cb->w, line, round));
}

static void put_line(const kp_cb *cb, const kp_line *line)
{
    uint32_t row = cb->area_row[line->index];
    kp_role role = line->level ? KP_ROLE_BODY : KP_ROLE_TOTAL;

    kp_put_text(cb->summary, row, ID, kp_look_id(role), line->level ? line->latest->id : "");
    kp_put_link(cb->summary, row, TITLE, kp_look_wrapped(role), kp_line_title(&cb->w, line),
                kp_link_to(cb->arena, cb->questions, cb->row[line->index], 0));
    for (uint32_t k = 0; k < cb->rounds; k++) {
        kp_cb_put_points(cb, cb->summary, row, cb->s_points[k], line, k, role);
        if (k)
            put_change(cb, row, line, k, role);
    }
    if (cb->s_whole == KP_CB_NONE)
        return;
    if (kp_cb_has_whole(cb, line))
        kp_put_formula(cb->summary, row, cb->s_whole, kp_cb_change_style(cb, role),
                       kp_arena_printf(cb->arena, "=%s",
                                       kp_cell_from(cb->arena, cb->summary, cb->questions,
                                                    cb->row[line->index], cb->whole)),
                       kp_cb_whole_change(cb, line));
    else
        kp_put_text(cb->summary, row, cb->s_whole, kp_cb_change_style(cb, role), KP_DASH);
}

/* ---- how much compares ---- */

static void put_share(const kp_cb *cb, uint32_t row, uint32_t round, bool later)
{
    const kp_step *step = kp_cb_step(cb, round);
    const uint32_t of = later ? round : step->from;
    const kp_line_round *total = &cb->c->lines[0]->rounds[of];
    kp_num share = later ? step->points_to : step->points_from;
    const char *max = kp_cb_ref(cb, cb->summary, of, total->node, KP_CB_MAX);
    const char *part = kp_cb_step_range(cb, cb->summary, round, later ? KP_CB_S_TO_MAX : KP_CB_S_FROM_MAX);
    kp_style style = kp_cb_percent_style(KP_ROLE_BODY);

    if (step->counted)
        kp_put_formula(cb->summary, row, cb->s_change[round], style,
                       kp_arena_printf(cb->arena, "=IF(%s=0,0,SUM(%s)/%s*100)", max, part, max),
                       kp_num_mul(cb->arena, share, kp_num_int(100)));
    else
        kp_put_number(cb->summary, row, cb->s_change[round], style, kp_num_int(0));
}

/* Whether each step has the same share of both its rounds: then one row says it. */
static bool is_one_share(const kp_cb *cb)
{
    for (uint32_t k = 1; k < cb->rounds; k++)
        if (kp_num_cmp(kp_cb_step(cb, k)->points_from, kp_cb_step(cb, k)->points_to) != 0)
            return false;
    return true;
}

const char *kp_cb_share_label(const kp_cb *cb, uint32_t later)
{
    if (cb->several)
        return KP_CB_WITH(cb, SHARE_OF, later ? KP_CB_L(cb, THE_OTHER) : kp_round_name(&cb->w, 0));
    return later ? KP_CB_L(cb, SHARE_OF_LATER) : KP_CB_L(cb, SHARE_OF_EARLIER);
}

/* A row for each end of the steps, below the changes that it is about. */
static uint32_t put_shares(const kp_cb *cb, uint32_t row)
{
    bool one = is_one_share(cb);

    for (uint32_t later = one; later < 2; later++, row++) {
        kp_put_wide_text(cb->summary, row, ID, TITLE, kp_look_wrapped(KP_ROLE_BODY),
                         one ? KP_CB_L(cb, COMPARABLE_SHARE) : kp_cb_share_label(cb, later));
        for (uint32_t k = 0; k < cb->rounds; k++) {
            kp_put_blank(cb->summary, row, cb->s_points[k], kp_look(KP_ROLE_BODY));
            if (k)
                put_share(cb, row, k, later);
        }
        if (cb->s_whole != KP_CB_NONE)
            kp_put_blank(cb->summary, row, cb->s_whole, kp_look(KP_ROLE_BODY));
    }
    return row;
}

/* ---- like for like ---- */

/* A sum of the step's table: of the whole, or of an area. */
static const char *like_sum(const kp_cb *cb, const kp_line *line, uint32_t round, kp_cb_step_what what)
{
    const char *column = kp_cb_step_range(cb, cb->summary, round, what);

    if (!line->level)
        return kp_arena_printf(cb->arena, "SUM(%s)", column);
    return kp_arena_printf(cb->arena, "SUMIF(%s,%lu,%s)",
                           kp_cb_step_range(cb, cb->summary, round, KP_CB_S_AREA),
                           (unsigned long)kp_area_number(line->rounds[round].node), column);
}

static void put_like(const kp_cb *cb, uint32_t row, const kp_line *line, uint32_t round, kp_role role)
{
    const kp_line_round *cell = &line->rounds[round];
    uint32_t column = FIRST + 3 * (round - 1);
    const char *from = kp_cell_name(cb->arena, row, column), *to = kp_cell_name(cb->arena, row, column + 1);
    kp_style percent = kp_cb_percent_style(role), change = kp_look_number(role, KP_FORMAT_SIGNED, 1);

    if (!cell->has_like || (line->level && !cell->node)) {
        for (uint32_t i = 0; i < 3; i++)
            kp_put_text(cb->summary, row, column + i, i < 2 ? percent : change, KP_DASH);
        return;
    }
    for (uint32_t later = 0; later < 2; later++)
        kp_put_formula(cb->summary, row, column + later, percent,
                       kp_arena_printf(cb->arena, "=IF(%s=0,\"%s\",%s/%s*100)",
                                       like_sum(cb, line, round, KP_CB_S_TO_MAX), KP_DASH,
                                       like_sum(cb, line, round, later ? KP_CB_S_TO : KP_CB_S_FROM),
                                       like_sum(cb, line, round, KP_CB_S_TO_MAX)),
                       later ? cell->like_to : cell->like_from);
    kp_put_formula(cb->summary, row, column + 2, change, kp_formula_difference(cb->arena, to, from),
                   kp_num_sub(cb->arena, cell->like_to, cell->like_from));
}

static bool has_like(const kp_cb *cb, const kp_line *line)
{
    for (uint32_t k = 1; k < cb->rounds; k++)
        if (line->rounds[k].has_like)
            return true;
    return false;
}

static uint32_t put_like_for_like(const kp_cb *cb, uint32_t row)
{
    kp_sheet *sheet = cb->summary;

    if (!wants_like(cb))
        return row;
    row = kp_put_section(sheet, row, FIRST + 3 * (cb->rounds - 1) - 1, KP_CB_L(cb, LIKE_FOR_LIKE));
    row = kp_put_sentence(sheet, row, cb->s_last, KP_ROLE_NOTE, KP_CB_L(cb, LIKE_WORDS));
    kp_put_text(sheet, row, ID, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, NUMBER));
    kp_put_text(sheet, row, TITLE, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, AREA));
    for (uint32_t k = 1; k < cb->rounds; k++) {
        uint32_t column = FIRST + 3 * (k - 1);
        kp_cb_put_head(sheet, row, column, kp_round_name(&cb->w, kp_cb_step(cb, k)->from));
        kp_cb_put_head(sheet, row, column + 1, kp_round_name(&cb->w, k));
        kp_cb_put_head(sheet, row, column + 2, KP_CB_L(cb, PERCENTAGE_POINTS));
    }
    row++;
    for (uint32_t i = 1; i <= cb->c->line_count; i++) {
        const kp_line *line = cb->c->lines[i < cb->c->line_count ? i : 0];
        kp_role role = line->level ? KP_ROLE_BODY : KP_ROLE_TOTAL;
        if (line->level > 1 || (line->level && !has_like(cb, line)))
            continue;
        kp_put_text(sheet, row, ID, kp_look_id(role), line->level ? line->latest->id : "");
        kp_put_text(sheet, row, TITLE, kp_look_wrapped(role), kp_line_title(&cb->w, line));
        for (uint32_t k = 1; k < cb->rounds; k++)
            put_like(cb, row, line, k, role);
        row++;
    }
    return row + 1;
}

/* ---- rises and falls ---- */

static const char *column_of_ranking(const kp_cb *cb, uint32_t column)
{
    const kp_cb_ranking *r = &cb->ranking;

    return kp_range_from(cb->arena, cb->summary,
                         (kp_range){cb->work, r->first_row, column, r->first_row + r->count - 1, column});
}

static void put_pick(const kp_cb *cb, uint32_t row, uint32_t pick, int falls)
{
    const kp_cb_ranking *r = &cb->ranking;
    const uint32_t last = cb->rounds - 1, earlier = kp_cb_step(cb, last)->from;
    const kp_line *line = r->picked[falls][pick];
    const kp_result *from = line->rounds[earlier].result, *to = line->rounds[last].result;
    const kp_style points = kp_cb_points_style(cb, KP_ROLE_BODY);
    const struct {
        kp_style style;
        kp_num number;
    } figures[] = {
        {points, from->points},
        {kp_cb_max_style(cb, KP_ROLE_BODY, from->max), from->max},
        {points, to->points},
        {kp_cb_max_style(cb, KP_ROLE_BODY, to->max), to->max},
        {kp_cb_change_style(cb, KP_ROLE_BODY), kp_cb_change_at_later_max(cb, line, earlier, last)}};
    uint32_t key = KP_CB_R_RISE + (uint32_t)falls, column = 0;
    const char *cell = kp_cell_from(cb->arena, cb->summary, cb->work, r->pick_row + pick, key);
    const char *place = kp_arena_printf(cb->arena, "MATCH(%s,%s,0)", cell, column_of_ranking(cb, key));

    for (uint32_t i = KP_CB_R_ID; i <= KP_CB_R_CHANGE; i++) {
        const char *formula = kp_arena_printf(cb->arena, "=IF(%s=0,\"%s\",INDEX(%s,%s))", cell, KP_DASH,
                                              column_of_ranking(cb, i), place);
        if (!r->maxima && (i == KP_CB_R_FROM_MAX || i == KP_CB_R_TO_MAX))
            continue;
        if (i >= KP_CB_R_FROM)
            kp_put_formula(cb->summary, row, column++, figures[i - KP_CB_R_FROM].style, formula,
                           figures[i - KP_CB_R_FROM].number);
        else
            kp_put_text_formula(cb->summary, row, column++,
                                i == KP_CB_R_ID ? kp_look_id(KP_ROLE_BODY) : kp_look_wrapped(KP_ROLE_BODY),
                                formula, i == KP_CB_R_ID ? line->latest->id : kp_line_title(&cb->w, line));
    }
}

static void put_pick_heads(const kp_cb *cb, uint32_t row, const kp_step *step, bool falls)
{
    const char *from = kp_round_name(&cb->w, step->from);
    const char *const plain[] = {from, kp_round_name(&cb->w, step->to), KP_CB_L(cb, CHANGE), NULL};
    const char *const maxima[] = {
        from, KP_CB_L(cb, MAX), plain[1], KP_CB_L(cb, MAX), KP_CB_L(cb, CHANGE_AT_LATER_MAX), NULL};
    const char *const *heads = cb->ranking.maxima ? maxima : plain;

    kp_put_text(cb->summary, row, ID, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, NUMBER));
    kp_put_text(cb->summary, row, TITLE, kp_look(KP_ROLE_HEAD),
                falls ? KP_CB_WITH(cb, LARGEST_FALLS, from) : KP_CB_WITH(cb, LARGEST_RISES, from));
    for (uint32_t i = 0; heads[i]; i++)
        kp_cb_put_head(cb->summary, row, FIRST + i, heads[i]);
}

uint32_t kp_cb_put_picks(const kp_cb *cb, uint32_t row)
{
    const kp_cb_ranking *r = &cb->ranking;
    const kp_step *step = kp_cb_step(cb, cb->rounds - 1);

    if (!r->picks[0] && !r->picks[1])
        return row;
    row = kp_put_section(cb->summary, row, last_of_picks(cb),
                         KP_CB_WITH(cb, RISES_AND_FALLS, kp_step_name(&cb->w, step)));
    if (r->maxima)
        row = kp_put_sentence(cb->summary, row, cb->s_last, KP_ROLE_NOTE, KP_CB_L(cb, AT_LATER_MAX_WORDS));
    for (int falls = 0; falls < 2; falls++) {
        if (!r->picks[falls])
            continue;
        put_pick_heads(cb, row++, step, falls);
        for (uint32_t i = 0; i < r->picks[falls]; i++)
            put_pick(cb, row++, i, falls);
    }
    return row + 1;
}

/* ---- the sheet ---- */

static void set_widths(const kp_cb *cb)
{
    uint32_t figures = cb->s_last - TITLE;

    kp_set_width(cb->summary, ID, 7);
    kp_set_width(cb->summary, TITLE, 46);
    for (uint32_t column = FIRST; column <= cb->s_last; column++)
        kp_set_width(cb->summary, column, cb->several ? 16 : 13);
    if (figures > (cb->several ? 5 : 6)) /* whose names are wider than years */
        kp_set_landscape(cb->summary);
}

void kp_cb_write_summary(const kp_cb *cb)
{
    const kp_caveats rounds = kp_round_caveats(&cb->w);
    kp_sheet *sheet = cb->summary;
    uint32_t row = 0;

    set_widths(cb);
    kp_put_wide_text(sheet, row++, 0, cb->s_last, kp_look_wrapped(KP_ROLE_TITLE), cb->title);
    kp_put_wide_text(sheet, row++, 0, cb->s_last, kp_look_wrapped(KP_ROLE_SUBTITLE), cb->subtitle);
    row = kp_put_section(sheet, row + 1, cb->s_last, KP_CB_L(cb, POINTS_BY_AREA));
    for (uint32_t k = 1; k < cb->rounds; k++) {
        const kp_caveats list = kp_step_caveats(&cb->w, kp_cb_step(cb, k));
        row = kp_cb_put_sentences(cb, sheet, row, cb->s_last, KP_ROLE_CAVEAT, &list);
    }
    put_heads(cb);
    for (uint32_t i = 0; i < cb->c->line_count; i++)
        if (cb->area_row[i] != KP_CB_NONE)
            put_line(cb, cb->c->lines[i]);
    row = put_shares(cb, cb->area_row[0] + 1);
    if (kp_maxima_words(&cb->w))
        row = kp_put_sentence(sheet, row, cb->s_last, KP_ROLE_NOTE, kp_maxima_words(&cb->w));
    if (kp_not_reported_words(&cb->w))
        row = kp_put_sentence(sheet, row, cb->s_last, KP_ROLE_NOTE, kp_not_reported_words(&cb->w));
    row = kp_cb_put_sentences(cb, sheet, row, cb->s_last, KP_ROLE_CAVEAT, &rounds);
    row = put_like_for_like(cb, row + 1);
    row = kp_cb_put_profile(cb, row);
    row = kp_cb_put_picks(cb, row);
    row = kp_cb_put_years(cb, row);
    kp_put_link(sheet, row, 0, kp_look(KP_ROLE_LINK), KP_CB_L(cb, TO_METHOD),
                kp_link_to(cb->arena, cb->method, 0, 0));
    kp_set_footer(sheet, cb->footer);
    kp_repeat_rows(sheet, 0, 0);
    kp_fit(sheet, 6, 60);
    kp_break_pages(sheet);
}
