#include "cli.h"

#include <string.h>

/* The manual page in man(7) markup, from the same tables as help and parsing. */

static void put_text(kp_buf *out, const char *text)
{
    bool line_start = true;

    for (; *text; text++) {
        if (line_start && (*text == '.' || *text == '\''))
            kp_buf_puts(out, "\\&");
        if (*text == '\\')
            kp_buf_puts(out, "\\e");
        else if (*text == '-')
            kp_buf_puts(out, "\\-");
        else
            kp_buf_putc(out, *text);
        line_start = *text == '\n';
    }
}

static void put_commands(kp_buf *out)
{
    kp_buf_puts(out, ".SH COMMANDS\n");
    for (int i = 0; i < KP_COMMAND__COUNT; i++) {
        const kp_command *c = &kp_commands[i];
        if (c->hidden)
            continue;
        kp_buf_printf(out, ".TP\n\\fBkompass %s\\fR", c->name);
        if (*c->arguments) {
            kp_buf_puts(out, " \\fI");
            put_text(out, c->arguments);
            kp_buf_puts(out, "\\fR");
        }
        kp_buf_puts(out, "\n");
        put_text(out, c->summary[KP_EN]);
        kp_buf_puts(out, ".\n");
    }
}

static void put_options(kp_buf *out)
{
    kp_buf_puts(out, ".SH OPTIONS\n");
    for (int i = 0; i < KP_OPTION__COUNT; i++) {
        const kp_option *o = &kp_options[i];
        const char *comma = "";
        kp_buf_puts(out, ".TP\n.B ");
        if (o->short_name)
            kp_buf_printf(out, "\\-%c, ", o->short_name);
        put_text(out, "--");
        put_text(out, o->name);
        if (o->argument) {
            kp_buf_puts(out, " \\fI");
            put_text(out, o->argument);
            kp_buf_puts(out, "\\fR");
        }
        kp_buf_puts(out, "\n");
        put_text(out, o->help[KP_EN]);
        kp_buf_puts(out, o->commands == KP_CMD_ALL ? ".\n(All commands" : ".\n(");
        for (int c = 0; o->commands != KP_CMD_ALL && c < KP_COMMAND__COUNT; c++) {
            if (!(o->commands & 1u << c) || kp_commands[c].hidden)
                continue;
            kp_buf_printf(out, "%s\\fB%s\\fR", comma, kp_commands[c].name);
            comma = ", ";
        }
        kp_buf_puts(out, ".)\n");
    }
}

static void put_diagnostics(kp_buf *out)
{
    kp_buf_puts(out,
                ".SH DIAGNOSTICS\nEach problem is told with its place, a permanent code and the way out;\n"
                ".B kompass explain\n.I CODE\nsays more.\n");
    for (int i = 0; i < KP_DIAG__COUNT; i++) {
        const kp_diag_info *info = kp_diag_info_of((kp_diag_id)i);
        kp_buf_printf(out, ".TP\n.B %s\n(%s) ", info->code, kp_severity_word(info->severity, KP_EN));
        put_text(out, info->message[KP_EN]);
        kp_buf_puts(out, ".\n");
    }
}

int kp_cmd_manual(kp_run *run)
{
    kp_buf out = KP_BUF_INIT;

    kp_buf_printf(&out, ".TH KOMPASS 1 \"\" \"kompass %s\" \"User Commands\"\n", kp_version);
    kp_buf_puts(
        &out,
        ".SH NAME\nkompass \\- score municipalities the way Kommunkompassen does\n"
        ".SH SYNOPSIS\n.B kompass\n.I COMMAND\n.RI [ OPTION ...]\n.RI [ ARGUMENT ...]\n"
        ".SH DESCRIPTION\nReads rubrics, evaluations and references (YAML), shows every problem in them, "
        "sums points and percentages exactly, compares evaluations over the years, and writes the score "
        "overview as an Excel workbook.\n"
        "A folder in the place of a file stands for every *.yaml below it, in byte order of the path; files "
        "of "
        "other kinds, names that begin with a point and links to folders are passed over.\n.PP\n"
        "Results go to standard output, diagnostics to standard error. One bad file among many is reported, "
        "and the others are processed. A file is written whole or not at all: what was there before survives "
        "every failure. Without\n.B \\-o\nthe command\n.B export\nwrites\n.IR ID .xlsx\n"
        "into the present folder.\n");
    put_commands(&out);
    put_options(&out);
    kp_buf_puts(
        &out,
        ".SH FILES\nRubrics, references and crosswalks are looked for as ID.yaml in the folders of\n.BR "
        "\\-\\-rubrics ,\n"
        "of\n.BR KOMPASS_RUBRICS ,\nin a folder\n.I rubrics\nbeside the file and in each folder above it, "
        "in\n"
        ".IR ./rubrics ,\nand in the installed data.\n"
        ".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\nthe input has errors (with\n.B \\-\\-strict\nwarnings, too)\n"
        ".TP\n2\nwrong usage\n.TP\n3\na file could not be read or written\n"
        ".SH ENVIRONMENT\n.TP\n.B KOMPASS_RUBRICS\nfolders with rubrics and references, a colon between "
        "them\n"
        ".TP\n.B SOURCE_DATE_EPOCH\nthe date inside a workbook, in seconds since 1970; without it the "
        "evaluation's own date\n.TP\n.BR LC_ALL , \" LC_MESSAGES\" , \" LANG\"\n"
        "messages are Swedish in a Swedish locale, else English\n");
    put_diagnostics(&out);
    kp_print_buf(run, &out);
    kp_buf_done(&out);
    return KP_EXIT_OK;
}
