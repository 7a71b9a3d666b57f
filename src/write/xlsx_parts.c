/* Extensions that glibc and musl have: a FILE of four functions, and looking for the next of a name. */
#define _GNU_SOURCE /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): that is its name */
#include <stdio.h>

#include "xlsx_internal.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/zip.h>

/* The library writes each part of a workbook to a temporary file, and never asks whether that worked: a write
 * that failed leaves a part with a hole, packs it, and reports success. It gets its files from a function of
 * its own that a program may put another in the place of (the dynamic linker takes the program's). So here is
 * one whose files lie in memory, where a write does not fail: without memory the program ends, as everywhere.
 */

#ifdef __linux__

/* ---- parts in memory ---- */

typedef struct part {
    char *bytes;
    size_t length, room, at;
} part;

static ssize_t part_read(void *cookie, char *bytes, size_t length)
{
    part *p = cookie;
    size_t rest = p->at < p->length ? p->length - p->at : 0;

    if (length > rest)
        length = rest;
    if (length)
        memcpy(bytes, p->bytes + p->at, length);
    p->at += length;
    return (ssize_t)length;
}

static void make_room(part *p, size_t needed)
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

static ssize_t part_write(void *cookie, const char *bytes, size_t length)
{
    part *p = cookie;

    make_room(p, p->at + length);
    if (p->at > p->length)
        memset(p->bytes + p->length, 0, p->at - p->length);
    memcpy(p->bytes + p->at, bytes, length);
    p->at += length;
    if (p->at > p->length)
        p->length = p->at;
    return (ssize_t)length;
}

static int part_seek(void *cookie, off64_t *offset, int whence)
{
    part *p = cookie;
    off64_t from = whence == SEEK_SET ? 0 : (off64_t)(whence == SEEK_CUR ? p->at : p->length);

    if (from + *offset < 0)
        return -1;
    *offset += from;
    p->at = (size_t)*offset;
    return 0;
}

static int part_close(void *cookie)
{
    part *p = cookie;

    free(p->bytes);
    free(p);
    return 0;
}

/* In the place of the library's function. */
/* NOLINTNEXTLINE(readability-non-const-parameter): as the library declares it */
FILE *lxw_tmpfile(char *tmpdir)
{
    const cookie_io_functions_t functions = {part_read, part_write, part_seek, part_close};
    part *p = calloc(1, sizeof(*p));
    FILE *file = p ? fopencookie(p, "w+", functions) : NULL;

    (void)tmpdir;
    if (!file)
        kp_out_of_memory();
    return file;
}

/* ---- how hard parts are packed ---- */

#ifndef MZ_COMPAT_ZIP /* minizip's successor, with other types */

/* minizip's function, which the library asks for zlib's usual level. That is a third of the time of an
 * export, and a lower level needs half of it for a file an eighth larger. So the call comes here first, and
 * goes on with another level; where it is bound otherwise, all stays as it was. */
int zipOpenNewFileInZip4_64(zipFile file, const char *filename, const zip_fileinfo *zipfi,
                            const void *extrafield_local, uInt size_extrafield_local,
                            const void *extrafield_global, uInt size_extrafield_global, const char *comment,
                            int method, int level, int raw, int windowBits, int memLevel, int strategy,
                            const char *password, uLong crcForCrypting, uLong versionMadeBy, uLong flagBase,
                            int zip64)
{
    enum { FAST = 2 };
    __typeof__(zipOpenNewFileInZip4_64) *next;

    *(void **)&next = dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64");
    if (!next)
        return ZIP_PARAMERROR;
    return next(file, filename, zipfi, extrafield_local, size_extrafield_local, extrafield_global,
                size_extrafield_global, comment, method, level == Z_DEFAULT_COMPRESSION ? FAST : level, raw,
                windowBits, memLevel, strategy, password, crcForCrypting, versionMadeBy, flagBase, zip64);
}

#endif

#endif
