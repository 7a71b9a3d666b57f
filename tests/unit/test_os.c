/* tests/unit/test_os.c - files and folders, and that a file is written whole or not at all. */
#include "support.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kompass/os.h"

/* ---- helpers ---- */

static const char *in_folder(world *w, const char *name)
{
    if (!w->folder)
        world_folder(w);
    return kp_arena_printf(w->arena, "%s/%s", w->folder, name);
}

/* Not by the functions under test. */
static const char *put_file(world *w, const char *name, const char *text)
{
    const char *path = in_folder(w, name);
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int(fclose(file), 0);
    return path;
}

static const char *content_of(world *w, const char *path)
{
    FILE *file = fopen(path, "rb");
    char bytes[1000];
    size_t length;

    if (!file)
        return "(no file)";
    length = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    return kp_arena_strndup(w->arena, bytes, length);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in the test's folder: that nothing else is left in it. */
static const char *names_in_folder(world *w)
{
    const char *names[64], *list = "";
    size_t count = 0;
    struct dirent *entry;
    DIR *dir = opendir(w->folder);

    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL && count < LENGTH(names))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            names[count++] = kp_arena_strdup(w->arena, entry->d_name);
    closedir(dir);
    if (count)
        qsort(names, count, sizeof(*names), by_name);
    for (size_t i = 0; i < count; i++)
        list = kp_arena_printf(w->arena, "%s%s%s", list, i ? " " : "", names[i]);
    return list;
}

static unsigned rights_of(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 ? (unsigned)info.st_mode & 07777 : 0;
}

static kp_file_status write_text(world *w, const char *path, const char *text)
{
    const char *why = NULL;
    kp_file_status status = kp_os_write(w->arena, path, text, strlen(text), &why);

    assert_int(why != NULL, status == KP_FILE_ERROR);
    return status;
}

/* ---- reading ---- */

static void a_file_is_read_whole(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "f", "åäö\n"), *why = NULL;
    kp_bytes bytes;

    assert_int(kp_os_read(w->arena, path, 100, &bytes, &why), KP_FILE_OK);
    assert_int(bytes.length, 7);
    assert_text(bytes.data, "åäö\n");
    assert_int(kp_os_read(w->arena, path, 7, &bytes, &why), KP_FILE_OK);
    assert_int(kp_os_read(w->arena, put_file(w, "empty", ""), 0, &bytes, &why), KP_FILE_OK);
    assert_int(bytes.length, 0);
    assert_text(bytes.data, "");
    assert_int(symlink("f", in_folder(w, "link")), 0);
    assert_int(kp_os_read(w->arena, in_folder(w, "link"), 100, &bytes, &why), KP_FILE_OK);
    assert_text(bytes.data, "åäö\n");
}

static void what_is_no_file_or_too_large_is_refused(void **state)
{
    world *w = *state;
    struct {
        int line;
        const char *path;
        size_t limit;
        kp_file_status status;
        const char *why;
    } rows[] = {
        {HERE, put_file(w, "f", "12345678"), 7, KP_FILE_TOO_LARGE, NULL},
        {HERE, in_folder(w, "none"), 100, KP_FILE_ERROR, strerror(ENOENT)},
        {HERE, in_folder(w, "f/x"), 100, KP_FILE_ERROR, strerror(ENOTDIR)},
        {HERE, "", 100, KP_FILE_ERROR, strerror(ENOENT)},
        {HERE, w->folder, 100, KP_FILE_IS_FOLDER, NULL},
        {HERE, "/dev/null", 100, KP_FILE_NOT_REGULAR, NULL},
        {HERE, in_folder(w, "pipe"), 100, KP_FILE_NOT_REGULAR, NULL}, /* and is not waited for */
    };

    assert_int(mkfifo(in_folder(w, "pipe"), 0600), 0);
    for (size_t i = 0; i < LENGTH(rows); i++) {
        kp_bytes bytes = {NULL, 77};
        const char *why = NULL;
        assert_int_at(rows[i].line, kp_os_read(w->arena, rows[i].path, rows[i].limit, &bytes, &why),
                      rows[i].status);
        assert_text_at(rows[i].line, why, rows[i].why);
        assert_int_at(rows[i].line, bytes.length, 77);
    }
}

