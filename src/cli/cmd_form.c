#include "cli.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/form_book.h"
#include "kompass/utf8.h"

/* ---- evaluators ---- */

typedef struct evaluators {
    kp_form_evaluator items[KP_FORM_MAX_EVALUATORS];
    uint32_t count;  /* named */
    uint32_t number; /* asked for; 0: none was */
} evaluators;

static int refuse(const kp_run *run, const char *given)
{
    return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_EVALUATORS, given));
}

static const char *without_blanks(kp_arena *arena, const char *text, size_t length)
{
    while (length && *text == ' ')
        text++, length--;
    while (length && text[length - 1] == ' ')
        length--;
    return kp_arena_strndup(arena, text, length);
}

/* "LE=Lena Ehrnlund", or a name alone. */
static bool add_named(const kp_run *run, evaluators *e, const char *text, size_t length)
{
    const char *one = without_blanks(run->arena, text, length), *sign = strchr(one, '=');
    kp_form_evaluator added = {NULL, one};

    if (sign) {
        added.id = without_blanks(run->arena, one, (size_t)(sign - one));
        added.name = without_blanks(run->arena, sign + 1, strlen(sign + 1));
    }
    if (e->count == KP_FORM_MAX_EVALUATORS || !*added.name || (added.id && !*added.id))
        return false;
    for (uint32_t i = 0; added.id && i < e->count; i++)
        if (e->items[i].id && strcmp(e->items[i].id, added.id) == 0)
            return false;
    e->items[e->count++] = added;
    return true;
}

static int read_evaluators(const kp_run *run, evaluators *e)
{
    const char *given = run->value[KP_O_EVALUATORS];

    if (!given)
        return KP_EXIT_OK;
    if (*given && !given[strspn(given, "0123456789")]) {
        e->number = strlen(given) > 2 ? 0 : (uint32_t)strtoul(given, NULL, 10);
        return e->number && e->number <= KP_FORM_MAX_EVALUATORS ? KP_EXIT_OK : refuse(run, given);
    }
    if (!kp_is_clean_text(given))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_TEXT, "--evaluators"));
    for (const char *text = given;; text++) {
        size_t length = strcspn(text, ",");
        if (!add_named(run, e, text, length))
            return refuse(run, given);
        text += length;
        if (!*text)
            return KP_EXIT_OK;
    }
}

static bool has_id(const kp_evaluation *e, const kp_form_evaluator *added, uint32_t count, const char *id)
{
    for (uint32_t i = 0; i < count; i++)
        if (added[i].id && strcmp(added[i].id, id) == 0)
            return true;
    return e && kp_evaluator_find(e, id);
}

/* "Lena Ehrnlund" is LE, or LE2 where that is taken: without initials nobody could say whose a value is. */
static const char *initials_of(kp_arena *arena, const char *name, const kp_evaluation *e,
                               const kp_form_evaluator *added, uint32_t count)
{
    const char *initials = "", *id;
    uint32_t letter;

    for (const char *word = name + strspn(name, " "); *word; word += strspn(word, " ")) {
        size_t n = kp_utf8_decode(word, strlen(word), &letter);
        initials = kp_arena_printf(arena, "%s%.*s", initials, (int)n, word);
        word += strcspn(word, " ");
    }
    id = initials;
    for (unsigned number = 2; has_id(e, added, count, id); number++)
        id = kp_arena_printf(arena, "%s%u", initials, number);
    return id;
}

/* By the initials that were given, else by name. */
static bool is_listed(const kp_evaluation *e, const kp_form_evaluator *asked)
{
    if (asked->id)
        return e && kp_evaluator_find(e, asked->id);
    for (uint32_t i = 0; e && i < e->evaluator_count; i++)
        if (e->evaluators[i].name && strcmp(e->evaluators[i].name, asked->name) == 0)
            return true;
    return false;
}

static kp_form_evaluator *new_evaluators(kp_arena *arena, const evaluators *asked, const kp_evaluation *e,
                                         uint32_t *ret_count)
{
    kp_form_evaluator *added = KP_NEW_ARRAY(arena, KP_FORM_MAX_EVALUATORS, kp_form_evaluator);
    uint32_t count = 0;

    for (uint32_t i = 0; i < asked->count; i++)
        if (!is_listed(e, &asked->items[i]))
            added[count++] = asked->items[i];
    for (uint32_t i = 0; i < count; i++)
        if (!added[i].id)
            added[i].id = initials_of(arena, added[i].name, e, added, count);
    *ret_count = count;
    return added;
}

/* Those that the evaluation does not have: by name, or as many as are missing. */
static void add_missing(kp_arena *arena, const evaluators *asked, kp_form_input *input)
{
    const kp_evaluation *e = input->evaluation;
    uint32_t own = e ? e->evaluator_count : 0, all = asked->number         ? asked->number
                                                     : own || asked->count ? 0
                                                                           : 2;

    input->evaluators = new_evaluators(arena, asked, e, &input->evaluator_count);
    while (own + input->evaluator_count < all)
        input->evaluator_count++; /* nobody yet */
}

