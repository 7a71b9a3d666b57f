#include "overview_internal.h"

#include "kompass/utf8.h"

/* Översikt: who, when, how many points, the profile against the references, and the same in words. */

/* Of a reference, in characters. A head has so much of its title; the note below the table has all of it. */
enum { LONG_TITLE = 40, TITLE_IN_HEAD = 90 };

/* ---- columns ---- */

static bool printed_for(const kp_ov *ov, bool percent)
{
    for (uint32_t i = 0; i <= ov->area_count; i++) {
        const kp_node *node = i < ov->area_count ? ov->areas[i] : ov->rubric->root;
        const kp_published *printed = ov->evaluation->printed[node->index];
        if (printed && (percent ? printed->percent.given : printed->points.given))
            return true;
    }
    return false;
}

/* Which areas show: all, or none where only the total is known and nothing else is printed. */
static void find_areas(kp_ov *ov)
{
    const kp_node *root = ov->rubric->root;
    bool known = !kp_ov_is_leaf(ov, root);

    for (const kp_node *area = root->first_child; area; area = area->next)
        known = known || ov->evaluation->printed[area->index];
    ov->areas = KP_NEW_ARRAY(ov->arena, root->child_count, const kp_node *);
    for (const kp_node *area = root->first_child; area && known; area = area->next)
        ov->areas[ov->area_count++] = area;
    for (uint32_t i = 0; i < ov->area_count; i++)
        ov->has_gaps = ov->has_gaps || kp_ov_result(ov, ov->areas[i])->state != KP_SCORED;
}

/* The value to hold a node against. Numbers of nodes mean other things in another rubric: there only the
 * total. */
const kp_reference_value *kp_ov_mean_of(const kp_ov *ov, const kp_reference *reference, const kp_node *node)
{
    return !node->parent || kp_ov_same_rubric(ov, reference) ? kp_reference_value_of(reference, node) : NULL;
}

static unsigned decimals_of(const kp_ov *ov, const kp_reference *reference, const kp_node *node)
{
    const kp_reference_value *value = kp_ov_mean_of(ov, reference, node);

    return value ? value->points.value.decimals : 0;
}

/* As many decimals as any of a reference's points has. */
static unsigned most_decimals(const kp_ov *ov, const kp_reference *reference)
{
    enum { MOST = 9 };
    unsigned most = decimals_of(ov, reference, ov->rubric->root);

    for (uint32_t i = 0; i < ov->area_count; i++) {
        const unsigned own = decimals_of(ov, reference, ov->areas[i]);
        most = own > most ? own : most;
    }
    return most < MOST ? most : MOST;
}

/* One number of decimals for a column. */
static void find_decimals(kp_ov *ov)
{
    kp_ov_profile *p = &ov->profile;

    p->decimals = (unsigned)ov->rubric->points_decimals;
    p->mean_decimals = KP_NEW_ARRAY(ov->arena, ov->in->reference_count, uint8_t);
    for (uint32_t i = 0; i < ov->in->reference_count; i++) {
        p->mean_decimals[i] = (uint8_t)most_decimals(ov, ov->in->references[i]);
        if (p->mean_decimals[i] > p->decimals)
            p->decimals = p->mean_decimals[i];
    }
}

static void plan_columns(kp_ov *ov)
{
    kp_ov_profile *p = &ov->profile;
    uint32_t count = ov->in->reference_count, next = KP_OV_S__COUNT;
    bool bounds = kp_ov_has_open_bounds(ov);

    p->low = bounds ? next++ : KP_OV_NONE;
    p->high = bounds ? next++ : KP_OV_NONE;
    find_decimals(ov);
    p->mean = KP_NEW_ARRAY(ov->arena, count, uint32_t);
    p->apart = KP_NEW_ARRAY(ov->arena, count, uint32_t);
    for (uint32_t i = 0; i < count; i++) {
        p->mean[i] = next++;
        p->apart[i] = next++;
    }
    p->printed_points = printed_for(ov, false) ? next++ : KP_OV_NONE;
    p->printed_percent = printed_for(ov, true) ? next++ : KP_OV_NONE;
    p->last = next - 1;
}

