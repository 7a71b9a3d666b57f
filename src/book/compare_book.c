#include "compare_internal.h"

#include <string.h>

/* ---- what all sheets ask ---- */

bool kp_cb_is_deepest(const kp_score *score, const kp_node *node)
{
    const kp_result *result = kp_result_of(score, node);

    return !result->hidden && (!node->child_count || result->itself);
}

bool kp_cb_has_whole(const kp_cb *cb, const kp_line *line)
{
    for (uint32_t k = 1; k < cb->rounds; k++)
        if (!line->rounds[k].has_change)
            return false;
    return true;
}

kp_num kp_cb_whole_change(const kp_cb *cb, const kp_line *line)
{
    return kp_num_sub(cb->arena, line->rounds[cb->rounds - 1].result->points, line->rounds[0].result->points);
}

kp_style kp_cb_points_style(const kp_cb *cb, kp_role role)
{
    return kp_look_number(role, KP_FORMAT_FIXED, cb->points_decimals);
}

kp_style kp_cb_change_style(const kp_cb *cb, kp_role role)
{
    return kp_look_number(role, KP_FORMAT_SIGNED, cb->points_decimals);
}

kp_style kp_cb_max_style(const kp_cb *cb, kp_role role, kp_num max)
{
    unsigned decimals = 0;

    while (decimals < 2 && kp_num_cmp(kp_num_round(cb->arena, max, decimals), max) != 0)
        decimals++;
    return kp_look_number(role, KP_FORMAT_FIXED, decimals);
}

kp_style kp_cb_percent_style(kp_role role)
{
    return kp_look_number(role, KP_FORMAT_PERCENT, 1);
}

const char *kp_cb_change_head(const kp_cb *cb)
{
    return cb->several ? KP_CB_WITH(cb, DIFFERENCE_FROM, kp_round_name(&cb->w, 0)) : KP_CB_L(cb, CHANGE);
}

void kp_cb_put_head(kp_sheet *sheet, uint32_t row, uint32_t column, const char *text)
{
    kp_put_text(sheet, row, column, (kp_style){.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true},
                text);
}

uint32_t kp_cb_begin_sheet(const kp_cb *cb, kp_sheet *sheet, const char *title, uint32_t last_column)
{
    const kp_sheet_head head = {
        .title = title,
        .subtitle = kp_arena_printf(cb->arena, "%s \xC2\xB7 %s", cb->title, cb->subtitle),
        .link_text = KP_CB_L(cb, TO_COMPARISON),
        .link_target = kp_link_to(cb->arena, cb->summary, 0, 0),
        .caveat = cb->caveat_line,
        .footer = cb->footer,
    };

    return kp_put_sheet_head(sheet, &head, last_column);
}

uint32_t kp_cb_put_sentences(const kp_cb *cb, kp_sheet *sheet, uint32_t row, uint32_t last_column,
                             kp_role role, const kp_caveats *list)
{
    (void)cb;
    for (uint32_t i = 0; i < list->count; i++)
        row = kp_put_sentence(sheet, row, last_column, role, list->items[i]);
    return row;
}

/* ---- what the book says of itself ---- */

/* "Exempelstad 2019–2023", "Nacka kommun, Örebro kommun" */
static const char *title_of(const kp_cb *cb)
{
    const kp_evaluation *first = kp_cb_score(cb, 0)->evaluation;
    const kp_evaluation *last = kp_cb_score(cb, cb->rounds - 1)->evaluation;
    const char *list = "";

    if (!cb->several)
        return kp_arena_printf(cb->arena, first->year == last->year ? "%s %04d" : "%s %04d\xE2\x80\x93%04d",
                               last->unit.name, first->year, last->year);
    for (uint32_t k = 0; k < cb->rounds; k++)
        list = kp_arena_printf(cb->arena, "%s%s%s", list, k ? ", " : "", kp_round_name(&cb->w, k));
    return list;
}

/* "Jämförelse över år · Kommunkompassen 2016 (utgåva 2016) → Kommunkompassen 2020 (utgåva 2020)" */
static const char *subtitle_of(const kp_cb *cb)
{
    const char *text = cb->several ? KP_CB_L(cb, SIDE_BY_SIDE) : KP_CB_L(cb, OVER_YEARS);

    for (uint32_t k = 0; k < cb->rounds; k++) {
        const char *rubric = kp_round_rubric(&cb->w, k);
        bool told = false;
        for (uint32_t i = 0; i < k && !told; i++)
            told = strcmp(rubric, kp_round_rubric(&cb->w, i)) == 0;
        if (!told)
            text = kp_arena_printf(cb->arena, "%s%s%s", text, k ? ", " : " \xC2\xB7 ", rubric);
    }
    return text;
}

static void add_short(kp_cb *cb, bool holds, const char *words)
{
    if (holds)
        cb->caveat_line =
            cb->caveat_line ? kp_arena_printf(cb->arena, "%s \xC2\xB7 %s", cb->caveat_line, words) : words;
}

