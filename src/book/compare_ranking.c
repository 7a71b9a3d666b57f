#include "compare_internal.h"

/* Lines by how much they changed in the latest step, and what the charts draw: tables of Räkneunderlag. */

enum { LAST = KP_CB_WHAT__COUNT - 1, TITLE_UNITS = 50, FEWEST = 2 };

/* ---- by change ---- */

/* A change is taken to a billionth, so that floating point decides nothing, and the place makes equal ones
 * differ. 0: no rise (or fall). */
static const kp_style key_style = {
    .role = KP_ROLE_BODY, .format = KP_FORMAT_FIXED, .decimals = 4, .align = KP_ALIGN_RIGHT};

static kp_num key_of(const kp_cb *cb, const kp_line *line, uint32_t place, bool falls)
{
    const uint32_t last = cb->rounds - 1;
    kp_num change =
        kp_num_round(cb->arena, kp_cb_change_at_later_max(cb, line, kp_cb_step(cb, last)->from, last), 9);

    if (falls)
        change = kp_num_sub(cb->arena, kp_num_int(0), change);
    if (kp_num_sign(change) <= 0)
        return kp_num_int(0);
    return kp_num_sub(cb->arena, change, kp_num_fraction(cb->arena, place, 1000000000000));
}

static void put_ranked(const kp_cb *cb, uint32_t row, const kp_line *line, uint32_t place)
{
    const uint32_t last = cb->rounds - 1, earlier = kp_cb_step(cb, last)->from;
    const char *change = kp_cell_name(cb->arena, row, KP_CB_R_CHANGE);

    kp_put_text(cb->work, row, KP_CB_R_ID, kp_look_id(KP_ROLE_BODY), line->latest->id);
    kp_put_text(cb->work, row, KP_CB_R_TITLE, kp_look_wrapped(KP_ROLE_BODY), kp_line_title(&cb->w, line));
    kp_cb_put_points(cb, cb->work, row, KP_CB_R_FROM, line, earlier, KP_ROLE_BODY);
    kp_cb_put_max(cb, cb->work, row, KP_CB_R_FROM_MAX, line, earlier, KP_ROLE_BODY);
    kp_cb_put_points(cb, cb->work, row, KP_CB_R_TO, line, last, KP_ROLE_BODY);
    kp_cb_put_max(cb, cb->work, row, KP_CB_R_TO_MAX, line, last, KP_ROLE_BODY);
    kp_cb_put_change(cb, cb->work, row, KP_CB_R_CHANGE, line, earlier, last);
    for (int falls = 0; falls < 2; falls++)
        kp_put_formula(cb->work, row, KP_CB_R_RISE + (uint32_t)falls, key_style,
                       kp_arena_printf(
                           cb->arena, "=IF(COUNT(%s)=0,0,IF(ROUND(%s,9)%s0,%sROUND(%s,9)-%luE-12,0))", change,
                           change, falls ? "<" : ">", falls ? "-" : "", change, (unsigned long)place),
                       key_of(cb, line, place, falls));
}

/* The line whose key is the greatest of those below @p bound, which becomes the new bound. */
static const kp_line *next_pick(const kp_cb *cb, bool falls, kp_num *bound)
{
    const kp_cb_ranking *r = &cb->ranking;
    const kp_line *best = NULL;
    kp_num best_key = kp_num_int(0);

    for (uint32_t i = 0; i < r->count; i++) {
        kp_num key = key_of(cb, r->lines[i], i + 1, falls);
        if (kp_num_cmp(key, *bound) >= 0 || kp_num_cmp(key, best_key) <= 0)
            continue;
        best = r->lines[i];
        best_key = key;
    }
    *bound = best_key;
    return best;
}

static void find_picks(kp_cb *cb)
{
    kp_cb_ranking *r = &cb->ranking;

    for (int falls = 0; falls < 2; falls++) {
        kp_num bound = kp_num_int(1000000000);
        for (r->picks[falls] = 0; r->picks[falls] < KP_CB_PICKS; r->picks[falls]++) {
            const kp_line *line = next_pick(cb, falls, &bound);
            if (!line)
                break;
            r->picked[falls][r->picks[falls]] = line;
            r->bound[falls][r->picks[falls]] = bound;
        }
    }
}

