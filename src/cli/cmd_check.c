#include "cli.h"

static void check_file(kp_run *run, kp_arena *arena, const kp_input *input)
{
    kp_file *file = KP_NEW(arena, kp_file);
    bool broken;

    if (!kp_file_read(arena, input->path, run->sink, file) || !kp_file_require_kind(arena, file, run->sink))
        return;
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
    default:
        break;
    }
}

int kp_cmd_check(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run, &run->arguments);
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_progress progress;

    kp_progress_begin(&progress, inputs.count);
    for (size_t i = 0; i < inputs.count; i++) {
        check_file(run, arena, &inputs.items[i]);
        kp_arena_reset(arena);
        kp_progress_step(&progress, i + 1);
    }
    kp_progress_end(&progress);
    kp_arena_free(arena);
    run->checked = inputs.count;
    return KP_EXIT_OK;
}
