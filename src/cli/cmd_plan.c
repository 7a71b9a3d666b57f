#include "cli.h"

/* `plan`: the plan of the workbook that the files are for, as text. */

static kp_kind kind_of(kp_arena *arena, const char *path)
{
    kp_sink *unheard = kp_sink_new(KP_EN); /* what is wrong with a file is told by those who work with it */
    kp_file *file = KP_NEW(arena, kp_file);

    kp_file_read(arena, path, unheard, file);
    kp_sink_free(unheard);
    return file->kind;
}

/* Of a follow-up; of the comparison of several evaluations; else of the score overview. */
int kp_cmd_plan(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);

    for (size_t i = 0; i < inputs.count; i++)
        if (kind_of(run->arena, inputs.items[i].path) == KP_FOLLOWUP)
            return kp_cmd_followup(run);
    return inputs.count > 1 ? kp_cmd_compare(run) : kp_cmd_export(run);
}
