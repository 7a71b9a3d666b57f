#include "support.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kompass/file.h"

/* ---- the fixture ---- */

int world_up(void **state)
{
    world *w = calloc(1, sizeof(*w));

    if (!w)
        return -1;
    w->arena = kp_arena_new(NULL, NULL);
    w->sink = kp_sink_new(KP_EN);
    *state = w;
    return 0;
}

void world_clear(world *w)
{
    kp_sink_free(w->sink);
    w->sink = kp_sink_new(KP_EN);
    kp_arena_reset(w->arena);
    kp_buf_clear(&w->buf);
}

/* A test's folder holds files, links and folders, a level or two deep. */
static void remove_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;

    while (dir && (entry = readdir(dir)) != NULL) {
        char path[4096];
        struct stat info;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
        if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode))
            remove_folder(path);
        else
            unlink(path);
    }
    if (dir)
        closedir(dir);
    rmdir(folder);
}

int world_down(void **state)
{
    world *w = *state;

    if (w->folder)
        remove_folder(w->folder);
    free(w->folder);
    kp_buf_done(&w->buf);
    kp_sink_free(w->sink);
    kp_arena_free(w->arena);
    free(w);
    return 0;
}

const char *world_folder(world *w)
{
    const char *parent = getenv("TMPDIR");
    char path[4096];

    snprintf(path, sizeof(path), "%s/kompass-test-XXXXXX", parent ? parent : "/tmp");
    assert_non_null(mkdtemp(path));
    w->folder = strdup(path);
    assert_non_null(w->folder);
    return w->folder;
}

void choose_tests(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    if (argc > 2)
        cmocka_set_skip_filter(argv[2]);
}

/* ---- asserts ---- */

static size_t line_length(const char *text)
{
    return strcspn(text, "\n");
}

static void show_first_difference(const char *got, const char *want)
{
    unsigned line = 1;

    for (;;) {
        size_t n = line_length(got), m = line_length(want);
        if (n != m || strncmp(got, want, n) != 0 || !got[n] || !want[m]) {
            print_error("line %u differs\n    got:  %.*s%s\n    want: %.*s%s\n", line, (int)n, got,
                        got[n] ? "" : "(end)", (int)m, want, want[m] ? "" : "(end)");
            return;
        }
        got += n + 1;
        want += m + 1;
        line++;
    }
}

void check_text(const char *got, const char *want, const char *file, int line)
{
    if (got && want && strcmp(got, want) == 0)
        return;
    if (!got && !want)
        return;
    if (!got || !want) {
        print_error("got:  %s\nwant: %s\n", got ? got : "(NULL)", want ? want : "(NULL)");
    } else {
        show_first_difference(got, want);
        print_error("whole text:\n%s\n", got);
    }
    _fail(file, line);
}

void check_int(long long got, long long want, const char *file, int line)
{
    if (got == want)
        return;
    print_error("got %lld, want %lld\n", got, want);
    _fail(file, line);
}

void check_true(bool holds, const char *condition, const char *file, int line)
{
    if (holds)
        return;
    print_error("not so: %s\n", condition);
    _fail(file, line);
}

void check_num(world *w, kp_num got, const char *want, const char *file, int line)
{
    if (kp_num_cmp(got, num_of(w->arena, want)) == 0)
        return;
    print_error("got %s, want %s\n", num_text(w->arena, got), want);
    _fail(file, line);
}

/* "t.yaml:3:5: error: message [KP010]" -> "3:5 KP010" */
static void add_code(const char *line, size_t length, kp_buf *out)
{
    const char *place = memchr(line, ':', length), *end = line + length;
    size_t digits = place ? strspn(place + 1, "0123456789:") : 0;

    while (digits && place[digits] == ':')
        digits--;
    if (digits)
        kp_buf_add(out, place + 1, digits);
    else
        kp_buf_puts(out, "file");
    kp_buf_putc(out, ' ');
    kp_buf_add(out, end - 6, 5);
    kp_buf_putc(out, '\n');
}

void check_codes(world *w, const char *want, const char *file, int line)
{
    kp_buf text = KP_BUF_INIT, codes = KP_BUF_INIT;
    const char *copy;

    kp_sink_render(w->sink, KP_DIAG_SHORT, false, &text);
    for (const char *p = kp_buf_text(&text); *p; p += line_length(p) + 1)
        add_code(p, line_length(p), &codes);
    if (codes.length)
        codes.data[--codes.length] = '\0';
    copy = kp_arena_strdup(w->arena, kp_buf_text(&codes));
    if (strcmp(copy, want) != 0)
        print_error("%s", kp_buf_text(&text));
    kp_buf_done(&codes);
    kp_buf_done(&text);
    check_text(copy, want, file, line);
}

void check_problems(world *w, const char *want, const char *file, int line)
{
    kp_buf text = KP_BUF_INIT;
    const char *copy;

    kp_sink_render(w->sink, KP_DIAG_TEXT, false, &text);
    copy = kp_arena_strdup(w->arena, kp_buf_text(&text));
    kp_buf_done(&text);
    check_text(copy, want, file, line);
}

