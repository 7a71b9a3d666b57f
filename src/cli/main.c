#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Messages are Swedish in a Swedish locale, else English. setlocale() is never called: it would put
 * decimal commas into workbooks. */
static kp_lang language_of_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return strncmp(value, "sv", 2) == 0 ? KP_SV : KP_EN;
    }
    return KP_EN;
}

static kp_diag_format diagnostics_format(const kp_run *run)
{
    const char *word = run->value[KP_O_DIAGNOSTICS];

    if (!word || strcmp(word, "text") == 0)
        return KP_DIAG_TEXT;
    return strcmp(word, "short") == 0 ? KP_DIAG_SHORT : KP_DIAG_JSON;
}

/* `check` says that all is well, so that nobody wonders whether it looked at anything. */
static void put_clean_summary(const kp_run *run, kp_buf *out)
{
    const char *count = kp_arena_printf(run->arena, "%zu", run->checked);
    const char *files =
        kp_message(run->arena, run->message_lang, run->checked == 1 ? KP_M_ONE_FILE : KP_M_MANY_FILES, count);

    kp_buf_printf(out, "%s\n", kp_message(run->arena, run->message_lang, KP_M_CHECKED_CLEAN, files));
}

static void tell_problems(const kp_run *run)
{
    kp_buf out = KP_BUF_INIT;
    bool any = false;

    for (int i = 0; i < KP_SEVERITY__COUNT; i++)
        any = any || kp_sink_count(run->sink, (kp_severity)i);
    kp_sink_render(run->sink, diagnostics_format(run), true, &out);
    if (!any && run->command->id == KP_C_CHECK && run->checked && diagnostics_format(run) == KP_DIAG_TEXT)
        put_clean_summary(run, &out);
    fwrite(kp_buf_text(&out), 1, out.length, stderr);
    kp_buf_done(&out);
}

static int status_of(const kp_run *run, int status)
{
    if (status == KP_EXIT_USAGE)
        return status;
    if (run->output_failed || kp_sink_count(run->sink, KP_FAILURE))
        return KP_EXIT_IO;
    if (kp_sink_count(run->sink, KP_ERROR) ||
        (run->value[KP_O_STRICT] && kp_sink_count(run->sink, KP_WARNING)))
        return status > KP_EXIT_INPUT ? status : KP_EXIT_INPUT;
    return status;
}

static int run_command(kp_run *run)
{
    int status;

    run->sink = kp_sink_new(run->message_lang);
    run->library = kp_library_new(run);
    status =
        run->value[KP_O_HELP] && run->command->id != KP_C_HELP ? kp_cmd_help(run) : run->command->run(run);
    kp_print_end(run);
    tell_problems(run);
    status = status_of(run, status);
    kp_library_free(run->library);
    kp_sink_free(run->sink);
    return status;
}

int main(int argc, char **argv)
{
    kp_run run = {.arena = kp_arena_new(NULL, NULL), .message_lang = language_of_locale(), .threads = 1};
    int status;

    kp_os_prepare();
    status = kp_parse_arguments(&run, argc, argv);

    if (status == KP_EXIT_OK)
        status = run_command(&run);
    kp_arena_free(run.arena);
    return status;
}
