#include "read_internal.h"

#include <stdlib.h>
#include <string.h>

#include <minizip/unzip.h>

#include "kompass/utf8.h"

/* A workbook is a zip archive of XML parts. minizip reads it from memory; what it is told by the archive
 * (sizes, numbers of entries) is held against our limits before and while it is believed. */

struct kp_part {
    const char *name;
    unz64_file_pos place;
    uint64_t size;
    uint32_t order; /* in the archive */
};

struct kp_package {
    kp_bytes bytes;
    uint64_t position; /* of minizip in the bytes */
    unzFile zip;
    kp_part *parts; /* by name */
    size_t count;
    size_t unpacked_left;
};

bool kp_trouble_set(kp_trouble *trouble, kp_trouble_kind kind, const char *part)
{
    if (trouble->kind == KP_NO_TROUBLE)
        *trouble = (kp_trouble){kind, part};
    return false;
}

/* ---- what kind of file it is ---- */

static bool begins_with(kp_bytes bytes, const char *start, size_t length)
{
    return bytes.length >= length && memcmp(bytes.data, start, length) == 0;
}

static bool holds(kp_bytes bytes, const char *needle, size_t length)
{
    const char *at = bytes.data, *end = bytes.data + bytes.length;

    while (at && (size_t)(end - at) >= length) {
        at = memchr(at, needle[0], (size_t)(end - at) - length + 1);
        if (at && memcmp(at, needle, length) == 0)
            return true;
        at = at ? at + 1 : NULL;
    }
    return false;
}

/* Compound files: Excel before 2007, and whatever Office has encrypted. Their directory is UTF-16. */
static kp_trouble_kind kind_of_compound(kp_bytes bytes)
{
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

    return holds(bytes, encrypted, sizeof(encrypted)) ? KP_IS_ENCRYPTED : KP_IS_OLD_EXCEL;
}

static bool is_text(kp_bytes bytes)
{
    enum { ENOUGH = 4096 };
    const char *end = bytes.data + (bytes.length < ENOUGH ? bytes.length : ENOUGH);

    for (const char *at = bytes.data; at < end; at++)
        if ((unsigned char)*at < ' ' && (!*at || !strchr("\t\n\r", *at)))
            return false;
    return true;
}

static kp_trouble_kind kind_of_file(kp_bytes bytes)
{
    if (bytes.length == 0)
        return KP_IS_EMPTY;
    if (begins_with(bytes, "PK\x03\x04", 4))
        return KP_NO_TROUBLE;
    if (begins_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
        return kind_of_compound(bytes);
    if (begins_with(bytes, "\x09\x04", 2) || begins_with(bytes, "\x09\x08", 2))
        return KP_IS_OLD_EXCEL; /* before Excel 5 */
    return is_text(bytes) && !begins_with(bytes, "%PDF", 4) ? KP_IS_TEXT : KP_IS_OTHER;
}

/* ---- minizip, reading from memory ---- */

static voidpf mem_open(voidpf opaque, const void *name, int mode)
{
    (void)name;
    return (mode & ZLIB_FILEFUNC_MODE_WRITE) ? NULL : opaque;
}

static uLong mem_read(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
    kp_package *package = stream;
    uint64_t left = package->bytes.length - package->position;

    (void)opaque;
    if (size > left)
        size = (uLong)left;
    memcpy(buffer, package->bytes.data + package->position, size);
    package->position += size;
    return size;
}

static uLong mem_write(voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
    (void)opaque, (void)stream, (void)buffer, (void)size;
    return 0;
}

static ZPOS64_T mem_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((kp_package *)stream)->position;
}

static long mem_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    kp_package *package = stream;
    uint64_t from = 0;

    (void)opaque;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        from = package->position;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        from = package->bytes.length;
    if (offset > package->bytes.length - from)
        return -1;
    package->position = from + offset;
    return 0;
}

static int mem_close(voidpf opaque, voidpf stream)
{
    (void)opaque, (void)stream;
    return 0;
}

