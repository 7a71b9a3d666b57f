/* kompass/arena.h - memory that is given back all at once.
 *
 * Everything read from one file, and everything computed from it, lives in
 * one arena; nothing in it is freed by itself. An arena belongs to one thread.
 */
#ifndef KOMPASS_ARENA_H
#define KOMPASS_ARENA_H

#include <stddef.h>

typedef struct kp_arena kp_arena;

/**
 * What happens when the system has no memory left. It must not return.
 * The default, kp_out_of_memory(), says so on stderr and ends the process with status 70.
 */
typedef void kp_oom_handler(void *context);

/** Report that memory is exhausted and end the process (status 70). */
_Noreturn void kp_out_of_memory(void);

/** A new arena; free it with kp_arena_free(). @p handler may be NULL (the default). Never NULL. */
kp_arena *kp_arena_new(kp_oom_handler *handler, void *context);

/** Free the arena and all that was allocated from it. NULL is allowed. */
void kp_arena_free(kp_arena *arena);

/** Forget all allocations, but keep one chunk of memory for the next use. */
void kp_arena_reset(kp_arena *arena);

/** @p size zeroed bytes, aligned for any type. Never NULL, also for size 0. */
void *kp_arena_alloc(kp_arena *arena, size_t size);

/** An array of @p count zeroed elements of @p size bytes; an overflow counts as out of memory. */
void *kp_arena_array(kp_arena *arena, size_t count, size_t size);

/** A NUL-terminated copy of @p length bytes. */
char *kp_arena_strndup(kp_arena *arena, const char *text, size_t length);

/** A copy of a NUL-terminated string. */
char *kp_arena_strdup(kp_arena *arena, const char *text);

/** A formatted string, as printf makes it. Numbers in it never depend on a locale: use integers only. */
char *kp_arena_printf(kp_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Bytes that the arena holds from the system; for tests and measurements. */
size_t kp_arena_size(const kp_arena *arena);

/** Allocate one zeroed object of a type. */
#define KP_NEW(arena, type) ((type *)kp_arena_alloc((arena), sizeof(type)))

/** Allocate a zeroed array of a type. */
#define KP_NEW_ARRAY(arena, count, type) ((type *)kp_arena_array((arena), (count), sizeof(type)))

/** A zeroed array of @p room elements that begins with the @p count ones of @p items. */
void *kp_arena_enlarged(kp_arena *arena, const void *items, size_t count, size_t room, size_t size);

/** Room for one more item in an array; doubling wastes at most as much of the arena again. */
#define KP_MAKE_ROOM(arena, items, count, room)                                                              \
    do {                                                                                                     \
        if ((count) == (room)) {                                                                             \
            (room) = (room) ? 2 * (room) : 8;                                                                \
            (items) = kp_arena_enlarged((arena), (items), (count), (room), sizeof(*(items)));                \
        }                                                                                                    \
    } while (0)

#endif
