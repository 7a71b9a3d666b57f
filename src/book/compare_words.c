#include "kompass/compare_words.h"

#include <string.h>

#include "kompass/labels.h"
#include "parts.h"

/* Over the years things change; side by side they differ. */
kp_label_id kp_compare_label(bool several_units, kp_label_id id)
{
    static const struct {
        kp_label_id over_years, side_by_side;
    } words[] = {
        {KP_L_CHANGE, KP_L_DIFFERENCE},
        {KP_L_RISES_AND_FALLS, KP_L_LARGEST_DIFFERENCES},
        {KP_L_LARGEST_RISES, KP_L_HIGHER_THAN},
        {KP_L_LARGEST_FALLS, KP_L_LOWER_THAN},
        {KP_L_RANKING_TABLE, KP_L_DIFFERENCE_TABLE},
        {KP_L_CHANGE_AT_LATER_MAX, KP_L_DIFFERENCE_AT_OTHER_MAX},
        {KP_L_AT_LATER_MAX_WORDS, KP_L_AT_OTHER_MAX_WORDS},
        {KP_L_PERCENT_COMPARES, KP_L_PERCENT_COMPARES_BESIDE},
        {KP_L_MAX_OF_AREAS, KP_L_MAX_OF_AREAS_BESIDE},
        {KP_L_RANKING_WORDS, KP_L_DIFFERENCE_TABLE_WORDS},
        {KP_L_RISE_KEY, KP_L_HIGHER_KEY},
        {KP_L_FALL_KEY, KP_L_LOWER_KEY},
        {KP_L_CHANGE_OF_TOTAL, KP_L_DIFFERENCE_OF_TOTAL},
        {KP_L_CMP_TEXT_CHANGED, KP_L_CMP_OTHER_TEXT},
        {KP_L_CMP_SCALE_CHANGED, KP_L_CMP_OTHER_SCALE},
        {KP_L_CMP_MAX_CHANGED, KP_L_CMP_OTHER_MAX},
        {KP_L_CMP_NEW, KP_L_CMP_ONLY_HERE},
        {KP_L_CMP_REMOVED, KP_L_CMP_NOT_HERE},
        {KP_L_WHY_TITLE, KP_L_WHY_OTHER_TITLE},
        {KP_L_WHY_TITLE_WAS, KP_L_WHY_TITLE_THERE},
        {KP_L_WHY_HELP, KP_L_WHY_OTHER_HELP},
        {KP_L_WHY_LABELS, KP_L_WHY_OTHER_LABELS},
        {KP_L_WHY_NARROWER, KP_L_WHY_ASKS_LESS},
        {KP_L_WHY_WIDER, KP_L_WHY_ASKS_MORE},
        {KP_L_WHY_OVERLAP, KP_L_WHY_ASKS_OTHER},
        {KP_L_CAVEAT_VERSIONS, KP_L_CAVEAT_OTHER_VERSIONS},
        {KP_L_SHORT_VERSIONS, KP_L_SHORT_OTHER_VERSIONS},
        {KP_L_LIKE_WORDS, KP_L_LIKE_WORDS_BESIDE},
        {KP_L_ROUND, KP_L_MUNICIPALITY},
        {KP_L_ROUNDS, KP_L_MUNICIPALITIES},
        {KP_L_FROM_MAX, KP_L_FIRST_MAX},
        {KP_L_TO_MAX, KP_L_OTHER_MAX},
        {KP_L_FROM_POINTS, KP_L_FIRST_POINTS},
        {KP_L_TO_POINTS, KP_L_OTHER_POINTS},
        {KP_L_WORK_WORDS, KP_L_WORK_WORDS_BESIDE},
        {KP_L_MEANS_NARROWER, KP_L_MEANS_LESS},
        {KP_L_MEANS_WIDER, KP_L_MEANS_MORE},
        {KP_L_MEANS_TEXT, KP_L_MEANS_OTHER_TEXT},
        {KP_L_MEANS_NEW, KP_L_MEANS_ONLY_HERE},
        {KP_L_MEANS_REMOVED, KP_L_MEANS_NOT_HERE},
        {KP_L_MEANS_NOT_APPLICABLE, KP_L_MEANS_NOT_FOR_ONE},
        {KP_L_MEANS_NOT_ANSWERED, KP_L_MEANS_NOT_OF_ONE},
        {KP_L_MEANS_NOT_REPORTED, KP_L_MEANS_NOT_REPORTED_OF_ONE},
        {KP_L_NOT_REPORTED_WORDS, KP_L_NOT_REPORTED_WORDS_BESIDE},
        {KP_L_RULE_CHANGE, KP_L_RULE_DIFFERENCE},
        {KP_L_RULE_LIKE, KP_L_RULE_LIKE_BESIDE},
        {KP_L_RULE_SHARE, KP_L_RULE_SHARE_BESIDE},
    };

    for (size_t i = 0; several_units && i < sizeof(words) / sizeof(words[0]); i++)
        if (words[i].over_years == id)
            return words[i].side_by_side;
    return id;
}

