#include "overview_internal.h"

#include "kompass/utf8.h"

/* What the figures of the overview say, in words: counted and looked up by formulas, so that the words follow
 * when an answer is changed. Then the evaluators' own words. */

enum { MOST_TIED = 30 }; /* areas among which ties are looked for: a formula has its greatest length */

/* "Above Sverigesnitt, april 2021, in 8 of 8 areas", counted by the workbook itself. */
static uint32_t put_above(const kp_ov *ov, uint32_t row, uint32_t reference)
{
    const char *title =
        kp_utf8_one_line(ov->arena, kp_reference_title(ov->in->references[reference], ov->lang));
    const char *formula, *differences;
    uint32_t above = 0, compared = 0, column = ov->profile.apart[reference];

    for (uint32_t i = 0; i < ov->area_count; i++) {
        const kp_reference_value *value = kp_ov_mean_of(ov, ov->in->references[reference], ov->areas[i]);
        const kp_result *result = kp_ov_result(ov, ov->areas[i]);
        if (!value || !kp_ov_has_points(ov, ov->areas[i]))
            continue;
        compared++;
        above += kp_num_cmp(kp_num_mul(ov->arena, result->fraction, ov->areas[i]->full),
                            kp_num_decimal(ov->arena, value->points.value)) > 0;
    }
    if (!compared)
        return row;
    differences = kp_range_from(ov->arena, ov->summary,
                                (kp_range){ov->summary, ov->profile_row[ov->areas[0]->index], column,
                                           ov->profile_row[ov->areas[ov->area_count - 1]->index], column});
    formula = kp_formula_sentence(
        ov->arena, KP_OV_L(ov, ABOVE_REFERENCE),
        (const char *const[]){kp_formula_text(ov->arena, title),
                              kp_arena_printf(ov->arena, "COUNTIF(%s,\">1E-9\")", differences),
                              kp_arena_printf(ov->arena, "COUNT(%s)", differences)});
    kp_put_text_formula(ov->summary, row, 0, kp_look(KP_ROLE_PLAIN), formula,
                        kp_label_with(ov->arena, KP_L_ABOVE_REFERENCE, ov->lang, title,
                                      kp_ov_count(ov, above), kp_ov_count(ov, compared)));
    return row + 1;
}

/* ---- strongest and weakest ---- */

static const char *key_of(const kp_ov *ov, const kp_ov_ranking *ranking, uint32_t pick, int weakest)
{
    return kp_cell_from(ov->arena, ov->summary, ov->check, ranking->pick_row + pick, ranking->key[weakest]);
}

/* The row that the greatest key leads to: of the profile, or of the score tables. */
static const char *place_of(const kp_ov *ov, const kp_ov_ranking *ranking, uint32_t pick, int weakest)
{
    uint32_t column = ranking->key[weakest];
    const char *place =
        kp_arena_printf(ov->arena, "MATCH(%s,%s,0)", key_of(ov, ranking, pick, weakest),
                        kp_range_from(ov->arena, ov->summary, kp_ov_keys(ov, ranking, column)));

    if (ranking == &ov->area_ranking)
        return place;
    return kp_arena_printf(ov->arena, "INDEX(%s,%s)",
                           kp_range_from(ov->arena, ov->summary, kp_ov_keys(ov, ranking, ov->line_column)),
                           place);
}

static const char *looked_up(const kp_ov *ov, const kp_ov_ranking *ranking, uint32_t profile_column,
                             uint32_t score_column, const char *place)
{
    kp_range from = {ov->scores, ov->line_row, score_column, ov->line_row + ov->line_count - 1, score_column};

    if (ranking == &ov->area_ranking) {
        uint32_t first = ov->profile_row[ov->areas[0]->index];
        from = (kp_range){ov->summary, first, profile_column, first + ov->area_count - 1, profile_column};
    }
    return kp_arena_printf(ov->arena, "INDEX(%s,%s)", kp_range_from(ov->arena, ov->summary, from), place);
}

/* ---- areas that tie with the one that is named ---- */

static const kp_label_id ties[] = {KP_L_AS_STRONG, KP_L_AS_WEAK};

