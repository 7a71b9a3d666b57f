#include "cli.h"

#include <string.h>

#include "kompass/outcome.h"
#include "kompass/tracking.h"
#include "kompass/write.h"

typedef struct loaded {
    const kp_followup **items;
    const char **paths; /* absolute */
    uint32_t count;
} loaded;

/* A file that is named twice, by itself and in a folder, counts once. */
static bool is_loaded(const loaded *list, const char *path)
{
    for (uint32_t i = 0; path && i < list->count; i++)
        if (list->paths[i] && strcmp(list->paths[i], path) == 0)
            return true;
    return false;
}

/* Evaluations among the files are for what follow-ups name: see kp_load_followup(). */
static void load(kp_run *run, const kp_inputs *inputs, const kp_input *input, loaded *list)
{
    kp_file *file = KP_NEW(run->arena, kp_file);
    const kp_followup *followup;
    const char *path;
    bool skip = false;

    if (!kp_file_read(run->arena, input->path, run->sink, file)) {
        kp_input_counts(inputs, input);
        return;
    }
    if (file->kind == KP_EVALUATION || !kp_is_kind(run, run->arena, input, file, KP_FOLLOWUP, &skip)) {
        if (file->kind != KP_EVALUATION && !skip)
            kp_input_counts(inputs, input);
        return;
    }
    kp_input_counts(inputs, input);
    path = kp_os_absolute(run->arena, input->path);
    followup = is_loaded(list, path) ? NULL : kp_load_followup(run, run->arena, file);
    if (followup) {
        list->paths[list->count] = path;
        list->items[list->count++] = followup;
    }
}

/* --lang, else the rubric's, as everywhere; a follow-up without an evaluation has only its own. */
static const char *language(const kp_run *run, const kp_tracking *t)
{
    if (run->output_lang)
        return run->output_lang;
    for (uint32_t i = 0; i < t->year_count; i++)
        if (t->years[i].followup->evaluation && t->years[i].followup->evaluation->rubric->language)
            return t->years[i].followup->evaluation->rubric->language;
    for (uint32_t i = 0; i < t->year_count; i++)
        if (t->years[i].followup->language)
            return t->years[i].followup->language;
    return "en";
}

static void print(kp_run *run, const kp_tracking *t)
{
    const char *format = run->value[KP_O_FORMAT];
    kp_buf out = KP_BUF_INIT;

    if (format && strcmp(format, "json") == 0)
        kp_write_followup_json(t, language(run, t), &out);
    else
        kp_write_followup_table(run->arena, t, language(run, t), &out);
    kp_print_buf(run, &out);
    kp_buf_done(&out);
}

/* Of the last report; see kp_workbook_date(). */
static const char *date_of(const kp_run *run, const kp_tracking *t)
{
    const kp_followup *last = t->years[t->year_count - 1].followup;

    return last->as_of ? last->as_of : kp_arena_printf(run->arena, "%04d-12-31", last->year);
}

static int put_workbook(kp_run *run, const kp_tracking *t, const char *path)
{
    kp_outcome_input input = {.tracking = t, .lang = language(run, t), .version = kp_version};

    if (kp_workbook_date(run, date_of(run, t), &input.created) != KP_EXIT_OK)
        return KP_EXIT_USAGE;
    kp_put_book(run, run->arena, kp_outcome_book(run->arena, &input), path);
    return KP_EXIT_OK;
}

/* A table unless something else is asked for. */
static int put_results(kp_run *run, const kp_tracking *t)
{
    const char *path = run->value[KP_O_OUTPUT];
    const bool plan = run->command->id == KP_C_PLAN;

    if ((!path && !plan) || run->value[KP_O_FORMAT])
        print(run, t);
    return path || plan ? put_workbook(run, t, path) : KP_EXIT_OK;
}

/* Of a folder without any it has been told already. */
static bool is_any_folder(const kp_run *run)
{
    for (size_t i = 0; i < run->arguments.count; i++)
        if (kp_os_is_folder(run->arguments.items[i]))
            return true;
    return false;
}

int kp_cmd_followup(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);
    int status = kp_check_output(run);
    loaded list = {KP_NEW_ARRAY(run->arena, inputs.count, const kp_followup *),
                   KP_NEW_ARRAY(run->arena, inputs.count, const char *), 0};

    for (size_t i = 0; i < inputs.count && status == KP_EXIT_OK; i++)
        load(run, &inputs, &inputs.items[i], &list);
    if (status != KP_EXIT_OK)
        return status;
    kp_report_empty_folders(run, &inputs, KP_FOLLOWUP);
    if (!list.count && !kp_sink_errors(run->sink) && !is_any_folder(run))
        kp_report_file(run->sink, KP_D_NO_FOLLOWUP, run->arguments.items[0], NULL);
    return list.count ? put_results(run, kp_track(run->arena, list.items, list.count)) : KP_EXIT_OK;
}
