#include "kompass/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static kp_file_status system_error(kp_arena *arena, const char **ret_why)
{
    *ret_why = kp_arena_strdup(arena, strerror(errno));
    return KP_FILE_ERROR;
}

static kp_file_status read_all(kp_arena *arena, int fd, size_t size, kp_bytes *ret, const char **ret_why)
{
    char *data = kp_arena_alloc(arena, size + 1);
    size_t length = 0;

    while (length < size) {
        ssize_t n = read(fd, data + length, size - length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return system_error(arena, ret_why);
        if (n == 0)
            break; /* the file shrank meanwhile */
        length += (size_t)n;
    }
    data[length] = '\0';
    *ret = (kp_bytes){data, length};
    return KP_FILE_OK;
}

/* At most @p most bytes of a file that has no more than @p limit. */
static kp_file_status read_some(kp_arena *arena, const char *path, uintmax_t limit, uintmax_t most,
                                kp_bytes *ret, const char **ret_why)
{
    struct stat info;
    kp_file_status status;
    /* Non-blocking, so that a pipe without a writer is refused instead of waited for. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (fd < 0)
        return system_error(arena, ret_why);
    if (fstat(fd, &info) != 0)
        status = system_error(arena, ret_why);
    else if (S_ISDIR(info.st_mode))
        status = KP_FILE_IS_FOLDER;
    else if (!S_ISREG(info.st_mode))
        status = KP_FILE_NOT_REGULAR;
    else if (info.st_size < 0 || (uintmax_t)info.st_size > limit)
        status = KP_FILE_TOO_LARGE;
    else
        status =
            read_all(arena, fd, (size_t)((uintmax_t)info.st_size < most ? (uintmax_t)info.st_size : most),
                     ret, ret_why);
    close(fd);
    return status;
}

kp_file_status kp_os_read(kp_arena *arena, const char *path, size_t limit, kp_bytes *ret,
                          const char **ret_why)
{
    return read_some(arena, path, limit, limit, ret, ret_why);
}

kp_file_status kp_os_read_head(kp_arena *arena, const char *path, size_t most, kp_bytes *ret,
                               const char **ret_why)
{
    return read_some(arena, path, UINTMAX_MAX, most, ret, ret_why);
}

bool kp_os_is_folder(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool kp_os_is_file(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

bool kp_os_exists(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0;
}

char *kp_os_absolute(kp_arena *arena, const char *path)
{
    char *resolved = realpath(path, NULL), *copy = NULL;

    if (resolved)
        copy = kp_arena_strdup(arena, resolved);
    free(resolved);
    return copy;
}

/* A growing list of paths: doubling in the arena wastes at most as much again. */
typedef struct path_list {
    const char **items;
    size_t count, size;
} path_list;

static void add_path(kp_arena *arena, path_list *list, const char *path)
{
    KP_MAKE_ROOM(arena, list->items, list->count, list->size);
    list->items[list->count++] = path;
}

static bool list_folder(kp_arena *arena, const char *folder, const char *suffix, path_list *files,
                        path_list *folders)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    int error, unseen = 0;

    if (!dir)
        return false;
    for (errno = 0; (entry = readdir(dir)) != NULL; errno = 0) {
        struct stat info;
        const char *path;
        if (entry->d_name[0] == '.')
            continue;
        path = kp_path_join(arena, folder, entry->d_name);
        if (lstat(path, &info) != 0) {
            unseen = errno == ENOENT ? unseen : errno; /* else it is gone meanwhile */
            continue;
        }
        if (S_ISDIR(info.st_mode))
            add_path(arena, folders, path);
        else if (kp_path_has_ending(path, suffix))
            add_path(arena, files, path);
    }
    error = errno ? errno : unseen;
    closedir(dir);
    errno = error;
    return error == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

kp_file_status kp_os_list(kp_arena *arena, const char *folder, const char *suffix, kp_paths *ret,
                          const char **ret_failed, const char **ret_why)
{
    path_list files = {0}, folders = {0};
    kp_file_status status = KP_FILE_OK;

    add_path(arena, &folders, folder);
    /* Folders are worked off one by one: no recursion, however deep they are. */
    for (size_t i = 0; i < folders.count; i++) {
        if (list_folder(arena, folders.items[i], suffix, &files, &folders))
            continue;
        if (status == KP_FILE_OK) {
            *ret_failed = folders.items[i];
            status = system_error(arena, ret_why);
        }
        if (i == 0)
            return status;
        add_path(arena, &files, kp_arena_printf(arena, "%s/.", folders.items[i]));
    }
    if (files.count)
        qsort(files.items, files.count, sizeof(*files.items), by_bytes);
    *ret = (kp_paths){files.items, files.count};
    return status;
}

void kp_os_prepare(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)open("/dev/null", O_RDONLY); /* takes the lowest number that is free: this one */
    signal(SIGXFSZ, SIG_IGN);                  /* write() then says EFBIG */
#ifdef __GLIBC__
    /* Memory that is given back will be wanted again in a moment: asking the system for it each time is slow.
     */
    mallopt(M_MMAP_THRESHOLD, 32 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
    mallopt(M_TOP_PAD, 1024 * 1024);
#endif
}

/* While a file is being written, a signal that ends the program waits, so that no temporary is left behind.
 */
static void hold_signals(int how)
{
    sigset_t ending;

    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGHUP);
    pthread_sigmask(how, &ending, NULL);
}

/* A new, empty file beside the target. Not mkstemp(): that ignores the user's umask, and reading the
 * umask means changing it for all threads. */
static int create_beside(kp_arena *arena, const char *target, const char **ret_path)
{
    const char *folder = kp_path_folder(arena, target);

    for (unsigned attempt = 0; attempt < 1000; attempt++) {
        /* Without the target's name, which may be as long as names can be. */
        const char *path = kp_path_join(
            arena, folder, kp_arena_printf(arena, ".kompass.%ld-%u.tmp", (long)getpid(), attempt));
        int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST) {
            *ret_path = path;
            return fd;
        }
    }
    return -1;
}

