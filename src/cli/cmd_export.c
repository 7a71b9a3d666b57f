#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kompass/write.h"

/* ---- the date inside the workbook ---- */

/* Days from 1970-01-01 to a date of the proleptic Gregorian calendar (H. Hinnant, chrono-compatible low-level
 * date algorithms, days_from_civil). */
static int64_t days_of(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year, era = (y >= 0 ? y : y - 399) / 400, year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/* Noon of a date YYYY, YYYY-MM or YYYY-MM-DD, so that every time zone shows that day. */
static int64_t seconds_of(const char *date)
{
    int year = (int)strtol(date, NULL, 10), month = 1, day = 1;

    if (strlen(date) >= 7)
        month = (int)strtol(date + 5, NULL, 10);
    if (strlen(date) >= 10)
        day = (int)strtol(date + 8, NULL, 10);
    return days_of(year, month, day) * 86400 + 12 * 3600;
}

/* SOURCE_DATE_EPOCH (reproducible-builds.org), else the evaluation's own date. False: it is set, but wrong.
 */
static bool date_of_workbook(const kp_run *run, const kp_evaluation *e, int64_t *ret)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    const char *date = e->date      ? e->date
                       : e->visited ? e->visited
                                    : kp_arena_printf(run->arena, "%04d", e->year);

    if (!epoch || !*epoch) {
        *ret = seconds_of(date);
        if (*ret < 0) /* a year before 1970, mistyped surely: no reason to refuse the workbook */
            *ret = 0;
        return true;
    }
    if (epoch[strspn(epoch, "0123456789")] || strlen(epoch) > 12)
        return false;
    *ret = strtoll(epoch, NULL, 10);
    return *ret < days_of(10000, 1, 1) * 86400; /* dates have years of four digits */
}

/* ---- references ---- */

static const kp_reference *load_reference(kp_run *run, kp_arena *arena, const char *given,
                                          const char *for_file)
{
    kp_file *file = KP_NEW(arena, kp_file);
    const char *path = given;
    bool skip;

    if (!strchr(given, '/') && !kp_os_is_file(given))
        path = kp_library_path(run->library, given, for_file);
    if (!path) {
        kp_report_file(run->sink, KP_D_REFERENCE_NOT_FOUND, for_file, given);
        return NULL;
    }
    if (!kp_file_read(arena, path, run->sink, file) ||
        !kp_is_kind(run, arena, &(kp_input){.path = path}, file, KP_REFERENCE, &skip))
        return NULL;
    return kp_load_reference(run, arena, file);
}

/* A mean of another edition or country beside a result would be taken for a comparison. */
static bool reference_fits(kp_run *run, const kp_reference *reference, const kp_evaluation *e)
{
    if (strcmp(reference->rubric_id, e->rubric_id) != 0) {
        kp_report(run->sink, KP_D_REFERENCE_OF_OTHER_RUBRIC,
                  kp_ynode_place(&reference->source, reference->rubric_at), reference->id,
                  reference->rubric_id, e->rubric_id);
        return false;
    }
    if (reference->country && e->unit.country && strcmp(reference->country, e->unit.country) != 0) {
        kp_report(run->sink, KP_D_REFERENCE_OF_OTHER_COUNTRY,
                  kp_ynode_place(&reference->source, reference->country_at), reference->id,
                  reference->country, e->unit.name, e->unit.country);
        return false;
    }
    return true;
}

static bool load_references(kp_run *run, kp_arena *arena, const kp_evaluation *e, const kp_reference ***ret)
{
    const kp_reference **list = KP_NEW_ARRAY(arena, run->references.count, const kp_reference *);
    bool all = true;

    for (size_t i = 0; i < run->references.count; i++) {
        list[i] = load_reference(run, arena, run->references.items[i], e->source.name);
        if (!list[i] || !reference_fits(run, list[i], e))
            all = false;
    }
    *ret = list;
    return all;
}

/* ---- writing ---- */

static void report_target(kp_run *run, kp_arena *arena, kp_file_status status, const char *path,
                          const char *why)
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

/* `plan`: what the workbook would hold, as text. */
static void print_plan(kp_run *run, kp_arena *arena, const kp_book *book)
{
    kp_buf out = KP_BUF_INIT;

    kp_write_book_dump(arena, book, &out);
    kp_print_buf(run, &out);
    kp_buf_done(&out);
}

static void write_book(kp_run *run, kp_arena *arena, const kp_book *book, const char *path)
{
    kp_new_file file;
    const char *why = "";
    kp_file_status status = kp_os_begin(arena, path, &file, &why);

    if (status != KP_FILE_OK) {
        report_target(run, arena, status, path, why);
        return;
    }
    if (kp_write_xlsx(arena, book, file.temporary, &why) != KP_XLSX_OK) {
        kp_os_abandon(&file);
        kp_report_file(run->sink, KP_D_NOT_WRITTEN, path, why);
        return;
    }
    status = kp_os_commit(arena, &file, &why);
    if (status != KP_FILE_OK)
        report_target(run, arena, status, path, why);
    else
        fprintf(stderr, "%s\n", kp_message(run->arena, run->message_lang, KP_M_WROTE, path));
}