static int mem_error(voidpf opaque, voidpf stream)
{
    (void)opaque, (void)stream;
    return 0;
}

static bool open_zip(kp_package *package)
{
    zlib_filefunc64_def functions = {.zopen64_file = mem_open,
                                     .zread_file = mem_read,
                                     .zwrite_file = mem_write,
                                     .ztell64_file = mem_tell,
                                     .zseek64_file = mem_seek,
                                     .zclose_file = mem_close,
                                     .zerror_file = mem_error,
                                     .opaque = package};

    package->zip = unzOpen2_64("", &functions);
    return package->zip != NULL;
}

/* ---- the parts ---- */

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

/* Names of parts are the same whatever their case. */
static int compare_names(const char *a, const char *b)
{
    while (*a && lower(*a) == lower(*b))
        a++, b++;
    return lower(*a) - lower(*b);
}

static int by_name(const void *a, const void *b)
{
    const kp_part *x = a, *y = b;
    int order = compare_names(x->name, y->name);

    return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* Some programs write backslashes, or a slash in front. */
static const char *part_name(kp_arena *arena, const char *written)
{
    char *name = kp_arena_strdup(arena, *written == '/' ? written + 1 : written);

    for (char *at = name; (at = strchr(at, '\\')) != NULL;)
        *at = '/';
    return name;
}

static bool add_part(kp_arena *arena, kp_package *package, kp_trouble *trouble)
{
    enum { LONGEST = 1024, ENCRYPTED = 1 };
    kp_part *part = &package->parts[package->count];
    unz_file_info64 info;
    char name[LONGEST + 1];

    if (unzGetCurrentFileInfo64(package->zip, &info, name, sizeof(name), NULL, 0, NULL, 0) != UNZ_OK ||
        info.size_filename > LONGEST || memchr(name, '\0', info.size_filename) || !kp_utf8_is_valid(name))
        return kp_trouble_set(trouble, KP_IS_DAMAGED, NULL);
    if (info.flag & ENCRYPTED)
        return kp_trouble_set(trouble, KP_IS_ENCRYPTED, NULL);
    *part = (kp_part){
        .name = part_name(arena, name), .size = info.uncompressed_size, .order = (uint32_t)package->count};
    if (unzGetFilePos64(package->zip, &part->place) != UNZ_OK)
        return kp_trouble_set(trouble, KP_IS_DAMAGED, NULL);
    package->count++;
    return true;
}

static bool list_parts(kp_arena *arena, kp_package *package, kp_trouble *trouble)
{
    unz_global_info64 all;
    int status;

    if (unzGetGlobalInfo64(package->zip, &all) != UNZ_OK)
        return kp_trouble_set(trouble, KP_IS_DAMAGED, NULL);
    if (all.number_entry > KP_WORKBOOK_MAX_PARTS)
        return kp_trouble_set(trouble, KP_HAS_TOO_MUCH, NULL);
    package->parts = KP_NEW_ARRAY(arena, (size_t)all.number_entry, kp_part);
    status = unzGoToFirstFile(package->zip);
    for (; status == UNZ_OK && package->count < all.number_entry; status = unzGoToNextFile(package->zip))
        if (!add_part(arena, package, trouble))
            return false;
    if (package->count != all.number_entry || package->count == 0)
        return kp_trouble_set(trouble, KP_IS_DAMAGED, NULL);
    qsort(package->parts, package->count, sizeof(*package->parts), by_name);
    for (size_t i = 1; i < package->count; i++) /* which of them would a program show? */
        if (compare_names(package->parts[i - 1].name, package->parts[i].name) == 0)
            return kp_trouble_set(trouble, KP_IS_DAMAGED, package->parts[i].name);
    return true;
}

static int name_order(const void *name, const void *of)
{
    return compare_names(name, ((const kp_part *)of)->name);
}

const kp_part *kp_package_part(const kp_package *package, const char *name)
{
    return package->count ? bsearch(name, package->parts, package->count, sizeof(*package->parts), name_order)
                          : NULL;
}

const char *kp_part_name(const kp_part *part)
{
    return part->name;
}

/* Archives that are no .xlsx, and workbooks that bring programs along. */
static bool is_workbook(const kp_package *package, kp_trouble *trouble)
{
    static const struct {
        const char *part;
        kp_trouble_kind kind;
    } marks[] = {{"xl/vbaProject.bin", KP_HAS_MACROS},
                 {"xl/workbook.bin", KP_IS_BINARY_EXCEL},
                 {"META-INF/manifest.xml", KP_IS_OPENDOCUMENT}};

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (kp_package_part(package, marks[i].part))
            return kp_trouble_set(trouble, marks[i].kind, NULL);
    for (size_t i = 0; i < package->count; i++)
        if (strstr(package->parts[i].name, "acrosheets/")) /* macros before Visual Basic */
            return kp_trouble_set(trouble, KP_HAS_MACROS, NULL);
    if (!kp_package_part(package, "[Content_Types].xml") || !kp_package_part(package, "_rels/.rels"))
        return kp_trouble_set(trouble, KP_IS_OTHER, NULL);
    return true;
}

kp_package *kp_package_open(kp_arena *arena, kp_bytes bytes, kp_trouble *trouble)
{
    kp_package *package = KP_NEW(arena, kp_package);
    kp_trouble_kind kind = kind_of_file(bytes);

    package->bytes = bytes;
    package->unpacked_left = KP_WORKBOOK_MAX_UNPACKED;
    if (kind != KP_NO_TROUBLE)
        kp_trouble_set(trouble, kind, NULL);
    else if (!open_zip(package))
        kp_trouble_set(trouble, KP_IS_DAMAGED, NULL);
    else if (list_parts(arena, package, trouble) && is_workbook(package, trouble))
        return package;
    kp_package_close(package);
    return NULL;
}

void kp_package_close(kp_package *package)
{
    if (package->zip)
        unzClose(package->zip);
    package->zip = NULL;
}

/* ---- unpacking ---- */

static size_t room_for_part(const kp_package *package)
{
    return package->unpacked_left < KP_WORKBOOK_MAX_PART ? package->unpacked_left : KP_WORKBOOK_MAX_PART;
}

/* What is unpacked is counted, whatever the archive says of its size. */
static bool unpack_pieces(kp_package *package, const kp_part *part, kp_piece_fn *piece, void *context,
                          kp_trouble *trouble)
{
    enum { PIECE = 64 * 1024 };
    char *buffer = malloc(PIECE);
    size_t left = room_for_part(package);
    bool fine = true;
    int length = 0;

    if (!buffer)
        kp_out_of_memory();
    while (fine && (length = unzReadCurrentFile(package->zip, buffer, PIECE)) > 0) {
        if ((size_t)length > left) {
            fine = kp_trouble_set(trouble, KP_HAS_TOO_MUCH, NULL);
            break;
        }
        fine = piece(context, buffer, (size_t)length);
        left -= (size_t)length;
        package->unpacked_left -= (size_t)length;
    }
    free(buffer);
    return length < 0 ? kp_trouble_set(trouble, KP_IS_DAMAGED, part->name) : fine;
}

bool kp_package_unpack(kp_package *package, const kp_part *part, kp_piece_fn *piece, void *context,
                       kp_trouble *trouble)
{
    bool fine;

    if (part->size > room_for_part(package))
        return kp_trouble_set(trouble, KP_HAS_TOO_MUCH, NULL);
    if (unzGoToFilePos64(package->zip, &part->place) != UNZ_OK || unzOpenCurrentFile(package->zip) != UNZ_OK)
        return kp_trouble_set(trouble, KP_IS_DAMAGED, part->name);
    fine = unpack_pieces(package, part, piece, context, trouble);
    if (unzCloseCurrentFile(package->zip) != UNZ_OK && fine) /* its checksum */
        return kp_trouble_set(trouble, KP_IS_DAMAGED, part->name);
    return fine;
}
