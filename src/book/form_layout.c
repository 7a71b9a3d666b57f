#include "form_plan.h"

#include <string.h>

/* How the pages are laid out: which columns there are and how wide, which rows, what is printed. */

/* How wide each column is, in forms with scales and in those without; what is written by hand needs room. */
typedef struct wide {
    uint8_t scales, figures;
} wide;

static const wide widths[KP_FM_WHAT__COUNT] = {
    [KP_FM_ID] = {7, 7},
    [KP_FM_TITLE] = {31, 40},
    [KP_FM_HELP] = {25, 30},
    [KP_FM_BOXES] = {25, 25},
    [KP_FM_OWN] = {13, 13},
    [KP_FM_DIFFER] = {7, 7},
    [KP_FM_VALUE] = {13, 13},
    [KP_FM_POINTS_IN] = {8, 8},
    [KP_FM_PERCENT_IN] = {8, 8},
    [KP_FM_NA] = {10, 10},
    [KP_FM_POINTS] = {9, 9},
    [KP_FM_MAX] = {8, 8},
    [KP_FM_LEFT] = {11, 11},
    [KP_FM_BEST] = {9, 9},
    [KP_FM_COMMENT] = {26, 36},
    [KP_FM_NOTE] = {44, 44},
    [KP_FM_EVIDENCE_TYPE] = {12, 12},
    [KP_FM_EVIDENCE_TEXT] = {44, 44},
    [KP_FM_EVIDENCE_REF] = {16, 16},
    [KP_FM_MARKER] = {3, 3},
};

/* In which order they stand; paper ends behind the comment. What is asked by scales needs the room before it
 * for own values. Where points are given, the max has to be there. */
static const uint8_t with_scales[KP_FM_WHAT__COUNT] = {
    KP_FM_ID,     KP_FM_TITLE,         KP_FM_HELP,          KP_FM_BOXES,        KP_FM_OWN,
    KP_FM_DIFFER, KP_FM_VALUE,         KP_FM_POINTS_IN,     KP_FM_PERCENT_IN,   KP_FM_COMMENT,
    KP_FM_NA,     KP_FM_POINTS,        KP_FM_MAX,           KP_FM_LEFT,         KP_FM_BEST,
    KP_FM_NOTE,   KP_FM_EVIDENCE_TYPE, KP_FM_EVIDENCE_TEXT, KP_FM_EVIDENCE_REF, KP_FM_MARKER,
};
static const uint8_t without_scales[KP_FM_WHAT__COUNT] = {
    KP_FM_ID,     KP_FM_TITLE,         KP_FM_HELP,          KP_FM_BOXES,        KP_FM_OWN,
    KP_FM_DIFFER, KP_FM_VALUE,         KP_FM_POINTS_IN,     KP_FM_PERCENT_IN,   KP_FM_NA,
    KP_FM_POINTS, KP_FM_MAX,           KP_FM_LEFT,          KP_FM_BEST,         KP_FM_COMMENT,
    KP_FM_NOTE,   KP_FM_EVIDENCE_TYPE, KP_FM_EVIDENCE_TEXT, KP_FM_EVIDENCE_REF, KP_FM_MARKER,
};

static uint32_t width_of(const kp_fm *fm, int what)
{
    return fm->column[KP_FM_VALUE] != KP_OV_NONE ? widths[what].scales : widths[what].figures;
}

/* ---- columns ---- */

static bool is_figure(const kp_answer *answer)
{
    return answer && (answer->kind == KP_POINTS || answer->kind == KP_PERCENT);
}

bool kp_fm_takes_figure(const kp_fm *fm, const kp_node *node)
{
    return !node->scale && (!node->first_child || is_figure(kp_fm_answer(fm, node)));
}

bool kp_fm_is_headed(const kp_node *node)
{
    return node->level == 1 && node->first_child;
}

static uint32_t count_of(const kp_fm *fm, int what)
{
    return what == KP_FM_OWN ? fm->slots : 1;
}

/* What some nodes have a use for; of what is answered, the others are not there or hidden. */
static void find_used(const kp_fm *fm, uint32_t first, uint32_t end, bool used[KP_FM_WHAT__COUNT])
{
    for (int what = 0; what < KP_FM_WHAT__COUNT; what++)
        used[what] = what < KP_FM_HELP || what > KP_FM_PERCENT_IN;
    for (uint32_t i = first; i < end; i++) {
        const kp_node *node = fm->rubric->nodes[i];
        used[KP_FM_HELP] |= node->help.count && !kp_fm_is_headed(node);
        used[KP_FM_VALUE] |= node->scale != NULL;
        used[KP_FM_PERCENT_IN] |= kp_fm_takes_figure(fm, node);
    }
    used[KP_FM_POINTS_IN] = used[KP_FM_PERCENT_IN];
    used[KP_FM_BOXES] = used[KP_FM_VALUE];
    used[KP_FM_OWN] = used[KP_FM_VALUE] && fm->slots;
    used[KP_FM_DIFFER] = used[KP_FM_VALUE] && fm->slots > 1;
}

