#include "overview_internal.h"

/* Poängfördelning: a table an area, as printed reports have them; where there are only areas, one table. */

/* ---- the plan ---- */

static void add_line(kp_ov *ov, kp_ov_line_kind kind, const kp_node *node, const kp_group *group)
{
    ov->lines[ov->line_count++] = (kp_ov_line){kind, node, group};
}

/* Where the parts add up, the note is an empty line: it stands in the place of the blank one. */
static void add_note(kp_ov *ov, const kp_node *node)
{
    add_line(ov, KP_OV_NOTE, node, NULL);
    if (*kp_ov_parts_words(ov, node, (unsigned)ov->rubric->points_decimals))
        add_line(ov, KP_OV_BLANK, NULL, NULL);
}

static void add_area_table(kp_ov *ov, const kp_node *area)
{
    add_line(ov, KP_OV_AREA, area, NULL);
    if (!kp_ov_is_leaf(ov, area))
        for (const kp_node *question = area->first_child; question; question = question->next)
            add_line(ov, KP_OV_QUESTION, question, NULL);
    add_line(ov, KP_OV_SUM, area, NULL);
    add_note(ov, area);
}

static void add_areas(kp_ov *ov)
{
    const kp_group *group = NULL;
    bool tables = false;

    for (const kp_node *area = ov->rubric->root->first_child; area; area = area->next)
        tables = tables || !kp_ov_is_leaf(ov, area);
    for (const kp_node *area = ov->rubric->root->first_child; area; area = area->next) {
        const kp_group *own = kp_rubric_group_of(ov->rubric, area);
        if (own && own != group)
            add_line(ov, KP_OV_GROUP, NULL, own);
        group = own;
        if (tables)
            add_area_table(ov, area);
        else
            add_line(ov, KP_OV_QUESTION, area, NULL);
    }
}

static bool has_figures(const kp_ov_line *line)
{
    return line->kind == KP_OV_QUESTION || line->kind == KP_OV_SUM || line->kind == KP_OV_TOTAL;
}

static void plan_lines(kp_ov *ov)
{
    const kp_node *root = ov->rubric->root;

    ov->lines = KP_NEW_ARRAY(ov->arena, 5 * (size_t)ov->rubric->node_count, kp_ov_line);
    if (!kp_ov_is_leaf(ov, root))
        add_areas(ov);
    add_line(ov, KP_OV_TOTAL, root, NULL);
    add_note(ov, root);
    ov->line_row = kp_ov_head_row(ov) + 1;
    for (uint32_t i = 0; i < ov->line_count; i++) {
        const kp_ov_line *line = &ov->lines[i];
        if (has_figures(line))
            ov->score_row[line->node->index] = ov->line_row + i;
    }
}

static bool any_printed(const kp_ov *ov, bool percent)
{
    for (uint32_t i = 0; i < ov->line_count; i++) {
        const kp_ov_line *line = &ov->lines[i];
        const kp_published *printed = line->node ? ov->evaluation->printed[line->node->index] : NULL;
        if (printed && (percent ? printed->percent.given : printed->points.given))
            return true;
    }
    return false;
}

/* Where the answers stand here, some columns more. */
static void plan_columns(kp_ov *ov, bool home)
{
    bool scales = false, weights = false;
    uint32_t next = 2;

    for (uint32_t i = 0; home && i < ov->rubric->node_count; i++) {
        const kp_node *node = ov->rubric->nodes[i];
        if (kp_ov_result(ov, node)->hidden)
            continue;
        scales = scales || (node->scale && kp_ov_is_leaf(ov, node));
        weights = weights || (node->parent && !node->max.given);
    }
    if (home) {
        ov->column[KP_OV_ANSWER] = scales ? next++ : KP_OV_NONE;
        ov->label_column = scales ? next++ : KP_OV_NONE;
        ov->column[KP_OV_WEIGHT] = weights ? next++ : KP_OV_NONE;
    }
    ov->score_points = next++;
    if (home && ov->reduce)
        ov->column[KP_OV_FULL] = next++;
    ov->score_max = next++;
    ov->score_percent = next++;
    ov->printed_points = any_printed(ov, false) ? next++ : KP_OV_NONE;
    ov->printed_percent = any_printed(ov, true) ? next++ : KP_OV_NONE;
    ov->scores_last = next - 1;
    if (!home)
        return;
    ov->column[KP_OV_POINTS] = ov->score_points;
    ov->column[KP_OV_MAX] = ov->score_max;
    ov->column[KP_OV_PERCENT] = ov->score_percent;
    if (!ov->reduce)
        ov->column[KP_OV_FULL] = ov->score_max;
}