static kp_label_id named(const kp_comparing *w, kp_label_id id)
{
    return kp_compare_label(w->c->several_units, id);
}

static const char *say(const kp_comparing *w, kp_label_id id)
{
    return kp_label(named(w, id), w->lang);
}

static const char *spoken(const kp_comparing *w)
{
    return w->lang ? w->lang : "en";
}

#define SAY(w, id, ...) kp_label_with((w)->arena, named(w, KP_L_##id), (w)->lang, __VA_ARGS__)

static const kp_evaluation *evaluation_of(const kp_comparing *w, uint32_t round)
{
    return w->c->rounds[round].score->evaluation;
}

static const kp_rubric *rubric_of(const kp_comparing *w, uint32_t round)
{
    return w->c->rounds[round].score->rubric;
}

/* ---- names ---- */

static const char *plain_name(const kp_comparing *w, uint32_t round, bool with_year)
{
    const kp_evaluation *e = evaluation_of(w, round);

    if (!w->c->several_units)
        return kp_arena_printf(w->arena, "%04d", e->year);
    return with_year ? kp_arena_printf(w->arena, "%s %04d", e->unit.name, e->year) : e->unit.name;
}

const char *kp_round_name(const kp_comparing *w, uint32_t round)
{
    bool years = false, twice = false;
    const char *name;

    for (uint32_t k = 1; k < w->c->round_count; k++)
        years = years || evaluation_of(w, k)->year != evaluation_of(w, 0)->year;
    name = plain_name(w, round, years);
    for (uint32_t k = 0; k < w->c->round_count; k++)
        twice = twice || (k != round && strcmp(plain_name(w, k, years), name) == 0);
    return twice ? kp_arena_printf(w->arena, "%s (%s)", name, evaluation_of(w, round)->id) : name;
}

const char *kp_round_rubric(const kp_comparing *w, uint32_t round)
{
    const kp_rubric *rubric = rubric_of(w, round);
    const char *title = kp_text_or(&rubric->title, w->lang, rubric->language, rubric->id);

    return rubric->edition ? SAY(w, RUBRIC_AND_EDITION, title, rubric->edition) : title;
}

const char *kp_step_name(const kp_comparing *w, const kp_step *step)
{
    return kp_arena_printf(w->arena, w->c->several_units ? "%s \xE2\x80\x93 %s" : "%s\xE2\x80\x93%s",
                           kp_round_name(w, step->from), kp_round_name(w, step->to));
}

const char *kp_line_title(const kp_comparing *w, const kp_line *line)
{
    const kp_rubric *rubric = rubric_of(w, line->latest_round);

    if (!line->latest->parent)
        return say(w, KP_L_TOTAL);
    return kp_text_or(&line->latest->title, w->lang, rubric->language, line->latest->id);
}

