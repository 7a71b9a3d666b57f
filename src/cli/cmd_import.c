#include "cli.h"

#include <stdio.h>
#include <string.h>

#include "kompass/check.h"
#include "kompass/import.h"
#include "kompass/write.h"

/* Filled-in forms, back as an evaluation. Whatever is wrong with one of them: nothing is written. */

static int check_options(const kp_run *run)
{
    const char *path = run->value[KP_O_OUTPUT];

    if (path && !kp_is_file_id(kp_path_stem(run->arena, path, ".yaml")))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_FILE_NAME, path));
    return KP_EXIT_OK;
}

/* An existing file is told before any work is done. */
static bool may_write(kp_run *run)
{
    const char *path = run->value[KP_O_OUTPUT];
    kp_diag *told;

    if (!path || run->value[KP_O_FORCE] || run->value[KP_O_DRY_RUN] || !kp_os_exists(path))
        return true;
    told = kp_report_file(run->sink, KP_D_TARGET_EXISTS, path, NULL);
    kp_note(told, KP_N_FORCE, (kp_place){0}, NULL);
    return false;
}

/* ---- reading ---- */

static const kp_rubric *rubric_of(kp_run *run, const kp_form *form, const char *path)
{
    kp_place place;
    const char *id = kp_form_rubric(form, &place), *found = NULL;
    bool broken = false;
    const kp_rubric *rubric = kp_library_rubric(run->library, id, path, &broken, &found);

    if (!rubric && !broken &&
        run->value[KP_O_OUTPUT]) /* a form may have come by mail; the evaluation lies at home */
        rubric = kp_library_rubric(run->library, id, run->value[KP_O_OUTPUT], &broken, &found);
    if (!rubric)
        kp_report(run->sink, broken ? KP_D_RUBRIC_HAS_ERRORS : KP_D_RUBRIC_NOT_FOUND, place, id);
    return rubric;
}

static bool read_form(kp_run *run, kp_forms *forms, const char *path, const kp_rubric **ret)
{
    kp_form *form = kp_forms_open(forms, path);

    if (!form)
        return false;
    *ret = rubric_of(run, form, path);
    if (*ret)
        kp_form_read(form, *ret);
    return *ret != NULL;
}

/* The tree of the evaluation that all forms together say; NULL where they cannot be understood. */
static kp_ynode *read_forms(kp_run *run, kp_forms *forms, const kp_rubric **ret)
{
    bool all = true;

    for (size_t i = 0; i < run->arguments.count; i++)
        all = read_form(run, forms, run->arguments.items[i], ret) && all;
    return all ? kp_forms_merge(forms, *ret) : NULL;
}

static const char *text_at(const kp_ynode *root, const char *map, const char *key)
{
    const kp_ynode *node = map ? kp_ynode_get(root, map) : root;

    node = node ? kp_ynode_get(node, key) : NULL;
    return node && node->kind == KP_YSCALAR ? node->text : "";
}

/* The name of the file that is written is the id; else it is as it was, or follows from municipality and
 * year. */
static const char *id_of(kp_run *run, const kp_ynode *root)
{
    const char *path = run->value[KP_O_OUTPUT], *id = text_at(root, NULL, "id");

    if (path)
        return kp_path_stem(run->arena, path, ".yaml");
    return *id ? id
               : kp_evaluation_id_for(run->arena, text_at(root, "unit", "name"), text_at(root, NULL, "year"));
}

/* Hold the result against the rules of evaluations: what is wrong is told at its cell. */
static bool is_sound(kp_run *run, kp_forms *forms, const kp_rubric *rubric, kp_ynode *root, const char *id)
{
    kp_source source = forms->source;
    kp_reader reader = {run->arena, &source, run->sink};
    size_t errors = kp_sink_errors(run->sink);
    kp_evaluation *evaluation;

    source.name = kp_arena_printf(run->arena, "%s.yaml", id);
    evaluation = kp_evaluation_read(&reader, root);
    if (evaluation)
        kp_check_evaluation(&reader, evaluation, rubric);
    return evaluation && kp_sink_errors(run->sink) == errors;
}

/* ---- showing and writing ---- */

/* What the forms are held against: the file that would be replaced, else what they were made from. */
static const kp_ynode *tree_before(kp_run *run, const kp_forms *forms)
{
    const char *path = run->value[KP_O_OUTPUT];
    kp_sink *unheard = kp_sink_new(run->message_lang);
    kp_file *file = KP_NEW(run->arena, kp_file);
    size_t length;
    const char *base = kp_form_base(forms->items[0], &length);
    kp_source source = {.name = "", .text = base, .length = length};
    bool found = false;

    if (path && kp_os_is_file(path))
        found = kp_file_read(run->arena, path, unheard, file);
    else if (base)
        found = kp_file_parse(run->arena, source, unheard, file);
    kp_sink_free(unheard);
    return found ? file->root : NULL;
}

static void show_changes(kp_run *run, const kp_forms *forms, const kp_ynode *root)
{
    kp_buf out = KP_BUF_INIT;

    if (kp_write_yaml_changes(run->arena, tree_before(run, forms), root, &out) == 0)
        kp_buf_printf(&out, "%s\n", kp_message(run->arena, run->message_lang, KP_M_NO_CHANGES, NULL));
    kp_print_buf(run, &out);
    kp_buf_done(&out);
}

static void write_evaluation(kp_run *run, const kp_ynode *root, const char *id)
{
    const char *path = run->value[KP_O_OUTPUT], *why = "";
    kp_buf out = KP_BUF_INIT;

    kp_write_yaml(root, &out);
    if (!path) {
        kp_print_buf(run, &out);
        fprintf(stderr, "%s\n",
                kp_message(run->arena, run->message_lang, KP_M_SAVE_AS,
                           kp_arena_printf(run->arena, "%s.yaml", id)));
    } else if (kp_os_write(run->arena, path, kp_buf_text(&out), out.length, &why) != KP_FILE_OK) {
        kp_report_file(run->sink, KP_D_NOT_WRITTEN, path, why);
    } else {
        fprintf(stderr, "%s\n", kp_message(run->arena, run->message_lang, KP_M_WROTE, path));
    }
    kp_buf_done(&out);
}

int kp_cmd_import(kp_run *run)
{
    kp_forms *forms = kp_forms_new(run->arena, run->sink, run->arguments.count);
    const kp_rubric *rubric = NULL;
    kp_ynode *root;
    const char *id;
    int status = check_options(run);

    if (status != KP_EXIT_OK || !may_write(run))
        return status;
    root = read_forms(run, forms, &rubric);
    if (!root)
        return KP_EXIT_OK; /* the sink knows */
    id = id_of(run, root);
    kp_import_set_id(run->arena, root, id);
    if (!is_sound(run, forms, rubric, root, id) || kp_sink_errors(run->sink))
        return KP_EXIT_OK;
    if (run->value[KP_O_DRY_RUN])
        show_changes(run, forms, root);
    else
        write_evaluation(run, root, id);
    return KP_EXIT_OK;
}
