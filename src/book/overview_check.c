#include "overview_internal.h"

#include <string.h>

#include "kompass/sha256.h"

/* Avstämning: does the workbook's own arithmetic agree with the program's, and what was it all made of? */

enum {
    ID,
    TITLE,
    OWN_POINTS,
    BOOK_POINTS,
    POINTS_APART,
    OWN_MAX,
    BOOK_MAX,
    MAX_APART,
    AGREES,
    LAST = AGREES
};

/* ---- programme against workbook ---- */

static kp_style exact_style(const kp_ov *ov, kp_role role)
{
    kp_style style = kp_ov_points_style(ov, role);

    if (style.decimals < 4)
        style.decimals = 4;
    return style;
}

static const char *name(const kp_ov *ov, uint32_t row, uint32_t column)
{
    return kp_cell_name(ov->arena, row, column);
}

static void put_own_points(const kp_ov *ov, uint32_t row, const kp_result *result, kp_role role)
{
    if (kp_has_score(result))
        kp_put_number(ov->check, row, OWN_POINTS, exact_style(ov, role), result->points);
    else
        kp_put_text(ov->check, row, OWN_POINTS, exact_style(ov, role), kp_ov_state_word(ov, result->state));
}

static void put_points_apart(const kp_ov *ov, uint32_t row, bool has_score, kp_role role)
{
    const char *own = name(ov, row, OWN_POINTS), *book = name(ov, row, BOOK_POINTS);

    kp_put_either(ov->check, row, POINTS_APART, exact_style(ov, role),
                  kp_formula_difference(ov->arena, book, own), has_score, kp_num_int(0), KP_DASH);
}

static void put_comparison(const kp_ov *ov, uint32_t row, const kp_node *node)
{
    kp_role role = node->parent ? KP_ROLE_BODY : KP_ROLE_TOTAL;
    const kp_result *result = kp_ov_result(ov, node);
    const char *own = name(ov, row, OWN_POINTS), *book = name(ov, row, BOOK_POINTS);
    const char *own_max = name(ov, row, OWN_MAX), *book_max = name(ov, row, BOOK_MAX);

    kp_put_text(ov->check, row, ID, kp_look_id(role), node->parent ? node->id : "");
    kp_put_text(ov->check, row, TITLE, kp_look_wrapped(role), kp_ov_title(ov, node));
    put_own_points(ov, row, result, role);
    kp_ov_put_points(ov, ov->check, row, BOOK_POINTS, node, exact_style(ov, role));
    put_points_apart(ov, row, kp_has_score(result), role);
    kp_put_number(ov->check, row, OWN_MAX, exact_style(ov, role), result->max);
    kp_ov_put_max(ov, ov->check, row, BOOK_MAX, node, exact_style(ov, role));
    kp_put_formula(ov->check, row, MAX_APART, exact_style(ov, role),
                   kp_arena_printf(ov->arena, "=%s-%s", book_max, own_max), kp_num_int(0));
    kp_put_text_formula(ov->check, row, AGREES, kp_look(role),
                        kp_arena_printf(ov->arena, "=IF(AND(COUNT(%s)=COUNT(%s),%s,%s),%s,%s)", own, book,
                                        kp_formula_close(ov->arena, own, book),
                                        kp_formula_close(ov->arena, own_max, book_max),
                                        kp_formula_text(ov->arena, KP_OV_L(ov, YES)),
                                        kp_formula_text(ov->arena, KP_OV_L(ov, NO))),
                        KP_OV_L(ov, YES));
}

