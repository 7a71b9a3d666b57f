#include "kompass/os.h"

#include <string.h>

const char *kp_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

char *kp_path_folder(kp_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return kp_arena_strdup(arena, ".");
    return slash == path ? kp_arena_strdup(arena, "/")
                         : kp_arena_strndup(arena, path, (size_t)(slash - path));
}

char *kp_path_join(kp_arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);

    if (length == 0 || strcmp(folder, ".") == 0)
        return kp_arena_strdup(arena, name);
    return kp_arena_printf(arena, folder[length - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

bool kp_path_has_ending(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);

    return length >= tail && strcmp(path + length - tail, ending) == 0;
}

char *kp_path_stem(kp_arena *arena, const char *path, const char *suffix)
{
    const char *name = kp_path_name(path);
    size_t length = strlen(name), tail = strlen(suffix);

    if (length > tail && strcmp(name + length - tail, suffix) == 0)
        length -= tail;
    return kp_arena_strndup(arena, name, length);
}
