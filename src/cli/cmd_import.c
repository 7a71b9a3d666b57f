#include "cli.h"

#include <stdio.h>
#include <string.h>

#include "kompass/check.h"
#include "kompass/import.h"
#include "kompass/write.h"

/* Filled-in forms, back as an evaluation; filled-in action plans, back as a follow-up. Whatever is wrong with
 * one of them: nothing is written. */

/* ---- reading ---- */

/* What is imported: everything that differs between an evaluation and a follow-up. */
typedef struct import {
    kp_run *run;
    kp_forms *forms;
    const kp_rubric *rubric;         /* of a plan, NULL where there is none at hand */
    const kp_evaluation *evaluation; /* that a plan follows up; likewise */
    bool is_plan;
    kp_ynode *root; /* the tree that all workbooks together say */
    const char *id;
} import;

/* A workbook may have come by mail; the evaluation lies at home. */
static const kp_rubric *rubric_of(const import *i, const kp_form *form, const char *path)
{
    kp_run *run = i->run;
    kp_place place;
    const char *id = kp_form_rubric(form, &place), *found = NULL;
    bool broken = false;
    const kp_rubric *rubric = kp_library_rubric(run->library, id, path, &broken, &found);

    if (!rubric && !broken && run->value[KP_O_OUTPUT])
        rubric = kp_library_rubric(run->library, id, run->value[KP_O_OUTPUT], &broken, &found);
    if (!rubric && !i->is_plan) /* a plan can be read without it */
        kp_report(run->sink, broken ? KP_D_RUBRIC_HAS_ERRORS : KP_D_RUBRIC_NOT_FOUND, place, id,
                  broken ? "" : kp_rubric_hint(run, id, path));
    return rubric;
}

static bool open_workbook(import *i, const char *path)
{
    kp_form *form = kp_forms_open(i->forms, path);

    if (!form)
        return false;
    if (i->forms->count > 1 && kp_form_is_plan(form) != i->is_plan) {
        kp_report_file(i->run->sink, KP_D_PLAN_AND_FORM, path, NULL);
        return false;
    }
    i->is_plan = kp_form_is_plan(form);
    i->rubric = rubric_of(i, form, path);
    if (i->rubric && !i->is_plan)
        kp_form_read(form, i->rubric);
    return i->rubric || i->is_plan;
}

/* What a plan answers is looked up where the follow-up will lie, else here, else beside one of the plans. */
static const kp_evaluation *evaluation_of(const import *i)
{
    kp_run *run = i->run;
    const char *id = kp_form_evaluation(i->forms->items[0]), *output = run->value[KP_O_OUTPUT];
    const kp_evaluation *found = kp_evaluation_near(run, run->arena, id, output ? output : "");

    if (!found && output)
        found = kp_evaluation_near(run, run->arena, id, "");
    for (size_t k = 0; !found && k < run->arguments.count; k++)
        found = kp_evaluation_near(run, run->arena, id, run->arguments.items[k]);
    return found;
}

/* False where some workbook cannot be understood. */
static bool read_workbooks(import *i)
{
    bool all = true;

    for (size_t k = 0; k < i->run->arguments.count; k++)
        all = open_workbook(i, i->run->arguments.items[k]) && all;
    if (all && i->is_plan) {
        i->evaluation = evaluation_of(i);
        i->root = kp_forms_plan(i->forms, i->rubric, i->evaluation);
    } else if (all) {
        i->root = kp_forms_merge(i->forms, i->rubric);
    }
    return i->root != NULL;
}

static const char *text_at(const kp_ynode *root, const char *map, const char *key)
{
    const kp_ynode *node = map ? kp_ynode_get(root, map) : root;

    node = node ? kp_ynode_get(node, key) : NULL;
    return node && node->kind == KP_YSCALAR ? node->text : "";
}

/* The name of the file that is written is the id; else it is as it was, or follows from what it is about. */
static const char *id_of(const import *i)
{
    kp_arena *arena = i->run->arena;
    const char *path = i->run->value[KP_O_OUTPUT], *id = text_at(i->root, NULL, "id");
    const char *evaluation = text_at(i->root, NULL, "evaluation");

    if (path)
        return kp_path_stem(arena, path, ".yaml");
    if (i->is_plan && kp_is_file_id(evaluation))
        return kp_arena_printf(arena, "%s-plan", evaluation);
    if (*id)
        return id;
    id = kp_evaluation_id_for(arena, text_at(i->root, "unit", "name"), text_at(i->root, NULL, "year"));
    return kp_is_file_id(id) ? id : i->run->command->name; /* what it follows from is told by its cell */
}

/* Hold the result against the rules of its kind: what is wrong is told at its cell. */
static bool is_sound(const import *i)
{
    kp_run *run = i->run;
    kp_source source = i->forms->source;
    kp_reader reader = {run->arena, &source, run->sink};
    size_t errors = kp_sink_errors(run->sink);
    kp_evaluation *evaluation;
    kp_followup *followup;
    bool is_read;

    source.name = kp_arena_printf(run->arena, "%s.yaml", i->id);
    if (i->is_plan) {
        followup = kp_followup_read(&reader, i->root);
        is_read = followup != NULL;
        if (is_read)
            kp_check_followup(&reader, followup, i->evaluation);
    } else {
        evaluation = kp_evaluation_read(&reader, i->root);
        is_read = evaluation != NULL;
        if (is_read)
            kp_check_evaluation(&reader, evaluation, i->rubric);
    }
    return is_read && kp_sink_errors(run->sink) == errors;
}

