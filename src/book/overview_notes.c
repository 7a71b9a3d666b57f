#include "overview_internal.h"

#include <string.h>

/* What is said of the figures beside them: footnotes and caveats. They are formulas, so that nothing is said
 * any more that a changed answer has made untrue; where there is nothing to say, they are empty. */

static const char *sentence(const kp_ov *ov, kp_label_id label, const char *const *expressions)
{
    return kp_formula_sentence(ov->arena, kp_label(label, ov->lang), expressions) + 1; /* without '=' */
}

static const char *number(const kp_ov *ov, const char *expression, unsigned decimals)
{
    return kp_formula_number(ov->arena, ov->lang, expression, decimals);
}

/* ---- parts that do not add up ---- */

/* Of a node's children: their points as shown, and as they are. */
typedef struct sums {
    kp_num shown, exact;
} sums;

static sums add_up(const kp_ov *ov, const kp_node *node, unsigned decimals)
{
    sums s = {kp_num_int(0), kp_num_int(0)};

    for (const kp_node *child = node->first_child; child; child = child->next) {
        const kp_result *part = kp_ov_result(ov, child);
        if (!kp_has_score(part))
            continue;
        s.exact = kp_num_add(ov->arena, s.exact, part->points);
        s.shown = kp_num_add(ov->arena, s.shown, kp_num_round(ov->arena, part->points, decimals));
    }
    return s;
}

/* Either the children's shown points do not add up, or the points of some count for others too. */
static const char *parts_words(const kp_ov *ov, const kp_node *node, unsigned decimals)
{
    const kp_num own = kp_ov_result(ov, node)->points;
    const sums s = add_up(ov, node, decimals);

    if (!kp_ov_has_points(ov, node) || kp_num_cmp(s.shown, kp_num_round(ov->arena, own, decimals)) == 0)
        return "";
    if (kp_num_cmp(s.exact, own) != 0)
        return kp_label_with(ov->arena, KP_L_PARTS_RESCALED, ov->lang, kp_ov_number(ov, s.exact, decimals),
                             kp_ov_number(ov, own, decimals));
    return kp_label_with(ov->arena, KP_L_PARTS_ROUNDED, ov->lang, kp_ov_number(ov, s.shown, decimals),
                         kp_ov_number(ov, own, decimals), kp_ov_number(ov, own, decimals + 2));
}

/* A cell's number as it is shown, 0 for a word. Rounded before it is rounded: a half must not lie below
 * itself for want of binary places. */
static const char *shown(const kp_ov *ov, const char *cell, unsigned decimals)
{
    return kp_arena_printf(ov->arena, "ROUND(ROUND(SUM(%s),9),%u)", cell, decimals);
}

static const char *parts_formula(const kp_ov *ov, const kp_parts *p)
{
    const char *own = kp_cell_name(ov->arena, p->rows[p->node->index], p->column), *list = "", *exact = "";
    const char *rounded, *rescaled, *apart;

    for (const kp_node *child = p->node->first_child; child; child = child->next) {
        const char *cell = kp_cell_name(ov->arena, p->rows[child->index], p->column);
        list = kp_arena_printf(ov->arena, "%s%s%s", list, *list ? "+" : "", shown(ov, cell, p->decimals));
        exact = kp_arena_printf(ov->arena, "%s%s%s", exact, *exact ? "," : "", cell);
    }
    list = kp_arena_printf(ov->arena, "(%s)", list);
    exact = kp_arena_printf(ov->arena, "SUM(%s)", exact);
    apart = kp_arena_printf(ov->arena, "ABS(%s-%s)", list, shown(ov, own, p->decimals));
    rounded = sentence(ov, KP_L_PARTS_ROUNDED,
                       (const char *const[]){number(ov, list, p->decimals), number(ov, own, p->decimals),
                                             number(ov, own, p->decimals + 2)});
    rescaled = sentence(ov, KP_L_PARTS_RESCALED,
                        (const char *const[]){number(ov, exact, p->decimals), number(ov, own, p->decimals)});
    return kp_arena_printf(ov->arena, "=IF(COUNT(%s)=0,\"\",IF(%s<1E-10,\"\",IF(%s,%s,%s)))", own, apart,
                           kp_formula_close(ov->arena, exact, own), rounded, rescaled);
}

const char *kp_ov_parts_words(const kp_ov *ov, const kp_node *node, unsigned decimals)
{
    return kp_ov_is_leaf(ov, node) ? "" : parts_words(ov, node, decimals);
}

/* NULL where there are no parts, or too many to name them one by one. */
static const char *live_parts(const kp_ov *ov, const kp_parts *p)
{
    const char *formula;

    if (kp_ov_is_leaf(ov, p->node) || p->node->child_count > KP_OV_MAX_CHAIN)
        return NULL;
    formula = parts_formula(ov, p);
    return strlen(formula) < KP_MAX_FORMULA_UNITS ? formula : NULL;
}

