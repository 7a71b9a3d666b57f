#include "xlsx_internal.h"

#include <minizip/zip.h>

#include "kompass/os.h"

/* The library writes each part of a workbook to a temporary file, and never asks whether that worked: a write
 * that failed leaves a part with a hole, packs it, and reports success. It gets its files from a function of
 * its own that a program may put another in the place of (the dynamic linker takes the program's). So here is
 * one whose files lie in memory, where a write does not fail: without memory the program ends, as everywhere.
 */

#ifdef KP_OS_TAKES_OURS_FIRST

/* In the place of the library's function. */
/* NOLINTNEXTLINE(readability-non-const-parameter): as the library declares it */
FILE *lxw_tmpfile(char *tmpdir)
{
    (void)tmpdir;
    return kp_os_memory_file();
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

    *(void **)&next = kp_os_next_function("zipOpenNewFileInZip4_64");
    if (!next)
        return ZIP_PARAMERROR;
    return next(file, filename, zipfi, extrafield_local, size_extrafield_local, extrafield_global,
                size_extrafield_global, comment, method, level == Z_DEFAULT_COMPRESSION ? FAST : level, raw,
                windowBits, memLevel, strategy, password, crcForCrypting, versionMadeBy, flagBase, zip64);
}

#endif

#endif