/* Keys of equal percentages differ by the places in the rubric alone, by less than half a billionth. */
static const char *tied_formula(const kp_ov *ov, int weakest)
{
    const kp_ov_ranking *ranking = &ov->area_ranking;
    const char *top = key_of(ov, ranking, 0, weakest), *formula = "";

    for (uint32_t i = 0; i < ov->area_count; i++) {
        const char *key =
            kp_cell_from(ov->arena, ov->summary, ov->check, ranking->first_row + i, ranking->key[weakest]);
        const char *title = kp_cell_name(ov->arena, ov->profile_row[ov->areas[i]->index], KP_OV_S_TITLE);
        formula = kp_arena_printf(
            ov->arena, "%s&IF(AND(%s<%s,%s>%s-5E-10),%s,\"\")", formula, key, top, key, top,
            kp_formula_sentence(ov->arena, kp_label(ties[weakest], ov->lang), (const char *const[]){title}) +
                1);
    }
    return formula;
}

static const char *tied_words(const kp_ov *ov, int weakest)
{
    const kp_node *top = ov->area_ranking.picked[weakest][0];
    const kp_num percent = kp_ov_result(ov, top)->fraction;
    const char *words = "";

    for (uint32_t i = 0; i < ov->area_count; i++) {
        const kp_result *result = kp_ov_result(ov, ov->areas[i]);
        if (ov->areas[i] != top && result->state == KP_SCORED && kp_num_cmp(result->fraction, percent) == 0)
            words = kp_arena_printf(
                ov->arena, "%s%s", words,
                kp_label_with(ov->arena, ties[weakest], ov->lang, kp_ov_title(ov, ov->areas[i])));
    }
    return words;
}

/* What is picked has a title; an area's says which it is, and names those that tie with it. */
static void put_picked_title(const kp_ov *ov, uint32_t row, const kp_ov_ranking *ranking, uint32_t pick,
                             int weakest, const char *found)
{
    static const kp_label_id prefixes[] = {KP_L_STRONGEST_PREFIX, KP_L_WEAKEST_PREFIX};
    const char *title = kp_ov_title(ov, ranking->picked[weakest][pick]);

    if (ranking == &ov->area_ranking) {
        const char *prefix = kp_label(prefixes[weakest], ov->lang);
        found = kp_arena_printf(ov->arena, "%s&%s%s", kp_formula_text(ov->arena, prefix), found,
                                ov->area_count <= MOST_TIED ? tied_formula(ov, weakest) : "");
        title = kp_arena_printf(ov->arena, "%s%s%s", prefix, title,
                                ov->area_count <= MOST_TIED ? tied_words(ov, weakest) : "");
    }
    kp_put_text_formula(
        ov->summary, row, KP_OV_S_TITLE, kp_look_wrapped(KP_ROLE_BODY),
        kp_arena_printf(ov->arena, "=IF(%s=0,\"%s\",%s)", key_of(ov, ranking, pick, weakest), KP_DASH, found),
        title);
}

static void put_pick(const kp_ov *ov, uint32_t row, const kp_ov_ranking *ranking, uint32_t pick, int weakest)
{
    const uint32_t score_columns[] = {0, 1, ov->score_points, ov->score_max, ov->score_percent};
    const char *place = place_of(ov, ranking, pick, weakest), *formula[KP_OV_S__COUNT];
    const char *key = key_of(ov, ranking, pick, weakest);
    const kp_node *node = ranking->picked[weakest][pick];
    const kp_result *result = kp_ov_result(ov, node);

    for (uint32_t i = 0; i < KP_OV_S__COUNT; i++) {
        const char *found = looked_up(ov, ranking, i, score_columns[i], place);
        if (i == KP_OV_S_TITLE)
            put_picked_title(ov, row, ranking, pick, weakest, found);
        formula[i] = kp_arena_printf(ov->arena, "=IF(%s=0,\"%s\",%s)", key, KP_DASH, found);
    }
    kp_put_text_formula(ov->summary, row, KP_OV_S_ID, kp_look_id(KP_ROLE_BODY), formula[KP_OV_S_ID],
                        node->id);
    kp_put_formula(ov->summary, row, KP_OV_S_POINTS,
                   ranking == &ov->area_ranking ? kp_ov_profile_style(ov, KP_ROLE_BODY)
                                                : kp_ov_points_style(ov, KP_ROLE_BODY),
                   formula[KP_OV_S_POINTS], result->points);
    kp_put_formula(ov->summary, row, KP_OV_S_MAX, kp_ov_max_style(ov, KP_ROLE_BODY), formula[KP_OV_S_MAX],
                   result->max);
    kp_put_formula(ov->summary, row, KP_OV_S_PERCENT, kp_ov_percent_style(ov, KP_ROLE_BODY),
                   formula[KP_OV_S_PERCENT], kp_percent_of(ov->arena, result));
}