static void put_note(kp_sheet *sheet, uint32_t row, uint32_t last_column, const char *formula,
                     const char *words)
{
    kp_put_wide_text(sheet, row, 0, last_column, kp_look_wrapped(KP_ROLE_NOTE), words);
    if (formula)
        kp_put_text_formula(sheet, row, 0, kp_look_wrapped(KP_ROLE_NOTE), formula, words);
}

void kp_ov_put_parts_note(const kp_ov *ov, uint32_t row, uint32_t last_column, const kp_parts *p)
{
    put_note(p->sheet, row, last_column, live_parts(ov, p), kp_ov_parts_words(ov, p->node, p->decimals));
}

/* ---- what is not applicable ---- */

static kp_label_id na_label(const kp_ov *ov)
{
    return ov->reduce ? KP_L_NA_REDUCED : KP_L_NA_RESCALED;
}

static const char *na_formula(const kp_ov *ov, const char *before)
{
    const kp_node *root = ov->rubric->root;
    const kp_result *total = kp_ov_result(ov, root);
    const uint32_t all = total->answered + total->unanswered + total->not_applicable;
    const char *count = kp_arena_printf(ov->arena, "(%lu-%s-%s)", (unsigned long)all,
                                        kp_ov_ref(ov, ov->summary, root, KP_OV_ANSWERED),
                                        kp_ov_ref(ov, ov->summary, root, KP_OV_UNANSWERED));
    const char *words = kp_arena_printf(ov->arena, "%s%s", before, kp_label(na_label(ov), ov->lang));

    return kp_arena_printf(ov->arena, "=IF(%s=0,\"\",%s)", count,
                           kp_formula_sentence(ov->arena, words, (const char *const[]){count}) + 1);
}

void kp_ov_put_na_note(const kp_ov *ov, uint32_t row)
{
    const uint32_t count = kp_ov_result(ov, ov->rubric->root)->not_applicable;

    put_note(ov->summary, row, ov->profile.last, na_formula(ov, ""),
             count ? kp_label_with(ov->arena, na_label(ov), ov->lang, kp_ov_count(ov, count)) : "");
}

void kp_ov_put_silent_notes(const kp_ov *ov, uint32_t row, const kp_parts *parts, bool na)
{
    const char *formula = parts ? live_parts(ov, parts) : NULL;

    if (na)
        formula = formula ? kp_arena_printf(ov->arena, "%s&%s", formula, na_formula(ov, " ") + 1)
                          : na_formula(ov, "");
    if (formula)
        put_note(ov->summary, row, ov->profile.last, formula, "");
}

/* ---- caveats ---- */

const char *kp_ov_printed_words(const kp_ov *ov, const char *in_short)
{
    const kp_result *total = kp_ov_result(ov, ov->rubric->root);
    const unsigned decimals = kp_ov_bound_decimals(ov);

    return kp_label_with(ov->arena, KP_L_FROM_PRINTED, ov->lang, in_short,
                         kp_ov_number(ov, total->low, decimals), kp_ov_number(ov, total->high, decimals));
}

static void put_printed(const kp_ov *ov, kp_sheet *sheet, uint32_t row, kp_role role)
{
    const kp_node *root = ov->rubric->root;
    const unsigned decimals = kp_ov_bound_decimals(ov);
    const char *bounds[2];

    for (int i = 0; i < 2; i++)
        bounds[i] = number(ov, kp_ov_ref(ov, sheet, root, i ? KP_OV_HIGH : KP_OV_LOW), decimals);
    kp_put_text_formula(
        sheet, row, 0, kp_look_wrapped(role),
        kp_arena_printf(ov->arena, "=%s",
                        sentence(ov, KP_L_FROM_PRINTED,
                                 (const char *const[]){kp_formula_text(ov->arena, ov->printed_short),
                                                       bounds[0], bounds[1]})),
        ov->caveats[ov->printed_caveat]);
}

void kp_ov_put_caveats(const kp_ov *ov, kp_sheet *sheet, uint32_t row, kp_role role)
{
    if (ov->unanswered_caveat != KP_OV_NONE)
        kp_ov_put_unanswered_words(ov, sheet, row + ov->unanswered_caveat, role);
    if (ov->printed_caveat != KP_OV_NONE)
        put_printed(ov, sheet, row + ov->printed_caveat, role);
}

void kp_ov_put_caveat_line(const kp_ov *ov, kp_sheet *sheet)
{
    enum { ROW = 3 }; /* of kp_put_sheet_head() */

    if (ov->caveat_line && ov->complete_line)
        kp_put_text_formula(sheet, ROW, 0, kp_look_wrapped(KP_ROLE_CAVEAT),
                            kp_arena_printf(ov->arena, "=IF(%s=0,%s,%s)",
                                            kp_ov_ref(ov, sheet, ov->rubric->root, KP_OV_UNANSWERED),
                                            kp_formula_text(ov->arena, ov->complete_line),
                                            kp_formula_text(ov->arena, ov->caveat_line)),
                            ov->caveat_line);
}
