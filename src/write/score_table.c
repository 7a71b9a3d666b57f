#include "kompass/write.h"

#include <string.h>

#include "kompass/labels.h"
#include "kompass/utf8.h"
#include "table_parts.h"

enum { TITLE_WIDTH = 58, ID_WIDTH = 7, NUMBER_WIDTH = 9 };

typedef struct table {
    kp_arena *arena;
    const kp_score *score;
    kp_buf *out;
    const char *lang;
    bool comma, bounds, not_agreed, parts_rounded, parts_rescaled, no_alpha;
} table;

static const char *say(const table *t, kp_label_id label)
{
    return kp_label(label, t->lang);
}

static const char *for_people(const table *t, const char *number)
{
    return kp_num_for_people(t->arena, number, t->comma);
}

static void pad(const table *t, const char *text, size_t width, bool right)
{
    kp_table_pad(t->out, text, width, right);
}

static const char *max_shown(const table *t, const kp_result *r)
{
    kp_num rounded = kp_num_round(t->arena, r->max, (unsigned)t->score->rubric->points_decimals);

    /* A declared max such as 12.5 is shown as declared even where points are rounded to whole ones. */
    if (kp_num_cmp(rounded, r->max) == 0)
        return for_people(t, kp_num_digits(t->arena, r->max, 15));
    return for_people(t, kp_num_fixed(t->arena, r->max, 2));
}

static const char *bounds_shown(const table *t, const kp_result *r)
{
    unsigned decimals = (unsigned)t->score->rubric->points_decimals + 1;

    if (!kp_has_bounds(r))
        return "";
    if (kp_num_cmp(r->low, r->high) == 0) /* evaluators who think alike, but have not said that they agree */
        return kp_has_score(r) && kp_num_cmp(r->low, r->points) == 0
                   ? ""
                   : for_people(t, kp_num_fixed(t->arena, r->low, decimals));
    return kp_arena_printf(t->arena, "%s\xE2\x80\x93%s",
                           for_people(t, kp_num_fixed(t->arena, r->low, decimals)),
                           for_people(t, kp_num_fixed(t->arena, r->high, decimals)));
}

static const char *state_words(const table *t, const kp_result *r)
{
    switch (r->state) {
    case KP_NONE_ANSWERED:
        return say(t, KP_L_STATE_UNANSWERED);
    case KP_IS_NOT_APPLICABLE:
        return say(t, KP_L_STATE_NOT_APPLICABLE);
    case KP_UNWEIGHTED:
        return say(t, KP_L_STATE_UNWEIGHTED);
    default:
        return "";
    }
}

/* Whether the exact points of the parts do not add up either: something does not apply, and its max is
 * spread. */
static bool is_rescaled(const table *t, const kp_node *node)
{
    kp_num sum = kp_num_int(0);

    for (const kp_node *child = node->first_child; child; child = child->next)
        if (kp_has_score(kp_result_of(t->score, child)))
            sum = kp_num_add(t->arena, sum, kp_result_of(t->score, child)->points);
    return kp_num_cmp(sum, kp_result_of(t->score, node)->points) != 0;
}

static void put_row(table *t, const kp_node *node)
{
    const kp_result *r = kp_result_of(t->score, node);
    const char *title =
        node->parent ? kp_text_or(&node->title, t->lang, t->score->rubric->language, "") : say(t, KP_L_TOTAL);
    bool differs = kp_shown_parts_differ(t->arena, t->score, node);
    size_t indent = node->level > 1 ? 2 * (size_t)(node->level - 1) : 0;
    const char *percent = kp_percent_shown(t->arena, t->score, r);

    if (t->bounds && kp_has_bounds(r) && r->unanswered && kp_num_cmp(r->low, r->points) > 0)
        t->not_agreed = true;
    if (differs && is_rescaled(t, node))
        t->parts_rescaled = true;
    else if (differs)
        t->parts_rounded = true;
    pad(t, "", indent, false);
    pad(t, node->parent ? node->id : "", ID_WIDTH - (indent < 4 ? indent : 4), false);
    kp_buf_putc(t->out, ' ');
    pad(t, kp_table_cut(t->arena, title, TITLE_WIDTH), TITLE_WIDTH + 4 - (indent > 4 ? indent : 4), false);
    pad(t, for_people(t, kp_points_shown(t->arena, t->score, r)), NUMBER_WIDTH, true);
    kp_buf_puts(t->out, differs ? "*" : " ");
    pad(t, max_shown(t, r), NUMBER_WIDTH - 2, true);
    pad(t, kp_has_score(r) ? kp_arena_printf(t->arena, "%s %%", for_people(t, percent)) : percent,
        NUMBER_WIDTH, true);
    kp_buf_puts(t->out, "  ");
    if (t->bounds)
        pad(t, bounds_shown(t, r), 14, false);
    kp_buf_puts(t->out, state_words(t, r));
    kp_table_end_line(t->out);
}

