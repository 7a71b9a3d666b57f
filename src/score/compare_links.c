#include "compare_internal.h"

#include <string.h>

/* Which node of the later round grew out of which of the earlier, and whether the two compare. */

/* ---- links ---- */

const kp_node *kp_row_node(const kp_links *links, const kp_crosswalk_row *row, bool later)
{
    /* By id: a crosswalk may have been checked against another copy of the same rubric. */
    const char *id = later != links->inverted ? row->to : row->from;

    return id ? kp_rubric_find(later ? links->to->rubric : links->from->rubric, id) : NULL;
}

static bool *ancestors_of_rows(kp_arena *arena, const kp_links *links, bool later)
{
    const kp_rubric *rubric = later ? links->to->rubric : links->from->rubric;
    bool *above = KP_NEW_ARRAY(arena, rubric->node_count, bool);

    for (uint32_t i = 0; links->crosswalk && i < links->crosswalk->row_count; i++) {
        const kp_node *node = kp_row_node(links, &links->crosswalk->rows[i], later);
        while (node && node->parent && !above[node->parent->index]) {
            node = node->parent;
            above[node->index] = true;
        }
    }
    return above;
}

/* Which rows name which node of one of the two rubrics. */
static kp_rows_of rows_of_nodes(kp_arena *arena, const kp_links *links, bool later)
{
    const kp_rubric *rubric = later ? links->to->rubric : links->from->rubric;
    const uint32_t count = links->crosswalk ? links->crosswalk->row_count : 0;
    kp_rows_of rows = {KP_NEW_ARRAY(arena, rubric->node_count, uint32_t),
                       KP_NEW_ARRAY(arena, count, uint32_t)};

    for (uint32_t i = 0; i < rubric->node_count; i++)
        rows.first[i] = KP_NO_LINK;
    for (uint32_t i = count; i-- > 0;) {
        const kp_node *node = kp_row_node(links, &links->crosswalk->rows[i], later);
        rows.next[i] = node ? rows.first[node->index] : KP_NO_LINK;
        if (node)
            rows.first[node->index] = i;
    }
    return rows;
}

static void link_by_rows(kp_links *links)
{
    for (uint32_t i = 0; links->crosswalk && i < links->crosswalk->row_count; i++) {
        const kp_crosswalk_row *row = &links->crosswalk->rows[i];
        const kp_node *earlier = kp_row_node(links, row, false), *later = kp_row_node(links, row, true);
        if (!earlier || !later)
            continue;
        if (!links->row[later->index]) {
            links->row[later->index] = row;
            links->link[later->index] = earlier->index;
        }
        if (!links->gone_row[earlier->index])
            links->gone_row[earlier->index] = row;
    }
}

/* Versions of one rubric: what no row speaks of keeps its id. */
static void link_by_id(kp_links *links)
{
    const kp_rubric *from = links->from->rubric, *to = links->to->rubric;

    for (uint32_t i = 0; i < to->node_count; i++) {
        const kp_node *earlier = links->row[i] ? NULL : kp_rubric_find(from, to->nodes[i]->id);
        if (earlier && !links->gone_row[earlier->index])
            links->link[i] = earlier->index;
    }
}

kp_links kp_link_rounds(kp_arena *arena, const kp_score *from, const kp_round *to)
{
    const kp_rubric *before = from->rubric, *after = to->score->rubric;
    kp_links links = {.from = from, .to = to->score, .inverted = to->inverted};

    links.same_rubric = strcmp(before->id, after->id) == 0;
    links.same_version = links.same_rubric && strcmp(before->sha256, after->sha256) == 0;
    links.crosswalk = links.same_version ? NULL : to->crosswalk;
    links.link = KP_NEW_ARRAY(arena, after->node_count, uint32_t);
    links.row = KP_NEW_ARRAY(arena, after->node_count, const kp_crosswalk_row *);
    links.gone_row = KP_NEW_ARRAY(arena, before->node_count, const kp_crosswalk_row *);
    for (uint32_t i = 0; i < after->node_count; i++)
        links.link[i] = KP_NO_LINK;
    links.rows_from = rows_of_nodes(arena, &links, false);
    links.rows_to = rows_of_nodes(arena, &links, true);
    link_by_rows(&links);
    if (links.same_rubric)
        link_by_id(&links);
    links.link[0] = 0; /* totals stand side by side, whether they compare or not */
    links.above_row_from = ancestors_of_rows(arena, &links, false);
    links.above_row_to = ancestors_of_rows(arena, &links, true);
    return links;
}