static void put_comparisons(const kp_ov *ov, uint32_t row)
{
    const char *const heads[] = {KP_OV_L(ov, NUMBER),           KP_OV_L(ov, AREA),
                                 KP_OV_L(ov, CHECK_OWN_POINTS), KP_OV_L(ov, CHECK_BOOK_POINTS),
                                 KP_OV_L(ov, CHECK_APART),      KP_OV_L(ov, CHECK_OWN_MAX),
                                 KP_OV_L(ov, CHECK_BOOK_MAX),   KP_OV_L(ov, CHECK_APART),
                                 KP_OV_L(ov, CHECK_AGREES),     NULL};
    const kp_node *root = ov->rubric->root;
    uint32_t verdict = row, first = row + 3, last;
    kp_range answers;

    kp_put_heads(ov->check, row + 2, 0, heads);
    row = first;
    if (!kp_ov_is_leaf(ov, root))
        for (const kp_node *area = root->first_child; area; area = area->next)
            put_comparison(ov, row++, area);
    last = row++;
    put_comparison(ov, last, root);
    answers = (kp_range){ov->check, first, AGREES, last, AGREES};
    kp_put_verdict(ov->check, verdict, LAST, answers, ov->lang);
}

/* ---- inputs, rules, caveats ---- */

static uint32_t put_heading(const kp_ov *ov, uint32_t row, kp_label_id label)
{
    return kp_put_section(ov->check, row, LAST, kp_label(label, ov->lang));
}

static uint32_t put_files(const kp_ov *ov, uint32_t row)
{
    row = put_heading(ov, row, KP_L_INPUTS);
    row = kp_put_inputs_head(ov->check, row, LAST, ov->lang);
    row = kp_put_input(ov->check, row, LAST, KP_OV_L(ov, EVALUATION), &ov->evaluation->source,
                       ov->in->evaluation_sha256);
    row = kp_put_input(ov->check, row, LAST, KP_OV_L(ov, RUBRIC), &ov->rubric->source, ov->rubric->sha256);
    for (uint32_t i = 0; i < ov->in->reference_count; i++) {
        const kp_source *source = &ov->in->references[i]->source;
        char *sha256 = kp_arena_alloc(ov->arena, KP_SHA256_TEXT);
        kp_sha256(source->text, source->length, sha256);
        row = kp_put_input(ov->check, row, LAST, KP_OV_L(ov, REFERENCE), source, sha256);
    }
    return row + 1;
}

static uint32_t put_fact(const kp_ov *ov, uint32_t row, kp_label_id label, const char *value)
{
    return kp_put_fact(ov->check, row, LAST, kp_label(label, ov->lang), value);
}

static uint32_t put_rules(const kp_ov *ov, uint32_t row)
{
    row = put_heading(ov, row, KP_L_HOW_COMPUTED);
    row = put_fact(ov, row, KP_L_PROGRAM, kp_arena_printf(ov->arena, "kompass %s", ov->in->version));
    row = put_fact(
        ov, row, KP_L_SCORING_RULE,
        kp_label_with(ov->arena, KP_L_SCORING_RULE_WORDS, ov->lang, kp_ov_count(ov, KP_SCORING_RULE)));
    row = put_fact(ov, row, KP_L_NA_POLICY,
                   ov->reduce ? KP_OV_L(ov, REDUCE_WORDS) : KP_OV_L(ov, RESCALE_WORDS));
    row = put_fact(ov, row, KP_L_ROUNDING, KP_OV_L(ov, ROUNDING_WORDS));
    return put_fact(ov, row, KP_L_AUDIENCE,
                    ov->in->audience == KP_TEAM ? KP_OV_L(ov, AUDIENCE_TEAM) : KP_OV_L(ov, AUDIENCE_BOARD)) +
           1;
}

static uint32_t put_sentence(const kp_ov *ov, uint32_t row, const char *text)
{
    return kp_put_sentence(ov->check, row, LAST, KP_ROLE_PLAIN, text);
}

static uint32_t put_caveats(const kp_ov *ov, uint32_t row, uint32_t *ret_first)
{
    row = put_heading(ov, row, KP_L_CAVEATS);
    if (kp_ov_bounds_above(ov))
        row = put_sentence(ov, row, KP_OV_L(ov, NOT_AGREED));
    else if (!ov->caveat_count)
        row = put_sentence(ov, row, KP_OV_L(ov, NO_CAVEATS));
    *ret_first = row;
    for (uint32_t i = 0; i < ov->caveat_count; i++)
        row =
            put_sentence(ov, row, i == ov->slips_caveat ? kp_ov_slips_words(ov, ov->check) : ov->caveats[i]);
    return row + 1;
}

