#include "kompass/diag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "diag_internal.h"

#include "kompass/arena.h"
#include "kompass/text.h"
#include "kompass/utf8.h"

static const kp_diag_info infos[KP_DIAG__COUNT] = {
#define DIAG(id, code, severity, en, sv, nb)                                                                 \
    [KP_D_##id] = {code, severity, {[KP_SV] = (sv), [KP_NB] = (nb), [KP_EN] = (en)}},
#include "kompass/catalogue.def"
};

static const char *const notes[KP_NOTE__COUNT][KP_LANG__COUNT] = {
#define NOTE(id, en, sv, nb) [KP_N_##id] = {[KP_SV] = (sv), [KP_NB] = (nb), [KP_EN] = (en)},
#include "kompass/catalogue.def"
};

static const char *const phrases[KP_PHRASE__COUNT][KP_LANG__COUNT] = {
#define PHRASE(id, en, sv, nb) [KP_P_##id] = {[KP_SV] = (sv), [KP_NB] = (nb), [KP_EN] = (en)},
#include "kompass/catalogue.def"
};

const kp_diag_info *kp_diag_info_of(kp_diag_id id)
{
    return &infos[id];
}

bool kp_diag_find(const char *code, kp_diag_id *ret_id)
{
    for (int i = 0; i < KP_DIAG__COUNT; i++) {
        const char *a = infos[i].code, *b = code;
        while (*a && (*a == *b || (*b >= 'a' && *b <= 'z' && *a == *b - 'a' + 'A')))
            a++, b++;
        if (!*a && !*b) {
            *ret_id = (kp_diag_id)i;
            return true;
        }
    }
    return false;
}

kp_sink *kp_sink_new(kp_lang lang)
{
    kp_sink *sink = calloc(1, sizeof(*sink));

    if (!sink)
        kp_out_of_memory();
    sink->lang = lang;
    return sink;
}

/* A problem and all it quotes is one arena: dropping it gives everything back. */
static void free_diag(kp_diag *diag)
{
    kp_arena_free(diag->arena);
}

void kp_sink_free(kp_sink *sink)
{
    if (!sink)
        return;
    for (size_t i = 0; i < sink->kept; i++)
        free_diag(sink->diags[i]);
    free(sink);
}

static void set_quote(kp_arena *arena, kp_diag_spot *spot, const char *line, size_t length)
{
    uint32_t code;

    for (spot->first = 1; length && spot->first + KP_QUOTE_BEFORE < spot->column; spot->first++) {
        size_t n = kp_utf8_decode(line, length, &code);
        line += n ? n : 1;
        length -= n ? n : 1;
    }
    /* Rendering cuts it to whole characters around the place. */
    spot->quote = kp_arena_strndup(arena, line, length < KP_QUOTE_LIMIT ? length : KP_QUOTE_LIMIT);
}

static const char *file_of(kp_place place)
{
    uint32_t sheet = place.line >> KP_CELL_ROW_BITS;

    if (!place.source)
        return "";
    if (!place.source->sheets || sheet >= place.source->sheets->count)
        return place.source->name;
    return place.source->sheets->items[sheet].file;
}

/* "Sheet!B7" */
static const char *cell_of(kp_arena *arena, kp_place place)
{
    const struct kp_sheet_name *sheet = &place.source->sheets->items[place.line >> KP_CELL_ROW_BITS];
    char letters[8], *start = letters + sizeof(letters) - 1;

    *start = '\0';
    for (uint32_t n = place.column; n && start > letters; n = (n - 1) / 26)
        *--start = (char)('A' + (n - 1) % 26);
    return kp_arena_printf(arena, "%s!%s%u", sheet->sheet, start, KP_CELL_ROW(place.line));
}

static void set_place(kp_arena *arena, kp_diag_spot *spot, kp_place place)
{
    size_t length;
    const char *line;

    spot->line = place.line;
    spot->column = place.line ? place.column : 0;
    spot->width = place.width;
    if (!place.source)
        return;
    spot->file = kp_arena_strdup(arena, file_of(place));
    if (place.line && place.source->sheets) {
        spot->cell = cell_of(arena, place);
    } else if (place.line) {
        line = kp_source_line(place.source, place.line, &length);
        set_quote(arena, spot, line, length);
    }
}

/* A text that somebody's file brings into a message: not more than can be read. */
static const char *cut(kp_arena *arena, const char *text)
{
    size_t length = KP_ARGUMENT_LIMIT;

    if (strlen(text) <= length)
        return text;
    while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return kp_arena_printf(arena, "%.*s\xE2\x80\xA6", (int)length, text);
}

static const char *fill_in(kp_arena *arena, const char *sentence, const char *const *args)
{
    const char *readable[10] = {NULL}; /* {1} ... {9} */

    for (size_t i = 0; i < 9 && args[i]; i++)
        readable[i] = cut(arena, args[i]);
    return kp_fill_in(arena, sentence, readable);
}

static int compare_places(const char *file, uint32_t line, uint32_t column, const char *code,
                          const kp_diag *other)
{
    int order = strcmp(file, other->at.file);

    if (order == 0)
        order = (line > other->at.line) - (line < other->at.line);
    if (order == 0)
        order = (column > other->at.column) - (column < other->at.column);
    return order ? order : strcmp(code, infos[other->id].code);
}

/* Where a problem belongs in the sorted list: after its equals. */
static size_t position(const kp_sink *sink, const char *file, uint32_t line, uint32_t column,
                       const char *code)
{
    size_t low = 0, high = sink->kept;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare_places(file, line, column, code, sink->diags[middle]) < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Whether the same was told already: a rubric that two evaluations use is checked twice. */
static bool is_told(const kp_sink *sink, size_t at, const char *file, const kp_diag_spot *spot,
                    const char *code, const char *message)
{
    for (; at > 0 && compare_places(file, spot->line, spot->column, code, sink->diags[at - 1]) == 0; at--)
        if (strcmp(sink->diags[at - 1]->message, message) == 0)
            return true;
    return false;
}

/* Put a problem into its place; what falls out at the end is counted only. */
static void insert(kp_sink *sink, size_t at, kp_diag *diag)
{
    if (sink->kept == KP_DIAG_LIMIT)
        free_diag(sink->diags[--sink->kept]);
    memmove(sink->diags + at + 1, sink->diags + at, (sink->kept - at) * sizeof(*sink->diags));
    sink->diags[at] = diag;
    sink->kept++;
}

static kp_diag *keep(kp_sink *sink, kp_diag_id id, const char *file, kp_place place, const char *const *args)
{
    kp_diag_spot spot = {.line = place.line, .column = place.line ? place.column : 0};
    size_t at = position(sink, file, spot.line, spot.column, infos[id].code);
    kp_arena *arena = kp_arena_new(NULL, NULL);
    const char *message = fill_in(arena, infos[id].message[sink->lang], args);
    kp_severity severity = infos[id].severity;
    bool told = is_told(sink, at, file, &spot, infos[id].code, message);
    kp_diag *diag;

    sink->errors += severity == KP_ERROR || severity == KP_FAILURE;
    sink->count[severity] += !told;
    if (told || at == KP_DIAG_LIMIT) {
        kp_arena_free(arena);
        return NULL;
    }
    diag = KP_NEW(arena, kp_diag);
    diag->arena = arena;
    diag->id = id;
    diag->lang = sink->lang;
    diag->message = message;
    set_place(arena, &diag->at, place);
    if (!diag->at.file)
        diag->at.file = kp_arena_strdup(arena, file);
    insert(sink, at, diag);
    return diag;
}

void kp_sink_move(kp_sink *into, kp_sink *from)
{
    for (size_t i = 0; i < from->kept; i++) {
        kp_diag *diag = from->diags[i];
        const kp_diag_info *info = &infos[diag->id];
        size_t at = position(into, diag->at.file, diag->at.line, diag->at.column, info->code);
        bool told = is_told(into, at, diag->at.file, &diag->at, info->code, diag->message);
        from->count[info->severity] -= told;
        if (told || at == KP_DIAG_LIMIT)
            free_diag(diag);
        else
            insert(into, at, diag);
    }
    for (int i = 0; i < KP_SEVERITY__COUNT; i++) {
        into->count[i] += from->count[i];
        from->count[i] = 0;
    }
    into->errors += from->errors;
    from->errors = from->kept = 0;
}

kp_diag *kp_report_args(kp_sink *sink, kp_diag_id id, kp_place place, const char *const *args)
{
    return keep(sink, id, file_of(place), place, args);
}

/* Why a file could not be read or written: the system's words in the language of the messages. */
static const char *reason(const kp_sink *sink, kp_diag_id id, const char *words)
{
    static const struct {
        int error;
        kp_phrase_id phrase;
    } reasons[] = {
        {ENOENT, KP_P_NO_SUCH_FILE},        {EACCES, KP_P_NO_PERMISSION}, {EPERM, KP_P_NO_PERMISSION},
        {ENOSPC, KP_P_DISK_FULL},           {EROFS, KP_P_READ_ONLY},      {ENOTDIR, KP_P_NO_FOLDER},
        {ENAMETOOLONG, KP_P_NAME_TOO_LONG}, {ELOOP, KP_P_LEADS_NOWHERE}};

    if (id == KP_D_NOT_WRITTEN && strcmp(words, strerror(ENOENT)) == 0)
        return phrases[KP_P_NO_SUCH_FOLDER][sink->lang];
    for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
        if (strcmp(words, strerror(reasons[i].error)) == 0)
            return phrases[reasons[i].phrase][sink->lang];
    return words;
}

kp_diag *kp_report_file_args(kp_sink *sink, kp_diag_id id, const char *file, const char *const *args)
{
    if (args[0] && !args[1] && infos[id].severity == KP_FAILURE)
        return keep(sink, id, file, (kp_place){0}, (const char *const[]){reason(sink, id, args[0]), NULL});
    return keep(sink, id, file, (kp_place){0}, args);
}

void kp_note_args(kp_diag *diag, kp_note_id id, kp_place place, const char *const *args)
{
    kp_diag_note *note, **end;

    if (!diag)
        return;
    note = KP_NEW(diag->arena, kp_diag_note);
    note->message = fill_in(diag->arena, notes[id][diag->lang], args);
    set_place(diag->arena, &note->at, place);
    for (end = &diag->notes; *end; end = &(*end)->next)
        ;
    *end = note;
}

const char *kp_phrase_args(const kp_sink *sink, kp_arena *arena, kp_phrase_id id, const char *const *args)
{
    return kp_fill_in(arena, phrases[id][sink->lang], args);
}

size_t kp_sink_count(const kp_sink *sink, kp_severity severity)
{
    return sink->count[severity];
}

size_t kp_sink_errors(const kp_sink *sink)
{
    return sink->errors;
}

bool kp_sink_has(const kp_sink *sink, kp_diag_id id)
{
    for (size_t i = 0; i < sink->kept; i++)
        if (sink->diags[i]->id == id)
            return true;
    return false;
}

bool kp_sink_is_full(const kp_sink *sink)
{
    return sink->count[KP_ERROR] > KP_DIAG_LIMIT;
}