static void plan_columns(kp_fm *fm)
{
    bool used[KP_FM_WHAT__COUNT];
    uint32_t next = 0, first = is_figure(kp_fm_answer(fm, fm->rubric->root)) ? 0 : 1;

    find_used(fm, first, fm->rubric->node_count, used);
    for (int i = 0; i < KP_FM_WHAT__COUNT; i++) {
        int what = used[KP_FM_VALUE] ? with_scales[i] : without_scales[i];
        fm->column[what] = used[what] ? next : KP_OV_NONE;
        next += used[what] ? count_of(fm, what) : 0;
    }
}

void kp_fm_set_widths(const kp_fm *fm, const kp_fm_page *page)
{
    for (int what = 0; what < KP_FM_WHAT__COUNT; what++)
        for (uint32_t i = 0; fm->column[what] != KP_OV_NONE && i < count_of(fm, what); i++) {
            kp_set_width(page->sheet, fm->column[what] + i, width_of(fm, what));
            if (!page->used[what])
                kp_hide_column(page->sheet, fm->column[what] + i);
        }
}

/* ---- what an area is about ---- */

/* Characters between the area's number and the end of the printed page. */
static double help_room(const kp_fm *fm, const kp_fm_page *page)
{
    double room = 0;

    for (int what = KP_FM_TITLE; what < KP_FM_MARKER; what++)
        if (fm->column[what] != KP_OV_NONE && page->used[what] &&
            fm->column[what] <= fm->column[KP_FM_COMMENT])
            room += (double)width_of(fm, what) * count_of(fm, what);
    return room;
}

/* The area's help in rows of its own, so that the area's row, which stays in view, is low. Each is a line
 * that runs on over empty cells: merged cells among the rows would keep programs from sorting them. */
static void plan_help(const kp_fm *fm, kp_fm_page *page)
{
    const char *text = page->area && kp_fm_is_headed(page->area)
                           ? kp_text_get(&page->area->help, fm->lang, fm->rubric->language)
                           : NULL;
    double room = help_room(fm, page);

    if (!text)
        return;
    page->help = KP_NEW_ARRAY(fm->arena, strlen(text) + 1, const char *);
    while (*text) {
        size_t length = kp_fit_line(text, KP_ROLE_NOTE, room);
        if (length)
            page->help[page->help_count++] = kp_arena_strndup(fm->arena, text, length);
        text += length;
        text += strspn(text, " \n");
    }
}

/* ---- rows ---- */

static bool areas_are_leaves(const kp_rubric *rubric)
{
    return rubric->node_count == rubric->root->child_count + 1;
}

uint32_t kp_fm_last_row(const kp_fm *fm, const kp_fm_page *page)
{
    return fm->row[page->end - 1] + (fm->page_of[0] == page);
}

static void plan_rows(kp_fm *fm, kp_fm_page *page)
{
    find_used(fm, page->first, page->end, page->used);
    if (fm->page_of[0] == page)
        page->used[KP_FM_POINTS_IN] = page->used[KP_FM_PERCENT_IN] = true;
    page->used[KP_FM_BOXES] |= page->used[KP_FM_PERCENT_IN]; /* what a figure is a part of */
    plan_help(fm, page);
    for (uint32_t k = page->first; k < page->end; k++) {
        fm->page_of[k] = page;
        fm->row[k] = KP_FM_P_FIRST + k - page->first + (k > page->first ? page->help_count : 0);
    }
}

void kp_fm_plan_pages(kp_fm *fm)
{
    const kp_rubric *rubric = fm->rubric;

    plan_columns(fm);
    fm->pages = KP_NEW_ARRAY(fm->arena, rubric->root->child_count, kp_fm_page);
    fm->page_of = KP_NEW_ARRAY(fm->arena, rubric->node_count, const kp_fm_page *);
    fm->row = KP_NEW_ARRAY(fm->arena, rubric->node_count, uint32_t);
    if (areas_are_leaves(rubric))
        fm->pages[fm->page_count++] = (kp_fm_page){.first = 1, .end = rubric->node_count};
    else
        for (const kp_node *area = rubric->root->first_child; area; area = area->next)
            fm->pages[fm->page_count++] =
                (kp_fm_page){.area = area, .first = area->index, .end = area->subtree_end};
    /* A result that only its total is known of: the total has a row like the others. */
    if (is_figure(kp_fm_answer(fm, rubric->root)))
        fm->page_of[0] = &fm->pages[0];
    for (uint32_t i = 0; i < fm->page_count; i++)
        plan_rows(fm, &fm->pages[i]);
    if (fm->page_of[0])
        fm->row[0] = fm->row[fm->pages[0].end - 1] + 1;
}