void check_told(world *w, const char *words, const char *file, int line)
{
    kp_buf text = KP_BUF_INIT;
    bool told;

    kp_sink_render(w->sink, KP_DIAG_SHORT, false, &text);
    told = strstr(kp_buf_text(&text), words) != NULL;
    if (!told)
        print_error("not told: %s\nbut: %s", words, kp_buf_text(&text));
    kp_buf_done(&text);
    if (!told)
        _fail(file, line);
}

/* ---- numbers ---- */

static kp_num whole_of(kp_arena *arena, const char *digits, size_t count)
{
    kp_num x = kp_num_int(0);

    for (size_t i = 0; i < count; i++)
        x = kp_num_add(arena, kp_num_mul(arena, x, kp_num_int(10)), kp_num_int(digits[i] - '0'));
    return x;
}

kp_num num_of(kp_arena *arena, const char *text)
{
    const char *start = text + (*text == '-');
    size_t whole = strspn(start, "0123456789"), rest;
    kp_num x = whole_of(arena, start, whole), unit = kp_num_int(1);

    rest = start[whole] ? strlen(start + whole + 1) : 0;
    if (start[whole] == '/') {
        x = kp_num_div(arena, x, whole_of(arena, start + whole + 1, rest));
    } else if (start[whole] == '.') {
        for (size_t i = 0; i < rest; i++)
            unit = kp_num_mul(arena, unit, kp_num_int(10));
        x = kp_num_add(arena, x, kp_num_div(arena, whole_of(arena, start + whole + 1, rest), unit));
    } else if (start[whole]) {
        print_error("'%s' is no number\n", text);
        fail();
    }
    return *text == '-' ? kp_num_sub(arena, kp_num_int(0), x) : x;
}

const char *num_text(kp_arena *arena, kp_num x)
{
    if (x.big)
        return kp_arena_printf(arena, "~%s", kp_num_digits(arena, x, 18));
    if (x.d == 1)
        return kp_arena_printf(arena, "%lld", (long long)x.n);
    return kp_arena_printf(arena, "%lld/%lld", (long long)x.n, (long long)x.d);
}

/* ---- files ---- */

const kp_source *source_of(world *w, const char *name, const char *text)
{
    kp_source *source = KP_NEW(w->arena, kp_source);

    *source = (kp_source){.name = name, .text = text, .length = strlen(text)};
    return source;
}

kp_ynode *tree_of(world *w, const char *text)
{
    return kp_ytree_read(w->arena, source_of(w, "t.yaml", text), w->sink);
}

kp_reader reader_of(world *w, const char *text)
{
    return (kp_reader){w->arena, source_of(w, "t.yaml", text), w->sink};
}

static kp_file *file_of(world *w, const char *name, const char *text)
{
    kp_file *file = KP_NEW(w->arena, kp_file);
    const kp_source source = {.name = name, .text = text, .length = strlen(text)};

    if (!kp_file_parse(w->arena, source, w->sink, file) || !kp_file_require_kind(w->arena, file, w->sink))
        return NULL;
    return file;
}

kp_rubric *rubric_of(world *w, const char *text)
{
    size_t errors = kp_sink_errors(w->sink);
    kp_file *file = file_of(w, "r.yaml", text);
    kp_reader reader = {w->arena, file ? &file->source : NULL, w->sink};
    kp_rubric *rubric = file ? kp_rubric_read(&reader, file->root) : NULL;

    if (!rubric)
        return NULL;
    kp_check_rubric(&reader, rubric);
    if (kp_sink_errors(w->sink) != errors)
        return NULL;
    kp_rubric_weigh(w->arena, rubric);
    return rubric;
}

kp_evaluation *evaluation_of(world *w, const kp_rubric *rubric, const char *text)
{
    size_t errors = kp_sink_errors(w->sink);
    kp_file *file = file_of(w, "e.yaml", text);
    kp_reader reader = {w->arena, file ? &file->source : NULL, w->sink};
    kp_evaluation *evaluation = file ? kp_evaluation_read(&reader, file->root) : NULL;

    if (!evaluation)
        return NULL;
    kp_check_evaluation(&reader, evaluation, rubric);
    return kp_sink_errors(w->sink) == errors ? evaluation : NULL;
}

/* ---- children ---- */

outcome run_in_child(world *w, child_act *act, const void *context)
{
    outcome o = {0, ""};
    int ends[2], status = 0;
    size_t length = 0;
    ssize_t n = 0;
    pid_t pid;

    assert_int(pipe(ends), 0);
    fflush(NULL);
    pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        act(w, context);
        _exit(0);
    }
    close(ends[1]);
    while (length < sizeof(o.said) - 1 &&
           (n = read(ends[0], o.said + length, sizeof(o.said) - 1 - length)) > 0)
        length += (size_t)n;
    close(ends[0]);
    assert_int(waitpid(pid, &status, 0), pid);
    o.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return o;
}
