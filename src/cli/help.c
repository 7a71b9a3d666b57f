#include "cli.h"

#include <string.h>

#include "kompass/score.h"
#include "kompass/utf8.h"

static const char *say(const kp_run *run, kp_message_id id)
{
    return kp_message(run->arena, run->message_lang, id, NULL);
}

static void put_padded(kp_buf *out, const char *text, size_t width)
{
    size_t own = kp_utf8_width(text);

    kp_buf_puts(out, text);
    kp_buf_repeat(out, " ", own < width ? width - own : 1);
}

enum { SCREEN_WIDTH = 80, COMMAND_WIDTH = 18, OPTION_WIDTH = 36 };

/* A text in lines that fit beside @p indent columns; the first begins where the cursor is. */
static void put_wrapped(kp_buf *out, const kp_run *run, const char *text, size_t indent)
{
    size_t used = 0;

    while (*text) {
        const char *word = kp_arena_strndup(run->arena, text, strcspn(text, " "));
        size_t width = kp_utf8_width(word);
        if (used && indent + used + 1 + width > SCREEN_WIDTH) {
            kp_buf_putc(out, '\n');
            kp_buf_repeat(out, " ", indent);
            used = 0;
        } else if (used) {
            kp_buf_putc(out, ' ');
            used++;
        }
        kp_buf_puts(out, word);
        used += width;
        text += strlen(word);
        text += *text == ' ';
    }
    kp_buf_putc(out, '\n');
}

/* "-o, --output FILE" */
static const char *synopsis(const kp_run *run, const kp_option *option)
{
    const char *letter =
        option->short_name ? kp_arena_printf(run->arena, "-%c, ", option->short_name) : "    ";

    return kp_arena_printf(run->arena, "%s--%s%s%s", letter, option->name, option->argument ? " " : "",
                           option->argument ? option->argument : "");
}

static void put_options(const kp_run *run, unsigned commands, kp_buf *out)
{
    kp_buf_printf(out, "\n%s:\n", say(run, KP_M_OPTIONS));
    for (int i = 0; i < KP_OPTION__COUNT; i++) {
        if (!(kp_options[i].commands & commands))
            continue;
        kp_buf_puts(out, "  ");
        put_padded(out, synopsis(run, &kp_options[i]), OPTION_WIDTH);
        put_wrapped(out, run, kp_options[i].help[run->message_lang], 2 + OPTION_WIDTH);
    }
}

static void put_overview(const kp_run *run, kp_buf *out)
{
    kp_buf_printf(out, "%s.\n\n%s: kompass %s\n\n%s:\n", say(run, KP_M_TAGLINE), say(run, KP_M_USAGE),
                  run->message_lang == KP_EN ? "COMMAND ..." : "KOMMANDO ...", say(run, KP_M_COMMANDS));
    for (int i = 0; i < KP_COMMAND__COUNT; i++) {
        const kp_command *c = &kp_commands[i];
        if (c->hidden)
            continue;
        kp_buf_puts(out, "  ");
        put_padded(out, kp_arena_printf(run->arena, "%s %s", c->name, c->arguments), COMMAND_WIDTH);
        put_wrapped(out, run, c->summary[run->message_lang], 2 + COMMAND_WIDTH);
    }
    kp_buf_putc(out, '\n');
    put_wrapped(out, run, say(run, KP_M_MORE_HELP), 0);
}

void kp_put_help(const kp_run *run, const kp_command *command, kp_buf *out)
{
    if (!command) {
        put_overview(run, out);
        return;
    }
    kp_buf_printf(out, "%s: kompass %s%s%s\n\n  ", say(run, KP_M_USAGE), command->name,
                  *command->arguments ? " " : "", command->arguments);
    put_wrapped(out, run, command->summary[run->message_lang], 2);
    put_options(run, 1u << command->id, out);
}

int kp_cmd_help(kp_run *run)
{
    const kp_command *command = NULL;
    kp_buf out = KP_BUF_INIT;

    if (run->command->id != KP_C_HELP)
        command = run->command; /* `kompass score --help` */
    else if (run->arguments.count) {
        command = kp_command_find(run->arguments.items[0]);
        if (!command)
            return kp_unknown_command(run, run->arguments.items[0]);
    }
    kp_put_help(run, command, &out);
    kp_print_buf(run, &out);
    kp_buf_done(&out);
    return KP_EXIT_OK;
}

int kp_cmd_version(kp_run *run)
{
    kp_buf out = KP_BUF_INIT;

    kp_buf_printf(&out, "kompass %s (%s)\n", kp_version,
                  kp_message(run->arena, run->message_lang, KP_M_SCORING_RULE,
                             kp_arena_printf(run->arena, "%d", KP_SCORING_RULE)));
    kp_print_buf(run, &out);
    kp_buf_done(&out);
    return KP_EXIT_OK;
}
