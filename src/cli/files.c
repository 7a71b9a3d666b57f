#include "cli.h"

#include <string.h>

#include "kompass/audit.h"
#include "kompass/check.h"
#include "kompass/tracking.h"

/* A growing list; the old arrays stay in the arena until the run ends. */
typedef struct input_list {
    kp_input *items;
    size_t count, room;
} input_list;

static void add(kp_run *run, input_list *list, kp_input input)
{
    KP_MAKE_ROOM(run->arena, list->items, list->count, list->room);
    list->items[list->count++] = input;
}

kp_inputs kp_expand(kp_run *run)
{
    const kp_texts *arguments = &run->arguments;
    bool *empty = KP_NEW_ARRAY(run->arena, arguments->count, bool);
    input_list list = {0};
    kp_inputs *inputs;

    for (size_t i = 0; i < arguments->count; i++) {
        const char *path = arguments->items[i], *failed = NULL, *why = NULL;
        kp_paths found = {NULL, 0};
        if (!kp_os_is_folder(path)) {
            add(run, &list, (kp_input){path, false, i});
            continue;
        }
        empty[i] = true;
        if (kp_os_list(run->arena, path, ".yaml", &found, &failed, &why) != KP_FILE_OK && !found.count) {
            kp_report_file(run->sink, KP_D_UNREADABLE, failed, why);
            empty[i] = false;
        }
        for (size_t k = 0; k < found.count; k++)
            add(run, &list, (kp_input){found.items[k], true, i});
    }
    inputs = KP_NEW(run->arena, kp_inputs);
    *inputs = (kp_inputs){list.items, list.count, empty};
    run->inputs = inputs;
    return *inputs;
}

void kp_report_empty_folders(kp_run *run, const kp_inputs *inputs, kp_kind kind)
{
    const char *what = kind == KP_NO_KIND
                           ? kp_phrase(run->sink, run->arena, KP_P_YAML_FILE, NULL)
                           : kp_phrase(run->sink, run->arena, KP_P_FILE_OF_KIND, kp_kind_name(kind));

    for (size_t i = 0; i < run->arguments.count; i++)
        if (inputs->empty_folders[i])
            kp_report_file(run->sink, KP_D_NOTHING_FOUND, run->arguments.items[i], what);
}

bool kp_is_foreign(kp_run *run, const kp_input *input, const kp_file *file)
{
    if (!input->from_folder || file->has_key)
        return false;
    kp_report(run->sink, KP_D_PASSED_OVER, kp_whole_file(&file->source), NULL);
    return true;
}

bool kp_is_kind(kp_run *run, kp_arena *arena, const kp_input *input, const kp_file *file, kp_kind kind,
                bool *ret_skip)
{
    *ret_skip = false;
    if (file->kind == kind)
        return true;
    if (kp_is_foreign(run, input, file) || (input->from_folder && file->kind != KP_NO_KIND)) {
        *ret_skip = true;
        return false;
    }
    if (kp_file_require_kind(arena, file, run->sink))
        kp_report(run->sink, KP_D_WRONG_KIND, kp_ynode_place(&file->source, file->root->first->value),
                  kp_kind_name(file->kind), run->command->name, kp_kind_name(kind));
    return false;
}

/* The rubric that a file names; NULL, and reported at its place, where it cannot be had. */
static const kp_rubric *rubric_for(kp_run *run, kp_reader *reader, const char *id, const kp_ynode *at)
{
    const kp_rubric *rubric;
    const char *path = NULL;
    bool broken = false;

    if (!id)
        return NULL;
    rubric = kp_library_rubric(run->library, id, reader->source->name, &broken, &path);
    if (!rubric)
        kp_report(run->sink, broken ? KP_D_RUBRIC_HAS_ERRORS : KP_D_RUBRIC_NOT_FOUND,
                  kp_ynode_place(reader->source, at), id,
                  broken ? "" : kp_rubric_hint(run, id, reader->source->name));
    return rubric;
}

kp_evaluation *kp_load_evaluation(kp_run *run, kp_arena *arena, const kp_file *file)
{
    kp_reader reader = {arena, &file->source, run->sink};
    size_t errors = file->errors_before;
    kp_evaluation *evaluation = kp_evaluation_read(&reader, file->root);
    const kp_rubric *rubric;

    if (!evaluation)
        return NULL;
    rubric = rubric_for(run, &reader, evaluation->rubric_id, evaluation->rubric_at);
    kp_check_evaluation(&reader, evaluation, rubric);
    if (rubric)
        kp_audit_published(&reader, evaluation);
    return kp_sink_errors(run->sink) == errors ? evaluation : NULL;
}

kp_reference *kp_load_reference(kp_run *run, kp_arena *arena, const kp_file *file)
{
    kp_reader reader = {arena, &file->source, run->sink};
    size_t errors = file->errors_before;
    kp_reference *reference = kp_reference_read(&reader, file->root);

    if (!reference)
        return NULL;
    kp_check_reference(&reader, reference,
                       rubric_for(run, &reader, reference->rubric_id, reference->rubric_at));
    return kp_sink_errors(run->sink) == errors ? reference : NULL;
}