static bool has_scales(const kp_rubric *rubric)
{
    for (uint32_t i = 0; i < rubric->node_count; i++)
        if (rubric->nodes[i]->scale)
            return true;
    return false;
}

/* ---- one form ---- */

/* What all forms of a run share. */
typedef struct form_request {
    evaluators asked;
    kp_texts written; /* with room for each input */
} form_request;

static int put_form(kp_run *run, kp_arena *arena, form_request *request, kp_form_input *input, const char *id)
{
    const char *path = run->value[KP_O_OUTPUT], *year = input->year ? input->year : "1970";

    if (!path)
        path = kp_arena_printf(arena, "%s.xlsx", id);
    if (kp_workbook_date(run, input->evaluation ? kp_evaluation_date(arena, input->evaluation) : year,
                         &input->created) != KP_EXIT_OK)
        return KP_EXIT_USAGE;
    if (kp_is_written_already(run, &request->written, path))
        return KP_EXIT_INPUT;
    input->lang = run->output_lang          ? run->output_lang
                  : input->rubric->language ? input->rubric->language
                                            : "en";
    input->version = kp_version;
    add_missing(arena, &request->asked, input);
    if (run->value[KP_O_EVALUATORS] && !has_scales(input->rubric))
        kp_report_file(run->sink, KP_D_NO_OWN_VALUES, path, input->rubric->id, NULL);
    kp_put_book(run, arena, kp_form_book(arena, input), path);
    return KP_EXIT_OK;
}

static int form_of_rubric(kp_run *run, kp_arena *arena, form_request *request, const char *given)
{
    kp_form_input input = {
        .rubric = kp_find_rubric(run, given), .unit = run->value[KP_O_UNIT], .year = run->value[KP_O_YEAR]};

    return input.rubric ? put_form(run, arena, request, &input, input.rubric->id) : KP_EXIT_INPUT;
}

static int form_of_evaluation(kp_run *run, kp_arena *arena, form_request *request, const kp_file *file)
{
    kp_evaluation *e;

    for (int option = 0; option < 2; option++) {
        const kp_option_id id = option ? KP_O_YEAR : KP_O_UNIT;
        if (run->value[id])
            return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_ONLY_EMPTY_FORM,
                                                  option ? "--year" : "--unit"));
    }
    e = kp_load_evaluation(run, arena, file);
    if (!e)
        return KP_EXIT_INPUT;
    kp_evaluation_hash(arena, e);
    return put_form(run, arena, request, &(kp_form_input){.rubric = e->rubric, .evaluation = e}, e->id);
}

/* ---- the command ---- */

static int check_options(const kp_run *run)
{
    const char *year = run->value[KP_O_YEAR], *unit = run->value[KP_O_UNIT];

    if (unit && !kp_is_clean_text(unit))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_TEXT, "--unit"));
    if (year && (strlen(year) != 4 || strspn(year, "0123456789") != 4 || strcmp(year, "0000") == 0))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_YEAR, year));
    return kp_check_output(run);
}

/* A rubric or an evaluation, by its file. */
static int form_of_file(kp_run *run, kp_arena *arena, form_request *request, const kp_input *input)
{
    kp_file *file = KP_NEW(arena, kp_file);
    bool skip;

    if (!kp_file_read(arena, input->path, run->sink, file))
        return KP_EXIT_OK;
    if (file->kind == KP_RUBRIC && !input->from_folder)
        return form_of_rubric(run, arena, request, input->path);
    if (!kp_is_kind(run, arena, input, file, KP_EVALUATION, &skip))
        return KP_EXIT_OK;
    return form_of_evaluation(run, arena, request, file);
}

int kp_cmd_form(kp_run *run)
{
    const char *given = run->arguments.items[0];
    kp_arena *arena = kp_arena_new(NULL, NULL);
    form_request request = {.written = {KP_NEW(run->arena, const char *), 0}};
    int status = check_options(run);

    if (status == KP_EXIT_OK)
        status = read_evaluators(run, &request.asked);
    if (status == KP_EXIT_OK && !kp_is_path(given) && !kp_os_exists(given)) {
        status = form_of_rubric(run, arena, &request, given);
    } else if (status == KP_EXIT_OK) {
        const kp_inputs inputs = kp_expand(run);
        request.written.items = KP_NEW_ARRAY(run->arena, inputs.count, const char *);
        if (run->value[KP_O_OUTPUT] && inputs.count > 1)
            status = kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_ONE_OUTPUT, NULL));
        for (size_t i = 0; i < inputs.count && status != KP_EXIT_USAGE; i++) {
            int one = form_of_file(run, arena, &request, &inputs.items[i]);
            status = one > status ? one : status;
        }
    }
    kp_arena_free(arena);
    return status;
}