/* Where a link leads that leads to nothing yet, over any number of links; NULL: in a circle. */
static const char *end_of_links(kp_arena *arena, const char *path)
{
    enum { MOST_LINKS = 40 };
    struct stat info;

    for (int links = 0; links < MOST_LINKS; links++) {
        char *to;
        ssize_t length;
        if (lstat(path, &info) != 0 || !S_ISLNK(info.st_mode))
            return path;
        to = kp_arena_alloc(arena, PATH_MAX + 1);
        length = readlink(path, to, PATH_MAX);
        if (length < 0)
            return NULL;
        to[length] = '\0';
        path = *to == '/' ? to : kp_path_join(arena, kp_path_folder(arena, path), to);
    }
    errno = ELOOP;
    return NULL;
}

kp_file_status kp_os_begin(kp_arena *arena, const char *path, kp_new_file *ret, const char **ret_why)
{
    char *resolved = kp_os_absolute(arena, path);
    const char *target = resolved ? resolved : end_of_links(arena, path);
    const char *temporary;
    struct stat info;
    bool replaces = false;
    int fd;

    if (!target)
        return system_error(arena, ret_why);
    if (stat(target, &info) == 0) {
        if (!S_ISREG(info.st_mode))
            return S_ISDIR(info.st_mode) ? KP_FILE_IS_FOLDER : KP_FILE_NOT_REGULAR;
        if (access(target, W_OK) != 0) /* a rename would replace even a file that must not be written */
            return system_error(arena, ret_why);
        replaces = true;
    }
    hold_signals(SIG_BLOCK);
    fd = create_beside(arena, target, &temporary);
    if (fd < 0) {
        kp_file_status status = system_error(arena, ret_why);
        hold_signals(SIG_UNBLOCK);
        return status;
    }
    if (replaces && fchmod(fd, info.st_mode & 07777) != 0) {
        kp_file_status status = system_error(arena, ret_why);
        close(fd);
        unlink(temporary);
        hold_signals(SIG_UNBLOCK);
        return status;
    }
    close(fd); /* nothing was written to it: there is nothing that this could lose */
    *ret = (kp_new_file){target, temporary};
    return KP_FILE_OK;
}

static bool sync_path(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC);
    bool ok;

    if (fd < 0)
        return false;
    ok = fsync(fd) == 0;
    return (close(fd) == 0) && ok;
}

void kp_os_abandon(const kp_new_file *file)
{
    unlink(file->temporary);
    hold_signals(SIG_UNBLOCK);
}

kp_file_status kp_os_commit(kp_arena *arena, const kp_new_file *file, const char **ret_why)
{
    if (!sync_path(file->temporary, O_RDWR) || rename(file->temporary, file->target) != 0) {
        kp_file_status status = system_error(arena, ret_why);
        kp_os_abandon(file);
        return status;
    }
    hold_signals(SIG_UNBLOCK);
    /* The name lives in the folder. Not every file system can sync one; the file itself is safe by now. */
    (void)sync_path(kp_path_folder(arena, file->target), O_RDONLY | O_DIRECTORY);
    return KP_FILE_OK;
}

static bool write_all(const char *path, const char *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);

    if (fd < 0)
        return false;
    while (length) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            int error = errno;
            close(fd);
            errno = error;
            return false;
        }
        bytes += n;
        length -= (size_t)n;
    }
    return close(fd) == 0;
}

kp_file_status kp_os_write(kp_arena *arena, const char *path, const void *bytes, size_t length,
                           const char **ret_why)
{
    kp_new_file file;
    kp_file_status status = kp_os_begin(arena, path, &file, ret_why);

    if (status != KP_FILE_OK)
        return status;
    if (!write_all(file.temporary, bytes, length)) {
        status = system_error(arena, ret_why);
        kp_os_abandon(&file);
        return status;
    }
    return kp_os_commit(arena, &file, ret_why);
}

bool kp_os_is_terminal(int stream)
{
    return isatty(stream) == 1;
}