/* The greatest keys, each found below the one above it. */
static uint32_t put_picks(const kp_cb *cb, uint32_t row)
{
    const kp_cb_ranking *r = &cb->ranking;
    uint32_t most = r->picks[0] > r->picks[1] ? r->picks[0] : r->picks[1];

    for (uint32_t i = 0; i < most; i++, row++) {
        kp_put_text(cb->work, row, KP_CB_R_TITLE, kp_look(KP_ROLE_BODY),
                    KP_CB_WITH(cb, PICK, kp_words_count(cb->arena, i + 1)));
        for (int falls = 0; falls < 2; falls++) {
            uint32_t column = KP_CB_R_RISE + (uint32_t)falls;
            const char *keys = kp_range_from(
                cb->arena, cb->work,
                (kp_range){cb->work, r->first_row, column, r->first_row + r->count - 1, column});
            const char *formula = kp_arena_printf(cb->arena, "=MAX(%s)", keys);
            if (i >= r->picks[falls])
                continue;
            if (i)
                formula = kp_arena_printf(cb->arena, "=SUMPRODUCT(LARGE((%s<%s)*%s,1))", keys,
                                          kp_cell_name(cb->arena, row - 1, column), keys);
            kp_put_formula(cb->work, row, column, key_style, formula, r->bound[falls][i]);
        }
    }
    return row;
}

/* Sub-questions that compare; where few do, areas. Between several municipalities "the change" would be one
 * of several differences: there only where there are two. */
static void choose_lines(kp_cb *cb)
{
    const uint32_t last = cb->rounds - 1;
    kp_cb_ranking *r = &cb->ranking;

    r->lines = KP_NEW_ARRAY(cb->arena, cb->c->line_count, const kp_line *);
    for (uint32_t level = 2; level >= 1 && r->count < FEWEST; level--) {
        r->count = 0;
        for (uint32_t i = 0; i < cb->c->line_count; i++)
            if (cb->c->lines[i]->level == level && kp_compares(&cb->c->lines[i]->rounds[last]))
                r->lines[r->count++] = cb->c->lines[i];
    }
    if (r->count < FEWEST || r->count > KP_CB_MAX_RANKED || (cb->several && cb->rounds > 2))
        r->count = 0;
    for (uint32_t i = 0; i < r->count; i++)
        r->maxima = r->maxima || kp_max_differs(r->lines[i], kp_cb_step(cb, last)->from, last);
}

void kp_cb_plan_ranking(kp_cb *cb)
{
    choose_lines(cb);
    if (cb->ranking.count)
        find_picks(cb);
}

uint32_t kp_cb_put_ranking(kp_cb *cb, uint32_t row)
{
    const kp_step *step = kp_cb_step(cb, cb->rounds - 1);
    kp_cb_ranking *r = &cb->ranking;
    const char *const left[] = {KP_CB_L(cb, NUMBER), KP_CB_L(cb, QUESTION), NULL};
    const char *const right[] = {kp_round_name(&cb->w, step->from),
                                 KP_CB_L(cb, FROM_MAX),
                                 kp_round_name(&cb->w, step->to),
                                 KP_CB_L(cb, TO_MAX),
                                 r->maxima ? KP_CB_L(cb, CHANGE_AT_LATER_MAX) : KP_CB_L(cb, CHANGE),
                                 KP_CB_L(cb, RISE_KEY),
                                 KP_CB_L(cb, FALL_KEY)};

    if (!r->count)
        return row;
    row = kp_put_section(cb->work, row, LAST, KP_CB_L(cb, RANKING_TABLE));
    row = kp_put_sentence(cb->work, row, LAST, KP_ROLE_NOTE, KP_CB_L(cb, RANKING_WORDS));
    kp_put_heads(cb->work, row, 0, left);
    for (uint32_t i = 0; i < sizeof(right) / sizeof(right[0]); i++)
        kp_cb_put_head(cb->work, row, KP_CB_R_FROM + i, right[i]);
    row++;
    r->first_row = row;
    for (uint32_t i = 0; i < r->count; i++)
        put_ranked(cb, row++, r->lines[i], i + 1);
    r->pick_row = row;
    return put_picks(cb, row) + 1;
}

