#include "overview_internal.h"

#include <string.h>

#include "kompass/buf.h"

/* ---- texts ---- */

const char *kp_ov_title(const kp_ov *ov, const kp_node *node)
{
    if (!node->parent)
        return KP_OV_L(ov, TOTAL);
    return kp_text_or(&node->title, ov->lang, ov->rubric->language, node->id);
}

const char *kp_ov_short_title(const kp_ov *ov, const kp_node *node)
{
    return kp_text_or(&node->short_title, ov->lang, ov->rubric->language, kp_ov_title(ov, node));
}

const char *kp_ov_text(const kp_ov *ov, const kp_text *text)
{
    return kp_text_get(text, ov->lang, ov->evaluation->language);
}

const char *kp_ov_number(const kp_ov *ov, kp_num number, unsigned decimals)
{
    return kp_words_number(ov->arena, ov->lang, number, decimals);
}

const char *kp_ov_decimal(const kp_ov *ov, kp_decimal number)
{
    return kp_words_decimal(ov->arena, ov->lang, number);
}

const char *kp_ov_count(const kp_ov *ov, uint32_t count)
{
    return kp_words_count(ov->arena, count);
}

const char *kp_ov_unit(const kp_ov *ov)
{
    return kp_arena_printf(ov->arena, "%s %04d", ov->evaluation->unit.name, ov->evaluation->year);
}

const char *kp_ov_state_word(const kp_ov *ov, kp_result_state state)
{
    return kp_words_state(state, ov->lang);
}

const char *kp_ov_questions(const kp_ov *ov, const kp_finding *finding)
{
    const char *list = "";

    for (uint32_t i = 0; i < finding->question_count; i++)
        list = kp_arena_printf(ov->arena, "%s%s%s", list, i ? ", " : " [", finding->questions[i]->text);
    return *list ? kp_arena_printf(ov->arena, "%s]", list) : list;
}

bool kp_ov_same_rubric(const kp_ov *ov, const kp_reference *reference)
{
    return strcmp(reference->rubric_id, ov->rubric->id) == 0;
}

/* ---- caveats ---- */

enum { CAVEATS = 6 }; /* at most, without those of references */

static const char *joined(const kp_ov *ov, const char *line, const char *in_short)
{
    return line && *line ? kp_arena_printf(ov->arena, "%s \xC2\xB7 %s", line, in_short) : in_short;
}

static void add_caveat(kp_ov *ov, const char *in_short, const char *sentence)
{
    ov->caveats[ov->caveat_count++] = sentence;
    if (!in_short)
        return;
    ov->caveat_line = joined(ov, ov->caveat_line, in_short);
    if (ov->complete_line)
        ov->complete_line = joined(ov, ov->complete_line, in_short);
}

unsigned kp_ov_bound_decimals(const kp_ov *ov)
{
    return (unsigned)ov->rubric->points_decimals + (ov->evaluation->precision == KP_PRINTED);
}

static void find_unanswered(kp_ov *ov, const kp_result *total)
{
    const char *words = kp_ov_unanswered_words(ov);

    const char *before = ov->caveat_line ? ov->caveat_line : "";

    ov->unanswered_caveat = words ? ov->caveat_count : KP_OV_NONE;
    if (!words)
        return;
    if (kp_num_cmp(total->low, total->high) == 0) {
        add_caveat(ov, NULL, words);
        return;
    }
    add_caveat(ov, KP_OV_L(ov, SHORT_INCOMPLETE), words);
    ov->complete_line = before;
}

bool kp_ov_bounds_above(const kp_ov *ov)
{
    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        const kp_result *result = &ov->score->results[i];
        if (ov->rubric->nodes[i]->level < 2 && !result->hidden && kp_has_bounds(result) &&
            kp_num_cmp(result->low, result->points) > 0 && result->unanswered)
            return true;
    }
    return false;
}

static bool answers_in_percent(const kp_ov *ov)
{
    for (uint32_t i = 0; i < ov->evaluation->answer_count; i++)
        if (ov->evaluation->answers[i].kind == KP_PERCENT)
            return true;
    return false;
}

bool kp_ov_has_printed_bounds(const kp_ov *ov)
{
    const kp_result *total = kp_ov_result(ov, ov->rubric->root);

    return ov->evaluation->precision == KP_PRINTED && kp_has_bounds(total) &&
           kp_num_cmp(total->low, total->high) != 0;
}

static void find_printed(kp_ov *ov)
{
    const char *in_short =
        answers_in_percent(ov) ? KP_OV_L(ov, SHORT_FROM_PERCENT) : KP_OV_L(ov, SHORT_FROM_POINTS);
    const bool bounds = kp_ov_has_printed_bounds(ov);

    ov->printed_caveat = bounds ? ov->caveat_count : KP_OV_NONE;
    ov->printed_short = in_short;
    if (ov->evaluation->precision == KP_PRINTED)
        add_caveat(ov, in_short,
                   bounds ? kp_ov_printed_words(ov, in_short) : kp_arena_printf(ov->arena, "%s.", in_short));
}

