#include "form_plan.h"

#include "kompass/utf8.h"

/* The first sheet: whose form it is and how to use it, the municipality, the evaluators, the running points.
 */

enum { LABEL, VALUE, POINTS, MAX, PERCENT, LEFT, KEY, MARKER, LAST = LEFT };

/* Together what A4 takes upright in letters that can be read; titles of areas have the first two. */
static const uint8_t widths[] = {
    [LABEL] = 24, [VALUE] = 42, [POINTS] = 15, [MAX] = 12, [PERCENT] = 10, [LEFT] = 17, [KEY] = 8};

/* In this order; those behind it are of action plans. */
enum { ABOUTS = KP_FORM_ABOUT_NOTE + 1 };

static const char *about_text(const kp_fm *fm, kp_form_about about)
{
    const kp_evaluation *e = fm->e;

    switch (about) {
    case KP_FORM_ABOUT_UNIT_NAME:
        return e->unit.name;
    case KP_FORM_ABOUT_UNIT_CODE:
        return e->unit.code;
    case KP_FORM_ABOUT_UNIT_COUNTRY:
        return e->unit.country;
    case KP_FORM_ABOUT_UNIT_GROUP:
        return e->unit.group;
    case KP_FORM_ABOUT_YEAR:
        return e->year ? kp_arena_printf(fm->arena, "%04d", e->year) : fm->in->year;
    case KP_FORM_ABOUT_VISITED:
        return e->visited;
    case KP_FORM_ABOUT_DATE:
        return e->date;
    case KP_FORM_ABOUT_STATE:
        return fm->in->evaluation && e->state == KP_FINAL ? KP_FM_L(fm, STATE_FINAL)
                                                          : KP_FM_L(fm, STATE_DRAFT);
    case KP_FORM_ABOUT_INTERVIEWED:
        return kp_fm_text(fm, &e->interviewed);
    case KP_FORM_ABOUT_SUMMARY:
        return kp_fm_text(fm, &e->summary);
    case KP_FORM_ABOUT_NOTE:
        return kp_fm_text(fm, &e->note);
    case KP_FORM_ABOUT_AS_OF:
    case KP_FORM_ABOUT_ORGANISATION:
    case KP_FORM_ABOUT__COUNT:
    default:
        return NULL;
    }
}

/* ---- rows, in this order ---- */

enum {
    RUNNING_HEADING = 4, /* behind title, subtitle, whom it is for, a blank row */
    RUNNING_HEADS,
    RUNNING_FIRST
};

static uint32_t about_names(const kp_fm *fm)
{
    return RUNNING_FIRST + fm->rubric->root->child_count + 3; /* total, blank row, heading */
}

static uint32_t evaluators_names(const kp_fm *fm)
{
    return about_names(fm) + ABOUTS + 4; /* names, blank row, heading, heads */
}

void kp_fm_plan_start(kp_fm *fm)
{
    fm->running_row = RUNNING_FIRST;
    fm->evaluators_row = evaluators_names(fm) + 1;
}

/* ---- the running points ---- */

static void put_running(const kp_fm *fm, uint32_t row, const kp_node *node, kp_role role)
{
    const kp_ov *ov = &fm->ov;
    const kp_fm_page *page = fm->page_of[node->index];

    kp_put_wide_text(fm->start, row, LABEL, VALUE, kp_look(role), KP_FM_L(fm, TOTAL));
    if (node->parent)
        kp_put_link(fm->start, row, LABEL, kp_look_id(role),
                    kp_arena_printf(fm->arena, "%s %s", kp_utf8_one_line(fm->arena, node->id),
                                    kp_utf8_one_line(fm->arena, kp_fm_title(fm, node))),
                    kp_link_to(fm->arena, page->sheet, fm->row[node->index], 0));
    kp_ov_put_points(ov, fm->start, row, POINTS, node, kp_fm_points_style(fm, role, ov->max_decimals));
    kp_ov_put_max(ov, fm->start, row, MAX, node, kp_ov_max_style(ov, role));
    kp_ov_put_percent(ov, fm->start, row, PERCENT, node, kp_ov_percent_style(ov, role));
    kp_put_formula(fm->start, row, LEFT, kp_look_number(role, KP_FORMAT_GENERAL, 0),
                   kp_arena_printf(fm->arena, "=%s", kp_ov_ref(ov, fm->start, node, KP_OV_UNANSWERED)),
                   kp_num_int(kp_ov_result(ov, node)->unanswered));
}