static void kinds_of_paths_are_told_apart(void **state)
{
    world *w = *state;
    const char *file = put_file(w, "f", ""), *link = in_folder(w, "link"), *lost = in_folder(w, "lost");

    assert_int(symlink(w->folder, link), 0);
    assert_int(symlink("nowhere", lost), 0);
    assert_true(kp_os_is_file(file) && !kp_os_is_folder(file) && kp_os_exists(file));
    assert_true(!kp_os_is_file(link) && kp_os_is_folder(link) && kp_os_exists(link));
    assert_true(!kp_os_is_file(lost) && !kp_os_is_folder(lost) && !kp_os_exists(lost));
    assert_null(kp_os_absolute(w->arena, lost));
    assert_text(kp_os_absolute(w->arena, kp_arena_printf(w->arena, "%s/./link/f", w->folder)),
                kp_os_absolute(w->arena, file));
}

static void folders_are_listed_in_byte_order(void **state)
{
    world *w = *state;
    static const char *const files[] = {
        "b.yaml", "a.yaml", "a/z.yaml",     "a/b/c.yaml",  "a-b.yaml",   "B.yaml",        "å.yaml",
        "x.yml",  "yaml",   ".hidden.yaml", ".git/x.yaml", "a.yaml.bak", "e.yaml/in.yaml"};
    static const char *const folders[] = {"a", "a/b", ".git", "e.yaml", "empty"};
    const char *failed = NULL, *why = NULL, *list = "";
    kp_paths found = {NULL, 0};
    size_t skip;

    for (size_t i = 0; i < LENGTH(folders); i++)
        assert_int(mkdir(in_folder(w, folders[i]), 0700), 0);
    for (size_t i = 0; i < LENGTH(files); i++)
        put_file(w, files[i], "");
    assert_int(symlink("..", in_folder(w, "a/up")), 0);       /* would lead in circles */
    assert_int(symlink("b.yaml", in_folder(w, "s.yaml")), 0); /* a link to a file is a file */
    assert_int(kp_os_list(w->arena, w->folder, ".yaml", &found, &failed, &why), KP_FILE_OK);
    skip = strlen(w->folder) + 1;
    for (size_t i = 0; i < found.count; i++)
        list = kp_arena_printf(w->arena, "%s%s\n", list, found.items[i] + skip);
    assert_text(list,
                "B.yaml\na-b.yaml\na.yaml\na/b/c.yaml\na/z.yaml\nb.yaml\ne.yaml/in.yaml\ns.yaml\nå.yaml\n");
}

static void a_folder_that_cannot_be_listed_is_named(void **state)
{
    world *w = *state;
    const char *failed = NULL, *why = NULL;
    kp_paths found = {NULL, 77};

    assert_int(kp_os_list(w->arena, in_folder(w, "none"), ".yaml", &found, &failed, &why), KP_FILE_ERROR);
    assert_text(failed, in_folder(w, "none"));
    assert_text(why, strerror(ENOENT));
    assert_int(found.count, 77);
    if (geteuid() == 0)
        return; /* root may list every folder */
    assert_int(mkdir(in_folder(w, "shut"), 0000), 0);
    assert_int(kp_os_list(w->arena, w->folder, ".yaml", &found, &failed, &why), KP_FILE_ERROR);
    assert_text(failed, in_folder(w, "shut"));
    assert_text(why, strerror(EACCES));
}

static void many_files_are_listed(void **state)
{
    world *w = *state;
    const char *failed = NULL, *why = NULL;
    kp_paths found = {NULL, 0};

    for (int i = 0; i < 300; i++)
        put_file(w, kp_arena_printf(w->arena, "%03d.yaml", (i * 7) % 300), "");
    assert_int(kp_os_list(w->arena, w->folder, ".yaml", &found, &failed, &why), KP_FILE_OK);
    assert_int(found.count, 300);
    for (size_t i = 1; i < found.count; i++)
        assert_true(strcmp(found.items[i - 1], found.items[i]) < 0);
}