void kp_ov_plan_scores(kp_ov *ov)
{
    bool home = ov->home == ov->scores;

    plan_lines(ov);
    plan_columns(ov, home);
    if (!home)
        return;
    ov->home_row = ov->score_row;
    kp_ov_plan_scales(ov, ov->line_row + ov->line_count + 1);
}

/* ---- writing ---- */

static void put_heads(const kp_ov *ov, uint32_t row)
{
    const struct {
        uint32_t column;
        kp_label_id label;
    } heads[] = {{ov->score_points, KP_L_ACHIEVED},
                 {ov->score_max, KP_L_MAX},
                 {ov->score_percent, KP_L_PERCENT},
                 {ov->printed_points, KP_L_PRINTED_POINTS},
                 {ov->printed_percent, KP_L_PRINTED_PERCENT}};
    const struct {
        uint32_t column;
        kp_label_id label;
    } home_heads[] = {{ov->column[KP_OV_ANSWER], KP_L_ANSWER},
                      {ov->label_column, KP_L_ASSESSMENT},
                      {ov->column[KP_OV_WEIGHT], KP_L_WEIGHT},
                      {ov->reduce ? ov->column[KP_OV_FULL] : KP_OV_NONE, KP_L_FULL_MAX}};
    bool only_areas =
        ov->lines[0].kind != KP_OV_AREA && (ov->line_count < 2 || ov->lines[1].kind != KP_OV_AREA);

    kp_put_text(ov->scores, row, 0, kp_look(KP_ROLE_HEAD), KP_OV_L(ov, NUMBER));
    kp_put_text(ov->scores, row, 1, kp_look(KP_ROLE_HEAD),
                only_areas ? KP_OV_L(ov, AREA) : KP_OV_L(ov, SUB_QUESTION));
    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
        if (heads[i].column != KP_OV_NONE)
            kp_put_text(ov->scores, row, heads[i].column,
                        (kp_style){.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true},
                        kp_label(heads[i].label, ov->lang));
    for (size_t i = 0; ov->home == ov->scores && i < sizeof(home_heads) / sizeof(home_heads[0]); i++)
        if (home_heads[i].column != KP_OV_NONE)
            kp_put_text(ov->scores, row, home_heads[i].column, kp_look_wrapped(KP_ROLE_HEAD),
                        kp_label(home_heads[i].label, ov->lang));
}

static void put_printed(const kp_ov *ov, uint32_t row, const kp_node *node, kp_role role)
{
    const kp_published *printed = ov->evaluation->printed[node->index];
    kp_style style;

    if (ov->printed_points != KP_OV_NONE) {
        kp_put_blank(ov->scores, row, ov->printed_points, kp_look(role));
        if (printed && printed->points.given)
            kp_put_number(ov->scores, row, ov->printed_points, kp_look_decimal(role, printed->points.value),
                          kp_num_decimal(ov->arena, printed->points.value));
    }
    if (ov->printed_percent != KP_OV_NONE) {
        kp_put_blank(ov->scores, row, ov->printed_percent, kp_look(role));
        if (!printed || !printed->percent.given)
            return;
        style = kp_look_decimal(role, printed->percent.value);
        style.format = KP_FORMAT_PERCENT;
        kp_put_number(ov->scores, row, ov->printed_percent, style,
                      kp_num_decimal(ov->arena, printed->percent.value));
    }
}

static void put_figures(const kp_ov *ov, uint32_t row, const kp_node *node, kp_role role)
{
    if (ov->home == ov->scores) {
        kp_ov_put_home(ov, node, role);
    } else {
        kp_ov_put_figures(ov, ov->scores, row,
                          (const uint32_t[]){ov->score_points, ov->score_max, ov->score_percent}, node, role);
    }
    put_printed(ov, row, node, role);
}

