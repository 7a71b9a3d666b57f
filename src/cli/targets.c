#include "cli.h"

#include <string.h>

#include "kompass/import.h"
#include "kompass/utf8.h"

/* What can be said of a target before anything is written there. */

/* What a program would open as something else, or refuse to open. */
static bool has_other_ending(kp_arena *arena, const char *path)
{
    static const char *const endings[] = {"xls", "xlsm", "xlsb", "xltx", "ods", "csv",
                                          "txt", "json", "pdf",  "html", "doc", "docx"};
    const char *dot = strrchr(kp_path_name(path), '.');
    const char *ending = dot ? kp_utf8_slug(arena, dot) : "";

    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (strcmp(ending, endings[i]) == 0)
            return true;
    return false;
}

int kp_check_output(const kp_run *run)
{
    const char *path = run->value[KP_O_OUTPUT];

    if (!path)
        return KP_EXIT_OK;
    if (!*path)
        return kp_usage_error(
            run, kp_message(run->arena, run->message_lang, KP_M_NEEDS_ARGUMENT, "--output", "FILE"));
    if (kp_is_yaml_name(path))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_NO_WORKBOOK, path));
    if (has_other_ending(run->arena, path))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_NO_XLSX, path));
    return KP_EXIT_OK;
}

int kp_check_yaml_output(const kp_run *run)
{
    static const char ending[] = ".yaml";
    const char *path = run->value[KP_O_OUTPUT];

    if (!path)
        return KP_EXIT_OK;
    if (!kp_path_has_ending(path, ending))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_NO_YAML_FILE, path));
    if (!kp_is_file_id(kp_path_stem(run->arena, path, ending)))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_FILE_NAME, path));
    return KP_EXIT_OK;
}

bool kp_is_written_already(kp_run *run, kp_texts *written, const char *path)
{
    for (size_t i = 0; i < written->count; i++) {
        if (strcmp(written->items[i], path) == 0) {
            kp_report_file(run->sink, KP_D_TARGET_EXISTS, path, NULL);
            return true;
        }
    }
    written->items[written->count++] = kp_arena_strdup(run->arena, path);
    return false;
}

void kp_report_target(kp_run *run, kp_arena *arena, kp_file_status status, const char *path, const char *why)
{
    if (status == KP_FILE_IS_FOLDER)
        kp_report_file(run->sink, KP_D_TARGET_NOT_REGULAR, path,
                       kp_phrase(run->sink, arena, KP_P_A_FOLDER, NULL));
    else if (status == KP_FILE_NOT_REGULAR)
        kp_report_file(run->sink, KP_D_TARGET_NOT_REGULAR, path,
                       kp_phrase(run->sink, arena, KP_P_A_DEVICE, NULL));
    else
        kp_report_file(run->sink, KP_D_NOT_WRITTEN, path, why);
}

/* ---- workbooks that somebody has filled in ---- */

/* A form whose rubric is not at hand may hold anything. */
static bool is_filled_in(kp_run *run, kp_form *form, const char *path)
{
    const kp_rubric *rubric;
    const char *found = NULL;
    bool broken = false;
    kp_place place;

    rubric = kp_library_rubric(run->library, kp_form_rubric(form, &place), path, &broken, &found);
    return kp_form_filled_in(form, rubric) > 0;
}

bool kp_may_replace_workbook(kp_run *run, const char *path)
{
    kp_arena *arena;
    kp_sink *unheard;
    kp_form *form;
    bool filled_in;

    if (run->value[KP_O_FORCE] || !kp_os_is_file(path))
        return true;
    arena = kp_arena_new(NULL, NULL);
    unheard = kp_sink_new(run->message_lang);
    form = kp_forms_open(kp_forms_new(arena, unheard, 1), path);
    /* Behind a password anything may have been filled in. */
    filled_in = form ? is_filled_in(run, form, path) : kp_sink_has(unheard, KP_D_WORKBOOK_ENCRYPTED);
    kp_sink_free(unheard);
    kp_arena_free(arena);
    if (filled_in)
        kp_report_file(run->sink, KP_D_TARGET_FILLED_IN, path, NULL);
    return !filled_in;
}
