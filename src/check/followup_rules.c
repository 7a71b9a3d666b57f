#include <stdlib.h>
#include <string.h>

#include "kompass/file.h"
#include "rules.h"

/* Something with an id, to be found by it. */
typedef struct entry {
    const char *id;
    const void *item;
} entry;

typedef struct directory {
    entry *entries; /* sorted by id */
    size_t count;
    const char **ids; /* likewise, NULL-terminated, for hints */
} directory;

typedef struct checking {
    kp_reader *reader;
    kp_followup *followup;
    directory areas, goals, findings;
} checking;

/* ---- look-up ---- */

static int by_id(const void *a, const void *b)
{
    return strcmp(((const entry *)a)->id, ((const entry *)b)->id);
}

static void add(directory *d, const char *id, const void *item)
{
    if (id)
        d->entries[d->count++] = (entry){id, item};
}

static void sort(kp_arena *arena, directory *d)
{
    if (d->count)
        qsort(d->entries, d->count, sizeof(*d->entries), by_id);
    d->ids = KP_NEW_ARRAY(arena, d->count + 1, const char *);
    for (size_t i = 0; i < d->count; i++)
        d->ids[i] = d->entries[i].id;
}

static const void *find(const directory *d, const char *id)
{
    const entry wanted = {id, NULL};
    const entry *found = d->count ? bsearch(&wanted, d->entries, d->count, sizeof(*d->entries), by_id) : NULL;

    return found ? found->item : NULL;
}

static void index_own(checking *c)
{
    kp_arena *a = c->reader->arena;
    const kp_followup *f = c->followup;

    c->areas.entries = KP_NEW_ARRAY(a, f->area_count, entry);
    for (uint32_t i = 0; i < f->area_count; i++)
        add(&c->areas, f->areas[i].id.text, &f->areas[i]);
    sort(a, &c->areas);
    c->goals.entries = KP_NEW_ARRAY(a, f->goal_count, entry);
    for (uint32_t i = 0; i < f->goal_count; i++)
        add(&c->goals, f->goals[i].id.text, &f->goals[i]);
    sort(a, &c->goals);
}

static void index_findings(checking *c, const kp_evaluation *e)
{
    size_t count = 0;

    for (uint32_t i = 0; i < e->findings_count; i++)
        for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++)
            count += e->findings[i].count[kind];
    c->findings.entries = KP_NEW_ARRAY(c->reader->arena, count, entry);
    for (uint32_t i = 0; i < e->findings_count; i++)
        for (int kind = 0; kind < KP_FINDING_KIND__COUNT; kind++)
            for (uint32_t k = 0; k < e->findings[i].count[kind]; k++)
                add(&c->findings, e->findings[i].items[kind][k].id, &e->findings[i].items[kind][k]);
    sort(c->reader->arena, &c->findings);
}

/* What a reference names; or NULL and a warning, for a report may be an excerpt that does not list it. */
static const void *resolve(const checking *c, const directory *d, const kp_placed *reference, kp_diag_id id)
{
    const char *hint;
    const void *found;

    if (!reference->text)
        return NULL;
    found = find(d, reference->text);
    if (found)
        return found;
    hint = kp_hint(c->reader, reference->text, d->ids);
    if (!*hint && d->count && !kp_sink_is_full(c->reader->sink))
        hint =
            kp_phrase(c->reader->sink, c->reader->arena, KP_P_POSSIBLE_ARE, kp_name_list(c->reader, d->ids));
    kp_report(c->reader->sink, id, kp_reader_place(c->reader, reference->at), reference->text, hint);
    return NULL;
}

/* ---- ids ---- */

static size_t name(kp_named *names, size_t count, const kp_placed *id)
{
    if (id->text)
        names[count++] = (kp_named){id->text, id->at, NULL};
    return count;
}

/* Within each list: what refers to an id says which list it means. */
static void check_ids(const checking *c)
{
    const kp_followup *f = c->followup;
    kp_arena *a = c->reader->arena;
    kp_named *areas = KP_NEW_ARRAY(a, f->area_count, kp_named);
    kp_named *goals = KP_NEW_ARRAY(a, f->goal_count, kp_named);
    kp_named *commitments = KP_NEW_ARRAY(a, f->commitment_count, kp_named);
    size_t count = 0;

    for (uint32_t i = 0; i < f->area_count; i++)
        count = name(areas, count, &f->areas[i].id);
    kp_check_unique(c->reader, areas, count);
    count = 0;
    for (uint32_t i = 0; i < f->goal_count; i++)
        count = name(goals, count, &f->goals[i].id);
    kp_check_unique(c->reader, goals, count);
    count = 0;
    for (uint32_t i = 0; i < f->commitment_count; i++)
        count = name(commitments, count, &f->commitments[i].id);
    kp_check_unique(c->reader, commitments, count);
}

/* ---- goals that serve one another ---- */

