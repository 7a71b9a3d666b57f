#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kompass/write.h"

/* Plans of workbooks become files here, whichever command filled them. */

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

int kp_workbook_date(const kp_run *run, const char *date, int64_t *ret)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");

    if (!epoch || !*epoch) {
        *ret = seconds_of(date);
        if (*ret < 0) /* a year before 1970, mistyped surely: no reason to refuse the workbook */
            *ret = 0;
        return KP_EXIT_OK;
    }
    if (!epoch[strspn(epoch, "0123456789")] && strlen(epoch) <= 12) {
        *ret = strtoll(epoch, NULL, 10);
        if (*ret < days_of(10000, 1, 1) * 86400) /* dates have years of four digits */
            return KP_EXIT_OK;
    }
    return kp_usage_error(run, kp_message(run->arena, run->message_lang, KP_M_BAD_EPOCH, epoch));
}

/* ---- writing ---- */

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
    kp_file_status status;

    if (!kp_may_replace_workbook(run, path))
        return;
    status = kp_os_begin(arena, path, &file, &why);
    if (status != KP_FILE_OK) {
        kp_report_target(run, arena, status, path, why);
        return;
    }
    if (kp_write_xlsx(arena, book, file.temporary, &why) != KP_XLSX_OK) {
        kp_os_abandon(&file);
        kp_report_file(run->sink, KP_D_NOT_WRITTEN, path, why);
        return;
    }
    status = kp_os_commit(arena, &file, &why);
    if (status != KP_FILE_OK)
        kp_report_target(run, arena, status, path, why);
    else
        fprintf(stderr, "%s\n", kp_message(run->arena, run->message_lang, KP_M_WROTE, path));
}

void kp_put_book(kp_run *run, kp_arena *arena, const kp_book *book, const char *path)
{
    if (run->command->hidden) /* plan, plan-form */
        print_plan(run, arena, book);
    else
        write_book(run, arena, book, path);
}
