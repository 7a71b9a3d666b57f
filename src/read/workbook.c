#include "read_internal.h"

#include <stdlib.h>
#include <string.h>

#include "kompass/file.h"
#include "kompass/utf8.h"

/* Which parts a workbook has: by its relations, never by the names that programs usually give them. */

typedef struct relation {
    const char *id, *type, *part; /* type: the last word of its address */
} relation;

typedef struct relations {
    kp_arena *arena;
    const char *folder; /* of the part whose relations these are, with a slash at its end, or "" */
    relation *items;
    size_t count, room;
} relations;

/* ---- paths ---- */

/* Take "." and ".." out of a path in place; ".." at the top is passed over. */
static const char *without_dots(kp_arena *arena, const char *path)
{
    char *clean = kp_arena_alloc(arena, strlen(path) + 1), *end = clean;

    while (*path) {
        size_t n = strcspn(path, "/");
        if (n == 2 && strncmp(path, "..", 2) == 0) {
            while (end > clean && (--end == clean || end[-1] != '/'))
                ;
        } else if (n && !(n == 1 && *path == '.')) {
            memcpy(end, path, n);
            end += n;
            if (path[n])
                *end++ = '/';
        }
        path += n + (path[n] == '/');
    }
    *end = '\0';
    return clean;
}

static const char *part_of(const relations *r, const char *target)
{
    if (*target == '/')
        return without_dots(r->arena, target + 1);
    return without_dots(r->arena, kp_arena_printf(r->arena, "%s%s", r->folder, target));
}

/* ---- relations ---- */

static bool open_relation(void *context, const char *name, const char **attributes)
{
    relations *r = context;
    const char *id = kp_xml_attribute(attributes, "Id"), *type = kp_xml_attribute(attributes, "Type");
    const char *target = kp_xml_attribute(attributes, "Target");
    const char *mode = kp_xml_attribute(attributes, "TargetMode"), *slash;

    if (strcmp(name, "Relationship") != 0 || !id || !type || !target || r->count == KP_WORKBOOK_MAX_PARTS)
        return true;
    if (mode && strcmp(mode, "External") == 0)
        return true; /* nothing outside the workbook is looked at */
    KP_MAKE_ROOM(r->arena, r->items, r->count, r->room);
    slash = strrchr(type, '/');
    r->items[r->count++] =
        (relation){kp_arena_strdup(r->arena, id), kp_arena_strdup(r->arena, slash ? slash + 1 : type),
                   part_of(r, target)};
    return true;
}

static bool close_nothing(void *context, const char *name)
{
    (void)context, (void)name;
    return true;
}

/* The relations of a part; none where it has no such file. */
static bool read_relations(kp_book_reader *reader, const char *part, relations *ret)
{
    static const kp_xml_events events = {open_relation, close_nothing, NULL};
    const char *slash = strrchr(part, '/'), *name = slash ? slash + 1 : part;
    const kp_part *file;

    *ret = (relations){.arena = reader->arena,
                       .folder = kp_arena_strndup(reader->arena, part, (size_t)(name - part))};
    file = kp_package_part(reader->package,
                           kp_arena_printf(reader->arena, "%s_rels/%s.rels", ret->folder, name));
    return !file || kp_xml_read(reader->package, file, &events, ret, reader->trouble);
}

static const relation *find_relation(const relations *r, const char *type, const char *id)
{
    for (size_t i = 0; i < r->count; i++)
        if ((!type || strcmp(r->items[i].type, type) == 0) && (!id || strcmp(r->items[i].id, id) == 0))
            return &r->items[i];
    return NULL;
}

/* The part of a kind that a part relates to; NULL where it names none. */
static const kp_part *related(const kp_book_reader *reader, const relations *r, const char *type)
{
    const relation *found = find_relation(r, type, NULL);

    return found ? kp_package_part(reader->package, found->part) : NULL;
}

/* ---- the workbook's own part ---- */

typedef struct sheet_list {
    kp_book_reader *reader;
    struct {
        const char *name, *relation;
    } items[KP_WORKBOOK_MAX_SHEETS];
    uint32_t count;
    bool in_sheets;
} sheet_list;

