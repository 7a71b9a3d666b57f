/* Extensions that glibc and musl have: a FILE of four functions, and looking for the next of a name. */
#define _GNU_SOURCE /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): that is its name */
#include <stdio.h>

#include "kompass/os.h"

#include <dlfcn.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* What libraries need of the system that the C library does not have: streams without a file, another
 * function in the place of theirs, a thread's own locale. */

/* ---- files in memory ---- */

typedef struct memory {
    char *bytes;
    size_t length, room, at;
} memory;

static ssize_t memory_read(void *cookie, char *bytes, size_t length)
{
    memory *p = cookie;
    size_t rest = p->at < p->length ? p->length - p->at : 0;

    if (length > rest)
        length = rest;
    if (length)
        memcpy(bytes, p->bytes + p->at, length);
    p->at += length;
    return (ssize_t)length;
}

static void make_room(memory *p, size_t needed)
{
    enum { FIRST = 64 * 1024 };
    size_t room = p->room ? 2 * p->room : FIRST;
    char *bytes;

    if (needed <= p->room)
        return;
    if (room < needed)
        room = needed;
    bytes = realloc(p->bytes, room);
    if (!bytes)
        kp_out_of_memory();
    p->bytes = bytes;
    p->room = room;
}

static ssize_t memory_write(void *cookie, const char *bytes, size_t length)
{
    memory *p = cookie;

    make_room(p, p->at + length);
    if (p->at > p->length)
        memset(p->bytes + p->length, 0, p->at - p->length);
    memcpy(p->bytes + p->at, bytes, length);
    p->at += length;
    if (p->at > p->length)
        p->length = p->at;
    return (ssize_t)length;
}

static int memory_seek(void *cookie, off64_t *offset, int whence)
{
    memory *p = cookie;
    off64_t from = whence == SEEK_SET ? 0 : (off64_t)(whence == SEEK_CUR ? p->at : p->length);

    if (from + *offset < 0)
        return -1;
    *offset += from;
    p->at = (size_t)*offset;
    return 0;
}

static int memory_close(void *cookie)
{
    memory *p = cookie;

    free(p->bytes);
    free(p);
    return 0;
}

FILE *kp_os_memory_file(void)
{
    const cookie_io_functions_t functions = {memory_read, memory_write, memory_seek, memory_close};
    memory *p = calloc(1, sizeof(*p));
    FILE *file = p ? fopencookie(p, "w+", functions) : NULL;

    if (!file)
        kp_out_of_memory();
    return file;
}

FILE *kp_os_open_bytes(void *bytes, size_t length)
{
    return fmemopen(bytes, length, "r");
}

/* ---- the linker ---- */

void *kp_os_next_function(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

/* ---- the locale ---- */

struct kp_locale {
    locale_t plain, before;
};

kp_locale *kp_os_plain_locale(kp_arena *arena)
{
    kp_locale *locale = KP_NEW(arena, kp_locale);

    locale->plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale->before = locale->plain ? uselocale(locale->plain) : (locale_t)0;
    return locale;
}

void kp_os_own_locale(const kp_locale *locale)
{
    if (!locale->plain)
        return;
    uselocale(locale->before);
    freelocale(locale->plain);
}