static int export_evaluation(kp_run *run, kp_arena *arena, kp_evaluation *e, const char *path)
{
    const kp_reference **references;
    const char *audience = run->value[KP_O_AUDIENCE];
    kp_overview_input input = {0};
    const kp_book *book;
    kp_audit audit;

    if (!date_of_workbook(run, e, &input.created))
        return kp_usage_error(
            run, kp_message(arena, run->message_lang, KP_M_BAD_EPOCH, getenv("SOURCE_DATE_EPOCH")));
    if (!load_references(run, arena, e, &references))
        return KP_EXIT_INPUT;
    audit = kp_audit_evaluation(arena, e);
    input.score = kp_score_evaluation(arena, e);
    input.audit = &audit;
    input.references = references;
    input.reference_count = (uint32_t)run->references.count;
    input.audience = audience && strcmp(audience, "team") == 0 ? KP_TEAM : KP_BOARD;
    input.lang = run->output_lang ? run->output_lang : e->rubric->language ? e->rubric->language : "en";
    input.version = kp_version;
    input.evaluation_sha256 = kp_evaluation_hash(arena, e);
    book = kp_overview_book(arena, &input);
    if (run->command->id == KP_C_PLAN)
        print_plan(run, arena, book);
    else
        write_book(run, arena, book, path);
    return KP_EXIT_OK;
}

/* ---- targets ---- */

/* Names of workbooks that this run has written: two evaluations with one id must not replace each other. */
static bool is_written_already(kp_run *run, kp_texts *written, const char *path)
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

static bool ends_with(const char *text, const char *tail)
{
    size_t length = strlen(text), own = strlen(tail);

    return length >= own && strcmp(text + length - own, tail) == 0;
}

/* Whether there is more than one evaluation among the inputs. What is wrong with a file is told later. */
static bool are_several(const kp_inputs *inputs)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    size_t count = 0;

    for (size_t i = 0; i < inputs->count && inputs->count > 1 && count < 2; i++) {
        kp_sink *unheard = kp_sink_new(KP_EN);
        kp_file *file = KP_NEW(arena, kp_file);
        count += kp_file_read(arena, inputs->items[i].path, unheard, file) && file->kind == KP_EVALUATION;
        kp_sink_free(unheard);
        kp_arena_reset(arena);
    }
    kp_arena_free(arena);
    return count > 1;
}

/* What can be said of -o before anything is written. */
static int check_output(const kp_run *run, const kp_inputs *inputs)
{
    const char *path = run->value[KP_O_OUTPUT];

    if (!path)
        return KP_EXIT_OK;
    if (!*path)
        return kp_usage_error(
            run, kp_message(run->arena, run->message_lang, KP_M_NEEDS_ARGUMENT, "--output", "FILE"));
    if (ends_with(path, ".yaml") || ends_with(path, ".yml"))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_NO_WORKBOOK, path));
    if (are_several(inputs))
        return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_ONE_OUTPUT, NULL));
    return KP_EXIT_OK;
}

/* ---- the command ---- */

static int export_file(kp_run *run, const kp_inputs *inputs, const kp_input *input, kp_texts *written)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_file *file = KP_NEW(arena, kp_file);
    kp_evaluation *e = NULL;
    const char *path = run->value[KP_O_OUTPUT];
    int status = KP_EXIT_OK;
    bool skip = false;

    if (kp_file_read(arena, input->path, run->sink, file) &&
        kp_is_kind(run, arena, input, file, KP_EVALUATION, &skip))
        e = kp_load_evaluation(run, arena, file);
    if (!skip)
        kp_input_counts(inputs, input);
    if (e && !path)
        path = kp_arena_printf(arena, "%s.xlsx", e->id);
    if (e && !is_written_already(run, written, path))
        status = export_evaluation(run, arena, e, path);
    kp_arena_free(arena);
    return status;
}

int kp_cmd_export(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run);
    kp_texts written = {KP_NEW_ARRAY(run->arena, inputs.count, const char *), 0};
    int status = check_output(run, &inputs);

    for (size_t i = 0; i < inputs.count && status != KP_EXIT_USAGE; i++) {
        int one = export_file(run, &inputs, &inputs.items[i], &written);
        status = one > status ? one : status;
    }
    if (status != KP_EXIT_USAGE)
        kp_report_empty_folders(run, &inputs, KP_EVALUATION);
    return status;
}
