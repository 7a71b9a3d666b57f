#include "cli.h"

#include <string.h>

/* The completion script for bash, from the same tables as everything else. */

static void put_words(kp_buf *out, unsigned commands)
{
    for (int i = 0; i < KP_OPTION__COUNT; i++)
        if (kp_options[i].commands & commands)
            kp_buf_printf(out, " --%s", kp_options[i].name);
}

/* "* --lang", or "compare --format" where other commands have other choices. */
static void put_pattern(kp_buf *out, const kp_option *option)
{
    const char *bar = "";
    int rows = 0;

    for (int i = 0; i < KP_OPTION__COUNT; i++)
        rows += strcmp(kp_options[i].name, option->name) == 0;
    if (rows == 1)
        kp_buf_printf(out, "*\" --%s\"", option->name);
    for (int c = 0; c < KP_COMMAND__COUNT && rows > 1; c++) {
        if (!(option->commands & 1u << c))
            continue;
        kp_buf_printf(out, "%s\"%s --%s\"", bar, kp_commands[c].name, option->name);
        bar = "|";
    }
}

/* Choices ("a|b") become words; for the other values bash completes the names of files by itself. */
static void put_values(kp_buf *out)
{
    for (int i = 0; i < KP_OPTION__COUNT; i++) {
        const kp_option *o = &kp_options[i];
        if (!o->argument)
            continue;
        kp_buf_puts(out, "    ");
        put_pattern(out, o);
        kp_buf_puts(out, ")");
        if (kp_is_choice(o)) {
            kp_buf_puts(out, " COMPREPLY=($(compgen -W \"");
            for (const char *p = o->argument; *p; p++)
                kp_buf_putc(out, *p == '|' ? ' ' : *p);
            kp_buf_puts(out, "\" -- \"$cur\"));");
        }
        kp_buf_puts(out, " return ;;\n");
    }
}

static void put_command_names(kp_buf *out)
{
    for (int i = 0; i < KP_COMMAND__COUNT; i++)
        if (!kp_commands[i].hidden)
            kp_buf_printf(out, "%s ", kp_commands[i].name);
}

int kp_cmd_completion(kp_run *run)
{
    kp_buf out = KP_BUF_INIT;

    kp_buf_puts(&out,
                "# bash completion for kompass; written by 'kompass completion'\n"
                "_kompass()\n{\n"
                "    local cur prev commands\n"
                "    cur=${COMP_WORDS[COMP_CWORD]}\n"
                "    prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                "    if [ \"$cur\" = \"=\" ]; then\n        cur=\n"
                "    elif [ \"$prev\" = \"=\" ]; then\n        prev=${COMP_WORDS[COMP_CWORD-2]}\n    fi\n"
                "    commands=\"");
    put_command_names(&out);
    kp_buf_puts(&out, "\"\n    COMPREPLY=()\n    case \"${COMP_WORDS[1]} $prev\" in\n");
    put_values(&out);
    kp_buf_puts(&out, "    esac\n"
                      "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                      "        COMPREPLY=($(compgen -W \"$commands --help --version\" -- \"$cur\"))\n"
                      "        return\n    fi\n"
                      "    if [ \"${COMP_WORDS[1]}\" = help ]; then\n"
                      "        COMPREPLY=($(compgen -W \"$commands\" -- \"$cur\"))\n"
                      "        return\n    fi\n"
                      "    case $cur in\n    -*)\n        case ${COMP_WORDS[1]} in\n");
    for (int i = 0; i < KP_COMMAND__COUNT; i++) {
        if (kp_commands[i].hidden)
            continue;
        kp_buf_printf(&out, "        %s) COMPREPLY=($(compgen -W \"", kp_commands[i].name);
        put_words(&out, 1u << i);
        kp_buf_puts(&out, "\" -- \"$cur\")) ;;\n");
    }
    kp_buf_puts(&out,
                "        esac ;;\n    esac\n}\ncomplete -o bashdefault -o default -F _kompass kompass\n");
    kp_print_buf(run, &out);
    kp_buf_done(&out);
    return KP_EXIT_OK;
}