static void put_head(const table *t)
{
    const kp_evaluation *e = t->score->evaluation;

    kp_buf_printf(t->out, "%s %04d \xC2\xB7 %s \xC2\xB7 %s\n", kp_utf8_one_line(t->arena, e->unit.name),
                  e->year,
                  kp_utf8_one_line(t->arena, kp_text_or(&t->score->rubric->title, t->lang,
                                                        t->score->rubric->language, e->rubric_id)),
                  say(t, e->state == KP_FINAL ? KP_L_STATE_FINAL : KP_L_STATE_DRAFT));
    pad(t, "", ID_WIDTH + 1 + TITLE_WIDTH, false);
    pad(t, say(t, KP_L_ACHIEVED), NUMBER_WIDTH, true);
    pad(t, say(t, KP_L_MAX), NUMBER_WIDTH - 1, true);
    pad(t, say(t, KP_L_PERCENT), NUMBER_WIDTH, true);
    kp_buf_puts(t->out, "  ");
    if (t->bounds)
        kp_buf_puts(t->out, say(t, KP_L_TABLE_BOUNDS));
    kp_table_end_line(t->out);
}

static void put_sentence(const table *t, kp_label_id label, const char *arg)
{
    kp_buf_printf(t->out, "%s\n", kp_fill_in(t->arena, say(t, label), (const char *const[]){arg, NULL}));
}

static void put_caveats(const table *t)
{
    const kp_evaluation *e = t->score->evaluation;
    const kp_result *total = kp_result_of(t->score, t->score->rubric->root);
    const char *derived = kp_text_get(&e->derived, t->lang, e->language);

    if (t->not_agreed)
        put_sentence(t, KP_L_TABLE_NOT_AGREED, "");
    if (total->unanswered)
        put_sentence(t, KP_L_TABLE_SO_FAR, kp_arena_printf(t->arena, "%u", (unsigned)total->unanswered));
    if (e->precision == KP_PRINTED)
        put_sentence(t, KP_L_TABLE_PRINTED, "");
    if (derived)
        put_sentence(t, KP_L_DERIVED, kp_utf8_one_line(t->arena, derived));
    if (t->parts_rounded)
        put_sentence(t, KP_L_TABLE_PARTS_ROUNDED, "");
    if (t->parts_rescaled)
        put_sentence(t, KP_L_TABLE_PARTS_RESCALED, "");
}

/* ---- how far the evaluators agree ---- */

enum { MOST_FURTHEST = 5 };

static const char *percent_of(const table *t, uint32_t part, uint32_t whole)
{
    if (!whole)
        return KP_DASH;
    return kp_arena_printf(t->arena, "%s %%",
                           kp_num_fixed(t->arena, kp_num_fraction(t->arena, 100 * (int64_t)part, whole), 0));
}

static void put_agreed(table *t, const kp_agreed *g)
{
    const char *title = g->area->parent ? kp_text_or(&g->area->title, t->lang, t->score->rubric->language, "")
                                        : say(t, KP_L_TOTAL);

    t->no_alpha = t->no_alpha || !g->has_alpha;
    pad(t, g->area->parent ? g->area->id : "", ID_WIDTH, false);
    kp_buf_putc(t->out, ' ');
    pad(t, kp_table_cut(t->arena, title, TITLE_WIDTH), TITLE_WIDTH, false);
    pad(t, kp_arena_printf(t->arena, "%u", (unsigned)g->n), NUMBER_WIDTH, true);
    pad(t, percent_of(t, g->exact, g->n), NUMBER_WIDTH - 1, true);
    pad(t, percent_of(t, g->within_one, g->n), NUMBER_WIDTH + 1, true);
    pad(t, g->has_alpha ? for_people(t, kp_num_fixed(t->arena, g->alpha, 2)) : KP_DASH, NUMBER_WIDTH - 2,
        true);
    kp_table_end_line(t->out);
}

