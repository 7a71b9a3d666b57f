#include "form_plan.h"

#include <string.h>

/* The sheet of scales, which drop-downs take their levels from, and the hidden sheet: what the form was made
 * from, and the short lists. */

enum { SCALES_NAMES_ROW = 3, SCALES_FIRST_ROW };

/* ---- scales ---- */

void kp_fm_plan_lists(kp_fm *fm)
{
    uint32_t row = SCALES_FIRST_ROW;
    bool *used = KP_NEW_ARRAY(fm->arena, fm->rubric->scale_count, bool);

    fm->lists = KP_NEW_ARRAY(fm->arena, fm->rubric->scale_count, kp_fm_list);
    for (uint32_t i = 0; i < fm->rubric->node_count; i++)
        if (fm->rubric->nodes[i]->scale)
            used[fm->rubric->nodes[i]->scale - fm->rubric->scales] = true;
    for (uint32_t i = 0; i < fm->rubric->scale_count; i++) {
        const kp_scale *scale = &fm->rubric->scales[i];
        fm->lists[i].row = KP_OV_NONE;
        if (!used[i] || !scale->count)
            continue;
        fm->lists[i].row = row + 2; /* behind the scale's name and the heads */
        fm->lists[i].levels = scale->count;
        row += scale->count + 4;
    }
}

static void put_level(const kp_fm *fm, const kp_scale *scale, const kp_level *level, uint32_t row)
{
    const char *value = kp_decimal_text(fm->arena, level->value.value);
    kp_style right = kp_look_id(KP_ROLE_BODY);

    right.align = KP_ALIGN_RIGHT;
    kp_put_text(fm->scales, row, KP_FM_L_SCALE, kp_look_id(KP_ROLE_BODY), scale->id);
    kp_put_text(fm->scales, row, KP_FM_L_VALUE, right,
                kp_words_decimal(fm->arena, fm->lang, level->value.value));
    kp_put_text(fm->scales, row, KP_FM_L_LABEL, kp_look_id(KP_ROLE_BODY),
                kp_form_level_label(fm->arena, scale, level, fm->lang, fm->rubric->language));
    kp_put_text(fm->scales, row, KP_FM_L_HELP, kp_look_wrapped(KP_ROLE_BODY),
                kp_text_or(&level->help, fm->lang, fm->rubric->language, ""));
    kp_put_text(fm->scales, row, KP_FM_L_LEVEL, kp_look_id(KP_ROLE_BODY), value);
    kp_put_number(fm->scales, row, KP_FM_L_NUMBER, kp_look(KP_ROLE_BODY),
                  kp_num_decimal(fm->arena, level->value.value));
}

static void put_scale(const kp_fm *fm, const kp_scale *scale, uint32_t row)
{
    const char *const heads[] = {KP_FM_L(fm, FORM_SCALE), KP_FM_L(fm, FORM_VALUE), KP_FM_L(fm, FORM_LABEL),
                                 KP_FM_L(fm, FORM_MEANING), NULL};
    uint32_t na = row + scale->count;

    kp_put_wide_text(fm->scales, row - 2, KP_FM_L_SCALE, KP_FM_L_HELP, kp_look(KP_ROLE_HEADING),
                     kp_words_scale(fm->arena, fm->lang, fm->rubric, scale));
    kp_put_heads(fm->scales, row - 1, 0, heads);
    kp_marks_layout(fm->scales, row - 2, row - 1, KP_FM_L_MARKER);
    for (uint32_t i = 0; i < scale->count; i++)
        put_level(fm, scale, &scale->levels[i], row + i);
    kp_put_text(fm->scales, na, KP_FM_L_SCALE, kp_look_id(KP_ROLE_BODY), scale->id);
    kp_put_text(fm->scales, na, KP_FM_L_VALUE, kp_look(KP_ROLE_BODY), "");
    kp_put_text(fm->scales, na, KP_FM_L_LABEL, kp_look_id(KP_ROLE_BODY), KP_FM_L(fm, STATE_NOT_APPLICABLE));
    kp_put_text(fm->scales, na, KP_FM_L_HELP, kp_look_wrapped(KP_ROLE_BODY), KP_FM_L(fm, FORM_NA_MEANS));
    kp_put_text(fm->scales, na, KP_FM_L_LEVEL, kp_look_id(KP_ROLE_BODY), "n/a");
}