static void set_widths(const kp_ov *ov)
{
    uint32_t figures = ov->profile.last - KP_OV_S_TITLE;
    double width = figures < 5 ? 12 : 11;

    kp_set_width(ov->summary, KP_OV_S_ID, 7);
    kp_set_width(ov->summary, KP_OV_S_TITLE, 56);
    for (uint32_t column = KP_OV_S_POINTS; column <= ov->profile.last; column++)
        kp_set_width(ov->summary, column, width);
    for (uint32_t i = 0; i < ov->in->reference_count; i++)
        kp_set_width(ov->summary, ov->profile.mean[i],
                     kp_utf8_width(kp_reference_title(ov->in->references[i], ov->lang)) > LONG_TITLE ? 26
                                                                                                     : 15);
    if (ov->profile.printed_percent != KP_OV_NONE)
        kp_set_width(ov->summary, ov->profile.printed_percent, 13);
    if (figures > 7)
        kp_set_landscape(ov->summary);
}

/* ---- above the profile ---- */

uint32_t kp_ov_put_wide(const kp_ov *ov, uint32_t row, kp_role role, const char *text)
{
    kp_put_wide_text(ov->summary, row, 0, ov->profile.last, kp_look_wrapped(role), text);
    return row + 1;
}

uint32_t kp_ov_put_section(const kp_ov *ov, uint32_t row, kp_label_id label)
{
    kp_put_wide_text(ov->summary, row, 0, ov->profile.last, kp_look(KP_ROLE_HEADING),
                     kp_label(label, ov->lang));
    return row + 1;
}

uint32_t kp_ov_put_fact(const kp_ov *ov, uint32_t row, const char *label, const char *value)
{
    if (!value || !*value)
        return row;
    kp_put_wide_text(ov->summary, row, KP_OV_S_ID, KP_OV_S_TITLE, kp_look_wrapped(KP_ROLE_LABEL), label);
    kp_put_wide_text(ov->summary, row, KP_OV_S_POINTS, ov->profile.last, kp_look_wrapped(KP_ROLE_PLAIN),
                     value);
    return row + 1;
}

static void put_head(const kp_ov *ov, uint32_t row, uint32_t column, const char *text)
{
    if (column != KP_OV_NONE)
        kp_put_text(ov->summary, row, column,
                    (kp_style){.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true}, text);
}

static void put_figures(const kp_ov *ov, uint32_t row, const kp_node *node, kp_role role)
{
    kp_ov_put_points(ov, ov->summary, row, KP_OV_S_POINTS, node, kp_ov_profile_style(ov, role));
    kp_ov_put_max(ov, ov->summary, row, KP_OV_S_MAX, node, kp_ov_max_style(ov, role));
    kp_ov_put_percent(ov, ov->summary, row, KP_OV_S_PERCENT, node, kp_ov_percent_style(ov, role));
}

/* While answers are missing that bear on the total, its line says how many there are. */
static void put_result_title(const kp_ov *ov, uint32_t row)
{
    const kp_node *root = ov->rubric->root;
    const kp_result *total = kp_ov_result(ov, root);
    const char *answered = kp_ov_ref(ov, ov->summary, root, KP_OV_ANSWERED);
    const char *unanswered = kp_ov_ref(ov, ov->summary, root, KP_OV_UNANSWERED);
    const char *so_far = KP_OV_L(ov, TOTAL_SO_FAR);
    const char *all = kp_arena_printf(ov->arena, "(%s+%s)", answered, unanswered);

    kp_put_wide_text(ov->summary, row, KP_OV_S_ID, KP_OV_S_TITLE, kp_look(KP_ROLE_TOTAL), KP_OV_L(ov, TOTAL));
    if (!total->unanswered || ov->score->complete)
        return;
    kp_put_text_formula(
        ov->summary, row, KP_OV_S_ID, kp_look(KP_ROLE_TOTAL),
        kp_arena_printf(ov->arena, "=IF(%s=0,%s,%s)", unanswered,
                        kp_formula_text(ov->arena, KP_OV_L(ov, TOTAL)),
                        kp_formula_sentence(ov->arena, so_far, (const char *const[]){answered, all}) + 1),
        kp_label_with(ov->arena, KP_L_TOTAL_SO_FAR, ov->lang, kp_ov_count(ov, total->answered),
                      kp_ov_count(ov, total->answered + total->unanswered)));
}