/* ---- the audit of printed figures ---- */

static uint32_t put_audit(const kp_ov *ov, uint32_t row)
{
    const kp_audit *audit = ov->in->audit;

    if (!ov->evaluation->published_count)
        return row;
    row = put_heading(ov, row, KP_L_AUDIT);
    row = put_sentence(ov, row, KP_OV_L(ov, AUDIT_WORDS));
    if (!audit || !audit->count)
        row = put_sentence(ov, row, KP_OV_L(ov, AUDIT_CLEAN));
    for (uint32_t i = 0; audit && i < audit->count; i++)
        row =
            put_sentence(ov, row, kp_words_audit(ov->arena, ov->lang, ov->max_decimals, &audit->findings[i]));
    return row + 1;
}

/* ---- where it all comes from ---- */

static uint32_t put_sources(const kp_ov *ov, uint32_t row)
{
    const char *lang = ov->lang;
    uint32_t heading = row++;

    row = kp_put_fact(ov->check, row, LAST, KP_OV_L(ov, EVALUATION),
                      kp_ov_text(ov, &ov->evaluation->source_text));
    if (ov->in->audience == KP_TEAM) /* may be meant for the evaluators */
        row = kp_put_fact(ov->check, row, LAST, KP_OV_L(ov, WORKING_NOTE),
                          kp_ov_text(ov, &ov->evaluation->note));
    row = kp_put_fact(ov->check, row, LAST, KP_OV_L(ov, RUBRIC),
                      kp_text_get(&ov->rubric->source_text, lang, ov->rubric->language));
    row = kp_put_fact(ov->check, row, LAST, KP_OV_L(ov, ON_RUBRIC),
                      kp_text_get(&ov->rubric->note, lang, ov->rubric->language));
    for (uint32_t i = 0; i < ov->in->reference_count; i++) {
        const kp_reference *reference = ov->in->references[i];
        const char *title = kp_reference_title(reference, lang);
        row = kp_put_fact(ov->check, row, LAST, title,
                          kp_text_get(&reference->source_text, lang, reference->language));
        row = kp_put_fact(ov->check, row, LAST, kp_label_with(ov->arena, KP_L_ON_REFERENCE, lang, title),
                          kp_text_get(&reference->note, lang, reference->language));
    }
    if (row == heading + 1)
        return heading;
    put_heading(ov, heading, KP_L_SOURCES);
    return row + 1;
}

void kp_ov_write_check(kp_ov *ov)
{
    const kp_node *root = ov->rubric->root;
    uint32_t first = kp_ov_head_row(ov), row, caveats;

    ov->check_last = ov->has_gaps ? KP_OV_AREA_MOST - 1 : LAST;
    ov->check_last = ov->work_last > ov->check_last ? ov->work_last : ov->check_last;
    kp_ov_begin_sheet(ov, ov->check, KP_OV_L(ov, SHEET_CHECK), LAST);
    row = first + 5 + (kp_ov_is_leaf(ov, root) ? 0 : root->child_count);
    row = put_files(ov, row);
    row = put_rules(ov, row);
    row = put_caveats(ov, row, &caveats);
    row = put_audit(ov, row);
    row = put_sources(ov, row);
    kp_print_to(ov->check, LAST);
    kp_print_rows_to(ov->check, row - 2); /* the tables below are for formulas; before them a blank row */
    kp_ov_put_tables(ov, row);
    put_comparisons(ov, first); /* names cells of the tables, as the next */
    kp_ov_put_caveats(ov, ov->check, caveats, KP_ROLE_PLAIN);
    kp_set_width(ov->check, 0, 15);
    kp_set_width(ov->check, 1, 44);
    for (uint32_t column = 2; column <= ov->check_last; column++)
        kp_set_width(ov->check, column, 14);
    kp_freeze(ov->check, 1, 0);
    kp_repeat_rows(ov->check, 0, 0);
    kp_set_landscape(ov->check);
    kp_fit(ov->check, 6, 60);
    kp_break_pages(ov->check);
}