static void report_cycle(const checking *c, kp_goal *goal)
{
    size_t count = 2;
    const char **names;

    for (const kp_goal *g = goal->parent; g != goal; g = g->parent)
        count++;
    names = KP_NEW_ARRAY(c->reader->arena, count + 1, const char *);
    names[0] = names[count - 1] = goal->id.text;
    count = 1;
    for (const kp_goal *g = goal->parent; g != goal; g = g->parent)
        names[count++] = g->id.text;
    kp_report(c->reader->sink, KP_D_PARENT_CYCLE, kp_reader_place(c->reader, goal->parent_id.at),
              goal->id.text, kp_name_list(c->reader, names));
    goal->parent = NULL;
}

/* Each goal is walked through once: a walk that meets its own trace has found a circle. */
static void check_parents(const checking *c)
{
    const kp_followup *f = c->followup;
    uint32_t *seen = KP_NEW_ARRAY(c->reader->arena, f->goal_count, uint32_t);

    for (uint32_t i = 0; i < f->goal_count; i++) {
        const kp_goal *g = &f->goals[i];
        while (g && !seen[g - f->goals]) {
            seen[g - f->goals] = i + 1;
            g = g->parent;
        }
        if (g && seen[g - f->goals] == i + 1)
            report_cycle(c, &f->goals[g - f->goals]);
    }
}

/* ---- what is followed up ---- */

/* F2 comes before F10: a run of digits is one number. */
static int compare_naturally(const char *x, const char *y)
{
    static const char digits[] = "0123456789";

    while (*x && *y) {
        const char *a = x + strspn(x, "0"), *b = y + strspn(y, "0");
        size_t n = strspn(a, digits), m = strspn(b, digits);
        const bool numbers = strspn(x, digits) && strspn(y, digits);
        int order = !numbers ? (unsigned char)*x - (unsigned char)*y
                    : n != m ? (n > m) - (n < m)
                             : strncmp(a, b, n);
        if (order)
            return order;
        x = numbers ? a + n : x + 1;
        y = numbers ? b + m : y + 1;
    }
    return (unsigned char)*x - (unsigned char)*y;
}

static int by_nature(const void *x, const void *y)
{
    const char *a = *(const char *const *)x, *b = *(const char *const *)y;
    int order = compare_naturally(a, b);

    return order ? order : strcmp(a, b);
}

/* The items of the evaluation as people count them. */
static const char *items_in_order(const checking *c)
{
    const char **ids = KP_NEW_ARRAY(c->reader->arena, c->findings.count + 1, const char *);

    memcpy(ids, c->findings.ids, c->findings.count * sizeof(*ids));
    qsort(ids, c->findings.count, sizeof(*ids), by_nature);
    return kp_name_list(c->reader, ids);
}

static const char *follows_hint(const checking *c, const char *id)
{
    const kp_checking nodes = {.reader = c->reader, .rubric = c->followup->evaluation->rubric};
    const char *hint;

    if (kp_sink_is_full(c->reader->sink))
        return "";
    if (!id[strspn(id, "0123456789.")])
        return kp_nodes_nearby(&nodes, id);
    hint = kp_hint(c->reader, id, c->findings.ids);
    if (!*hint && c->findings.count)
        hint = kp_phrase(c->reader->sink, c->reader->arena, KP_P_POSSIBLE_ARE, items_in_order(c));
    return hint;
}

static void check_follows(const checking *c, const kp_follows *follows)
{
    const kp_evaluation *e = c->followup->evaluation;

    for (uint32_t i = 0; e && i < follows->count; i++) {
        kp_follow *follow = &follows->items[i];
        const char *id = follow->at->text;
        follow->finding = find(&c->findings, id);
        follow->node = follow->finding ? NULL : kp_rubric_find(e->rubric, id);
        if (follow->finding || (follow->node && follow->node->parent))
            continue;
        follow->node = NULL; /* also the total: it asks nothing that could be answered */
        kp_report(c->reader->sink, KP_D_FOLLOWS_UNKNOWN, kp_reader_place(c->reader, follow->at), id, e->id,
                  follows_hint(c, id));
    }
}

/* Told once: it is one mistake, however much hangs on it. */
static void check_has_evaluation(const checking *c)
{
    const kp_followup *f = c->followup;
    const kp_ynode *first = NULL;

    for (uint32_t i = 0; i < f->goal_count && !first; i++)
        first = f->goals[i].follows.count ? f->goals[i].follows.key : NULL;
    for (uint32_t i = 0; i < f->commitment_count && !first; i++)
        first = f->commitments[i].follows.count ? f->commitments[i].follows.key : NULL;
    if (first && !f->evaluation_id.text)
        kp_report(c->reader->sink, KP_D_FOLLOWS_NOTHING, kp_reader_place(c->reader, first), NULL);
}

/* ---- figures ---- */

