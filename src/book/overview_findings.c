#include "overview_internal.h"

/* Styrkor och förbättringar: for each area the three columns that close it in a report. */

enum { COLUMNS = 3 };

static const kp_finding_kind kinds[COLUMNS] = {KP_STRENGTH, KP_PARTIAL, KP_IMPROVEMENT};

static bool is_empty(const kp_findings *found)
{
    uint32_t count = found->summary.count;

    for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++)
        count += found->count[kind];
    return count == 0;
}

bool kp_ov_wants_findings(const kp_ov *ov)
{
    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        if (ov->evaluation->found[i] && !is_empty(ov->evaluation->found[i]))
            return true;
    return false;
}

static const char *item_text(const kp_ov *ov, const kp_finding *finding)
{
    const char *text = kp_ov_text(ov, &finding->text);

    return kp_arena_printf(ov->arena, "%s%s", text ? text : "", kp_ov_questions(ov, finding));
}

static uint32_t put_columns(const kp_ov *ov, uint32_t row, const kp_findings *found)
{
    uint32_t most = 0;

    for (int i = 0; i < COLUMNS; i++)
        if (found->count[kinds[i]] > most)
            most = found->count[kinds[i]];
    for (uint32_t item = 0; item < most; item++, row++)
        for (uint32_t i = 0; i < COLUMNS; i++)
            kp_put_text(ov->findings, row, i, kp_look_wrapped(KP_ROLE_BODY),
                        item < found->count[kinds[i]] ? item_text(ov, &found->items[kinds[i]][item]) : "");
    return row;
}

static uint32_t put_examples(const kp_ov *ov, uint32_t row, const kp_findings *found)
{
    if (found->count[KP_EXAMPLE])
        kp_put_wide_text(ov->findings, row++, 0, COLUMNS - 1, kp_look(KP_ROLE_LABEL),
                         KP_OV_L(ov, TO_LEARN_FROM));
    for (uint32_t i = 0; i < found->count[KP_EXAMPLE]; i++) {
        const kp_finding *example = &found->items[KP_EXAMPLE][i];
        kp_put_wide_text(ov->findings, row++, 0, COLUMNS - 1, kp_look_wrapped(KP_ROLE_PLAIN),
                         example->unit
                             ? kp_arena_printf(ov->arena, "%s: %s", example->unit, item_text(ov, example))
                             : item_text(ov, example));
    }
    return row;
}

static void put_heading(const kp_ov *ov, uint32_t row, const kp_node *node)
{
    kp_put_wide_text(ov->findings, row, 0, COLUMNS - 2, kp_look(KP_ROLE_HEADING),
                     node->parent ? kp_arena_printf(ov->arena, "%s  %s", node->id, kp_ov_title(ov, node))
                                  : kp_ov_title(ov, node));
    kp_ov_put_back(ov, ov->findings, row, COLUMNS - 1, node);
}

static uint32_t put_node(const kp_ov *ov, uint32_t row, const kp_node *node, const kp_findings *found)
{
    const char *summary = kp_ov_text(ov, &found->summary);

    put_heading(ov, row++, node);
    if (summary)
        kp_put_wide_text(ov->findings, row++, 0, COLUMNS - 1, kp_look_wrapped(KP_ROLE_PLAIN), summary);
    row = put_columns(ov, row, found);
    return put_examples(ov, row, found) + 1;
}

void kp_ov_write_findings(const kp_ov *ov)
{
    const char *const heads[] = {KP_OV_L(ov, STRENGTHS), KP_OV_L(ov, PARTIAL), KP_OV_L(ov, IMPROVEMENTS),
                                 NULL};
    uint32_t head = kp_ov_head_row(ov), row = head + 1;

    kp_ov_begin_sheet(ov, ov->findings, KP_OV_L(ov, SHEET_FINDINGS), COLUMNS - 1);
    kp_put_heads(ov->findings, head, 0, heads);
    for (uint32_t i = 0; i < ov->rubric->node_count; i++)
        if (ov->evaluation->found[i] && !is_empty(ov->evaluation->found[i]))
            row = put_node(ov, row, ov->rubric->nodes[i], ov->evaluation->found[i]);
    for (uint32_t column = 0; column < COLUMNS; column++)
        kp_set_width(ov->findings, column, 38);
    kp_freeze(ov->findings, head + 1, 0);
    kp_repeat_rows(ov->findings, head, head);
    kp_fit(ov->findings, 6, 60);
    kp_break_pages(ov->findings);
}