/* ---- content ---- */

static bool same_words(const kp_text *a, const char *lang_a, const kp_text *b, const char *lang_b)
{
    const char *x = kp_text_get(a, lang_a, lang_a), *y = kp_text_get(b, lang_b, lang_b);

    return strcmp(x ? x : "", y ? y : "") == 0;
}

static bool same_labels(const kp_scale *a, const char *lang_a, const kp_scale *b, const char *lang_b)
{
    if (!a || !b || a->count != b->count)
        return true; /* another scale: told as that */
    for (uint32_t i = 0; i < a->count; i++)
        if (!same_words(&a->levels[i].label, lang_a, &b->levels[i].label, lang_b) ||
            !same_words(&a->levels[i].help, lang_a, &b->levels[i].help, lang_b))
            return false;
    return true;
}

static bool same_scale(kp_arena *arena, const kp_scale *a, const kp_scale *b)
{
    if (!a || !b)
        return a == b;
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (kp_num_cmp(kp_num_decimal(arena, a->levels[i].value.value),
                       kp_num_decimal(arena, b->levels[i].value.value)) != 0)
            return false;
    return kp_num_cmp(kp_num_decimal(arena, kp_scale_low(a)), kp_num_decimal(arena, kp_scale_low(b))) == 0 &&
           kp_num_cmp(kp_num_decimal(arena, kp_scale_high(a)), kp_num_decimal(arena, kp_scale_high(b))) == 0;
}

static void compare_content(kp_arena *arena, const kp_links *links, const kp_node *from, kp_line_round *cell)
{
    const char *before = links->from->rubric->language, *after = links->to->rubric->language;
    const kp_node *to = cell->node;

    cell->text_changed = !same_words(&from->title, before, &to->title, after) ||
                         !same_words(&from->help, before, &to->help, after) ||
                         !same_labels(from->scale, before, to->scale, after);
    cell->scale_changed = !same_scale(arena, from->scale, to->scale);
    cell->max_changed = kp_num_cmp(from->full, to->full) != 0;
}

/* ---- what the step says ---- */

static kp_compared relation_of(const kp_links *links, const kp_crosswalk_row *row)
{
    static const kp_compared words[KP_RELATION__COUNT] = {
        [KP_REL_SAME] = KP_CMP_SAME,         [KP_REL_REWORDED] = KP_CMP_REWORDED,
        [KP_REL_NARROWER] = KP_CMP_NARROWER, [KP_REL_WIDER] = KP_CMP_WIDER,
        [KP_REL_OVERLAP] = KP_CMP_OVERLAP,
    };
    kp_compared relation = words[row->relation];

    if (links->inverted && relation == KP_CMP_NARROWER)
        return KP_CMP_WIDER;
    if (links->inverted && relation == KP_CMP_WIDER)
        return KP_CMP_NARROWER;
    return relation;
}

/* The first of two rows of the crosswalk, and the next one of the lists that had it. */
static uint32_t take_first(const kp_rows_of *later, uint32_t *of_later, const kp_rows_of *earlier,
                           uint32_t *of_earlier)
{
    const uint32_t a = *of_later, b = *of_earlier;

    if (a <= b)
        *of_later = later->next[a];
    if (b <= a)
        *of_earlier = earlier->next[b];
    return a < b ? a : b;
}

