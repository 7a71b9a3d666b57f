#include "form_plan.h"

/* What may be filled in on a page: lists of levels, numbers between two ends, short words. */

kp_range kp_fm_levels(const kp_fm *fm, const kp_scale *scale, uint32_t column, bool with_na)
{
    const kp_fm_list *list = &fm->lists[scale - fm->rubric->scales];

    return (kp_range){fm->scales, list->row, column, list->row + list->levels - !with_na, column};
}

/* Where a percentage may be meant, a program makes 0.8 of "80 %": that is refused, and so is what else lies
 * between 0 and 1. */
static bool may_be_percent(kp_num low, kp_num high)
{
    return !kp_num_sign(low) && kp_num_cmp(high, kp_num_int(100)) >= 0;
}

/* A number of a scale without levels, or the words for "not applicable". */
static void limit_to_scale(const kp_fm *fm, const kp_scale *scale, kp_choice *choice)
{
    const char *low = kp_words_decimal(fm->arena, fm->lang, kp_scale_low(scale));
    const char *high = kp_words_decimal(fm->arena, fm->lang, kp_scale_high(scale));

    choice->min = kp_num_decimal(fm->arena, kp_scale_low(scale));
    choice->max = kp_num_decimal(fm->arena, kp_scale_high(scale));
    choice->no_share = may_be_percent(choice->min, choice->max);
    choice->also = KP_FM_L(fm, STATE_NOT_APPLICABLE);
    choice->message =
        choice->no_share
            ? kp_label_with(fm->arena, KP_L_FORM_PERCENT_OR_NA, fm->lang, high, choice->also)
            : kp_label_with(fm->arena, KP_L_FORM_NUMBER_OR_NA, fm->lang, low, high, choice->also);
    choice->refusal = choice->message;
}

static void add_value_choice(const kp_fm *fm, const kp_fm_page *page, const kp_scale *scale, uint32_t first,
                             uint32_t last, uint32_t first_column, uint32_t last_column)
{
    kp_choice choice = {.cells = {page->sheet, first, first_column, last, last_column},
                        .title = NULL,
                        .refusal = KP_FM_L(fm, FORM_CHOOSE)};

    if (scale->count)
        choice.values = kp_fm_levels(fm, scale, KP_FM_L_LABEL, true);
    else
        limit_to_scale(fm, scale, &choice);
    kp_add_choice(page->sheet, &choice);
}

/* One rule for rows that follow one another on the same scale. */
static void add_value_choices(const kp_fm *fm, const kp_fm_page *page)
{
    for (uint32_t i = page->first, end; i < page->end; i = end) {
        const kp_scale *scale = fm->rubric->nodes[i]->scale;
        for (end = i + 1; end < page->end && fm->rubric->nodes[end]->scale == scale;)
            end++;
        if (!scale)
            continue;
        if (fm->column[KP_FM_OWN] != KP_OV_NONE)
            add_value_choice(fm, page, scale, fm->row[i], fm->row[end - 1], fm->column[KP_FM_OWN],
                             fm->column[KP_FM_OWN] + fm->slots - 1);
        add_value_choice(fm, page, scale, fm->row[i], fm->row[end - 1], fm->column[KP_FM_VALUE],
                         fm->column[KP_FM_VALUE]);
    }
}

static void add_figure_choices(const kp_fm *fm, const kp_fm_page *page, const kp_node *node)
{
    uint32_t row = fm->row[node->index];
    uint32_t points = fm->column[KP_FM_POINTS_IN], percent = fm->column[KP_FM_PERCENT_IN];
    const char *full = kp_words_number(fm->arena, fm->lang, node->full, fm->ov.deep_max_decimals);

    if (points == KP_OV_NONE || !kp_fm_takes_figure(fm, node))
        return;
    kp_add_choice(page->sheet,
                  &(kp_choice){.cells = {page->sheet, row, points, row, points},
                               .max = node->full,
                               .min = kp_num_int(0),
                               .refusal = kp_label_with(fm->arena, KP_L_FORM_NUMBER, fm->lang, "0", full)});
    kp_add_choice(page->sheet,
                  &(kp_choice){.cells = {page->sheet, row, percent, row, percent},
                               .max = kp_num_int(100),
                               .min = kp_num_int(0),
                               .no_share = true,
                               .refusal = kp_label_with(fm->arena, KP_L_FORM_PERCENT, fm->lang, "100")});
}

void kp_fm_add_choices(const kp_fm *fm, const kp_fm_page *page, uint32_t first, uint32_t last)
{
    add_value_choices(fm, page);
    for (uint32_t i = page->first; i < page->end; i++)
        add_figure_choices(fm, page, fm->rubric->nodes[i]);
    if (fm->page_of[0] == page)
        add_figure_choices(fm, page, fm->rubric->root);
    kp_fm_add_words(fm, page->sheet, first, last, fm->column[KP_FM_NA], KP_FM_YES);
    kp_fm_add_words(fm, page->sheet, first, last, fm->column[KP_FM_BEST], KP_FM_YES);
    kp_fm_add_words(fm, page->sheet, first, last, fm->column[KP_FM_EVIDENCE_TYPE], KP_FM_EVIDENCE_TYPES);
}
