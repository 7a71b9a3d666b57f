#include "cli.h"

#include <string.h>

/* Which crosswalk leads from one rubric to another. It is not known by its name, so files are looked into. */

/* What a step needs: a crosswalk from the one rubric to the other. */
typedef struct wanted {
    const char *from, *to;
} wanted;

/* ---- looking for one ---- */

/* What is wrong with it is told when it is used. */
static bool leads(const char *path, const wanted *w)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_sink *unheard = kp_sink_new(KP_EN);
    kp_file *file = KP_NEW(arena, kp_file);
    kp_reader reader = {arena, &file->source, unheard};
    const kp_crosswalk *x = NULL;
    bool does;

    if (kp_file_read(arena, path, unheard, file) && file->kind == KP_CROSSWALK)
        x = kp_crosswalk_read(&reader, file->root);
    does = x && x->from_id && x->to_id && strcmp(x->from_id, w->from) == 0 && strcmp(x->to_id, w->to) == 0;
    kp_sink_free(unheard);
    kp_arena_free(arena);
    return does;
}

/* Of several in one folder the first by name; only what lies in the folder itself, as with rubrics. */
static const char *by_rubrics(kp_run *run, const char *folder, const void *what)
{
    const kp_texts files = kp_files_of_kind(run->arena, folder, KP_CROSSWALK);

    for (size_t i = 0; i < files.count; i++)
        if (leads(files.items[i], what))
            return files.items[i];
    return NULL;
}

static const char *find(kp_run *run, const char *from, const char *to, const char *for_file)
{
    const wanted w = {from, to};

    return kp_seek(run, kp_path_folder(run->arena, for_file), by_rubrics, &w);
}

/* ---- steps ---- */

static const kp_rubric *rubric_of(const kp_round *round)
{
    return round->score->rubric;
}

static bool needs_one(const kp_round *earlier, const kp_round *later)
{
    return strcmp(rubric_of(earlier)->sha256, rubric_of(later)->sha256) != 0 ||
           strcmp(rubric_of(earlier)->id, rubric_of(later)->id) != 0;
}

/* How many rows speak of nodes that there are, where a crosswalk leads from one rubric to another. */
static uint32_t rows_that_fit(const kp_crosswalk *crosswalk, const kp_rubric *from, const kp_rubric *to)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < crosswalk->row_count; i++) {
        const kp_crosswalk_row *row = &crosswalk->rows[i];
        count += row->from && row->to && kp_rubric_find(from, row->from) && kp_rubric_find(to, row->to);
    }
    return count;
}

/* Read a crosswalk for a step. Of versions of one rubric nothing says which is the older: the way that fits.
 */
static bool use(kp_run *run, kp_arena *arena, const char *path, const kp_round *earlier, kp_round *later,
                bool inverted)
{
    const kp_rubric *from = rubric_of(inverted ? later : earlier);
    const kp_rubric *to = rubric_of(inverted ? earlier : later);
    kp_file *file = KP_NEW(arena, kp_file);
    bool skip;

    if (!kp_file_read(arena, path, run->sink, file) ||
        !kp_is_kind(run, arena, &(kp_input){.path = path}, file, KP_CROSSWALK, &skip))
        return false;
    later->crosswalk = kp_load_crosswalk(run, arena, file, from, to);
    later->inverted = inverted;
    if (later->crosswalk && strcmp(from->id, to->id) == 0)
        later->inverted =
            rows_that_fit(later->crosswalk, to, from) > rows_that_fit(later->crosswalk, from, to);
    return later->crosswalk != NULL;
}

/* "Vallentuna kommun 2017" */
static const char *name_of(kp_run *run, const kp_round *round)
{
    const kp_evaluation *e = round->score->evaluation;

    return kp_arena_printf(run->arena, "%s %04d", e->unit.name, e->year);
}

static bool find_for(kp_run *run, kp_arena *arena, const kp_round *earlier, kp_round *later)
{
    const kp_evaluation *e = later->score->evaluation;
    const char *from = rubric_of(earlier)->id, *to = rubric_of(later)->id;
    const char *path = find(run, from, to, e->source.name), *back = NULL;

    if (!path)
        path = find(run, from, to, earlier->score->evaluation->source.name);
    if (!path)
        path = back = find(run, to, from, e->source.name);
    if (!path)
        path = back = find(run, to, from, earlier->score->evaluation->source.name);
    if (path)
        return use(run, arena, path, earlier, later, back != NULL);
    if (strcmp(from, to) != 0)
        kp_report(run->sink, KP_D_NO_CROSSWALK, kp_ynode_place(&e->source, e->rubric_at),
                  name_of(run, earlier), name_of(run, later), from, to);
    return true;
}

/* ---- one that is named ---- */

/* Where it leads; false where that cannot be had, which is told. */
static bool read_ends(kp_run *run, kp_arena *arena, const char *path, const kp_crosswalk **ret)
{
    kp_file *file = KP_NEW(arena, kp_file);
    kp_reader reader = {arena, &file->source, run->sink};
    size_t errors;
    bool skip;

    if (!kp_file_read(arena, path, run->sink, file) ||
        !kp_is_kind(run, arena, &(kp_input){.path = path}, file, KP_CROSSWALK, &skip))
        return false;
    errors = file->errors_before;
    *ret = kp_crosswalk_read(&reader, file->root);
    return *ret && kp_sink_errors(run->sink) == errors;
}

static bool is_step_of(const kp_crosswalk *x, const kp_round *earlier, const kp_round *later, bool inverted)
{
    return strcmp(x->from_id, rubric_of(inverted ? later : earlier)->id) == 0 &&
           strcmp(x->to_id, rubric_of(inverted ? earlier : later)->id) == 0;
}

/* Sets which steps have theirs. */
static bool use_named(kp_run *run, kp_arena *arena, kp_round *rounds, uint32_t count, bool several_units)
{
    const char *given = run->value[KP_O_CROSSWALK],
               *for_file = rounds[count - 1].score->evaluation->source.name;
    const char *path = given;
    const kp_crosswalk *x;
    bool fits = false;

    if (!kp_is_path(given))
        path = kp_library_path(run->library, given, for_file);
    if (!path) {
        kp_report_file(run->sink, KP_D_CROSSWALK_NOT_FOUND, for_file, given);
        return false;
    }
    if (!read_ends(run, arena, path, &x))
        return false;
    for (uint32_t k = 1; k < count; k++) {
        const kp_round *earlier = &rounds[kp_earlier_round(several_units, k)];
        bool straight = is_step_of(x, earlier, &rounds[k], false);
        if (!needs_one(earlier, &rounds[k]) || (!straight && !is_step_of(x, earlier, &rounds[k], true)))
            continue;
        fits = true;
        if (!use(run, arena, path, earlier, &rounds[k], !straight))
            return false;
    }
    if (!fits)
        kp_report(run->sink, KP_D_CROSSWALK_FITS_NOTHING, kp_ynode_place(&x->source, x->from_at), x->from_id,
                  x->to_id);
    return fits;
}

bool kp_find_crosswalks(kp_run *run, kp_arena *arena, kp_round *rounds, uint32_t count, bool several_units)
{
    bool all = !run->value[KP_O_CROSSWALK] || use_named(run, arena, rounds, count, several_units);

    for (uint32_t k = 1; k < count && all; k++) {
        const kp_round *earlier = &rounds[kp_earlier_round(several_units, k)];
        if (!rounds[k].crosswalk && needs_one(earlier, &rounds[k]))
            all = find_for(run, arena, earlier, &rounds[k]);
    }
    return all;
}
