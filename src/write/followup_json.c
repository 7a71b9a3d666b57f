#include "kompass/json.h"
#include "kompass/write.h"

/* Counts by word, in the order of the format; `not_stated` last but the total. */
static struct json_object *counts(const kp_year_facts *year, kp_reported_what what, bool total)
{
    struct json_object *object = kp_json_object();

    for (const kp_word *w = kp_reported_words(what); w->word; w++)
        kp_json_int(object, w->word, kp_listed(year, what, w->value));
    kp_json_int(object, "not_stated", kp_listed(year, what, 0));
    if (total)
        kp_json_int(object, "total", kp_listed(year, what, KP_REPORTED_TOTAL));
    return object;
}

static struct json_object *reported(const kp_followup *followup)
{
    struct json_object *object = kp_json_object();

    for (int what = 0; what < KP_REPORTED__COUNT; what++) {
        const kp_reported *r = &followup->reported[what];
        struct json_object *group;
        if (!r->key)
            continue;
        group = kp_json_object();
        for (const kp_word *w = kp_reported_words((kp_reported_what)what); w->word; w++)
            if (r->count[w->value].given)
                kp_json_int(group, w->word, r->count[w->value].value.digits);
        if (r->count[KP_REPORTED_TOTAL].given)
            kp_json_int(group, "total", r->count[KP_REPORTED_TOTAL].value.digits);
        kp_json_put(object, kp_reported_name((kp_reported_what)what), group);
    }
    return object;
}

static struct json_object *year_object(const kp_year_facts *year)
{
    struct json_object *object = kp_json_object();
    const kp_followup *f = year->followup;

    kp_json_text(object, "id", f->id);
    kp_json_text(object, "unit", f->unit.name);
    kp_json_int(object, "year", f->year);
    kp_json_text(object, "as_of", f->as_of);
    kp_json_bool(object, "excerpt", f->excerpt);
    kp_json_put(object, "goals", counts(year, KP_REPORTED_GOALS, true));
    kp_json_put(object, "commitments", counts(year, KP_REPORTED_COMMITMENTS, true));
    kp_json_put(object, "areas", counts(year, KP_REPORTED_AREAS, false));
    kp_json_put(object, "reported", reported(f));
    return object;
}

static struct json_object *goal_object(const kp_year_facts *year, const kp_goal_facts *facts)
{
    struct json_object *object = kp_json_object();

    kp_json_int(object, "year", year->followup->year);
    kp_json_text(object, "id", facts->goal->id.text);
    kp_json_text(object, "stated", kp_word_for(kp_goal_assessments, facts->goal->assessment));
    kp_json_text(object, "target_met", kp_target_met_name(facts->met));
    kp_json_text(object, "direction", kp_direction_name(facts->direction));
    kp_json_bool(object, "differs", facts->differs);
    return object;
}

static struct json_object *answer_object(const kp_tracking *t, const kp_answered_by *by)
{
    struct json_object *object = kp_json_object();
    const kp_placed *id = by->goal ? &by->goal->id : &by->commitment->id;

    kp_json_int(object, "year", t->years[by->year].followup->year);
    kp_json_text(object, "kind", by->goal ? "goal" : "commitment");
    kp_json_text(object, "id", id->text);
    return object;
}

static struct json_object *item_object(const kp_tracking *t, const kp_tracked_item *item, const char *lang)
{
    struct json_object *object = kp_json_object(), *answers = kp_json_array();
    const kp_finding *f = item->finding;

    kp_json_text(object, "id", f->id);
    kp_json_text(object, "area", kp_area_of(item->node)->id);
    kp_json_text(object, "kind", f->kind == KP_PARTIAL ? "partial" : "improvements");
    kp_json_text(object, "text", kp_text_get(&f->text, lang, item->evaluation->language));
    for (uint32_t i = 0; i < item->answer_count; i++)
        kp_json_append(answers, answer_object(t, &item->answers[i]));
    kp_json_put(object, "answered_by", answers);
    return object;
}

void kp_write_followup_json(const kp_tracking *t, const char *lang, kp_buf *out)
{
    struct json_object *object = kp_json_object(), *years = kp_json_array(), *goals = kp_json_array(),
                       *findings = kp_json_array();

    for (uint32_t i = 0; i < t->year_count; i++) {
        kp_json_append(years, year_object(&t->years[i]));
        for (uint32_t k = 0; k < t->years[i].followup->goal_count; k++)
            kp_json_append(goals, goal_object(&t->years[i], &t->years[i].goal_facts[k]));
    }
    for (uint32_t i = 0; i < t->item_count; i++)
        kp_json_append(findings, item_object(t, &t->items[i], lang));
    kp_json_text(object, "kompass", "followup/1");
    kp_json_put(object, "years", years);
    kp_json_put(object, "goals", goals);
    kp_json_put(object, "findings", findings);
    kp_json_finish(object, out);
}
