#include "cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "kompass/utf8.h"

const kp_option kp_options[KP_OPTION__COUNT] = {
#define OPTION(id, short_name, long_name, argument, commands, sv, nb, en)                                    \
    {KP_O_##id, short_name, long_name, argument, commands, {[KP_SV] = (sv), [KP_NB] = (nb), [KP_EN] = (en)}},
#include "options.def"
};

static const char *const messages[KP_MESSAGE__COUNT][KP_LANG__COUNT] = {
#define MESSAGE(id, sv, nb, en) [KP_M_##id] = {[KP_SV] = (sv), [KP_NB] = (nb), [KP_EN] = (en)},
#include "messages.def"
};

const char *kp_message_args(kp_arena *arena, kp_lang lang, kp_message_id id, const char *const *args)
{
    return kp_fill_in(arena, messages[id][lang], args);
}

int kp_usage_error(const kp_run *run, const char *message)
{
    const char *command = run->command ? kp_arena_printf(run->arena, " %s", run->command->name) : "";

    fprintf(stderr, "kompass: %s; %s\n", message,
            kp_message(run->arena, run->message_lang, KP_M_SEE_HELP, command));
    return KP_EXIT_USAGE;
}

/* ---- tables for getopt_long ---- */

enum { FIRST_LONG = 256 }; /* long options answer with FIRST_LONG + kp_option_id */

/* An option may have several rows, with other choices for other commands; its value is kept under the first.
 */
static bool is_first_row(const kp_option *option)
{
    for (const kp_option *o = kp_options; o < option; o++)
        if (strcmp(o->name, option->name) == 0)
            return false;
    return true;
}

/* The row of an option that a command takes, or the first where none is. */
static const kp_option *row_for(const kp_command *command, const kp_option *option)
{
    for (int i = 0; command && i < KP_OPTION__COUNT; i++)
        if (strcmp(kp_options[i].name, option->name) == 0 && kp_options[i].commands & 1u << command->id)
            return &kp_options[i];
    return option;
}

static void fill_getopt(struct option *longs, char *shorts)
{
    char *end = shorts;

    *end++ = ':'; /* a missing argument is told apart from an unknown option */
    for (int i = 0; i < KP_OPTION__COUNT; i++) {
        const kp_option *o = &kp_options[i];
        if (!is_first_row(o))
            continue;
        *longs++ =
            (struct option){o->name, o->argument ? required_argument : no_argument, NULL, FIRST_LONG + i};
        if (!o->short_name)
            continue;
        *end++ = o->short_name;
        if (o->argument)
            *end++ = ':';
    }
    *end = '\0';
    *longs = (struct option){0};
}

static const kp_option *option_of(int answer)
{
    if (answer >= FIRST_LONG)
        return &kp_options[answer - FIRST_LONG];
    for (int i = 0; i < KP_OPTION__COUNT; i++)
        if (kp_options[i].short_name && kp_options[i].short_name == answer)
            return &kp_options[i];
    return &kp_options[KP_O_HELP]; /* not reached: getopt answers with what fill_getopt() gave it */
}

/* ---- usage errors ---- */

static const char *option_name(const kp_run *run, const kp_option *option)
{
    return kp_arena_printf(run->arena, "--%s", option->name);
}

static const char *with_hint(const kp_run *run, const char *message, const char *nearest)
{
    if (!nearest)
        return message;
    return kp_arena_printf(run->arena, "%s (%s)", message,
                           kp_message(run->arena, run->message_lang, KP_M_DID_YOU_MEAN, nearest));
}

static int unknown_option(const kp_run *run, const char *given)
{
    const char *names[KP_OPTION__COUNT + 1], *word, *nearest;
    const char *message;
    size_t count = 0;

    for (int i = 0; i < KP_OPTION__COUNT; i++)
        if (!run->command || (row_for(run->command, &kp_options[i])->commands & 1u << run->command->id))
            names[count++] = kp_options[i].name;
    names[count] = NULL;
    word = kp_arena_strndup(run->arena, given, strcspn(given, "="));
    message = kp_message(run->arena, run->message_lang, KP_M_UNKNOWN_OPTION, word);
    nearest = strncmp(word, "--", 2) == 0 ? kp_nearest_name(word + 2, names) : NULL;
    if (nearest)
        nearest = kp_arena_printf(run->arena, "--%s", nearest);
    return kp_usage_error(run, with_hint(run, message, nearest));
}

int kp_unknown_command(const kp_run *run, const char *given)
{
    const char *names[KP_COMMAND__COUNT + 1];
    size_t count = 0;

    for (int i = 0; i < KP_COMMAND__COUNT; i++)
        if (!kp_commands[i].hidden)
            names[count++] = kp_commands[i].name;
    names[count] = NULL;
    return kp_usage_error(
        run, with_hint(run, kp_message(run->arena, run->message_lang, KP_M_UNKNOWN_COMMAND, given),
                       kp_nearest_name(given, names)));
}

/* Whether a choice such as "table|csv|json" has a word. */
static bool has_choice(const char *choices, const char *word)
{
    size_t length = strcspn(word, "|");

    if (word[length])
        return false;
    for (const char *p = choices; p; p = strchr(p, '|') ? strchr(p, '|') + 1 : NULL)
        if (length && strncmp(p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
            return true;
    return false;
}

bool kp_is_choice(const kp_option *option)
{
    /* Names of arguments are in capitals (FILE, ID|FILE); choices are not. */
    return option->argument && strchr(option->argument, '|') && option->argument[0] >= 'a';
}

static const char *choices_in_words(const kp_run *run, const char *choices)
{
    kp_buf text = KP_BUF_INIT;
    const char *copy;

    for (; *choices; choices++) {
        if (*choices == '|')
            kp_buf_puts(&text, ", ");
        else
            kp_buf_putc(&text, *choices);
    }
    copy = kp_arena_strdup(run->arena, kp_buf_text(&text));
    kp_buf_done(&text);
    return copy;
}

/* ---- taking options ---- */

/* Every list has room for all arguments: see kp_parse_arguments(). */
static void append(kp_texts *list, const char *text)
{
    list->items[list->count++] = text;
}

static bool parse_jobs(const char *text, unsigned *ret)
{
    kp_decimal number;

    if (kp_decimal_parse(text, &number) != KP_DECIMAL_OK || number.decimals || number.digits < 1 ||
        number.digits > 256)
        return false;
    *ret = (unsigned)number.digits;
    return true;
}

static int check_choice(const kp_run *run, const kp_option *row, const char *value)
{
    if (!kp_is_choice(row) || has_choice(row->argument, value))
        return KP_EXIT_OK;
    return kp_usage_error(run,
                          kp_message(run->arena, run->message_lang, KP_M_BAD_CHOICE, option_name(run, row),
                                     value, choices_in_words(run, row->argument)));
}

static int take_option(kp_run *run, const kp_option *option, const char *value)
{
    if (check_choice(run, row_for(run->command, option), value) != KP_EXIT_OK)
        return KP_EXIT_USAGE;
    run->value[option->id] = value ? value : "";
    if (option->id == KP_O_JOBS && !parse_jobs(value, &run->threads))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_JOBS, value));
    if (option->id == KP_O_REFERENCE)
        append(&run->references, value);
    if (option->id == KP_O_RUBRICS)
        append(&run->rubric_folders, value);
    if (option->id == KP_O_LANG) {
        kp_lang_parse(value, &run->message_lang);
        run->output_lang = value;
    }
    return KP_EXIT_OK;
}

static int read_options(kp_run *run, int argc, char **argv)
{
    struct option longs[KP_OPTION__COUNT + 1];
    char shorts[2 * KP_OPTION__COUNT + 2];
    int status = KP_EXIT_OK, answer;

    fill_getopt(longs, shorts);
    opterr = 0;
    while (status == KP_EXIT_OK && (answer = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        const kp_option *option;
        if (answer == '?' && optopt >= FIRST_LONG) {
            status = kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_TAKES_NO_ARGUMENT,
                                                    option_name(run, option_of(optopt))));
        } else if (answer == '?') {
            const char *given = optopt ? kp_arena_printf(run->arena, "-%c", optopt) : argv[optind - 1];
            status = unknown_option(run, given);
        } else if (answer == ':') {
            option = option_of(optopt);
            status = kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_NEEDS_ARGUMENT,
                                                    option_name(run, option), option->argument));
        } else {
            option = option_of(answer);
            status = take_option(run, option, optarg);
        }
    }
    return status;
}

