#include "xlsx_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kompass/os.h"

kp_style style_of(kp_role role)
{
    return (kp_style){.role = (uint8_t)role};
}

kp_book *book_of(world *w)
{
    return kp_book_new(w->arena, (kp_book_info){.title = "Titel", .lang = "sv", .created = 1617235200});
}

/* A book of one sheet with something in it. */
kp_sheet *sheet_of(world *w, const char *name)
{
    kp_sheet *sheet = kp_book_add_sheet(book_of(w), name);

    kp_put_text(sheet, 0, 0, style_of(KP_ROLE_BODY), "A");
    return sheet;
}

const char *path_of(world *w, const char *name)
{
    return kp_path_join(w->arena, w->folder ? w->folder : world_folder(w), name);
}

kp_xlsx_status write_to(world *w, kp_book *book, const char *path, const char **ret_why)
{
    *ret_why = NULL;
    kp_book_finish(book);
    return kp_write_xlsx(w->arena, book, path, ret_why);
}

/* Written, or the test has failed; the path. */
const char *written(world *w, kp_book *book)
{
    const char *path = path_of(w, "t.xlsx"), *why;

    if (write_to(w, book, path, &why) != KP_XLSX_OK) {
        print_error("%s\n", why);
        fail();
    }
    return path;
}

static bool has_unzip(void)
{
    return system("unzip -v > /dev/null 2>&1") == 0;
}

/* What a command says, or the test is skipped: it needs unzip. */
const char *told_by(world *w, const char *command)
{
    FILE *pipe;
    char bytes[4096];
    size_t n;

    if (!has_unzip())
        skip();
    pipe = popen(command, "r");
    assert_non_null(pipe);
    kp_buf_clear(&w->buf);
    while ((n = fread(bytes, 1, sizeof(bytes), pipe)) > 0)
        kp_buf_add(&w->buf, bytes, n);
    assert_int(pclose(pipe), 0);
    return kp_arena_strdup(w->arena, kp_buf_text(&w->buf));
}

/* The text of a part. */
const char *part_of(world *w, const char *path, const char *part)
{
    return told_by(w, kp_arena_printf(w->arena, "unzip -p '%s' '%s'", path, part));
}

void check_has(const char *text, const char *want, bool has, int line)
{
    if ((strstr(text, want) != NULL) == has)
        return;
    print_error("%s: %s\nin: %.4000s\n", has ? "missing" : "found", want, text);
    _fail(__FILE__, line);
}

kp_range range_of(const kp_sheet *sheet)
{
    return (kp_range){sheet, 0, 0, 2, 0};
}

kp_chart chart_of(const kp_sheet *sheet)
{
    kp_chart chart = {.alt_text = "ord", .width = 300, .height = 200, .series_count = 1};

    chart.series[0] = (kp_series){"S", range_of(sheet), range_of(sheet), false};
    return chart;
}

kp_chart chart_over_formulas(world *w, kp_sheet *sheet, kp_chart_kind kind)
{
    kp_chart chart = {.kind = kind,
                      .title = "=Titel",
                      .alt_text = "Ord & \"tal\"",
                      .has_range = true,
                      .max = 100,
                      .step = 20,
                      .column = 4,
                      .width = 480,
                      .height = 288,
                      .series_count = 2};
    static const char *const names[] = {"Demokrati", "Styrning & ledning", "_x0041_", "Tom"};

    for (uint32_t i = 0; i < 4; i++)
        kp_put_text(sheet, 1 + i, 0, style_of(KP_ROLE_BODY), names[i]);
    kp_put_formula(sheet, 1, 1, style_of(KP_ROLE_BODY), "=10+2.5", num_of(w->arena, "12.5"));
    kp_put_formula(sheet, 2, 1, style_of(KP_ROLE_BODY), "=0*1", kp_num_int(0));
    kp_put_text_formula(sheet, 3, 1, style_of(KP_ROLE_BODY), "=\"-\"", "-");
    kp_put_blank(sheet, 4, 1, style_of(KP_ROLE_BODY));
    kp_put_number(sheet, 1, 2, style_of(KP_ROLE_BODY), kp_num_int(50));
    chart.series[0] = (kp_series){"=Egen", {sheet, 1, 0, 4, 0}, {sheet, 1, 1, 4, 1}, false};
    chart.series[1] = (kp_series){"Snitt", {sheet, 1, 0, 4, 0}, {sheet, 1, 2, 4, 2}, false};
    return chart;
}