static void put_all_running(const kp_fm *fm)
{
    uint32_t row = RUNNING_FIRST;

    kp_put_section(fm->start, RUNNING_HEADING, LAST, KP_FM_L(fm, FORM_RUNNING));
    kp_put_wide_text(fm->start, RUNNING_HEADS, LABEL, VALUE, kp_look(KP_ROLE_HEAD), KP_FM_L(fm, AREA));
    kp_put_text(fm->start, RUNNING_HEADS, POINTS, kp_look_number(KP_ROLE_HEAD, KP_FORMAT_GENERAL, 0),
                KP_FM_L(fm, POINTS));
    kp_put_text(fm->start, RUNNING_HEADS, MAX, kp_look_number(KP_ROLE_HEAD, KP_FORMAT_GENERAL, 0),
                KP_FM_L(fm, FORM_MAX));
    kp_put_text(fm->start, RUNNING_HEADS, PERCENT, kp_look_number(KP_ROLE_HEAD, KP_FORMAT_GENERAL, 0),
                KP_FM_L(fm, PERCENT));
    kp_put_text(fm->start, RUNNING_HEADS, LEFT, kp_look_number(KP_ROLE_HEAD, KP_FORMAT_GENERAL, 0),
                KP_FM_L(fm, FORM_LEFT));
    for (const kp_node *area = fm->rubric->root->first_child; area; area = area->next)
        put_running(fm, row++, area, KP_ROLE_BODY);
    put_running(fm, row, fm->rubric->root, KP_ROLE_TOTAL);
}

/* ---- the municipality, the evaluators ---- */

static void put_about(const kp_fm *fm)
{
    uint32_t names = about_names(fm), row = names + 1;

    kp_put_section(fm->start, names - 1, LAST, KP_FM_L(fm, FORM_ABOUT));
    kp_marks_name(fm->start, names, KEY, KP_FORM_KEY, 0);
    kp_marks_name(fm->start, names, VALUE, KP_FORM_VALUE, 0);
    kp_marks_begin(fm->start, names, MARKER, KP_FORM_ABOUT);
    for (int i = 0; i < ABOUTS; i++, row++) {
        kp_form_about about = (kp_form_about)i;
        kp_put_text(fm->start, row, LABEL, kp_look_wrapped(KP_ROLE_BODY),
                    kp_label(kp_form_about_label(about), fm->lang));
        kp_marks_put_wide_input(fm->start, row, VALUE, LAST, about_text(fm, about));
        kp_put_text(fm->start, row, KEY, kp_look_id(KP_ROLE_PLAIN), kp_form_about_name(about));
        if (about == KP_FORM_ABOUT_STATE)
            kp_fm_add_words(fm, fm->start, row, row, VALUE, KP_FM_STATES);
    }
}

static void put_evaluators(const kp_fm *fm)
{
    uint32_t names = evaluators_names(fm);
    const kp_style head = kp_look_wrapped(KP_ROLE_HEAD);

    kp_put_section(fm->start, names - 2, LAST, KP_FM_L(fm, EVALUATORS));
    kp_put_text(fm->start, names - 1, LABEL, head, "");
    kp_put_text(fm->start, names - 1, VALUE, head, KP_FM_L(fm, FORM_NAME));
    kp_put_text(fm->start, names - 1, POINTS, head, KP_FM_L(fm, FORM_INITIALS));
    kp_put_wide_text(fm->start, names - 1, MAX, LAST, head, KP_FM_L(fm, FORM_ORGANISATION));
    kp_marks_name(fm->start, names, KEY, KP_FORM_SLOT, 0);
    kp_marks_name(fm->start, names, VALUE, KP_FORM_NAME, 0);
    kp_marks_name(fm->start, names, POINTS, KP_FORM_EVALUATOR, 0);
    kp_marks_name(fm->start, names, MAX, KP_FORM_ORGANISATION, 0);
    kp_marks_begin(fm->start, names, MARKER, KP_FORM_EVALUATORS);
    for (uint32_t i = 0; i < fm->slots; i++) {
        uint32_t row = fm->evaluators_row + i;
        kp_put_text(
            fm->start, row, LABEL, kp_look(KP_ROLE_BODY),
            kp_label_with(fm->arena, KP_L_FORM_EVALUATOR, fm->lang, kp_words_count(fm->arena, i + 1)));
        kp_marks_put_input(fm->start, row, VALUE, fm->evaluators[i].name);
        kp_marks_put_input(fm->start, row, POINTS, fm->evaluators[i].id);
        kp_marks_put_wide_input(fm->start, row, MAX, LAST, fm->organisations[i]);
        kp_put_text(fm->start, row, KEY, kp_look_id(KP_ROLE_PLAIN), kp_form_slot_name(fm->arena, i + 1));
    }
}

