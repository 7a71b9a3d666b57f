#include "kompass/write.h"

#include "kompass/json.h"

enum { DIGITS = 15 };

static const char *digits(kp_arena *arena, kp_num x)
{
    return kp_num_digits(arena, x, DIGITS);
}

static void put_result(kp_arena *arena, const kp_score *score, const kp_result *r, struct json_object *object)
{
    bool scored = kp_has_score(r), bounds = kp_has_bounds(r);

    kp_json_number(object, "points", scored ? digits(arena, r->points) : NULL);
    kp_json_number(object, "max", digits(arena, r->max));
    kp_json_number(object, "percent", scored ? digits(arena, kp_percent_of(arena, r)) : NULL);
    kp_json_text(object, "state", kp_result_state_name(r->state));
    kp_json_text(object, "points_shown", kp_points_shown(arena, score, r));
    kp_json_text(object, "percent_shown", kp_percent_shown(arena, score, r));
    kp_json_number(object, "low", bounds ? digits(arena, r->low) : NULL);
    kp_json_number(object, "high", bounds ? digits(arena, r->high) : NULL);
    kp_json_int(object, "answered", r->answered);
    kp_json_int(object, "unanswered", r->unanswered);
    kp_json_int(object, "not_applicable", r->not_applicable);
}

/* The children of a node. */
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than the rubric's file, which ends at 64 levels */
static struct json_object *children(kp_arena *arena, const kp_score *score, const kp_node *node,
                                    const char *lang)
{
    struct json_object *list = kp_json_array();

    for (const kp_node *child = node->first_child; child; child = child->next) {
        const kp_result *result = kp_result_of(score, child);
        struct json_object *object;
        if (result->hidden)
            continue;
        object = kp_json_object();
        kp_json_text(object, "id", child->id);
        kp_json_text(object, "title", kp_text_or(&child->title, lang, score->rubric->language, ""));
        put_result(arena, score, result, object);
        kp_json_put(object, "questions", children(arena, score, child, lang));
        kp_json_append(list, object);
    }
    return list;
}

static struct json_object *rubric(const kp_rubric *r)
{
    struct json_object *object = kp_json_object();

    kp_json_text(object, "id", r->id);
    kp_json_text(object, "edition", r->edition);
    kp_json_text(object, "sha256", r->sha256);
    return object;
}

static struct json_object *evaluation(const kp_evaluation *e)
{
    struct json_object *object = kp_json_object();

    kp_json_text(object, "id", e->id);
    kp_json_text(object, "unit", e->unit.name);
    kp_json_int(object, "year", e->year);
    kp_json_text(object, "state", e->state == KP_FINAL ? "final" : "draft");
    kp_json_text(object, "sha256", e->sha256);
    return object;
}

/* ---- how far the evaluators agree ---- */

static struct json_object *agreed(kp_arena *arena, const char *area, const kp_agreed *g)
{
    struct json_object *object = kp_json_object();
    int64_t n = g->n ? g->n : 1;

    if (area)
        kp_json_text(object, "id", area);
    kp_json_int(object, "n", g->n);
    kp_json_int(object, "exact", g->exact);
    kp_json_int(object, "within_one", g->within_one);
    kp_json_number(object, "exact_percent",
                   g->n ? digits(arena, kp_num_fraction(arena, 100 * (int64_t)g->exact, n)) : NULL);
    kp_json_number(object, "within_one_percent",
                   g->n ? digits(arena, kp_num_fraction(arena, 100 * (int64_t)g->within_one, n)) : NULL);
    kp_json_number(object, "alpha", g->has_alpha ? digits(arena, g->alpha) : NULL);
    kp_json_text(object, "scale", g->scale ? g->scale->id : NULL);
    kp_json_int(object, "values", g->values);
    return object;
}

static struct json_object *spread(kp_arena *arena, const kp_spread *s)
{
    struct json_object *object = kp_json_object(), *by = kp_json_object();

    kp_json_text(object, "id", s->node->id);
    kp_json_text(object, "area", kp_area_of(s->node)->id);
    kp_json_text(object, "scale", s->node->scale->id);
    for (uint32_t i = 0; i < s->answer->by_count; i++) {
        const kp_own_value *own = &s->answer->by[i];
        if (own->not_applicable)
            kp_json_text(by, own->evaluator, "n/a");
        else
            kp_json_number(by, own->evaluator, digits(arena, kp_num_decimal(arena, own->value)));
    }
    kp_json_put(object, "by", by);
    kp_json_number(object, "levels", s->compared ? digits(arena, s->levels) : NULL);
    kp_json_number(object, "share", s->compared ? digits(arena, s->share) : NULL);
    return object;
}

static struct json_object *agreement_of(kp_arena *arena, const kp_agreement *g)
{
    struct json_object *object = kp_json_object(), *areas = kp_json_array(), *scales = kp_json_array(),
                       *questions = kp_json_array();

    kp_json_put(object, "total", agreed(arena, NULL, &g->total));
    for (uint32_t i = 0; i < g->area_count; i++)
        kp_json_append(areas, agreed(arena, g->areas[i].area->id, &g->areas[i]));
    for (uint32_t i = 0; i < g->scale_count; i++)
        kp_json_append(scales, agreed(arena, NULL, &g->scales[i]));
    for (uint32_t i = 0; i < g->count; i++)
        kp_json_append(questions, spread(arena, &g->questions[i]));
    kp_json_put(object, "areas", areas);
    kp_json_put(object, "scales", scales);
    kp_json_put(object, "questions", questions);
    return object;
}

void kp_write_score_json(kp_arena *arena, const kp_score *score, const kp_agreement *agreement,
                         const char *lang, kp_buf *out)
{
    struct json_object *object = kp_json_object(), *total = kp_json_object();

    kp_json_text(object, "kompass", "score/1");
    kp_json_int(object, "rule", KP_SCORING_RULE);
    kp_json_put(object, "rubric", rubric(score->rubric));
    kp_json_put(object, "evaluation", evaluation(score->evaluation));
    kp_json_bool(object, "complete", score->complete);
    put_result(arena, score, kp_result_of(score, score->rubric->root), total);
    kp_json_put(object, "total", total);
    kp_json_put(object, "areas", children(arena, score, score->rubric->root, lang));
    if (agreement)
        kp_json_put(object, "agreement", agreement_of(arena, agreement));
    kp_json_finish(object, out);
}