static void put_result(const kp_ov *ov)
{
    const kp_node *root = ov->rubric->root;
    uint32_t row = ov->profile.result_row;

    kp_put_wide_text(ov->summary, row, KP_OV_S_ID, KP_OV_S_TITLE, kp_look(KP_ROLE_HEAD), KP_OV_L(ov, RESULT));
    put_head(ov, row, KP_OV_S_POINTS, KP_OV_L(ov, ACHIEVED));
    put_head(ov, row, KP_OV_S_MAX, KP_OV_L(ov, MAX));
    put_head(ov, row, KP_OV_S_PERCENT, KP_OV_L(ov, PERCENT));
    put_head(ov, row, ov->profile.low, KP_OV_L(ov, LOWEST));
    put_head(ov, row, ov->profile.high, KP_OV_L(ov, HIGHEST));
    row++;
    put_result_title(ov, row);
    put_figures(ov, row, root, KP_ROLE_TOTAL);
    kp_ov_put_bounds(ov, row, root, KP_ROLE_TOTAL);
}

static const char *evaluator_list(const kp_ov *ov)
{
    const kp_evaluation *e = ov->evaluation;
    const char *list = "";

    for (uint32_t i = 0; i < e->evaluator_count; i++) {
        const kp_evaluator *who = &e->evaluators[i];
        list = kp_arena_printf(ov->arena, "%s%s%s%s%s", list, i ? "; " : "", who->name ? who->name : who->id,
                               who->organisation ? ", " : "", who->organisation ? who->organisation : "");
    }
    return list;
}

static uint32_t put_facts(const kp_ov *ov, uint32_t row)
{
    const kp_evaluation *e = ov->evaluation;
    const char *rubric = kp_text_or(&ov->rubric->title, ov->lang, ov->rubric->language, ov->rubric->id);

    if (ov->rubric->edition)
        rubric = kp_label_with(ov->arena, KP_L_RUBRIC_AND_EDITION, ov->lang, rubric, ov->rubric->edition);
    row = kp_ov_put_fact(ov, row, KP_OV_L(ov, MUNICIPALITY),
                         e->unit.group ? kp_arena_printf(ov->arena, "%s (%s)", e->unit.name, e->unit.group)
                                       : e->unit.name);
    row = kp_ov_put_fact(ov, row, KP_OV_L(ov, YEAR), kp_arena_printf(ov->arena, "%04d", e->year));
    row = kp_ov_put_fact(ov, row, KP_OV_L(ov, VISITED), e->visited);
    row = kp_ov_put_fact(ov, row, KP_OV_L(ov, REPORT_DATE), e->date);
    row = kp_ov_put_fact(ov, row, KP_OV_L(ov, EVALUATORS), evaluator_list(ov));
    row = kp_ov_put_fact(ov, row, KP_OV_L(ov, INTERVIEWED), kp_ov_text(ov, &e->interviewed));
    row = kp_ov_put_fact(ov, row, KP_OV_L(ov, RUBRIC), rubric);
    return kp_ov_put_fact(ov, row, KP_OV_L(ov, STATE),
                          e->state == KP_FINAL ? KP_OV_L(ov, STATE_FINAL) : KP_OV_L(ov, STATE_DRAFT));
}