static void find_caveats(kp_cb *cb)
{
    bool abroad = false, editions = false, versions = false, draft = false, open = false, derived = false,
         printed = false;

    for (uint32_t k = 0; k < cb->rounds; k++) {
        const kp_evaluation *e = kp_cb_score(cb, k)->evaluation;
        draft = draft || e->state == KP_DRAFT;
        open = open || kp_cb_score(cb, k)->results[0].unanswered;
        derived = derived || e->derived.count;
        printed = printed || e->precision == KP_PRINTED;
        if (!k)
            continue;
        abroad = abroad || kp_is_abroad(&cb->w, kp_cb_step(cb, k));
        editions = editions || !kp_cb_step(cb, k)->same_rubric;
        versions = versions || (kp_cb_step(cb, k)->same_rubric && !kp_cb_step(cb, k)->same_version);
    }
    add_short(cb, abroad, KP_CB_L(cb, SHORT_COUNTRIES));
    add_short(cb, editions, KP_CB_L(cb, SHORT_EDITIONS));
    add_short(cb, versions, KP_CB_L(cb, SHORT_VERSIONS));
    add_short(cb, draft, KP_CB_L(cb, STATE_DRAFT));
    add_short(cb, open, KP_CB_L(cb, SHORT_INCOMPLETE));
    add_short(cb, derived, KP_CB_L(cb, SHORT_DERIVED));
    add_short(cb, printed, KP_CB_L(cb, SHORT_ROUNDED));
}

static kp_book_info book_info(const kp_cb *cb)
{
    const char *ids = "";

    for (uint32_t k = 0; k < cb->rounds; k++)
        ids = kp_arena_printf(cb->arena, "%s%s%s", ids, k ? ", " : "", kp_cb_score(cb, k)->evaluation->id);
    return (kp_book_info){
        .title = kp_cut_units(
            cb->arena, kp_arena_printf(cb->arena, "%s \xE2\x80\x93 %s", KP_CB_L(cb, COMPARISON), cb->title),
            255),
        .subject = cb->several ? KP_CB_L(cb, SIDE_BY_SIDE) : KP_CB_L(cb, OVER_YEARS),
        .company = cb->several ? NULL : kp_cb_score(cb, cb->rounds - 1)->evaluation->unit.name,
        .keywords = kp_cut_units(cb->arena, ids, 255),
        .comments = KP_CB_WITH(cb, MADE_BY, cb->in->version),
        .lang = cb->lang,
        .created = cb->in->created,
    };
}

/* ---- planning ---- */

/* As few decimals as show every max exactly, two at most. */
static void find_decimals(kp_cb *cb)
{
    for (uint32_t k = 0; k < cb->rounds; k++) {
        const kp_score *score = kp_cb_score(cb, k);
        unsigned points = (unsigned)score->rubric->points_decimals;
        cb->points_decimals = points > cb->points_decimals ? points : cb->points_decimals;
        for (uint32_t i = 0; i < score->rubric->node_count; i++) {
            kp_num max = score->results[i].max;
            while (!score->results[i].hidden && cb->max_decimals < 2 &&
                   kp_num_cmp(kp_num_round(cb->arena, max, cb->max_decimals), max) != 0)
                cb->max_decimals++;
        }
    }
}

static kp_cb begin(kp_arena *arena, const kp_compare_input *input)
{
    kp_cb cb = {.arena = arena,
                .in = input,
                .c = input->comparison,
                .w = {arena, input->comparison, input->lang},
                .lang = input->lang,
                .rounds = input->comparison->round_count,
                .several = input->comparison->several_units};
    const char **sources = KP_NEW_ARRAY(arena, cb.rounds, const char *);

    find_decimals(&cb);
    cb.title = title_of(&cb);
    cb.subtitle = subtitle_of(&cb);
    for (uint32_t k = 0; k < cb.rounds; k++) {
        const kp_evaluation *e = kp_cb_score(&cb, k)->evaluation;
        sources[k] = kp_text_get(&e->source_text, cb.lang, e->language);
    }
    cb.footer = kp_words_footer(arena, cb.lang, cb.title, sources, cb.rounds);
    find_caveats(&cb);
    return cb;
}

static void add_sheets(kp_cb *cb)
{
    cb->summary = kp_book_add_sheet(cb->book, KP_CB_L(cb, COMPARISON));
    cb->questions = kp_book_add_sheet(cb->book, KP_CB_L(cb, SHEET_QUESTIONS));
    if (kp_cb_wants_items(cb))
        cb->items = kp_book_add_sheet(cb->book, KP_CB_L(cb, SHEET_OUTCOME));
    cb->method = kp_book_add_sheet(cb->book, KP_CB_L(cb, SHEET_METHOD));
    cb->check = kp_book_add_sheet(cb->book, KP_CB_L(cb, SHEET_CHECK));
    cb->work = kp_book_add_sheet(cb->book, KP_CB_L(cb, WORK_TABLE));
}

kp_book *kp_compare_book(kp_arena *arena, const kp_compare_input *input)
{
    kp_cb cb = begin(arena, input);

    cb.book = kp_book_new(arena, book_info(&cb));
    add_sheets(&cb);
    /* First which row each line gets; then the formulas, which name these rows. */
    kp_cb_plan_questions(&cb);
    kp_cb_plan_ranking(&cb);
    kp_cb_plan_summary(&cb);
    kp_cb_write_work(&cb);
    kp_cb_write_questions(&cb);
    if (cb.items)
        kp_cb_write_items(&cb);
    kp_cb_write_method(&cb);
    kp_cb_write_check(&cb);
    kp_cb_write_summary(&cb);
    kp_book_finish(cb.book);
    return cb.book;
}