const char *kp_status_word(const kp_comparing *w, const kp_line *line, kp_compared status)
{
    static const kp_label_id words[KP_CMP__COUNT] = {
        [KP_CMP_SAME] = KP_L_CMP_SAME,
        [KP_CMP_REWORDED] = KP_L_CMP_REWORDED,
        [KP_CMP_NARROWER] = KP_L_CMP_NARROWER,
        [KP_CMP_WIDER] = KP_L_CMP_WIDER,
        [KP_CMP_OVERLAP] = KP_L_CMP_OVERLAP,
        [KP_CMP_TEXT_CHANGED] = KP_L_CMP_TEXT_CHANGED,
        [KP_CMP_SCALE_CHANGED] = KP_L_CMP_SCALE_CHANGED,
        [KP_CMP_MAX_CHANGED] = KP_L_CMP_MAX_CHANGED,
        [KP_CMP_NEW] = KP_L_CMP_NEW,
        [KP_CMP_REMOVED] = KP_L_CMP_REMOVED,
        [KP_CMP_NOT_APPLICABLE] = KP_L_STATE_NOT_APPLICABLE,
        [KP_CMP_NOT_ANSWERED] = KP_L_STATE_UNANSWERED,
    };

    if (status >= KP_CMP__COUNT)
        return "";
    if (status == KP_CMP_SAME && line->level < 2)
        return say(w, line->level ? KP_L_CMP_SAME_AREA : KP_L_CMP_SAME_TOTAL);
    if (status == KP_CMP_OVERLAP && !line->level)
        return say(w, KP_L_CMP_NOT_COMPARABLE);
    return say(w, words[status]);
}

/* An answer above it hides a node. What does not apply has a status of its own. */
bool kp_is_not_reported(const kp_comparing *w, const kp_line *line, uint32_t round)
{
    const kp_line_round *to = &line->rounds[round],
                        *from = &line->rounds[kp_earlier_round(w->c->several_units, round)];

    return to->status == KP_CMP_NOT_ANSWERED && (from->result->hidden || to->result->hidden);
}

const char *kp_step_word(const kp_comparing *w, const kp_line *line, uint32_t round)
{
    if (kp_is_not_reported(w, line, round))
        return say(w, KP_L_CMP_NOT_REPORTED);
    return kp_status_word(w, line, line->rounds[round].status);
}

const char *kp_not_reported_words(const kp_comparing *w)
{
    for (uint32_t i = 0; i < w->c->line_count; i++)
        for (uint32_t k = 1; k < w->c->round_count && w->c->lines[i]->level == 1; k++)
            if (kp_is_not_reported(w, w->c->lines[i], k))
                return say(w, KP_L_NOT_REPORTED_WORDS);
    return NULL;
}

/* ---- reasons ---- */

/* Parts of a sentence, with "; " between them. */
typedef struct parts {
    const kp_comparing *w;
    const char *text; /* NULL: none yet */
} parts;

static void add(parts *p, const char *part)
{
    p->text = p->text ? kp_arena_printf(p->w->arena, "%s; %s", p->text, part) : part;
}

/* A pair of nodes, and the step that compares them. */
typedef struct pair {
    const kp_comparing *w;
    const kp_line_round *cell; /* of the later round */
    const kp_node *from;       /* NULL: none */
    uint32_t earlier, later;   /* rounds */
} pair;

static bool words_differ(const pair *p, const kp_text *a, const kp_text *b, const char **ret_before)
{
    const char *lang_a = rubric_of(p->w, p->earlier)->language, *lang_b = rubric_of(p->w, p->later)->language;
    const char *before = kp_text_or(a, p->w->lang, lang_a, ""),
               *after = kp_text_or(b, p->w->lang, lang_b, "");

    *ret_before =
        strcmp(before, after) ? before : NULL; /* nothing to quote where only another language changed */
    return *ret_before || strcmp(kp_text_or(a, lang_a, lang_a, ""), kp_text_or(b, lang_b, lang_b, "")) != 0;
}

static void add_words(parts *list, const pair *p)
{
    const kp_node *from = p->from, *to = p->cell->node;
    const char *before;
    bool title = words_differ(p, &from->title, &to->title, &before);
    bool help;

    if (title && before && *before)
        add(list, SAY(p->w, WHY_TITLE_WAS, before));
    else if (title)
        add(list, say(p->w, KP_L_WHY_TITLE));
    help = words_differ(p, &from->help, &to->help, &before);
    if (help)
        add(list, say(p->w, KP_L_WHY_HELP));
    if (!title && !help)
        add(list, say(p->w, KP_L_WHY_LABELS));
}

static const char *scale_words(const pair *p, const kp_scale *scale)
{
    kp_arena *a = p->w->arena;
    const char *ends;

    if (!scale)
        return say(p->w, KP_L_WHY_NO_SCALE);
    ends = kp_arena_printf(a, "%s\xE2\x80\x93%s", kp_words_decimal(a, spoken(p->w), kp_scale_low(scale)),
                           kp_words_decimal(a, spoken(p->w), kp_scale_high(scale)));
    return scale->count ? SAY(p->w, WHY_SCALE_LEVELS, ends, kp_words_count(a, scale->count)) : ends;
}

