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

/* SOURCE_DATE_EPOCH (reproducible-builds.org), else the evaluation's own date. False: it is set, but wrong. */
static bool date_of_workbook(const kp_run *run, const kp_evaluation *e, int64_t *ret)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    const char *date = e->date ? e->date : e->visited ? e->visited : kp_arena_printf(run->arena, "%04d", e->year);

    if (!epoch || !*epoch) {
        *ret = seconds_of(date);
        return true;
    }
    *ret = strtoll(epoch, NULL, 10);
    return epoch[strspn(epoch, "0123456789")] == '\0' && strlen(epoch) <= 12;
}

/* ---- references ---- */

static const kp_reference *load_reference(kp_run *run, kp_arena *arena, const char *given, const char *for_file)
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
        !kp_is_kind(run, arena, &(kp_input){path, false}, file, KP_REFERENCE, &skip))
        return NULL;
    return kp_load_reference(run, arena, file);
}

/* A mean of another edition or country beside a result would be taken for a comparison. */
static bool reference_fits(kp_run *run, const kp_reference *reference, const kp_evaluation *e)
{
    if (strcmp(reference->rubric_id, e->rubric_id) != 0) {
        kp_report(run->sink, KP_D_REFERENCE_OF_OTHER_RUBRIC,
                  kp_ynode_place(&reference->source, reference->rubric_at), reference->id, reference->rubric_id,
                  e->rubric_id);
        return false;
    }
    if (reference->country && e->unit.country && strcmp(reference->country, e->unit.country) != 0) {
        kp_report(run->sink, KP_D_REFERENCE_OF_OTHER_COUNTRY, kp_whole_file(&reference->source), reference->id,
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

static void report_target(kp_run *run, kp_arena *arena, kp_file_status status, const char *path, const char *why)
{
    if (status == KP_FILE_IS_FOLDER)
        kp_report_file(run->sink, KP_D_TARGET_NOT_REGULAR, path, kp_phrase(run->sink, arena, KP_P_A_FOLDER, NULL));
    else if (status == KP_FILE_NOT_REGULAR)
        kp_report_file(run->sink, KP_D_TARGET_NOT_REGULAR, path, kp_phrase(run->sink, arena, KP_P_A_DEVICE, NULL));
    else
        kp_report_file(run->sink, KP_D_NOT_WRITTEN, path, why);
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
    kp_audit audit;

    if (!date_of_workbook(run, e, &input.created))
        return kp_usage_error(run, kp_message(arena, run->message_lang, KP_M_BAD_EPOCH, getenv("SOURCE_DATE_EPOCH")));
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
    write_book(run, arena, kp_overview_book(arena, &input), path);
    return KP_EXIT_OK;
}

static int export_file(kp_run *run, const kp_input *file_input, size_t *exported)
{
    kp_arena *arena = kp_arena_new(NULL, NULL);
    kp_file *file = KP_NEW(arena, kp_file);
    kp_evaluation *e = NULL;
    int status = KP_EXIT_OK;
    bool skip = false;

    if (kp_file_read(arena, file_input->path, run->sink, file) &&
        kp_is_kind(run, arena, file_input, file, KP_EVALUATION, &skip))
        e = kp_load_evaluation(run, arena, file);
    if (e && run->value[KP_O_OUTPUT] && *exported)
        status = kp_usage_error(run, kp_message(arena, run->message_lang, KP_M_ONE_OUTPUT, NULL));
    else if (e)
        status = export_evaluation(run, arena, e,
                                   run->value[KP_O_OUTPUT] ? run->value[KP_O_OUTPUT]
                                                           : kp_arena_printf(arena, "%s.xlsx", e->id));
    *exported += e != NULL;
    kp_arena_free(arena);
    return status;
}

int kp_cmd_export(kp_run *run)
{
    const kp_inputs inputs = kp_expand(run, &run->arguments);
    size_t exported = 0;
    int status = KP_EXIT_OK;

    for (size_t i = 0; i < inputs.count && status != KP_EXIT_USAGE; i++) {
        int one = export_file(run, &inputs.items[i], &exported);
        status = one > status ? one : status;
    }
    if (!inputs.count && kp_sink_count(run->sink, KP_FAILURE) == 0)
        kp_report_file(run->sink, KP_D_NOTHING_FOUND, run->arguments.items[0], kp_kind_name(KP_EVALUATION));
    return status;
}