static const char *own_values(const table *t, const kp_answer *answer)
{
    const char *list = "";

    for (uint32_t i = 0; i < answer->by_count; i++) {
        const kp_own_value *own = &answer->by[i];
        const char *value = own->not_applicable ? say(t, KP_L_STATE_NOT_APPLICABLE)
                                                : for_people(t, kp_decimal_text(t->arena, own->value));
        list = kp_arena_printf(t->arena, "%s%s%s %s", list, *list ? " \xC2\xB7 " : "",
                               kp_utf8_one_line(t->arena, own->evaluator), value);
    }
    return list;
}

static void put_furthest(const table *t, const kp_agreement *g)
{
    uint32_t count = 0;

    for (; count < g->count && count < MOST_FURTHEST; count++) {
        const kp_spread *s = &g->questions[count];
        bool one = kp_num_cmp(s->levels, kp_num_int(1)) == 0;
        const char *levels = for_people(t, kp_num_digits(t->arena, kp_num_round(t->arena, s->levels, 1), 6));
        if (!s->compared || kp_num_sign(s->levels) == 0)
            break;
        if (!count)
            put_sentence(t, KP_L_TABLE_FURTHEST, "");
        pad(t, s->node->id, ID_WIDTH, false);
        kp_buf_putc(t->out, ' ');
        pad(t,
            kp_table_cut(t->arena, kp_text_or(&s->node->title, t->lang, t->score->rubric->language, ""),
                         TITLE_WIDTH),
            TITLE_WIDTH, false);
        pad(t,
            kp_fill_in(t->arena, say(t, one ? KP_L_TABLE_LEVEL_APART : KP_L_TABLE_LEVELS_APART),
                       (const char *const[]){levels, NULL}),
            NUMBER_WIDTH + 1, true);
        kp_buf_printf(t->out, "  %s", own_values(t, s->answer));
        kp_table_end_line(t->out);
    }
    if (!count)
        put_sentence(t, KP_L_TABLE_ALL_AGREE, "");
}

static void put_agreement(table *t, const kp_agreement *g)
{
    kp_buf_printf(t->out, "\n%s\n", say(t, KP_L_TABLE_AGREEMENT));
    pad(t, "", ID_WIDTH + 1 + TITLE_WIDTH, false);
    pad(t, say(t, KP_L_TABLE_QUESTIONS), NUMBER_WIDTH, true);
    pad(t, say(t, KP_L_TABLE_EXACT), NUMBER_WIDTH - 1, true);
    pad(t, say(t, KP_L_TABLE_WITHIN_ONE), NUMBER_WIDTH + 1, true);
    pad(t, say(t, KP_L_ALPHA), NUMBER_WIDTH - 2, true);
    kp_table_end_line(t->out);
    for (uint32_t i = 0; i < g->area_count; i++)
        put_agreed(t, &g->areas[i]);
    put_agreed(t, &g->total);
    if (t->no_alpha)
        put_sentence(t, KP_L_TABLE_NO_ALPHA, "");
    put_furthest(t, g);
}

void kp_write_score_table(kp_arena *arena, const kp_score *score, const kp_agreement *agreement,
                          const char *lang, kp_buf *out)
{
    const kp_rubric *rubric = score->rubric;
    table t = {.arena = arena, .score = score, .out = out, .lang = lang};

    t.comma = kp_lang_has_comma(lang);
    t.bounds =
        kp_result_of(score, rubric->root)->unanswered > 0 || score->evaluation->precision == KP_PRINTED;
    put_head(&t);
    /* Areas and their questions; what lies deeper is in csv, json and the workbook. */
    for (uint32_t i = 1; i < rubric->node_count; i++)
        if (rubric->nodes[i]->level <= 2 && !score->results[i].hidden)
            put_row(&t, rubric->nodes[i]);
    put_row(&t, rubric->root);
    put_caveats(&t);
    if (agreement && agreement->total.n)
        put_agreement(&t, agreement);
}
