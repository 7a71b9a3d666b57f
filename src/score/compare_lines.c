#include <string.h>

#include "compare_internal.h"

/* Lines: nodes followed through the rounds, in the order in which they are shown. */

typedef struct weaving {
    kp_arena *arena;
    kp_comparison *c;
    const kp_links *links; /* [k]: of the step that ends in round k */
    kp_line **all;         /* as they are found: those of the last round first, in its order */
    uint32_t count;
} weaving;

static const kp_rubric *rubric_of(const weaving *w, uint32_t round)
{
    return w->c->rounds[round].score->rubric;
}

static void put(const weaving *w, kp_line *line, uint32_t round, uint32_t index)
{
    kp_line_round *cell = &line->rounds[round];
    const kp_score *score = w->c->rounds[round].score;

    cell->node = score->rubric->nodes[index];
    cell->result = &score->results[index];
    if (!w->c->of_node[round][index])
        w->c->of_node[round][index] = line;
}

/* Years: link after link, back to where the node began. */
static void follow_back(const weaving *w, kp_line *line, uint32_t round, uint32_t index)
{
    while (index != KP_NO_LINK) {
        put(w, line, round, index);
        index = round ? w->links[round].link[index] : KP_NO_LINK;
        round--;
    }
}

/* The node of column @p column that stands beside node @p index of column @p round: both lead to the same
 * node of the first column or, where that has none, they have the same id in the same rubric. */
static uint32_t beside(const weaving *w, uint32_t column, uint32_t round, uint32_t index, uint32_t first)
{
    const uint32_t *link = w->links[column].link;
    const kp_rubric *own = rubric_of(w, round), *other = rubric_of(w, column);
    const kp_node *same;

    if (first != KP_NO_LINK) {
        for (uint32_t i = 0; i < other->node_count; i++)
            if (link[i] == first)
                return i;
        return KP_NO_LINK;
    }
    same = kp_rubric_find(other, own->nodes[index]->id);
    if (!same || strcmp(own->id, other->id) != 0 || link[same->index] != KP_NO_LINK)
        return KP_NO_LINK;
    return same->index;
}

/* Units: what the first column is compared with, all columns side by side. */
static void put_beside(const weaving *w, kp_line *line, uint32_t round, uint32_t index)
{
    uint32_t first = round ? w->links[round].link[index] : index;

    put(w, line, round, index);
    if (round && first != KP_NO_LINK)
        put(w, line, 0, first);
    for (uint32_t k = 1; k < round; k++) { /* later columns have none, or the node were on their line */
        uint32_t other = beside(w, k, round, index, first);
        if (other != KP_NO_LINK)
            put(w, line, k, other);
    }
}

static void start_line(weaving *w, uint32_t round, uint32_t index)
{
    kp_line *line = KP_NEW(w->arena, kp_line);

    line->rounds = KP_NEW_ARRAY(w->arena, w->c->round_count, kp_line_round);
    line->latest = rubric_of(w, round)->nodes[index];
    line->latest_round = round;
    line->level = line->latest->level;
    if (w->c->several_units)
        put_beside(w, line, round, index);
    else
        follow_back(w, line, round, index);
    w->all[w->count++] = line;
}

static bool is_shown(const weaving *w, const kp_line *line)
{
    for (uint32_t k = 0; k < w->c->round_count; k++)
        if (line->rounds[k].node && !line->rounds[k].result->hidden)
            return true;
    return false;
}

/* The nearest line above that is shown: of the node's parent in its latest round. Such a chain ends: it goes
 * up in one round, or on to a later one. */
static kp_line *line_above(const weaving *w, const kp_line *line)
{
    const kp_node *node = line->latest;
    uint32_t round = line->latest_round;

    while (node->parent) {
        kp_line *above = w->c->of_node[round][node->parent->index];
        if (is_shown(w, above))
            return above;
        node = above->latest;
        round = above->latest_round;
    }
    return NULL;
}

/* Children in the order in which they were found, each with all that is below it before the next one. */
static void put_in_order(weaving *w)
{
    kp_line **first = KP_NEW_ARRAY(w->arena, w->count, kp_line *),
            **last = KP_NEW_ARRAY(w->arena, w->count, kp_line *);
    kp_line **next = KP_NEW_ARRAY(w->arena, w->count, kp_line *), *line;

    for (uint32_t i = 0; i < w->count; i++)
        w->all[i]->index = i;
    for (uint32_t i = 1; i < w->count; i++) {
        kp_line *above = line_above(w, w->all[i]);
        w->all[i]->parent = above;
        if (!is_shown(w, w->all[i]))
            continue;
        if (last[above->index])
            next[last[above->index]->index] = w->all[i];
        else
            first[above->index] = w->all[i];
        last[above->index] = w->all[i];
    }
    w->c->lines = KP_NEW_ARRAY(w->arena, w->count, kp_line *);
    for (line = w->all[0]; line;) {
        w->c->lines[w->c->line_count++] = line;
        if (first[line->index]) {
            line = first[line->index];
            continue;
        }
        while (line && !next[line->index])
            line = line->parent;
        line = line ? next[line->index] : NULL;
    }
    for (uint32_t i = 0; i < w->count; i++)
        w->all[i]->index = UINT32_MAX;
    for (uint32_t i = 0; i < w->c->line_count; i++)
        w->c->lines[i]->index = i;
}

void kp_make_lines(kp_arena *arena, kp_comparison *c, const kp_links *links)
{
    weaving w = {.arena = arena, .c = c, .links = links};
    uint32_t most = 0;

    c->of_node = KP_NEW_ARRAY(arena, c->round_count, kp_line **);
    for (uint32_t k = 0; k < c->round_count; k++) {
        c->of_node[k] = KP_NEW_ARRAY(arena, rubric_of(&w, k)->node_count, kp_line *);
        most += rubric_of(&w, k)->node_count;
    }
    w.all = KP_NEW_ARRAY(arena, most, kp_line *);
    for (uint32_t k = c->round_count; k-- > 0;)
        for (uint32_t i = 0; i < rubric_of(&w, k)->node_count; i++)
            if (!c->of_node[k][i])
                start_line(&w, k, i);
    put_in_order(&w);
}