static const char *max_words(const kp_comparing *w, kp_num max)
{
    unsigned decimals = 0;

    while (decimals < 2 && kp_num_cmp(kp_num_round(w->arena, max, decimals), max) != 0)
        decimals++;
    return kp_words_number(w->arena, spoken(w), max, decimals);
}

const char *kp_max_words(const kp_comparing *w, const kp_line *line, uint32_t earlier, uint32_t later)
{
    return SAY(w, WHY_MAX, max_words(w, line->rounds[earlier].result->max),
               max_words(w, line->rounds[later].result->max));
}

const char *kp_maxima_words(const kp_comparing *w)
{
    const char *list = NULL;

    for (uint32_t i = 1; i <= w->c->line_count; i++) {
        const kp_line *line = w->c->lines[i < w->c->line_count ? i : 0];
        for (uint32_t k = 1; k < w->c->round_count && line->level < 2; k++) {
            const kp_step *step = &w->c->steps[k - 1];
            const char *words;
            if (!kp_max_differs(line, step->from, k))
                continue;
            words = kp_arena_printf(w->arena, "%s %s", line->level ? line->latest->id : say(w, KP_L_TOTAL),
                                    kp_max_words(w, line, step->from, k));
            if (w->c->round_count > 2)
                words = kp_arena_printf(w->arena, "%s (%s)", words, kp_step_name(w, step));
            list = list ? kp_arena_printf(w->arena, "%s; %s", list, words) : words;
        }
    }
    return list ? SAY(w, MAX_OF_AREAS, list) : NULL;
}

static void add_content(parts *list, const pair *p)
{
    if (p->cell->text_changed)
        add_words(list, p);
    if (p->cell->scale_changed)
        add(list, SAY(p->w, WHY_SCALE, scale_words(p, p->from->scale), scale_words(p, p->cell->node->scale)));
    if (p->cell->max_changed)
        add(list, SAY(p->w, WHY_MAX, max_words(p->w, p->from->full), max_words(p->w, p->cell->node->full)));
}

/* Rounds in which a pair has no score to compare, and why. */
static void add_missing(parts *list, const pair *p)
{
    for (int later = 0; later < 2; later++) {
        const kp_score *score = p->w->c->rounds[later ? p->later : p->earlier].score;
        const kp_node *node = later ? p->cell->node : p->from;
        const kp_result *result = kp_result_of(score, node);
        const char *name = kp_round_name(p->w, later ? p->later : p->earlier);
        if (kp_has_score(result) && !result->hidden)
            continue;
        if (result->hidden)
            add(list, SAY(p->w, WHY_AS_A_WHOLE, name));
        else if (result->state == KP_IS_NOT_APPLICABLE || result->state == KP_UNWEIGHTED)
            add(list, SAY(p->w, WHY_NOT_APPLICABLE, name));
        else
            add(list, SAY(p->w, WHY_UNANSWERED, name));
    }
}

static void add_status(parts *list, const pair *p)
{
    switch (p->cell->status) {
    case KP_CMP_NARROWER:
        add(list, say(p->w, KP_L_WHY_NARROWER));
        break;
    case KP_CMP_WIDER:
        add(list, say(p->w, KP_L_WHY_WIDER));
        break;
    case KP_CMP_OVERLAP:
        if (p->from && p->cell->node && !p->from->parent)
            add(list, say(p->w, KP_L_WHY_TOTALS));
        else
            add(list, say(p->w, p->cell->row ? KP_L_WHY_OVERLAP : KP_L_WHY_OVERLAP_BELOW));
        break;
    case KP_CMP_NOT_APPLICABLE:
    case KP_CMP_NOT_ANSWERED:
        add_missing(list, p);
        break;
    default:
        break;
    }
}

/* ---- rows ---- */

static bool is_inverted(const pair *p)
{
    return p->w->c->rounds[p->later].inverted;
}

static const char *row_note(const pair *p, const kp_crosswalk_row *row)
{
    return kp_text_get(&row->note, p->w->lang, p->w->c->rounds[p->later].crosswalk->language);
}

/* "1.2", or "1.2 (note)" */
static const char *with_note(const pair *p, const char *id, const kp_crosswalk_row *row)
{
    const char *note = row_note(p, row);

    return note ? kp_arena_printf(p->w->arena, "%s (%s)", id, note) : id;
}