/* Rows beside the one that counts that name the later node, or the earlier one. */
static void find_others(kp_arena *arena, const kp_links *links, const kp_node *from, kp_line_round *cell)
{
    const kp_rows_of *later = &links->rows_to, *earlier = &links->rows_from;
    const uint32_t first_later = cell->node && cell->row ? later->first[cell->node->index] : KP_NO_LINK;
    const uint32_t first_earlier = from && cell->row ? earlier->first[from->index] : KP_NO_LINK;
    uint32_t count = 0, i, j;

    for (i = first_later, j = first_earlier; i != KP_NO_LINK || j != KP_NO_LINK; count++)
        take_first(later, &i, earlier, &j);
    cell->others = KP_NEW_ARRAY(arena, count, const kp_crosswalk_row *);
    for (i = first_later, j = first_earlier; i != KP_NO_LINK || j != KP_NO_LINK;) {
        const kp_crosswalk_row *row = &links->crosswalk->rows[take_first(later, &i, earlier, &j)];
        if (row != cell->row)
            cell->others[cell->other_count++] = row;
    }
}

/* A line with a node in one of the two rounds only. */
static kp_compared alone(const kp_links *links, const kp_node *from, const kp_line_round *cell)
{
    const bool *above = from ? links->above_row_from : links->above_row_to;

    if (cell->row)
        return relation_of(links, cell->row);
    if (above[from ? from->index : cell->node->index])
        return KP_CMP_OVERLAP;
    return from ? KP_CMP_REMOVED : KP_CMP_NEW;
}

static kp_compared by_content(const kp_line_round *cell)
{
    if (cell->text_changed)
        return KP_CMP_TEXT_CHANGED;
    if (cell->scale_changed)
        return KP_CMP_SCALE_CHANGED;
    return cell->max_changed ? KP_CMP_MAX_CHANGED : KP_CMP_SAME;
}

/* Whether a node has no score because it, or what is above it, does not apply; or only what weighs nothing is
 * left of it. */
static bool does_not_apply(const kp_score *score, const kp_node *node)
{
    while (node->parent && kp_result_of(score, node)->hidden)
        node = node->parent;
    return kp_result_of(score, node)->state == KP_IS_NOT_APPLICABLE ||
           kp_result_of(score, node)->state == KP_UNWEIGHTED;
}

static bool shows_score(const kp_score *score, const kp_node *node)
{
    return !kp_result_of(score, node)->hidden && kp_has_score(kp_result_of(score, node));
}

static void judge_pair(kp_arena *arena, const kp_links *links, const kp_node *from, kp_line_round *cell)
{
    bool in_points, in_percent;

    if (cell->row || links->same_rubric || from->parent) {
        compare_content(arena, links, from, cell);
        cell->status = cell->row ? relation_of(links, cell->row) : by_content(cell);
    } else {
        cell->status = KP_CMP_OVERLAP; /* totals of two rubrics */
    }
    in_points = cell->status == KP_CMP_SAME || cell->status == KP_CMP_REWORDED;
    in_percent = in_points || cell->status == KP_CMP_MAX_CHANGED;
    if (!in_percent)
        return;
    if (does_not_apply(links->from, from) || does_not_apply(links->to, cell->node)) {
        cell->status = KP_CMP_NOT_APPLICABLE;
    } else if (!shows_score(links->from, from) || !shows_score(links->to, cell->node)) {
        cell->status = KP_CMP_NOT_ANSWERED;
    } else {
        cell->has_change = in_points;
        if (in_points)
            cell->change = kp_num_sub(arena, cell->result->points, kp_result_of(links->from, from)->points);
    }
}

void kp_judge(kp_arena *arena, const kp_links *links, const kp_node *from, kp_line_round *cell)
{
    cell->status = KP_CMP_NONE;
    if (cell->node)
        cell->row = links->row[cell->node->index];
    else if (from)
        cell->row = links->gone_row[from->index];
    find_others(arena, links, from, cell);
    if (from && cell->node)
        judge_pair(arena, links, from, cell);
    else if (from || cell->node)
        cell->status = alone(links, from, cell);
}