/* ---- writing ---- */

static void a_file_is_written(void **state)
{
    world *w = *state;
    const char *path = in_folder(w, "new.yaml"), *why = NULL;
    char *large = kp_arena_alloc(w->arena, 5000000);
    kp_bytes bytes;

    assert_int(write_text(w, path, "content\n"), KP_FILE_OK);
    assert_text(content_of(w, path), "content\n");
    assert_int(write_text(w, path, ""), KP_FILE_OK);
    assert_text(content_of(w, path), "");
    memset(large, 'x', 5000000);
    assert_int(kp_os_write(w->arena, path, large, 5000000, &why), KP_FILE_OK);
    assert_int(kp_os_read(w->arena, path, 5000000, &bytes, &why), KP_FILE_OK);
    assert_int(bytes.length, 5000000);
    assert_memory_equal(bytes.data, large, 5000000);
    assert_text(names_in_folder(w), "new.yaml");
}

static void a_path_without_a_folder_is_written(void **state)
{
    world *w = *state;
    char here[4096];
    kp_file_status status;

    assert_non_null(getcwd(here, sizeof(here)));
    assert_int(chdir(world_folder(w)), 0);
    status = write_text(w, "plain", "x");
    assert_int(chdir(here), 0);
    assert_int(status, KP_FILE_OK);
    assert_text(content_of(w, in_folder(w, "plain")), "x");
    assert_text(names_in_folder(w), "plain");
}

static void the_longest_name_can_be_written(void **state)
{
    world *w = *state;
    char *name = kp_arena_alloc(w->arena, 256);

    memset(name, 'n', 255);
    assert_int(write_text(w, in_folder(w, name), "x"), KP_FILE_OK);
    assert_text(names_in_folder(w), name);
}

static void rights_are_kept(void **state)
{
    static const unsigned rights[] = {0600, 0640, 0644, 0666, 0755, 0700};
    world *w = *state;
    const char *path = put_file(w, "f", "old");

    for (size_t i = 0; i < LENGTH(rights); i++) {
        assert_int(chmod(path, rights[i]), 0);
        assert_int(write_text(w, path, "new"), KP_FILE_OK);
        assert_int(rights_of(path), rights[i]);
    }
    assert_text(content_of(w, path), "new");
}

static void write_with_umask(world *w, const void *context)
{
    const char *why = NULL;

    umask(*(const mode_t *)context);
    if (kp_os_write(w->arena, kp_arena_printf(w->arena, "%s/f", w->folder), "x", 1, &why) != KP_FILE_OK)
        _exit(1);
}

/* In a child: the umask belongs to the whole process. */
static void a_new_file_respects_the_umask(void **state)
{
    static const mode_t masks[] = {0000, 0022, 0027, 0077};
    world *w = *state;
    const char *path = in_folder(w, "f");

    for (size_t i = 0; i < LENGTH(masks); i++) {
        mode_t mask = masks[i];
        assert_int(run_in_child(w, write_with_umask, &mask).status, 0);
        assert_int(rights_of(path), 0666 & ~mask);
        assert_int(unlink(path), 0);
    }
}