void kp_ov_begin_summary(kp_ov *ov)
{
    const char *rubric = kp_text_or(&ov->rubric->title, ov->lang, ov->rubric->language, ov->rubric->id);
    const char *state =
        ov->evaluation->state == KP_FINAL ? KP_OV_L(ov, STATE_FINAL) : KP_OV_L(ov, STATE_DRAFT);
    uint32_t row = 0;

    find_areas(ov);
    plan_columns(ov);
    kp_put_wide_text(ov->summary, row++, 0, ov->profile.last, kp_look_wrapped(KP_ROLE_TITLE),
                     kp_arena_printf(ov->arena, "%s \xE2\x80\x93 %s", rubric, kp_ov_unit(ov)));
    kp_put_wide_text(ov->summary, row++, 0, ov->profile.last, kp_look_wrapped(KP_ROLE_SUBTITLE),
                     kp_arena_printf(ov->arena, "%s \xC2\xB7 %s", KP_OV_L(ov, SCORE_OVERVIEW), state));
    ov->profile.result_row = row + 1;
    ov->profile.caveat_row = row += 3;
    for (uint32_t i = 0; i < ov->caveat_count; i++)
        row = kp_ov_put_wide(ov, row, KP_ROLE_CAVEAT, ov->caveats[i]);
    row = put_facts(ov, row + 1);
    row = kp_ov_put_section(ov, row + 1, KP_L_PROFILE);
    ov->profile.head_row = row++;
    for (uint32_t i = 0; i < ov->area_count; i++)
        ov->profile_row[ov->areas[i]->index] = row++;
    ov->profile_row[0] = row;
}

/* ---- the profile ---- */

static void put_profile_heads(const kp_ov *ov)
{
    const kp_ov_profile *p = &ov->profile;
    bool recomputed = p->printed_points != KP_OV_NONE || p->printed_percent != KP_OV_NONE;

    kp_put_text(ov->summary, p->head_row, KP_OV_S_ID, kp_look(KP_ROLE_HEAD), KP_OV_L(ov, NUMBER));
    kp_put_text(ov->summary, p->head_row, KP_OV_S_TITLE, kp_look(KP_ROLE_HEAD), KP_OV_L(ov, AREA));
    put_head(ov, p->head_row, KP_OV_S_POINTS, recomputed ? KP_OV_L(ov, RECOMPUTED) : KP_OV_L(ov, ACHIEVED));
    put_head(ov, p->head_row, KP_OV_S_MAX, KP_OV_L(ov, MAX));
    put_head(ov, p->head_row, KP_OV_S_PERCENT, KP_OV_L(ov, PERCENT));
    put_head(ov, p->head_row, p->low, KP_OV_L(ov, LOWEST));
    put_head(ov, p->head_row, p->high, KP_OV_L(ov, HIGHEST));
    for (uint32_t i = 0; i < ov->in->reference_count; i++) {
        put_head(ov, p->head_row, p->mean[i],
                 kp_cut_units(ov->arena, kp_reference_title(ov->in->references[i], ov->lang), TITLE_IN_HEAD));
        put_head(ov, p->head_row, p->apart[i], KP_OV_L(ov, DIFFERENCE));
    }
    put_head(ov, p->head_row, p->printed_points, KP_OV_L(ov, PRINTED_POINTS));
    put_head(ov, p->head_row, p->printed_percent, KP_OV_L(ov, PRINTED_PERCENT));
}