static void add_other_row(parts *list, const pair *p, const kp_crosswalk_row *row)
{
    const char *earlier = is_inverted(p) ? row->to : row->from, *later = is_inverted(p) ? row->from : row->to;

    if (p->cell->node && strcmp(later, p->cell->node->id) == 0)
        add(list, SAY(p->w, WHY_ALSO_FROM, with_note(p, earlier, row)));
    else
        add(list, SAY(p->w, WHY_ALSO_TO, earlier, with_note(p, later, row)));
}

static void add_rows(parts *list, const pair *p)
{
    const kp_crosswalk_row *row = p->cell->row;

    if (row && !p->cell->node) /* what it became stands on the line of another node */
        add(list, SAY(p->w, WHY_SEE, is_inverted(p) ? row->from : row->to));
    if (row && row_note(p, row))
        add(list, row_note(p, row));
    for (uint32_t i = 0; i < p->cell->other_count; i++)
        add_other_row(list, p, p->cell->others[i]);
}

const char *kp_step_reason(const kp_comparing *w, const kp_line *line, uint32_t round)
{
    const uint32_t earlier = kp_earlier_round(w->c->several_units, round);
    const pair p = {w, &line->rounds[round], line->rounds[earlier].node, earlier, round};
    parts list = {w, NULL};

    if (p.cell->status == KP_CMP_NONE)
        return NULL;
    add_status(&list, &p);
    if (p.from && p.cell->node)
        add_content(&list, &p);
    add_rows(&list, &p);
    return list.text;
}

/* Rounds of the step whose score is one so far. */
static void add_incomplete(parts *list, const pair *p)
{
    for (int later = 0; later < 2; later++) {
        uint32_t round = later ? p->later : p->earlier;
        const kp_node *node = later ? p->cell->node : p->from;
        const kp_result *result = kp_result_of(p->w->c->rounds[round].score, node);
        if (!result->hidden && result->state == KP_INCOMPLETE)
            add(list, SAY(p->w, WHY_INCOMPLETE, kp_round_name(p->w, round)));
    }
}

/* What was not said of the max: under `reduce` it follows what does not apply. */
static void add_max(parts *list, const pair *p, const kp_line *line)
{
    if (!p->cell->max_changed && kp_max_differs(line, p->earlier, p->later))
        add(list, kp_max_words(p->w, line, p->earlier, p->later));
}

const char *kp_step_remark(const kp_comparing *w, const kp_line *line, uint32_t round)
{
    const uint32_t earlier = kp_earlier_round(w->c->several_units, round);
    const pair p = {w, &line->rounds[round], line->rounds[earlier].node, earlier, round};
    parts list = {w, kp_step_reason(w, line, round)};

    add_max(&list, &p, line);
    if (p.from && p.cell->node)
        add_incomplete(&list, &p);
    return list.text;
}

/* ---- caveats ---- */

enum { STEP_CAVEATS = 4 }; /* at most */

static void put(kp_caveats *list, const char *sentence)
{
    list->items[list->count++] = sentence;
}

/* "2019–2021: ...", where there are several steps. */
static const char *of_step(const kp_comparing *w, const kp_step *step, const char *sentence)
{
    if (w->c->round_count < 3)
        return sentence;
    return kp_arena_printf(w->arena, "%s: %s", kp_step_name(w, step), sentence);
}

bool kp_is_abroad(const kp_comparing *w, const kp_step *step)
{
    const char *a = evaluation_of(w, step->from)->unit.country, *b = evaluation_of(w, step->to)->unit.country;

    return a && b && strcmp(a, b) != 0;
}

static void put_countries(const kp_comparing *w, const kp_step *step, kp_caveats *list)
{
    if (kp_is_abroad(w, step))
        put(list, of_step(w, step,
                          SAY(w, CAVEAT_COUNTRIES, evaluation_of(w, step->from)->unit.country,
                              evaluation_of(w, step->to)->unit.country)));
}