static void a_symbolic_link_is_followed(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "real", "old"), *link = in_folder(w, "link"),
               *chain = in_folder(w, "chain");
    struct stat info;

    assert_int(symlink("real", link), 0);
    assert_int(symlink("link", chain), 0);
    assert_int(write_text(w, chain, "new"), KP_FILE_OK);
    assert_text(content_of(w, path), "new");
    assert_int(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int(lstat(chain, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_text(names_in_folder(w), "chain link real");
}

static void a_link_into_another_folder_is_followed(void **state)
{
    world *w = *state;
    const char *link = in_folder(w, "link");

    assert_int(mkdir(in_folder(w, "sub"), 0700), 0);
    put_file(w, "sub/real", "old");
    assert_int(symlink("sub/real", link), 0);
    assert_int(write_text(w, link, "new"), KP_FILE_OK);
    assert_text(content_of(w, in_folder(w, "sub/real")), "new");
    assert_text(names_in_folder(w), "link sub");
}

/* Over two links, one of them into a folder, to a file that is not there yet. */
static void a_link_to_nothing_is_followed(void **state)
{
    world *w = *state;

    assert_int(mkdir(in_folder(w, "inner"), 0700), 0);
    assert_int(symlink("inner/second", in_folder(w, "first")), 0);
    assert_int(symlink("../target", in_folder(w, "inner/second")), 0);
    assert_int(write_text(w, in_folder(w, "first"), "new"), KP_FILE_OK);
    assert_text(names_in_folder(w), "first inner target");
    assert_text(content_of(w, in_folder(w, "target")), "new");
}

static void what_is_no_file_is_not_replaced(void **state)
{
    world *w = *state;
    struct {
        int line;
        const char *path;
        kp_file_status status;
    } rows[] = {
        {HERE, world_folder(w), KP_FILE_IS_FOLDER},
        {HERE, "/dev/null", KP_FILE_NOT_REGULAR},
        {HERE, "/dev/full", KP_FILE_NOT_REGULAR},
        {HERE, in_folder(w, "pipe"), KP_FILE_NOT_REGULAR},
        {HERE, in_folder(w, "to-null"), KP_FILE_NOT_REGULAR},
        {HERE, in_folder(w, "lost"), KP_FILE_ERROR},
        {HERE, in_folder(w, "none/f"), KP_FILE_ERROR},
        {HERE, in_folder(w, "file/f"), KP_FILE_ERROR},
        {HERE, "", KP_FILE_ERROR},
    };

    assert_int(mkfifo(in_folder(w, "pipe"), 0600), 0);
    assert_int(symlink("/dev/null", in_folder(w, "to-null")), 0);
    assert_int(symlink("lost", in_folder(w, "lost")), 0); /* to itself */
    put_file(w, "file", "kept");
    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_int_at(rows[i].line, write_text(w, rows[i].path, "x"), rows[i].status);
    assert_text(names_in_folder(w), "file lost pipe to-null");
    assert_text(content_of(w, in_folder(w, "file")), "kept");
}

enum { NOBODY = 65534 };

/* Root may write everything, so a child becomes somebody else. */
static void write_where_it_is_forbidden(world *w, const void *context)
{
    const char *path = context, *why = NULL;

    if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
        _exit(2);
    if (chmod(path, 0444) != 0 || kp_os_write(w->arena, path, "x", 1, &why) != KP_FILE_ERROR)
        _exit(3);
    if (strcmp(why, strerror(EACCES)) != 0)
        _exit(4);
    if (chmod(path, 0644) != 0 || chmod(w->folder, 0500) != 0 ||
        kp_os_write(w->arena, path, "x", 1, &why) != KP_FILE_ERROR ||
        kp_os_write(w->arena, kp_path_join(w->arena, w->folder, "new"), "x", 1, &why) != KP_FILE_ERROR)
        _exit(5);
    if (chmod(w->folder, 0700) != 0)
        _exit(6);
}

static void a_file_that_must_not_be_written_is_not_replaced(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "f", "kept");

    if (geteuid() == 0) {
        assert_int(chown(path, NOBODY, NOBODY), 0);
        assert_int(chown(w->folder, NOBODY, NOBODY), 0);
    }
    assert_int(run_in_child(w, write_where_it_is_forbidden, path).status, 0);
    assert_text(content_of(w, path), "kept");
    assert_text(names_in_folder(w), "f");
}

/* A full disk, as far as one can be had without root: files of this process may not grow beyond 1000 bytes.
 */
static void write_too_much(world *w, const void *context)
{
    struct rlimit limit = {1000, 1000};
    char bytes[5000] = {0};
    const char *why = NULL;

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        _exit(2);
    if (kp_os_write(w->arena, context, bytes, sizeof(bytes), &why) != KP_FILE_ERROR)
        _exit(3);
    if (strcmp(why, strerror(EFBIG)) != 0)
        _exit(4);
}

static void the_existing_file_survives_a_full_disk(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "f", "kept");

    assert_int(run_in_child(w, write_too_much, path).status, 0);
    assert_text(content_of(w, path), "kept");
    assert_int(run_in_child(w, write_too_much, in_folder(w, "new")).status, 0);
    assert_text(names_in_folder(w), "f");
}