static int by_period(kp_period a, kp_period b)
{
    const int32_t x = kp_period_last(a), y = kp_period_last(b);

    if (x != y)
        return x < y ? -1 : 1;
    return (a.month == 0) - (b.month == 0); /* a year comes after its last month */
}

static int figures_by_period(const void *a, const void *b)
{
    return by_period(((const kp_figure *)a)->period, ((const kp_figure *)b)->period);
}

static int aims_by_period(const void *a, const void *b)
{
    return by_period(((const kp_aim *)a)->period, ((const kp_aim *)b)->period);
}

static void check_series(const checking *c, kp_series_of *series)
{
    kp_arena *a = c->reader->arena;

    for (uint32_t i = 0; i < series->count; i++) {
        const kp_figure *figure = &series->figures[i];
        if (figure->measured_at && kp_period_first(figure->measured) > kp_period_last(figure->period))
            kp_report(c->reader->sink, KP_D_MEASURED_LATER, kp_reader_place(c->reader, figure->measured_at),
                      kp_period_text(a, figure->measured), kp_period_text(a, figure->period));
    }
    if (series->count)
        qsort(series->figures, series->count, sizeof(*series->figures), figures_by_period);
}

static void check_indicator(const checking *c, kp_indicator *indicator)
{
    check_series(c, &indicator->series);
    for (uint32_t i = 0; i < indicator->compare_count; i++)
        check_series(c, &indicator->compare[i].series);
    for (uint32_t i = 0; i < indicator->breakdown_count; i++)
        check_series(c, &indicator->breakdown[i].series);
    if (indicator->target.count)
        qsort(indicator->target.items, indicator->target.count, sizeof(kp_aim), aims_by_period);
    if (indicator->final_target.count)
        qsort(indicator->final_target.items, indicator->final_target.count, sizeof(kp_aim), aims_by_period);
}

static void check_counts(const checking *c, kp_reported_what what)
{
    const kp_reported *reported = &c->followup->reported[what];

    for (int i = 0; i < KP_REPORTED_NUMBERS; i++) {
        const kp_maybe_decimal *count = &reported->count[i];
        if (count->given && (count->value.decimals || count->value.digits < 0))
            kp_report(c->reader->sink, KP_D_OUT_OF_RANGE, kp_reader_place(c->reader, count->at),
                      i == KP_REPORTED_TOTAL ? "total" : kp_word_for(kp_reported_words(what), i),
                      kp_phrase(c->reader->sink, c->reader->arena, KP_P_WHOLE_ZERO_OR_MORE, NULL),
                      count->at->text);
    }
}

static void check_progress(const checking *c, const kp_commitment *commitment)
{
    const kp_maybe_decimal *progress = &commitment->progress;
    kp_num number;

    if (!progress->given)
        return;
    number = kp_num_decimal(c->reader->arena, progress->value);
    if (kp_num_sign(number) < 0 || kp_num_cmp(number, kp_num_int(100)) > 0)
        kp_report(c->reader->sink, KP_D_OUT_OF_RANGE, kp_reader_place(c->reader, progress->at), "progress",
                  kp_phrase(c->reader->sink, c->reader->arena, KP_P_FROM_0_TO_100, NULL), progress->at->text);
}

/* ---- the follow-up ---- */

static void check_goal(const checking *c, kp_goal *goal)
{
    goal->area = resolve(c, &c->areas, &goal->area_id, KP_D_FOLLOWUP_AREA);
    goal->parent = resolve(c, &c->goals, &goal->parent_id, KP_D_FOLLOWUP_GOAL);
    check_follows(c, &goal->follows);
    for (uint32_t i = 0; i < goal->indicator_count; i++)
        check_indicator(c, &goal->indicators[i]);
}

static void check_commitment(const checking *c, kp_commitment *commitment)
{
    commitment->goal = resolve(c, &c->goals, &commitment->goal_id, KP_D_FOLLOWUP_GOAL);
    commitment->area = resolve(c, &c->areas, &commitment->area_id, KP_D_FOLLOWUP_AREA);
    check_follows(c, &commitment->follows);
    check_progress(c, commitment);
}

void kp_check_followup(kp_reader *reader, kp_followup *followup, const kp_evaluation *evaluation)
{
    checking c = {.reader = reader, .followup = followup};

    followup->evaluation = evaluation;
    kp_check_file_id(reader, followup->id, followup->id_at);
    kp_check_country(reader, followup->unit.country, followup->unit.country_at);
    check_ids(&c);
    index_own(&c);
    if (evaluation)
        index_findings(&c, evaluation);
    check_has_evaluation(&c);
    for (int i = 0; i < KP_REPORTED__COUNT; i++)
        check_counts(&c, (kp_reported_what)i);
    for (uint32_t i = 0; i < followup->goal_count; i++)
        check_goal(&c, &followup->goals[i]);
    check_parents(&c);
    for (uint32_t i = 0; i < followup->commitment_count; i++)
        check_commitment(&c, &followup->commitments[i]);
}
