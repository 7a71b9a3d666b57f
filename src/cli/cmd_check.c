#include "cli.h"

/* False where the file is passed over. */
static bool check_file(kp_run *run, kp_arena *arena, const kp_input *input, kp_buf *out)
{
    kp_file *file = KP_NEW(arena, kp_file);
    bool broken;

    (void)out; /* all that `check` finds are problems */
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
        kp_load_crosswalk(run, arena, file, NULL, NULL);
        break;
    case KP_FOLLOWUP:
        kp_load_followup(run, arena, file);
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

    kp_bulk(run, &inputs, check_file, "");
    kp_report_empty_folders(run, &inputs, KP_NO_KIND);
    return KP_EXIT_OK;
}