void kp_fm_write_lists(const kp_fm *fm)
{
    kp_sheet *sheet = fm->scales;

    kp_fm_begin_sheet(fm, sheet, KP_FM_L(fm, SCALES), KP_FM_L_HELP);
    kp_marks_layout(sheet, 0, SCALES_NAMES_ROW - 1, KP_FM_L_MARKER);
    kp_marks_name(sheet, SCALES_NAMES_ROW, KP_FM_L_SCALE, KP_FORM_SCALE, 0);
    kp_marks_name(sheet, SCALES_NAMES_ROW, KP_FM_L_LABEL, KP_FORM_LABEL, 0);
    kp_marks_name(sheet, SCALES_NAMES_ROW, KP_FM_L_LEVEL, KP_FORM_LEVEL, 0);
    kp_marks_begin(sheet, SCALES_NAMES_ROW, KP_FM_L_MARKER, KP_FORM_LISTS);
    for (uint32_t i = 0; i < fm->rubric->scale_count; i++)
        if (fm->lists[i].row != KP_OV_NONE)
            put_scale(fm, &fm->rubric->scales[i], fm->lists[i].row);
    kp_set_width(sheet, KP_FM_L_SCALE, 14);
    kp_set_width(sheet, KP_FM_L_VALUE, 9);
    kp_set_width(sheet, KP_FM_L_LABEL, 30);
    kp_set_width(sheet, KP_FM_L_HELP, 60);
    kp_set_width(sheet, KP_FM_L_LEVEL, 8);
    kp_set_width(sheet, KP_FM_L_NUMBER, 8);
    kp_hide_column(sheet, KP_FM_L_LEVEL);
    kp_hide_column(sheet, KP_FM_L_NUMBER);
    kp_print_to(sheet, KP_FM_L_HELP);
    kp_fit(sheet, 3, 60);
    kp_break_pages(sheet);
}

/* ---- the hidden sheet ---- */

enum { KEY, VALUE, BASE_MARKER, FIRST_WORDS, WORDS_ROW = 1 };

static const kp_label_id word_labels[KP_FM_WORDS__COUNT][6] = {
    [KP_FM_YES] = {KP_L_YES},
    [KP_FM_NA_WORD] = {KP_L_STATE_NOT_APPLICABLE},
    [KP_FM_EVIDENCE_TYPES] = {KP_L_EVIDENCE_INTERVIEW, KP_L_EVIDENCE_DOCUMENT, KP_L_EVIDENCE_WEBSITE,
                              KP_L_EVIDENCE_INTRANET, KP_L_EVIDENCE_OTHER},
    [KP_FM_KINDS] = {KP_L_STRENGTHS, KP_L_PARTIAL, KP_L_IMPROVEMENTS, KP_L_TO_LEARN_FROM},
    [KP_FM_STATES] = {KP_L_STATE_DRAFT, KP_L_STATE_FINAL},
};

static const uint8_t word_counts[KP_FM_WORDS__COUNT] = {
    [KP_FM_YES] = 1, [KP_FM_NA_WORD] = 1, [KP_FM_EVIDENCE_TYPES] = 5, [KP_FM_KINDS] = 4, [KP_FM_STATES] = 2};

kp_range kp_fm_word_cells(const kp_fm *fm, kp_fm_words words)
{
    return (kp_range){fm->base, WORDS_ROW, FIRST_WORDS + (uint32_t)words, WORDS_ROW + word_counts[words] - 1u,
                      FIRST_WORDS + (uint32_t)words};
}

const char *kp_fm_line_break(const kp_fm *fm, const kp_sheet *from)
{
    return kp_cell_from(fm->arena, from, fm->base, WORDS_ROW, FIRST_WORDS + KP_FM_WORDS__COUNT);
}

static uint32_t put_key(const kp_fm *fm, uint32_t row, kp_form_key key, uint32_t slot, const char *value)
{
    kp_marks_key(fm->base, row, KEY, kp_form_key_name(fm->arena, key, slot), VALUE, value);
    return row + 1;
}

void kp_fm_write_base(const kp_fm *fm)
{
    const kp_evaluation *e = fm->in->evaluation;
    uint32_t row = 0, chunks = e ? kp_form_base_count(e->source.length) : 0;

    kp_marks_name(fm->base, row, KEY, KP_FORM_KEY, 0);
    kp_marks_name(fm->base, row, VALUE, KP_FORM_VALUE, 0);
    kp_put_text(fm->base, row++, BASE_MARKER, kp_look_id(KP_ROLE_PLAIN), kp_form_marker(KP_FORM_FORM));
    row = put_key(fm, row, KP_FORM_KEY_FORM, 0, KP_FORM_VERSION);
    row = put_key(fm, row, KP_FORM_KEY_RUBRIC, 0, fm->rubric->id);
    row = put_key(fm, row, KP_FORM_KEY_RUBRIC_SHA256, 0, fm->rubric->sha256);
    row = put_key(fm, row, KP_FORM_KEY_LANGUAGE, 0, fm->lang);
    row = put_key(fm, row, KP_FORM_KEY_EVALUATION, 0, e ? e->id : NULL);
    row = put_key(fm, row, KP_FORM_KEY_BASE_SHA256, 0, e ? e->sha256 : NULL);
    for (uint32_t i = 1; i <= chunks; i++)
        row = put_key(fm, row, KP_FORM_KEY_BASE, i,
                      kp_form_base_chunk(fm->arena, e->source.text, e->source.length, i));
    for (uint32_t words = 0; words < KP_FM_WORDS__COUNT; words++)
        for (uint32_t i = 0; i < word_counts[words]; i++)
            kp_put_text(fm->base, WORDS_ROW + i, FIRST_WORDS + words, kp_look_id(KP_ROLE_PLAIN),
                        kp_label(word_labels[words][i], fm->lang));
    kp_put_text(fm->base, WORDS_ROW, FIRST_WORDS + KP_FM_WORDS__COUNT, kp_look_id(KP_ROLE_PLAIN), "\n");
    kp_set_width(fm->base, KEY, 16);
    kp_set_width(fm->base, VALUE, 70);
}