/* ---- how to use it ---- */

/* Steps of some forms alone. */
enum { ALWAYS, WITH_SCALES, WITHOUT_SCALES, WITH_SEVERAL };

static const struct {
    kp_label_id text;
    uint8_t when;
} steps[] = {
    {KP_L_FORM_HOW_FILL, WITH_SCALES},
    {KP_L_FORM_HOW_FIGURES, WITHOUT_SCALES},
    {KP_L_FORM_HOW_OWN, WITH_SCALES},
    {KP_L_FORM_HOW_DIFFER, WITH_SEVERAL},
    {KP_L_FORM_HOW_EMPTY, ALWAYS},
    {KP_L_FORM_HOW_NA, WITH_SCALES},
    {KP_L_FORM_HOW_NA_COLUMN, WITHOUT_SCALES},
    {KP_L_FORM_HOW_MORE, ALWAYS},
    {KP_L_FORM_HOW_MERGE, WITH_SCALES},
    {KP_L_FORM_HOW_ONE, WITHOUT_SCALES},
    {KP_L_FORM_HOW_SORT, ALWAYS},
    {KP_L_FORM_HOW_PAPER, ALWAYS},
};

static bool is_asked(const kp_fm *fm, uint8_t when)
{
    bool scales = fm->column[KP_FM_OWN] != KP_OV_NONE; /* without them there are no columns for own values */

    switch (when) {
    case WITH_SCALES:
        return scales;
    case WITHOUT_SCALES:
        return !scales;
    case WITH_SEVERAL:
        return fm->column[KP_FM_DIFFER] != KP_OV_NONE;
    case ALWAYS:
    default:
        return true;
    }
}

static uint32_t put_instructions(const kp_fm *fm, uint32_t row)
{
    unsigned number = 0;

    row = kp_put_section(fm->start, row, LAST, KP_FM_L(fm, FORM_HOW));
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
        if (is_asked(fm, steps[i].when))
            row = kp_put_sentence(fm->start, row, LAST, KP_ROLE_PLAIN,
                                  kp_arena_printf(fm->arena, "%u. %s", ++number,
                                                  kp_label_with(fm->arena, steps[i].text, fm->lang,
                                                                KP_FM_L(fm, FORM_SHEET_EVIDENCE),
                                                                KP_FM_L(fm, SHEET_FINDINGS))));
    return row;
}

/* Air between the sections, less than a row: all of it is to fit on one page. */
static void put_air(const kp_fm *fm, uint32_t row)
{
    kp_set_height(fm->start, row, 6);
}

void kp_fm_write_start(const kp_fm *fm)
{
    uint32_t row, about = about_names(fm), evaluators = evaluators_names(fm);

    kp_put_wide_text(fm->start, 0, 0, LAST, kp_look_wrapped(KP_ROLE_TITLE), KP_FM_L(fm, FORM));
    kp_put_wide_text(fm->start, 1, 0, LAST, kp_look_wrapped(KP_ROLE_SUBTITLE), fm->subtitle);
    kp_put_wide_text(fm->start, 2, 0, LAST, kp_look_wrapped(KP_ROLE_CAVEAT), KP_FM_L(fm, FORM_TEAM));
    put_all_running(fm);
    put_about(fm);
    put_evaluators(fm);
    row = put_instructions(fm, fm->evaluators_row + fm->slots + 1);
    put_air(fm, RUNNING_HEADING - 1);
    put_air(fm, about - 2);
    put_air(fm, evaluators - 3);
    put_air(fm, fm->evaluators_row + fm->slots);
    kp_marks_layout(fm->start, 0, about - 1, MARKER);
    kp_marks_layout(fm->start, about + ABOUTS + 1, evaluators - 1, MARKER);
    /* Not the blank row behind the evaluators: who writes one more there is told that it is not read. */
    kp_marks_layout(fm->start, fm->evaluators_row + fm->slots + 1, row, MARKER);
    for (uint32_t column = 0; column <= KEY; column++)
        kp_set_width(fm->start, column, widths[column]);
    kp_hide_column(fm->start, KEY);
    kp_set_footer(fm->start, fm->footer);
    kp_print_to(fm->start, LAST);
    kp_fit(fm->start, 6, 60);
}