static void begin_and_die(world *w, const void *context)
{
    kp_new_file file;
    const char *why = NULL;
    FILE *half;

    if (kp_os_begin(w->arena, context, &file, &why) != KP_FILE_OK)
        _exit(2);
    half = fopen(file.temporary, "wb");
    if (!half || fputs("half", half) < 0 || fflush(half) != 0)
        _exit(3);
    _exit(9); /* as if killed */
}

static void the_existing_file_survives_a_killed_process(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "f", "kept");

    assert_int(run_in_child(w, begin_and_die, path).status, 9);
    assert_text(content_of(w, path), "kept");
    assert_int(write_text(w, path, "new"), KP_FILE_OK); /* what the other left behind is in nobody's way */
    assert_text(content_of(w, path), "new");
}

static void until_the_commit_the_target_is_untouched(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "f", "old"), *why = NULL;
    kp_new_file file;

    assert_int(kp_os_begin(w->arena, path, &file, &why), KP_FILE_OK);
    assert_text(kp_path_folder(w->arena, file.temporary), kp_path_folder(w->arena, file.target));
    assert_text(content_of(w, file.temporary), "");
    put_file(w, kp_path_name(file.temporary), "new");
    assert_text(content_of(w, path), "old");
    assert_int(kp_os_commit(w->arena, &file, &why), KP_FILE_OK);
    assert_text(content_of(w, path), "new");
    assert_text(names_in_folder(w), "f");
}

static void abandoning_leaves_nothing(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "f", "old"), *why = NULL;
    kp_new_file file;

    assert_int(kp_os_begin(w->arena, path, &file, &why), KP_FILE_OK);
    kp_os_abandon(&file);
    assert_text(content_of(w, path), "old");
    assert_text(names_in_folder(w), "f");
}

static void a_commit_that_fails_leaves_nothing(void **state)
{
    world *w = *state;
    const char *path = in_folder(w, "f"), *why = NULL;
    kp_new_file file;

    assert_int(kp_os_begin(w->arena, path, &file, &why), KP_FILE_OK);
    assert_int(mkdir(path, 0700), 0); /* meanwhile */
    assert_int(kp_os_commit(w->arena, &file, &why), KP_FILE_ERROR);
    assert_text(why, strerror(EISDIR));
    assert_text(names_in_folder(w), "f");
}

/* Two writers of one file at once: each has a temporary of its own, and the last one wins whole. */
static void two_writers_do_not_meet(void **state)
{
    world *w = *state;
    const char *path = in_folder(w, "f"), *why = NULL;
    kp_new_file one, two;

    assert_int(kp_os_begin(w->arena, path, &one, &why), KP_FILE_OK);
    assert_int(kp_os_begin(w->arena, path, &two, &why), KP_FILE_OK);
    assert_string_not_equal(one.temporary, two.temporary);
    put_file(w, kp_path_name(one.temporary), "one");
    put_file(w, kp_path_name(two.temporary), "two");
    assert_int(kp_os_commit(w->arena, &one, &why), KP_FILE_OK);
    assert_text(content_of(w, path), "one");
    assert_int(kp_os_commit(w->arena, &two, &why), KP_FILE_OK);
    assert_text(content_of(w, path), "two");
    assert_text(names_in_folder(w), "f");
}

static size_t open_files(void)
{
    size_t count = 0;

    for (int fd = 0; fd < 256; fd++)
        count += fcntl(fd, F_GETFD) != -1;
    return count;
}

