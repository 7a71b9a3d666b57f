#include "form_plan.h"

/* Strengths, improvements, examples and summaries; and the evidence that has no room beside its question. */

static const kp_label_id kinds[KP_FINDING_KIND__COUNT] = {[KP_STRENGTH] = KP_L_STRENGTHS,
                                                          [KP_PARTIAL] = KP_L_PARTIAL,
                                                          [KP_IMPROVEMENT] = KP_L_IMPROVEMENTS,
                                                          [KP_EXAMPLE] = KP_L_TO_LEARN_FROM};

/* A cell to fill in, but locked where the row is about something that is there already. */
static void put_key(kp_sheet *sheet, uint32_t row, uint32_t column, const char *text)
{
    if (text)
        kp_put_text(
            sheet, row, column,
            (kp_style){.role = KP_ROLE_BODY, .format = KP_FORMAT_TEXT, .align = KP_ALIGN_LEFT, .wrap = true},
            text);
    else
        kp_marks_put_input(sheet, row, column, NULL);
}

/* ---- findings ---- */

enum { F_ID, F_KIND, F_TEXT, F_UNIT, F_QUESTIONS, F_FINDING, F_ITEM, F_MARKER, F_LAST = F_FINDING };
enum { NEW_FINDINGS = 60, SUMMARY_NAMES = 5 };

static const char *question_ids(const kp_fm *fm, const kp_finding *finding)
{
    const char *list = "";

    for (uint32_t i = 0; i < finding->question_count; i++)
        list = kp_arena_printf(fm->arena, "%s%s%s", list, i ? ", " : "", finding->questions[i]->text);
    return list;
}

static void put_finding(const kp_fm *fm, uint32_t row, const kp_node *node, const kp_finding *finding,
                        uint32_t number)
{
    kp_sheet *sheet = fm->findings;

    put_key(sheet, row, F_ID, node ? node->id : NULL);
    put_key(sheet, row, F_KIND, finding ? kp_label(kinds[finding->kind], fm->lang) : NULL);
    kp_marks_put_input(sheet, row, F_TEXT, finding ? kp_fm_text(fm, &finding->text) : NULL);
    kp_marks_put_input(sheet, row, F_UNIT, finding ? finding->unit : NULL);
    kp_marks_put_input(sheet, row, F_QUESTIONS, finding ? question_ids(fm, finding) : NULL);
    kp_marks_put_input(sheet, row, F_FINDING, finding ? finding->id : NULL);
    if (finding && node)
        kp_put_text(sheet, row, F_ITEM, kp_look_id(KP_ROLE_PLAIN),
                    kp_form_finding_item(fm->arena, node->id, finding->kind, number));
}

static uint32_t put_all_findings(const kp_fm *fm, uint32_t row)
{
    for (uint32_t i = 0; i < fm->rubric->node_count; i++) {
        const kp_findings *found = fm->e->found[i];
        for (int kind = 0; found && kind < KP_FINDING_KIND__COUNT; kind++)
            for (uint32_t k = 0; k < found->count[kind]; k++)
                put_finding(fm, row++, fm->rubric->nodes[i], &found->items[kind][k], k + 1);
    }
    for (uint32_t i = 0; i < NEW_FINDINGS; i++)
        put_finding(fm, row++, NULL, NULL, 0);
    return row;
}

static uint32_t put_summaries(const kp_fm *fm, uint32_t row)
{
    for (uint32_t i = 0; i < fm->rubric->node_count; i++) {
        const kp_node *node = fm->rubric->nodes[i];
        const kp_findings *found = fm->e->found[i];
        if (node->level != 1 && !(found && found->summary.count))
            continue;
        put_key(fm->findings, row, F_ID, node->id);
        kp_put_text(fm->findings, row, F_KIND, kp_look_wrapped(KP_ROLE_BODY),
                    node->parent ? kp_fm_title(fm, node) : KP_FM_L(fm, TOTAL));
        kp_put_wide_text(fm->findings, row, F_TEXT, F_LAST, (kp_style){.role = KP_ROLE_INPUT, .wrap = true},
                         "");
        kp_marks_put_input(fm->findings, row, F_TEXT, found ? kp_fm_text(fm, &found->summary) : NULL);
        row++;
    }
    return row;
}

/* Titles and heads stay with the first row below them. */
static void break_findings(const kp_fm *fm, uint32_t summaries_end, uint32_t names, uint32_t end)
{
    bool *with_next = KP_NEW_ARRAY(fm->arena, end, bool);

    for (uint32_t row = 0; row <= names; row++)
        with_next[row] = row <= SUMMARY_NAMES || row > summaries_end;
    kp_break_before_blanks(fm->findings, with_next, end - NEW_FINDINGS, end);
}

