/* The command line: the only layer that prints, exits and reads the environment. */
#ifndef KOMPASS_CLI_H
#define KOMPASS_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kompass/arena.h"
#include "kompass/compare.h"
#include "kompass/crosswalk.h"
#include "kompass/diag.h"
#include "kompass/evaluation.h"
#include "kompass/file.h"
#include "kompass/followup.h"
#include "kompass/lang.h"
#include "kompass/os.h"
#include "kompass/overview.h"
#include "kompass/reference.h"
#include "kompass/rubric.h"

enum { KP_EXIT_OK = 0, KP_EXIT_INPUT = 1, KP_EXIT_USAGE = 2, KP_EXIT_IO = 3 };

/** Of the program: "1.2.0". */
extern const char *const kp_version;

/* ---- the tables ---- */

typedef enum kp_command_id {
#define COMMAND(id, name, arguments, least, most, hidden, sv, nb, en) KP_C_##id,
#include "commands.def"
    KP_COMMAND__COUNT
} kp_command_id;

/* The same as bits, for tables of options. */
enum {
#define COMMAND(id, name, arguments, least, most, hidden, sv, nb, en) KP_CMD_##id = 1 << KP_C_##id,
#include "commands.def"
    KP_CMD_ALL = (1 << KP_COMMAND__COUNT) - 1
};

typedef enum kp_option_id {
#define OPTION(id, short_name, long_name, argument, commands, sv, nb, en) KP_O_##id,
#include "options.def"
    KP_OPTION__COUNT
} kp_option_id;

typedef enum kp_message_id {
#define MESSAGE(id, sv, nb, en) KP_M_##id,
#include "messages.def"
    KP_MESSAGE__COUNT
} kp_message_id;

typedef struct kp_run kp_run;

typedef struct kp_command {
    kp_command_id id;
    const char *name, *arguments;
    int least, most;
    bool hidden;
    const char *summary[KP_LANG__COUNT];
    int (*run)(kp_run *run); /**< gives the exit status */
} kp_command;

typedef struct kp_option {
    kp_option_id id;
    char short_name;
    const char *name, *argument; /**< argument NULL: a switch */
    unsigned commands;
    const char *help[KP_LANG__COUNT];
} kp_option;

extern const kp_command kp_commands[KP_COMMAND__COUNT];
extern const kp_option kp_options[KP_OPTION__COUNT];

const kp_command *kp_command_find(const char *name);

/** Whether an option takes one of some words, as in "table|csv|json". */
bool kp_is_choice(const kp_option *option);

/** A message in the run's language, {1} {2} ... replaced; NULL as the only argument for none. */
const char *kp_message_args(kp_arena *arena, kp_lang lang, kp_message_id id, const char *const *args);
#define kp_message(arena, lang, id, ...)                                                                     \
    kp_message_args((arena), (lang), (id), (const char *const[]){__VA_ARGS__, NULL})

/* ---- one run of the program ---- */

typedef struct kp_texts {
    const char **items;
    size_t count;
} kp_texts;

typedef struct kp_library kp_library;

struct kp_run {
    kp_arena *arena; /**< lives as long as the run */
    const kp_command *command;
    kp_texts arguments;
    const char *value[KP_OPTION__COUNT]; /**< last value of each option; "" for a switch; NULL: not given */
    kp_texts references, rubric_folders; /**< options that may be repeated */
    kp_lang message_lang;
    const char *output_lang; /**< --lang, or NULL: each rubric's own */
    kp_sink *sink;
    kp_library *library;
    struct kp_named_evaluation *evaluations; /**< those that follow-ups named, read once */
    const struct kp_inputs *inputs;          /**< all that the arguments name; set by kp_expand() */
    unsigned threads;                        /**< -j: for bulk work, at least 1 */
    bool output_failed;
    int output_error; /**< errno of then */
    size_t checked;   /**< files that `check` looked at */
};

/** Read the arguments. Usage errors are printed; returns KP_EXIT_OK or KP_EXIT_USAGE. */
int kp_parse_arguments(kp_run *run, int argc, char **argv);

/** Whether a text may stand in a file of ours: UTF-8, and no control characters. */
bool kp_is_clean_text(const char *text);

/** "kompass: ...; see 'kompass help X'" on stderr; returns KP_EXIT_USAGE. */
int kp_usage_error(const kp_run *run, const char *message);
/** The same for a word that is no command. */
int kp_unknown_command(const kp_run *run, const char *given);