static void no_file_stays_open(void **state)
{
    world *w = *state;
    const char *path = put_file(w, "f", "x"), *why = NULL, *failed = NULL;
    size_t before = open_files();
    kp_paths found;
    kp_bytes bytes;

    kp_os_read(w->arena, path, 100, &bytes, &why);
    kp_os_read(w->arena, path, 0, &bytes, &why);
    kp_os_read(w->arena, w->folder, 100, &bytes, &why);
    kp_os_list(w->arena, w->folder, ".yaml", &found, &failed, &why);
    write_text(w, path, "y");
    write_text(w, w->folder, "y");
    assert_int(open_files(), before);
}

/* ---- names of paths ---- */

static void paths_are_taken_apart(void **state)
{
    static const struct {
        int line;
        const char *path, *folder, *name, *stem;
    } rows[] = {
        {HERE, "a.yaml", ".", "a.yaml", "a"},
        {HERE, "d/a.yaml", "d", "a.yaml", "a"},
        {HERE, "/a.yaml", "/", "a.yaml", "a"},
        {HERE, "/d/e/a.yaml", "/d/e", "a.yaml", "a"},
        {HERE, "d/", "d", "", ""},
        {HERE, "/", "/", "", ""},
        {HERE, "", ".", "", ""},
        {HERE, "a", ".", "a", "a"},
        {HERE, ".yaml", ".", ".yaml", ".yaml"},
        {HERE, "a.yaml.yaml", ".", "a.yaml.yaml", "a.yaml"},
        {HERE, "a.yml", ".", "a.yml", "a.yml"},
        {HERE, "å/ä.yaml", "å", "ä.yaml", "ä"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_text_at(rows[i].line, kp_path_folder(w->arena, rows[i].path), rows[i].folder);
        assert_text_at(rows[i].line, kp_path_name(rows[i].path), rows[i].name);
        assert_text_at(rows[i].line, kp_path_stem(w->arena, rows[i].path, ".yaml"), rows[i].stem);
    }
}

static void paths_are_joined(void **state)
{
    static const struct {
        int line;
        const char *folder, *name, *want;
    } rows[] = {
        {HERE, "d", "a", "d/a"}, {HERE, "d/", "a", "d/a"}, {HERE, "/", "a", "/a"},
        {HERE, ".", "a", "a"},   {HERE, "", "a", "a"},     {HERE, "..", "a", "../a"},
    };
    world *w = *state;

    for (size_t i = 0; i < LENGTH(rows); i++)
        assert_text_at(rows[i].line, kp_path_join(w->arena, rows[i].folder, rows[i].name), rows[i].want);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_file_is_read_whole),
        TEST(what_is_no_file_or_too_large_is_refused),
        TEST(kinds_of_paths_are_told_apart),
        TEST(folders_are_listed_in_byte_order),
        TEST(a_folder_that_cannot_be_listed_is_named),
        TEST(many_files_are_listed),
        TEST(a_file_is_written),
        TEST(a_path_without_a_folder_is_written),
        TEST(the_longest_name_can_be_written),
        TEST(rights_are_kept),
        TEST(a_new_file_respects_the_umask),
        TEST(a_symbolic_link_is_followed),
        TEST(a_link_into_another_folder_is_followed),
        TEST(a_link_to_nothing_is_followed),
        TEST(what_is_no_file_is_not_replaced),
        TEST(a_file_that_must_not_be_written_is_not_replaced),
        TEST(the_existing_file_survives_a_full_disk),
        TEST(the_existing_file_survives_a_killed_process),
        TEST(until_the_commit_the_target_is_untouched),
        TEST(abandoning_leaves_nothing),
        TEST(a_commit_that_fails_leaves_nothing),
        TEST(two_writers_do_not_meet),
        TEST(no_file_stays_open),
        TEST(paths_are_taken_apart),
        TEST(paths_are_joined),
    };

    choose_tests(argc, argv);
    return cmocka_run_group_tests_name("os", tests, NULL, NULL) != 0;
}