static int check_options_fit(const kp_run *run)
{
    for (int i = 0; i < KP_OPTION__COUNT; i++) {
        const kp_option *row = row_for(run->command, &kp_options[i]);
        if (!run->value[i])
            continue;
        if (!(row->commands & 1u << run->command->id))
            return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_NOT_FOR_COMMAND,
                                                  option_name(run, row), run->command->name));
        if (check_choice(run, row, run->value[i]) != KP_EXIT_OK) /* the command stood behind its options */
            return KP_EXIT_USAGE;
    }
    return KP_EXIT_OK;
}

static int check_count(const kp_run *run)
{
    const kp_command *c = run->command;
    int count = (int)run->arguments.count;
    const char *takes =
        *c->arguments ? c->arguments : kp_message(run->arena, run->message_lang, KP_M_TAKES_NOTHING, NULL);

    if (count < c->least)
        return kp_usage_error(run,
                              kp_message(run->arena, run->message_lang, KP_M_TOO_FEW, c->name, c->arguments));
    if (c->most >= 0 && count > c->most)
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_TOO_MANY, c->name,
                                              run->arguments.items[c->most], takes));
    return KP_EXIT_OK;
}

/* A folder that is misspelt would otherwise be passed over, and the rubric be taken from somewhere else. */
static int check_rubric_folders(const kp_run *run)
{
    for (size_t i = 0; i < run->rubric_folders.count; i++)
        if (!kp_os_is_folder(run->rubric_folders.items[i]))
            return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_NEEDS_FOLDER,
                                                  "--rubrics", run->rubric_folders.items[i]));
    return KP_EXIT_OK;
}

