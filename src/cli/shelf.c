#include "cli.h"

#include <string.h>

/* What lies in a folder of rubrics, by its kind. */

enum { HEAD = 4096 }; /* bytes in which a file says what it is */

static bool may_be(kp_arena *arena, const char *path, kp_kind kind)
{
    kp_bytes head = {NULL, 0};
    const char *why;

    return kp_os_read_head(arena, path, HEAD, &head, &why) == KP_FILE_OK &&
           strstr(head.data, kp_kind_name(kind));
}

kp_texts kp_files_of_kind(kp_arena *arena, const char *folder, kp_kind kind)
{
    kp_paths files = {NULL, 0};
    kp_texts found = {NULL, 0};
    const char *failed, *why;

    if (!kp_os_is_folder(folder))
        return found;
    kp_os_list(arena, folder, ".yaml", &files, &failed, &why);
    found.items = KP_NEW_ARRAY(arena, files.count, const char *);
    for (size_t i = 0; i < files.count; i++)
        if (strcmp(kp_path_join(arena, folder, kp_path_name(files.items[i])), files.items[i]) == 0 &&
            may_be(arena, files.items[i], kind))
            found.items[found.count++] = files.items[i];
    return found;
}

/* ---- rubrics that there are, for those who have mistyped a name ---- */

typedef struct listing {
    const char **names; /* ends in NULL */
} listing;

/* The first folder with a rubric is the one that people mean. */
static const char *list_rubrics(kp_run *run, const char *folder, const void *what)
{
    const kp_texts files = kp_files_of_kind(run->arena, folder, KP_RUBRIC);
    listing *const *list = what;

    if (!files.count)
        return NULL;
    (*list)->names = KP_NEW_ARRAY(run->arena, files.count + 1, const char *);
    for (size_t i = 0; i < files.count; i++)
        (*list)->names[i] = kp_path_stem(run->arena, files.items[i], ".yaml");
    return folder;
}

const char *kp_rubric_hint(kp_run *run, const char *id, const char *for_file)
{
    kp_reader reader = {run->arena, NULL, run->sink};
    listing found = {NULL}, *list = &found;
    const char *hint;

    if (kp_sink_is_full(run->sink) ||
        !kp_seek(run, kp_path_folder(run->arena, for_file), list_rubrics, &list))
        return "";
    hint = kp_hint(&reader, id, found.names);
    return *hint ? hint
                 : kp_phrase(run->sink, run->arena, KP_P_POSSIBLE_ARE, kp_name_list(&reader, found.names));
}
