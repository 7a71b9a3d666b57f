#include "kompass/write.h"

#include "kompass/compare_words.h"
#include "kompass/labels.h"
#include "kompass/utf8.h"
#include "table_parts.h"

enum { ID_WIDTH = 5, TITLE_WIDTH = 48, POINTS_WIDTH = 9, CHANGE_WIDTH = 17, NAME_MOST = 24 };

typedef struct table {
    kp_comparing w;
    kp_buf *out;
    unsigned decimals; /* of points: as many as any of the rubrics shows */
    bool comma;
} table;

static const char *label(const table *t, kp_label_id id)
{
    return kp_label(id, t->w.lang);
}

static const char *for_people(const table *t, const char *number)
{
    return kp_num_for_people(t->w.arena, number, t->comma);
}

static const char *percent(const table *t, kp_num x)
{
    return kp_arena_printf(t->w.arena, "%s %%", for_people(t, kp_num_fixed(t->w.arena, x, 1)));
}

/* "▲ +16", "▼ −3", "0": of what is shown as 0 nobody could tell the direction. */
static const char *signed_number(const table *t, kp_num x, unsigned decimals)
{
    int sign = kp_num_sign(kp_num_round(t->w.arena, x, decimals));
    const char *number = for_people(t, kp_num_fixed(t->w.arena, x, decimals));

    if (!sign)
        return number;
    return sign > 0 ? kp_arena_printf(t->w.arena, "\xE2\x96\xB2 +%s", number)
                    : kp_arena_printf(t->w.arena, "\xE2\x96\xBC %s", number);
}

static size_t width_of_round(const table *t, uint32_t round)
{
    size_t own = kp_utf8_width(kp_table_cut(t->w.arena, kp_round_name(&t->w, round), NAME_MOST)) + 2;

    return own > POINTS_WIDTH ? own : POINTS_WIDTH;
}

static void put_row(const table *t, const kp_line *line)
{
    kp_table_pad(t->out, line->level ? kp_table_cut(t->w.arena, line->latest->id, ID_WIDTH - 1) : "",
                 ID_WIDTH, false);
    kp_table_pad(t->out, kp_table_cut(t->w.arena, kp_line_title(&t->w, line), TITLE_WIDTH), TITLE_WIDTH,
                 false);
    for (uint32_t k = 0; k < t->w.c->round_count; k++) {
        const kp_line_round *cell = &line->rounds[k];
        bool shown = kp_shows_points(cell);
        const char *word = kp_step_word(&t->w, line, k);
        kp_table_pad(t->out,
                     shown ? for_people(t, kp_num_fixed(t->w.arena, cell->result->points, t->decimals))
                           : KP_DASH,
                     width_of_round(t, k), true);
        if (k)
            kp_table_pad(t->out,
                         cell->has_change ? signed_number(t, cell->change, t->decimals)
                         : *word          ? word
                                          : KP_DASH,
                         CHANGE_WIDTH, true);
    }
    kp_table_end_line(t->out);
}

static void put_head(const table *t)
{
    const kp_evaluation *e = t->w.c->rounds[t->w.c->round_count - 1].score->evaluation;

    if (t->w.c->several_units)
        kp_buf_printf(t->out, "%s \xC2\xB7 %s\n", label(t, KP_L_SIDE_BY_SIDE),
                      kp_utf8_one_line(t->w.arena, kp_label_with(t->w.arena, KP_L_DIFFERENCE_FROM, t->w.lang,
                                                                 kp_round_name(&t->w, 0))));
    else
        kp_buf_printf(t->out, "%s \xC2\xB7 %s\n", kp_utf8_one_line(t->w.arena, e->unit.name),
                      label(t, KP_L_OVER_YEARS));
    kp_table_pad(t->out, "", ID_WIDTH + TITLE_WIDTH, false);
    for (uint32_t k = 0; k < t->w.c->round_count; k++) {
        kp_table_pad(t->out, kp_table_cut(t->w.arena, kp_round_name(&t->w, k), NAME_MOST),
                     width_of_round(t, k), true);
        if (k)
            kp_table_pad(t->out, label(t, kp_compare_label(t->w.c->several_units, KP_L_CHANGE)), CHANGE_WIDTH,
                         true);
    }
    kp_table_end_line(t->out);
}

/* How much of the two rounds compares, and what that alone gives. */
static void put_step(const table *t, const kp_step *step)
{
    const kp_line_round *total = &t->w.c->lines[0]->rounds[step->to];
    kp_arena *a = t->w.arena;
    kp_num hundred = kp_num_int(100);

    kp_buf_printf(t->out, "%s\n",
                  kp_label_with(a, KP_L_STEP_COVERAGE, t->w.lang, kp_step_name(&t->w, step),
                                percent(t, kp_num_mul(a, step->points_from, hundred)),
                                percent(t, kp_num_mul(a, step->points_to, hundred)),
                                kp_arena_printf(a, "%lu", (unsigned long)step->counted),
                                kp_arena_printf(a, "%lu", (unsigned long)step->deepest)));
    if (total->has_like)
        kp_buf_printf(t->out, "%s\n",
                      kp_label_with(a, KP_L_STEP_LIKE, t->w.lang, kp_step_name(&t->w, step),
                                    percent(t, total->like_from), percent(t, total->like_to),
                                    signed_number(t, kp_num_sub(a, total->like_to, total->like_from), 1)));
}

static void put_caveats(const table *t, const kp_caveats *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        kp_buf_printf(t->out, "%s\n", kp_utf8_one_line(t->w.arena, list->items[i]));
}

void kp_write_compare_table(kp_arena *arena, const kp_comparison *comparison, const char *lang, kp_buf *out)
{
    table t = {.w = {arena, comparison, lang}, .out = out};
    const kp_caveats of_rounds = kp_round_caveats(&t.w);

    t.comma = kp_lang_has_comma(lang);
    for (uint32_t k = 0; k < comparison->round_count; k++) {
        unsigned own = (unsigned)comparison->rounds[k].score->rubric->points_decimals;
        t.decimals = own > t.decimals ? own : t.decimals;
    }
    put_head(&t);
    for (uint32_t i = 1; i < comparison->line_count; i++)
        if (comparison->lines[i]->level == 1)
            put_row(&t, comparison->lines[i]);
    put_row(&t, comparison->lines[0]);
    if (kp_maxima_words(&t.w))
        kp_buf_printf(out, "%s\n", kp_maxima_words(&t.w));
    if (kp_not_reported_words(&t.w))
        kp_buf_printf(out, "%s\n", kp_not_reported_words(&t.w));
    for (uint32_t k = 1; k < comparison->round_count; k++)
        put_step(&t, &comparison->steps[k - 1]);
    for (uint32_t k = 1; k < comparison->round_count; k++) {
        const kp_caveats list = kp_step_caveats(&t.w, &comparison->steps[k - 1]);
        put_caveats(&t, &list);
    }
    put_caveats(&t, &of_rounds);
}