void kp_fm_write_findings(const kp_fm *fm)
{
    kp_sheet *sheet = fm->findings;
    const char *const heads[] = {KP_FM_L(fm, NUMBER),
                                 KP_FM_L(fm, KIND),
                                 KP_FM_L(fm, FORM_FINDING),
                                 KP_FM_L(fm, FORM_UNIT),
                                 KP_FM_L(fm, FORM_QUESTIONS),
                                 KP_FM_L(fm, ITEM),
                                 NULL};
    const uint8_t wide[] = {[F_ID] = 9,         [F_KIND] = 28,   [F_TEXT] = 60, [F_UNIT] = 20,
                            [F_QUESTIONS] = 14, [F_FINDING] = 9, [F_ITEM] = 9};
    uint32_t row, names, end;

    kp_fm_begin_sheet(fm, sheet, KP_FM_L(fm, SHEET_FINDINGS), F_LAST);
    kp_put_section(sheet, SUMMARY_NAMES - 1, F_LAST, KP_FM_L(fm, FORM_SUMMARIES));
    kp_marks_layout(sheet, 0, SUMMARY_NAMES - 1, F_MARKER);
    kp_marks_name(sheet, SUMMARY_NAMES, F_ID, KP_FORM_ID, 0);
    kp_marks_name(sheet, SUMMARY_NAMES, F_TEXT, KP_FORM_SUMMARY, 0);
    kp_marks_begin(sheet, SUMMARY_NAMES, F_MARKER, KP_FORM_SUMMARIES);
    row = put_summaries(fm, SUMMARY_NAMES + 1);
    kp_marks_layout(sheet, row, row + 3, F_MARKER);
    kp_put_section(sheet, row + 1, F_LAST, KP_FM_L(fm, SHEET_FINDINGS));
    kp_put_sentence(sheet, row + 2, F_LAST, KP_ROLE_NOTE, KP_FM_L(fm, FORM_FINDINGS_HOW));
    kp_put_heads(sheet, row + 3, 0, heads);
    names = row + 4;
    kp_marks_name(sheet, names, F_ID, KP_FORM_ID, 0);
    kp_marks_name(sheet, names, F_KIND, KP_FORM_KIND, 0);
    kp_marks_name(sheet, names, F_TEXT, KP_FORM_TEXT, 0);
    kp_marks_name(sheet, names, F_UNIT, KP_FORM_UNIT, 0);
    kp_marks_name(sheet, names, F_QUESTIONS, KP_FORM_QUESTIONS, 0);
    kp_marks_name(sheet, names, F_FINDING, KP_FORM_FINDING, 0);
    kp_marks_name(sheet, names, F_ITEM, KP_FORM_ITEM, 0);
    kp_marks_begin(sheet, names, F_MARKER, KP_FORM_FINDINGS);
    end = put_all_findings(fm, names + 1);
    kp_fm_add_ids(fm, sheet, end - NEW_FINDINGS, end - 1, F_ID);
    kp_fm_add_words(fm, sheet, end - NEW_FINDINGS, end - 1, F_KIND, KP_FM_KINDS);
    for (uint32_t column = 0; column < sizeof(wide) / sizeof(wide[0]); column++)
        kp_set_width(sheet, column, wide[column]);
    kp_hide_column(sheet, F_ITEM);
    kp_repeat_rows(sheet, names - 1, names - 1);
    kp_allow_new_rows(sheet);
    kp_set_landscape(sheet);
    kp_print_to(sheet, F_LAST);
    kp_fit(sheet, 3, 60);
    break_findings(fm, row, names, end);
}

/* ---- evidence ---- */

enum { E_ID, E_TITLE, E_TYPE, E_TEXT, E_REF, E_ITEM, E_MARKER, E_LAST = E_REF };
enum { NEW_EVIDENCE = 60, EVIDENCE_HEADS = 4, EVIDENCE_NAMES };

