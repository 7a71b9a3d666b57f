/* kompass/os.h - files and folders: the one place that knows the operating system.
 *
 * The files src/base/..._posix.c implement it; a port writes its own. Paths are
 * UTF-8 with '/' between folders. Nothing here prints.
 */
#ifndef KOMPASS_OS_H
#define KOMPASS_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "kompass/arena.h"

typedef enum kp_file_status {
    KP_FILE_OK,
    KP_FILE_ERROR, /**< the system's own reason is in the message */
    KP_FILE_IS_FOLDER,
    KP_FILE_NOT_REGULAR, /**< a device, a pipe, a socket */
    KP_FILE_TOO_LARGE
} kp_file_status;

typedef struct kp_bytes {
    char *data; /**< NUL-terminated; owned by the arena that was given */
    size_t length;
} kp_bytes;

/**
 * Before anything else, in a program: closed standard streams become ones that cannot be written to, so that
 * no file is opened in their place; and a file that may not grow is an error like others.
 */
void kp_os_prepare(void);

/**
 * Read a whole regular file.
 * @param limit   most bytes that are taken; a larger file is KP_FILE_TOO_LARGE and is not read
 * @param ret     set on KP_FILE_OK, untouched otherwise
 * @param ret_why the system's reason (English, the C library's), set on KP_FILE_ERROR
 */
kp_file_status kp_os_read(kp_arena *arena, const char *path, size_t limit, kp_bytes *ret,
                          const char **ret_why);

/** The same for the beginning of a file, at most @p most bytes, however large it is. */
kp_file_status kp_os_read_head(kp_arena *arena, const char *path, size_t most, kp_bytes *ret,
                               const char **ret_why);

typedef struct kp_paths {
    const char **items;
    size_t count;
} kp_paths;

/**
 * All files below a folder whose names end in @p suffix, in byte order of their paths. Names that begin
 * with a point are passed over, and links to folders are not followed (they could lead in circles).
 * A folder below that cannot be listed does not hide the rest: it is KP_FILE_ERROR, but @p ret is set all the
 * same, and holds each such folder with "/." behind its name: reading that says why.
 * @param ret_failed the (first) folder that could not be listed, set on KP_FILE_ERROR
 */
kp_file_status kp_os_list(kp_arena *arena, const char *folder, const char *suffix, kp_paths *ret,
                          const char **ret_failed, const char **ret_why);

bool kp_os_is_folder(const char *path);
bool kp_os_is_file(const char *path);
bool kp_os_exists(const char *path);

/** Absolute path of an existing file or folder, links resolved; NULL where there is none. */
char *kp_os_absolute(kp_arena *arena, const char *path);

/**
 * A file that is being written beside its target, and takes its place only when it is complete.
 * Until kp_os_commit() the target is untouched; a killed process leaves it as it was. Signals that would end
 * the program (INT, TERM, HUP) wait meanwhile, so that they leave no temporary behind.
 */
typedef struct kp_new_file {
    const char *target;    /**< the file that is replaced, symbolic links followed */
    const char *temporary; /**< where to write meanwhile: same folder, a name of its own */
} kp_new_file;

/** Begin. The temporary exists, empty, with the rights of the target or those of a new file. */
kp_file_status kp_os_begin(kp_arena *arena, const char *path, kp_new_file *ret, const char **ret_why);
/** Sync the temporary to the disk and put it in the target's place; on failure it is removed. */
kp_file_status kp_os_commit(kp_arena *arena, const kp_new_file *file, const char **ret_why);
/** Remove the temporary; the target stays as it was. */
void kp_os_abandon(const kp_new_file *file);

/** Write @p bytes to @p path as a whole or not at all. */
kp_file_status kp_os_write(kp_arena *arena, const char *path, const void *bytes, size_t length,
                           const char **ret_why);

/**
 * See that a disk has room: take @p bytes for a file (which is created, and is empty afterwards) and give
 * them back. For libraries that do not notice a full disk themselves.
 */
kp_file_status kp_os_reserve(kp_arena *arena, const char *path, uint64_t bytes, const char **ret_why);

/**
 * Turn stderr away for a moment, for a library that prints by itself; kp_os_unsilence() puts it back as it
 * was. This holds for the whole process: keep the moment short.
 * @return what to hand to kp_os_unsilence()
 */
int kp_os_silence(void);
void kp_os_unsilence(int kept);

/** Defined where a function of the program is taken in the place of a library's of the same name: where the
 * dynamic linker looks for names in the program first. */
#if defined(__linux__)
#define KP_OS_TAKES_OURS_FIRST
#endif
/** The function of that name that would have been taken without ours, or NULL. */
void *kp_os_next_function(const char *name);

/** A file that lies in memory, to be written, read and closed; never NULL, and no write to it fails. */
FILE *kp_os_memory_file(void);
/** A stream that reads @p length bytes (at least one), which stay where they are; NULL: it could not be made.
 */
FILE *kp_os_open_bytes(void *bytes, size_t length);

/** From here on the thread prints and reads numbers with a point, until kp_os_own_locale(). */
typedef struct kp_locale kp_locale;
kp_locale *kp_os_plain_locale(kp_arena *arena);
void kp_os_own_locale(const kp_locale *locale);

/** Whether a stream (1 stdout, 2 stderr) is a terminal. */
bool kp_os_is_terminal(int stream);

/**
 * Do @p count jobs on up to @p threads threads (at least 1): job(context, i) for each i, in no order. Returns
 * when all are done. A job must not touch what another one writes. Where no further thread can be had, the
 * present one does the work.
 */
void kp_os_parallel(unsigned threads, size_t count, void (*job)(void *context, size_t index), void *context);

/** A lock for what threads share; made unlocked. */
typedef struct kp_lock kp_lock;
kp_lock *kp_lock_new(void);
void kp_lock_free(kp_lock *lock);
void kp_lock_take(kp_lock *lock);
void kp_lock_give(kp_lock *lock);

/** The folder part of a path ("." where it has none), and the name behind it. */
char *kp_path_folder(kp_arena *arena, const char *path);
const char *kp_path_name(const char *path);
/** Whether a path ends so, in this case of letters: ".yaml". */
bool kp_path_has_ending(const char *path, const char *ending);
/** folder/name, without doubling the slash; a folder "." is left out. */
char *kp_path_join(kp_arena *arena, const char *folder, const char *name);
/** The name of a path without @p suffix at its end. */
char *kp_path_stem(kp_arena *arena, const char *path, const char *suffix);

#endif