/* Points against points; under `reduce` the own points are first raised to the full max. */
static void put_difference(const kp_ov *ov, uint32_t row, uint32_t reference, const kp_node *node,
                           const kp_reference_value *value, kp_role role)
{
    const uint32_t column = ov->profile.apart[reference];
    const uint8_t decimals = ov->profile.mean_decimals[reference];
    const kp_result *result = kp_ov_result(ov, node);
    const char *points = kp_cell_name(ov->arena, row, KP_OV_S_POINTS), *own = points;
    const char *mean = kp_cell_name(ov->arena, row, column - 1), *formula;
    kp_style style = kp_ov_points_style(ov, role);

    style.format = KP_FORMAT_SIGNED;
    style.decimals = decimals > style.decimals ? decimals : style.decimals;
    if (!value || !kp_ov_has_points(ov, node)) {
        kp_put_text(ov->summary, row, column, style, KP_DASH);
        return;
    }
    if (ov->reduce)
        own = kp_arena_printf(ov->arena, "%s/100*%s", kp_cell_name(ov->arena, row, KP_OV_S_PERCENT),
                              kp_ov_ref(ov, ov->summary, node, KP_OV_FULL));
    formula =
        kp_arena_printf(ov->arena, "=IF(COUNT(%s,%s)<2,\"%s\",%s-%s)", points, mean, KP_DASH, own, mean);
    kp_put_formula(ov->summary, row, column, style, formula,
                   kp_num_sub(ov->arena, kp_num_mul(ov->arena, result->fraction, node->full),
                              kp_num_decimal(ov->arena, value->points.value)));
}

static void put_means(const kp_ov *ov, uint32_t row, const kp_node *node, kp_role role)
{
    for (uint32_t i = 0; i < ov->in->reference_count; i++) {
        const kp_reference_value *value = kp_ov_mean_of(ov, ov->in->references[i], node);
        kp_style style = kp_look_number(role, KP_FORMAT_FIXED, ov->profile.mean_decimals[i]);
        if (value)
            kp_put_number(ov->summary, row, ov->profile.mean[i], style,
                          kp_num_decimal(ov->arena, value->points.value));
        else
            kp_put_text(ov->summary, row, ov->profile.mean[i], style, KP_DASH);
        put_difference(ov, row, i, node, value, role);
    }
}

static void put_one_printed(const kp_ov *ov, uint32_t row, uint32_t column, const kp_maybe_decimal *figure,
                            bool percent, kp_role role)
{
    kp_style style = kp_ov_points_style(ov, role);

    if (column == KP_OV_NONE)
        return;
    if (!figure || !figure->given) {
        kp_put_text(ov->summary, row, column, style, KP_DASH);
        return;
    }
    style = kp_look_decimal(role, figure->value);
    if (percent)
        style.format = KP_FORMAT_PERCENT;
    kp_put_number(ov->summary, row, column, style, kp_num_decimal(ov->arena, figure->value));
}

/* Where an area's table begins; a line without one of its own, itself. */
static uint32_t table_row(const kp_ov *ov, const kp_node *node)
{
    for (uint32_t i = 0; i < ov->line_count; i++)
        if (ov->lines[i].kind == KP_OV_AREA && ov->lines[i].node == node)
            return ov->line_row + i;
    return ov->score_row[node->index];
}

/* LibreOffice would cut a long link off. */
static bool titles_fit(const kp_ov *ov)
{
    for (uint32_t i = 0; i < ov->area_count; i++)
        if (kp_utf8_width(kp_ov_title(ov, ov->areas[i])) + 2 >
            (size_t)ov->summary->columns[KP_OV_S_TITLE].width)
            return false;
    return true;
}

/* Titles lead to the areas' tables; where one is too long for a link, the numbers do. */
static void put_title(const kp_ov *ov, uint32_t row, const kp_node *node, kp_role role)
{
    const char *title = kp_ov_title(ov, node);
    const char *target = kp_link_to(ov->arena, ov->scores, table_row(ov, node), 0);

    if (!node->parent || titles_fit(ov)) {
        kp_put_link(ov->summary, row, KP_OV_S_TITLE, kp_look(role), title, target);
        return;
    }
    kp_put_link(ov->summary, row, KP_OV_S_ID, kp_look_id(role), node->id, target);
    kp_put_text(ov->summary, row, KP_OV_S_TITLE, kp_look_wrapped(role), title);
}