static uint32_t put_pick_heads(const kp_ov *ov, uint32_t row, kp_label_id label)
{
    const char *const heads[] = {KP_OV_L(ov, ACHIEVED), KP_OV_L(ov, MAX), KP_OV_L(ov, PERCENT)};

    kp_put_text(ov->summary, row, KP_OV_S_ID, kp_look(KP_ROLE_HEAD), KP_OV_L(ov, NUMBER));
    kp_put_text(ov->summary, row, KP_OV_S_TITLE, kp_look(KP_ROLE_HEAD), kp_label(label, ov->lang));
    for (uint32_t i = 0; i < 3; i++)
        kp_put_text(ov->summary, row, KP_OV_S_POINTS + i,
                    (kp_style){.role = KP_ROLE_HEAD, .align = KP_ALIGN_RIGHT, .wrap = true}, heads[i]);
    return row + 1;
}

/* ---- sub-questions ---- */

/* How many more have the percentage of the last one that is named. */
static uint32_t count_tied(const kp_ov *ov, int weakest)
{
    const kp_ov_ranking *ranking = &ov->question_ranking;
    const kp_node *last = ranking->picked[weakest][ranking->picks - 1];
    uint32_t tied = 0;

    for (uint32_t i = 0; i < ov->ranked_count; i++) {
        const kp_result *result = kp_ov_result(ov, ov->ranked[i]);
        bool named = false;
        for (uint32_t pick = 0; pick < ranking->picks; pick++)
            named = named || ranking->picked[weakest][pick] == ov->ranked[i];
        tied += !named && result->state == KP_SCORED &&
                kp_num_cmp(result->fraction, kp_ov_result(ov, last)->fraction) == 0;
    }
    return tied;
}

static const kp_label_id more[] = {KP_L_MORE_STRONG, KP_L_MORE_WEAK};

/* The key of the last that is named: where answers were deleted, there are fewer. */
static const char *last_key(const kp_ov *ov, int weakest)
{
    const char *last = key_of(ov, &ov->question_ranking, 0, weakest);

    for (uint32_t pick = 1; pick < ov->question_ranking.picks; pick++) {
        const char *key = key_of(ov, &ov->question_ranking, pick, weakest);
        last = kp_arena_printf(ov->arena, "IF(%s>0,%s,%s)", key, key, last);
    }
    return last;
}

static const char *more_formula(const kp_ov *ov, int weakest)
{
    const kp_ov_ranking *ranking = &ov->question_ranking;
    const char *last = last_key(ov, weakest);
    const char *keys = kp_range_from(ov->arena, ov->summary, kp_ov_keys(ov, ranking, ranking->key[weakest]));
    const char *count =
        kp_arena_printf(ov->arena, "SUMPRODUCT((%s<%s)*(%s>%s-95E-11))", keys, last, keys, last);

    return kp_arena_printf(
        ov->arena, "IF(%s=0,\"\",%s)", count,
        kp_formula_sentence(ov->arena, kp_label(more[weakest], ov->lang), (const char *const[]){count}) + 1);
}

static const char *more_words(const kp_ov *ov, int weakest)
{
    const uint32_t tied = count_tied(ov, weakest);

    return tied ? kp_label_with(ov->arena, more[weakest], ov->lang, kp_ov_count(ov, tied)) : "";
}

/* Below the tables; where there is nothing to say now, in the row that is left blank anyway. */
static uint32_t put_more(const kp_ov *ov, uint32_t row)
{
    const char *words = kp_arena_printf(ov->arena, "%s%s", more_words(ov, 0), more_words(ov, 1));

    kp_put_wide_text(ov->summary, row, 0, KP_OV_S_PERCENT, kp_look_wrapped(KP_ROLE_NOTE), words);
    kp_put_text_formula(ov->summary, row, 0, kp_look_wrapped(KP_ROLE_NOTE),
                        kp_arena_printf(ov->arena, "=%s&%s", more_formula(ov, 0), more_formula(ov, 1)),
                        words);
    return row + (*words != '\0');
}