kp_caveats kp_step_caveats(const kp_comparing *w, const kp_step *step)
{
    kp_caveats list = {KP_NEW_ARRAY(w->arena, STEP_CAVEATS, const char *), 0};
    const kp_line_round *total = &w->c->lines[0]->rounds[step->to];
    const char *text = NULL;

    put_countries(w, step, &list);
    if (step->crosswalk)
        text = kp_text_get(&step->crosswalk->caveat, w->lang, step->crosswalk->language);
    if (!step->same_rubric && !text)
        text = SAY(w, CAVEAT_EDITIONS, kp_round_rubric(w, step->from), kp_round_rubric(w, step->to));
    if (text)
        put(&list, of_step(w, step, text));
    if (!step->same_rubric && !step->crosswalk)
        put(&list, of_step(w, step, say(w, KP_L_CAVEAT_NO_CROSSWALK)));
    else if (!step->same_rubric && !total->row)
        put(&list, of_step(w, step, say(w, KP_L_CAVEAT_TOTAL_UNMAPPED)));
    if (step->same_rubric && !step->same_version)
        put(&list, of_step(w, step, say(w, KP_L_CAVEAT_VERSIONS)));
    return list;
}

static bool in_percent(const kp_evaluation *e)
{
    for (uint32_t i = 0; i < e->answer_count; i++)
        if (e->answers[i].kind == KP_PERCENT)
            return true;
    return false;
}

/* What there is to keep in mind about a round, by kind; NULL where it does not hold. */
typedef enum round_caveat { A_DRAFT, DERIVED, FROM_PRINTED, UNANSWERED, ROUND_CAVEAT__COUNT } round_caveat;

static const char *round_sentence(const kp_comparing *w, uint32_t round, round_caveat kind)
{
    const kp_evaluation *e = evaluation_of(w, round);
    const kp_result *total = kp_result_of(w->c->rounds[round].score, rubric_of(w, round)->root);
    const char *derived = kp_text_get(&e->derived, w->lang, e->language);

    switch (kind) {
    case A_DRAFT:
        return e->state == KP_DRAFT ? say(w, KP_L_CAVEAT_DRAFT) : NULL;
    case DERIVED:
        return derived ? SAY(w, CAVEAT_DERIVED, derived) : NULL;
    case FROM_PRINTED:
        if (e->precision != KP_PRINTED)
            return NULL;
        return say(w, in_percent(e) ? KP_L_CAVEAT_FROM_PERCENT : KP_L_CAVEAT_FROM_POINTS);
    default:
        return total->unanswered ? SAY(w, CAVEAT_UNANSWERED, kp_words_count(w->arena, total->unanswered))
                                 : NULL;
    }
}

/* What holds of several rounds is said once. */
static void put_rounds(const kp_comparing *w, kp_caveats *list, round_caveat kind)
{
    for (uint32_t k = 0; k < w->c->round_count; k++) {
        const char *sentence = round_sentence(w, k, kind), *names = NULL, *other;
        bool told = false;
        for (uint32_t i = 0; i < w->c->round_count && sentence && !told; i++) {
            other = round_sentence(w, i, kind);
            if (!other || strcmp(other, sentence) != 0)
                continue;
            told = i < k;
            names =
                names ? kp_arena_printf(w->arena, "%s, %s", names, kp_round_name(w, i)) : kp_round_name(w, i);
        }
        if (sentence && !told)
            list->items[list->count++] = kp_arena_printf(w->arena, "%s: %s", names, sentence);
    }
}

kp_caveats kp_round_caveats(const kp_comparing *w)
{
    kp_caveats list = {KP_NEW_ARRAY(w->arena, (size_t)w->c->round_count * ROUND_CAVEAT__COUNT, const char *),
                       0};

    for (int kind = 0; kind < ROUND_CAVEAT__COUNT; kind++)
        put_rounds(w, &list, (round_caveat)kind);
    return list;
}

static const char *joined(kp_arena *arena, const char *text, const kp_caveats *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        text = text ? kp_arena_printf(arena, "%s %s", text, list->items[i]) : list->items[i];
    return text;
}

const char *kp_comparison_caveat(const kp_comparing *w)
{
    kp_caveats derived = {KP_NEW_ARRAY(w->arena, w->c->round_count, const char *), 0};
    const char *text = NULL;

    for (uint32_t k = 1; k < w->c->round_count; k++) {
        const kp_caveats list = kp_step_caveats(w, &w->c->steps[k - 1]);
        text = joined(w->arena, text, &list);
    }
    put_rounds(w, &derived, DERIVED);
    return joined(w->arena, text, &derived);
}