static bool open_in_workbook(void *context, const char *name, const char **attributes)
{
    sheet_list *list = context;
    kp_arena *arena = list->reader->arena;
    const char *title, *id;

    if (strcmp(name, "sheets") == 0)
        list->in_sheets = true;
    if (strcmp(name, "workbookPr") == 0) {
        const char *date1904 = kp_xml_attribute(attributes, "date1904");
        list->reader->from_1904 = date1904 && (strcmp(date1904, "1") == 0 || strcmp(date1904, "true") == 0);
    }
    if (strcmp(name, "sheet") != 0 || !list->in_sheets)
        return true;
    if (list->count == KP_WORKBOOK_MAX_SHEETS)
        return kp_trouble_set(list->reader->trouble, KP_HAS_TOO_MUCH, NULL);
    title = kp_xml_attribute(attributes, "name");
    id = kp_xml_attribute(attributes, "id");
    list->items[list->count].name = kp_utf8_one_line(arena, title ? title : "?");
    list->items[list->count++].relation = kp_arena_strdup(arena, id ? id : "");
    return true;
}

static bool close_in_workbook(void *context, const char *name)
{
    sheet_list *list = context;

    if (strcmp(name, "sheets") == 0)
        list->in_sheets = false;
    return true;
}

/* ---- all of it ---- */

/* A sheet of charts or dialogs has no cells, and one that is missing was damage. */
static bool read_sheet(kp_book_reader *reader, const relations *r, const char *name, const char *id,
                       kp_workbook *ret)
{
    const relation *found = find_relation(r, NULL, id);
    const kp_part *part = found ? kp_package_part(reader->package, found->part) : NULL;
    kp_read_sheet *sheet = &ret->sheets[ret->sheet_count];

    if (found && strcmp(found->type, "worksheet") != 0)
        return true;
    if (!part)
        return kp_trouble_set(reader->trouble, KP_IS_DAMAGED, name);
    ret->sheet_count++;
    sheet->name = name;
    return kp_read_cells(reader, part, sheet);
}

static bool read_sheets(kp_book_reader *reader, const relations *r, const kp_part *part, kp_workbook *ret)
{
    static const kp_xml_events events = {open_in_workbook, close_in_workbook, NULL};
    sheet_list *list = KP_NEW(reader->arena, sheet_list);

    list->reader = reader;
    if (!kp_xml_read(reader->package, part, &events, list, reader->trouble))
        return false;
    ret->sheets = KP_NEW_ARRAY(reader->arena, list->count, kp_read_sheet);
    for (uint32_t i = 0; i < list->count; i++)
        if (!read_sheet(reader, r, list->items[i].name, list->items[i].relation, ret))
            return false;
    return true;
}

static bool read_book(kp_book_reader *reader, kp_workbook *ret)
{
    relations top, own;
    const kp_part *book, *part;

    if (!read_relations(reader, "", &top))
        return false;
    book = related(reader, &top, "officeDocument");
    if (!book)
        return kp_trouble_set(reader->trouble, KP_IS_OTHER, NULL);
    if (!read_relations(reader, kp_part_name(book), &own))
        return false;
    if (find_relation(&own, "vbaProject", NULL))
        return kp_trouble_set(reader->trouble, KP_HAS_MACROS, NULL);
    if (!find_relation(&own, "worksheet", NULL))
        return kp_trouble_set(reader->trouble, KP_IS_OTHER, NULL); /* a document, slides */
    if ((part = related(reader, &own, "styles")) &&
        !kp_read_looks(reader->arena, reader->package, part, &reader->looks, reader->trouble))
        return false;
    if ((part = related(reader, &own, "sharedStrings")) && !kp_read_strings(reader, part))
        return false;
    return read_sheets(reader, &own, book, ret);
}