const char *kp_ov_slips_words(const kp_ov *ov, const kp_sheet *sheet)
{
    const uint32_t slips = ov->in->audit->count;

    return kp_label_with(ov->arena, slips == 1 ? KP_L_SLIPS_ONE : KP_L_SLIPS_MANY, ov->lang,
                         kp_ov_count(ov, slips),
                         sheet && sheet == ov->check ? KP_OV_L(ov, SEE_BELOW) : KP_OV_L(ov, SHEET_CHECK));
}

void kp_ov_find_caveats(kp_ov *ov)
{
    const kp_result *total = kp_ov_result(ov, ov->rubric->root);
    const char *derived = kp_ov_text(ov, &ov->evaluation->derived);
    uint32_t slips = ov->in->audit ? ov->in->audit->count : 0;

    ov->caveats = KP_NEW_ARRAY(ov->arena, CAVEATS + (size_t)ov->in->reference_count, const char *);
    if (ov->in->audience == KP_TEAM)
        add_caveat(ov, KP_OV_L(ov, SHORT_TEAM), KP_OV_L(ov, AUDIENCE_TEAM));
    if (ov->evaluation->state == KP_DRAFT)
        add_caveat(ov, KP_OV_L(ov, STATE_DRAFT), KP_OV_L(ov, DRAFT_SENTENCE));
    find_unanswered(ov, total);
    if (derived)
        add_caveat(ov, KP_OV_L(ov, SHORT_DERIVED), kp_label_with(ov->arena, KP_L_DERIVED, ov->lang, derived));
    find_printed(ov);
    ov->slips_caveat = slips ? ov->caveat_count : KP_OV_NONE;
    if (slips)
        add_caveat(ov, NULL, kp_ov_slips_words(ov, NULL));
    for (uint32_t i = 0; i < ov->in->reference_count; i++)
        if (!kp_ov_same_rubric(ov, ov->in->references[i]))
            add_caveat(ov, NULL,
                       kp_label_with(ov->arena, KP_L_OTHER_EDITION, ov->lang,
                                     kp_reference_title(ov->in->references[i], ov->lang),
                                     ov->in->references[i]->rubric_id));
}

/* ---- looks ---- */

kp_style kp_ov_points_style(const kp_ov *ov, kp_role role)
{
    return kp_look_number(role, KP_FORMAT_FIXED, (unsigned)ov->rubric->points_decimals);
}

kp_style kp_ov_profile_style(const kp_ov *ov, kp_role role)
{
    return kp_look_number(role, KP_FORMAT_FIXED, ov->profile.decimals);
}

kp_style kp_ov_max_style(const kp_ov *ov, kp_role role)
{
    return kp_look_number(role, KP_FORMAT_FIXED, ov->max_decimals);
}

kp_style kp_ov_home_max_style(const kp_ov *ov, kp_role role)
{
    return kp_look_number(role, KP_FORMAT_FIXED, ov->details ? ov->deep_max_decimals : ov->max_decimals);
}

kp_style kp_ov_percent_style(const kp_ov *ov, kp_role role)
{
    return kp_look_number(role, KP_FORMAT_PERCENT, (unsigned)ov->rubric->percent_decimals);
}

/* ---- heads ---- */

uint32_t kp_ov_head_row(const kp_ov *ov)
{
    return ov->caveat_line ? 5 : 4;
}

void kp_ov_begin_sheet(const kp_ov *ov, kp_sheet *sheet, const char *title, uint32_t last_column)
{
    const char *rubric = kp_text_or(&ov->rubric->title, ov->lang, ov->rubric->language, ov->rubric->id);
    const kp_sheet_head head = {
        .title = title,
        .subtitle = kp_arena_printf(ov->arena, "%s \xC2\xB7 %s", kp_ov_unit(ov), rubric),
        .link_text = KP_OV_L(ov, TO_SUMMARY),
        .link_target = kp_link_to(ov->arena, ov->summary, 0, 0),
        .caveat = ov->caveat_line,
        .footer = ov->footer,
    };

    kp_put_sheet_head(sheet, &head, last_column);
}

/* Not over the dark of a heading itself: LibreOffice draws links in its own blue. */
void kp_ov_put_back(const kp_ov *ov, kp_sheet *sheet, uint32_t row, uint32_t column, const kp_node *node)
{
    uint32_t target = ov->profile_row[node->index];

    kp_put_link(sheet, row, column, (kp_style){.role = KP_ROLE_LINK, .align = KP_ALIGN_RIGHT},
                KP_OV_L(ov, BACK),
                kp_link_to(ov->arena, ov->summary, target == KP_OV_NONE ? 0 : target, KP_OV_S_TITLE));
}