kp_crosswalk *kp_load_crosswalk(kp_run *run, kp_arena *arena, const kp_file *file, const kp_rubric *from,
                                const kp_rubric *to)
{
    kp_reader reader = {arena, &file->source, run->sink};
    size_t errors = file->errors_before;
    kp_crosswalk *crosswalk = kp_crosswalk_read(&reader, file->root);

    if (!crosswalk)
        return NULL;
    if (!from)
        from = rubric_for(run, &reader, crosswalk->from_id, crosswalk->from_at);
    if (!to)
        to = rubric_for(run, &reader, crosswalk->to_id, crosswalk->to_at);
    kp_check_crosswalk(&reader, crosswalk, from, to);
    return kp_sink_errors(run->sink) == errors ? crosswalk : NULL;
}

/* ---- follow-ups ---- */

/* The evaluation is the file of its name: one of those given, or one beside the follow-up. */
static const char *evaluation_path(const kp_run *run, kp_arena *arena, const char *id, const char *for_file)
{
    const char *name = kp_arena_printf(arena, "%s.yaml", id), *path;

    for (size_t i = 0; run->inputs && i < run->inputs->count; i++)
        if (strcmp(kp_path_name(run->inputs->items[i].path), name) == 0)
            return run->inputs->items[i].path;
    if (strchr(id, '/'))
        return NULL; /* an id is a name, and never leads out of the folder */
    path = kp_path_join(arena, kp_path_folder(arena, for_file), name);
    return kp_os_exists(path) ? path : NULL;
}

/* Its errors are told, for they stand in the way; its warnings only to those who check or export it. A file
 * of another kind is no error of its own. */
static const kp_evaluation *read_evaluation(kp_run *run, kp_arena *arena, const char *path)
{
    kp_run own = *run;
    kp_file *file = KP_NEW(arena, kp_file);
    const kp_evaluation *evaluation = NULL;

    own.sink = kp_sink_new(run->message_lang);
    if (kp_file_read(arena, path, own.sink, file) && file->kind == KP_EVALUATION)
        evaluation = kp_load_evaluation(&own, arena, file);
    if (!evaluation)
        kp_sink_move(run->sink, own.sink);
    kp_sink_free(own.sink);
    return evaluation;
}

/* Each is read once a run: the follow-ups of several years name the same. */
typedef struct kp_named_evaluation {
    struct kp_named_evaluation *next;
    const char *path;
    const kp_evaluation *evaluation;
} kp_named_evaluation;

static const kp_evaluation *evaluation_at(kp_run *run, kp_arena *arena, const char *path)
{
    kp_named_evaluation *e = run->evaluations;

    while (e && strcmp(e->path, path) != 0)
        e = e->next;
    if (e)
        return e->evaluation;
    e = KP_NEW(arena, kp_named_evaluation);
    *e = (kp_named_evaluation){run->evaluations, path, read_evaluation(run, arena, path)};
    run->evaluations = e;
    return e->evaluation;
}

static const kp_evaluation *evaluation_for(kp_run *run, kp_reader *reader, const kp_placed *id)
{
    const kp_evaluation *evaluation;
    const char *path;

    if (!id->text)
        return NULL;
    path = evaluation_path(run, reader->arena, id->text, reader->source->name);
    if (!path) {
        kp_report(run->sink, KP_D_EVALUATION_NOT_FOUND, kp_ynode_place(reader->source, id->at), id->text);
        return NULL;
    }
    evaluation = evaluation_at(run, reader->arena, path);
    if (!evaluation)
        kp_report(run->sink, KP_D_EVALUATION_UNUSABLE, kp_ynode_place(reader->source, id->at), path);
    return evaluation;
}

kp_followup *kp_load_followup(kp_run *run, kp_arena *arena, const kp_file *file)
{
    kp_reader reader = {arena, &file->source, run->sink};
    kp_followup *followup = kp_followup_read(&reader, file->root);
    const kp_evaluation *evaluation;
    size_t errors = kp_sink_errors(run->sink) - file->errors_before;
    kp_year_facts facts;

    if (!followup)
        return NULL;
    evaluation = evaluation_for(run, &reader, &followup->evaluation_id);
    errors = kp_sink_errors(run->sink) - errors; /* those of the evaluation are not its own */
    kp_check_followup(&reader, followup, evaluation);
    if (kp_sink_errors(run->sink) != errors)
        return NULL;
    facts = kp_track_year(arena, followup);
    kp_report_followup(&reader, &facts);
    return followup;
}

const kp_evaluation *kp_evaluation_near(kp_run *run, kp_arena *arena, const char *id, const char *path)
{
    const char *found = id && path ? evaluation_path(run, arena, id, path) : NULL;

    return found ? evaluation_at(run, arena, found) : NULL;
}
