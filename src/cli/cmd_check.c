#include "cli.h"

/* False where the file is passed over. */
static bool check_file(kp_run *run, kp_arena *arena, const kp_input *input)
{
    kp_file *file = KP_NEW(arena, kp_file);
    bool broken;

    if (!kp_file_read(arena, input->path, run->sink, file))
        return true;
    switch (file->kind) {
    case KP_RUBRIC:
        kp_library_rubric_file(run->library, input->path, &broken);
        break;
    case KP_EVALUATION:
        kp_load_evaluation(run, arena, file);
        break;
    case KP_REFERENCE:
        kp_load_reference(run, arena, file);
        break;
    case KP_CROSSWALK:
    case KP_FOLLOWUP:
        if (input->from_folder) /* a later version reads them */
            return false;
        kp_file_require_kind(arena, file, run->sink);
        break;
    default:
        if (kp_is_foreign(run, input, file))
            return false;
        kp_file_require_kind(arena, file, run->sink);
        break;
    }
    return true;
}

int kp_cmd_check(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_progress progress;

    kp_progress_begin(&progress, inputs.count);
    for (size_t i = 0; i < inputs.count; i++) {
        if (check_file(run, arena, &inputs.items[i])) {
            kp_input_counts(&inputs, &inputs.items[i]);
            run->checked++;
        }
        kp_arena_reset(arena);
        kp_progress_step(&progress, i + 1);
    }
    kp_progress_end(&progress);
    kp_arena_free(arena);
    kp_report_empty_folders(run, &inputs, "*.yaml");
    return KP_EXIT_OK;
}
