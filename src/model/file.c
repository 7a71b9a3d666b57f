#include "kompass/file.h"

#include <string.h>

#include "kompass/os.h"
#include "kompass/utf8.h"

static const char *const kinds[KP_KIND__COUNT] = {
    [KP_RUBRIC] = "rubric/1",       [KP_EVALUATION] = "evaluation/1", [KP_REFERENCE] = "reference/1",
    [KP_CROSSWALK] = "crosswalk/1", [KP_FOLLOWUP] = "followup/1",
};

const char *kp_kind_name(kp_kind kind)
{
    return kind < KP_KIND__COUNT ? kinds[kind] : "?";
}

static kp_kind kind_of(const char *name)
{
    for (int i = 0; i < KP_KIND__COUNT; i++)
        if (strcmp(kinds[i], name) == 0)
            return (kp_kind)i;
    return KP_NO_KIND;
}

enum {
    WORTH_AN_INDEX = 256 * 1024
}; /* in smaller files a line is found at once; most have no problem at all */

bool kp_file_parse(kp_arena *arena, kp_source source, kp_sink *sink, kp_file *ret)
{
    kp_file file = {.source = source, .kind = KP_NO_KIND, .errors_before = kp_sink_errors(sink)};
    const kp_ynode *value;

    if (source.length > WORTH_AN_INDEX)
        kp_source_index(arena, &file.source);
    *ret = file; /* places point into ret->source, which outlives this call */
    ret->root = kp_ytree_read(arena, &ret->source, sink);
    if (!ret->root)
        return false;
    value = kp_ynode_get(ret->root, "kompass");
    ret->has_key = value != NULL;
    if (value && ret->root->first->value == value && value->kind == KP_YSCALAR)
        ret->kind = kind_of(value->text);
    return true;
}

void kp_report_unread(kp_sink *sink, kp_file_status status, const char *path, const char *why,
                      kp_diag_id too_large)
{
    switch (status) {
    case KP_FILE_IS_FOLDER:
        kp_report_file(sink, KP_D_FOLDER, path, NULL);
        break;
    case KP_FILE_NOT_REGULAR:
        kp_report_file(sink, KP_D_NOT_REGULAR, path, NULL);
        break;
    case KP_FILE_TOO_LARGE:
        kp_report_file(sink, too_large, path, NULL);
        break;
    case KP_FILE_OK:
    case KP_FILE_ERROR:
    default:
        kp_report_file(sink, KP_D_UNREADABLE, path, why);
    }
}

bool kp_file_read(kp_arena *arena, const char *path, kp_sink *sink, kp_file *ret)
{
    kp_bytes bytes = {NULL, 0};
    const char *why = NULL;
    kp_file_status status;

    *ret = (kp_file){.kind = KP_NO_KIND};
    status = kp_os_read(arena, path, KP_YAML_MAX_BYTES, &bytes, &why);
    if (status != KP_FILE_OK) {
        kp_report_unread(sink, status, path, why, KP_D_TOO_LARGE);
        return false;
    }
    return kp_file_parse(
        arena, (kp_source){.name = kp_arena_strdup(arena, path), .text = bytes.data, .length = bytes.length},
        sink, ret);
}

static const char *known_kinds(kp_arena *arena)
{
    const char *list = kinds[0];

    for (int i = 1; i < KP_KIND__COUNT; i++)
        list = kp_arena_printf(arena, "%s, %s", list, kinds[i]);
    return list;
}

static void report_unknown_kind(kp_arena *arena, const kp_file *file, kp_sink *sink)
{
    kp_reader reader = {arena, &file->source, sink};
    const kp_ynode *key = file->root->first, *value = key->value;
    kp_place place = kp_ynode_place(&file->source, value);

    if (kp_ynode_is_empty(value))
        kp_report(sink, KP_D_EMPTY_VALUE, place, kp_phrase(sink, arena, KP_P_THE_KEY, key->text),
                  kp_phrase(sink, arena, KP_P_ONE_OF, known_kinds(arena)));
    else if (value->kind != KP_YSCALAR)
        kp_wrong_type(&reader, key, value, KP_P_A_TEXT);
    else
        kp_report(sink, KP_D_UNKNOWN_KIND, place, value->text, known_kinds(arena));
}

static void report_no_kind(const kp_file *file, kp_sink *sink)
{
    const kp_ynode *root = file->root;
    kp_diag *diag = kp_report(sink, KP_D_NO_KIND, kp_ynode_place(&file->source, root), kinds[KP_EVALUATION]);

    for (const kp_ynode *key = root->kind == KP_YMAP ? root->first : NULL; key; key = key->next)
        if (key->kind == KP_YSCALAR && strcmp(key->text, "kompass") == 0)
            kp_note(diag, KP_N_DECLARED_HERE, kp_ynode_place(&file->source, key), key->text);
}

bool kp_file_require_kind(kp_arena *arena, const kp_file *file, kp_sink *sink)
{
    const kp_ynode *root = file->root, *first = root->kind == KP_YMAP ? root->first : NULL;

    if (file->kind < KP_KIND__COUNT)
        return true;
    if (root->kind == KP_YBAD || (first && first->kind == KP_YBAD))
        return false; /* told already */
    if (first && strcmp(first->text, "kompass") == 0)
        report_unknown_kind(arena, file, sink);
    else
        report_no_kind(file, sink);
    return false;
}

bool kp_is_file_id(const char *id)
{
    const char *letters = "abcdefghijklmnopqrstuvwxyz0123456789-.";

    return *id && *id != '-' && *id != '.' && id[strspn(id, letters)] == '\0';
}

void kp_check_file_id(kp_reader *reader, const char *id, const kp_ynode *at)
{
    const char *stem, *or_id = "";

    if (!id)
        return;
    if (!kp_is_file_id(id)) {
        kp_report(reader->sink, KP_D_MALFORMED_ID, kp_reader_place(reader, at), id,
                  kp_utf8_slug(reader->arena, id));
        return;
    }
    stem = kp_path_stem(reader->arena, reader->source->name, ".yaml");
    if (strcmp(stem, id) == 0)
        return;
    if (kp_is_file_id(stem) && strlen(stem) < strlen(kp_path_name(reader->source->name))) /* ends in .yaml */
        or_id = kp_phrase(reader->sink, reader->arena, KP_P_OR_WRITE_ID, stem);
    kp_report(reader->sink, KP_D_ID_IS_NOT_FILE_NAME, kp_reader_place(reader, at), id, or_id);
}