static void put_evidence(const kp_fm *fm, uint32_t row, const kp_node *node, const kp_evidence *evidence,
                         uint32_t number)
{
    kp_sheet *sheet = fm->evidence;

    put_key(sheet, row, E_ID, node ? node->id : NULL);
    kp_put_text(sheet, row, E_TITLE, kp_look_wrapped(KP_ROLE_BODY),
                !node          ? ""
                : node->parent ? kp_fm_title(fm, node)
                               : KP_FM_L(fm, TOTAL));
    kp_marks_put_input(sheet, row, E_TYPE, evidence ? kp_words_evidence(evidence->type, fm->lang) : NULL);
    kp_marks_put_input(sheet, row, E_TEXT, evidence ? kp_fm_text(fm, &evidence->text) : NULL);
    kp_marks_put_input(sheet, row, E_REF, evidence ? evidence->ref : NULL);
    if (evidence && node)
        kp_put_text(sheet, row, E_ITEM, kp_look_id(KP_ROLE_PLAIN),
                    kp_form_evidence_item(fm->arena, node->id, number));
}

/* Of each question all but the first, which stands beside it; of a total without a row all. */
static uint32_t put_all_evidence(const kp_fm *fm, uint32_t row)
{
    for (uint32_t i = 0; i < fm->rubric->node_count; i++) {
        const kp_answer *answer = fm->e->by_node[i];
        for (uint32_t k = fm->page_of[i] ? 1 : 0; answer && k < answer->evidence_count; k++)
            put_evidence(fm, row++, fm->rubric->nodes[i], &answer->evidence[k], k + 1);
    }
    for (uint32_t i = 0; i < NEW_EVIDENCE; i++)
        put_evidence(fm, row++, NULL, NULL, 0);
    return row;
}

static void break_evidence(const kp_fm *fm, uint32_t end)
{
    bool *with_next = KP_NEW_ARRAY(fm->arena, end, bool);

    for (uint32_t row = 0; row <= EVIDENCE_NAMES; row++)
        with_next[row] = true;
    kp_break_before_blanks(fm->evidence, with_next, end - NEW_EVIDENCE, end);
}

void kp_fm_write_evidence(const kp_fm *fm)
{
    kp_sheet *sheet = fm->evidence;
    const char *const heads[] = {KP_FM_L(fm, NUMBER),
                                 KP_FM_L(fm, QUESTION),
                                 KP_FM_L(fm, KIND),
                                 KP_FM_L(fm, FORM_EVIDENCE_TEXT),
                                 KP_FM_L(fm, FORM_EVIDENCE_REF),
                                 NULL};
    const uint8_t wide[] = {
        [E_ID] = 9, [E_TITLE] = 40, [E_TYPE] = 14, [E_TEXT] = 50, [E_REF] = 24, [E_ITEM] = 9};
    uint32_t end;

    kp_fm_begin_sheet(fm, sheet, KP_FM_L(fm, FORM_SHEET_EVIDENCE), E_LAST);
    kp_put_sentence(sheet, EVIDENCE_HEADS - 1, E_LAST, KP_ROLE_NOTE, KP_FM_L(fm, FORM_EVIDENCE_HOW));
    kp_put_heads(sheet, EVIDENCE_HEADS, 0, heads);
    kp_marks_layout(sheet, 0, EVIDENCE_HEADS, E_MARKER);
    kp_marks_name(sheet, EVIDENCE_NAMES, E_ID, KP_FORM_ID, 0);
    kp_marks_name(sheet, EVIDENCE_NAMES, E_TYPE, KP_FORM_EVIDENCE_TYPE, 0);
    kp_marks_name(sheet, EVIDENCE_NAMES, E_TEXT, KP_FORM_EVIDENCE_TEXT, 0);
    kp_marks_name(sheet, EVIDENCE_NAMES, E_REF, KP_FORM_EVIDENCE_REF, 0);
    kp_marks_name(sheet, EVIDENCE_NAMES, E_ITEM, KP_FORM_ITEM, 0);
    kp_marks_begin(sheet, EVIDENCE_NAMES, E_MARKER, KP_FORM_EVIDENCE);
    end = put_all_evidence(fm, EVIDENCE_NAMES + 1);
    kp_fm_add_ids(fm, sheet, end - NEW_EVIDENCE, end - 1, E_ID);
    kp_fm_add_words(fm, sheet, EVIDENCE_NAMES + 1, end - 1, E_TYPE, KP_FM_EVIDENCE_TYPES);
    for (uint32_t column = 0; column < sizeof(wide) / sizeof(wide[0]); column++)
        kp_set_width(sheet, column, wide[column]);
    kp_hide_column(sheet, E_ITEM);
    kp_allow_new_rows(sheet);
    kp_freeze(sheet, EVIDENCE_NAMES + 1, 0);
    kp_repeat_rows(sheet, EVIDENCE_HEADS, EVIDENCE_HEADS);
    kp_set_landscape(sheet);
    kp_print_to(sheet, E_LAST);
    kp_fit(sheet, 3, 60);
    break_evidence(fm, end);
}