/** Write to stdout; a failure is remembered and told at the end of the run. */
void kp_print(kp_run *run, const char *text, size_t length);
void kp_print_buf(kp_run *run, kp_buf *buf); /**< and empty it */
/** See that all is written, and say so on stderr where it is not. */
void kp_print_end(kp_run *run);

/* ---- files ---- */

/** The files that arguments name; folders give every *.yaml below them. */
typedef struct kp_input {
    const char *path;
    bool from_folder; /**< found in a folder: files of other kinds are passed over */
    size_t argument;  /**< by which argument it is named */
} kp_input;

typedef struct kp_inputs {
    kp_input *items;
    size_t count;
    bool *empty_folders; /**< by argument: a folder in which nothing of the kind was found as yet */
} kp_inputs;

kp_inputs kp_expand(kp_run *run);

/** An input was of the kind that is looked for. */
static inline void kp_input_counts(const kp_inputs *inputs, const kp_input *input)
{
    inputs->empty_folders[input->argument] = false;
}

/** Warn of each folder that had nothing of the kind. */
void kp_report_empty_folders(kp_run *run, const kp_inputs *inputs, kp_kind kind);

/** A file in a folder that does not say what it is: a note tells that it is passed over. */
bool kp_is_foreign(kp_run *run, const kp_input *input, const kp_file *file);

/**
 * Do one file of many: put its result into @p out, its problems into run->sink. @p arena lives for this file.
 * Jobs may run at the same time, each with a run of its own; the library is the same for all.
 * @return false where the file is passed over, being of another kind
 */
typedef bool kp_bulk_job(kp_run *run, kp_arena *arena, const kp_input *input, kp_buf *out);

/** Do a job for all inputs on run->threads threads; results and problems come in the order of the inputs,
 * with @p between two results that are not empty. */
void kp_bulk(kp_run *run, const kp_inputs *inputs, kp_bulk_job *job, const char *between);

/** What is looked for in a folder: its path, or NULL. */
typedef const char *kp_seek_fn(kp_run *run, const char *folder, const void *what);
/** Look into folder after folder in the one order of look-up, for a file in @p folder; the first find. */
const char *kp_seek(kp_run *run, const char *folder, kp_seek_fn *seek, const void *what);

/** Files that lie in a folder itself and seem to be of a kind, by their beginning; in byte order. */
kp_texts kp_files_of_kind(kp_arena *arena, const char *folder, kp_kind kind);
/** "; did you mean ...?", else "; possible here: ..." of the rubrics that there are, or "". */
const char *kp_rubric_hint(kp_run *run, const char *id, const char *for_file);

/** Where rubrics, references and crosswalks are looked for, and those that were read. */
kp_library *kp_library_new(kp_run *run);
void kp_library_free(kp_library *library);

/** The rubric with an id, for a file; NULL where there is none or it has errors (*ret_broken then). */
const kp_rubric *kp_library_rubric(kp_library *library, const char *id, const char *for_file,
                                   bool *ret_broken, const char **ret_path);
/** The path of DIR/ID.yaml by the order of look-up, or NULL. */
const char *kp_library_path(kp_library *library, const char *id, const char *for_file);
/** The rubric in this very file. */
const kp_rubric *kp_library_rubric_file(kp_library *library, const char *path, bool *ret_broken);

/** Whether it is the name of a YAML file. */
bool kp_is_yaml_name(const char *path);
/** Whether an argument ID|FILE is a file, there or missing, and no id. */
bool kp_is_path(const char *given);
/** The rubric that an argument names: an id, or a file; NULL, and it is reported, where there is none. */
const kp_rubric *kp_find_rubric(kp_run *run, const char *given);

/** Read and check an evaluation. NULL where it has errors (all are reported). */
kp_evaluation *kp_load_evaluation(kp_run *run, kp_arena *arena, const kp_file *file);
kp_reference *kp_load_reference(kp_run *run, kp_arena *arena, const kp_file *file);
/** @param from, to the rubrics of the step that it serves; NULL: those that it names */
kp_crosswalk *kp_load_crosswalk(kp_run *run, kp_arena *arena, const kp_file *file, const kp_rubric *from,
                                const kp_rubric *to);
