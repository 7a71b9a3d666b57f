#include "kompass/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Chunks are a linked list, newest first. The first is small, for a diagnostic needs little; a chunk that
 * holds one big object is as large as that object. */
typedef struct chunk {
    struct chunk *next;
    size_t size; /* usable bytes */
} chunk;

enum { FIRST_CHUNK = 4 * 1024, CHUNK_SIZE = 64 * 1024, ALIGNMENT = _Alignof(max_align_t) };

struct kp_arena {
    chunk *chunks;
    char *at, *end; /* what is left of the newest chunk */
    size_t total;
    kp_oom_handler *handler;
    void *context;
};

static size_t aligned(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static char *chunk_memory(chunk *c)
{
    return (char *)c + aligned(sizeof(chunk));
}

_Noreturn void kp_out_of_memory(void)
{
    fputs("kompass: out of memory\n", stderr);
    _Exit(70);
}

_Noreturn static void fail(const kp_arena *arena)
{
    if (arena && arena->handler)
        arena->handler(arena->context);
    kp_out_of_memory();
}

kp_arena *kp_arena_new(kp_oom_handler *handler, void *context)
{
    kp_arena *arena = calloc(1, sizeof(*arena));

    if (!arena) {
        if (handler)
            handler(context);
        kp_out_of_memory();
    }
    arena->handler = handler;
    arena->context = context;
    return arena;
}

static void free_chunks(chunk *c)
{
    while (c) {
        chunk *next = c->next;
        free(c);
        c = next;
    }
}

void kp_arena_free(kp_arena *arena)
{
    if (!arena)
        return;
    free_chunks(arena->chunks);
    free(arena);
}

void kp_arena_reset(kp_arena *arena)
{
    chunk *kept = arena->chunks;

    /* An outsized chunk is not kept: one huge file must not make every later one cost its memory. */
    while (kept && kept->size > CHUNK_SIZE) {
        chunk *next = kept->next;
        free(kept);
        kept = next;
    }
    if (!kept) {
        arena->chunks = NULL;
        arena->at = arena->end = NULL;
        arena->total = 0;
        return;
    }
    free_chunks(kept->next);
    kept->next = NULL;
    arena->chunks = kept;
    arena->at = chunk_memory(kept);
    arena->end = arena->at + kept->size;
    arena->total = kept->size;
}

static chunk *add_chunk(kp_arena *arena, size_t size)
{
    size_t header = aligned(sizeof(chunk));
    chunk *c = size > PTRDIFF_MAX - header ? NULL : malloc(header + size); /* no object is larger */

    if (!c)
        fail(arena);
    c->size = size;
    arena->total += size;
    return c;
}

static void *take_from_new_chunk(kp_arena *arena, size_t size)
{
    chunk *current = arena->chunks, *c;
    bool big = size > (current ? CHUNK_SIZE : FIRST_CHUNK) / 4;

    c = add_chunk(arena, big ? size : current ? CHUNK_SIZE : FIRST_CHUNK);
    /* A big object goes behind the current chunk, whose rest stays in use. */
    if (big && current) {
        c->next = current->next;
        current->next = c;
    } else {
        c->next = current;
        arena->chunks = c;
        arena->at = chunk_memory(c) + size;
        arena->end = chunk_memory(c) + c->size;
    }
    return chunk_memory(c);
}

/* Memory that holds whatever it held. */
static inline void *take(kp_arena *arena, size_t size)
{
    char *memory = arena->at;

    if (size > SIZE_MAX - ALIGNMENT)
        fail(arena);
    size = aligned(size ? size : 1);
    if ((size_t)(arena->end - memory) < size)
        return take_from_new_chunk(arena, size);
    arena->at = memory + size;
    return memory;
}

void *kp_arena_alloc(kp_arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

void *kp_arena_array(kp_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        fail(arena);
    return kp_arena_alloc(arena, count * size);
}

void *kp_arena_enlarged(kp_arena *arena, const void *items, size_t count, size_t room, size_t size)
{
    void *larger = kp_arena_array(arena, room, size);

    if (count)
        memcpy(larger, items, count * size);
    return larger;
}

char *kp_arena_strndup(kp_arena *arena, const char *text, size_t length)
{
    char *copy;

    if (length == SIZE_MAX)
        fail(arena);
    copy = take(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *kp_arena_strdup(kp_arena *arena, const char *text)
{
    return kp_arena_strndup(arena, text, strlen(text));
}

char *kp_arena_printf(kp_arena *arena, const char *format, ...)
{
    va_list args, again;
    int length;
    char usual[128], *text; /* a text that fits is made once */

    va_start(args, format);
    va_copy(again, args);
    length = vsnprintf(usual, sizeof(usual), format, args);
    va_end(args);
    if (length < 0)
        fail(arena);
    text = take(arena, (size_t)length + 1);
    if ((size_t)length < sizeof(usual))
        memcpy(text, usual, (size_t)length + 1);
    else
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t kp_arena_size(const kp_arena *arena)
{
    return arena->total;
}