/* ---- showing and writing ---- */

/* The file that would be replaced, as far as it can be read; NULL: there is none. */
static const kp_file *file_there(const import *i)
{
    kp_run *run = i->run;
    const char *path = run->value[KP_O_OUTPUT];
    kp_sink *unheard = kp_sink_new(run->message_lang);
    kp_file *file = KP_NEW(run->arena, kp_file);
    bool found = path && kp_os_is_file(path) && kp_file_read(run->arena, path, unheard, file) &&
                 !kp_sink_errors(unheard);

    kp_sink_free(unheard);
    return found ? file : NULL;
}

/* What the workbooks were made from. */
static const kp_ynode *base_of(const import *i)
{
    kp_sink *unheard = kp_sink_new(i->run->message_lang);
    kp_file *file = KP_NEW(i->run->arena, kp_file);
    size_t length;
    const char *base = kp_form_base(i->forms->items[0], &length);
    kp_source source = {.name = "", .text = base, .length = length};
    bool found = base && kp_file_parse(i->run->arena, source, unheard, file);

    kp_sink_free(unheard);
    return found ? file->root : NULL;
}

static void show_changes(const import *i, const kp_file *there)
{
    kp_run *run = i->run;
    kp_buf out = KP_BUF_INIT;

    if (kp_write_yaml_changes(run->arena, there ? there->root : base_of(i), i->root, &out) == 0)
        kp_buf_printf(&out, "%s\n", kp_message(run->arena, run->message_lang, KP_M_NO_CHANGES, NULL));
    kp_print_buf(run, &out);
    kp_buf_done(&out);
}

static void tell_what_is_gone(const import *i, const kp_file *there)
{
    kp_arena *arena = i->run->arena;
    const char *names;
    size_t count = there ? kp_yaml_lost(arena, there->root, i->root, &names) : 0;

    if (count)
        kp_report_file(i->run->sink, KP_D_VALUES_GONE, i->run->value[KP_O_OUTPUT],
                       kp_arena_printf(arena, "%zu", count), names);
}

/* Whether an existing file would be replaced by people who did not say so: they may hold the form of one of
 * several evaluators, and the others' values stand in the file. */
static bool may_write(const import *i)
{
    const kp_run *run = i->run;
    const char *path = run->value[KP_O_OUTPUT];

    return !path || run->value[KP_O_FORCE] || run->value[KP_O_DRY_RUN] || !kp_os_is_file(path);
}

/* What would be lost, where the workbooks could be understood, and the ways out. */
static void refuse(const import *i, bool is_read)
{
    kp_run *run = i->run;
    kp_diag *told = kp_report_file(run->sink, KP_D_TARGET_EXISTS, run->value[KP_O_OUTPUT], NULL);
    const kp_file *there = is_read ? file_there(i) : NULL;
    const char *names;
    size_t count = there ? kp_yaml_lost(run->arena, there->root, i->root, &names) : 0;

    if (count)
        kp_note(told, KP_N_ONLY_THERE, (kp_place){0}, kp_arena_printf(run->arena, "%zu", count), names);
    kp_note(told, KP_N_ALL_AT_ONCE, (kp_place){0}, NULL);
    kp_note(told, KP_N_FORCE, (kp_place){0}, NULL);
}

static void write_file(const import *i, const kp_file *there)
{
    kp_run *run = i->run;
    const char *path = run->value[KP_O_OUTPUT], *why = "";
    kp_file_status status;
    kp_buf out = KP_BUF_INIT;

    kp_write_yaml(i->root, &out);
    if (!path) {
        kp_print_buf(run, &out);
        fprintf(stderr, "%s\n",
                kp_message(run->arena, run->message_lang, KP_M_SAVE_AS,
                           kp_arena_printf(run->arena, "%s.yaml", i->id)));
    } else if ((status = kp_os_write(run->arena, path, kp_buf_text(&out), out.length, &why)) != KP_FILE_OK) {
        kp_report_target(run, run->arena, status, path, why);
    } else {
        fprintf(stderr, "%s\n", kp_message(run->arena, run->message_lang, KP_M_WROTE, path));
        tell_what_is_gone(i, there);
    }
    kp_buf_done(&out);
}

/* What all workbooks say together, sound and with its id; false where there is none. */
static bool read_all(import *i)
{
    if (!read_workbooks(i))
        return false;
    i->id = id_of(i);
    kp_import_set_id(i->run->arena, i->root, i->id);
    return is_sound(i) && !kp_sink_errors(i->run->sink);
}

int kp_cmd_import(kp_run *run)
{
import i = {.run = run, .forms = kp_forms_new(run->arena, run->sink, run->arguments.count) };
    const kp_file *there;
    int status = kp_check_yaml_output(run);
    bool is_read = status == KP_EXIT_OK && read_all(&i);

    if (status == KP_EXIT_OK && !may_write(&i))
        refuse(&i, is_read);
    if (!is_read || kp_sink_errors(run->sink))
        return status; /* the sink knows */
    there = file_there(&i);
    if (run->value[KP_O_DRY_RUN])
        show_changes(&i, there);
    else
        write_file(&i, there);
    return KP_EXIT_OK;
}