static uint32_t put_question_picks(const kp_ov *ov, uint32_t row, kp_label_id label, int weakest)
{
    row = put_pick_heads(ov, row, label);
    for (uint32_t i = 0; i < ov->question_ranking.picks; i++)
        put_pick(ov, row++, &ov->question_ranking, i, weakest);
    return row;
}

static uint32_t put_picks(const kp_ov *ov, uint32_t row)
{
    const kp_ov_ranking *questions = &ov->question_ranking;

    if (ov->area_ranking.picks) {
        row = put_pick_heads(ov, row, KP_L_AREAS);
        put_pick(ov, row++, &ov->area_ranking, 0, 0);
        put_pick(ov, row++, &ov->area_ranking, 0, 1);
    } else if (ov->area_ranking.is_wanted) {
        row = kp_ov_put_wide(ov, row, KP_ROLE_PLAIN, KP_OV_L(ov, AREAS_NOT_RANKED));
    }
    if (!questions->picks && questions->is_wanted)
        row = kp_ov_put_wide(ov, row, KP_ROLE_PLAIN, KP_OV_L(ov, QUESTIONS_NOT_RANKED));
    if (!questions->picks)
        return row;
    row = put_question_picks(ov, row, KP_L_STRONGEST_QUESTIONS, 0);
    return put_more(ov, put_question_picks(ov, row, KP_L_WEAKEST_QUESTIONS, 1));
}

/* ---- the evaluators' own words ---- */

static uint32_t put_good_examples(const kp_ov *ov, uint32_t row)
{
    bool first = true;

    for (uint32_t i = 0; i < ov->rubric->node_count; i++) {
        const kp_answer *answer = ov->evaluation->by_node[i];
        const kp_node *node = ov->rubric->nodes[i];
        if (!answer || !answer->best_practice || ov->score->results[i].hidden)
            continue;
        if (first)
            row = kp_ov_put_section(ov, row + 1, KP_L_GOOD_EXAMPLES);
        first = false;
        if (node->parent)
            kp_put_link(ov->summary, row, KP_OV_S_ID, kp_look_id(KP_ROLE_PLAIN), node->id,
                        kp_link_to(ov->arena, ov->home, ov->home_row[i], 0));
        kp_put_text(ov->summary, row, KP_OV_S_TITLE, kp_look_wrapped(KP_ROLE_PLAIN), kp_ov_title(ov, node));
        if (answer->comment.count)
            kp_put_wide_text(ov->summary, row, KP_OV_S_POINTS, ov->profile.last,
                             kp_look_wrapped(KP_ROLE_PLAIN), kp_ov_text(ov, &answer->comment));
        row++;
    }
    return row;
}

/* Few lines that belong together: below the charts, where the first page has room. */
uint32_t kp_ov_put_short_facts(const kp_ov *ov, uint32_t row)
{
    const kp_evaluation *e = ov->evaluation;

    if (!e->fact_count)
        return row;
    row = kp_ov_put_section(ov, row, KP_L_SHORT_FACTS);
    for (uint32_t i = 0; i < e->fact_count; i++) {
        const char *label = kp_ov_text(ov, &e->facts[i].label);
        row = kp_ov_put_fact(ov, row, label ? label : "", kp_ov_text(ov, &e->facts[i].value));
    }
    return row + 1;
}

void kp_ov_put_story(const kp_ov *ov, uint32_t row)
{
    const char *summary = kp_ov_text(ov, &ov->evaluation->summary);
    uint32_t heading = row, first = row + 1;

    row = first;
    for (uint32_t i = 0; i < ov->in->reference_count; i++)
        row = put_above(ov, row, i);
    row = put_picks(ov, row);
    if (row > first)
        kp_put_section(ov->summary, heading, KP_OV_S_PERCENT, KP_OV_L(ov, IN_BRIEF)); /* as its tables */
    else
        row = heading;
    if (summary) {
        row = kp_ov_put_section(ov, row + (row > first), KP_L_SUMMARY);
        row = kp_ov_put_wide(ov, row, KP_ROLE_PLAIN, summary);
    }
    row = put_good_examples(ov, row);
    kp_put_link(ov->summary, row + 1, 0, kp_look(KP_ROLE_LINK), KP_OV_L(ov, TO_CHECK),
                kp_link_to(ov->arena, ov->check, 0, 0));
}
