#include "cli.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/check.h"

#ifndef KOMPASS_DATADIR
#define KOMPASS_DATADIR "/usr/local/share/kompass"
#endif

/* A rubric that was read, with the memory that it lives in. */
typedef struct entry {
    struct entry *next;
    const char *absolute;
    kp_arena *arena;
    kp_file file;
    const kp_rubric *rubric; /* NULL: it has errors */
} entry;

/* The last answer for files of one folder: most evaluations lie beside one another. */
typedef struct memo {
    const char *folder, *id, *path;
    const entry *read; /* what that path held, once it was read */
} memo;

struct kp_library {
    kp_run *run;
    entry *entries;
    memo last;
    kp_lock *lock; /* evaluations on several threads share the rubrics */
};

kp_library *kp_library_new(kp_run *run)
{
    kp_library *library = KP_NEW(run->arena, kp_library);

    library->run = run;
    library->lock = kp_lock_new();
    return library;
}

void kp_library_free(kp_library *library)
{
    if (!library)
        return;
    for (entry *e = library->entries; e; e = e->next)
        kp_arena_free(e->arena);
    kp_lock_free(library->lock);
}

/* ---- look-up ---- */

static const char *by_id(kp_run *run, const char *folder, const void *id)
{
    const char *path =
        kp_path_join(run->arena, folder, kp_arena_printf(run->arena, "%s.yaml", (const char *)id));

    return kp_os_exists(path) ? path : NULL;
}

/* $KOMPASS_RUBRICS: folders with a colon between them. */
static const char *in_environment(kp_run *run, kp_seek_fn *seek, const void *what)
{
    const char *folders = getenv("KOMPASS_RUBRICS"), *found = NULL;

    while (folders && *folders && !found) {
        size_t length = strcspn(folders, ":");
        if (length)
            found = seek(run, kp_arena_strndup(run->arena, folders, length), what);
        folders += length + (folders[length] == ':');
    }
    return found;
}

/* A path as a person would write it: relative where it lies below the present folder. */
static const char *familiar(kp_arena *arena, const char *absolute)
{
    const char *here = kp_os_absolute(arena, ".");
    size_t length = here ? strlen(here) : 0;

    if (length && strncmp(absolute, here, length) == 0 && absolute[length] == '/')
        return absolute + length + 1;
    return absolute;
}

/* A folder `rubrics` in the file's folder, and in each one above. */
static const char *around_file(kp_run *run, const char *folder, kp_seek_fn *seek, const void *what)
{
    char *above = kp_os_absolute(run->arena, folder);

    while (above) {
        const char *found = seek(run, kp_path_join(run->arena, above, "rubrics"), what);
        if (found)
            return familiar(run->arena, found);
        if (strcmp(above, "/") == 0)
            break;
        above = kp_path_folder(run->arena, above);
    }
    return NULL;
}

const char *kp_seek(kp_run *run, const char *folder, kp_seek_fn *seek, const void *what)
{
    const char *found = NULL;

    for (size_t i = 0; i < run->rubric_folders.count && !found; i++)
        found = seek(run, run->rubric_folders.items[i], what);
    if (!found)
        found = in_environment(run, seek, what);
    if (!found)
        found = around_file(run, folder, seek, what);
    if (!found)
        found = seek(run, "rubrics", what);
    if (!found)
        found = seek(run, KOMPASS_DATADIR "/rubrics", what);
    return found;
}

static const char *path_of(kp_library *library, const char *id, const char *for_file)
{
    kp_arena *arena = library->run->arena;
    const char *folder = kp_path_folder(arena, for_file);
    memo *last = &library->last;

    if (strchr(id, '/'))
        return NULL; /* an id is a name, and never leads out of the folder */
    if (!last->id || strcmp(last->id, id) != 0 || strcmp(last->folder, folder) != 0) {
        last->id = kp_arena_strdup(arena, id);
        last->folder = folder;
        last->path = kp_seek(library->run, folder, by_id, id);
        last->read = NULL;
    }
    return last->path;
}

const char *kp_library_path(kp_library *library, const char *id, const char *for_file)
{
    const char *path;

    kp_lock_take(library->lock);
    path = path_of(library, id, for_file);
    kp_lock_give(library->lock);
    return path;
}

/* ---- reading ---- */

static void read_rubric(kp_library *library, entry *e, const char *path)
{
    kp_run *run = library->run;
    size_t errors = kp_sink_errors(run->sink);
    kp_reader reader = {e->arena, &e->file.source, run->sink};
    kp_rubric *rubric;
    bool skip;

    if (!kp_file_read(e->arena, path, run->sink, &e->file) ||
        !kp_is_kind(run, e->arena, &(kp_input){.path = path}, &e->file, KP_RUBRIC, &skip))
        return;
    rubric = kp_rubric_read(&reader, e->file.root);
    if (!rubric)
        return;
    kp_check_rubric(&reader, rubric);
    if (kp_sink_errors(run->sink) != errors)
        return;
    kp_rubric_weigh(e->arena, rubric);
    e->rubric = rubric;
}

static const entry *entry_of(kp_library *library, const char *path)
{
    kp_arena *arena = library->run->arena;
    const char *absolute = kp_os_absolute(arena, path);
    entry *e;

    if (!absolute)
        absolute = path;
    for (e = library->entries; e; e = e->next)
        if (strcmp(e->absolute, absolute) == 0)
            return e;
    e = KP_NEW(arena, entry);
    e->absolute = absolute;
    e->arena = kp_arena_new(NULL, NULL);
    e->next = library->entries;
    library->entries = e;
    read_rubric(library, e, path);
    return e;
}

const kp_rubric *kp_library_rubric_file(kp_library *library, const char *path, bool *ret_broken)
{
    const entry *e;

    kp_lock_take(library->lock);
    e = entry_of(library, path);
    kp_lock_give(library->lock);
    *ret_broken = !e->rubric;
    return e->rubric;
}

const kp_rubric *kp_library_rubric(kp_library *library, const char *id, const char *for_file,
                                   bool *ret_broken, const char **ret_path)
{
    const kp_rubric *rubric = NULL;

    *ret_broken = false;
    kp_lock_take(library->lock);
    *ret_path = path_of(library, id, for_file);
    if (*ret_path) {
        if (!library->last.read)
            library->last.read = entry_of(library, *ret_path);
        rubric = library->last.read->rubric;
        *ret_broken = !rubric;
    }
    kp_lock_give(library->lock);
    return rubric;
}

bool kp_is_yaml_name(const char *path)
{
    return kp_path_has_ending(path, ".yaml") || kp_path_has_ending(path, ".yml");
}

bool kp_is_path(const char *given)
{
    return strchr(given, '/') || kp_is_yaml_name(given) || kp_os_is_file(given);
}

const kp_rubric *kp_find_rubric(kp_run *run, const char *given)
{
    const kp_rubric *rubric;
    const char *path = NULL;
    bool broken = false;

    if (kp_is_path(given))
        return kp_library_rubric_file(run->library, given, &broken);
    rubric = kp_library_rubric(run->library, given, "x", &broken, &path);
    if (!rubric && !broken)
        kp_report_file(run->sink, KP_D_RUBRIC_NOT_FOUND, given, given, kp_rubric_hint(run, given, "x"));
    return rubric;
}