static void tell(kp_sink *sink, kp_arena *arena, const char *path, const kp_trouble *trouble)
{
    static const struct {
        kp_trouble_kind kind;
        kp_phrase_id what;
    } others[] = {{KP_IS_EMPTY, KP_P_EMPTY_FILE},
                  {KP_IS_OLD_EXCEL, KP_P_OLD_EXCEL},
                  {KP_IS_BINARY_EXCEL, KP_P_BINARY_EXCEL},
                  {KP_IS_OPENDOCUMENT, KP_P_OPENDOCUMENT},
                  {KP_IS_TEXT, KP_P_TEXT_FILE},
                  {KP_IS_OTHER, KP_P_OTHER_FILE}};

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (others[i].kind == trouble->kind)
            kp_report_file(sink, KP_D_NO_WORKBOOK, path, kp_phrase(sink, arena, others[i].what, NULL), NULL);
    if (trouble->kind == KP_IS_ENCRYPTED)
        kp_report_file(sink, KP_D_WORKBOOK_ENCRYPTED, path, NULL);
    if (trouble->kind == KP_HAS_MACROS)
        kp_report_file(sink, KP_D_WORKBOOK_MACROS, path, NULL);
    if (trouble->kind == KP_IS_DAMAGED)
        kp_report_file(sink, KP_D_WORKBOOK_DAMAGED, path,
                       trouble->part ? kp_phrase(sink, arena, KP_P_IN_PART, trouble->part) : "", NULL);
    if (trouble->kind == KP_HAS_DOCTYPE)
        kp_report_file(sink, KP_D_WORKBOOK_DOCTYPE, path, trouble->part, NULL);
    if (trouble->kind == KP_HAS_TOO_MUCH)
        kp_report_file(sink, KP_D_WORKBOOK_TOO_LARGE, path, NULL);
}

bool kp_workbook_parse(kp_arena *arena, const char *path, kp_bytes bytes, kp_sink *sink, kp_workbook *ret)
{
    kp_trouble trouble = {KP_NO_TROUBLE, NULL};
    kp_book_reader reader = {.arena = arena,
                             .trouble = &trouble,
                             .cells_left = KP_WORKBOOK_MAX_CELLS,
                             .text_left = KP_WORKBOOK_MAX_TEXT};
    bool fine = false;

    *ret = (kp_workbook){.path = path};
    reader.package = kp_package_open(arena, bytes, &trouble);
    if (reader.package) {
        fine = read_book(&reader, ret);
        kp_package_close(reader.package);
    }
    if (!fine)
        tell(sink, arena, path, &trouble);
    return fine;
}

/* Beside a workbook that is open lies a file that says so, and a shell's `*.xlsx` may name it, too:
 * "~$x.xlsx" of Excel, ".~lock.x.xlsx#" of LibreOffice. Returns "x.xlsx", or NULL. */
static const char *locked_by(kp_arena *arena, const char *path)
{
    static const struct {
        const char *before, *behind;
    } marks[] = {{"~$", ""}, {".~lock.", "#"}};
    const char *name = kp_path_name(path);

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        const size_t before = strlen(marks[i].before), behind = strlen(marks[i].behind),
                     length = strlen(name);
        if (length > before + behind && strncmp(name, marks[i].before, before) == 0 &&
            strcmp(name + length - behind, marks[i].behind) == 0)
            return kp_arena_strndup(arena, name + before, length - before - behind);
    }
    return NULL;
}

bool kp_workbook_read(kp_arena *arena, const char *path, kp_sink *sink, kp_workbook *ret)
{
    const char *locked = locked_by(arena, path), *why = "";
    kp_arena *own; /* for the bytes alone */
    kp_bytes bytes;
    kp_file_status status;
    bool fine = false;

    if (locked) {
        kp_report_file(sink, KP_D_NO_WORKBOOK, path, kp_phrase(sink, arena, KP_P_LOCK_FILE, locked), NULL);
        return false;
    }
    own = kp_arena_new(NULL, NULL);
    status = kp_os_read(own, path, KP_WORKBOOK_MAX_BYTES, &bytes, &why);
    if (status == KP_FILE_OK)
        fine = kp_workbook_parse(arena, path, bytes, sink, ret);
    else
        kp_report_unread(sink, status, path, why, KP_D_WORKBOOK_TOO_LARGE);
    kp_arena_free(own);
    return fine;
}