/* "--help" in the place of a command is the command of that name. */
static const char *command_word(kp_run *run, int argc, char **argv)
{
    if (optind < argc)
        return argv[optind++];
    return run->value[KP_O_HELP] ? "help" : NULL;
}

int kp_parse_arguments(kp_run *run, int argc, char **argv)
{
    kp_texts *lists[] = {&run->arguments, &run->references, &run->rubric_folders};
    const char *word;
    int status;

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
        lists[i]->items = KP_NEW_ARRAY(run->arena, (size_t)argc + 1, const char *);
    if (argc > 1 && strcmp(argv[1], "--version") == 0)
        argv[1] = kp_arena_strdup(run->arena, "version");
    run->command = argc > 1 ? kp_command_find(argv[1]) : NULL; /* so that wrong options point at its help */
    status = read_options(run, argc, argv);
    if (status != KP_EXIT_OK)
        return status;
    word = command_word(run, argc, argv);
    if (!word) {
        kp_buf help = KP_BUF_INIT;
        kp_put_help(run, NULL, &help);
        fputs(kp_buf_text(&help), stderr);
        kp_buf_done(&help);
        return KP_EXIT_USAGE;
    }
    run->command = kp_command_find(word);
    if (!run->command)
        return kp_unknown_command(run, word);
    for (; optind < argc; optind++)
        append(&run->arguments, argv[optind]);
    if (run->value[KP_O_HELP]) /* `kompass score --help` */
        return KP_EXIT_OK;
    status = check_options_fit(run);
    if (status == KP_EXIT_OK)
        status = check_count(run);
    return status == KP_EXIT_OK ? check_rubric_folders(run) : status;
}

/* What a file of ours may hold: UTF-8, and no control characters. */
bool kp_is_clean_text(const char *text)
{
    size_t left = strlen(text), n = 1;
    uint32_t code;

    for (; left && (n = kp_utf8_decode(text, left, &code)) > 0 && !kp_utf8_is_control(code); text += n)
        left -= n;
    return left == 0;
}