/* ---- what the charts draw ---- */

/* A chart draws a cell without anything as a gap, but a text as 0: where there is no figure now, there is no
 * formula either. */
static void put_drawn(const kp_cb *cb, uint32_t row, const kp_line *line, uint32_t round)
{
    const kp_line_round *cell = &line->rounds[round];
    const char *points;

    if (!kp_shows_points(&line->rounds[round]) || !kp_num_sign(cell->result->max)) {
        kp_put_blank(cb->work, row, 2 + round, kp_look(KP_ROLE_BODY));
        return;
    }
    points = kp_cb_points_ref(cb, cb->work, line, round);
    kp_put_formula(cb->work, row, 2 + round, kp_cb_percent_style(KP_ROLE_BODY),
                   kp_arena_printf(cb->arena, "=IF(COUNT(%s)=0,\"\",%s/%s*100)", points, points,
                                   kp_cb_ref(cb, cb->work, round, cell->node, KP_CB_MAX)),
                   kp_percent_of(cb->arena, cell->result));
}

static void put_drawn_line(kp_cb *cb, uint32_t row, const kp_line *line)
{
    const kp_rubric *rubric = kp_cb_score(cb, line->latest_round)->rubric;
    const char *title = kp_line_title(&cb->w, line);

    cb->chart_row[line->index] = row;
    if (line->level)
        title = kp_text_or(&line->latest->short_title, cb->w.lang, rubric->language, title);
    kp_put_text(cb->work, row, 0, kp_look_id(KP_ROLE_BODY), line->level ? line->latest->id : "");
    kp_put_text(cb->work, row, 1, kp_look(KP_ROLE_BODY), kp_cut_units(cb->arena, title, TITLE_UNITS));
    for (uint32_t k = 0; k < cb->rounds; k++)
        put_drawn(cb, row, line, k);
}

static void choose_areas(kp_cb *cb)
{
    cb->areas = KP_NEW_ARRAY(cb->arena, cb->c->line_count, const kp_line *);
    for (uint32_t i = 0; i < cb->c->line_count; i++) {
        const kp_line *line = cb->c->lines[i];
        if (line->level == 1 && (cb->several || line->latest_round == cb->rounds - 1))
            cb->areas[cb->area_count++] = line;
    }
}

uint32_t kp_cb_put_chart_table(kp_cb *cb, uint32_t row)
{
    uint32_t last = 1 + cb->rounds > LAST ? 1 + cb->rounds : LAST;

    choose_areas(cb);
    cb->chart_row = KP_NEW_ARRAY(cb->arena, cb->c->line_count, uint32_t);
    for (uint32_t i = 0; i < cb->c->line_count; i++)
        cb->chart_row[i] = KP_CB_NONE;
    row = kp_put_section(cb->work, row, last, KP_CB_L(cb, AREA_TABLE));
    kp_put_text(cb->work, row, 0, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, NUMBER));
    kp_put_text(cb->work, row, 1, kp_look(KP_ROLE_HEAD), KP_CB_L(cb, AREA));
    for (uint32_t k = 0; k < cb->rounds; k++)
        kp_cb_put_head(cb->work, row, 2 + k, kp_round_name(&cb->w, k));
    cb->chart_years_row = ++row;
    kp_put_text(cb->work, row, 1, kp_look(KP_ROLE_BODY), KP_CB_L(cb, YEAR));
    for (uint32_t k = 0; k < cb->rounds; k++)
        kp_put_number(cb->work, row, 2 + k, kp_look_number(KP_ROLE_BODY, KP_FORMAT_GENERAL, 0),
                      kp_num_int(kp_cb_score(cb, k)->evaluation->year));
    row++;
    for (uint32_t i = 0; i < cb->area_count; i++)
        put_drawn_line(cb, row++, cb->areas[i]);
    put_drawn_line(cb, row++, cb->c->lines[0]);
    return row + 1;
}
