#include "kompass/write.h"

#include <string.h>

#include "kompass/compare_words.h"
#include "kompass/json.h"

enum { DIGITS = 15 };

static const char *digits(const kp_comparing *w, kp_num x)
{
    return kp_num_digits(w->arena, x, DIGITS);
}

/* ---- lists by round; json-c's null is NULL ---- */

static void add_number(const kp_comparing *w, struct json_object *list, bool is_given, kp_num number)
{
    kp_json_append(list, is_given ? kp_json_digits(digits(w, number)) : NULL);
}

static void add_text(struct json_object *list, const char *text)
{
    kp_json_append(list, text ? kp_json_string(text) : NULL);
}

static struct json_object *points(const kp_comparing *w, const kp_line *line)
{
    struct json_object *list = kp_json_array();

    for (uint32_t k = 0; k < w->c->round_count; k++) {
        bool has = kp_shows_points(&line->rounds[k]);
        add_number(w, list, has, has ? line->rounds[k].result->points : kp_num_int(0));
    }
    return list;
}

static struct json_object *percent(const kp_comparing *w, const kp_line *line)
{
    struct json_object *list = kp_json_array();

    for (uint32_t k = 0; k < w->c->round_count; k++) {
        bool has = kp_shows_points(&line->rounds[k]);
        add_number(w, list, has, has ? kp_percent_of(w->arena, line->rounds[k].result) : kp_num_int(0));
    }
    return list;
}

static struct json_object *changes(const kp_comparing *w, const kp_line *line)
{
    struct json_object *list = kp_json_array();

    for (uint32_t k = 0; k < w->c->round_count; k++)
        add_number(w, list, line->rounds[k].has_change, line->rounds[k].change);
    return list;
}

/* A pair for each step; of what has nothing below it there is no like for like. */
static struct json_object *like_for_like(const kp_comparing *w, const kp_line *line)
{
    struct json_object *list = kp_json_array();

    for (uint32_t k = 1; k < w->c->round_count; k++) {
        const kp_line_round *cell = &line->rounds[k];
        struct json_object *pair = NULL;
        if (cell->has_like && cell->node->child_count) {
            pair = kp_json_array();
            add_number(w, pair, true, cell->like_from);
            add_number(w, pair, true, cell->like_to);
        }
        kp_json_append(list, pair);
    }
    return list;
}

/* ---- parts ---- */

static struct json_object *rounds(const kp_comparing *w)
{
    struct json_object *list = kp_json_array();

    for (uint32_t k = 0; k < w->c->round_count; k++) {
        const kp_score *score = w->c->rounds[k].score;
        struct json_object *object = kp_json_object();
        kp_json_text(object, "evaluation", score->evaluation->id);
        kp_json_text(object, "unit", score->evaluation->unit.name);
        kp_json_int(object, "year", score->evaluation->year);
        kp_json_text(object, "rubric", score->rubric->id);
        kp_json_text(object, "edition", score->rubric->edition);
        kp_json_append(list, object);
    }
    return list;
}

static struct json_object *coverage(const kp_comparing *w)
{
    struct json_object *list = kp_json_array();

    for (uint32_t k = 1; k < w->c->round_count; k++) {
        const kp_step *step = &w->c->steps[k - 1];
        struct json_object *object = kp_json_object();
        kp_json_int(object, "from", step->from);
        kp_json_int(object, "to", step->to);
        kp_json_number(object, "nodes", digits(w, step->nodes));
        kp_json_number(object, "points_from", digits(w, step->points_from));
        kp_json_number(object, "points_to", digits(w, step->points_to));
        kp_json_append(list, object);
    }
    return list;
}

static struct json_object *total(const kp_comparing *w)
{
    const kp_line *line = w->c->lines[0];
    struct json_object *object = kp_json_object();

    kp_json_put(object, "points", points(w, line));
    kp_json_put(object, "percent", percent(w, line));
    kp_json_put(object, "change", changes(w, line));
    kp_json_put(object, "like_for_like_percent", like_for_like(w, line));
    kp_json_text(object, "caveat", kp_comparison_caveat(w));
    return object;
}

static struct json_object *node(const kp_comparing *w, const kp_line *line)
{
    struct json_object *object = kp_json_object(), *ids = kp_json_array();
    struct json_object *statuses = kp_json_array(), *reasons = kp_json_array();

    for (uint32_t k = 0; k < w->c->round_count; k++) {
        const kp_line_round *cell = &line->rounds[k];
        add_text(ids, cell->node ? cell->node->id : NULL);
        add_text(statuses, k ? kp_compared_name(cell->status) : NULL);
        add_text(reasons, k ? kp_step_reason(w, line, k) : NULL);
    }
    kp_json_text(object, "id", line->latest->id);
    kp_json_put(object, "ids", ids);
    kp_json_text(object, "title", kp_line_title(w, line));
    kp_json_int(object, "level", line->level);
    kp_json_put(object, "points", points(w, line));
    kp_json_put(object, "percent", percent(w, line));
    kp_json_put(object, "change", changes(w, line));
    kp_json_put(object, "status", statuses);
    kp_json_put(object, "reason", reasons);
    kp_json_put(object, "like_for_like_percent", like_for_like(w, line));
    return object;
}

void kp_write_compare_json(kp_arena *arena, const kp_comparison *comparison, const char *lang, kp_buf *out)
{
    const kp_comparing w = {arena, comparison, lang};
    struct json_object *object = kp_json_object(), *nodes = kp_json_array();

    for (uint32_t i = 1; i < comparison->line_count; i++)
        kp_json_append(nodes, node(&w, comparison->lines[i]));
    kp_json_text(object, "kompass", "compare/1");
    kp_json_put(object, "rounds", rounds(&w));
    kp_json_put(object, "coverage", coverage(&w));
    kp_json_put(object, "total", total(&w));
    kp_json_put(object, "nodes", nodes);
    kp_json_finish(object, out);
}