static void put_area_heading(const kp_ov *ov, uint32_t row, const kp_node *area)
{
    kp_put_text(ov->scores, row, 0, kp_look_id(KP_ROLE_HEADING), area->id);
    kp_put_wide_text(ov->scores, row, 1, ov->scores_last - 1, kp_look(KP_ROLE_HEADING),
                     kp_ov_title(ov, area));
    kp_ov_put_back(ov, ov->scores, row, ov->scores_last, area);
}

static void put_row(const kp_ov *ov, uint32_t row, const kp_ov_line *line)
{
    kp_role role = line->kind == KP_OV_QUESTION ? KP_ROLE_BODY : KP_ROLE_TOTAL;
    const kp_node *node = line->node;
    const char *title = line->kind == KP_OV_SUM ? kp_label_with(ov->arena, KP_L_AREA_SUM, ov->lang, node->id)
                                                : kp_ov_title(ov, node);

    /* Links on numbers, not on titles: LibreOffice does not wrap a link. */
    if (line->kind == KP_OV_QUESTION && ov->details)
        kp_put_link(ov->scores, row, 0, kp_look_id(role), node->id,
                    kp_link_to(ov->arena, ov->details, ov->home_row[node->index], 0));
    else
        kp_put_text(ov->scores, row, 0, kp_look_id(role), line->kind == KP_OV_QUESTION ? node->id : "");
    kp_put_text(ov->scores, row, 1, kp_look_wrapped(role), title);
    put_figures(ov, row, node, role);
}

static void put_line(const kp_ov *ov, uint32_t row, const kp_ov_line *line)
{
    switch (line->kind) {
    case KP_OV_GROUP:
        kp_put_wide_text(ov->scores, row, 0, ov->scores_last, kp_look(KP_ROLE_SUBTITLE),
                         kp_text_or(&line->group->title, ov->lang, ov->rubric->language, line->group->id));
        break;
    case KP_OV_AREA:
        put_area_heading(ov, row, line->node);
        break;
    case KP_OV_QUESTION:
    case KP_OV_SUM:
    case KP_OV_TOTAL:
        put_row(ov, row, line);
        break;
    case KP_OV_NOTE:
        kp_ov_put_parts_note(ov, row, ov->scores_last,
                             &(kp_parts){.sheet = ov->scores,
                                         .node = line->node,
                                         .rows = ov->score_row,
                                         .column = ov->score_points,
                                         .decimals = (unsigned)ov->rubric->points_decimals});
        break;
    case KP_OV_BLANK:
    default:
        break;
    }
}

static void set_widths(const kp_ov *ov)
{
    kp_set_width(ov->scores, 0, 8);
    kp_set_width(ov->scores, 1, 58);
    for (uint32_t column = 2; column <= ov->scores_last; column++)
        kp_set_width(ov->scores, column, 13);
    if (ov->printed_points != KP_OV_NONE)
        kp_set_width(ov->scores, ov->printed_points, 15);
    if (ov->home == ov->scores && ov->label_column != KP_OV_NONE)
        kp_set_width(ov->scores, ov->label_column, 20);
    if (ov->scores_last > 7)
        kp_set_landscape(ov->scores);
}

/* Bars table by table: between them stand words. */
static void add_bars(const kp_ov *ov)
{
    for (uint32_t i = 0, end; i < ov->line_count; i = end + 1) {
        for (end = i; end < ov->line_count && has_figures(&ov->lines[end]);)
            end++;
        if (end > i)
            kp_add_data_bars(ov->scores,
                             (kp_range){ov->scores, ov->line_row + i, ov->score_percent,
                                        ov->line_row + end - 1, ov->score_percent},
                             100);
    }
}

void kp_ov_write_scores(const kp_ov *ov)
{
    uint32_t head = kp_ov_head_row(ov);

    kp_ov_begin_sheet(ov, ov->scores, KP_OV_L(ov, SHEET_SCORES), ov->scores_last);
    put_heads(ov, head);
    for (uint32_t i = 0; i < ov->line_count; i++)
        put_line(ov, ov->line_row + i, &ov->lines[i]);
    if (ov->home == ov->scores)
        kp_ov_put_scales(ov);
    add_bars(ov);
    kp_freeze(ov->scores, head + 1, 0);
    kp_repeat_rows(ov->scores, head, head);
    set_widths(ov);
    kp_fit(ov->scores, 6, 60);
    kp_break_pages(ov->scores);
}