static void put_profile_row(const kp_ov *ov, const kp_node *node)
{
    const kp_published *printed = ov->evaluation->printed[node->index];
    uint32_t row = ov->profile_row[node->index];
    kp_role role = node->parent ? KP_ROLE_BODY : KP_ROLE_TOTAL;

    kp_put_text(ov->summary, row, KP_OV_S_ID, kp_look_id(role), node->parent ? node->id : "");
    if (kp_ov_result(ov, node)->hidden) {
        kp_put_text(ov->summary, row, KP_OV_S_TITLE, kp_look_wrapped(role), kp_ov_title(ov, node));
        for (uint32_t column = KP_OV_S_POINTS; column <= KP_OV_S_PERCENT; column++)
            kp_put_text(ov->summary, row, column, kp_ov_points_style(ov, role), KP_DASH);
        kp_ov_put_bounds(ov, row, node, role);
    } else {
        put_title(ov, row, node, role);
        put_figures(ov, row, node, role);
        kp_ov_put_bounds(ov, row, node, role);
    }
    put_means(ov, row, node, role);
    put_one_printed(ov, row, ov->profile.printed_points, printed ? &printed->points : NULL, false, role);
    put_one_printed(ov, row, ov->profile.printed_percent, printed ? &printed->percent : NULL, true, role);
}

static const char *reference_note(const kp_ov *ov, const kp_reference *reference)
{
    const char *set = kp_text_or(&reference->set, ov->lang, reference->language, "");
    const char *n = reference->n.given ? kp_label_with(ov->arena, KP_L_REFERENCE_N, ov->lang,
                                                       kp_ov_decimal(ov, reference->n.value))
                                       : KP_OV_L(ov, REFERENCE_N_UNKNOWN);

    if (*set && !kp_text_in(&reference->set, ov->lang, reference->language)) /* words of another language */
        set = kp_label_with(ov->arena, KP_L_QUOTED, ov->lang, set);
    return kp_label_with(ov->arena, KP_L_REFERENCE_NOTE, ov->lang, kp_reference_title(reference, ov->lang),
                         set, n);
}

static uint32_t put_profile(const kp_ov *ov)
{
    const kp_node *root = ov->rubric->root;
    const kp_parts parts = {.sheet = ov->summary,
                            .node = root,
                            .rows = ov->profile_row,
                            .column = KP_OV_S_POINTS,
                            .decimals = ov->profile.decimals};
    const bool apart = *kp_ov_parts_words(ov, root, parts.decimals);
    const bool na = kp_ov_result(ov, root)->not_applicable;
    uint32_t row = ov->profile_row[0];

    put_profile_heads(ov);
    for (uint32_t i = 0; i < ov->area_count; i++)
        put_profile_row(ov, ov->areas[i]);
    put_profile_row(ov, root);
    row++;
    if (kp_ov_bounds_above(ov))
        row = kp_ov_put_wide(ov, row, KP_ROLE_NOTE, KP_OV_L(ov, NOT_AGREED));
    if (!ov->area_count)
        row = kp_ov_put_wide(ov, row, KP_ROLE_NOTE, KP_OV_L(ov, ONLY_TOTAL));
    if (apart)
        kp_ov_put_parts_note(ov, row++, ov->profile.last, &parts);
    for (uint32_t i = 0; i < ov->in->reference_count; i++)
        row = kp_ov_put_wide(ov, row, KP_ROLE_NOTE, reference_note(ov, ov->in->references[i]));
    if (na)
        kp_ov_put_na_note(ov, row++);
    /* in the row that is left blank anyway */
    kp_ov_put_silent_notes(ov, row, apart ? NULL : &parts, !na);
    return row;
}

void kp_ov_finish_summary(const kp_ov *ov)
{
    uint32_t row;

    set_widths(ov);
    put_result(ov);
    kp_ov_put_caveats(ov, ov->summary, ov->profile.caveat_row, KP_ROLE_CAVEAT);
    row = put_profile(ov);
    row = kp_ov_put_charts(ov, row + 1);
    row = kp_ov_put_short_facts(ov, row);
    kp_ov_put_story(ov, row);
    kp_set_footer(ov->summary, ov->footer);
    kp_repeat_rows(ov->summary, 0, 0);
    kp_fit(ov->summary, 6, 60);
    kp_break_pages(ov->summary);
}