/** The evaluation that a follow-up names is looked for among the files given, then beside it. */
kp_followup *kp_load_followup(kp_run *run, kp_arena *arena, const kp_file *file);
/** The evaluation with an id that lies beside a file; NULL where there is none, or it has errors, which are
 * reported. */
const kp_evaluation *kp_evaluation_near(kp_run *run, kp_arena *arena, const char *id, const char *path);

/** Report a file of another kind; true where it is of the kind (or is passed over quietly: *ret_skip). */
bool kp_is_kind(kp_run *run, kp_arena *arena, const kp_input *input, const kp_file *file, kp_kind kind,
                bool *ret_skip);

/* ---- crosswalks of a comparison (crosswalks.c) ---- */

/**
 * Give each step its crosswalk (kp_round.crosswalk and .inverted), where there is one: the one that
 * --crosswalk names, else one that lies where rubrics lie and leads from the one rubric to the other, or
 * back. Where two rubrics have none, a note says so.
 * @param rounds in their order, with their scores
 * @return false where a comparison would mislead: what was named cannot be had, what was found has errors
 */
bool kp_find_crosswalks(kp_run *run, kp_arena *arena, kp_round *rounds, uint32_t count, bool several_units);

/* ---- workbooks (workbook.c) ---- */

/**
 * The date inside a workbook, in seconds since 1970: SOURCE_DATE_EPOCH (reproducible-builds.org), else noon
 * of
 * @p date (YYYY, YYYY-MM or YYYY-MM-DD). A usage error is printed where the variable is set, but wrong.
 */
int kp_workbook_date(const kp_run *run, const char *date, int64_t *ret);
/** Write a finished book to @p path, whole or not at all, and say so; `plan` prints what it would hold. */
void kp_put_book(kp_run *run, kp_arena *arena, const kp_book *book, const char *path);

/* ---- targets (targets.c) ---- */

/** What can be said of -o FILE.xlsx before anything is written: KP_EXIT_OK or KP_EXIT_USAGE. */
int kp_check_output(const kp_run *run);
/** The same of -o FILE.yaml, whose name becomes an id. */
int kp_check_yaml_output(const kp_run *run);
/** Two inputs with one id must not replace each other's workbook: reports, and true, where this run has
 * written @p path before; else notes it in @p written, which has room for it. */
bool kp_is_written_already(kp_run *run, kp_texts *written, const char *path);
/** Report why nothing was written to @p path; @p why of the system, where it gave a reason. */
void kp_report_target(kp_run *run, kp_arena *arena, kp_file_status status, const char *path, const char *why);
/** Whether a workbook may be written to @p path: not over a form or an action plan that somebody has filled
 * in, which is reported, unless --force says so. */
bool kp_may_replace_workbook(kp_run *run, const char *path);

/* ---- commands ---- */

int kp_cmd_check(kp_run *run);
int kp_cmd_score(kp_run *run);
int kp_cmd_export(kp_run *run);
int kp_cmd_compare(kp_run *run);
int kp_cmd_plan(kp_run *run);
int kp_cmd_followup(kp_run *run);
int kp_cmd_form(kp_run *run);
int kp_cmd_new(kp_run *run);
int kp_cmd_import(kp_run *run);
int kp_cmd_explain(kp_run *run);
int kp_cmd_help(kp_run *run);
int kp_cmd_version(kp_run *run);
int kp_cmd_completion(kp_run *run);
int kp_cmd_manual(kp_run *run);

/** "Eskilstuna kommun" and 2011 are "eskilstuna-2011": what an evaluation is called unless said. */
const char *kp_evaluation_id_for(kp_arena *arena, const char *unit, const char *year);

/** Help on one command, or on all where @p command is NULL. */
void kp_put_help(const kp_run *run, const kp_command *command, kp_buf *out);

/** The explanation of a diagnostic (explanations.def). */
typedef struct kp_explanation {
    const char *text[KP_LANG__COUNT]; /**< in every language */
    const char *wrong, *right;        /**< examples, or NULL */
} kp_explanation;
const kp_explanation *kp_explanation_of(kp_diag_id id);

/** Progress on stderr, when that is a terminal and the work takes over a second. */
typedef struct kp_progress {
    int64_t started;
    size_t total;
    bool shown, terminal;
} kp_progress;
void kp_progress_begin(kp_progress *progress, size_t total);
void kp_progress_step(kp_progress *progress, size_t done);
void kp_progress_end(kp_progress *progress);

#endif
