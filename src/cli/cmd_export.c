#include "cli.h"

#include <string.h>

/* ---- references ---- */

static const kp_reference *load_reference(kp_run *run, kp_arena *arena, const char *given,
                                          const char *for_file)
{
    kp_file *file = KP_NEW(arena, kp_file);
    const char *path = given;
    bool skip;

    if (!kp_is_path(given))
        path = kp_library_path(run->library, given, for_file);
    if (!path) {
        kp_report_file(run->sink, KP_D_REFERENCE_NOT_FOUND, for_file, given);
        return NULL;
    }
    if (!kp_file_read(arena, path, run->sink, file) ||
        !kp_is_kind(run, arena, &(kp_input){.path = path}, file, KP_REFERENCE, &skip))
        return NULL;
    return kp_load_reference(run, arena, file);
}

/* A mean of another edition or country beside a result would be taken for a comparison. */
static bool reference_fits(kp_run *run, const kp_reference *reference, const kp_evaluation *e)
{
    if (strcmp(reference->rubric_id, e->rubric_id) != 0) {
        kp_report(run->sink, KP_D_REFERENCE_OF_OTHER_RUBRIC,
                  kp_ynode_place(&reference->source, reference->rubric_at), reference->id,
                  reference->rubric_id, e->rubric_id);
        return false;
    }
    if (reference->country && e->unit.country && strcmp(reference->country, e->unit.country) != 0) {
        kp_report(run->sink, KP_D_REFERENCE_OF_OTHER_COUNTRY,
                  kp_ynode_place(&reference->source, reference->country_at), reference->id,
                  reference->country, e->unit.name, e->unit.country);
        return false;
    }
    return true;
}

static bool load_references(kp_run *run, kp_arena *arena, const kp_evaluation *e, const kp_reference ***ret)
{
    const kp_reference **list = KP_NEW_ARRAY(arena, run->references.count, const kp_reference *);
    bool all = true;

    for (size_t i = 0; i < run->references.count; i++) {
        list[i] = load_reference(run, arena, run->references.items[i], e->source.name);
        if (!list[i] || !reference_fits(run, list[i], e))
            all = false;
    }
    *ret = list;
    return all;
}

static int export_evaluation(kp_run *run, kp_arena *arena, kp_evaluation *e, const char *path)
{
    const kp_reference **references;
    const char *audience = run->value[KP_O_AUDIENCE];
    kp_overview_input input = {0};
    kp_audit audit;

    if (kp_workbook_date(run, kp_evaluation_date(arena, e), &input.created) != KP_EXIT_OK)
        return KP_EXIT_USAGE;
    if (!load_references(run, arena, e, &references))
        return KP_EXIT_INPUT;
    audit = kp_audit_evaluation(arena, e);
    input.score = kp_score_evaluation(arena, e);
    input.audit = &audit;
    input.references = references;
    input.reference_count = (uint32_t)run->references.count;
    input.audience = audience && strcmp(audience, "team") == 0 ? KP_TEAM : KP_BOARD;
    input.lang = run->output_lang ? run->output_lang : e->rubric->language ? e->rubric->language : "en";
    input.version = kp_version;
    input.evaluation_sha256 = kp_evaluation_hash(arena, e);
    kp_put_book(run, arena, kp_overview_book(arena, &input), path);
    return KP_EXIT_OK;
}

/* ---- targets ---- */

/* Whether there is more than one evaluation among the inputs. What is wrong with a file is told later. */
static bool are_several(const kp_inputs *inputs)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    size_t count = 0;

    for (size_t i = 0; i < inputs->count && inputs->count > 1 && count < 2; i++) {
        kp_sink *unheard = kp_sink_new(KP_EN);
        kp_file *file = KP_NEW(arena, kp_file);
        count += kp_file_read(arena, inputs->items[i].path, unheard, file) && file->kind == KP_EVALUATION;
        kp_sink_free(unheard);
        kp_arena_reset(arena);
    }
    kp_arena_free(arena);
    return count > 1;
}

/* ---- the command ---- */

static int export_file(kp_run *run, const kp_inputs *inputs, const kp_input *input, kp_texts *written)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_file *file = KP_NEW(arena, kp_file);
    kp_evaluation *e = NULL;
    const char *path = run->value[KP_O_OUTPUT];
    int status = KP_EXIT_OK;
    bool skip = false;

    if (kp_file_read(arena, input->path, run->sink, file) &&
        kp_is_kind(run, arena, input, file, KP_EVALUATION, &skip))
        e = kp_load_evaluation(run, arena, file);
    if (!skip)
        kp_input_counts(inputs, input);
    if (e && !path)
        path = kp_arena_printf(arena, "%s.xlsx", e->id);
    if (e && !kp_is_written_already(run, written, path))
        status = export_evaluation(run, arena, e, path);
    kp_arena_free(arena);
    return status;
}

int kp_cmd_export(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);
    kp_texts written = {KP_NEW_ARRAY(run->arena, inputs.count, const char *), 0};
    int status = kp_check_output(run);

    if (status == KP_EXIT_OK && run->value[KP_O_OUTPUT] && are_several(&inputs))
        status = kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_ONE_OUTPUT, NULL));
    for (size_t i = 0; i < inputs.count && status != KP_EXIT_USAGE; i++) {
        int one = export_file(run, &inputs, &inputs.items[i], &written);
        status = one > status ? one : status;
    }
    if (status != KP_EXIT_USAGE)
        kp_report_empty_folders(run, &inputs, KP_EVALUATION);
    return status;
}
